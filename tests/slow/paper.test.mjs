// Every state as it is printed, without background graphics, out of every kind of box: all the words and all the marks of the screen
// are on paper. A state is loaded once and put into one box after the other; a print that is the same as out of a plain page is not
// read again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { going, wide } from "../support/every.mjs";
import { answer, lost } from "../support/printing.mjs";
import { fixtures } from "../support/states.mjs";

const here = world({ serve: { answer, policy: null } });
const every = going(here);
const states = fixtures();
let [chosen, seen] = [0, 0];

for (const kind of new Set(states.map((each) => each.kind))) {
  test(`every state is on paper with all its words, all that is chosen, name and version on every sheet (1.4.1, 1.4.11): ${kind}`, () =>
    every({ viewport: wide }, states.filter((each) => each.kind === kind), async (page, fixture, note) => {
      const found = await lost(page, here.site.url, fixture);
      chosen += found.chosen;
      seen += found.seen;
      await note(async () => assert.deepEqual(found.wrong, [], fixture.name));
    }));
}

test("states with something chosen were among them, and texts", () => {
  assert.ok(chosen > 70 && seen > 3000, `${chosen} chosen and ${seen} texts were looked for`);
});
