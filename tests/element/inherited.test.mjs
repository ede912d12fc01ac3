// What a page says of the text around the element comes in by inheritance, shadow root or not: it changes nothing in the widget.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";

const here = world();

// Every property that is inherited, with a value that would be seen. The page's to say, and so not here: `visibility`,
// `pointer-events`, `direction`, `font-size`, and the language (`-webkit-locale`).
const values = {
  "accent-color": "red", "border-collapse": "collapse", "border-spacing": "50px", "caption-side": "bottom", "caret-color": "transparent",
  color: "red", cursor: "none", "empty-cells": "hide", fill: "red", "fill-rule": "evenodd", "font-family": "fantasy",
  "font-feature-settings": '"smcp"', "font-kerning": "none", "font-optical-sizing": "none", "font-size-adjust": "1", "font-stretch": "50%",
  "font-style": "italic", "font-synthesis": "none", "font-variant": "small-caps", "font-variation-settings": '"wght" 900', "font-weight": "900",
  "forced-color-adjust": "none", hyphens: "auto", "letter-spacing": "9px", "line-break": "anywhere", "line-height": "3",
  "list-style": "square inside", orphans: "9", "overflow-wrap": "normal", "paint-order": "stroke", "print-color-adjust": "exact",
  quotes: '"x" "y"', stroke: "red", "stroke-width": "5px", "text-align": "right", "text-align-last": "center", "text-combine-upright": "all",
  "text-decoration-skip-ink": "none", "text-emphasis": "filled red", "text-indent": "50px", "text-orientation": "upright",
  "text-shadow": "1px 1px 9px red", "text-size-adjust": "300%", "text-transform": "uppercase", "text-underline-offset": "20px",
  "text-underline-position": "under", "text-wrap": "nowrap", "white-space": "pre", widows: "9", "word-break": "break-all",
  "word-spacing": "9px", "writing-mode": "vertical-rl", "-webkit-text-fill-color": "transparent", "-webkit-text-security": "disc",
  "-webkit-text-stroke": "3px red",
};

test("what a page hides, or takes out of reach of the pointer, is so inside too", async () => {
  const page = await here.open("host/minimal.html");
  await shown(page, "weighup-aid");
  const look = () => page.evaluate(() => {
    const words = document.querySelector("weighup-aid").shadowRoot.querySelector(".weighup h1");
    return [words.checkVisibility({ visibilityProperty: true }), getComputedStyle(words).pointerEvents];
  });
  const around = (rules) => page.evaluate((rules) => Object.assign(document.querySelector("weighup-aid").parentElement.style, rules), rules);
  assert.deepEqual(await look(), [true, "auto"]);
  await around({ visibility: "hidden", pointerEvents: "none" });
  assert.deepEqual(await look(), [false, "none"]);
  await around({ visibility: "", pointerEvents: "" });
  assert.deepEqual(await look(), [true, "auto"]);
});

test("no inherited property of the page's reaches the words, the tables, the controls or the drawings", async () => {
  const page = await here.open("host/minimal.html");
  await shown(page, "weighup-aid");
  const found = await page.evaluate(async (values) => {
    const aid = document.querySelector("weighup-aid");
    const around = aid.parentElement;
    const root = aid.shadowRoot;
    const drawn = () => new Promise((done) => { setTimeout(done, 50); });
    aid.step = "compare";
    while (aid.step !== "compare" || root.querySelector(".wu-step--begun") || !root.querySelector("table")) await drawn();
    const inside = ["p", "h1", "h2", "th", "td", "li", "button", "input", "svg", "svg path"].map((name) => root.querySelector(`.weighup ${name}`)).filter(Boolean);
    const reach = [];
    let tried = 0;
    for (const [name, value] of Object.entries(values)) {
      if (!CSS.supports(name, value)) continue;
      tried += 1;
      const look = () => inside.map((each) => getComputedStyle(each).getPropertyValue(name)).join("|");
      const before = look();
      around.style.setProperty(name, value, "important");
      if (look() !== before) reach.push(name);
      around.style.removeProperty(name);
    }
    return { reach, tried, inside: inside.length };
  }, values);
  assert.ok(found.tried > 45 && found.inside >= 6, JSON.stringify(found));
  assert.deepEqual(found.reach, []);
});
