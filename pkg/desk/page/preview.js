// The page in the frame of the desk: shows the aid that the desk hands over with the very element that patients get, or the page for
// printing, made by what the build makes it with. It listens to the page around it alone, and asks for files of its own folder alone.
import { stay } from "./stay.js";
import "../index.js";

const place = document.getElementById("shown");
stay();
let shown = { aid: "", print: false, step: "" };

/** The element, made when it is first needed; on its way back from the page for printing it is made anew. */
function element() {
  const there = place.querySelector("weighup-aid");
  if (there) return there;
  const made = document.createElement("weighup-aid");
  made.setAttribute("theme", "auto");
  // What the desk asked for it knows: told late it would take back what was chosen there since.
  made.addEventListener("weighup-step", ({ detail }) => {
    if (!document.hasFocus()) return;
    shown.step = detail.step;
    tell({ step: detail.step });
  });
  made.addEventListener("weighup-ready", () => {
    // A step that was asked for while the aid was on its way.
    if (shown.step && made.step !== shown.step) made.step = shown.step;
    tell({ ready: true });
  });
  made.addEventListener("weighup-error", ({ detail }) => tell({ failed: detail.code }));
  place.replaceChildren(made);
  return made;
}

function tell(what) {
  parent.postMessage({ weighup: "preview", ...what }, location.origin);
}

/** The page for printing, in place of everything here: it has no script, and a parser of this kind runs none. */
async function printed(aid, title) {
  const { page } = await import("../static.js");
  const made = new DOMParser().parseFromString(await page(aid, { stylesheet: "../weighup.css" }), "text/html");
  for (const sheet of made.querySelectorAll('link[rel="stylesheet"]')) if (!document.querySelector(`link[href="${sheet.getAttribute("href")}"]`)) document.head.append(document.importNode(sheet));
  const { lang, dir } = made.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.body.className = made.body.className;
  place.replaceChildren(...[...made.body.childNodes].map((node) => document.importNode(node, true)));
  document.title = title;
  tell({ ready: true, printed: true });
}

async function show({ aid, step, language, direction, print, title }) {
  const before = shown;
  shown = { aid, print, step };
  document.title = title;
  if (aid === "") {
    const said = document.createElement("p");
    said.textContent = "There is nothing to show yet: mend the errors first.";
    place.replaceChildren(said);
    return;
  }
  if (print) {
    if (!before.print || before.aid !== aid) await printed(aid, title);
    return;
  }
  for (const sheet of document.querySelectorAll('link[href="../weighup.css"]')) sheet.remove();
  document.body.className = "";
  Object.assign(document.documentElement, { lang: language, dir: direction });
  const there = element();
  const at = step || there.step;
  if (there.aid !== aid) {
    if (at) there.setAttribute("step", at);
    there.aid = aid;
  } else if (step && there.step !== step) {
    there.step = step;
  }
}

addEventListener("message", ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent || data?.weighup !== "desk") return;
  show(data.show).catch((error) => tell({ failed: String(error?.message ?? error) }));
});
tell({ waiting: true });
