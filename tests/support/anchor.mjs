// What this machine, this browser and this minute cost: a page made with Preact that shows a first screen of the same parts
// as the widget's, in a shadow root, and answers a press. Limits of speed are told in what it takes.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const preact = readFileSync(fileURLToPath(import.meta.resolve("preact")), "utf8");

/** What `18 ms` stands for: Preact's first control at 4x CPU throttle on the machine whose milliseconds the goals are told in. */
export const REFERENCE = 18;

const page = (title, script, body = "") => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<script type="module" src="/${script}"></script></head><body>${body}</body></html>`,
});

const module = (body) => ({ type: "text/javascript; charset=utf-8", body });

const app = `
import { h, render } from "/speed/preact.js";
const steps = ["About", "What matters", "The choice", "Options", "Compare", "Weigh up", "How they fit", "Ready?", "Decide", "Summary"];
const root = document.querySelector("#anchor").attachShadow({ mode: "open" });
const mount = root.appendChild(document.createElement("div"));
let pressed = 0;
const draw = () => render(h("div", { class: "page" },
  h("nav", { "aria-label": "Steps" }, h("ol", null, steps.map((step) => h("li", { key: step }, h("button", { type: "button" }, step))))),
  h("h1", null, "About this decision aid"),
  ["Who it is for", "What it does", "Who made it", "What it does not do"].map((title) => h("section", { key: title }, h("h2", null, title), h("p", null, title))),
  h("button", { type: "button", id: "press", onClick: () => { pressed += 1; draw(); } }, "Pressed " + pressed + " times")), mount);
draw();
`;

const pages = {
  // The mark is set when everything is fetched and the first line of the page's own script is about to run.
  "/speed/mark.js": module(`performance.mark("script");`),
  "/speed/preact.html": page("Preact", "speed/start-preact.js", `<main id="anchor"></main>`),
  "/speed/start-preact.js": module(`import "/speed/mark.js"; import "/speed/app.js";`),
  "/speed/app.js": module(app),
  "/speed/preact.js": module(preact),
  "/speed/embed.html": page("Embeds", "speed/start-embed.js", `<weighup-aid src="/aids/prostate-localised.json" first="/aids/prostate-localised.first.html"><p>Plain words</p></weighup-aid>`),
  "/speed/start-embed.js": module(`import "/speed/mark.js"; import "/weighup/index.js";`),
};

/** For `serve({ answer })`. */
export const anchor = (path) => pages[path];
