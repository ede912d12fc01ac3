// Compare's own displays, worked out again from the aid file; its order, its times, and the pictures people take away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { accessible } from "../support/axe.mjs";
import { downloaded, world } from "../support/chromium.mjs";
import { readAid, table } from "../support/figures.mjs";
import { focus, tabTo } from "../support/keys.mjs";
import { counting } from "../support/pictures.mjs";
import { openAll } from "../support/states.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const spaces = (text) => text.replace(/\s+/g, " ").trim();
const aid = readAid("prostate-localised");
const rows = table(aid);

async function compare(path, how) {
  const widget = await new Widget(await here.open(path, how)).ready();
  await widget.pictures();
  return widget;
}
const show = (widget, way) => widget.show(way);
/** Each option's heading on a card with what its picture counts. */
const pictures = (card) => card.evaluate((root, counting) => [...root.querySelectorAll(".wu-figure")].map((figure) => {
  const svg = figure.querySelector("svg[role=img]");
  return { name: figure.querySelector("h3").innerText.trim(), text: figure.innerText, picture: svg && (0, eval)(counting)(svg) };
}), counting);

test("differences: the smaller count, the difference and the rest, from the counts of the aid file", async () => {
  const widget = await compare();
  await show(widget, "Differences");
  await openAll(widget);
  for (const row of rows.filter((each) => each.first)) {
    const [base, ...others] = row.cells;
    const found = await pictures(widget.card(row.name));
    assert.deepEqual(found.map((each) => each.name), row.cells.map((cell) => cell.name), row.name);
    for (const [at, cell] of others.entries()) {
      const where = `${row.name}, ${cell.name}`;
      const { picture, text } = found[at + 1];
      assert.ok(picture, `${where}: ${text}`);
      const wanted = {
        certain: Math.min(cell.count, base.count), added: Math.max(0, cell.count - base.count),
        taken: Math.max(0, base.count - cell.count), rest: row.cells[0].n - Math.max(cell.count, base.count),
      };
      const shown = Object.fromEntries(Object.keys(wanted).map((kind) => [kind, picture[kind] ?? 0]));
      assert.deepEqual(shown, wanted, where);
      assert.equal(Object.values(shown).reduce((a, b) => a + b), cell.n, where);
      for (const count of Object.values(wanted).filter(Boolean)) assert.match(spaces(text), new RegExp(`\\b${count}\\b`), where);
      // It tells of groups: nobody knows what would have happened to one person with the other option.
      assert.doesNotMatch(text, /Helped|Harmed|either way|but not with/, where);
    }
  }
});

test("1,000 people are squares that hold 1,000, in every outcome of a large denominator", async () => {
  const widget = await compare("breast-screening/");
  await openAll(widget);
  for (const row of table(readAid("breast-screening")).filter((each) => each.first)) {
    for (const { name, picture } of await pictures(widget.card(row.name))) {
      const { icons } = row.cells.find((cell) => cell.name === name);
      assert.deepEqual([picture.certain, picture.band, picture.rest], [icons.certain, icons.band, icons.rest], `${row.name}, ${name}`);
    }
  }
});

test("numbers only has no picture; every way has no problem at 320 and 1280 px", async () => {
  for (const viewport of [{ width: 320, height: 640 }, { width: 1280, height: 900 }]) {
    const widget = await compare("prostate-localised/", { viewport });
    for (const way of ["Pictures", "Differences", "Numbers only", "Table"]) {
      await show(widget, way);
      await openAll(widget);
      if (way === "Numbers only") assert.equal(await widget.root.locator("svg[role=img]").count(), 0);
      await accessible(widget.page, `${way} at ${viewport.width}`);
      assert.deepEqual(await sideways(widget.page), [], `${way} at ${viewport.width}`);
    }
  }
});

test("four options stand one under the other on a phone, side by side on a desk", async () => {
  for (const [width, across] of [[320, 1], [1280, 4]]) {
    const widget = await compare("breast-surgery/", { viewport: { width, height: 800 } });
    const tops = await widget.root.locator(".wu-outcome").first().evaluate((card) =>
      [...card.querySelectorAll(".wu-figure")].map((each) => Math.round(each.getBoundingClientRect().left)));
    assert.equal(new Set(tops).size, across, `${width} px: ${tops}`);
  }
});

test("one point in time for all that have it", async () => {
  const widget = await compare();
  await widget.button("Choose what is shown").click();
  await widget.root.getByRole("group", { name: "Time, where there is a choice" }).getByRole("radio", { name: "5 years" }).check();
  // What is told in more detail only when it is asked for has its card then.
  await widget.whole();
  let chosen = 0;
  for (const outcome of aid.outcome.filter((each) => each.figures.length > 1 && each.figures.some((row) => row.at === "5y"))) {
    const choice = widget.horizon(outcome.name, "5 years");
    if (await choice.count()) {
      assert.ok(await choice.isChecked(), outcome.name);
      chosen += 1;
    }
  }
  assert.ok(chosen > 1, "more than one outcome follows");
});

