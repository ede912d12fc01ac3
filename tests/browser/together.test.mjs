// Two people, one screen: the person's words in three lines, the figures, and a drawer for the health professional that covers
// nothing. Two presses from the aid's address, or a link; and a second screen that shows what is spoken about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { broken } from "../support/layout.mjs";
import { sideways, steps, twoScreens, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
const door = (widget) => widget.root.getByRole("complementary", { name: "For the health professional" }).getByRole("button", { name: "For the health professional" });

/** The page for two, from the aid's address, after the person has said something in every box. */
async function together(viewport, said = journey.words) {
  const widget = await new Widget(await here.open("prostate-localised/", { viewport })).ready();
  await widget.go("What matters");
  for (const [label, text] of Object.entries(said)) await widget.root.getByRole("textbox", { name: label }).fill(text);
  await widget.go("About");
  await widget.root.getByRole("radio", { name: "Together with my health team" }).check();
  await widget.go("Compare");
  await widget.root.locator(".wu-matrix").waitFor();
  return widget;
}

/** Parts of the person's page that lie under the panel, and how much of it the panel has. */
const covered = (widget) => widget.root.evaluate((host) => {
  const panel = host.shadowRoot.querySelector(".wu-panel").getBoundingClientRect();
  const under = [...host.shadowRoot.querySelectorAll(".wu-desk__page *")].filter((each) => {
    const box = each.getBoundingClientRect();
    return !each.closest(".wu-hidden") && box.width > 1 && box.height > 1 && box.right > panel.left + 1 && box.left < panel.right - 1 && box.bottom > panel.top + 1 && box.top < panel.bottom - 1;
  });
  return under.map((each) => `${each.tagName}.${each.getAttribute("class")} “${each.textContent.slice(0, 40)}” in ${each.parentElement.getAttribute("class")}`).slice(0, 5);
});

for (const [width, height] of [[1024, 768], [1180, 820], [1366, 768], [1920, 1080]]) {
  test(`at ${width} px words take three lines, the first number is on the screen, and the panel covers nothing on any step`, async () => {
    const long = Object.fromEntries(Object.keys(journey.words).map((label) => [label, "I want to go on as I am, and not to be a burden. ".repeat(6).trim()]));
    const widget = await together({ width, height }, long);
    const { page, root } = widget;
    assert.equal(await door(widget).getAttribute("aria-expanded"), "false", "closed at first");
    const seen = await root.evaluate((host) => {
      const one = (selector) => host.shadowRoot.querySelector(selector);
      const words = one(".wu-words__all");
      return { lines: words.clientHeight / parseFloat(getComputedStyle(words).lineHeight), number: one(".wu-matrix__value").getBoundingClientRect().bottom, letters: parseFloat(getComputedStyle(one(".wu-body")).fontSize) };
    });
    assert.ok(seen.lines <= 3.05, `${seen.lines} lines of words`);
    assert.ok(seen.number <= height, `the first number ends at ${seen.number} of ${height} px`);
    assert.ok(seen.letters >= 21.5, `letters of ${seen.letters} px`);
    for (const open of [false, true]) {
      if (open) await widget.drawer();
      for (const [step] of steps) {
        await widget.go(step);
        const where = `${step}, ${open ? "open" : "closed"}`;
        assert.deepEqual(await covered(widget), [], where);
        assert.deepEqual(await sideways(page), [], where);
        assert.deepEqual(await broken(root), [], where);
      }
    }
    await widget.go("Compare");
    assert.deepEqual(page.log.errors, []);
  });
}

test("no word is broken and nothing scrolls sideways where options stand in columns, in any aid, alone and for two", async () => {
  const page = await here.open("");
  const aids = await journey.everyAid(page);
  const found = [];
  let walked = 0;
  for (const path of aids) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(new URL(path, here.site.url).href);
    if ((await page.locator("weighup-aid").count()) === 0) continue;
    walked += 1;
    const widget = await new Widget(page).ready();
    for (const mode of ["prepare", "together"]) {
      await widget.root.evaluate((host, to) => { host.use?.(to); host.mode = to; }, mode);
      for (const step of ["options", "compare"]) {
        await widget.root.evaluate((host, to) => { host.step = to; }, step);
        await widget.root.locator(step === "options" ? ".wu-options" : ".wu-card").first().waitFor();
        await widget.whole();
        // The narrowest that has columns, and those of tablets and laptops.
        for (const width of [960, 1024, 1180, 1366]) {
          await page.setViewportSize({ width, height: 768 });
          const wrong = [...await broken(widget.root), ...await sideways(page)];
          if (wrong.length > 0) found.push(`${path} ${step}, ${mode}, ${width} px: ${wrong.slice(0, 4).join(", ")}`);
        }
      }
    }
  }
  assert.ok(walked > 20, `${walked} aids`);
  assert.deepEqual(found, []);
});

