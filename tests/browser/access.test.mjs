// WCAG 2.2 AA on every step and state (H06, H11): axe, headings, targets, reflow, zoom, text size, colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { narrow, wide } from "../support/every.mjs";
import { broken, small } from "../support/layout.mjs";
import * as journey from "../support/journey.mjs";
import { answered, openAll } from "../support/states.mjs";
import { label, sideways, steps, until, Widget } from "../support/widget.mjs";

const here = world();
const twice = world({ args: ["--blink-settings=defaultFontSize=32"] });
const names = ["about", "what-matters", "choice", "options", "compare", "weigh", "fit", "ready", "decide", "summary"];

// Colours in every theme, dark and forced, are asked of every state in `fixtures-wide` and `fixtures-narrow`; here it is the element on
// a page, dark as the device asks for it.
const looks = { "320 px, dark": { viewport: narrow, colorScheme: "dark", theme: "auto" }, "1280 px": { viewport: wide } };

for (const [look, { theme, ...how }] of Object.entries(looks)) {
  test(`no accessibility problem on any step (1.1.1, 1.3.1, 1.4.3, 2.4.1, 2.4.4, 3.3.2, 4.1.2): ${look}`, async () => {
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
      await note(async () => assert.deepEqual(await small(page), [], `${where}: targets too small`));
      await note(async () => assert.deepEqual(await sideways(page), [], `${where}: wider than the screen`));
    });
    assert.equal(problems.length, 0, problems.join("\n\n"));
  });
}

test("no two buttons of a step are called the same (2.4.6)", async () => {
  const widget = await new Widget(await here.open()).ready();
  await answered(widget, async (state) => {
    await openAll(widget);
    if (state === "weigh") await widget.root.getByRole("button", { name: /^Set a limit/ }).first().click();
    const names = await widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll("button, summary")]
      .filter((each) => each.checkVisibility())
      .map((each) => (each.getAttribute("aria-label") ?? each.textContent).replace(/\s+/g, " ").trim()));
    // Two that name the step they lead to do the same.
    const twice = names.filter((name, at) => names.indexOf(name) !== at && !/^Go to /.test(name));
    // The lists of stages and of steps and the way on at the foot lead to the same places by other names.
    assert.deepEqual(twice, [], state);
  });
});

test("gallery and plain page have no accessibility problem at 320 and 1280 px, light and dark (1.4.3, 2.4.2)", async () => {
  for (const [viewport, colorScheme] of [[narrow, "light"], [wide, "dark"], [narrow, "dark"], [wide, "light"]]) {
    const plain = "aids/prostate-localised.html";
    for (const path of ["", ...((await fetch(here.site.url + plain)).ok ? [plain] : [])]) {
      const page = await here.open(path, { viewport, colorScheme });
      await accessible(page, `${path || "gallery"} at ${viewport.width}, ${colorScheme}`);
      assert.deepEqual(await sideways(page), []);
    }
  }
});

test("an aid's page is as dark as the device asks for, and all of it is in a landmark (1.3.1, 1.4.3)", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await here.open("prostate-localised/", { viewport: wide, colorScheme });
    const widget = await new Widget(page).ready();
    const ground = (of) => of.evaluate((each) => getComputedStyle(each).backgroundColor.match(/\d+/g).slice(0, 3).map(Number));
    for (const each of [page.locator("html"), widget.root.locator(".weighup").last()]) {
      const light = Math.max(...await ground(each));
      assert.ok(colorScheme === "dark" ? light < 60 : light > 200, `${colorScheme}: ${light}`);
    }
    const outside = await page.evaluate(() => [...document.body.querySelectorAll("*")].filter((each) => each.checkVisibility() && each.innerText?.trim() && !each.closest("nav, main, header, footer, [role], script, style"))
      .map((each) => each.outerHTML.slice(0, 80)));
    assert.deepEqual(outside, []);
    await accessible(page, `the page of an aid, ${colorScheme}`);
  }
});

