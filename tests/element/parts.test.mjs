// What a page may style from outside: the custom properties and parts that docs/embedding.md names are there, and all that
// are there stand in it. These names are an interface: taking one away breaks somebody's page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { root as repository } from "../support/serve.mjs";
import { answered } from "../support/states.mjs";
import { until, Widget } from "../support/widget.mjs";

const body = (styles) => `<!doctype html><html lang="en-GB"><title>Parts</title><link rel="stylesheet" href="/${styles}"><script type="module" src="/weighup/index.js"></script>
<weighup-aid src="/aids/prostate-localised.json"><p>Plain words</p></weighup-aid>`;
const pages = {
  "/parts.html": { type: "text/html; charset=utf-8", body: body("parts.css") },
  "/parts.css": { type: "text/css; charset=utf-8", body: "weighup-aid::part(button-primary) { background: rgb(1, 2, 3) } weighup-aid::part(card) { border-top: 7px solid }" },
};
const here = world({ serve: { answer: (path) => pages[path] } });
const guide = readFileSync(join(repository, "docs/embedding.md"), "utf8");

/** The first column of the table under a heading of the guide. */
const table = (heading) => {
  const section = guide.split(`\n### ${heading}\n`)[1]?.split("\n#")[0] ?? "";
  return [...section.matchAll(/^\| `([^|]+)` \|/gm)].flatMap(([, names]) => names.split("`, `"));
};

test("the parts of every step are those of the guide", async () => {
  const widget = await new Widget(await here.open()).ready();
  const found = new Set();
  await answered(widget, async () => {
    const here = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll("[part]")].flatMap((each) => each.getAttribute("part").split(" ")));
    for (const part of here) found.add(part);
  });
  const documented = table("Parts");
  assert.ok(documented.length > 10, "the guide has a table of parts");
  assert.deepEqual([...found].sort(), [...documented].sort());
});

test("every button, card, heading and field of a step has its part", async () => {
  const widget = await new Widget(await here.open()).ready();
  await answered(widget, async (state) => {
    const without = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll(".wu-button, .wu-card, .wu-sheet, .wu-h1, .wu-h2, .wu-h3, .wu-input, .wu-link, .wu-table")]
      .filter((each) => !each.part.length).map((each) => each.className));
    assert.deepEqual(without, [], state);
  });
});

test("a page's rules for parts win over the widget's", async () => {
  const page = await here.open("parts.html");
  const widget = await new Widget(page).ready();
  const style = (locator, name) => locator.evaluate((each, name) => getComputedStyle(each)[name], name);
  await until(async () => (await style(widget.button(/^Next: /), "backgroundColor")) === "rgb(1, 2, 3)", "the page's colour");
  assert.equal(await style(widget.root.locator(".wu-card").first(), "borderTopWidth"), "7px");
});

test("the custom properties of the guide are those of the stylesheet", async () => {
  const css = readFileSync(join(repository, "web/src/styles/tokens.css"), "utf8");
  // The three switches are the themes' own business, and the scales of letters and spaces are the widget's.
  const own = ["--wu-light", "--wu-dark", "--wu-scheme"];
  const declared = [...new Set([...css.matchAll(/(--wu-[a-z0-9-]+):/g)].map(([, name]) => name))].filter((name) => !own.includes(name) && !/^--wu-(size|space)-/.test(name));
  assert.deepEqual(table("Custom properties").sort(), declared.sort());
});

test("each palette has a light and a dark look of its own, and auto follows the device", async () => {
  const looks = new Map();
  for (const colorScheme of ["light", "dark"]) {
    const page = await here.open("prostate-localised/", { colorScheme });
    const widget = await new Widget(page).ready();
    for (const palette of ["neutral", "nhs", "high-contrast"]) {
      for (const scheme of ["light", "dark", "auto"]) {
        await widget.root.evaluate((host, theme) => { host.theme = theme; }, `${palette} ${scheme}`);
        const look = await widget.root.evaluate((host) => {
          const card = getComputedStyle(host.shadowRoot.querySelector(".wu-card"));
          const next = getComputedStyle(host.shadowRoot.querySelector(".wu-onward__next .wu-button"));
          return [card.backgroundColor, card.color, next.backgroundColor, getComputedStyle(host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .weighup")).colorScheme].join(" / ");
        });
        const name = `${palette} ${scheme === "auto" ? colorScheme : scheme}`;
        assert.equal(look, looks.get(name) ?? look, `${palette} ${scheme} on a ${colorScheme} device`);
        looks.set(name, look);
      }
    }
  }
  assert.equal(new Set(looks.values()).size, 6, [...looks].join("\n"));
});
