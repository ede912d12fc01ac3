// Commenting on an aid on screen: words, figures, options and steps, with the mouse and with the keyboard alone; saved as a file that
// `weighup comments` reads back at the place it was made, and that another program reads as Web Annotations.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { jsonldParser, parseAnnotation } from "@dokieli/web-annotation";
import readWorkbook from "read-excel-file/node";
import { accessible } from "../support/axe.mjs";
import { reviewing, scratch, weighup } from "../support/review.mjs";
import { sideways } from "../support/widget.mjs";

const AID = "decision-aids/otitis-media";
const here = reviewing({ before, after, aids: [AID] });
const out = scratch(after);

/** What `weighup comments` makes of a file. */
async function readBack(file) {
  mkdirSync(out, { recursive: true });
  const path = join(out, file.name);
  writeFileSync(path, file.text);
  return weighup("comments", path, "--aid", AID);
}

const offAxe = { off: [] };

test("words that are selected, a figure, an option and a whole step are commented on, saved, and read back at their places", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  await page.locator("main li", { hasText: "Your child avoids the upsets" }).first().scrollIntoViewIfNeeded();
  // With the mouse, over the page as it is.
  const box = await page.locator("main li", { hasText: "Your child avoids the upsets" }).first().boundingBox();
  await page.mouse.move(box.x + 2, box.y + box.height / 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + (3 * box.height) / 4, { steps: 5 });
  await page.mouse.up();
  await reviewer.button("Comment on these words").click();
  const quote = await reviewer.form.locator(".rv-quote").innerText();
  assert.ok("Your child avoids the upsets that antibiotics cause.".includes(quote) && quote.length > 10, quote);
  await page.getByLabel("Ask something").check();
  await reviewer.write("Which upsets?");
  await reviewer.add();
  await reviewer.select("43", "of every", ".wu-figure__lead");
  await reviewer.button("Comment on these words").click();
  await page.getByLabel("Suggest other words").check();
  await reviewer.write("fewer than half");
  await reviewer.add();
  await reviewer.comment("Antibiotics now");
  await reviewer.form.getByRole("group", { name: "Is this fair?" }).getByLabel("No", { exact: true }).check();
  await reviewer.write("It reads like the easy way out.");
  await reviewer.add();
  await reviewer.comment("Your options");
  await reviewer.write("Too long.");
  await reviewer.add();
  assert.equal(await reviewer.list.count(), 5);
  // Who they are is asked when it is needed, and nothing is chosen for them.
  assert.equal(await page.locator("input[name=kind]:checked").count(), 0);
  await reviewer.button("Save as a file").click();
  assert.match(await page.locator(".rv-give .rv-problem").innerText(), /Choose one of these/);
  await page.getByLabel("a carer or family").check();
  await page.getByLabel("In my own words, I am").fill("a grandmother");
  const file = await reviewer.save();
  assert.match(file.name, /^otitis-media-comments-[0-9a-f]{6}\.json$/);
  const back = await readBack(file);
  assert.equal(back.code, 0, back.stderr);
  for (const said of [
    "5 comments on otitis-media", "carers and families 5", "a grandmother: Which upsets?",
    "option.none.benefits.0 (aid.toml line ", "outcome.pain.figures.1d.cells.none (aid.toml line ", "about “43 of every”",
    "a grandmother: fewer than half", "option.now (aid.toml line ", "Is this fair? No.", "It reads like the easy way out.",
    "option (aid.toml line ", "ALL OPTIONS", "a grandmother: Too long.",
  ]) assert.ok(back.stdout.includes(said), `${said}\n${back.stdout}`);
  assert.ok(!/changed since|stand here now|WITHOUT A PLACE/.test(back.stdout), back.stdout);
  const table = await weighup("comments", join(out, file.name), "--aid", AID, "--format", "csv");
  assert.ok(table.stdout.includes("All options") && !table.stdout.includes("no longer there"), table.stdout);
  // The same as a workbook, opened by a program that is not ours.
  const book = join(out, "comments.xlsx");
  assert.equal((await weighup("comments", join(out, file.name), "--aid", AID, "--format", "xlsx", "--out", book)).code, 0);
  const [{ data: rows }] = await readWorkbook(book);
  assert.equal(rows.length, 6);
  assert.deepEqual([rows[0][0], rows[0][4], rows[0][14]], ["Document", "Comment", "Comment id"]);
  const asked = rows.find((row) => row[4] === "Which upsets?");
  assert.equal(asked[3], quote);
  assert.equal(asked[11], "a grandmother");
  assert.ok(rows.some((row) => row[5] === "Is this fair?" && row[6] === "No"));
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
  assert.deepEqual(page.log.console, []);
  assert.ok(page.log.requests.every((url) => /\.(html|css|js)$/.test(new URL(url).pathname) || url.startsWith("blob:") || url.startsWith("data:")), page.log.requests.join("\n"));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("every text of the aid that the page shows whole is found, each in its own part", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { missing, strange, cards } = await reviewer.page.evaluate(() => {
    const data = JSON.parse(document.getElementById("rv-data").textContent);
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    const found = new Set([...document.querySelectorAll("main [data-place]")].map((element) => element.dataset.place));
    // A text of several words that some paragraph, line or cell says and nothing else.
    const said = new Set([...document.querySelectorAll("main :is(p, li, dd)")].map((element) => plain(element.textContent)));
    const missing = data.places.filter(([name, text]) => text.includes(" ") && said.has(plain(text)) && !found.has(name)
      && !data.places.some(([other, same]) => other !== name && same === text));
    const strange = [...document.querySelectorAll("main [data-text]")].filter((element) => {
      const part = element.closest("[data-part]")?.dataset.part;
      const { place } = element.dataset;
      return /^(option|outcome)\./.test(part ?? "") && /^(option|outcome)\./.test(place) && part.split(".")[0] === place.split(".")[0]
        && !place.startsWith(`${part}.`);
    });
    return { missing, strange: strange.map((element) => `${element.dataset.place} in ${element.closest("[data-part]").dataset.part}: ${element.textContent}`), cards: [data.cards.length, document.querySelectorAll(".wu-outcome[data-place*='.figures.']").length] };
  });
  assert.deepEqual(missing, []);
  assert.deepEqual(strange, []);
  assert.ok(cards[0] > 5 && cards[0] === cards[1], String(cards));
});

