// A page that is open for a very long time: two thousand mounts and ten thousand things that a person does leave it as it was, and as quick.
// `WEIGHUP_SOAK=0.1` does a tenth of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";

const PART = Number(process.env.WEIGHUP_SOAK ?? 1);
const [MOUNTS, ACTS] = [Math.round(2_000 * PART), Math.round(10_000 * PART)];
// What may be left, however long it was: what a browser itself keeps for a while, and what a widget has made room for once.
const LEFT = { nodes: 60, listeners: 10, heap: 1_500_000, wasm: 32 * 65_536 };
/** The last fifth may take so many times as long as the second: the first fifth is when code is compiled. */
const SLOWER = 1.5;
const here = world();
// Chromium keeps every radio button that was taken out of a shadow root, with all it stood in, until that root goes: one of plain HTML too. So
// nodes are counted where elements come and go, and what stands in the widget where they stay.

/** A page that knows the memory of each module. */
async function open() {
  const page = await here.person();
  await page.addInitScript(() => {
    window.memories = [];
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      const memory = (started.exports ?? started.instance?.exports)?.memory;
      if (memory) window.memories.push(memory);
      return started;
    };
  });
  await page.goto(new URL("host/minimal.html", here.site.url).href);
  await shown(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.enable");
  const measure = async () => {
    for (let twice = 0; twice < 2; twice += 1) await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const found = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const wasm = await page.evaluate(() => window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    return { nodes: found.Nodes, listeners: found.JSEventListeners, heap: found.JSHeapUsedSize, wasm };
  };
  return { page, measure };
}

/** Does something over and over; nothing may be left of it, and the last may take no longer than the first. */
async function soaked(what, times, { page, measure }, once, limits = LEFT) {
  const part = Math.max(Math.round(times / 5), 1);
  const took = [];
  let before;
  for (let fifth = 0; fifth < 5; fifth += 1) {
    took.push(await page.evaluate(once, part));
    // The first fifth makes what is kept on purpose: what undo goes back to, what is compiled.
    if (fifth === 0) before = await measure();
  }
  const after = await measure();
  const grown = Object.fromEntries(Object.keys(before).map((name) => [name, after[name] - before[name]]));
  console.log(`${times} ${what}: ${JSON.stringify(grown)}, from ${JSON.stringify(before)}; milliseconds each, by fifths: ${took.map((ms) => ms.toFixed(2)).join(", ")}`);
  for (const [name, most] of Object.entries(limits)) assert.ok(grown[name] <= most, `${grown[name]} of ${name} are left after ${times} ${what}`);
  assert.ok(took[4] <= took[1] * SLOWER, `${what} take ${took[4]} ms at the end and ${took[1]} ms at the beginning`);
}

test("two thousand mounts leave the page as it was", { timeout: 3_600_000 }, async () => {
  await soaked("mounts", MOUNTS, await open(), async (times) => {
    window.aid ??= await (await fetch("../aids/prostate-localised.json")).text();
    const begun = performance.now();
    for (let at = 0; at < times; at += 1) {
      const element = document.createElement("weighup-aid");
      element.aid = window.aid;
      const ready = new Promise((resolve) => element.addEventListener("weighup-ready", resolve, { once: true }));
      document.body.append(element);
      await ready;
      element.remove();
      await Promise.resolve();
    }
    return (performance.now() - begun) / times;
  });
});

test("ten thousand things that a person does leave the page as quick as it was", { timeout: 3_600_000 }, async () => {
  const at = await open();
  await at.page.locator("weighup-aid").first().evaluate((aid) => { aid.step = "weigh"; });
  await at.page.locator("weighup-aid").first().locator("input[type=radio]").first().waitFor();
  await soaked("acts", ACTS, at, async (times) => {
    const aid = document.querySelector("weighup-aid");
    const steps = ["what-matters", "options", "compare", "weigh", "fit", "summary"];
    const drawn = () => new Promise((resolve) => { setTimeout(resolve); });
    window.acts ??= 0;
    const begun = performance.now();
    for (let done = 0; done < times; done += 1) {
      window.acts += 1;
      const controls = [...aid.shadowRoot.querySelectorAll("textarea, .wu-weigh input[type=radio], .wu-pair button, .wu-matrix__name, .wu-link[aria-expanded]")].filter((each) => each.getClientRects().length > 0);
      const control = controls[window.acts % Math.max(controls.length, 1)];
      if (window.acts % 7 === 0 || !control) aid.step = steps[Math.floor(window.acts / 7) % steps.length];
      else if (control.tagName === "TEXTAREA") {
        control.value = `what matters, for the ${window.acts}th time`;
        control.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      } else control.click();
      await drawn();
    }
    const took = (performance.now() - begun) / times;
    // What is measured is the same step each time.
    aid.step = "about";
    while (!aid.shadowRoot.querySelector("h1")?.textContent.startsWith("About")) await drawn();
    return took;
  }, { ...LEFT, nodes: Infinity });
  const inside = await at.page.evaluate(() => document.querySelector("weighup-aid").shadowRoot.querySelectorAll("*").length);
  assert.ok(inside < 2_000, `${inside} elements stand in the widget`);
  assert.deepEqual(at.page.log.errors, []);
});
