// What a person does with the widget, found as a person finds it: by role, name and visible text.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";

/** The steps: what tests call them, heading of the step. On the page one of them has another name: see `label`. */
export const steps = [
  ["About", "About this decision aid"],
  ["What matters", "What matters to you?"],
  ["The choice", "The choice"],
  ["Options", "Your options"],
  ["Compare", "Compare what may happen"],
  ["Weigh up", "Weigh up what matters"],
  ["How they fit", "How the options fit what you told us"],
  ["Ready?", "What would you like to look at again?"],
  ["Decide", "Decide together"],
  ["Summary", "Your summary"],
];

/** The name of a step in the list of steps and on the button that leads on to it. */
export const label = (step) => (step === "Compare" ? "What may happen" : step);

/** The stages, each with the names of its steps. */
export const stages = [
  ["You", ["About", "What matters"]],
  ["Compare", ["The choice", "Options", "Compare"]],
  ["Weigh", ["Weigh up", "How they fit"]],
  ["Next steps", ["Ready?", "Decide", "Summary"]],
];

/**
 * Waits until `check` returns something true, or throws what it last threw. It asks again at once, then ever more seldom, to twenty
 * times a second: a page that is asked without a pause has no processor left to answer with.
 */
export async function until(check, what = "the condition", within = 20_000) {
  const end = Date.now() + within;
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    let last;
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw last ?? new Error(`${what} did not come about within ${within} ms`);
    await setTimeout(pause);
  }
}

const name = (text) => ({ name: text, exact: true });

/** The page with attributes on the element from the start. */
export async function withAttributes(page, attributes) {
  await page.route("**/prostate-localised/", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("<weighup-aid", `<weighup-aid ${attributes}`);
    await route.fulfill({ response: answer, body });
  });
}

/** The widget on a page. */
export class Widget {
  constructor(page, root = page.locator("weighup-aid").first()) {
    this.page = page;
    this.root = root;
  }

  heading(text, level) {
    return this.root.getByRole("heading", { ...name(text), level });
  }

  button(text) {
    return this.root.getByRole("button", typeof text === "string" ? name(text) : { name: text });
  }

  /** The card of an outcome on Compare. */
  card(outcome) {
    return this.root.getByRole("region", name(outcome));
  }

  /** Chooses a point in time on an outcome's card. */
  horizon(outcome, label) {
    return this.card(outcome).getByRole("radio", name(label));
  }

  text(text) {
    return this.root.getByText(text);
  }

  /** Opens what is folded away under `name`; leaves open what is open. */
  async unfold(name) {
    const fold = this.root.locator("summary").filter({ hasText: name }).first();
    await fold.waitFor();
    if (!(await fold.evaluate((summary) => summary.parentElement.open))) await fold.click();
  }

  /** Opens the health professional's panel, which is a drawer and closed at first. */
  async drawer() {
    const door = this.root.getByRole("complementary", { name: "For the health professional" }).getByRole("button", { name: "For the health professional" });
    await door.waitFor();
    if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
    await this.root.locator(".wu-panel__part").first().waitFor();
  }

  /** Has Compare show outcomes another way: the ways stand among what can be chosen while it is shown at a glance. */
  async show(way) {
    const radio = this.root.getByRole("radio", { name: way, exact: true });
    const choose = this.button("Choose what is shown");
    const fold = !(await radio.isVisible());
    if (fold) await choose.click();
    await radio.check();
    await this.whole();
    if (fold && (await choose.getAttribute("aria-expanded")) === "true") await choose.click();
  }

  /** Has chances said in percent, from Compare. */
  async percent() {
    await this.button("Choose what is shown").click();
    await this.button("Say chances as percentages (%)").click();
    await this.button(/^Say chances as (people in every 1|numbers of people)/).waitFor();
    await this.button("Choose what is shown").click();
  }

  /** To Compare, as pictures. */
  async pictures() {
    await this.go("Compare");
    await this.show("Pictures");
  }

  /** The step's heading is on screen, and all of the step under it. */
  async at(step) {
    const [, heading] = steps.find(([known]) => known === step);
    await this.heading(heading, 1).waitFor();
    await this.whole();
    return this;
  }

  /** A long step shows what is seen first, and the rest once that is painted; the fit is there once it is worked out. */
  async whole() {
    await this.root.locator(".wu-step--begun").waitFor({ state: "detached" });
    await this.root.locator(".wu-mount[data-working]").waitFor({ state: "detached" });
  }

  /** On About, and not only its picture in the page as it was sent. */
  async ready() {
    await this.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
    return this.at("About");
  }

