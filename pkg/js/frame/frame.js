// In a page that is made to be framed: takes what the address says about the element, and tells the page around how high this one is, so
// that it needs no scrolling of its own. Only the page that frames this one is told, and only at the address that it asked from.

// What an address may set, and to what. It holds choices of the site's: never a word of a person's.
const MAY = {
  lang: /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i,
  mode: /^(prepare|together|after)$/,
  theme: /^[a-z-]+( [a-z]+)?$/,
  results: /^facts$/,
  scores: /^off$/,
  keep: /^$/,
  shared: /^\d{0,3}$/,
  "read-aloud": /^$/,
};
const aid = document.querySelector("weighup-aid");
for (const [name, value] of new URLSearchParams(location.search)) if (MAY[name]?.test(value)) aid.setAttribute(name, value);

/** While a long step has only begun it is as high as the screen, which in a frame is what the page around made of the last height. */
const begun = () => aid.shadowRoot?.querySelector(".wu-step--begun");

/** Tells the page around, each time that the height is another. */
function talk(around) {
  let asked = null;
  let told = 0;
  const tell = () => {
    if (asked === null) return;
    if (begun()) {
      requestAnimationFrame(tell);
      return;
    }
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    around.postMessage({ weighup: "height", height }, asked);
  };
  addEventListener("message", ({ source, origin, data }) => {
    // A page without an origin has no address that an answer could be kept to.
    if (source !== around || data?.weighup !== "hello" || origin === "null") return;
    asked = origin;
    told = 0;
    tell();
  });
  new ResizeObserver(tell).observe(document.body);
  // A new step begins at its top, which only the page around can bring back on screen.
  aid.addEventListener("weighup-step", () => {
    if (asked !== null) around.postMessage({ weighup: "top" }, asked);
  });
  // Nothing but that it is here: any page may hear that.
  around.postMessage({ weighup: "here" }, "*");
}

if (parent !== window) talk(parent);