// 1280 px at 400 % is 320 CSS pixels; 256 px high is what is left of a 1024 px screen.
test("at 400 % zoom nothing scrolls sideways and nothing is lost (1.4.10)", async () => {
  const page = await here.open("prostate-localised/", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  const widget = await new Widget(page).ready();
  const wider = await new Widget(await here.open("prostate-localised/", { viewport: wide })).ready();
  const said = (which) => which.root.evaluate((host) => {
    const step = host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .wu-step");
    const controls = [...step.querySelectorAll("button, input, textarea, summary, a")].filter((each) => each.checkVisibility()).length;
    return { controls, words: [...new Set(step.innerText.split(/\s+/).filter(Boolean))] };
  });
  for (const [step] of steps) {
    await widget.go(step);
    await wider.go(step);
    assert.deepEqual(await sideways(page), [], step);
    const [here, there] = [await said(widget), await said(wider)];
    assert.deepEqual(there.words.filter((word) => !here.words.includes(word)), [], `${step}: words that only a wide screen has`);
    assert.equal(here.controls, there.controls, `${step}: as many controls as on a wide screen`);
  }
});

test("with text twice as large nothing is cut off or overlaps (1.4.4)", async () => {
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

// A phone whose owner has set letters to twice the size.
test("on a phone with letters of twice the size every step of four aids is read without a broken heading or a sideways scroll (1.4.4)", async () => {
  const wrong = [];
  for (const aid of ["prostate-localised", "contraception", "hrt", "knee-osteoarthritis"]) {
    const page = await twice.open(`${aid}/`, { viewport: { width: 390, height: 700 } });
    const widget = await new Widget(page).ready();
    assert.ok(await widget.root.locator(".weighup").last().evaluate((each) => parseFloat(getComputedStyle(each).fontSize)) >= 32);
    for (const [step] of steps) {
      await widget.root.evaluate((host, name) => { host.step = name; }, names[steps.findIndex(([known]) => known === step)]);
      await widget.root.locator('[aria-current="step"]', { hasText: label(step) }).waitFor();
      await widget.whole();
      wrong.push(...(await sideways(page)).map((what) => `${aid}, ${step}: ${what}`));
      // A word longer than its line has to be broken somewhere.
      const words = (await broken(widget.root)).filter((word) => word.length <= 10);
      wrong.push(...words.map((word) => `${aid}, ${step}: “${word}” is broken`));
    }
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
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

test("changed totals and lists are announced politely (4.1.3)", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Cancer that spreads": 30 } });
  const status = widget.root.getByRole("status");
  await status.filter({ hasText: /30 of 100/ }).first().waitFor({ state: "attached" });
  await widget.button("Undo").click();
  await status.filter({ hasText: /undone/i }).first().waitFor({ state: "attached" });
});

test("on every step what an answer changes elsewhere is said, and the focus stays (4.1.3)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { page, root } = widget;
  const status = root.getByRole("status");
  // After adding, the box is ready for more; everything else keeps the focus.
  const says = async (words, control, { by = "Enter", then } = {}) => {
    await control.focus();
    const before = await widget.focused();
    await page.keyboard.press(by);
    await status.filter({ hasText: words }).first().waitFor({ state: "attached" });
    const after = await widget.focused();
    if (then) assert.match(after?.tag ?? "nothing", then, `${words}: where the focus is, ${JSON.stringify(after)}`);
    else assert.deepEqual(after, before, `${words}: the focus stays`);
  };
  await widget.pictures();
  await says(/Wearing pads for leaking urine: .*6 months/i, widget.horizon(journey.first, "6 months"), { by: "Space" });
  await widget.button("Choose what is shown").click();
  await says(/order has changed/i, widget.button("Move up: Cancer that spreads"));
  await widget.go("Weigh up");
  await widget.unfold("Something else that matters to you?");
  await root.getByRole("textbox", { name: "What else matters to you" }).fill(journey.concern);
  await says(/Added/, widget.button("Add this"));
  await widget.go("Ready?");
  await widget.unfold("Have we explained it well?");
  const question = root.getByRole("group", { name: /If you start with active monitoring/ });
  await says(/You can stop monitoring/, question.getByRole("radio").first(), { by: "Space" });
  await widget.go("Decide");
  const mine = root.getByRole("group", { name: "I will", exact: true });
  await widget.unfold(/^I will$/);
  await mine.getByRole("textbox", { name: "What to do" }).fill(journey.task.what);
  await says(/Added/, widget.button("Add: I will"), { then: /^(INPUT|TEXTAREA)$/ });
  await says(/undone/i, widget.button("Undo"));
  await says(/answer is back/i, widget.button("Redo"));
});

test("each step arrives with the focus on its heading, from the list of steps, on and back (2.4.3)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const on = (heading) => until(async () => {
    const at = await widget.focused();
    return at?.tag === "H1" && at.text === heading;
  }, `the focus on “${heading}”`);
  for (const [at, [step, heading]] of steps.entries()) {
    if (at === 0) continue;
    await widget.next();
    await on(heading);
    await widget.button("Back").click();
    await on(steps[at - 1][1]);
    await widget.go(step);
    await on(heading);
  }
});

// Whatever the device asks for: there is nothing to reduce.
test("nothing moves by itself (2.2.2, 2.3.1)", async () => {
  const page = await here.open("prostate-localised/", { reducedMotion: "no-preference" });
  const widget = await new Widget(page).ready();
  for (const [step] of steps) {
    await widget.go(step);
    const moving = await widget.root.evaluate((host) => host.shadowRoot.getAnimations()
      .filter((each) => each.effect.getComputedTiming().duration > 1).length);
    assert.equal(moving, 0, step);
  }
});

test("on its side a phone shows the same (1.3.4)", async () => {
  const page = await here.open("prostate-localised/", { viewport: { width: 640, height: 320 } });
  const widget = await new Widget(page).ready();
  for (const [step] of steps) {
    await widget.go(step);
    assert.deepEqual(await sideways(page), [], step);
  }
});

test("an answer changes neither the step nor the focus, and focus alone changes nothing (3.2.1, 3.2.2)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const content = () => widget.root.evaluate((host) => host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .wu-step").innerText);
  for (const [step] of steps) {
    await widget.go(step);
    await openAll(widget);
    const before = await content();
    const controls = widget.root.locator(".wu-step :is(input, textarea, button, summary)");
    for (let at = 0; at < Math.min(await controls.count(), 12); at += 1) await controls.nth(at).focus();
    assert.equal(await content(), before, `${step}: what has the focus changes nothing`);
    const choice = widget.root.locator(".wu-step :is(input[type=radio], input[type=checkbox]):not(:disabled)").first();
    if (!(await choice.count())) continue;
    await choice.focus();
    await widget.page.keyboard.press("Space");
    await widget.at(step);
    assert.equal((await widget.focused())?.tag, "INPUT", `${step}: the focus stays on the answer`);
    // With the arrows one goes through every answer of every question, and stays where one is.
    const named = await widget.root.locator(".wu-step input[type=radio]:not(:disabled)").evaluateAll((all) => [...new Set(all.map((each) => each.name))]);
    for (const name of named) {
      const answers = widget.root.locator(`.wu-step input[type=radio][name="${name}"]`);
      await answers.first().focus();
      for (let at = 0; at < await answers.count(); at += 1) {
        await widget.page.keyboard.press("ArrowDown");
        await widget.at(step);
        const focus = await widget.focused();
        assert.equal(focus?.tag, "INPUT", `${step}, ${name}: the focus stays on the answers`);
      }
    }
  }
});

test("a button does nothing before the pointer is let go, and nothing when it is let go elsewhere (2.5.2)", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  const next = widget.button(/^Next: /);
  await next.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await next.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await widget.at("About");
  await page.mouse.move(x + width / 2, y - 200);
  await page.mouse.up();
  await widget.at("About");
  assert.equal(await widget.heading("What matters to you?", 1).count(), 0);
});

test("the widget carries its language into a page that says another (3.1.1)", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await page.evaluate(() => { document.documentElement.lang = "fr"; });
  await widget.root.evaluate((host) => { host.lang = "en-GB"; });
  await until(() => widget.root.evaluate((host) => host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .weighup").lang === "en-GB"), "its own language");
});
