// Ten thousand consultations on their way to another device: as a file, as a link, locked and open, and as QR codes, drawn as the engine
// draws them and read by another's decoder. What arrives is what left, byte by byte.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { Pieces, carriedBy, carriedIn, codesOf, fileOfAnswers, linkTo } from "../../pkg/js/lib/carry.js";
import { root } from "../support/serve.mjs";

const ALL = 10_000;
const without = (text) => text.replace(/^\{"saved":"[^"]*",/, "{");
const drawn = promisify(execFile)("cargo", ["run", "--quiet", "-p", "weighup-fuzz", "--", "texts", "--seed", "19", "--executions", String(ALL)], { cwd: root, maxBuffer: 2 ** 30 })
  .then(({ stdout }) => stdout.trimEnd().split("\n"));

test("ten thousand consultations come back byte by byte from a file, a link and the codes of a link", async () => {
  const texts = await drawn;
  assert.equal(texts.length, ALL);
  let [split, most] = [0, 0];
  for (const text of texts) {
    assert.equal(without(await carriedIn(await fileOfAnswers(text, "")).open()), text);
    const link = await linkTo(text, "", "https://example.org/aid/");
    const letters = link.split("#weighup-open=")[1];
    assert.equal(without(await carriedBy(letters).open()), text);
    const codes = codesOf(link);
    for (const code of codes) assert.ok(code.length <= 1273, `${code.length} characters in a code`);
    const pieces = new Pieces();
    // Last first, and each seen twice, as a camera does.
    const came = codes.toReversed().flatMap((code) => [code, code]).map((code) => pieces.take(code)).filter(Boolean);
    assert.equal(came[0], letters);
    if (codes.length > 1) split += 1;
    most = Math.max(most, link.length);
  }
  assert.ok(split > 0 && split < ALL, `${split} links are in several codes; the longest is ${most}`);
});

test("a hundred of them come back from a locked file and a locked link, and with no other passphrase", async () => {
  const texts = (await drawn).slice(0, 100);
  for (const [at, text] of texts.entries()) {
    const file = carriedIn(await fileOfAnswers(text, `word ${at}`));
    assert.equal(file.locked, true);
    assert.equal(without(await file.open(`word ${at}`)), text);
    const link = carriedBy((await linkTo(text, `word ${at}`, "https://example.org/")).split("=")[1]);
    assert.equal(without(await link.open(`word ${at}`)), text);
    if (at % 10 === 0) await assert.rejects(link.open(`word ${at + 1}`), { why: "passphrase" });
  }
});
