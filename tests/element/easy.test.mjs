// Easy Read: one sentence per line, short, in large letters, over the whole path, with a picture beside the words.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "smol-toml";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { long, small, tiny } from "../support/layout.mjs";
import { shown } from "../support/page.mjs";
import { dist, root } from "../support/serve.mjs";
import { openAll } from "../support/states.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

// A hospital's own pictures, larger than they may be shown.
const slots = ["step-about", "step-compare", "option-monitoring", "option-surgery", "option-radiotherapy", "outcome-death-prostate", "step-nowhere"];
const drawn = slots.map((slot) => `<img slot="picture-${slot}" src="/easy/${slot === "step-about" ? "tall" : "picture"}.svg" width="900" height="600" alt="">`).join("");
const drawing = (width, height) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="teal"/></svg>`;
const html = (id, pictures = "") => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>
  <weighup-aid src="/aids/${id}.json" lang="en-x-easy">${pictures}<p>Fallback</p></weighup-aid></html>`;
const here = world({
  serve: {
    answer: (path) => {
      if (path === "/easy/picture.svg") return { body: drawing(90, 60), type: "image/svg+xml" };
      if (path === "/easy/tall.svg") return { body: drawing(60, 90), type: "image/svg+xml" };
      const asked = path.match(/^\/easy\/([a-z-]+?)(-with-pictures)?\.html$/);
      return asked && { body: html(asked[1], asked[2] && drawn), type: "text/html; charset=utf-8" };
    },
  },
});

async function easily(id, how) {
  const page = await here.person(how);
  await page.goto(new URL(`/easy/${id}.html`, here.site.url).href);
  await shown(page);
  return new Widget(page);
}

const sentences = (text) => text.split(/(?<=[.?!][”)]?)\s+/);
const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length;

/** Every text of a file, with its name. */
function texts(value, name = []) {
  if (typeof value === "string") return [[name.join("."), value]];
  return Object.entries(value).flatMap(([key, inside]) => texts(inside, [...name, key]));
}

test("no sentence of Easy Read has more than 12 words, in the interface, in core or in an aid", async () => {
  const aids = await readdir(join(root, "decision-aids"));
  const files = ["languages/easy/texts.toml", "languages/easy/sentences.toml", "languages/easy/element.toml", ...aids.map((id) => `decision-aids/${id}/easy.toml`)];
  let read = 0;
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8").catch(() => undefined);
    if (!text) continue;
    read += 1;
    // A drawing has no words, and a medical name is said as it is.
    const all = texts(parse(text)).filter(([name]) => !/\.picture$|medical_name$/.test(name));
    const over = all.flatMap(([name, said]) => sentences(said).filter((each) => words(each) > 12).map((each) => `${name}: ${each}`));
    assert.deepEqual(over, [], file);
  }
  assert.ok(read >= 3, `${read} files read`);
});

/** Goes the path by the button at the foot; `visit(step)` from 0. */
async function path(widget, visit) {
  const { page, root } = widget;
  const title = root.getByRole("heading", { level: 1 }).first();
  for (let step = 0; step < 10; step += 1) {
    if (step === 5) {
      await root.getByRole("radio", { name: "Wearing pads for leaking pee" }).check();
      for (let open = root.locator(".wu-pair--now"); (await open.count()) > 0;) await open.getByRole("button").first().click();
    }
    await widget.whole();
    await visit(step);
    if (step === 9) break;
    const before = await title.textContent();
    await root.locator("[part~=onward] [part~=button-primary]").last().click();
    await until(async () => (await title.textContent()) !== before, `the step after “${before}”`);
  }
  assert.deepEqual([page.log.errors, page.log.outside], [[], []]);
}

/** The visible lines of paragraphs, items, hints and labels, as they would be copied; sources are named as they are. */
const lines = (widget) => widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll(".wu-body :is(p, li, dd, dt, label, legend, h1, h2, h3, summary)")]
  .filter((each) => each.checkVisibility() && !each.querySelector("p, li, dd, label, legend, h2, h3") && !each.closest(".wu-foot, nav") && !each.querySelector("a[rel~=external]"))
  .flatMap((each) => each.innerText.split("\n").map((line) => line.trim()).filter(Boolean)));

