// The summary is one sheet, filled in as it will print; the questions for an appointment are a sheet of their own; and whatever is
// printed has its title, its version and no half-empty page. Six usual consultations, from the words to the paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { bare, read } from "../support/paper.mjs";
import { steps, until, Widget } from "../support/widget.mjs";

const here = world();
/** As browsers print: A4 with margins, and no background graphics. */
const paper = (page) => page.pdf({ format: "A4", printBackground: false, margin: { top: "10mm", bottom: "10mm", left: "12mm", right: "12mm" } });
const TOLD = "We chose to wait and see, because it does no harm to wait. I can change my mind.";

/** What somebody usually says, in any aid: words, two marks, where it stands, who does what, what to ask. */
async function consultation(aid) {
  const page = await here.open(`${aid}/`);
  const widget = await new Widget(page).ready();
  const { root } = widget;
  await root.getByRole("checkbox", { name: /^Me:/ }).check();
  await widget.go("What matters");
  await root.getByRole("textbox", { name: "What matters most to you?" }).fill("To be well enough to look after my grandchildren.");
  await root.getByRole("textbox", { name: "What worries you?" }).fill("Getting worse while I wait.");
  await widget.go("Compare");
  for (const group of await root.locator(".wu-group").all()) {
    const first = group.getByRole("radio").first();
    if (await first.count()) await first.check();
  }
  for (let at = 0; at < 2; at += 1) {
    await root.getByRole("button", { name: /^Matters\? / }).first().click();
    await root.locator(".wu-marked__choice").filter({ hasText: "Matters a lot" }).first().click();
    await root.locator(".wu-marked__now--said[aria-expanded=true]").first().click();
    await root.locator(".wu-marked__panel").waitFor({ state: "detached" });
  }
  await widget.go("Ready?");
  await root.getByRole("textbox", { name: "Your questions" }).fill("Who do I ring if I change my mind?");
  await widget.unfold("Questions you could ask");
  for (let at = 0; at < 3; at += 1) await root.getByRole("group", { name: "Questions you could ask" }).getByRole("checkbox").nth(at).check();
  return widget;
}

/** The answers of the last stage, given on the sheet itself. */
async function onTheSheet(widget) {
  const { root } = widget;
  await widget.go("Summary");
  const article = root.getByRole("article");
  for (const name of [/^Fill in Where you are now/, /^Fill in Who does what next/]) {
    await article.locator("summary").filter({ hasText: name }).click();
  }
  await article.getByRole("radio", { name: /^I am leaning towards/ }).first().check();
  await article.getByRole("radio", { name: "Yes, it is decided." }).check();
  await article.getByRole("radio", { name: "Fairly sure", exact: true }).check();
  await article.getByRole("textbox", { name: "What did we decide, and why?" }).fill(TOLD);
  await article.getByLabel("When will you look at this again?").fill("2027-03-31");
  const mine = article.getByRole("group", { name: "I will", exact: true });
  await mine.locator("summary").first().click();
  await mine.getByRole("textbox", { name: "What to do" }).fill("Ring the ward for a date");
  await mine.getByRole("textbox", { name: "By when" }).fill("Friday");
  await widget.button("Add: I will").click();
  await until(async () => /31 March 2027/.test(await article.innerText()), "the sheet says what was answered on it");
  return article;
}

/** Sheets but the last that end in their upper half. The foot of each is the version, below the margin that is looked at. */
const halfEmpty = (sheets) => sheets.slice(0, -1).flatMap(({ words }, at) => {
  const lowest = Math.min(...words.filter(({ y }) => y > 70).map(({ y }) => y));
  return lowest > 421 ? [`sheet ${at + 1} of ${sheets.length} ends at ${Math.round(842 - lowest)} of 842 pt`] : [];
});

const aids = ["prostate-localised", "hrt", "contraception", "knee-osteoarthritis", "atrial-fibrillation", "otitis-media"];
const pages = new Map();

