// How long the path is for a new patient: clicks counted, and the words that are on screen and not folded away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { readAid } from "../support/figures.mjs";
import { Widget } from "../support/widget.mjs";

const here = world();

// Words a minute of adults who read English non-fiction silently: 238 on average, most between 175 and 300 (Brysbaert 2019, "How
// many words do we read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109). Older
// people and people who read in their second language are slower: what the aid promises is held to 200.
const RATE = 238;
const SLOW = 200;
const CLICKS = 30;
const MINUTES = 8;
const WORDS = 1700;
// The most words of each step that may stand unfolded: what is added to a step is folded or taken away in it. The steps of a stage stand
// beside every heading, and what was written is read again on seven steps.
const MOST_WORDS = {
  // Answers from another device are opened or read here.
  About: 171,
  "What matters": 87,
  "The choice": 151,
  // What happens, whether it can be stopped, benefits and risks, and the names of what opens.
  Options: 298,
  Compare: 235,
  "Weigh up": 173,
  // Where something is clear the sentences say it, and what speaks for and against each option opens.
  "How they fit": 127,
  "Ready?": 107,
  Decide: 125,
  // That the result is not advice is not folded. The name of when to get help is the 3 words that Options has less.
  Summary: 225,
};

/** The words on screen and not folded away: in the step, and on the first step around it as well. What only a screen reader says is not read. */
function onScreen(root, first) {
  return root.evaluate((host, first) => {
    const body = host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .wu-body");
    const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    // Said and not shown: cut down to nothing by the style sheet.
    const spoken = [...body.querySelectorAll(".wu-hidden, .wu-options h3")].filter((each) => getComputedStyle(each).clipPath === "inset(50%)");
    for (const each of spoken) each.hidden = true;
    const found = words(first ? body.innerText : body.querySelector(".wu-step").innerText);
    for (const each of spoken) each.hidden = false;
    return found;
  }, first);
}

test(`a new patient prepares for a visit about prostate cancer in at most ${CLICKS} clicks, and reading does not grow`, async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  const { root } = widget;
  // Presses are counted where they arrive, each once: a press on a label makes two clicks, its own and that of its control. Filling a
  // box is typing, not a press: its focus is one.
  await root.evaluate((host) => {
    host.presses = 0;
    host.shadowRoot.addEventListener("pointerdown", (event) => { if (event.isTrusted) host.presses += 1; }, true);
  });
  const press = (locator) => locator.click();
  const write = async (name, text) => {
    const box = root.getByRole("textbox", { name });
    await box.click();
    await page.keyboard.type(text);
  };
  const label = (role, name) => root.getByText(name, { exact: true }).and(root.locator("label")).first();
  const steps = [];
  let before = 0;
  const done = async (name) => {
    const clicks = await root.evaluate((host) => host.presses);
    // What answers bring on is read as well, so words are counted when the step is left.
    steps.push({ name, clicks: clicks - before, words: await onScreen(root, steps.length === 0) });
    before = clicks;
  };
  const next = async (name) => {
    await done(name);
    await widget.next();
  };

  await press(label("checkbox", "Me: I am making this decision"));
  await press(label("radio", "On my own, before an appointment"));
  await next("About");
  await write("What matters most to you?", "Keeping fit, and not leaking.");
  await write("What worries you?", "That it spreads.");
  await press(label("radio", "I am thinking about the options"));
  await next("What matters");
  await next("The choice");
  await next("Options");
  await next("Compare");
  await press(root.getByRole("radio", { name: "Wearing pads for leaking urine" }));
  // A word for everything that the studies tell apart.
  const word = () => root.locator(".wu-pair--now").getByRole("button", { name: "About half as much" });
  while ((await word().count()) > 0) await press(word());
  await next("Weigh up");
  await next("How they fit");
  for (const group of await root.getByRole("radio", { name: "Yes", exact: true }).all()) await press(group);
  await next("Ready?");
  await press(label("radio", "I need more time or information."));
  await press(label("radio", "Fairly sure"));
  await next("Decide");
  await done("Summary");

  const sum = (of) => steps.reduce((total, step) => total + step[of], 0);
  const [clicks, words] = [sum("clicks"), sum("words")];
  for (const step of steps) console.log(`  ${step.name}: ${step.clicks} clicks, ${step.words} words of at most ${MOST_WORDS[step.name]}`);
  const minutes = (rate) => words / rate;
  console.log(`  ${clicks} clicks, ${words} words: ${minutes(RATE).toFixed(1)} minutes at ${RATE} words a minute (at most ${MINUTES}), ${minutes(SLOW).toFixed(1)} at ${SLOW}`);
  assert.ok(clicks <= CLICKS, `${clicks} clicks are more than ${CLICKS}`);
  assert.deepEqual(steps.map(({ name }) => name), Object.keys(MOST_WORDS));
  const over = steps.filter((step) => step.words > MOST_WORDS[step.name]).map((step) => `${step.name}: ${step.words}`);
  assert.deepEqual(over, [], "more words than the step may have: fold what need not be read at first");
  assert.ok(words <= WORDS, `${words} words are more than ${WORDS}`);
  assert.ok(minutes(RATE) <= MINUTES, `${words} words take longer than ${MINUTES} minutes`);
  const promised = readAid("prostate-localised").about.minutes;
  assert.ok(minutes(SLOW) <= promised, `the aid says that it takes ${promised} minutes`);
  assert.deepEqual(page.log.errors, []);
});
