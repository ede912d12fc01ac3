// The tarball: what is in it, and what Node can do with it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { project } from "../support/consumer.mjs";
import { dist, root } from "../support/serve.mjs";

let consumer;
before(async () => {
  consumer = await project({
    files: {
      "read.mjs": `
        import { readFile } from "node:fs/promises";
        import { createRequire } from "node:module";
        import { check, compute, figures, given, record } from "weighup/api";
        import { consultation } from "weighup/headless";
        const path = createRequire(import.meta.url).resolve("weighup/aids/prostate-localised.json");
        const aid = await readFile(path, "utf8");
        const broken = JSON.parse(aid);
        broken.surprise = true;
        const solution = await compute({
          outcomes: [{ id: "a" }, { id: "b" }], weights: { swing: { a: 100, b: 50 } },
        }).catch((error) => ({ error: { name: error.name, code: error.code, place: error.place, message: error.message } }));
        const answers = { format: 3, aid: "prostate-localised", version: "1", content: "", ranges: "", limits_of: {},
          answers: { words: { matters: "Playing bowls." } } };
        const at = { at: "2026-11-30T10:15:00+01:00" };
        const recorded = {};
        for (const form of ["text", "letter", "short", "html", "json", "prsb", "plan", "fhir"]) recorded[form] = await record(aid, answers, form, at);
        const unrecorded = [];
        for (const asked of [[aid, answers, "pdf"], [aid, "{}", "text"], [aid, { ...answers, aid: "other" }, "text"],
          [aid, { ...answers, format: 99 }, "text"], [aid, answers, "text", { at: "today" }], [aid, answers, "fhir", { ...at, patient: "Ann" }],
          [aid, answers, "text", { ...at, surprise: true }]]) unrecorded.push(await record(...asked).then(() => "", (error) => error.message));
        const talk = await consultation(aid);
        const { line } = talk.given({ id: "AAAAAAAAAAAAAAAAAAAAAA", day: "2026-11-30" });
        const changed = (from, to) => line.replace(from, to);
        const lines = ["\\uFEFF" + line + "\\r", "", "hello", changed('"month":"2026-11"', '"month":"Anna\\'s month"'), changed('"use":', '"Anna <b>":1,"use":'),
          changed('"version":1,', '"version":2,'), line.slice(0, 200), line].join("\\n");
        const tooMuch = await given(" ".repeat(2 ** 24 + 1)).catch((error) => error.message);
        const people = { line, read: await given(lines), hostile: await given("x\\n".repeat(1000)), none: await given(""), tooMuch };
        const circle = {};
        circle.self = circle;
        const none = await Promise.all([undefined, () => {}, Symbol("a"), circle, { a: 1n }].map((given) =>
          compute(given).then(() => "an answer", ({ name, code, place }) => ({ name, code, place }))));
        const unread = await compute({ surprise: 1 }).catch((error) => ({ name: error.name, message: error.message }));
        console.log(JSON.stringify({
          good: await check(aid), object: await check(JSON.parse(aid)), broken: await check(broken),
          people, recorded, unrecorded, nonsense: await check("<html>"), figures: await figures(aid), solution, unread, none,
          refused: await figures(broken).catch((error) => error.message),
        }));`,
      "server.mjs": `
        const { WeighupAid } = await import("weighup");
        const inline = await import("weighup/inline");
        console.log(typeof WeighupAid, typeof inline.WeighupAid, typeof globalThis.HTMLElement);`,
    },
  });
});
after(() => consumer?.remove());