  /** On by the button at the foot. */
  async next() {
    const button = this.button(/^Next: /);
    const to = (await button.innerText()).trim().replace(/^Next: /, "");
    await button.click();
    return this.at(steps.find(([step]) => label(step) === to)[0]);
  }

  /** The buttons that lead to a step: of its stage, and its own, which is there while its stage is the one on screen. */
  #links(step) {
    const [stage] = stages.find(([, within]) => within.includes(step));
    const list = (of) => this.root.getByRole("navigation", name(of));
    const own = new RegExp(`^${label(step).replace("?", "\\?")}( \\(opened before\\))?$`);
    return { stageLink: list("Stages").getByRole("button", name(stage)), link: list("Steps").getByRole("button", { name: own }) };
  }

  /** Presses a step in the list of steps, after its stage where another is on screen, and does not wait for the step. */
  async press(step) {
    const { stageLink, link } = this.#links(step);
    if (!(await link.isVisible())) {
      await stageLink.click();
      const [, [first]] = stages.find(([, within]) => within.includes(step));
      if (first === step) return;
    }
    await link.click();
  }

  /** To a step by its stage, and then by the list of the steps of that stage. */
  async go(step) {
    const [, heading] = steps.find(([known]) => known === step);
    if (await this.heading(heading, 1).isVisible()) return this.at(step);
    const { stageLink, link } = this.#links(step);
    await until(async () => {
      // On a slow machine a press may have done its work although it was not seen to end.
      if (await this.heading(heading, 1).isVisible()) return true;
      if (!(await link.isVisible())) await stageLink.click({ timeout: 2000 });
      if (await this.heading(heading, 1).isVisible()) return true;
      await link.click({ timeout: 2000 });
      return true;
    }, `the way to ${step}`, 60_000);
    return this.at(step);
  }

  /**
   * The part of the page under a heading: the largest element around it that holds no other heading of its
   * level or above.
   */
  async under(heading) {
    const found = await heading.elementHandle();
    assert.ok(found, "the heading is on the page");
    return (await found.evaluateHandle((start) => {
      const level = Number(start.tagName.slice(1));
      const others = Array.from({ length: level }, (_, i) => `h${i + 1}`).join(",");
      let around = start;
      for (let up = start.parentElement; up; up = up.parentElement) {
        if ([...up.querySelectorAll(others)].some((other) => other !== start)) break;
        around = up;
      }
      return around;
    })).asElement();
  }

  /** Everything visible, as text. */
  words() {
    return this.root.evaluate((host) => [...host.shadowRoot.children].filter((each) => each.checkVisibility())
      .map((each) => each.innerText).join("\n"));
  }

  /** The element that has the focus, inside the shadow root. */
  focused() {
    return this.root.evaluate((host) => {
      const at = host.shadowRoot.activeElement;
      return at && { tag: at.tagName, text: at.innerText?.trim() ?? "", id: at.id };
    });
  }
}

/** Whether anything needs scrolling sideways: the page, or a box inside it that is not a region of its own. */
export function sideways(page) {
  return page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`page: ${document.documentElement.scrollWidth} > ${wide}`);
    const look = (node) => {
      for (const element of node.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        let clipped = box.width <= 1 || box.height <= 1 || style.visibility === "hidden";
        // A heading kept for screen readers alone is clipped to a point by something around it.
        for (let up = element.parentElement; up && !clipped; up = up.parentElement) {
          const around = up.getBoundingClientRect();
          clipped = around.width <= 2 || around.height <= 2;
        }
        const hidden = clipped;
        if (!hidden && (box.right > wide + 1 || (box.left < -1 && box.right > 0)) && !element.closest("[role=region][tabindex]")) {
          found.push(`${element.tagName}.${element.getAttribute("class")}: ${Math.round(box.left)} to ${Math.round(box.right)}`);
        }
      }
    };
    look(document);
    return found.slice(0, 5);
  });
}

/** A visit with a second window for a second screen: the widget, the window, and the widget in it. */
export async function twoScreens(page, site, attributes = 'mode="together"') {
  await withAttributes(page, attributes);
  await page.goto(`${site}prostate-localised/`);
  const widget = new Widget(page);
  await widget.drawer();
  await page.waitForLoadState("networkidle");
  const [second] = await Promise.all([page.context().waitForEvent("page"), widget.button("Open on a second screen").click()]);
  const room = new Widget(second);
  await room.root.locator(".weighup--room").waitFor();
  // A window behind another draws once a second, and each press waits for two drawings.
  await page.bringToFront();
  return { widget, second, room };
}