test("two presses lead from the aid's address to the figures, and the address for two opens there", async () => {
  const page = await here.open("prostate-localised/", { viewport: { width: 1366, height: 768 } });
  const widget = await new Widget(page).ready();
  await page.evaluate(() => {
    window.clicks = 0;
    addEventListener("click", (event) => { if (event.detail) window.clicks += 1; }, true);
  });
  await widget.root.getByRole("radio", { name: "Together with my health team" }).click();
  await widget.root.getByRole("navigation", { name: "Stages" }).getByRole("button", { name: "Compare", exact: true }).click();
  await widget.at("Compare");
  assert.equal(await page.evaluate(() => window.clicks), 2);

  const linked = new Widget(await here.open("prostate-localised/#weighup-together", { viewport: { width: 1366, height: 768 } }));
  await linked.at("Compare");
  await door(linked).waitFor();
  const number = await linked.root.locator(".wu-matrix__value").first().evaluate((each) => each.getBoundingClientRect().bottom);
  assert.ok(number <= 768, `the first number ends at ${number} px`);
  // Nobody has said anything yet: the question is there to be asked, where their words would begin.
  const before = await linked.root.locator(".wu-words").evaluate((strip) => strip.querySelector("button").getBoundingClientRect().left - strip.getBoundingClientRect().left);
  assert.ok(before < 60, `${before} px before the question`);
  await linked.button("What matters to you?").click();
  await linked.at("What matters");
  assert.equal(new URL(linked.page.url()).hash, "#weighup-what-matters");
  await linked.page.goBack();
  await linked.at("Compare");

  const other = await new Widget(await here.open("prostate-localised/")).ready();
  await other.page.evaluate(() => { location.hash = "#weighup-together"; });
  await other.at("Compare");
  await door(other).waitFor();
});

test("a host that wants no address in the page has the same by attributes", async () => {
  const page = await here.person();
  await withAttributes(page, 'hash="off" mode="together"');
  await page.goto(`${here.site.url}prostate-localised/#weighup-summary`);
  const widget = new Widget(page);
  await widget.at("Compare");
  await door(widget).waitFor();
});

test("the drawer stays as it is from step to step, keeps the focus, and loses nothing that is written in it", async () => {
  const widget = await together({ width: 1366, height: 768 });
  await door(widget).focus();
  await widget.page.keyboard.press("Enter");
  await widget.root.locator(".wu-panel__part").first().waitFor();
  assert.match((await widget.focused()).text, /For the health professional/);
  await widget.go("Options");
  assert.equal(await door(widget).getAttribute("aria-expanded"), "true");
  await widget.root.getByRole("textbox", { name: "What you want to talk about" }).fill("Blood thinners");
  await door(widget).click();
  await until(async () => (await widget.root.locator(".wu-panel__part").count()) === 0, "closed");
  await door(widget).click();
  await widget.root.locator(".wu-panel__agenda").getByText("Blood thinners", { exact: true }).waitFor();
});

for (const [width, height] of [[1024, 768], [1280, 720], [1920, 1080]]) {
  test(`a second screen of ${width} px shows the row that is spoken about, large and alone, and breaks no word`, async () => {
    const page = await here.person({ viewport: { width: 1366, height: 768 } });
    const { widget, second, room } = await twoScreens(page, here.site.url);
    await second.setViewportSize({ width, height });
    await room.at("Compare");
    const rows = room.root.locator(".wu-matrix__row");
    const seen = () => rows.evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.querySelector(".wu-matrix__name").innerText.trim()));
    await until(async () => (await seen()).length === 1, "one row");
    for (const name of ["Wearing pads for leaking urine", "Cancer that spreads", "Dying from prostate cancer"]) {
      await widget.root.getByRole("button", { name: new RegExp(`^${name}`) }).first().click();
      await until(async () => (await seen())[0].startsWith(name), `${name} on the second screen`);
      assert.equal((await seen()).length, 1);
      const row = rows.filter({ hasText: name });
      const ends = await row.evaluate((each) => each.getBoundingClientRect().bottom);
      const bar = await room.root.locator(".wu-room__bar").evaluate((each) => each.getBoundingClientRect().top);
      assert.ok(ends <= bar + 1, `${name} ends at ${ends}, the bar begins at ${bar}`);
      assert.deepEqual(await broken(room.root), [], name);
      assert.deepEqual(await sideways(second), [], name);
    }
    // A row that is closed gives way to the one that was opened before it and still is.
    await widget.root.getByRole("button", { name: /^Dying from prostate cancer/ }).first().click();
    await until(async () => (await seen())[0].startsWith("Cancer that spreads"), "the row that is still open");
    // What the second screen turned to stays until something else is spoken about.
    await room.button("Next card").click();
    const turned = await seen();
    await widget.root.getByRole("button", { name: /^Matters\? Cancer that spreads/ }).click();
    await widget.root.locator(".wu-marked__choice").filter({ hasText: "Matters a lot" }).first().click();
    const marked = rows.filter({ hasText: "Cancer that spreads" });
    await until(async () => /Matters a lot/.test(await marked.evaluate((each) => each.textContent)), "the mark goes over");
    assert.deepEqual(await seen(), turned);
  });
}
