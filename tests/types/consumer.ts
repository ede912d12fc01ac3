// A consumer's program: it only has to compile, and the lines marked as errors have to be errors.
import { WeighupAid, type FailureCode, type Step } from "weighup";
import "weighup/inline";
import { check, figures, type Figure } from "weighup/api";

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