test("an outcome moves up by keyboard, keeps the focus, and the summary keeps the order", async () => {
  const widget = await compare();
  const last = aid.outcome[2].name;
  await tabTo(widget.page, "Choose what is shown");
  await widget.page.keyboard.press("Enter");
  await tabTo(widget.page, `Move up: ${last}`);
  for (let presses = 0; presses < 2; presses += 1) {
    await widget.page.keyboard.press("Enter");
    await until(async () => (await focus(widget.page))?.name === `Move up: ${last}`, "the focus on the same outcome");
  }
  const heading = widget.root.locator(".wu-outcome h2").first();
  await until(async () => (await heading.innerText()).trim() === last, "the outcome is first");
  const names = await widget.root.locator(".wu-outcome h2").allInnerTexts();
  assert.equal(new Set(names).size, names.length, "each outcome once");
  await widget.go("Summary");
  await widget.unfold("The numbers");
  assert.match(spaces(await widget.root.getByRole("row").nth(1).innerText()), new RegExp(`^${last}`));
});

test("serious harms never wait; the others are one press away", async () => {
  const widget = await compare("hrt/");
  const shown = async () => (await widget.root.locator(".wu-outcome h2").allInnerTexts()).map((text) => text.trim());
  const before = await shown();
  const { outcome } = readAid("hrt");
  for (const each of outcome.filter((each) => each.serious)) assert.ok(before.includes(each.name), each.name);
  await widget.button("Show the other outcomes").click();
  await until(async () => (await shown()).length === outcome.length, "every outcome");
});

/** Width and height of a PNG whose points can be read, and how many of them are not white. */
function png(bytes) {
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  const [parts, size] = [[], []];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.subarray(at + 4, at + 8).toString();
    if (kind === "IHDR") size.push(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12), bytes[at + 17]);
    if (kind === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height, colour] = size;
  const points = inflateSync(Buffer.concat(parts));
  assert.equal(points.length, height * (1 + width * (colour === 6 ? 4 : 3)), "every row is there");
  return { width, height };
}

test("a picture is saved as SVG and PNG with its caption, source and version, and nothing is asked of the network", async () => {
  for (const [path, outcome] of [["prostate-localised/", "Wearing pads for leaking urine"], ["breast-screening/", "Dying from breast cancer"]]) {
    const widget = await compare(path);
    const { page } = widget;
    const card = widget.card(outcome);
    const opener = card.getByRole("button", { name: /^Meaning and sources/ });
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
    await card.getByRole("button", { name: `Save the pictures ${outcome}` }).click();
    const doc = readAid(path.slice(0, -1));
    const row = table(doc).find((each) => each.name === outcome && each.first);
    const cell = row.cells.at(-1);
    const asked = page.log.requests.length;
    const saved = {};
    for (const format of ["SVG", "PNG"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"), card.getByRole("button", { name: `${format} ${cell.name}, ${outcome}`, exact: true }).click(),
      ]);
      assert.equal(download.suggestedFilename(), `${doc.id}-${row.outcome}-${row.at}-${cell.option}.${format.toLowerCase()}`);
      saved[format] = await downloaded(download);
    }
    assert.deepEqual(page.log.requests.slice(asked).filter((url) => !url.startsWith("blob:")), []);
    const found = await page.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
      const root = drawing.documentElement;
      return {
        error: drawing.querySelector("parsererror")?.textContent ?? "", name: root.tagName, lang: root.getAttribute("lang"),
        size: ["width", "height"].map((each) => Number(root.getAttribute(each))),
        title: drawing.querySelector("title").textContent, desc: drawing.querySelector("desc").textContent,
        text: [...drawing.querySelectorAll("text")].map((each) => each.textContent).join(" "),
        links: text.match(/(href|src|url\(|@import)/g) ?? [], paths: drawing.querySelectorAll("path").length,
      };
    }, saved.SVG.toString());
    assert.equal(found.error, "");
    assert.deepEqual([found.name, found.links], ["svg", []]);
    assert.equal(found.title, `${outcome}: ${cell.name}`);
    assert.ok(found.desc.length > 20 && found.lang.startsWith("en"));
    const { icons, n } = cell;
    // Half-certain icons are two outlines each; the key has one of every kind.
    assert.equal(found.paths, n + icons.band + 4, "an icon a person");
    for (const part of [cell.said, `of every ${n.toLocaleString("en-GB")} ${row.people}`, "No one can know", doc.version, "Not clinically reviewed"]) {
      assert.ok(found.text.includes(part), `${part} in ${found.text}`);
    }
    const source = doc.source.find((each) => each.id === doc.outcome.find((each) => each.id === row.outcome).figures[0].sources[0]);
    assert.ok(found.text.includes(spaces(source.citation).slice(0, 40)), found.text);
    const { width, height } = png(saved.PNG);
    assert.deepEqual([width, height], found.size.map((each) => 2 * each), "twice the size of the drawing");
  }
});
