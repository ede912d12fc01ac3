// Two hundred aids put on a page and taken off again leave the page as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";

const here = world();
const CYCLES = 200;

test("mounting and removing frees what was used", async () => {
  const page = await here.person();
  // What the modules use is theirs alone: seen where they are started.
  await page.addInitScript(() => {
    window.memories = [];
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      // The rest of the widget has none of its own.
      const { memory } = started.exports;
      if (memory) window.memories.push(memory);
      return started;
    };
  });
  await page.goto(new URL("host/minimal.html", here.site.url).href);
  await shown(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.enable");

  const cycle = (times) =>
    page.evaluate(async (times) => {
      const aid = await (await fetch("../aids/prostate-localised.json")).text();
      for (let at = 0; at < times; at += 1) {
        const element = document.createElement("weighup-aid");
        element.aid = aid;
        const ready = new Promise((resolve) => element.addEventListener("weighup-ready", resolve, { once: true }));
        document.body.append(element);
        await ready;
        element.remove();
        await Promise.resolve();
      }
    }, times);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const found = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const wasm = await page.evaluate(() => window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    return { nodes: found.Nodes, listeners: found.JSEventListeners, heap: found.JSHeapUsedSize, wasm };
  };

  await cycle(20);
  const before = await measure();
  await cycle(CYCLES);
  const after = await measure();
  assert.ok(before.wasm > 0, "no memory was seen");
  const grown = Object.fromEntries(Object.keys(before).map((name) => [name, after[name] - before[name]]));
  console.log(`after ${CYCLES} cycles: ${JSON.stringify(grown)}, from ${JSON.stringify(before)}`);
  // Nothing is left of any of them; the numbers allow for what the browser itself keeps for a while.
  assert.ok(grown.nodes <= 20, `${grown.nodes} nodes are left`);
  assert.ok(grown.listeners <= 5, `${grown.listeners} listeners are left`);
  assert.ok(grown.heap <= 300_000, `${grown.heap} bytes of JavaScript are left`);
  assert.ok(grown.wasm <= 16 * 65_536, `WebAssembly grew by ${grown.wasm} bytes`);
});
