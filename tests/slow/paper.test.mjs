// Every state printed out of every kind of box: the whole table, of which `paper-states.test.mjs` has a covering set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { going, wide } from "../support/every.mjs";
import { answer, containers, lost } from "../support/printing.mjs";
import { fixtures } from "../support/states.mjs";

const here = world({ serve: { answer, policy: null } });
const every = going(here);

for (const box of containers) {
  test(`every state is on paper out of ${box}`, () => every({ viewport: wide }, fixtures(), async (page, fixture, note) => {
    const { wrong } = await lost(page, here.site.url, fixture, box);
    await note(async () => assert.deepEqual(wrong, [], `${fixture.name} out of ${box}`));
  }));
}
