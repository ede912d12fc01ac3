// Yew takes a break when it has worked for 16 ms, in the middle of whatever is waiting. Here it always has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";

const here = world();

async function tired() {
  const page = await here.person();
  await page.addInitScript(() => {
    let now = 0;
    Date.now = () => (now += 20);
  });
  await page.goto(`${here.site.url}host/minimal.html`);
  await shown(page);
  // One aid after another within one task, so that each comes in the break after the one before.
  await page.evaluate(async () => {
    const aid = await (await fetch("/aids/prostate-localised.json")).text();
    window.put = () => {
      const element = document.createElement("weighup-aid");
      element.aid = aid;
      document.body.append(element);
      return element;
    };
    window.mount = async (element) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const root = element.shadowRoot?.querySelector(".wu-mount");
        if (root) return root;
        await undefined;
      }
      throw new Error("nothing was mounted");
    };
  });
  return page;
}

test("it says that it is ready when it is there, not before", async () => {
  const page = await tired();
  const found = await page.evaluate(async () => {
    const ready = (element) => new Promise((resolve) => element.addEventListener("weighup-ready", () => {
      resolve(element.shadowRoot.querySelector("h1")?.textContent);
    }, { once: true }));
    const elements = [window.put(), window.put(), window.put()];
    return Promise.all(elements.map(ready));
  });
  assert.deepEqual(found, Array(3).fill("About this decision aid"));
});

test("taken away in the break and forgotten, it is not made afterwards", async () => {
  const page = await tired();
  const left = await page.evaluate(async () => {
    const first = window.put();
    await window.mount(first);
    const second = window.put();
    const root = await window.mount(second);
    second.remove();
    second.reset();
    const stayed = new Promise((resolve) => first.addEventListener("weighup-ready", resolve, { once: true }));
    await stayed;
    // After everything that was waiting.
    for (let turns = 0; turns < 5; turns += 1) await new Promise((next) => setTimeout(next));
    return { nodes: root.childElementCount, first: first.shadowRoot.querySelector("h1")?.textContent };
  });
  assert.deepEqual(left, { nodes: 0, first: "About this decision aid" });
});
