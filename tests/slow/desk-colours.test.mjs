// The desk in a person's own colours (contrast themes; forced colours), light and dark, and in the dark of the device: nothing that is written, drawn,
// chosen or focused is lost in them, in any section, with all that can be open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { faint, none, sum } from "../support/colours.mjs";
import { desking, filesOf } from "../support/desk.mjs";

const here = desking();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The first screen, every section with all of it open, what is not taken, and what has to be decided. */
async function everywhere(how, look) {
  const author = await here.desk(how);
  const { page } = author;
  await look(page, "the first screen");
  await author.open(filesOf("otitis-media"));
  for (const name of await page.locator(".dk-list__line > span:first-child").allInnerTexts()) {
    await author.go(name);
    await page.evaluate(() => { for (const details of document.querySelectorAll("main details")) details.open = true; });
    await look(page, name);
  }
  // A narrow screen has one view at a time, and a button that is pressed for the one in sight; a wide one has buttons of the preview.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator(".dk-views [aria-pressed=true]").waitFor();
  await look(page, "a phone");
  await page.setViewportSize({ width: 1366, height: 900 });
  await author.button("For print").click();
  await page.locator(".dk-preview [aria-pressed=true]").waitFor();
  await look(page, "a preview for print");
  await author.go("Figures");
  const cell = page.locator(".dk-grid input").first();
  await cell.fill("12%");
  await cell.blur();
  await page.getByRole("button", { name: /^Paste/ }).first().click();
  await page.locator("#dk-paste").fill("1 / 20");
  await page.locator("#dk-paste-said tbody tr").first().waitFor();
  await look(page, "a paste");
  await author.button("Put it in").click();
  await author.button("Close").click();
  await page.locator("#dk-leaving").waitFor();
  await page.locator("#dk-aside").waitFor();
  await look(page, "leaving, and what was not taken");
  assert.deepEqual(page.log.errors, []);
}

for (const colorScheme of ["light", "dark"]) {
  test(`on the desk in a person's own colours all that is written, drawn, chosen or focused is seen (1.4.3, 1.4.11, 2.4.7): ${colorScheme}`, async () => {
    let counted = none;
    const problems = [];
    await everywhere({ colorScheme, forcedColors: "active" }, async (page, where) => {
      const found = await page.evaluate(`(${faint})()`);
      counted = sum(counted, found.counted);
      // A tick is the browser's own drawing, which it makes in the person's colours; a page can neither read nor spoil it while it keeps that.
      const native = await page.locator("input[type=checkbox]").evaluateAll((all) => all.every((each) => getComputedStyle(each).appearance === "auto"));
      assert.ok(native, where);
      for (const each of found.faint) if (!each.startsWith("chosen input.:")) problems.push(`${where}: ${each}`);
    });
    assert.deepEqual(problems, []);
    for (const [kind, least] of Object.entries({ text: 1000, edges: 300, chosen: 10, focus: 500 })) assert.ok(counted[kind] > least, `${counted[kind]} of ${kind} were looked at`);
  });
}

test("in the dark of the device no section of the desk has a fault of accessibility", async () => {
  await everywhere({ colorScheme: "dark" }, async (page, where) => {
    // The page alone: what stands in the frame is the aid, which has tests of its own.
    if (!page.hasAxe) await page.evaluate(axe);
    page.hasAxe = true;
    await accessible(page, `${where}, dark`, { off: [] });
  });
});
