// The plurals that core has in each language, against those that the browser's own tables have (CLDR).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const told = new URL("../../core/tests/snapshots/plurals__the_plural_of_every_whole_number.snap", import.meta.url);

test("every whole number has the plural that Intl gives it", async () => {
  const rows = (await readFile(told, "utf8")).split("\n").map((line) => line.match(/^([a-z]{2}) (\d+) (\w+)$/)).filter(Boolean);
  const languages = new Set(rows.map(([, language]) => language));
  assert.deepEqual([...languages].sort(), ["ar", "cy", "en", "pl", "ur"]);
  for (const language of languages) {
    assert.equal(Intl.PluralRules.supportedLocalesOf(language).length, 1, `Intl knows ${language}`);
    const rules = new Intl.PluralRules(language);
    const own = rows.filter(([, of]) => of === language);
    assert.ok(own.length > 200, language);
    for (const [, , number, plural] of own) assert.equal(plural, rules.select(Number(number)), `${language} ${number}`);
  }
});
