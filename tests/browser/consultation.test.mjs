// Ready?, Decide together, the three uses of the page, the health professional's panel, a second screen, and answers kept
// where a person asks for it (and nowhere else).
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { readAid } from "../support/figures.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { label, sideways, steps, twoScreens, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
/** How many sheets of A4 a page takes. */
const printed = async (page) => ((await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
const keptBy = (page) => page.evaluate(() => Object.keys(localStorage));

test("a question about the facts is met kindly, is not scored and holds nobody up", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Ready?");
  await widget.unfold("Have we explained it well?");
  const asked = widget.root.locator(".wu-ready__question").first();
  const answers = asked.getByRole("radio");
  const seen = new Set();
  for (let at = 0; at < await answers.count(); at += 1) {
    await answers.nth(at).check();
    await asked.locator(".wu-ready__feedback").waitFor();
    seen.add((await asked.locator(".wu-ready__feedback p").first().innerText()).trim());
  }
  assert.deepEqual([...seen].sort(), ["Not quite. Many people think so.", "Yes."]);
  const text = await widget.words();
  assert.doesNotMatch(text, /\b(score|wrong|correct|incorrect|mark|pass|fail)\b|\d+ (out )?of \d+ (right|questions)/i);
  await widget.next();
  await widget.next();
  const summary = await widget.root.getByRole("article").innerText();
  assert.ok(!summary.includes("Not quite"), "the summary says nothing of it");
});

test("every prompt that is not yet fine leads back to its step", async () => {
  const widget = await new Widget(await here.open()).ready();
  for (const [prompt, step] of [["Could you tell a friend", "The choice"], ["Could you say what each", "Options"],
    ["Have you seen what may happen", "Compare"], ["Have you said what matters", "Weigh up"], ["Have you talked to", "Decide"]]) {
    await widget.go("Ready?");
    await widget.root.getByRole("group", { name: new RegExp(`^${prompt}`) }).getByRole("radio", { name: "Not yet" }).check();
    await widget.button(`Go to ${label(step)}`).click();
    await widget.at(step);
  }
});

test("undecided, more time and advice look like a choice, and none is chosen", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Decide");
  const group = widget.root.getByRole("group", { name: "Where are you now?" });
  const shapes = await group.locator(".wu-choice").evaluateAll((all) => all.map((each) => {
    const { inlineSize, fontSize, fontWeight, color } = getComputedStyle(each.querySelector("label"));
    const box = each.querySelector("input").getBoundingClientRect();
    return [inlineSize, fontSize, fontWeight, color, box.width, box.height].join(" ");
  }));
  assert.equal(shapes.length, 6);
  assert.equal(new Set(shapes).size, 1, `all answers look alike: ${shapes.join("\n")}`);
  assert.equal(await group.getByRole("radio", { checked: true }).count(), 0);
});

test("choosing what fits less is a question, never an error", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Dying from prostate cancer": 10, "Cancer that spreads": 10,
    "Erections firm enough for sex": 90, "Leaking from the bowel": 10, "Getting up at night to pass urine": 10 } });
  await widget.go("Decide");
  await widget.root.getByRole("radio", { name: /leaning towards surgery/i }).check();
  const ask = widget.heading("Something to talk about", 2);
  await ask.waitFor();
  const text = await (await widget.under(ask)).innerText();
  assert.match(text, /\?\s*$/);
  assert.doesNotMatch(text, /wrong|mistake|should|error|recommend/i);
  await widget.root.getByRole("radio", { name: /have not decided/i }).check();
  await ask.waitFor({ state: "detached" });
  await widget.root.getByRole("radio", { name: /leaning towards surgery/i }).check();
  await ask.waitFor();
  await widget.root.evaluate((host) => host.setAttribute("results", "facts"));
  await ask.waitFor({ state: "detached" });
});

test("the attribute `mode` opens the page for its use: together on the figures, after on the summary", async () => {
  for (const [mode, step] of [["together", "Compare"], ["after", "Summary"]]) {
    const page = await here.person();
    await withAttributes(page, `mode="${mode}"`);
    await page.goto(`${here.site.url}prostate-localised/`);
    const widget = new Widget(page);
    await widget.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
    await widget.at(step);
  }
});

