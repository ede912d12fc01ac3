// `weighup/headless` as a program that draws the consultation itself meets it: everything it does it reads out of the views, in every aid.
// The same answers are opened in the widget, which has to say the same.
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { world } from "../support/chromium.mjs";
import { project } from "../support/consumer.mjs";
import { dist, root } from "../support/serve.mjs";
import { Widget } from "../support/widget.mjs";

const OWN = "Being able to play bowls, and not being a burden.";
const shown = ["prostate-localised", "hrt", "otitis-media"];
const html = (id) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/${id}.json" keep><p>Fallback</p></weighup-aid>`;
const here = world({
  serve: {
    answer: (path) => {
      const id = shown.find((known) => path === `/kept/${known}.html`);
      if (path === "/empty.html") return { type: "text/html; charset=utf-8", body: "<!doctype html><title>Empty</title>" };
      return id && { type: "text/html; charset=utf-8", body: html(id) };
    },
  },
});

let consumer;
let walked;
before(async () => {
  consumer = await project({
    files: {
      "walk.mjs": `
        import { createRequire } from "node:module";
        import { readFile } from "node:fs/promises";
        import { consultation, fit } from "weighup/headless";
        const require = createRequire(import.meta.url);
        const walked = {};
        for (const id of ${JSON.stringify(await aids())}) {
          const aid = await readFile(require.resolve("weighup/aids/" + id + ".json"), "utf8");
          const talk = await consultation(aid, { day: "2026-11-30" });
          talk.act({ about: { "toggle-presence": "me" } }, { words: { "set-words": ["matters", ${JSON.stringify(OWN)}] } });
          for (const { mark } of talk.view("marks").items.slice(0, 2)) talk.act({ own: { mark: [mark.outcome, "matters"] } });
          for (const axis of talk.view("weigh").choose?.asked ?? []) talk.act({ about: { "choose-group": axis.choices[0].id } });
          const [first] = talk.view("weigh").items;
          let asked = 0;
          if (first) {
            talk.act({ weigh: { "choose-most": first.what } });
            for (let pairs = talk.view("weigh").asked.pairs; pairs.now; pairs = talk.view("weigh").asked.pairs) {
              const now = pairs.others.find(({ what }) => JSON.stringify(what) === JSON.stringify(pairs.now));
              talk.act(now.words[asked % now.words.length].action);
              asked += 1;
            }
          }
          const [option] = talk.view("choice").options;
          talk.act({ talk: { "set-leaning": { option: option.id } } });
          const offer = talk.given({ id: "AAAAAAAAAAAAAAAAAAAAAA", day: "2026-11-30" });
          const given = { offer, after: talk.given({ id: "AAAAAAAAAAAAAAAAAAAAAA", stage: "chosen" }, offer.line) };
          const [views, saved] = [talk.views(), talk.saved()];
          const again = await consultation(JSON.parse(aid), { day: "2026-11-30", answers: JSON.parse(saved) });
          const same = JSON.stringify(again.view("summary")) === JSON.stringify(views.summary) && again.saved() === saved;
          const unchanged = talk.act({ talk: { "set-sure": "fairly" } }) && talk.act({ history: "undo" }) && talk.saved() === saved;
          walked[id] = { views, saved, given, same, unchanged, asked, text: talk.record("text", { at: "2026-11-30T10:15:00Z" }), fit: await fit(aid, saved, { day: "2026-11-30" }) };
          talk.free();
          again.free();
        }
        console.log(JSON.stringify(walked));`,
      "refused.mjs": `
        import { createRequire } from "node:module";
        import { readFile } from "node:fs/promises";
        import { consultation } from "weighup/headless/inline";
        const require = createRequire(import.meta.url);
        const aid = await readFile(require.resolve("weighup/aids/prostate-localised.json"), "utf8");
        const talk = await consultation(aid);
        const before = talk.saved();
        const said = async (what) => { try { await what(); return null; } catch (error) { return error.message; } };
        const wrong = {
          unknown: await said(() => talk.act({ jump: "now" })),
          outcome: await said(() => talk.act({ own: { mark: ["no-such", "matters"] } })),
          none: await said(() => talk.act("<html>")),
          circular: await said(() => { const a = {}; a.a = a; talk.act(a); }),
          view: await said(() => talk.view("everything")),
          saved: await said(() => talk.open("{}")),
          other: await said(() => talk.open({ ...JSON.parse(before), aid: "hrt" })),
          form: await said(() => talk.record("pdf")),
          given: await said(() => consultation(aid, { facts: "yes", day: 3 })),
          aid: await said(() => consultation({ ...JSON.parse(aid), surprise: 1 })),
        };
        const same = talk.saved() === before;
        talk.free();
        talk.free();
        wrong.freed = await said(() => talk.view("about"));
        console.log(JSON.stringify({ wrong, same }));`,
    },
  });
  walked = JSON.parse((await consumer.node("walk.mjs")).stdout);
});
after(() => consumer?.remove());

async function aids() {
  const files = await readdir(join(dist, "weighup/aids"));
  return files.filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== "index.json").map((name) => name.slice(0, -5));
}

