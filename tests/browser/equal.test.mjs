// Options are equal on every step that shows them: same headings, same structure, same type, nothing chosen (H05).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { readAid } from "../support/figures.mjs";
import { openAll } from "../support/states.mjs";
import { steps, Widget } from "../support/widget.mjs";

const here = world();
const options = readAid("prostate-localised").option.map((option) => option.name);

/** The shape of a part of the page: elements, their type size, weight and colour, without words and lists' lengths. */
const shape = (element) => element.evaluate((root) => {
  const out = [];
  const look = (at, depth) => {
    if (at.namespaceURI.endsWith("svg")) return;
    const style = getComputedStyle(at);
    const text = [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    // A figure inside a sentence that looks as its sentence does.
    const around = getComputedStyle(at.parentElement);
    if (at.tagName === "SPAN" && ["LI", "P", "DD", "SPAN"].includes(at.parentElement.tagName)
      && ["fontSize", "fontWeight", "fontStyle", "color", "backgroundColor", "textDecorationLine"].every((name) => style[name] === around[name]
        || (name === "backgroundColor" && style[name] === "rgba(0, 0, 0, 0)"))) return;
    const line = `${" ".repeat(depth)}${at.tagName} ${text ? [style.fontSize, style.fontWeight, style.fontStyle, style.color, style.textDecorationLine, style.textAlign].join(" ") : ""} ${style.backgroundColor} ${style.borderTopWidth} ${style.boxShadow} ${style.opacity}`;
    // Texts differ in how many sentences and figures they have: one of each kind stands for all.
    if (out.at(-1) !== line && !(["LI", "SPAN", "P", "DIV"].includes(at.tagName) && out.includes(line))) out.push(line);
    for (const child of at.children) look(child, depth + 1);
  };
  look(root, 0);
  return out;
});
const inside = (element) => element.evaluate((root) => [...root.querySelectorAll("h2, h3, h4, h5, legend, summary, dt, th")]
  .filter((each) => each.checkVisibility()).map((each) => [each.tagName, each.innerText.trim()]));
const size = (element) => element.evaluate((root) => root.getBoundingClientRect().width);

// Beside each other on a wide screen and under each other on a phone: each way of laying them out has rules of its own.
for (const width of [390, 768, 1366]) {
  test(`every option has the same card on Options at ${width} px`, async () => {
    const widget = await new Widget(await here.open("prostate-localised/", { viewport: { width, height: 900 } })).ready();
    await widget.go("Options");
    await openAll(widget);
    const found = await widget.root.locator("h2").allInnerTexts();
    assert.deepEqual(found.map((text) => text.trim()).filter((text) => options.includes(text)), options, "the aid's order");
    const cards = await Promise.all(options.map((option) => widget.under(widget.heading(option, 2))));
    const [first, ...others] = await Promise.all(cards.map(async (card, at) => ({
      headings: (await inside(card)).map(([tag, text]) => [tag, text.replaceAll(options[at], "OPTION").replaceAll(options[at].toLowerCase(), "OPTION")]),
      shape: await shape(card), width: await size(card),
    })));
    assert.ok(first.headings.length >= 8, "a card has its headings");
    for (const [at, other] of others.entries()) {
      assert.deepEqual(other.headings, first.headings, `${options[at + 1]} has the headings of ${options[0]}`);
      assert.deepEqual(other.shape, first.shape, `${options[at + 1]} looks as ${options[0]} does`);
      assert.ok(Math.abs(other.width - first.width) < 1, "the same width");
    }
  });
}

test("every option has the same cell in every outcome on Compare", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.pictures();
  await openAll(widget);
  for (const outcome of readAid("prostate-localised").outcome) {
    const card = await widget.under(widget.heading(outcome.name, 2));
    const names = await card.$$eval("h3", (all) => all.map((each) => each.innerText.trim()));
    assert.deepEqual(names.filter((name) => options.includes(name)), options, `${outcome.name}: the aid's order`);
    const cells = await card.$$eval("h3", (all, known) => all.filter((each) => known.includes(each.innerText.trim())).map((each) => {
      let around = each;
      for (let up = each.parentElement; up && up.querySelectorAll("h2, h3").length === 1; up = up.parentElement) around = up;
      const texts = [...around.querySelectorAll("*")].filter((at) => !at.namespaceURI.endsWith("svg")
        && [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
      const box = around.getBoundingClientRect();
      const svg = around.querySelector("svg.wu-icons, svg[role=img]")?.getBoundingClientRect();
      return {
        type: [...new Set(texts.map((at) => {
          const style = getComputedStyle(at);
          return [at.tagName, style.fontSize, style.fontWeight, style.color].join(" ");
        }))],
        width: Math.round(box.width), top: Math.round(box.top), picture: svg && [Math.round(svg.width), Math.round(svg.height)],
      };
    }), options);
    for (const cell of cells.slice(1)) {
      assert.deepEqual(cell.type, cells[0].type, `${outcome.name}: the same type for every option`);
      assert.deepEqual([cell.width, cell.top, cell.picture], [cells[0].width, cells[0].top, cells[0].picture], `${outcome.name}: the same place and size`);
    }
  }
});

test("on Compare every outcome is shown alike from the start: number, picture, range and how sure for every option", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.pictures();
  for (const [at, outcome] of readAid("prostate-localised").outcome.entries()) {
    const card = widget.card(outcome.name);
    const opener = card.getByRole("button", { name: `Meaning and sources ${outcome.name}` });
    if ((await opener.count()) === 0) {
      assert.ok(!outcome.serious && at >= 7, `${outcome.name} waits`);
      continue;
    }
    assert.equal(await opener.getAttribute("aria-expanded"), "false", `${outcome.name} is as all others`);
    const text = (await card.innerText()).replace(/\s+/g, " ");
    assert.equal([...text.matchAll(/\d+ of every 100 men/g)].length >= options.length, true, `${outcome.name}: a number an option: ${text}`);
    const [ranges, none] = [/Range: \d+(?: to \d+)?(?: over time| in different studies)?\./g, /We have no range\./g].map((said) => [...text.matchAll(said)].length);
    // Where none of the numbers has one, that is said once.
    assert.ok(ranges + none === options.length || (ranges === 0 && none === 1), `${outcome.name}: a range an option: ${text}`);
    assert.match(text, /We are (very|fairly|not very) (sure|unsure) of this\./, outcome.name);
    assert.equal(await card.locator("svg[role=img]").count(), options.length, `${outcome.name}: a picture an option`);
    const names = await card.locator("h3").allInnerTexts();
    assert.deepEqual(names.map((name) => name.trim()).filter((name) => options.includes(name)), options, outcome.name);
  }
});

test("nothing about options is chosen beforehand, and no word judges them", async () => {
  const widget = await new Widget(await here.open()).ready();
  for (const [step] of steps) {
    await widget.go(step);
    await openAll(widget);
    const chosen = await widget.root.locator("input:checked").evaluateAll((all) => all.map((each) => each.labels[0]?.innerText.trim()));
    // Compare shows all options, as pictures, each at the aid's own point in time.
    if (step !== "Compare") assert.deepEqual(chosen, [], step);
    else for (const option of options) assert.ok(chosen.includes(option), `${option} is shown`);
    const text = await widget.words();
    for (const sentence of text.split(/(?<=[.?!])\s|\n/)) {
      if (/\b(does not|not|never|no option is|cannot|is not)\b/i.test(sentence)) continue;
      assert.doesNotMatch(sentence, /\b(we recommend|recommended|best option|winner|top choice|match score|\d+ ?% match)\b/i, step);
    }
  }
});

test("bars on How they fit stand in the aid's order, with no rank", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  const text = await widget.words();
  const names = await widget.root.locator("h3").allInnerTexts();
  const shown = names.map((name) => name.trim()).filter((name) => options.includes(name));
  assert.deepEqual(shown.slice(0, 3), options, "the aid's order");
  assert.doesNotMatch(text, /\b(1st|2nd|3rd|first place|rank(ed)?|score)\b/i);
});

