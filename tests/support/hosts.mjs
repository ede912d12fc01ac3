// Pages that embed the element as other people would: plain, several at once, and with style rules that spoil
// everything they reach.

const page = (title, body, styles = "") => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles && `<link rel="stylesheet" href="/${styles}">`}
<script type="module" src="/weighup/index.js"></script></head><body>${body}</body></html>`,
});

const aid = (id, more = "") => `<weighup-aid id="${id}" src="/aids/prostate-localised.json" ${more}><p>Plain words</p></weighup-aid>`;

/** What a content management system with ten years of theme updates does to a page. */
const aggressive = `
html { font-size: 62.5%; }
* { box-sizing: content-box !important; }
body { margin: 0; font: italic 300 1.1rem/1 "Comic Sans MS", cursive; color: #c0f; letter-spacing: 0.3em; text-transform: uppercase; text-align: center; word-spacing: 1em; }
h1, h2, h3 { font-size: 5rem !important; color: lime !important; margin: 9rem !important; }
button, input, textarea, select { all: unset !important; background: red !important; font-size: 3px !important; }
p, li, span, div, section, fieldset, legend, label { line-height: 0.8 !important; color: magenta !important; }
svg, img { display: none !important; max-width: 10px !important; }
table, td, th { border: 9px solid hotpink !important; display: block; }
a { color: yellow !important; }
[hidden] { display: block !important; }
.wu-button, .wu-h1, .weighup { display: none !important; }
`;

const pages = {
  "/plain.html": page("Plain", aid("one")),
  "/two.html": page("Two", `<h1>Two aids</h1>${aid("one")}${aid("two")}<div id="elsewhere"></div>`),
  "/hostile.html": page("Hostile", `<main>${aid("one")}</main>`, "host-test.css"),
  "/column.html": page("Column", `<main class="columns"><div>${aid("one")}</div><aside>News</aside></main>`, "host-test.css"),
  "/own-colours.html": page("Own colours", aid("one"), "own-colours.css"),
  "/own-colours.css": { type: "text/css; charset=utf-8", body: "weighup-aid { --wu-accent: #5a2d81 }" },
  "/host-test.css": { type: "text/css; charset=utf-8", body: aggressive },
};

/** For `serve({ answer })`. */
export const hosts = (path) => pages[path];