test("together, the panel has what was said, an agenda of both and what one could say; nothing of it is printed", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  const panel = widget.root.getByRole("complementary", { name: "For the health professional" });
  await widget.next();
  await journey.say(widget);
  await widget.go("About");
  await widget.root.getByRole("radio", { name: "Together with my health team" }).click();
  await widget.at("About");
  await widget.next();
  await widget.drawer();
  const text = await panel.innerText();
  for (const words of Object.values(journey.words)) assert.ok(text.includes(words), `the panel says “${words}”`);
  await panel.getByRole("textbox", { name: "What the person wants to talk about" }).fill("The drive");
  await widget.button("Add their topic").click();
  await panel.getByRole("textbox", { name: "What you want to talk about" }).fill("Blood thinners");
  await widget.button("Add your topic").click();
  await widget.button("Earlier: Blood thinners").click();
  const topics = panel.locator("ol li");
  await until(async () => /Blood thinners/.test(await topics.first().innerText()), "the agreed order");
  const said = await panel.locator("section").first().innerText();
  await widget.go("Compare");
  assert.notEqual(await panel.locator("section").first().innerText(), said, "what one could say goes with the step");
  await page.emulateMedia({ media: "print" });
  assert.equal(await panel.isVisible(), false);
});

test("an aid past its next review says so on every step, in the summary and in the text to copy, and not on the day itself", async () => {
  const { about } = readAid("prostate-localised");
  const said = /The next review of this aid was due on .+\d{4}\. Ask your health team whether anything has changed since\./;
  const on = async (day) => {
    const page = await here.person({ timezoneId: "Europe/London" });
    await page.clock.setFixedTime(new Date(`${day}T09:00:00Z`));
    await page.goto(`${here.site.url}prostate-localised/`);
    return new Widget(page).ready();
  };
  const fresh = await on(about.next_review);
  assert.doesNotMatch(await fresh.words(), said);
  const late = await on(`${Number(about.next_review.slice(0, 4)) + 1}${about.next_review.slice(4)}`);
  for (const [step] of steps) {
    await late.go(step);
    assert.match(await late.words(), said, step);
  }
  await late.page.emulateMedia({ media: "print" });
  assert.match(await late.words(), said, "the page to print");
});

test("the clock runs only when somebody starts it, and says minutes", async () => {
  const page = await here.person();
  await page.clock.install();
  await withAttributes(page, 'mode="together"');
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = new Widget(page);
  const panel = widget.root.getByRole("complementary", { name: "For the health professional" });
  await widget.drawer();
  assert.ok(!(await panel.innerText()).includes("Minutes used"));
  await panel.getByText("Time", { exact: true }).click();
  await widget.button("Start the clock").click();
  await panel.getByText("Minutes used: 0").waitFor();
  await page.clock.runFor(190_000);
  await panel.getByText("Minutes used: 3").waitFor();
  await widget.button("Stop the clock").click();
  await panel.getByText("Minutes used").waitFor({ state: "detached" });
});

test("a second window is in step, both ways, by a name that stands in no address, and closes with the first", async () => {
  const page = await here.person();
  const { widget, second, room } = await twoScreens(page, here.site.url);
  assert.deepEqual([second, page].map((each) => each.url().split("#")[0]), [0, 1].map(() => `${here.site.url}prostate-localised/`), "the same address");
  assert.match(await second.evaluate(() => window.name), /^weighup-second-[a-p]{32}$/);

  await widget.go("Decide");
  await room.at("Decide");
  await widget.root.getByRole("radio", { name: /need more time/i }).check();
  const theirs = room.root.getByRole("radio", { name: /need more time/i });
  await until(() => theirs.isChecked(), "the answer in the second window");
  await room.root.getByRole("radio", { name: /have not decided/i }).check();
  await until(() => widget.root.getByRole("radio", { name: /have not decided/i }).isChecked(), "the answer in the first");
  await widget.button("Undo").click();
  await until(() => theirs.isChecked(), "undone in both");
  assert.deepEqual(await keptBy(page), []);
  assert.deepEqual(page.log.outside, []);

  const closed = second.waitForEvent("close");
  await page.goto("about:blank");
  await closed;
});