test("a program walks every aid by its views alone, and what it saves opens again", async () => {
  assert.ok(Object.keys(walked).length >= 24);
  for (const [id, { views, same, unchanged, text, fit, saved }] of Object.entries(walked)) {
    assert.ok(same, `${id}: opened again it is the same`);
    assert.ok(unchanged, `${id}: undo gives back what was`);
    assert.deepEqual(fit, views.fit, `${id}: one call has the same fit`);
    assert.ok(text.includes(OWN) && saved.includes(OWN), `${id}: the person's words leave with it`);
    assert.equal(JSON.stringify(views.compare).match(/\d+ of every/g) !== null, true, `${id} has figures`);
  }
  const weighed = Object.values(walked).filter(({ views }) => views.fit.ready);
  assert.ok(weighed.length >= 10, `${weighed.length} aids were weighed to their fit`);
  for (const { views, asked } of weighed) assert.equal(asked, views.weigh.asked.pairs.order.length - 1, "every pair was asked once");
});

test("what is wrong is named, and changes nothing", async () => {
  const { wrong, same } = JSON.parse((await consumer.node("refused.mjs")).stdout);
  assert.ok(same);
  const said = {
    unknown: /action.*jump/s, outcome: /no-such/, none: /action/, circular: /cannot be written as JSON/, view: /`everything` is not a view.*about.*summary/s,
    saved: /saved/, other: /`hrt`.*`prostate-localised`/s, form: /pdf.*fhir/s, given: /what was given/, aid: /surprise/, freed: /freed/,
  };
  for (const [kind, message] of Object.entries(said)) assert.match(wrong[kind] ?? "nothing", message, kind);
});

test("the example of the guide runs as it stands", async () => {
  const guide = await readFile(join(root, "docs/headless.md"), "utf8");
  const [, example] = guide.match(/```js\n(.*?)```/s);
  await writeFile(consumer.path("example.mjs"), `import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    const aid = readFileSync(createRequire(import.meta.url).resolve("weighup/aids/prostate-localised.json"), "utf8");
    ${example}`);
  const { stdout } = await consumer.node("example.mjs");
  const { views } = walked["prostate-localised"];
  assert.equal(stdout.split("\n").filter((line) => line.includes("?") || line.includes("next to")).length >= views.weigh.asked.pairs.others.length, true, stdout);
  for (const name of Object.keys(views)) assert.ok(guide.includes(`\`${name}\``), `the guide names the view ${name}`);
});

test("a page loads it by itself, and says the same", async () => {
  const page = await here.open("");
  const found = await page.evaluate(async (saved) => {
    const { fit } = await import("/weighup/headless.js");
    const aid = await (await fetch("/aids/prostate-localised.json")).text();
    return fit(aid, saved, { day: "2026-11-30" });
  }, walked["prostate-localised"].saved);
  assert.deepEqual(found, walked["prostate-localised"].views.fit);
  assert.deepEqual(page.log.outside, []);
});

/** Sentences in a view: its texts of several words. Names of programs are in none. */
function sentences(value, found = new Set()) {
  if (typeof value === "string") {
    if (/\s/.test(value.trim())) found.add(value.replace(/\s+/g, " ").trim());
  } else if (value && typeof value === "object") for (const each of Object.values(value)) sentences(each, found);
  return found;
}

for (const id of shown) {
  test(`${id}: the widget says what the views say, after the same answers`, async () => {
    const { views, saved } = walked[id];
    const page = await here.person();
    await page.clock.setFixedTime(new Date("2026-11-30T12:00:00Z"));
    await page.goto(new URL("/empty.html", here.site.url).href);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`weighup-answers-${id}`, saved]);
    await page.goto(new URL(`/kept/${id}.html`, here.site.url).href);
    const widget = await new Widget(page).ready();
    const parts = {
      options: ["options", views.options.map(({ head, practicalities, get_help }) => [head.name, practicalities, get_help])],
      fit: ["fit", views.fit.ready ? [views.fit.ready.lead, views.fit.ready.why, views.fit.ready.sides] : []],
      compare: ["compare", views.compare.matrix.groups],
      summary: ["summary", [views.summary.fit, views.summary.get_help]],
    };
    for (const [name, [step, wanted]] of Object.entries(parts)) {
      await widget.root.evaluate((host, to) => { host.step = to; }, step);
      await widget.at?.(name).catch(() => undefined);
      const told = [...sentences(wanted)];
      if (name !== "fit" || views.fit.ready) assert.ok(told.length > 0, `${name} says something`);
      await page.waitForFunction(
        ([text]) => document.querySelector("weighup-aid").shadowRoot.textContent.replace(/\s+/g, " ").includes(text),
        [told[0] ?? ""],
      );
      const text = await widget.root.evaluate((host) => host.shadowRoot.textContent.replace(/\s+/g, " "));
      assert.deepEqual(told.filter((each) => !text.includes(each)), [], `${id}, ${name}`);
    }
    assert.deepEqual(page.log.errors, []);
  });
}

test("what could be given at the end is a line of the published form in every aid, without a word that was typed", async () => {
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(await readFile(join(root, "docs/schema/given.schema.json"), "utf8")));
  for (const [id, { given: { offer, after: answered } }] of Object.entries(walked)) {
    for (const { line, lines } of [offer, answered]) {
      assert.ok(valid(JSON.parse(line)), `${id}: ${JSON.stringify(valid.errors)}`);
      assert.ok(!line.includes("bowls") && lines.every(({ what, said }) => what && said.length > 0), id);
    }
    const [first, last] = [offer, answered].map(({ line }) => JSON.parse(line));
    assert.deepEqual(last, { ...first, stage: { before: null, after: "chosen" } }, id);
    assert.equal(offer.asks_stage, true, id);
  }
});
