// How fast the engine is as WebAssembly, in Node and in Chromium, beside plain JavaScript in the same run, and whether it
// meets `targets.json`. Times are the best of many runs: what the engine takes when nothing else runs.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, person } from "../support/chromium.mjs";
import { dist, serve } from "../support/serve.mjs";
import { measure } from "./workloads.mjs";

const here = (name) => readFile(new URL(name, import.meta.url), "utf8");
const targets = JSON.parse(await here("targets.json"));
let missed = 0;

function verdict(met) {
  if (!met) missed += 1;
  return met ? "met" : "NOT MET";
}

function print(where, rows) {
  for (const { name, engine, script } of rows) {
    const { [where]: most, times_faster: times } = targets[name] ?? {};
    const target = most === undefined ? "" : ` (target ${most}: ${verdict(engine <= most)})`;
    let beside = "";
    if (script !== undefined) {
      const ratio = script / engine;
      beside = `; plain JavaScript ${script.toFixed(0)} ns, ${ratio.toFixed(1)} times`;
      if (times !== undefined) beside += ` (target ${times}: ${verdict(ratio >= times)})`;
    }
    console.log(`${where}: ${name}: ${engine.toFixed(1)} ns a draw${target}${beside}`);
  }
}

/** What criterion wrote, if it ran: the median, in nanoseconds a draw. */
async function native() {
  const folder = process.env.WEIGHUP_CRITERION;
  if (folder === undefined) return;
  for (const [name, { native: most }] of Object.entries(targets)) {
    if (most === undefined) continue;
    const file = join(folder, "acceptability", name, "new", "sample.json");
    const sample = await readFile(file, "utf8").then(JSON.parse).catch(() => undefined);
    if (sample === undefined) continue;
    const best = Math.min(...sample.times.map((time, i) => time / sample.iters[i])) / 100_000;
    console.log(`native: ${name}: ${best.toFixed(1)} ns a draw (target ${most}: ${verdict(best <= most)})`);
  }
}

async function node() {
  const module = process.env.WEIGHUP_API ?? join(dist, "weighup/api.node.js");
  const { compute } = await import(pathToFileURL(module).href);
  const { rows, whole } = await measure(compute, await here("prostate.json"));
  print("node", rows);
  full("node", whole);
}

function full(where, milliseconds) {
  const name = "a real aid's full result, in milliseconds";
  const most = targets[name][where];
  const target = most === undefined ? "" : ` (target ${most}: ${verdict(milliseconds <= most)})`;
  console.log(`${where}: ${name}: ${milliseconds.toFixed(2)}${target}`);
}

async function chromium() {
  const script = await here("workloads.mjs");
  const site = await serve({
    answer: (path) => (path === "/workloads.js" ? { type: "text/javascript", body: script } : undefined),
  });
  const browser = await launch();
  try {
    const page = await person(browser);
    page.setDefaultTimeout(300_000);
    await page.goto(new URL("prostate-localised/", site.url).href);
    const { rows, whole } = await page.evaluate(async (aid) => {
      const { measure } = await import(new URL("/workloads.js", location.href).href);
      const { compute } = await import(new URL("/weighup/api.js", location.href).href);
      return measure(compute, aid);
    }, await here("prostate.json"));
    print("chromium", rows);
    full("chromium", whole);
  } finally {
    await browser.close();
    await site.close();
  }
}

await native();
await node();
await chromium();
console.log(missed === 0 ? "every target is met" : `${missed} targets are not met`);