test("the tarball holds what it says and nothing else", async () => {
  const { files, exports } = JSON.parse(await readFile(join(dist, "weighup/package.json"), "utf8"));
  const named = (to) => (typeof to === "string" ? [to] : Object.values(to).flatMap(named));
  for (const entry of named(exports)) {
    const name = entry.replace("./", "");
    const there = name.includes("*")
      ? consumer.packed.some((file) => file.startsWith(name.split("*")[0]))
      : consumer.packed.includes(name);
    assert.ok(there, `${entry} is exported and not packed`);
  }
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "wasm/weighup_element_bg.wasm", "wasm/weighup_rest.wasm", "wasm/weighup_fit_bg.wasm", "wasm/weighup_record.wasm", "wasm/weighup_api_bg.wasm", "wasm/weighup_headless_bg.wasm", "wasm/weighup_author_bg.wasm", "wasm/weighup_desk_bg.wasm", "desk/index.html", "desk/desk.js", "desk/preview.html", "headless.views.d.ts", "schema/aid.schema.json", "bin/weighup.js", "lib/ehr.js", "lib/given.js", "lib/qr.js", "lib/signed.js"]) {
    assert.ok(consumer.packed.includes(name), `${name} is not packed`);
  }
  assert.equal(consumer.packed.filter((name) => name.startsWith("lib/")).length, 4, "what a bundle holds is not packed again");
  assert.ok(files.length > 0);
  for (const name of consumer.packed) assert.doesNotMatch(name, /\.rs$|\.toml$|\.map$|node_modules|(^|\/)tests?\/|\.test\./);
});

test("every file that the list of aids names is in the tarball", async () => {
  const aids = JSON.parse(await readFile(join(dist, "weighup/aids/index.json"), "utf8"));
  assert.ok(aids.length > 5);
  const named = JSON.stringify(aids).match(/"[^"]+\.(json|html)"/g).map((name) => JSON.parse(name));
  assert.ok(named.length > aids.length, "aids, and some translations");
  for (const name of named) assert.ok(consumer.packed.includes(`aids/${name}`), `${name} is named and not packed`);
});

test("the guide, the types and the package have the same steps and codes", async () => {
  const [guide, types] = await Promise.all([readFile(join(root, "docs/embedding.md"), "utf8"), readFile(join(dist, "weighup/index.d.ts"), "utf8")]);
  const ticked = (text) => [...text.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
  const union = (name) => [...new RegExp(`type ${name} =([^;]*);`).exec(types)[1].matchAll(/"([a-z-]+)"/g)].map(([, one]) => one);
  const steps = ticked(/\| `weighup-step` \| `step`: ([^|]*)\|/.exec(guide)[1]);
  assert.deepEqual(steps, union("Step"));
  const rows = guide.slice(guide.indexOf("| code |")).split("\n\n")[0].split("\n").slice(2);
  const codes = rows.flatMap((row) => ticked(row.split("|")[1]));
  assert.deepEqual(codes.toSorted(), union("FailureCode").toSorted());
  // And the script, by what it does with them: the steps that an address may name, and a sentence for the owner with each code.
  const script = await readFile(join(dist, "weighup/index.js"), "utf8");
  const quoted = (text) => [...text.matchAll(/"([a-z-]+)"/g)].map(([, one]) => one);
  assert.deepEqual(quoted(/\["about",[^\]]*\]/.exec(script)[0]), steps);
  const sentences = [...script.matchAll(/^\s*"([a-z]+-[a-z-]+)": \(.*\) =>/gm)].map(([, code]) => code);
  assert.deepEqual(sentences.toSorted(), codes.toSorted());
});

test("no file names the machine it was built on", async () => {
  const home = process.env.HOME ?? "/root";
  for (const name of consumer.packed) {
    const text = await readFile(join(dist, "weighup", name), "latin1");
    assert.ok(!text.includes(`${home}/`) && !text.includes(".cargo/registry"), `${name} names a path of this machine`);
  }
});

test("Node checks an aid and reads its figures and sentences", async () => {
  const { stdout } = await consumer.node("read.mjs");
  const found = JSON.parse(stdout);

  assert.deepEqual(found.good, { ok: true, problems: [] });
  assert.deepEqual(found.object, { ok: true, problems: [] });

  assert.equal(found.broken.ok, false);
  assert.match(JSON.stringify(found.broken.problems), /surprise/);
  assert.equal(found.nonsense.ok, false);
  assert.ok(found.nonsense.problems[0].line >= 1);
  for (const { message, remedy, place } of [...found.broken.problems, ...found.nonsense.problems]) {
    assert.ok(message && remedy && place);
  }
  assert.match(found.refused, /surprise/);

  const { figures, reviewed, review, hash } = found.figures;
  assert.ok(Array.isArray(found.figures.comparisons));
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.ok(reviewed || /not.*reviewed/i.test(review));
  assert.ok(figures.length >= 8);
  for (const figure of figures) {
    assert.ok(figure.group.words && figure.horizon.words && figure.outcome.name && figure.option.name);
    assert.ok(figure.sources.length > 0 && figure.sources.every(({ citation }) => citation));
    if (!figure.known) {
      assert.ok(figure.why);
      continue;
    }
    const { counted, range, certainty, sentences } = figure;
    assert.equal(counted !== undefined, [100, 1000, 10000].includes(figure.denominator));
    assert.ok(counted.count <= counted.of);
    assert.ok(range !== null || certainty !== null, "a figure has a range or a certainty");
    assert.ok(sentences.whole.includes(sentences.count), sentences.whole);
    if (range) assert.ok(range.low <= counted.count / counted.of && counted.count / counted.of <= range.high);
  }
});

