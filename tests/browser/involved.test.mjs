// Who was heard while an aid was made: under who made it, with what was done and what was not, and that an example is one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { sideways, Widget } from "../support/widget.mjs";

const here = world();

const RECORD = {
  example: true,
  heard: [{ who: "adults whose skin itches", people: 8 }, { who: "skin nurses" }],
  said: [
    { id: "taste", said: "Say what it tastes like.", did: "The page says that it can taste bitter." },
    { id: "photos", said: "Show photos <img src=x onerror=alert(1)>.", not_changed_because: "We have none that we may show." },
    { id: "words", said: "Use fewer medical words.", did: "Two are gone.", not_changed_because: "The name stays, as it is on the packet." },
  ],
};

/** The page of an aid that has this record. */
async function page(options) {
  const page = await here.person(options);
  await page.route("**/aids/prostate-localised*.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), involvement: RECORD } });
  });
  await page.goto(new URL("prostate-localised/", here.site.url).href);
  return page;
}

const terms = (widget) => widget.root.locator("dl.wu-facts").first().evaluate((list) =>
  [...list.children].map((one) => `${one.localName} ${one.textContent}`));

for (const [width, height] of [[390, 844], [1366, 900]]) {
  test(`under who made it stand who was heard, what was said, done and not done, at ${width} pixels`, async () => {
    const shown = await page({ viewport: { width, height } });
    const widget = await new Widget(shown).ready();
    await widget.unfold("Who made this, and how");
    const said = await terms(widget);
    const from = said.indexOf("dt Who was heard");
    assert.ok(from > said.indexOf("dt Made by"));
    assert.deepEqual(said.slice(from, from + 16), [
      "dt Who was heard", "dd This is an example of how it will look. Nobody took part.",
      "dt Who was heard", "dd Adults whose skin itches: 8 people",
      "dt Who was heard", "dd Skin nurses",
      "dt You said", "dd Say what it tastes like.",
      "dt We did", "dd The page says that it can taste bitter.",
      "dt You said", "dd Show photos <img src=x onerror=alert(1)>.",
      "dt We could not", "dd We have none that we may show.",
      "dt You said", "dd Use fewer medical words.",
    ]);
    assert.equal(await widget.root.locator("img").count(), 0);
    assert.deepEqual(await sideways(shown), []);
    await accessible(shown, `About with a record at ${width}`);
    assert.deepEqual(shown.log.outside, []);
  });
}

test("an aid without a record says nothing of it", async () => {
  const widget = await new Widget(await here.open("prostate-localised/")).ready();
  await widget.unfold("Who made this, and how");
  assert.ok(!(await terms(widget)).some((term) => term.includes("Who was heard")));
});
