// The engine in a file of its own: late, missing or stopped, it takes nothing else with it; and a widget that has
// stopped gives the page back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { events, listen } from "../support/page.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const fit = (url) => url.pathname.endsWith("/weighup_fit_bg.wasm");

async function visit(prepare = async () => {}) {
  const page = await here.person();
  await listen(page);
  await prepare(page);
  await page.goto(`${here.site.url}prostate-localised/`);
  return { page, widget: await new Widget(page).ready() };
}

test("a late engine keeps no one waiting, and the fit appears when it comes", async () => {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  const { widget } = await visit((page) => page.route(fit, async (route) => {
    await late;
    await route.continue();
  }));
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  await widget.text("This is being worked out.").first().waitFor();
  arrive();
  await widget.heading("Why", 2).waitFor();
  assert.equal(await widget.text("This is being worked out.").count(), 0);
});

test("an engine that came while an aid was away is there when it comes back", async () => {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  const { page, widget } = await visit(async (page) => {
    await page.route(fit, async (route) => {
      await late;
      await route.continue();
    });
    await page.addInitScript(() => {
      const start = WebAssembly.instantiate;
      window.started = 0;
      WebAssembly.instantiate = async (...given) => {
        const module = await start.apply(WebAssembly, given);
        // Counted when whoever waits for it has gone on.
        setTimeout(() => { window.started += 1; });
        return module;
      };
    });
  });
  await widget.go("Weigh up");
  await journey.weigh(widget);
  const show = (id) => page.evaluate((id) => { document.querySelector("weighup-aid").src = `/aids/${id}.json`; }, id);
  const ready = async (times) => (await events(page)).filter(([name]) => name === "weighup-ready").length === times;
  const first = await page.evaluate(() => document.querySelector("weighup-aid").src);
  await show("otitis-media");
  await until(() => ready(2), "the other aid");
  arrive();
  await page.waitForFunction(() => window.started === 3);
  await page.evaluate((src) => { document.querySelector("weighup-aid").src = src; }, first);
  await widget.go("How they fit");
  await widget.heading("Why", 2).waitFor();
});

/**
 * Counts what the engine is asked (`asked`) and its slices of work (`slices`), says whether it is at work on something (`working`), and
 * what waits for a pause of the person's (`waiting`). With `window.held` slices do nothing: what is seen then is seen between two.
 */
const counted = (page) => page.addInitScript(() => {
  window.asked = 0;
  window.slices = 0;
  window.working = false;
  window.waiting = new Set();
  const [later, never, start] = [window.setTimeout, window.clearTimeout, WebAssembly.instantiate];
  window.setTimeout = (work, pause, ...given) => {
    const one = later(() => {
      window.waiting.delete(one);
      work(...given);
    }, pause);
    if (pause === 300) window.waiting.add(one);
    return one;
  };
  window.clearTimeout = (one) => {
    window.waiting.delete(one);
    never(one);
  };
  WebAssembly.instantiate = async (...given) => {
    const instance = await start.apply(WebAssembly, given);
    if (!instance.exports?.opened_fit) return instance;
    const opened_fit = (...asked) => {
      window.asked += 1;
      return instance.exports.opened_fit(...asked);
    };
    const opened_work = (...asked) => {
      window.slices += 1;
      const done = window.held ? 0 : instance.exports.opened_work(...asked);
      window.working = !done;
      return done;
    };
    return { instance: { exports: { ...instance.exports, opened_fit, opened_work } }, module: given[0] };
  };
});
const asked = (page) => page.evaluate(() => window.asked + window.slices);

test("the fit is worked out once for the same answers", async () => {
  const { page, widget } = await visit(counted);
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  await widget.heading("Why", 2).waitFor();
  const before = await asked(page);
  assert.ok(before > 0);
  await widget.go("Decide");
  await widget.root.getByRole("textbox").first().pressSequentially("the stairs");
  await widget.go("Summary");
  await widget.go("How they fit");
  await widget.heading("Why", 2).waitFor();
  assert.equal(await asked(page), before, "neither typing nor coming back asks again");
});