test("Node weighs, and errors are named", async () => {
  const { stdout } = await consumer.node("read.mjs");
  const { solution, unread, none } = JSON.parse(stdout);
  assert.equal(solution.error, undefined, JSON.stringify(solution.error));
  assert.ok(Math.abs(solution.weights.point.a - 2 / 3) < 1e-12);
  assert.equal(unread.name, "WeighupError");
  assert.match(unread.message, /surprise/);
  // What is no problem at all, and cannot even be written as one.
  assert.equal(none.length, 5);
  for (const error of none) assert.deepEqual(error, { name: "WeighupError", code: "format", place: "." });
});

test("Node writes the record of saved answers in every form, and says why where it cannot", async () => {
  const { stdout } = await consumer.node("read.mjs");
  const { recorded, unrecorded } = JSON.parse(stdout);
  const forms = Object.entries(recorded);
  assert.equal(forms.length, 8);
  for (const [form, { text, dropped }] of forms) {
    assert.ok(text.includes("Playing bowls."), `${form} has the words`);
    assert.ok(Array.isArray(dropped));
  }
  assert.ok(recorded.short.text.length <= 500);
  assert.equal(JSON.parse(recorded.fhir.text).resourceType, "Bundle");
  const why = [/`pdf` is no form of a record: choose one of text/, /not a saved consultation/, /saved from the decision aid `other`/,
    /saved form 99/, /`today` is not a moment/, /`Ann` is not a reference to a patient/, /surprise/];
  assert.equal(unrecorded.length, why.length);
  unrecorded.forEach((message, at) => assert.match(message, why[at]));
});

test("Node reads lines that people gave, and refuses others without repeating them", async () => {
  const { stdout } = await consumer.node("read.mjs");
  const { line, read, hostile, none, tooMuch } = JSON.parse(stdout).people;
  assert.deepEqual(read.given.map((one) => JSON.stringify(one)), [line, line]);
  assert.deepEqual(read.refusals, [
    { line: 3, fault: "not-json", place: null, wanted: null },
    { line: 4, fault: "wrong", place: "month", wanted: "a month such as 2026-11" },
    { line: 5, fault: "unknown", place: "Anna??b?", wanted: null },
    { line: 6, fault: "newer", place: null, wanted: null },
    { line: 7, fault: "cut", place: null, wanted: null },
  ]);
  assert.equal(read.refused, 5);
  assert.deepEqual([hostile.refused, hostile.refusals.length], [1000, 100]);
  assert.deepEqual(none, { given: [], refused: 0, refusals: [] });
  assert.match(tooMuch, /16777217 bytes and the limit is 16777216: read it in parts/);
  // The types have every field of the published form, and every word of its closed lists.
  const schema = JSON.parse(await readFile(join(root, "docs/schema/given.schema.json"), "utf8"));
  assert.deepEqual(Object.keys(read.given[0]).sort(), Object.keys(schema.properties).sort());
  const types = await readFile(join(root, "pkg/js/api.d.ts"), "utf8");
  const fields = [schema, ...Object.values(schema.$defs)].flatMap(({ properties = {} }) => Object.keys(properties));
  for (const field of fields) assert.match(types, new RegExp(`\\b${field}: `), field);
  const words = Object.values(schema.$defs).flatMap(({ oneOf = [] }) => oneOf.map((one) => one.const));
  for (const word of words) assert.ok(types.includes(`"${word}"`), word);
});

test("importing the element on a server is harmless", async () => {
  const { stdout, stderr } = await consumer.node("server.mjs");
  assert.equal(stdout.trim(), "function function undefined");
  assert.equal(stderr, "");
});
