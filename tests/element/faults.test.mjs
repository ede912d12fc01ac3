// What breaks while somebody is in the middle of it: code that stops, a file cut short, content newer than the software, no network, a clock
// that is wrong, a page that was put to sleep. Each time the person keeps their words, and is told. Storage that refuses is in `keep`, a
// second window in `windows`, a print before a step is whole in `begun`, files that are broken from the start in `failure`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { events, listen } from "../support/page.mjs";
import { dist } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const WORDS = "Not leaking when I bowl";
/** What the owner's console is told where the widget's own code stops. */
const STOPPED = /^RuntimeError: unreachable$/;
const aid = JSON.parse(await readFile(join(dist, "aids/prostate-localised.json"), "utf8"));
const pages = { "/newer.json": { type: "application/json", body: JSON.stringify({ ...aid, format: 99 }) } };
const here = world({ serve: { answer: (path) => pages[path] } });

/** Once `window.fault` is set, these functions of a module stop as a panic does; with none named, all of them. */
const stopping = (known, ...names) => `{
  const start = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const instance = await start.apply(WebAssembly, given);
    if (!instance.exports?.${known}) return instance;
    const names = ${JSON.stringify(names)};
    const stops = (name, part) => (...asked) => {
      if (window.fault && (names.length === 0 || names.includes(name))) throw new WebAssembly.RuntimeError("unreachable");
      return part(...asked);
    };
    const exports = Object.entries(instance.exports).map(([name, part]) => [name, typeof part === "function" ? stops(name, part) : part]);
    return { instance: { exports: Object.fromEntries(exports) }, module: given[0] };
  };
}`;
const cut = (file) => (page) => page.route(`**/${file}`, async (route) => {
  const answer = await route.fetch();
  const body = await answer.body();
  await route.fulfill({ response: answer, body: body.subarray(0, body.length / 2) });
});
const fault = ({ page }) => page.evaluate(() => { window.fault = true; });
const said = (widget, words) => widget.text(words).first().waitFor();
const codes = async (page) => (await events(page)).filter(([name]) => name === "weighup-error").map(([, { code }]) => code);

/** The words stand on the summary. */
async function kept(widget) {
  await widget.go("Summary");
  await said(widget, WORDS);
}
/** The words are offered as a text, and the page's own content is back. */
async function offered({ page }) {
  const alert = page.getByRole("alert");
  await alert.getByText(/has stopped working/).waitFor();
  assert.ok((await alert.getByRole("textbox").inputValue()).includes(WORDS));
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), true);
}
async function withoutFit(widget) {
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await widget.go("How they fit");
  await said(widget, /works out the fit did not arrive/);
}
async function withoutRecord(widget) {
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  await widget.button("A letter to a GP or health team").click();
  await said(widget, "This could not be made here");
}

/** Each: what is wrong with the page from the start, what happens once the words are written, and what is kept. */
const faults = {
  "the widget's code stops at a press": {
    from: (page) => page.addInitScript(stopping("widget_save")),
    async then(widget) {
      await fault(widget);
      await widget.button(/^Next: /).click();
    },
    keeps: offered, codes: ["widget-failed"], errors: STOPPED,
  },
  "the widget's code stops while the page around changes it": {
    from: (page) => page.addInitScript(stopping("widget_save")),
    async then(widget) {
      await fault(widget);
      await widget.root.evaluate((aid) => aid.setAttribute("theme", "dark"));
    },
    keeps: offered, codes: ["widget-failed"], errors: STOPPED,
  },
  "the engine stops while it works out the fit": {
    from: (page) => page.addInitScript(stopping("opened_work", "opened_work", "opened_fit")),
    then: (widget) => fault(widget).then(() => withoutFit(widget)),
  },
  "the code of records stops": {
    from: (page) => page.addInitScript(stopping("opened_work", "opened_record")),
    then: (widget) => fault(widget).then(() => withoutRecord(widget)),
  },
  "the file of the engine is cut short": { from: cut("weighup_fit_bg.wasm"), then: withoutFit },
  "the file of records is cut short": { from: cut("weighup_record.wasm"), then: withoutRecord },
  "an aid newer than the software takes the place of the one on screen": {
    async then(widget) {
      const src = await widget.root.evaluate((element) => {
        const { src } = element;
        element.src = "/newer.json";
        return src;
      });
      await widget.page.getByRole("alert").waitFor();
      await widget.root.evaluate((element, src) => { element.src = src; }, src);
      await widget.root.locator(".wu-mount:not([hidden]) .weighup").waitFor();
    },
    codes: ["aid-refused"],
  },
  "a file of answers newer than the software is opened": {
    async then(widget) {
      await widget.go("Summary");
      const [download] = await Promise.all([widget.page.waitForEvent("download"), widget.button("Save to a file").click()]);
      const text = (await downloaded(download)).toString("utf8");
      const [chooser] = await Promise.all([widget.page.waitForEvent("filechooser"), widget.button("Open a saved file").click()]);
      const newer = text.replace(/"format":\d+/, '"format":99');
      assert.notEqual(newer, text);
      await chooser.setFiles({ name: "newer.json", mimeType: "application/json", buffer: Buffer.from(newer) });
      await said(widget, /saved from a newer version of this page/);
    },
  },
  "the network goes and does not come back": {
    async then(widget) {
      await widget.page.context().setOffline(true);
      for (const step of ["Options", "Compare", "Weigh up"]) await widget.go(step);
      await journey.weigh(widget);
      await widget.go("How they fit");
      await widget.whole();
    },
  },
  "the page is put to sleep and woken": {
    async then(widget) {
      const devtools = await widget.page.context().newCDPSession(widget.page);
      await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
      await devtools.send("Page.setWebLifecycleState", { state: "active" });
    },
  },
  ...Object.fromEntries(["1970-01-01T00:00:00Z", "2099-06-01T12:00:00Z"].map((day) => [`the device's clock says ${day.slice(0, 4)}`, {
    from: (page) => page.clock.setFixedTime(new Date(day)),
    // One that stands in the future says so by the notice; in the past nothing can be known.
    then: (widget) => (day.startsWith("2099") ? said(widget, /was due/) : widget.go("Options")),
  }])),
};

for (const [what, { from, then, keeps = kept, codes: told = [], errors = /^$/ }] of Object.entries(faults)) {
  test(`${what}: the person keeps their words and is told`, async () => {
    const page = await here.person();
    await listen(page);
    await from?.(page);
    await page.goto(new URL("prostate-localised/", here.site.url).href);
    const widget = await new Widget(page).ready();
    await widget.go("What matters");
    await widget.root.getByRole("textbox").first().fill(WORDS);
    await then(widget);
    await keeps(widget);
    await until(async () => (await codes(page)).length === told.length, "the page is told once");
    assert.deepEqual(await codes(page), told);
    assert.deepEqual(page.log.errors.filter((error) => !errors.test(error)), []);
  });
}
