// How long a page cannot answer when How they fit is opened at once: for the everyday check, and for the slow one on a phone's speed.
import assert from "node:assert/strict";
import { world } from "./chromium.mjs";
import { until, Widget } from "./widget.mjs";

// Other work on the machine only ever adds: the least of so many openings counts, and one that is within the limit is enough.
const OPENINGS = 4;

// The aids with the fewest and the most things to weigh of those that show a fit with ranges.
export const AIDS = ["prostate-localised", "hrt"];
const html = (id) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/${id}.json" keep><p>Fallback</p></weighup-aid>`;
// A trace is of a whole browser, so this one is not shared.
const here = world({
  args: ["--disable-extensions"],
  serve: {
    answer: (path) => {
      const id = AIDS.find((known) => path === `/kept/${known}.html`);
      if (path === "/empty.html") return { type: "text/html; charset=utf-8", body: "<!doctype html><title>Empty</title>" };
      return id && { type: "text/html; charset=utf-8", body: html(id) };
    },
  },
});

/** Answers to everything there is to weigh, in every way, of which one counts; with so many concerns of one's own. */
function answers(aid, method, concerns) {
  const own = Array.from({ length: concerns }, (_, k) => ({
    id: `own-${k + 1}`,
    words: `Concern ${k + 1}`,
    ratings: Object.fromEntries(aid.option.map(({ id }, at) => [id, (at * 2 + k + 1) % 5])),
  }));
  const weighed = aid.outcome.filter(({ weighed }) => weighed).map(({ id }) => id);
  const things = [...weighed.map((outcome) => ({ outcome })), ...own.map(({ id }) => ({ concern: id }))];
  const [first, last] = [things[0], things.length - 1];
  const times = things.flatMap((thing, at) => {
    if (at === 0) return [];
    if (at === last) return [[first, thing, 9]];
    return [[first, thing, 3], [thing, things[last], 3]];
  });
  const each = Math.floor(20 / things.length) * 5;
  const word = (at) => ["nearly-as-much", "about-half", "much-less"][at % 3];
  return {
    anyway: weighed,
    concerns: own,
    weighings: {
      patient: {
        method,
        pairs: { most: first, said: things.slice(1).map((thing, at) => [first, thing, word(at)]) },
        swing: { first, points: things.map((thing, at) => [thing, 100 - 10 * (at % 8)]) },
        ranking: things.map((thing) => [thing]),
        shares: things.map((thing, at) => [thing, at === 0 ? 100 - each * last : each]),
        best_worst: { best: first, worst: things[last], times },
      },
    },
  };
}
const WAYS = ["pairs", "ranking", "swing", "points", "best-worst"];

/** Somebody with these answers on About, and the engine there. */
async function visitor(id, stored) {
  const page = await here.person();
  await page.addInitScript(() => {
    const start = WebAssembly.instantiate;
    window.engine = 0;
    WebAssembly.instantiate = async (...given) => {
      const made = await start.apply(WebAssembly, given);
      // Counted when whoever waits for it has gone on.
      if ((made.exports ?? made.instance.exports).opened_fit) setTimeout(() => { window.engine += 1; });
      return made;
    };
  });
  if (stored) {
    await page.goto(new URL("/empty.html", here.site.url).href);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`weighup-answers-${id}`, JSON.stringify(stored)]);
  }
  await page.goto(new URL(`/kept/${id}.html`, here.site.url).href);
  const widget = await new Widget(page).ready();
  await page.waitForFunction(() => window.engine > 0);
  return { page, widget };
}

/** What a real page keeps of somebody who has answered nothing. */
async function fresh(id) {
  const { page, widget } = await visitor(id);
  await widget.root.evaluate((host) => { host.step = "summary"; });
  await widget.root.locator("label", { hasText: "Keep my answers on this device" }).click();
  const found = await until(() => page.evaluate((key) => localStorage.getItem(key), `weighup-answers-${id}`), "the answers in storage");
  await page.context().close();
  return JSON.parse(found);
}

/** The longest tasks of the page's main thread while `work` is done, in milliseconds of the thread's own time. */
async function longest(page, work) {
  const { browser } = here;
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid}/${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid, tdur }) => /RunTask/.test(name) && main.has(`${pid}/${tid}`) && tdur);
  assert.ok(tasks.length > 5, "tasks were traced");
  return Math.max(...tasks.map(({ tdur }) => tdur / 1000));
}

/** How long the page cannot answer at most when the fit is opened at once, with nothing worked out before. */
async function opening(id, stored, slower) {
  const { page, widget } = await visitor(id, stored);
  const line = await page.context().newCDPSession(page);
  await line.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const took = await longest(page, async () => {
    await widget.root.evaluate((host) => { host.step = "fit"; });
    await widget.heading("Why", 2).waitFor();
  });
  await page.context().close();
  return took;
}

/**
 * Holds that no way of weighing keeps the main thread for longer than `limit` milliseconds of its own time in one task. `slower` is how
 * many times slower than this machine the page is made; `concerns` are numbers of concerns of one's own.
 */
export async function inSlices(t, id, { slower, limit, concerns: numbers }) {
  const kept = await fresh(id);
  const aid = await (await fetch(new URL(`/aids/${id}.json`, here.site.url))).json();
  const long = [];
  for (const method of WAYS) {
    for (const concerns of numbers) {
      const stored = { ...kept, answers: { ...kept.answers, step: "about", visited: [], ...answers(aid, method, concerns) } };
      let least = Infinity;
      for (let again = 0; again < OPENINGS && least > limit; again += 1) {
        least = Math.min(least, await opening(id, stored, slower));
      }
      t.diagnostic(`${id}, ${method}, ${concerns} concerns, ${slower} times slower: ${least.toFixed(0)} ms`);
      if (least > limit) long.push(`${method}, ${concerns} concerns: a task of ${least.toFixed(0)} ms`);
    }
  }
  assert.deepEqual(long, []);
}
