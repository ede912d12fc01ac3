// No task of the main thread is long, whatever is answered and however soon the fit is opened: it is worked out in slices. What a slice
// takes is bounded in steps by core/tests/bounded.rs, every day; here the browser says how long the page could not answer, on a machine
// that does nothing else, as it is and made four times slower. Concerns of one's own are what makes it long.
import { test } from "node:test";
import { AIDS, inSlices } from "../support/slices.mjs";

const speeds = {
  "on a desk machine": { slower: 1, limit: 50, concerns: [0, 5] },
  "on a phone a quarter as fast": { slower: 4, limit: 200, concerns: [5] },
};

for (const [speed, how] of Object.entries(speeds)) {
  for (const id of AIDS) {
    test(`${id}: opening the fit at once, in every way of weighing, is no long task ${speed}`, { timeout: 900_000 }, (t) => inSlices(t, id, how));
  }
}
