// Printing as a person asks for it: by the button and by `printSummary()`, out of other people's boxes; and what is said where a
// browser does not print.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxPages, cutting } from "../support/boxes.mjs";
import { world } from "../support/chromium.mjs";
import { bare, missing, printed, texts } from "../support/paper.mjs";
import { strict } from "../support/serve.mjs";
import { answered } from "../support/states.mjs";
import { until, Widget } from "../support/widget.mjs";

const inside = '<weighup-aid src="/aids/prostate-localised.json"><p>Plain words</p></weighup-aid>';
const element = boxPages(cutting, inside, '<script type="module" src="/weighup/index.js"></script>');
const frames = {
  "/frames/yes": "allow-scripts allow-same-origin allow-modals", "/frames/no": "allow-scripts allow-same-origin",
};
const answer = (path) => (frames[path]
  ? { type: "text/html; charset=utf-8", body: `<!doctype html><title>A frame</title><iframe src="/box/a%20plain%20page" sandbox="${frames[path]}" width="900" height="700"></iframe>` }
  : element(path));
const here = world({ serve: { answer, policy: `${strict}; frame-src 'self'` } });

/** The browser's own dialogue cannot be seen here: the page is asked to print, and the PDF that follows is what it would print. */
const quiet = () => { window.print = () => { window.asked = (window.asked ?? 0) + 1; }; };

for (const box of ["a plain page", "a shell that scrolls", "a modal dialog"]) {
  test(`a whole visit is printed out of ${box}, step by step`, async () => {
    const page = await here.person({ viewport: { width: 1000, height: 700 } });
    await page.addInitScript(quiet);
    await page.goto(`${here.site.url}box/${encodeURIComponent(box)}`);
    const widget = await new Widget(page).ready();
    const wrong = [];
    let seen = 0;
    await answered(widget, async (state) => {
      const words = await page.evaluate(`(${texts})(document.querySelector("weighup-aid").shadowRoot.querySelector(".wu-mount:not(.wu-first) .weighup"))`);
      seen += words.length;
      if (state === "summary") await widget.button("Print this page").click();
      else await widget.root.evaluate((host) => host.printSummary());
      await until(() => page.evaluate(() => window.asked > 0), "the page to be asked to print");
      const sheets = await printed(page);
      await page.evaluate(() => { window.asked = 0; });
      const stamp = await widget.root.evaluate((host) => host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .wu-foot__stamp").textContent);
      wrong.push(...missing([...words, stamp], sheets).map((text) => `${state}: not on paper: “${text}”`));
      for (const [at, { text }] of sheets.entries()) if (!bare(text).includes(bare(stamp))) wrong.push(`${state}: no version on sheet ${at + 1}`);
      if (sheets.some(({ text }) => text.includes("Menu"))) wrong.push(`${state}: the page around it is on paper`);
      const marks = await page.evaluate(() => document.querySelectorAll("[data-weighup-print]").length);
      if (marks > 0) wrong.push(`${state}: ${marks} marks are left on the page`);
    });
    assert.deepEqual(wrong, []);
    assert.ok(seen > 500, `${seen} texts were looked for`);
  });
}

test("where a browser has no printing, the person is told what else to do", async () => {
  const page = await here.person();
  await page.addInitScript(() => { window.print = undefined; });
  await page.goto(`${here.site.url}box/a%20plain%20page`);
  const widget = await new Widget(page).ready();
  await widget.root.evaluate((host) => host.printSummary());
  await widget.root.getByRole("status").getByText(/cannot print from here.*Copy the text/).waitFor();
  await widget.go("Summary");
  await widget.button("Print this page").click();
  await widget.root.locator(".wu-copy").getByText(/cannot print from here.*Copy the text/).waitFor();
});

for (const [path, allowed] of [["frames/yes", true], ["frames/no", false]]) {
  test(`in a frame ${allowed ? "that may open dialogues nothing is said" : "that may not, the person is told"}`, async () => {
    const page = await here.open(path);
    const frame = page.frames().find((each) => each !== page.mainFrame()) ?? await page.waitForEvent("frameattached");
    const widget = new Widget(page, frame.locator("weighup-aid").first());
    await widget.ready();
    await widget.go("Summary");
    const said = widget.root.locator(".wu-copy").getByText(/cannot print from here/);
    await frame.evaluate(() => addEventListener("beforeprint", () => { window.begun = true; }, { once: true }));
    await widget.button("Print this page").click();
    if (allowed) {
      await until(() => frame.evaluate(() => window.begun), "the print to begin");
      // A browser without a screen begins a print in a frame and never says that it has ended.
      await frame.evaluate(() => dispatchEvent(new Event("afterprint")));
      await until(() => frame.evaluate(() => document.querySelectorAll("[data-weighup-print]").length === 0), "the marks to go");
      assert.equal(await said.count(), 0);
    } else {
      await said.waitFor();
    }
  });
}