/** Answers of most and least, all comparisons a step up from the middle. */
async function mostAndLeast(widget) {
  const { root } = widget;
  await widget.unfold("Other ways to answer");
  await root.getByRole("button", { name: /^Most and least/ }).click();
  const chosen = (question, name) => root.getByRole("group", { name: question }).getByRole("radio", { name }).check();
  await chosen("Which change matters most to you?", "Cancer that spreads");
  await chosen("Which change matters least to you?", "Leaking from the bowel");
  const more = root.getByRole("button", { name: /^More: / });
  await more.first().waitFor();
  for (let at = 0; at < (await more.count()); at += 1) await more.nth(at).click();
}

const ways = { "most and least": mostAndLeast, swings: journey.weigh };
for (const [way, answer] of Object.entries(ways)) {
  test(`the fit of ${way} is worked out in a pause before it is opened`, async () => {
    const { page, widget } = await visit(counted);
    await widget.go("Weigh up");
    await answer(widget);
    await page.waitForFunction(() => window.slices > 1 && window.waiting.size === 0 && !window.working);
    const before = await asked(page);
    await widget.go("How they fit");
    await widget.heading("Why", 2).waitFor();
    assert.equal(await asked(page), before, "opening it draws only");
  });
}

const waits = "This is being worked out.";

/** Somebody who has weighed up and opens the fit while the engine gets no further. */
async function held() {
  const found = await visit(counted);
  const { page, widget } = found;
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await page.waitForFunction(() => window.slices > 1 && window.waiting.size === 0 && !window.working);
  // Other answers than those that are worked out ahead.
  await page.evaluate(() => { window.held = true; });
  await widget.root.getByRole("button", { name: /^More: / }).first().click();
  await widget.root.evaluate((host) => { host.step = "fit"; });
  await widget.root.locator(".wu-card").getByText(waits).waitFor();
  return found;
}

test("the page answers while the fit is worked out, says so once, and shows nothing of other answers", async () => {
  const { page, widget } = await held();
  const { root } = widget;
  const status = root.locator(".weighup > [role=status]");
  assert.equal(await status.innerText(), waits);
  assert.equal(await root.locator(".wu-bars, .wu-fit__top").count(), 0, "no picture of other answers");
  assert.equal(await page.locator(".wu-mount[data-working]").count(), 1);
  // Slices come and go, and in between the page does what it is asked.
  const before = await page.evaluate(() => window.slices);
  await page.waitForFunction((before) => window.slices > before + 2, before);
  await root.evaluate((host) => { host.step = "weigh"; });
  await widget.heading("Weigh up what matters", 1).waitFor();
  await root.evaluate((host) => { host.step = "fit"; });
  await root.locator(".wu-card").getByText(waits).waitFor();
  await root.evaluate((host) => {
    window.said = [];
    new MutationObserver(() => window.said.push(host.shadowRoot.querySelector(".weighup > [role=status]").innerText))
      .observe(host.shadowRoot.querySelector(".weighup > [role=status]"), { childList: true, characterData: true, subtree: true });
  });
  await page.evaluate(() => { window.held = false; });
  await widget.heading("Why", 2).waitFor();
  await root.locator("[data-working]").waitFor({ state: "detached" });
  assert.equal(await widget.text(waits).count(), 0, "it is said of nothing any more");
  assert.deepEqual(await page.evaluate(() => [...new Set(window.said)]), [""], "what has come is not announced over it");
});

test("printing waits for no slice", async () => {
  const { page, widget } = await held();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await widget.heading("Why", 2).waitFor();
  assert.equal(await widget.text(waits).count(), 0);
  assert.equal(await page.evaluate(() => window.held), true);
});