test("the view for the room shows one card at a time, in letters to be read from two metres", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.root.getByRole("radio", { name: "Together with my health team" }).click();
  await widget.at("About");
  await widget.next();
  await widget.go("Options");
  await widget.drawer();
  await widget.button("Large type, one card at a time").click();
  const cards = widget.root.locator(".wu-step .wu-card");
  const seen = () => cards.evaluateAll((all) => all.map((each) => each.checkVisibility()).filter(Boolean).length);
  await until(async () => await seen() === 1, "one card");
  // A letter of a two-hundredth of the distance: 14 mm on a screen of 345 mm, so 4 hundredths of its width.
  const size = await widget.root.locator(".wu-body").evaluate((body) => parseFloat(getComputedStyle(body).fontSize) / body.clientWidth);
  assert.ok(size >= 0.039, `letters of ${size} of the width`);
  await widget.root.getByText("Card 1 of 3").waitFor();
  await widget.button("Next card").click();
  await widget.root.getByText("Card 2 of 3", { exact: true }).first().waitFor();
  assert.equal(await seen(), 1);
  await accessible(page, "large type");
  await widget.button("Next card").click();
  await widget.button("Next card").click();
  await widget.at("Compare");
  await widget.button("Leave large type").click();
  await widget.go("Options");
  await until(async () => await seen() > 1, "all cards again");
});

test("answers are saved to a file, and opened again with what no longer applies", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.go("What matters");
  await journey.say(widget);
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("Decide");
  await journey.decide(widget);
  await widget.go("Summary");
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  assert.equal(download.suggestedFilename(), "prostate-localised-answers.json");
  const text = (await downloaded(download)).toString("utf8");
  for (const words of Object.values(journey.words)) assert.ok(text.includes(words));

  await page.goto(new URL("prostate-localised/", here.site.url).href);
  await widget.ready();
  await widget.go("Summary");
  const open = async (name, body) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), widget.button("Open a saved file").click()]);
    await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });
  };
  await open("mine.json", text);
  await widget.root.getByText("Your saved answers are open.").waitFor();
  const shown = await widget.words();
  for (const words of [...Object.values(journey.words), journey.doubt, journey.task.what]) assert.ok(shown.includes(words), words);
  await widget.button("Close this message").click();

  const ranges = JSON.parse(text).ranges;
  await open("older.json", text.replace(ranges, "0000000000000000"));
  await widget.button("Yes, open them").click();
  await widget.root.getByText(/please weigh them again/).waitFor();
  await open("other.json", text.replace('"aid":"prostate-localised"', '"aid":"another"'));
  await widget.root.getByText(/saved from another decision aid/).waitFor();
  await open("letter.json", "Dear Doctor");
  await widget.root.getByText(/could not be opened/).waitFor();
  await open("newer.json", text.replace('"format":5', '"format":6'));
  await widget.root.getByText(/saved from a newer version/).waitFor();
  await open("older.json", text.replace('"format":5', '"format":1'));
  await widget.root.getByText(/could not be opened/).waitFor();
  await open("large.json", text + " ".repeat(2 * 1024 * 1024));
  await widget.root.getByText(/too large/).waitFor();
  assert.deepEqual(await keptBy(page), [], "opening a file keeps nothing");
  assert.deepEqual(page.log.errors, []);
});

test("answers are kept on the device only where the site allows it and the person ticks it", async () => {
  const other = await here.person();
  await withAttributes(other, 'keep="off"');
  await other.goto(`${here.site.url}prostate-localised/`);
  const plain = await new Widget(other).ready();
  await plain.go("Summary");
  assert.equal(await plain.root.getByRole("checkbox", { name: "Keep my answers on this device" }).count(), 0);

  const page = await here.person();
  await withAttributes(page, "keep");
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await widget.next();
  await journey.say(widget);
  assert.deepEqual(await keptBy(page), [], "allowed is not asked for");
  await widget.go("Summary");
  const box = widget.root.getByRole("checkbox", { name: "Keep my answers on this device" });
  await box.check();
  await until(async () => (await keptBy(page)).join() === "weighup-answers-prostate-localised", "answers kept");
  await widget.root.getByText("Your answers are kept on this device, because you asked for that.").waitFor();
  await widget.go("Decide");
  await journey.decide(widget);
  await page.reload();
  await widget.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
  await widget.at("Decide");
  await widget.go("Summary");
  const shown = await widget.words();
  for (const words of [...Object.values(journey.words), journey.task.what]) assert.ok(shown.includes(words), words);
  await widget.button("Start again").click();
  await widget.button("Yes, clear everything").click();
  await widget.at("About");
  await until(async () => (await keptBy(page)).length === 0, "nothing is kept any more");
  await page.reload();
  await widget.ready();
});

