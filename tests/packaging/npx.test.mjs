// `npx weighup`, which an author without Rust runs: beside the command that is built with Rust it says the same, writes the same and ends
// with the same code.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { project } from "../support/consumer.mjs";
import { dist, root } from "../support/serve.mjs";

const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
const DAY = ["--today", "2026-07-01"];

let consumer;
before(async () => { consumer = await project(); });
after(() => consumer?.remove());

/** What a program wrote and how it ended. */
const ran = (program, words) => new Promise((resolve) => {
  execFile(program, words, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
});
const npx = (...words) => ran(consumer.path("node_modules/.bin/weighup"), words);
const rust = (...words) => ran(command, words);

test("every aid, sound or broken, is spoken of as by the command in Rust", async () => {
  for (const words of [["check", ...DAY, "decision-aids"], ["check", ...DAY, "tests/fixtures/aids/broken"], ["check", ...DAY, "--deny-warnings", "tests/fixtures/aids/broken/long-sentence"]]) {
    const [ours, theirs] = await Promise.all([npx(...words), rust(...words)]);
    assert.equal(ours.stdout, theirs.stdout, words.join(" "));
    assert.equal(ours.code, theirs.code, words.join(" "));
    assert.ok(ours.stdout.length > 20 && ours.stderr === "", ours.stderr);
  }
});

test("the same as JSON, with what the rule sets say", async () => {
  const words = ["check", ...DAY, "--format", "json", "--rules", "ipdas-4.0,risk", "decision-aids/prostate-localised"];
  const [ours, theirs] = await Promise.all([npx(...words), rust(...words)]);
  const told = JSON.parse(ours.stdout);
  assert.deepEqual(told, JSON.parse(theirs.stdout));
  assert.equal(told.reports[0].sets.length, 2);
});

test("a site that it builds has the same files, byte for byte", async () => {
  const built = await npx("build", "--out", consumer.path("site"));
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stdout, /^0 errors and \d+ warnings? in \d+ aids in .*site\/aids\n$/);
  const [ours, theirs] = await Promise.all([consumer.path("site/aids"), join(dist, "aids")].map((folder) => readdir(folder)));
  assert.deepEqual(ours.sort(), theirs.sort());
  for (const name of ours) {
    const [here, there] = await Promise.all([consumer.path(`site/aids/${name}`), join(dist, "aids", name)].map((path) => readFile(path)));
    assert.ok(here.equals(there), `${name} differs`);
  }
});

test("nothing is built of an aid with errors, and what cannot be run says why", async () => {
  const broken = await npx("build", "--out", consumer.path("nothing"), "tests/fixtures/aids/broken/above-denominator");
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /error\[above-denominator\].*\nnothing built: 1 error/s);
  await assert.rejects(readdir(consumer.path("nothing")));
  for (const [words, why] of [
    [["check", "no/such/folder"], /cannot read `no\/such\/folder`.*check the path/],
    [["check", "docs"], /there is no aid in `docs`/],
    [["check", "README.md"], /is not called `aid\.toml`/],
    [["check", "--frmt"], /--frmt.*--help/s],
    [["check", "--format", "sarif"], /`--format sarif` is not known; use plain or json/],
    [["check", "--rules", "fair", "--format", "json", "decision-aids/hrt"], /no rule set `fair`/],
    [["check", "--today", "soon", "decision-aids/hrt"], /`soon` is not a day/],
    [["build"], /say where to write/],
    [["burn"], /there is no `burn`/],
  ]) {
    const { code, stderr, stdout } = await npx(...words);
    assert.equal(code, 2, words.join(" "));
    assert.match(stderr, why);
    assert.equal(stdout, "");
  }
  const { stdout } = await npx("--help");
  assert.match(stdout, /weighup check.*weighup build/s);
  assert.match((await npx("--version")).stdout, /^weighup \d+\.\d+\.\d+\n$/);
});
