// Pages for comments of every aid in every language: each loads without an error, each card of figures has its path, and no text of one
// option or outcome is taken for that of another.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { reviewing } from "../support/review.mjs";

const here = reviewing({ before, after, aids: ["decision-aids"] });

test("every aid can be commented on in every language it has", async () => {
  const pages = readdirSync(here.folder).filter((name) => name.endsWith(".html") && name !== "index.html");
  assert.ok(pages.length > 25, `${pages.length} pages`);
  const wrong = [];
  for (const name of pages) {
    const { page } = await here.open(name);
    const { cards, placed, strange, parts } = await page.evaluate(() => {
      const data = JSON.parse(document.getElementById("rv-data").textContent);
      const strange = [...document.querySelectorAll("main [data-text]")].filter((element) => {
        const part = element.closest("[data-part]")?.dataset.part ?? "";
        const [kind, id] = element.dataset.place.split(".");
        return /^(option|outcome)\./.test(part) && part.startsWith(`${kind}.`) && part !== `${kind}.${id}`;
      });
      return {
        cards: data.cards.length, placed: document.querySelectorAll(".wu-outcome[data-place*='.figures.']").length,
        strange: strange.map((element) => `${element.dataset.place}: ${element.textContent.slice(0, 60)}`),
        parts: data.options.map(([id]) => id).filter((id) => !document.querySelector(`[data-part="option.${CSS.escape(id)}"] .rv-comment`)),
      };
    });
    if (cards !== placed || strange.length > 0 || parts.length > 0) wrong.push({ name, cards, placed, strange, parts });
    if (page.log.errors.length > 0 || page.log.console.length > 0) wrong.push({ name, errors: [page.log.errors, page.log.console] });
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
});