for (const [width, height] of [[320, 640], [1280, 900]]) {
  test(`every step of Easy Read is accessible, and each sentence has its own line (1.1.1, 1.4.10): ${width} px`, async () => {
    const widget = await easily("prostate-localised", { viewport: { width, height } });
    const { page, root } = widget;
    const problems = [];
    const note = async (check) => { try { await check(); } catch (error) { problems.push(error.message); } };
    const longest = [];
    await path(widget, async (step) => {
      const where = `step ${step + 1}`;
      const picture = root.locator(".wu-step > slot > svg");
      assert.deepEqual([await picture.count(), await picture.getAttribute("aria-hidden")], [1, "true"], `${where}: a drawing beside the words`);
      await note(async () => {
        const seen = await lines(widget);
        // What is counted stands in one sentence with its people and its time; a list after a colon is as long as it is.
        const over = seen.filter((line) => words(line.replace(/:.*/, "")) > 14 && words(line) > (/\d/.test(line) ? 20 : 14));
        longest.push(Math.max(...seen.map(words)));
        assert.deepEqual(over, [], `${where}: lines too long`);
        const two = seen.filter((line) => sentences(line).length > 1);
        assert.deepEqual(two, [], `${where}: two sentences on a line`);
      });
      await openAll(widget);
      await note(() => accessible(page, where));
      await note(async () => inOrder(await headings(page), where));
      await note(async () => assert.deepEqual(await small(page), [], `${where}: targets too small`));
      await note(async () => assert.deepEqual(await sideways(page), [], `${where}: wider than the screen`));
      await note(async () => assert.deepEqual(await long(page, 62), [], `${where}: lines too long for the eye`));
      await note(async () => assert.deepEqual(await tiny(page, 18), [], `${where}: letters too small`));
      assert.match(await widget.words(), /not yet tried with people with learning disabilities/, where);
    });
    assert.equal(problems.length, 0, problems.join("\n\n"));
    console.log(`  longest line, in words, step by step at ${width} px: ${longest.join(", ")}`);
  });
}

test("a line of Easy Read is a line when it is copied", async () => {
  const widget = await easily("prostate-localised");
  const copied = await widget.root.evaluate((host) => {
    const lead = host.shadowRoot.querySelector(".wu-lead");
    return { breaks: lead.querySelectorAll("br").length, said: lead.innerText.split("\n") };
  });
  assert.equal(copied.breaks, 1);
  assert.deepEqual(copied.said.map((line) => line.trim()), ["These pages help you think about a choice.", "You can use them with your care team."]);
});

test("an aid that is not in Easy Read says so, and no drawing is left out", async () => {
  const widget = await easily("appendicitis");
  assert.match(await widget.words(), /not in Easy Read yet/);
  const title = JSON.parse(await readFile(join(dist, "aids/appendicitis.json"), "utf8")).short_title;
  const marked = widget.root.getByText(title, { exact: true }).first();
  assert.match(await marked.evaluate((at) => at.closest("[lang]").lang), /^en-GB$/);
  assert.equal(await widget.root.locator(".wu-step > slot > svg").count(), 1);
});

/** Where a picture in a slot is seen: its size, and what follows it. */
const placed = (widget, slot) => widget.root.evaluate((host, name) => {
  const picture = host.querySelector(`[slot="${name}"]`);
  const { width, height } = picture.getBoundingClientRect();
  const place = picture.assignedSlot;
  return { width, height, after: place?.nextElementSibling?.textContent ?? "", ours: place?.querySelector("svg")?.checkVisibility() ?? false };
}, `picture-${slot}`);

for (const width of [320, 1280]) {
  test(`a hospital's own pictures stand beside steps, options and outcomes: ${width} px`, async () => {
    const widget = await easily("prostate-localised-with-pictures", { viewport: { width, height: 900 } });
    const { page, root } = widget;
    const seen = {};
    await path(widget, async (step) => {
      for (const slot of slots) {
        const found = await placed(widget, slot);
        if (found.width > 0) seen[`${slot} on ${step + 1}`] = found;
      }
      if ([0, 3, 4].includes(step)) await accessible(page, `step ${step + 1}`);
      assert.deepEqual(await sideways(page), [], `step ${step + 1}: wider than the screen`);
      // A step without one has our drawing.
      const drawings = await root.locator(".wu-step > slot > svg").evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
      assert.equal(drawings, [0, 4].includes(step) ? 0 : 1, `step ${step + 1}`);
    });
    assert.deepEqual(Object.keys(seen), ["step-about on 1", "option-monitoring on 4", "option-surgery on 4", "option-radiotherapy on 4", "step-compare on 5", "outcome-death-prostate on 5"]);
    const tall = seen["step-about on 1"];
    assert.ok(Math.abs(tall.width / tall.height - 2 / 3) < 0.02 && tall.height > 100 && tall.height < 400, `${tall.width} x ${tall.height}: as drawn`);
    const options = ["monitoring", "surgery", "radiotherapy"].map((id) => seen[`option-${id} on 4`]);
    assert.equal(new Set(options.map(({ width, height }) => `${width} x ${height}`)).size, 1, "of one size in every option");
    for (const { width, height } of options) assert.ok(Math.abs(width / height - 1.5) < 0.02 && height > 100 && height < 400, `${width} x ${height}: as drawn, and words in view`);
    for (const { after } of options) assert.ok(after.length > 0, "the option's name follows");
  });
}

