// The widget's strings as JavaScript reads them from its memory.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strings } from "../../pkg/js/lib/strings.js";

const decoder = new TextDecoder();
const texts = ["", "div", "wu-figure__numbers", "“Zażółć”", "Cymraeg", "سرطان", "a".repeat(5000), "é", "\u007f", "twelve chars", "thirteen chars"];

/** Memory with the texts in it twice: as constants from 64 on, and after those as what changes. */
function filled() {
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  const length = bytes.reduce((sum, each) => sum + each.length, 0);
  const memory = new Uint8Array(64 + 2 * length);
  const places = [];
  let at = 64;
  for (const each of [...bytes, ...bytes]) {
    memory.set(each, at);
    places.push([at, each.length]);
    at += each.length;
  }
  return { memory, places, ends: 64 + length };
}

test("every string is read as it is, constant or not, the first time and again", () => {
  const { memory, places, ends } = filled();
  const read = strings(64, ends);
  for (let times = 0; times < 2; times += 1) {
    const found = places.map(([at, length]) => read(memory, at, length, (part) => decoder.decode(part)));
    assert.deepEqual(found, [...texts, ...texts]);
  }
});

test("a constant is decoded once, what changes each time", () => {
  const { memory, places, ends } = filled();
  const read = strings(64, ends);
  let decoded = 0;
  const decode = (part) => { decoded += 1; return decoder.decode(part); };
  const long = texts.indexOf("wu-figure__numbers");
  for (let times = 0; times < 3; times += 1) read(memory, ...places[long], decode);
  assert.equal(decoded, 1, "a constant");
  const [at, length] = places[texts.length + long];
  assert.equal(read(memory, at, length, decode), "wu-figure__numbers");
  memory.set(new TextEncoder().encode("wu-figure__changed"), at);
  assert.equal(read(memory, at, length, decode), "wu-figure__changed", "what changes");
  assert.equal(decoded, 3);
});

test("a string that begins among the constants and ends beyond them is not kept", () => {
  const memory = new TextEncoder().encode("abcd");
  const read = strings(0, 2);
  assert.equal(read(memory, 0, 4, undefined), "abcd");
  memory[3] = 101;
  assert.equal(read(memory, 0, 4, undefined), "abce");
});
