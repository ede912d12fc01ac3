// Boxes of other people's pages that are as wide as what is in them. In each, `@` is where something stands.

export const boxes = {
  "a cell": "<table><tr><td>@</td></tr></table>",
  "a cell beside another": "<table><tr><td>Menu</td><td>@</td></tr></table>",
  "a float": '<div class="float">@</div>',
  "an inline block": '<div class="inline-block">@</div>',
  "a flex box": '<div class="flex">@</div>',
  "in an item of a flex box": '<div class="flex"><div>@</div></div>',
  "a flex column, at the start": '<div class="flex column start">@</div>',
  "a flex column, in the middle": '<div class="flex column middle">@</div>',
  "a flex column, at the end": '<div class="flex column end">@</div>',
  "a flex box, in the middle": '<div class="flex middle centre">@</div>',
  "an inline flex box": '<div class="inline-flex">@</div>',
  "a grid, in the middle": '<div class="grid items-middle">@</div>',
  "a grid, at the start": '<div class="grid items-start">@</div>',
  "a grid, at the end": '<div class="grid items-end">@</div>',
  "a grid, its columns in the middle": '<div class="grid content-middle">@</div>',
  "a grid of an automatic column": '<div class="grid auto">@</div>',
  "an inline grid": '<div class="inline-grid">@</div>',
  "a place of its own": '<div class="absolute">@</div>',
  "a place of its own on the screen": '<div class="fixed">@</div>',
  "fit-content": '<div class="fit">@</div>',
  "a table without cells": '<div class="table">@</div>',
  "a dialog": "<dialog open>@</dialog>",
  "a modal dialog": "<dialog data-modal>@</dialog>",
  "a popover": "<div popover>@</div>",
  "a fieldset": "<fieldset>@</fieldset>",
  "a figure": "<figure>@</figure>",
  "a block": "<div>@</div>",
};

/** How wide each is, less than a paragraph that fills it, by this much at most: what a box keeps for the edges of a page. */
export const SPARE = 24;

const styles = `
.float { float: left } .inline-block { display: inline-block } .flex { display: flex } .inline-flex { display: inline-flex }
.column { flex-direction: column } .start { align-items: flex-start } .middle { align-items: center } .end { align-items: flex-end }
.centre { justify-content: center } .grid { display: grid } .inline-grid { display: inline-grid } .auto { grid-template-columns: auto }
.items-middle { justify-items: center } .items-start { justify-items: start } .items-end { justify-items: end }
.content-middle { justify-content: center } .absolute { position: absolute } .fixed { position: fixed } .fit { width: fit-content }
.table { display: table }
.scroll { height: 600px; overflow: auto } .shell { display: flex; height: 100vh } .shell main { flex: 1; height: 100vh; overflow: auto }
.over { position: fixed; inset: 0; overflow: auto; background: #fff }
.rows { display: grid; grid-template-rows: 100vh; overflow: hidden } .rows > div { min-height: 0; overflow: auto }
.turned { position: absolute; width: 300px; height: 200px; overflow: hidden; transform: translateX(-100px) scale(0.5); contain: strict }
.columns { columns: 3; height: 300px; overflow: auto } .clipped { height: 300px; overflow: clip; clip-path: inset(10px) }
`;

/** Boxes that would cut a print: what scrolls, stands over the page, or is turned and clipped. */
export const cutting = {
  "a plain page": "<p>Menu</p>@",
  "a shell that scrolls": '<div class="shell"><nav>Menu</nav><main>@</main></div>',
  "a modal dialog": "<p>Menu</p><dialog data-modal>@</dialog>",
  "a box that scrolls": '<p>Menu</p><div class="scroll">@</div>',
  "an overlay": '<p>Menu</p><div class="over">@</div>',
  "a popover": "<p>Menu</p><div popover>@</div>",
  "a grid of a screen's height": '<p>Menu</p><div class="rows"><div>@</div></div>',
  "a box that is turned": '<p>Menu</p><div class="turned">@</div>',
  "columns": '<p>Menu</p><div class="columns">@</div>',
  "a box that is clipped": '<p>Menu</p><div class="clipped">@</div>',
  "a component's slot": "<p>Menu</p><x-shell>@</x-shell>",
};

/** What a page of these needs to run, as often as there is another box in it. */
export const script = `
if (!customElements.get("x-shell")) customElements.define("x-shell", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = "<div><slot></slot></div><p>Menu</p>";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("div { height: 100vh; overflow: auto }");
    root.adoptedStyleSheets = [sheet];
  }
});
document.querySelector("[data-modal]:not(:modal)")?.showModal();
document.querySelector("[popover]:not(:popover-open)")?.showPopover();
`;

/** For `serve({ answer })`: `/box/NAME` is the page of a box, with `inside` in it. */
export const boxPages = (all, inside, more = "") => (path) => {
  if (path === "/box.css") return { type: "text/css; charset=utf-8", body: styles };
  if (path === "/box.js") return { type: "text/javascript; charset=utf-8", body: script };
  if (!path.startsWith("/box/")) return undefined;
  const box = all[decodeURIComponent(path.slice(5))];
  return box && {
    type: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A box</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/box.css">${more}</head><body>${box.replace("@", inside)}<script type="module" src="/box.js"></script></body></html>`,
  };
};

/** In the page: how wide the element is, and how wide a long paragraph is in its place. */
export const widths = () => {
  const element = document.querySelector("weighup-aid");
  const width = element.getBoundingClientRect().width;
  const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
  const paragraph = document.createElement("p");
  paragraph.textContent = "word ".repeat(2000);
  element.replaceWith(paragraph);
  const room = paragraph.getBoundingClientRect().width;
  paragraph.replaceWith(element);
  return { width: Math.round(width), room: Math.round(room), over };
};
