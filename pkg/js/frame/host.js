// For a page with a decision aid in a frame: gives each `<iframe data-weighup>` the height that the page in it has, larger and smaller,
// and brings its top back on screen when a step begins. It listens to nothing but that frame, from the address that the page gave it.

/** No step is as high: a frame that says more is not believed. */
const HIGHEST = 60_000;

const framesHere = () => [...document.querySelectorAll("iframe[data-weighup]")];

/** The origin that a frame has to speak from. One that is shut in without an origin of its own has none. */
function originOf(frame) {
  if (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) return "null";
  return new URL(frame.src, document.baseURI).origin;
}

/** It holds nothing, so whoever is in the frame may hear it. */
const hello = (frame) => frame.contentWindow?.postMessage({ weighup: "hello" }, "*");

function fit(frame, height) {
  if (!Number.isInteger(height) || height < 1 || height > HIGHEST) return;
  const { borderTopWidth, borderBottomWidth, boxSizing } = getComputedStyle(frame);
  const border = boxSizing === "border-box" ? parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) : 0;
  frame.style.height = `${height + border}px`;
}

/** Where the top of the frame is above the screen. A page with a bar that stays says how high it is with `scroll-margin-top`. */
function top(frame) {
  if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: "start" });
}

addEventListener("message", ({ source, origin, data }) => {
  const frame = framesHere().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame)) return;
  if (data?.weighup === "here") hello(frame);
  else if (data?.weighup === "height") fit(frame, data.height);
  else if (data?.weighup === "top") top(frame);
});
// One that was there before this script has said so to nobody.
for (const frame of framesHere()) hello(frame);
