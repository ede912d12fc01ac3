// A consumer's program: it only has to compile, and the lines marked as errors have to be errors.
import { WeighupAid, type FailureCode, type Step } from "weighup";
import "weighup/inline";
import { consultation } from "weighup/headless";
import { check, figures, given, record, type Figure, type GivenLine, type RecordForm } from "weighup/api";

const element = document.createElement("weighup-aid");
element.src = "/aids/prostate-localised.json";
element.theme = "high-contrast";
element.theme = "nhs auto";
element.aid = { id: "an aid" };
element.addEventListener("weighup-step", (event) => {
  const step: Step = event.detail.step;
  return step;
});
document.addEventListener("weighup-error", ({ detail }) => {
  const code: FailureCode = detail.code;
  return code;
});
document.addEventListener("weighup-given", (event) => {
  const line: string = event.detail.line;
  event.preventDefault();
  return line;
});
element.give = "file page";
element.giveQuestions = "/ours/questions.json";
element.keys = "RW…=Riverside Trust";
element.keysRequired = true;
element.reset();
element.printSummary();
const another: HTMLElement = new WeighupAid();
document.body.append(element, another);

// @ts-expect-error: a theme that is not there
element.theme = "pink";
// @ts-expect-error: two palettes at once
element.theme = "nhs neutral";
// @ts-expect-error: events carry nothing a person entered
element.addEventListener("weighup-step", (event) => event.detail.answers);

export function sentence(figure: Figure): string {
  // @ts-expect-error: a figure may be unknown, and that has to be looked at first
  figure.counted;
  return figure.known ? figure.sentences.whole : figure.why;
}

export async function read(text: string): Promise<string[]> {
  const { ok, problems } = await check(text);
  if (!ok) return problems.map(({ place, message, remedy }) => `${place}: ${message}; ${remedy}`);
  const all = await figures(text);
  return all.figures.map(sentence);
}

export async function letter(aid: string, answers: string, form: RecordForm = "letter"): Promise<string> {
  // @ts-expect-error: a form that is not there
  await record(aid, answers, "pdf");
  const { text, dropped } = await record(aid, answers, form, { patient: "Patient/123", plan: true });
  return [text, ...dropped].join("\n");
}

// Lines that people gave.
export async function counted(lines: string): Promise<string[]> {
  const read = await given(lines);
  const stopped = read.given.map((line: GivenLine) => line.stopped ?? "nowhere");
  // @ts-expect-error: nothing says which option somebody leans to
  read.given.map((line) => line.option);
  // @ts-expect-error: a stage that is not there
  const keen = read.given.filter(({ stage }) => stage.after === "keen");
  return [...stopped, ...keen.map(({ month }) => month), ...read.refusals.map(({ line, fault, place }) => `${line}: ${fault} ${place ?? ""}`)];
}

// An interface of one's own: views are read, and what they offer is done.
export async function ownInterface(aid: object, saved: string): Promise<string[]> {
  const talk = await consultation(aid, { answers: saved, day: "2026-11-30" });
  talk.act({ words: { "set-words": ["matters", "Playing bowls."] } }, { go: "weigh" });
  const [first] = talk.view("weigh").items;
  if (first) talk.act({ weigh: { "choose-most": first.what } });
  const offer = talk.given({ id: "AAAAAAAAAAAAAAAAAAAAAA", stage: "chosen", answers: [1, null] });
  const facts: string[] = offer.lines.map(({ what, said }) => `${what}: ${said.join(" ")}`);
  // @ts-expect-error: a line needs its random bits
  talk.given({ stage: "chosen" }, offer.line);
  facts.push(...(offer.questions?.items ?? []));
  // @ts-expect-error: a view that is not there
  talk.view("everything");
  // @ts-expect-error: an action that is not there
  talk.act({ weigh: { guess: 1 } });
  const found = talk.view("fit");
  // @ts-expect-error: a fit may not be there yet, and that has to be looked at first
  found.ready.lead;
  const form: RecordForm = "short";
  const text: string = talk.record(form);
  talk.free();
  return typeof found === "object" && "ready" in found ? [...found.ready.lead, text] : [];
}

// What the entries for programs take and give.
export async function made(files: import("weighup/author").AidFiles) {
  const { ok, problems } = await import("weighup/author").then(({ check }) => check(files, { day: null, rules: ["risk"] }));
  const html: string = await import("weighup/static").then(({ page }) => page("{}", { stylesheet: "/weighup.css" }));
  return { ok, html, lines: problems.map(({ text, line }) => [text, line?.toFixed()]) };
}
// @ts-expect-error: a rule set that is not there
void import("weighup/author").then(({ check }) => check({}, { rules: ["fair"] }));
// @ts-expect-error: a page has no address of a plain one
void import("weighup/static").then(({ page }) => page("{}", { plain: "/plain/" }));
