// The states of the widget that accessibility, layout and screenshots are checked in. The list is that of `web/src/fixtures`,
// rendered by the build: a fixture more is a run of axe and a picture more.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as journey from "./journey.mjs";
import { dist } from "./serve.mjs";
import { steps } from "./widget.mjs";

/** Every state and every part of the fixtures: `{name, kind}`, where `kind` is the step or `part`. */
export function fixtures() {
  const list = join(dist, "components/states.json");
  if (!existsSync(list)) throw new Error(`there is no ${list}; run \`cargo xtask build\` first`);
  return JSON.parse(readFileSync(list, "utf8"));
}

/** The palettes and schemes that `theme` names, each with each. */
export const themes = ["neutral", "nhs", "high-contrast"].flatMap((palette) => ["light", "dark"].map((scheme) => `${palette} ${scheme}`));

/** Shows a fixture in a page, in a theme. */
export async function showFixture(page, site, { name }, theme = "") {
  await page.goto(`${site}components/${name}.html`);
  await dress(page, theme);
}

/** Changes the theme of the fixture on a page. */
export const dress = (page, theme) => page.locator(".weighup").first().evaluate((root, theme) => { root.dataset.theme = theme; }, theme);

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
  await widget.show("Table");
  await widget.root.getByRole("table").first().waitFor();
  await visit("compare-table");
  await widget.show("Pictures");
  await visit("compare-pictures");
  await widget.go("Weigh up");
  await visit("weigh-blank");
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await visit("weigh");
  await widget.go("How they fit");
  await visit("fit");
  await widget.go("Ready?");
  await visit("ready-blank");
  await journey.ready(widget);
  await visit("ready");
  await widget.go("Decide");
  await visit("decide-blank");
  await journey.decide(widget);
  await visit("decide");
  await widget.go("Summary");
  await visit("summary");
}

/** Opens every disclosure as a person does, so that what is inside is made and checked too. */
export async function openAll(widget) {
  // What opens may hold more that is closed.
  for (let round = 0; round < 6; round += 1) {
    const pressed = await widget.root.evaluate(async (host) => {
      const closed = [...host.shadowRoot.querySelectorAll("details:not([open]) > summary, .wu-step [aria-expanded=false]")];
      for (const each of closed) each.click();
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      return closed.length;
    });
    if (pressed === 0) return;
  }
}