/** Where the first path of each drawing is filled, on a grid of 40 by 40 of its box. */
const filled = (drawings) => drawings.evaluateAll((all) => all.map((svg) => {
  const path = svg.querySelector("path");
  const at = (x, y) => path.isPointInFill(new DOMPoint(x / 2, y / 2));
  return Array.from({ length: 1600 }, (_, place) => at(place % 40, Math.floor(place / 40)));
}));

test("a shape means one thing on a page: people who differ have no option's mark, and no key is a lone square (1.4.1)", async () => {
  const page = await here.open("components/fit-gap.html");
  const people = await filled(page.locator(".wu-gap__key .wu-gap__mark"));
  assert.ok(people.length >= 2, `${people.length} people`);
  await page.goto(new URL("components/part-every-mark.html", here.site.url).href);
  const marks = await filled(page.locator(".wu-mark"));
  assert.equal(marks.length, 6, "every option's mark");
  const alike = (a, b) => a.filter((one, at) => one && b[at]).length / a.filter((one, at) => one || b[at]).length;
  assert.ok(alike(marks[0], marks[4]) > 0.8, "a circle and a hexagon are alike to this measure");
  for (const [at, person] of people.entries()) {
    for (const [other, mark] of marks.entries()) assert.ok(alike(person, mark) < 0.75, `person ${at} and option ${other}: ${alike(person, mark)}`);
  }
  await page.goto(new URL("components/compare.html", here.site.url).href);
  assert.deepEqual(await page.locator(".wu-key li").evaluateAll((all) => all.map((each) => each.querySelectorAll("svg").length)), [3, 3, 3]);
});

