// The gallery's list is whole without a script, and is narrowed by what aids say of themselves: words, for whom, age, where.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, wcag22aa } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { wide } from "../support/every.mjs";
import { sideways } from "../support/widget.mjs";

const here = world();
const phone = { width: 390, height: 844 };
const index = async () => (await fetch(`${here.site.url}aids/index.json`)).json();
const field = (page, name) => page.getByRole("search", { name: "Find a decision aid" }).getByLabel(name);
const shown = (page) => page.locator("#cards > .card:visible h3 a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname.replaceAll("/", "")).sort());
const said = (page) => page.getByRole("search").getByRole("status").innerText();

test("without a script every aid is listed, and nothing asks to narrow the list", async () => {
  const page = await here.open("", { viewport: phone, javaScriptEnabled: false });
  assert.deepEqual(await shown(page), (await index()).map(({ id }) => id).sort());
  assert.equal(await page.locator("#find").isVisible(), false);
});

test("each fact leaves the aids that say it of themselves, and no other (3.3.2)", async () => {
  const aids = await index();
  const page = await here.open("", { viewport: wide });
  const ids = (keep) => aids.filter(({ finding }) => keep(finding)).map(({ id }) => id).sort();
  assert.equal(await said(page), `All ${aids.length} are shown.`);
  const whom = { "A woman": (f) => f.life.includes("adults") && f.sex !== "men", "A man": (f) => f.life.includes("adults") && f.sex !== "women", "A child": (f) => f.life.includes("children") };
  for (const [label, keep] of Object.entries(whom)) {
    await field(page, "Who it is for").selectOption(label);
    assert.deepEqual(await shown(page), ids(keep), label);
    assert.equal(await said(page), `${ids(keep).length} of ${aids.length} are shown.`);
  }
  await field(page, "Who it is for").selectOption("Anyone");
  const places = await field(page, "Where").locator("option").allInnerTexts();
  assert.ok(places.length > 5, places.join());
  for (const place of places.slice(1)) {
    await field(page, "Where").selectOption(place);
    assert.deepEqual(await shown(page), aids.filter((aid) => aid.places.split(", ").includes(place)).map(({ id }) => id).sort(), place);
  }
  await field(page, "Where").selectOption("Anywhere");
  for (const years of [3, 30, 55, 90]) {
    await field(page, "Age in years").fill(String(years));
    const left = await shown(page);
    for (const { id, finding: { from, to, life } } of aids) {
      const said = (from === undefined || years >= from) && (to === undefined || years <= to);
      // Where no age is said, only that a child is not an adult is known.
      const may = said && (years < 16 ? life.includes("children") : life.includes("adults"));
      assert.equal(left.includes(id), may, `${id} at ${years}`);
    }
  }
  await field(page, "Age in years").fill("");
  await field(page, "Words").fill("KNEE repl");
  assert.deepEqual(await shown(page), ["knee-osteoarthritis"]);
  await field(page, "Words").fill("nothing at all like this");
  assert.deepEqual(await shown(page), []);
  assert.equal(await said(page), "None of them says that it is for this.");
  assert.deepEqual([page.log.errors, page.log.outside, page.log.console], [[], [], []]);
});

test("on a phone it is filled in and taken back by keyboard, says what is left, and keeps the focus (2.1.1, 2.4.3, 4.1.3)", async () => {
  const page = await here.open("", { viewport: phone });
  const total = (await index()).length;
  const words = field(page, "Words");
  await words.focus();
  await page.keyboard.type("sore throat");
  const left = await shown(page);
  assert.ok(left.includes("sore-throat") && left.length < total, left.join());
  assert.equal(await said(page), `${left.length} of ${total} are shown.`);
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).search, "", "nothing stands in the address");
  await accessible(page, "a list that is narrowed", { tags: wcag22aa });
  assert.deepEqual(await sideways(page), []);
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.type === "reset")) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.name === "words");
  assert.equal((await shown(page)).length, total);
  assert.equal(await said(page), `All ${total} are shown.`);
});
