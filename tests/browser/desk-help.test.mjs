// What stands beside a box of the desk says how to fill in that box, and not how a file is written: it is read in every section, and what it says of
// lines and paragraphs is tried.
import assert from "node:assert/strict";
import { test } from "node:test";
import { desking, filesOf } from "../support/desk.mjs";

const here = desking();

test("no help says of a box what is true of the file alone, or two things at once", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("prostate-localised"));
  const helps = new Set();
  for (const name of await page.locator(".dk-list__line > span:first-child").allInnerTexts()) {
    await author.go(name);
    await page.evaluate(() => { for (const details of document.querySelectorAll("main details")) details.open = true; });
    for (const help of await page.locator(".dk-form .wu-field__hint").allInnerTexts()) helps.add(help);
  }
  assert.ok(helps.size > 100, `${helps.size} helps were read`);
  // A list is points with an empty line between them, however its file writes it; entries are chosen by name, not by identifier; rules have no number.
  const wrong = [...helps].filter((help) => /line each|per line|strings? per|one string|\b(class|horizon|source) ids?\b|\(R\d+\)/i.test(help));
  assert.deepEqual(wrong, []);
});

test("an empty line begins the next point, and a new line does not, as the help says", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("sore-throat"));
  const box = author.at("about.who_for");
  const help = await page.locator(`[id="${await box.getAttribute("id")}-help"]`).innerText();
  assert.equal(help, "Who it is for: each kind of person by itself. An empty line begins the next paragraph or point.");
  await box.fill("Adults with\na sore throat.\n\nChildren of 5 or over.");
  await box.blur();
  const { "aid.toml": bytes } = await author.save();
  assert.match(bytes.toString("utf8"), /who_for = \[\s*"Adults with a sore throat\.",\s*"Children of 5 or over\.",?\s*\]/);
});
