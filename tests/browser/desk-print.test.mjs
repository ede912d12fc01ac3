// The page of the desk on paper: the section that is open, with all of its text, whichever of the three views was in sight, and nothing that is
// only pressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { desking, filesOf } from "../support/desk.mjs";

const here = desking();

/** What would not be on paper: text that a box cuts off, and what runs over the side of the sheet. */
const cut = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const boxes = [...document.querySelectorAll("textarea, .dk-scroll, .dk-problems ul")].filter(seen);
  const short = boxes.filter((box) => box.scrollHeight > box.clientHeight + 2 || (!box.matches("textarea") && box.scrollWidth > box.clientWidth + 2));
  return { boxes: boxes.length, short: short.map((box) => box.id || box.className), wide: document.documentElement.scrollWidth > document.documentElement.clientWidth };
});

for (const view of ["Sections", "Form", "Preview"]) {
  test(`the desk is printed whole while the view is ${view}`, async () => {
    const author = await here.desk({ viewport: { width: 794, height: 1123 } });
    const { page } = author;
    await author.open(filesOf("otitis-media"));
    for (const section of ["About the aid", "Options", "Figures", "The files as text"]) {
      await page.locator(".dk-views").getByRole("button", { name: "Sections" }).click();
      await author.go(section);
      await page.evaluate(() => { for (const details of document.querySelectorAll("main details")) details.open = true; });
      await page.locator(".dk-views").getByRole("button", { name: view }).click();
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("#dk-heading").isVisible(), section);
      for (const gone of [".dk-list", ".dk-preview", ".dk-views", "#dk-save"]) assert.ok(!(await page.locator(gone).isVisible()), `${gone} in ${section}`);
      assert.equal(await page.locator(".dk-form .wu-button:visible").count(), 0, section);
      const { boxes, short, wide } = await cut(page);
      assert.ok(boxes > 0, section);
      assert.deepEqual(short, [], section);
      assert.ok(!wide, section);
      assert.equal(await page.locator(".dk-head").evaluate((head) => getComputedStyle(head).position), "static");
      await page.emulateMedia({ media: "screen" });
    }
    assert.deepEqual(page.log.errors, []);
  });
}
