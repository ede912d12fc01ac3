// The states of the widget that accessibility, layout and screenshots are checked in.
import * as journey from "./journey.mjs";
import { steps } from "./widget.mjs";

/** Opens each step with nothing said. `visit(step)` is called on each. */
export async function blank(widget, visit) {
  for (const [step] of steps) {
    await widget.go(step);
    await visit(step);
  }
}

/** Goes the path with a plausible person's answers. `visit(name)` is called on each step and on notable states. */
export async function answered(widget, visit) {
  await widget.go("About");
  await journey.presence(widget);
  await visit("about");
  await widget.go("What matters");
  await journey.say(widget);
  await visit("what-matters");
  for (const [step, name] of [["The choice", "choice"], ["Options", "options"], ["Compare", "compare"]]) {
    await widget.go(step);
    await visit(name);
  }
  await widget.root.getByRole("radio", { name: "Table", exact: true }).check();
  await widget.root.getByRole("table").first().waitFor();
  await visit("compare-table");
  await widget.root.getByRole("radio", { name: "Pictures", exact: true }).check();
  await widget.go("Weigh up");
  await visit("weigh-blank");
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await visit("weigh");
  await widget.go("How they fit");
  await visit("fit");
  await widget.go("Summary");
  await widget.root.getByRole("textbox", { name: "Your questions" }).fill(journey.question);
  await widget.root.getByRole("radio", { name: /need more time/i }).check();
  await visit("summary");
}

/** Opens every disclosure as a person does, so that what is inside is made and checked too. */
export function openAll(widget) {
  return widget.root.evaluate((host) => {
    for (const each of host.shadowRoot.querySelectorAll("details:not([open]) > summary")) each.click();
  });
}