for (const aid of aids) {
  test(`${aid}: a usual consultation is one sheet or two, filled in on the sheet, and the questions are a sheet of their own`, async () => {
    const widget = await consultation(aid);
    const article = await onTheSheet(widget);
    const { page, root } = widget;
    assert.ok((await article.innerText()).includes(TOLD));
    const stamp = bare(await root.locator(".wu-foot__stamp").innerText());
    const title = bare(await root.locator(".wu-top__title").innerText());
    const look = async (what) => {
      const sheets = await read(await paper(page));
      for (const { text } of sheets) for (const part of [stamp, title]) assert.ok(bare(text).includes(part), `${what}: a sheet without “${part}”`);
      assert.deepEqual(halfEmpty(sheets), [], what);
      return sheets;
    };
    const summary = await look("the summary");
    pages.set(aid, summary.length);
    assert.ok(summary.length <= 2, `${summary.length} sheets, at most 2`);
    const said = bare(summary.map(({ text }) => text).join(" "));
    for (const part of [TOLD, "Ring the ward for a date", "Who do I ring if I change my mind?", "31 March 2027"]) assert.ok(said.includes(bare(part)), part);
    assert.ok(!said.includes(bare("Fill in")), "what is asked is not on paper");

    await widget.button("For my appointment").click();
    await root.locator(".wu-asks__front").waitFor();
    const [sheet, ...more] = await look("the appointment");
    assert.equal(more.length, 0, "one sheet");
    assert.equal(await root.locator(".wu-asks__front li").count(), 3);
    assert.match(await root.locator(".wu-asks__front li").first().innerText(), /Who do I ring/);
    for (const question of await root.locator(".wu-asks__one").allInnerTexts()) assert.ok(bare(sheet.text).includes(bare(question)), question);
    assert.ok(!bare(sheet.text).includes(bare("Who does what next")), "and nothing of the other");
    assert.deepEqual(page.log.errors, []);
  });
}

test("the summary of an aid whose numbers are all about the same people is one sheet", () => {
  console.log([...pages].map(([aid, count]) => `${aid} ${count}`).join(", "));
  assert.equal(pages.get("prostate-localised"), 1);
});

/** Everything that can be said is said: all boxes, a mark on every outcome, every question ticked, nothing ready. */
async function everything(aid) {
  const widget = await consultation(aid);
  const { root } = widget;
  await widget.go("What matters");
  for (const box of await root.getByRole("textbox").all()) await box.fill("To be able to walk to the shops again with my sister, and to sleep through.");
  await root.getByRole("radio", { name: "I am thinking about the options" }).check();
  await widget.go("Compare");
  for (let left = await root.getByRole("button", { name: /^Matters\? / }).count(); left > 0; left -= 1) {
    await root.getByRole("button", { name: /^Matters\? / }).first().click();
    await root.locator(".wu-marked__choice").filter({ hasText: left % 2 ? "Matters a lot" : "Worries me" }).first().click();
    await root.locator(".wu-marked__now--said[aria-expanded=true]").first().click();
    await root.locator(".wu-marked__panel").waitFor({ state: "detached" });
  }
  await widget.go("Ready?");
  for (const group of await root.getByRole("group").filter({ has: root.getByRole("radio", { name: "Not yet" }) }).all()) {
    await group.getByRole("radio", { name: "Not yet" }).first().check();
  }
  for (const question of await root.getByRole("group", { name: "Questions you could ask" }).getByRole("checkbox").all()) await question.check();
  await widget.go("Decide");
  await root.getByRole("textbox", { name: "Do you have any doubts?" }).fill("I am still not sure about the long wait, and what my sister will say.");
  await onTheSheet(widget);
  return widget;
}

// HRT has 17 outcomes about seven groups of people, which its table names each time: two sheets are still to be reached.
for (const [aid, most] of [["hrt", 3], ["knee-osteoarthritis", 2]]) {
  test(`${aid}: with everything said the summary is at most ${most} sheets, in letters as wide as most devices have`, async () => {
    const { page, root } = await everything(aid);
    await root.evaluate((host) => {
      const letters = new CSSStyleSheet();
      letters.replaceSync(':host { --wu-font: "Liberation Sans", Arimo, Arial !important }');
      host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, letters];
    });
    const sheets = await read(await paper(page));
    assert.ok(sheets.length <= most, `${sheets.length} sheets, at most ${most}`);
    assert.deepEqual(halfEmpty(sheets), []);
    assert.deepEqual(page.log.errors, []);
  });
}

test("every step is printed with its title, its heading and its version, and without a half-empty sheet", async () => {
  const widget = await consultation("prostate-localised");
  const stamp = bare(await widget.root.locator(".wu-foot__stamp").innerText());
  const title = bare(await widget.root.locator(".wu-top__title").innerText());
  for (const [step, heading] of steps) {
    await widget.go(step);
    const sheets = await read(await paper(widget.page));
    assert.ok(bare(sheets[0].text).includes(bare(heading)), `${step}: its heading`);
    for (const { text } of sheets) for (const part of [stamp, title]) assert.ok(bare(text).includes(part), `${step}: “${part}”`);
    assert.deepEqual(halfEmpty(sheets), [], step);
  }
});