test("the property and attribute `step` open a step; the address says it only where the site wants that", async () => {
  const page = await here.person();
  await withAttributes(page, 'hash="off"');
  await page.goto(new URL("prostate-localised/", here.site.url).href);
  const widget = await new Widget(page).ready();
  const address = page.url();
  await widget.root.evaluate((host) => { host.step = "compare"; });
  await widget.at("Compare");
  assert.equal(await widget.root.evaluate((host) => host.step), "compare");
  await widget.go("About");
  await widget.root.evaluate((host) => { host.step = "compare"; });
  await widget.at("Compare");
  assert.equal(page.url(), address);

  const other = await here.person();
  await withAttributes(other, "hash");
  await other.goto(`${here.site.url}prostate-localised/#weighup-weigh`);
  const linked = new Widget(other);
  await linked.at("Weigh up");
  await linked.go("Options");
  assert.equal(new URL(other.url()).hash, "#weighup-options");
  assert.equal(new URL(other.url()).search, "");
  // By way of the first step of its stage: each has an entry of its own.
  await other.goBack();
  await linked.at("The choice");
  await other.goBack();
  await linked.at("Weigh up");
});

test("the summary prints on at most two sheets of A4 with everything said", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await journey.presence(widget);
  await widget.go("What matters");
  await journey.say(widget);
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await widget.go("Ready?");
  await journey.ready(widget);
  await widget.go("Decide");
  await journey.decide(widget);
  await widget.go("Summary");
  const sheets = await printed(page);
  assert.ok(sheets <= 2, `${sheets} sheets`);
});

test("every state of the summary prints on two sheets, in large letters or Urdu on a few more", async () => {
  const page = await here.person();
  const summaries = fixtures().filter(({ kind }) => kind === "summary");
  assert.ok(summaries.length >= 5, `${summaries.length} states`);
  const over = [];
  for (const fixture of summaries) {
    await showFixture(page, here.site.url, fixture);
    const most = { "easy-": 6, "ur-": 3 }[/^(easy|ur)-/.exec(fixture.name)?.[0]] ?? 2;
    const sheets = await printed(page);
    if (sheets > most) over.push(`${fixture.name}: ${sheets} sheets, at most ${most}`);
  }
  assert.deepEqual(over, []);
});

test("a new patient needs at most 31 clicks from the first step to a printed summary", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await page.evaluate(() => {
    window.clicks = 0;
    addEventListener("click", (event) => { if (event.detail) window.clicks += 1; }, true);
  });
  const { root } = widget;
  await root.getByRole("checkbox", { name: /^Me:/ }).click();
  await widget.next();
  const [matters] = Object.keys(journey.words);
  const box = root.getByRole("textbox", { name: matters });
  await box.click();
  await box.pressSequentially("Bowls");
  await root.getByRole("radio", { name: "I am thinking about the options" }).click();
  for (let step = 0; step < 4; step += 1) await widget.next();
  await root.getByRole("radio", { name: "Wearing pads for leaking urine" }).click();
  // A word for everything else that the studies tell apart.
  const word = () => root.locator(".wu-pair--now").getByRole("button", { name: "About half as much" });
  while ((await word().count()) > 0) await word().click();
  await widget.next();
  assert.match(await widget.words(), /not advice/i, "the fit is worked out");
  await widget.next();
  for (const radio of await root.getByRole("radio", { name: "Yes", exact: true }).all()) await radio.click({ force: true });
  await widget.next();
  await root.getByRole("radio", { name: /need more time/i }).click();
  await widget.next();
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await widget.button("Print this page").click();
  const clicks = await page.evaluate(() => window.clicks);
  console.log(`${clicks} clicks`);
  assert.ok(await page.evaluate(() => window.printed) && clicks <= 31, `${clicks} clicks`);
});

for (const width of [320, 1280]) {
  test(`the new steps, the panel and its fields have no accessibility problem at ${width} px`, async () => {
    const page = await here.open("prostate-localised/", { viewport: { width, height: 800 } });
    const widget = await new Widget(page).ready();
    await widget.root.getByRole("checkbox", { name: /^Someone with me/ }).check();
    await widget.root.getByRole("radio", { name: "Together with my health team" }).click();
    await widget.drawer();
    for (const step of ["Ready?", "Decide", "Summary"]) {
      await widget.go(step);
      await accessible(page, `${step} together at ${width}`);
      assert.deepEqual(await sideways(page), [], `${step} together at ${width}`);
    }
  });
}
