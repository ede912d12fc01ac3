// The plurals and the numbers that core has in each language, against those that the browser's own tables have (CLDR).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { spoken } from "../support/languages.mjs";

/** Rows `xx NUMBER …` of a snapshot, by language; every language has some. */
async function told(name, least) {
  const file = new URL(`../../core/tests/snapshots/plurals__${name}.snap`, import.meta.url);
  const rows = (await readFile(file, "utf8")).split("\n").map((line) => line.match(/^([a-z]{2,3}) (\d+) (.+)$/)).filter(Boolean);
  assert.deepEqual([...new Set(rows.map(([, tag]) => tag))].sort(), spoken.map(({ tag }) => tag).sort());
  return spoken.map(({ tag }) => {
    const own = rows.filter(([, of]) => of === tag).map(([, , number, said]) => [Number(number), said]);
    assert.ok(own.length > least, tag);
    return [tag, own];
  });
}

test("every whole number has the plural that Intl gives it", async () => {
  for (const [language, rows] of await told("the_plural_of_every_whole_number", 200)) {
    assert.equal(Intl.PluralRules.supportedLocalesOf(language).length, 1, `Intl knows ${language}`);
    const rules = new Intl.PluralRules(language);
    for (const [number, plural] of rows) assert.equal(plural, rules.select(number), `${language} ${number}`);
  }
});

test("every whole number has its thousands marked as Intl marks them, in the digits 0 to 9", async () => {
  for (const [language, rows] of await told("numbers_of_every_length", 5)) {
    assert.equal(Intl.NumberFormat.supportedLocalesOf(language).length, 1, `Intl knows ${language}`);
    const format = new Intl.NumberFormat(language, { numberingSystem: "latn" });
    for (const [number, said] of rows) assert.equal(said, format.format(number), `${language} ${number}`);
  }
});
