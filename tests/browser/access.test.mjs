// WCAG 2.2 AA on every step and state (H06, H11): axe, headings, targets, reflow, zoom, text size, colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { answered, openAll } from "../support/states.mjs";
import { sideways, steps, until, Widget } from "../support/widget.mjs";

const here = world();
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };

/** Buttons, links and fields smaller than they should be: main controls 44 px, all others 24 px (or spaced). */
const small = (widget) => widget.root.evaluate((host) => {
  const found = [];
  for (const each of host.shadowRoot.querySelectorAll("button, input, textarea, select, summary, a[href]")) {
    if (!each.checkVisibility()) continue;
    // A radio or checkbox is pressed by its label as well.
    const boxes = [each, ...(each.labels ?? [])].map((element) => element.getBoundingClientRect());
    const inLine = each.tagName === "A" && each.closest("p, li, td, dd");
    const least = inLine ? 0 : each.matches("button, input, textarea, select") ? 44 : 24;
    const fits = boxes.some((box) => box.height >= least - 0.5 && box.width >= Math.min(least, 44) - 0.5);
    const box = boxes[0];
    if (!fits) found.push(`${each.tagName} “${(each.getAttribute("aria-label") ?? each.innerText ?? each.labels?.[0]?.innerText ?? "").trim().slice(0, 40)}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
  }
  return found;
});

const looks = {
  "320 px": { viewport: narrow },
  "1280 px": { viewport: wide },
  "1280 px, dark": { viewport: wide, colorScheme: "dark", theme: "auto" },
  "1280 px, high contrast": { viewport: wide, theme: "high-contrast" },
  "320 px, forced colours": { viewport: narrow, forcedColors: "active" },
};

for (const [look, { theme, ...how }] of Object.entries(looks)) {
  test(`no accessibility problem on any step: ${look}`, async () => {
    const page = await here.open("prostate-localised/", how);
    const widget = await new Widget(page).ready();
    if (theme) await widget.root.evaluate((host, name) => host.setAttribute("theme", name), theme);
    const problems = [];
    await answered(widget, async (state) => {
      await openAll(widget);
      const where = `${state}, ${look}`;
      const note = async (check) => { try { await check(); } catch (error) { problems.push(error.message); } };
      await note(() => accessible(page, where));
      await note(async () => inOrder(await headings(page), where));
      await note(async () => assert.deepEqual(await small(widget), [], `${where}: targets too small`));
      await note(async () => assert.deepEqual(await sideways(page), [], `${where}: wider than the screen`));
    });
    assert.equal(problems.length, 0, problems.join("\n\n"));
  });
}

test("no two buttons of a step are called the same", async () => {
  const widget = await new Widget(await here.open()).ready();
  await answered(widget, async (state) => {
    if (state === "weigh") await widget.root.getByRole("button", { name: /^Set a limit/ }).first().click();
    const names = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll("button, summary")]
      .filter((each) => each.checkVisibility())
      .map((each) => (each.getAttribute("aria-label") ?? each.textContent).replace(/\s+/g, " ").trim()));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    // The list of steps and the way on at the foot lead to the same places by other names.
    assert.deepEqual(twice, [], state);
  });
});

test("gallery and plain page have no accessibility problem at 320 and 1280 px", async () => {
  for (const viewport of [narrow, wide]) {
    const plain = "aids/prostate-localised.html";
    for (const path of ["", ...((await fetch(here.site.url + plain)).ok ? [plain] : [])]) {
      const page = await here.open(path, { viewport });
      await accessible(page, `${path || "gallery"} at ${viewport.width}`);
      assert.deepEqual(await sideways(page), []);
    }
  }
});

// 1280 px at 400 % is 320 CSS pixels; 256 px high is what is left of a 1024 px screen.
test("at 400 % zoom nothing scrolls sideways and nothing is lost", async () => {
  const page = await here.open("prostate-localised/", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  const widget = await new Widget(page).ready();
  for (const [step] of steps) {
    await widget.go(step);
    assert.deepEqual(await sideways(page), [], step);
  }
});

test("with text twice as large nothing is cut off or overlaps", async () => {
  const page = await here.open("prostate-localised/", { viewport: wide });
  const widget = await new Widget(page).ready();
  const size = () => widget.heading("About this decision aid", 1).evaluate((h) => parseFloat(getComputedStyle(h).fontSize));
  const before = await size();
  // As if the person's own default size, from which every length inside is taken, were twice as large.
  await widget.root.evaluate((host) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".weighup { font-size: 200% }");
    host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];
  });
  await until(async () => (await size()) / before > 1.7, "text to grow");
  for (const [step] of steps) {
    await widget.go(step);
    assert.deepEqual(await sideways(page), [], step);
    const cut = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll("button, p, li, h1, h2, h3, td, th, label, legend, dd, dt")]
      .filter((each) => each.checkVisibility() && each.clientHeight > 4 && !["visible", "auto"].includes(getComputedStyle(each).overflowY)
        && each.scrollHeight > each.clientHeight + 2)
      .map((each) => each.innerText.slice(0, 60)));
    assert.deepEqual(cut, [], `${step}: text is cut off`);
  }
});

test("with text spacing widened nothing is cut off (1.4.12)", async () => {
  const page = await here.open("prostate-localised/", { viewport: narrow });
  const widget = await new Widget(page).ready();
  await widget.root.evaluate((host) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];
  });
  for (const [step] of steps) {
    await widget.go(step);
    assert.deepEqual(await sideways(page), [], step);
  }
});

test("changed totals and lists are announced politely", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Cancer that spreads": 30 } });
  const status = widget.root.getByRole("status");
  await status.filter({ hasText: /30 of 100/ }).first().waitFor({ state: "attached" });
  await widget.button("Undo").click();
  await status.filter({ hasText: /undone/i }).first().waitFor({ state: "attached" });
});

test("with reduced motion nothing moves", async () => {
  const page = await here.open("prostate-localised/", { reducedMotion: "reduce" });
  const widget = await new Widget(page).ready();
  for (const [step] of steps) {
    await widget.go(step);
    const moving = await widget.root.evaluate((host) => host.shadowRoot.getAnimations()
      .filter((each) => each.effect.getComputedTiming().duration > 1).length);
    assert.equal(moving, 0, step);
  }
});