test("a file is what the vocabulary of Web Annotations says, to a program that is not ours", async () => {
  const reviewer = await here.open("otitis-media.html");
  await reviewer.comment("No antibiotics");
  await reviewer.form.getByRole("group", { name: "Is this clear?" }).getByLabel("Yes", { exact: true }).check();
  await reviewer.write("“Wait” is kinder.");
  await reviewer.page.getByLabel("Suggest other words").check();
  await reviewer.page.locator("#rv-which").selectOption({ index: 1 });
  await reviewer.add();
  await reviewer.page.getByLabel("a patient").check();
  const file = JSON.parse((await reviewer.save()).text);
  assert.equal(file.type, "AnnotationCollection");
  assert.equal(file.total, file.first.items.length);
  const read = await Promise.all(file.first.items.map((item) =>
    parseAnnotation({ "@context": file["@context"], ...item }, { parser: jsonldParser })));
  assert.deepEqual(read.map((one) => one.motivatedBy), ["oa:assessing", "oa:editing"]);
  for (const one of read) {
    assert.match(one.target.source, /^urn:weighup:aid:otitis-media:[\d.]+:[0-9a-f]{64}$/);
    assert.equal(one.target.selector.type, "FragmentSelector");
  }
  assert.deepEqual(read.map((one) => one.body.map(({ value, purpose }) => [value, purpose])), [
    [["Is this clear?", "describing"], ["yes", "assessing"]],
    [["“Wait” is kinder.", "editing"]],
  ]);
  assert.equal(read[1].body[0].language, "en-GB");
  assert.match(read[1].target.selector.value, /^option\.none\./);
  assert.equal(new Set(read.map((one) => one.iri)).size, 2);
});

test("everything is done with the keyboard alone, words of a text included", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  const { keyboard } = page;
  await keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Go to my comments");
  await page.getByRole("button", { name: "Comment No antibiotics" }).focus();
  await keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "No antibiotics");
  await keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "rv-which");
  // Its first text, and of that the first two words.
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "rv-quote");
  const whole = await page.locator("#rv-quote").inputValue();
  await keyboard.press("Control+Home");
  await keyboard.press("Control+Shift+ArrowRight");
  await keyboard.press("Control+Shift+ArrowRight");
  for (let n = 0; n < 20 && (await page.evaluate(() => document.activeElement.id)) !== "rv-words"; n += 1) await keyboard.press("Tab");
  await keyboard.type("Plain words, please.");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  assert.equal(await reviewer.list.count(), 1);
  assert.ok(await page.evaluate(() => document.activeElement.matches(".rv-item")), "the focus is on what was added");
  const quote = await reviewer.list.locator(".rv-quote").innerText();
  assert.equal(quote, whole.split(" ").slice(0, 2).join(" "));
  assert.equal(await reviewer.status.innerText(), "Added.");
  // Words selected on the page itself, as with caret browsing: Enter does what the button does.
  await page.evaluate(() => document.activeElement.blur());
  await reviewer.select("Middle ear infection in children");
  await page.getByRole("button", { name: "Comment on these words" }).waitFor();
  await keyboard.press("Enter");
  assert.equal(await reviewer.form.locator(".rv-quote").innerText(), "Middle ear infection in children");
});

for (const [width, height] of [[390, 844], [768, 1024], [1366, 900]]) {
  test(`every state of the margin is sound for assistive technology at ${width} pixels`, async () => {
    const reviewer = await here.open("otitis-media.html", { viewport: { width, height } });
    const { page } = reviewer;
    const sound = async (state) => {
      assert.deepEqual(await sideways(page), [], state);
      await accessible(page, `${state} at ${width}`, offAxe);
    };
    await sound("before anything");
    await reviewer.comment("Back-up prescription");
    await sound("writing about a part");
    await page.locator("#rv-which").selectOption({ index: 1 });
    await sound("writing about one text");
    await reviewer.add();
    assert.match(await page.locator(".rv-compose .rv-problem").innerText(), /Write something/);
    await reviewer.write("When do I start?");
    await reviewer.add();
    await sound("with a comment");
    await reviewer.button("Save as a file").click();
    await sound("asked who they are");
    await page.getByLabel("someone else").check();
    await reviewer.button("Make a link").click();
    await page.locator("#rv-link").waitFor();
    await sound("with a link");
    await page.getByRole("button", { name: /^Change/ }).click();
    await sound("changing");
    await reviewer.button("Cancel").click();
    await reviewer.list.getByRole("button", { name: /^Delete / }).click();
    await sound("after deleting");
    await reviewer.button("Undo").click();
    await page.getByRole("button", { name: /^Show it on the page/ }).click();
    await sound("shown on the page");
    assert.equal(await page.evaluate(() => document.activeElement.className.includes("rv-comment")), true);
    await reviewer.select("Most get better within a few days");
    await sound("with words selected");
  });
}