test("options are heard in the order in which they are drawn, and both are the aid's, on every step that shows them (1.3.2)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { page, root } = widget;
  await widget.go("Weigh up");
  await journey.weigh(widget);
  const lists = { Options: [".wu-options > .wu-card"], Compare: [".wu-matrix__head [role=columnheader]:not(:first-child)", ".wu-matrix__row:first-of-type > td"], "How they fit": [".wu-speaks > div", ".wu-bars__row"], Decide: [".wu-choices:first-of-type .wu-choice"] };
  let looked = 0;
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [step, selectors] of Object.entries(lists)) {
      await widget.go(step);
      await openAll(widget);
      for (const selector of selectors) {
        const found = await root.evaluate((host, of) => {
          const all = [...host.shadowRoot.querySelectorAll(of)].filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 2).slice(0, 3);
          return all.map((each) => { const { left, top, bottom } = each.getBoundingClientRect(); return { text: each.textContent, left, top, bottom }; });
        }, selector);
        if (found.length < 2) continue;
        looked += 1;
        for (const [at, one] of found.entries()) {
          const where = `${step}, ${width} px, ${selector}, ${at}`;
          if (selector !== ".wu-matrix__row:first-of-type > td" || width === 390) assert.ok(one.text.toLowerCase().includes(options[at].toLowerCase()), `${where}: ${one.text.slice(0, 60)}`);
          const before = found[at - 1];
          if (before) assert.ok(one.left > before.left && one.top < before.bottom || one.top >= before.bottom - 1, `${where} is drawn before the one that is heard before it`);
        }
      }
    }
  }
  assert.ok(looked >= 8, `${looked} lists were looked at`);
});

test("answers run down one column and then down the next, as the arrow keys go, and none stands apart", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  for (const [step, name] of [["Decide", "Where are you now?"], ["Weigh up", "Which of these changes matters most to you?"]]) {
    for (const width of [390, 768, 1366, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await widget.go(step);
      const radios = await widget.root.getByRole("group", { name }).getByRole("radio").all();
      const at = await Promise.all(radios.map((radio) => radio.boundingBox()));
      assert.ok(at.length > 3);
      for (const [i, box] of at.slice(1).entries()) {
        const before = at[i];
        const below = Math.abs(box.x - before.x) < 2 && box.y > before.y;
        assert.ok(below || box.x > before.x, `${step}, ${width} px: answer ${i + 2} stands at ${box.x}, ${box.y} after ${before.x}, ${before.y}`);
      }
    }
  }
});
