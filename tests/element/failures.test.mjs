// What goes wrong on real sites: the patient reads a plain sentence and the page's own content, the owner of the
// site reads in the console what to change, and the page is told a code.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { languages, translated } from "../support/languages.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { noWasm, serve, strict } from "../support/serve.mjs";

const host = (src) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
  <link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>
  <weighup-aid ${src}><p>Ask us for a booklet.</p></weighup-aid></html>`;
const html = { status: 200, type: "text/html; charset=utf-8", body: "<!doctype html><p>Not found</p>" };
const isWasm = (path) => path.endsWith(".wasm");
const isAid = (path) => path === "/aids/prostate-localised.json";

const cases = [
  { name: "no leave to compile WebAssembly", policy: noWasm, code: "wasm-blocked", owner: /'wasm-unsafe-eval'/ },
  { name: "the wasm was not uploaded", answer: (path) => isWasm(path) && { status: 404, type: "text/plain", body: "" }, code: "wasm-missing", owner: /status 404.*weighup\/inline/s },
  { name: "a page instead of the wasm", answer: (path) => isWasm(path) && html, code: "wasm-is-html", owner: /HTML page instead of WebAssembly/ },
  { name: "a page instead of the wasm, under the name of any file", answer: (path) => isWasm(path) && { ...html, type: "application/octet-stream" }, code: "wasm-is-html", owner: /HTML page instead of WebAssembly/ },
  { name: "the wasm was damaged", answer: (path) => isWasm(path) && { type: "application/wasm", body: "text" }, code: "wasm-invalid", owner: /binary mode/ },
  { name: "no src", src: "", code: "src-missing", owner: /"src"/ },
  { name: "the aid is not there", answer: (path) => isAid(path) && { status: 404, type: "text/plain", body: "" }, code: "aid-missing", owner: /status 404/ },
  { name: "a page instead of the aid", answer: (path) => isAid(path) && html, code: "aid-is-html", owner: /HTML page instead of JSON/ },
  { name: "half an aid", answer: (path) => isAid(path) && { type: "application/json", body: '{"id": ' }, code: "aid-not-json", owner: /is not JSON/ },
  { name: "an aid with an unknown field", answer: (path) => isAid(path) && { type: "application/json", body: '{"surprise": 1}' }, code: "aid-refused", owner: /refused/ },
  { name: "an aid on a server that does not answer", code: "aid-unreachable", owner: /could not fetch/, again: true },
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const { name, policy = strict, answer = () => undefined, src = 'src="/aids/prostate-localised.json"', code, owner, again } of cases) {
  test(name, async () => {
    const site = await serve({
      policy,
      answer: (path, found) => (path === "/host.html" ? { type: html.type, body: host(src) } : answer(path, found) || undefined),
    });
    const page = await person(browser);
    try {
      await listen(page);
      if (again) await page.route("**/aids/prostate-localised.json", (route) => route.abort(), { times: 1 });
      if (code === "src-missing") await page.clock.install();
      await page.goto(`${site.url}host.html`);
      if (code === "src-missing") {
        // A framework may still set it: that is no failure yet.
        await page.waitForFunction(() => customElements.get("weighup-aid"));
        assert.deepEqual(await events(page), []);
        await page.clock.runFor(6000);
      }
      await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
      assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), [["weighup-error", { code }, ""]]);
      assert.ok(page.log.console.some((line) => line.startsWith("weighup: ") && owner.test(line)), page.log.console.join("\n"));
      assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
      const alert = page.getByRole("alert");
      assert.match(await alert.textContent(), /^We (cannot show|could not load) this decision aid/);
      if (again) {
        await alert.getByRole("button", { name: "Try again" }).click();
        assert.match(await shown(page), /prostate/i);
        assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), false);
      }
    } finally {
      await page.context().close();
      await site.close();
    }
  });
}

test("the wasm under another type still starts, and the owner is told", async () => {
  const site = await serve({
    answer: (path, found) => (path === "/host.html"
      ? { type: html.type, body: host('src="/aids/prostate-localised.json"') }
      : isWasm(path) ? { ...found, type: "application/octet-stream" } : undefined),
  });
  const page = await person(browser);
  const warnings = [];
  page.on("console", (message) => warnings.push(message.text()));
  await page.goto(`${site.url}host.html`);
  assert.match(await shown(page), /prostate/i);
  assert.ok(warnings.some((line) => /application\/wasm/.test(line)));
  await page.context().close();
  await site.close();
});

test("without scripts the page's own content is there", async (t) => {
  const site = await serve({ answer: (path) => path === "/host.html" ? { type: html.type, body: host('src="/aids/prostate-localised.json"') } : undefined });
  t.after(() => site.close());
  const page = await person(browser, { javaScriptEnabled: false });
  await page.goto(`${site.url}host.html`);
  assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
  await page.context().close();
});

// The page's language has no file of texts yet: the words are in the script.
for (const [lang, dir, words] of [
  ...translated.map(({ tag, direction, element }) => [tag, direction, element.said.offline]),
  ...["fr", "constructor", "__proto__"].map((tag) => [tag, "ltr", languages.find(({ source }) => source).element.said.offline]),
]) {
  test(`a failure on a page in ${lang} is told in a language it is marked as`, async () => {
    const page = await person(browser);
    const site = await serve({ answer: (path) => (path === "/host.html" ? { type: html.type, body: host('src="/aids/prostate-localised.json"').replace("en-GB", lang) } : undefined) });
    await listen(page);
    await page.route("**/aids/*.json", (route) => route.abort());
    await page.goto(`${site.url}host.html`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.ok((await alert.textContent()).includes(words), words);
    const said = await alert.evaluate((alert) => ({ lang: alert.lang, dir: alert.dir }));
    assert.deepEqual(said, { lang: ["fr", "constructor", "__proto__"].includes(lang) ? "en" : lang, dir });
    assert.equal(await alert.getByRole("button").count(), 1);
    await page.context().close();
    await site.close();
  });
}

test("when the widget stops, what was entered is offered as a file and as text", async () => {
  const page = await person(browser);
  const site = await serve({ answer: (path) => (path === "/host.html" ? { type: html.type, body: host('src="/aids/prostate-localised.json"') } : undefined) });
  await listen(page);
  await page.goto(`${site.url}host.html`);
  await shown(page);
  const aid = page.locator("weighup-aid");
  await aid.getByRole("button", { name: /^Next: / }).click();
  await aid.getByRole("textbox").first().fill("my garden");
  // A page's own script that breaks what others build on.
  await page.evaluate(() => {
    const insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = function once() {
      Node.prototype.insertBefore = insert;
      throw new Error("patched");
    };
  });
  await aid.getByRole("button", { name: /^Next: / }).click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), alert.getByRole("button").click()]);
  assert.equal(download.suggestedFilename(), "prostate-localised-answers.json");
  assert.match(await alert.getByRole("textbox").inputValue(), /my garden/);
  assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), [["weighup-error", { code: "widget-failed" }, ""]]);
  await page.context().close();
  await site.close();
});
