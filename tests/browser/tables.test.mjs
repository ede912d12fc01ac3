// The table of figures beside long ranges ("59 to 63 in different studies"): nothing stands over the next column or over the edge,
// on a screen of any width and on paper, and no name of an option is broken into single letters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { Widget } from "../support/widget.mjs";

const here = world();

/** What stands over its cell, and what has fewer than three letters a line. */
const overflowing = (root) => root.evaluate((widget) => {
  const out = [];
  for (const cell of widget.shadowRoot.querySelectorAll(".wu-table__cell")) {
    const box = cell.getBoundingClientRect();
    for (const part of cell.querySelectorAll(".wu-table__name, .wu-table__number, .wu-table__range")) {
      const range = document.createRange();
      range.selectNodeContents(part);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (lines.some(({ left, right }) => left < box.left - 1 || right > box.right + 1)) out.push(`over its cell: ${part.textContent}`);
      const tops = new Set(lines.map(({ top }) => Math.round(top)));
      if (part.className === "wu-table__name" && part.textContent.trim().length / Math.max(tops.size, 1) < 3 && tops.size > 1) {
        out.push(`in letters: ${part.textContent}`);
      }
    }
  }
  return out;
});

for (const aid of ["hrt", "knee-osteoarthritis", "heavy-periods"]) {
  test(`${aid}: the table holds its ranges at every width and on paper`, async () => {
    const widget = new Widget(await here.open(`${aid}/`));
    const { page, root } = widget;
    await widget.go("Compare");
    await widget.show("Table");
    assert.ok((await root.locator(".wu-table__range").count()) > 0);
    for (const width of [320, 390, 640, 768, 1000, 1280, 1366]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await overflowing(root), [], `${width} px`);
    }
    // As wide as what is printed of A4.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await overflowing(root), [], "on paper");
  });
}