test("the fit of answers that were worked out before is there at once, and that of others waits", async () => {
  const { page, widget } = await held();
  const to = (step) => widget.root.evaluate((host, step) => { host.step = step; }, step);
  await to("weigh");
  await widget.button("Undo").click();
  await to("fit");
  await widget.heading("Why", 2).waitFor();
  await to("weigh");
  await widget.button("Redo").click();
  await to("fit");
  await widget.root.locator(".wu-card").getByText(waits).waitFor();
  assert.equal(await widget.heading("Why", 2).count(), 0);
  await page.evaluate(() => { window.held = false; });
  await widget.heading("Why", 2).waitFor();
});

test("a question that stops the engine is told, and nothing waits for ever", async () => {
  const { widget } = await visit((page) => page.addInitScript(() => {
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const instance = await start.apply(WebAssembly, given);
      if (!instance.exports?.opened_work) return instance;
      let slices = 0;
      const opened_work = (...asked) => {
        slices += 1;
        if (slices > 2) throw new WebAssembly.RuntimeError("unreachable");
        return instance.exports.opened_work(...asked);
      };
      const opened_fit = () => { throw new WebAssembly.RuntimeError("unreachable"); };
      return { instance: { exports: { ...instance.exports, opened_fit, opened_work } }, module: given[0] };
    };
  }));
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  await widget.root.locator(".wu-card").getByText(/works out the fit did not arrive/).waitFor();
});

test("without the engine everything but the fit works, and the summary says so", async () => {
  const { page, widget } = await visit((page) => page.route(fit, (route) => route.fulfill({ status: 404, body: "" })));
  await until(() => page.log.console.some((line) => /weighup_fit_bg\.wasm answered with status 404/.test(line)), "the owner is told");
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  await widget.text(/works out the fit did not arrive/).first().waitFor();
  await widget.go("Summary");
  await widget.text(/works out the fit did not arrive/).first().waitFor();
  assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
});

test("an aid that is refused is explained to the owner at length", async () => {
  const page = await here.person();
  await listen(page);
  await page.route("**/prostate-localised.json", async (route) => {
    const found = await route.fetch();
    const damaged = (await found.text()).replace('"events":17,', '"events":1700,').replace('"minutes":', '"minuts":');
    await route.fulfill({ response: found, body: damaged });
  });
  await page.goto(`${here.site.url}prostate-localised/`);
  await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
  const said = page.log.console.find((line) => line.includes("[aid-refused]"));
  assert.match(said, /line 1, column \d+: error\[missing-field\] about\.minutes/);
  assert.match(said, /error\[unknown-field\] about\.minuts/);
});

test("what only the engine checks is refused as soon as it is there", async () => {
  const page = await here.person();
  await listen(page);
  await page.route("**/prostate-localised.json", async (route) => {
    const found = await route.fetch();
    // A character that turns text round: the widget could show it, and nobody should see it.
    const damaged = (await found.text()).replace('"purpose":["', '"purpose":["\u202E');
    await route.fulfill({ response: found, body: damaged });
  });
  await page.goto(`${here.site.url}prostate-localised/`);
  await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
  const said = page.log.console.find((line) => line.includes("[aid-refused]"));
  assert.match(said, /error\[hidden-character\] about\.purpose\[0\]/);
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), true);
  assert.equal(await page.locator("weighup-aid .weighup").count(), 0);
});

test("a widget that stops is taken away, and the page's own content comes back", async () => {
  const { page, widget } = await visit();
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), false);
  // What an extension or a careless script may do: break what the widget builds its page with.
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => { throw new Error("broken by somebody else"); };
    Node.prototype.appendChild = Node.prototype.insertBefore;
  });
  await widget.button(/^Next: /).click();
  await until(async () => (await events(page)).some(([name, detail]) => name === "weighup-error" && detail.code === "widget-failed"), "the page is told");
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), true);
  assert.match(await page.getByRole("alert").innerText(), /has stopped working/);
  assert.equal(await page.locator("weighup-aid .weighup").count(), 0);
});
