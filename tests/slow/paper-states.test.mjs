// Every state as it is printed, without background graphics: all the words and all the marks of the screen are on paper. Each state
// out of one box here, the three in turn; `tests/slow/paper.test.mjs` prints every state out of every box.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { going, wide } from "../support/every.mjs";
import { answer, containers, lost } from "../support/printing.mjs";
import { fixtures } from "../support/states.mjs";

const here = world({ serve: { answer, policy: null } });
const every = going(here);
const states = fixtures();

test("every state is on paper with all its words, all that is chosen, name and version on every sheet (1.4.1, 1.4.11)", async () => {
  let [chosen, seen] = [0, 0];
  await every({ viewport: wide }, states, async (page, fixture, note) => {
    const box = containers[states.indexOf(fixture) % 3];
    const found = await lost(page, here.site.url, fixture, box);
    chosen += found.chosen;
    seen += found.seen;
    await note(async () => assert.deepEqual(found.wrong, [], `${fixture.name} out of ${box}`));
  });
  assert.ok(chosen > 100 && seen > 3000, `${chosen} chosen and ${seen} texts were looked for`);
});