test("plain English has neither drawings nor broken lines", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  assert.deepEqual(await widget.root.evaluate((host) => [".wu-step svg:is(.wu-step__picture, .wu-drawing)", "slot[name]", ".wu-line"].map((each) => host.shadowRoot.querySelectorAll(each).length)), [0, 0, 0]);
});

const read = async (id) => parse(await readFile(join(root, "decision-aids", id, "aid.toml"), "utf8"));
const easyAids = async () => {
  const all = await readdir(join(root, "decision-aids"));
  const easy = await Promise.all(all.map(async (id) => (await readdir(join(root, "decision-aids", id)).catch(() => [])).includes("easy.toml")));
  return all.filter((_, at) => easy[at]);
};

test("every option and every outcome of an aid in Easy Read has a drawing of its own, of one size, beside its name", async () => {
  const aids = await easyAids();
  assert.ok(aids.length > 1, "there is more than one aid in Easy Read");
  for (const id of aids) {
    const aid = await read(id);
    const paths = [...aid.option, ...aid.outcome].map((each) => each.drawing);
    assert.equal(new Set(paths).size, paths.length, `${id}: a drawing stands for two things, or is missing`);
    for (const width of [390, 1280]) {
      const widget = await easily(id, { viewport: { width, height: 900 } });
      const seen = (within, name) => widget.root.evaluate((host, [within, name]) => [...host.shadowRoot.querySelectorAll(within)].map((each) => {
        const picture = each.querySelector("slot > svg.wu-drawing");
        const box = picture?.getBoundingClientRect();
        return { name: each.querySelector(name).innerText, size: box && `${Math.round(box.width)} x ${Math.round(box.height)}`, path: picture?.firstElementChild.getAttribute("d"),
          hidden: picture?.getAttribute("aria-hidden"), before: picture && Boolean(picture.compareDocumentPosition(each.querySelector(name)) & Node.DOCUMENT_POSITION_FOLLOWING) };
      }), [within, name]);
      await widget.root.evaluate((host) => { host.step = "options"; });
      await until(async () => (await seen(".wu-options > .wu-card", "h2")).length > 0, "the options");
      const options = await seen(".wu-options > .wu-card", "h2");
      assert.deepEqual(options.map((each) => each.path), aid.option.map((each) => each.drawing), id);
      await widget.root.evaluate((host) => { host.step = "compare"; });
      await until(async () => (await seen(".wu-matrix__row", ".wu-matrix__name")).length > 0, "the outcomes");
      await widget.whole();
      const outcomes = await seen(".wu-matrix__row", ".wu-matrix__name");
      assert.deepEqual(outcomes.map((each) => each.path).sort(), aid.outcome.map((each) => each.drawing).sort(), id);
      for (const all of [options, outcomes]) {
        assert.equal(new Set(all.map((each) => each.size)).size, 1, `${id}, ${width} px: ${all.map((each) => each.size)}`);
        for (const each of all) assert.deepEqual([each.hidden, each.before], ["true", true], `${id}: ${each.name}`);
      }
    }
  }
});

test("in Easy Read the name of each row of an option is seen right above what is said, with a drawing, however wide the page", async () => {
  for (const width of [390, 1366]) {
    const widget = await easily("prostate-localised", { viewport: { width, height: 900 } });
    await widget.root.evaluate((host) => { host.step = "options"; });
    await widget.root.locator(".wu-options > .wu-card").first().waitFor();
    const rows = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll(".wu-options__part")].filter((each) => each.checkVisibility()).map((each) => {
      const [name, said] = [each.querySelector("h3"), each.querySelector(".wu-options__said")].map((one) => one.getBoundingClientRect());
      return { name: each.querySelector("h3").innerText, drawn: each.querySelectorAll("svg.wu-drawing").length, height: name.height, gap: said.top - name.bottom };
    }));
    assert.ok(rows.length > 10, `${rows.length} rows`);
    for (const row of rows) assert.ok(row.drawn === 1 && row.height > 12 && row.gap >= 0 && row.gap < 40, `${width} px: ${JSON.stringify(row)}`);
    assert.deepEqual(await widget.root.locator(".wu-options__names").evaluateAll((all) => all.filter((each) => each.checkVisibility()).length), 0, "and nowhere without what is said");
  }
});
