// A plausible person goes through the prostate aid. Used by the walks, the privacy test and the screenshots.

export const words = {
  "What matters most to you?": "I want to keep playing bowls, and not be looking for a toilet all the time.",
  "What worries you?": "Leaking urine, and being a burden to Maureen.",
  "What do you hope for?": "To see my granddaughter finish school.",
  "Is there anything you would not accept?": "Wearing a bag.",
};
export const concern = "Time away from my wife";
export const question = "Who do I ring if I change my mind?";
export const doubt = "I am still not sure about the drive every day.";
export const task = { what: "Ask Maureen about the drive", when: "Friday" };
export const first = "Wearing pads for leaking urine";

/** Points in steps of ten, by the buttons. What is not named stays unanswered. */
export const points = {
  "Dying from prostate cancer": 80, "Cancer that spreads": 70, "Erections firm enough for sex": 40,
  "Leaking from the bowel": 60, "Getting up at night to pass urine": 20,
};
export const ratings = { "Active monitoring": "Good", Surgery: "Not very good", Radiotherapy: "In between" };

/** The addresses of all aids with a widget, from the gallery that a page is on. */
export const everyAid = (page) => page.locator("a[href]").evaluateAll((links) => [...new Set(links.map((link) => new URL(link.href).pathname))]
  .filter((path) => /^\/[a-z0-9-]+\/$/.test(path)));

/** Who is here, on About. */
export async function presence(widget) {
  await widget.root.getByRole("checkbox", { name: /^Me:/ }).check();
  await widget.root.getByRole("checkbox", { name: /^A health professional/ }).check();
}

/** The person's own words, on What matters. */
export async function say(widget) {
  for (const [label, text] of Object.entries(words)) {
    await widget.root.getByRole("textbox", { name: label }).fill(text);
  }
  await widget.root.getByRole("radio", { name: "I am thinking about the options" }).check();
}

/** Hands over, on Weigh, to a health professional who guesses what matters. */
export async function guessing(widget) {
  await widget.go("Weigh up");
  await widget.button("Someone else wants to answer too").click();
  await widget.root.getByRole("button", { name: /^A health professional, guessing/ }).click();
  await widget.heading("Your turn: health professional", 2).waitFor();
}

/** Answers everything that Weigh asks of the person whose turn it is, as swings, of which `name` counts most. */
export async function answerAll(widget, name) {
  await way(widget, "What to change first");
  await widget.root.getByRole("radio", { name }).check();
  const more = widget.root.getByRole("button", { name: /^More: / });
  for (let all = await more.count(), at = 0; at < all; at += 1) await more.nth(at).click();
}

/** Another way to answer, on Weigh. */
export async function way(widget, name) {
  await widget.unfold("Other ways to answer");
  await widget.root.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}

/** Weighs what the studies cannot tell apart, where an answer names it: it is left out until somebody asks. */
export async function anyway(widget, names) {
  const fold = "What the studies cannot tell apart";
  // What is folded away is in no role: it is opened before it is looked for.
  if ((await widget.root.locator("summary").filter({ hasText: fold }).count()) === 0) return;
  for (const name of names) {
    await widget.unfold(fold);
    const button = widget.button(`Weigh it all the same: ${name}`);
    if ((await button.count()) === 0) continue;
    await button.click();
    await widget.button(`Leave it out: ${name}`).waitFor();
  }
}

/** Swing answers, on Weigh. */
export async function weigh(widget, answers = { first, points }) {
  await widget.whole?.();
  await anyway(widget, [answers.first, ...Object.keys(answers.points)]);
  await way(widget, "What to change first");
  await widget.root.getByRole("radio", { name: answers.first }).check();
  for (const [name, wanted] of Object.entries(answers.points)) await setPoints(widget, name, wanted);
}

/** Presses More and Less until an outcome has its points. */
export async function setPoints(widget, name, wanted) {
  const [more, less] = ["More", "Less"].map((verb) => widget.button(`${verb}: ${name}`).first());
  for (let presses = 0; presses < 25; presses += 1) {
    const now = await pointsOf(widget, name);
    if (now === wanted) return;
    await (now !== undefined && now > wanted ? less : more).click();
  }
  throw new Error(`${name} did not come to ${wanted} points`);
}

/** The points shown between the two buttons of an outcome; undefined while there is no answer. */
export async function pointsOf(widget, name) {
  const text = await widget.button(`More: ${name}`).first().evaluate((button) => button.parentElement.innerText);
  const found = /\d+/.exec(text);
  return found ? Number(found[0]) : undefined;
}

/** What is still open, and what to ask, on Ready?. */
export async function ready(widget) {
  const talked = "Have you talked to the people you want to talk to?";
  await widget.root.getByRole("group", { name: talked }).getByRole("radio", { name: "Not yet" }).check();
  await widget.root.getByRole("textbox", { name: "Your questions" }).fill(question);
}

/** Where the decision stands, and what the person will do, on Decide. */
export async function decide(widget) {
  const { root } = widget;
  await root.getByRole("radio", { name: /need more time/i }).check();
  await root.getByRole("radio", { name: "Fairly sure", exact: true }).check();
  await root.getByRole("textbox", { name: "Do you have any doubts?" }).fill(doubt);
  const mine = root.getByRole("group", { name: "I will", exact: true });
  await widget.unfold(/^I will$/);
  await mine.getByRole("textbox", { name: "What to do" }).fill(task.what);
  await mine.getByRole("textbox", { name: "By when" }).fill(task.when);
  await widget.button("Add: I will").click();
  await mine.getByText(task.what, { exact: true }).waitFor();
  await root.getByLabel("When will you look at this again?").fill("2027-03-31");
}

/** A concern of the person's own, with a rating an option and its points. */
export async function addConcern(widget) {
  await widget.unfold("Something else that matters to you?");
  await widget.root.getByRole("textbox", { name: "What else matters to you" }).fill(concern);
  await widget.button("Add this").click();
  for (const [option, rating] of Object.entries(ratings)) {
    await widget.root.getByRole("group", { name: option }).getByRole("radio", { name: rating, exact: true }).check();
  }
  await setPoints(widget, `“${concern}”`, 30);
}
