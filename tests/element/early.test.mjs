// A page that embeds an aid and names its first step: it is on screen before the code is, it is what the widget shows, and
// the file can bring nothing else into the page.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { events, listen } from "../support/page.mjs";
import { dist, serve, strict } from "../support/serve.mjs";
import { Widget } from "../support/widget.mjs";

const FIRST = "/aids/prostate-localised.first.html";
const html = (body, head = "") => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Embeds</title><link rel="icon" href="data:,">${head}
<script type="module" src="/weighup/index.js"></script></head><body><main>${body}</main></body></html>`,
});
const embed = (attributes) => html(`<weighup-aid src="/aids/prostate-localised.json" ${attributes}><p>Call the nurse</p></weighup-aid>`);
const pages = {
  "/embeds.html": embed(`first="${FIRST}"`),
  "/dressed.html": embed(`first="${FIRST}" dir="rtl" theme="high-contrast dark" lang="en"`),
  "/without.html": embed(""),
  "/welsh.html": embed(`first="${FIRST}" lang="cy"`),
  "/later.html": embed(`first="${FIRST}" step="compare"`),
  "/using.html": embed(`first="${FIRST}" mode="together"`),
  "/missing.html": embed(`first="/aids/nothing-is-called-so.first.html"`),
  "/kept.html": embed(`first="${FIRST}" keep`),
};
const sent = readFileSync(join(dist, FIRST), "utf8");
const here = world({ serve: { answer: (path) => pages[path] } });

/** A page whose widget waits for `arrive()`, and whose engine never comes. */
async function waiting(path, { file = sent, watch = () => {} } = {}) {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  const page = await here.person();
  await listen(page);
  watch(page);
  await page.route("**/weighup_element_bg.wasm", async (route) => {
    await late;
    await route.continue();
  });
  await page.route(`**${FIRST}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: file }));
  await page.route("**/weighup_fit_bg.wasm", (route) => route.abort());
  await page.goto(here.site.url + path.slice(1));
  return { page, arrive, first: page.locator(".wu-first"), widget: new Widget(page) };
}

const drawn = (part) => part.evaluate((root) => [...root.querySelectorAll(".weighup, .weighup *")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  const { y: top } = root.getBoundingClientRect();
  const own = [...each.attributes].filter(({ name }) => !["data-act", "id", "for", "aria-labelledby", "aria-describedby", "name", "aria-controls"].includes(name));
  return [each.tagName, own.map(({ name, value }) => `${name}=${value}`).sort().join(" "), each.textContent, [x, y - top, width, height].map(Math.round).join(" ")].join(" | ");
}));

for (const path of ["/embeds.html", "/dressed.html"]) {
  test(`${path}: what is shown first is what the widget shows, to the pixel`, async () => {
    const { page, first, arrive, widget } = await waiting(path);
    await first.waitFor();
    assert.equal(await page.getByText("Call the nurse").isVisible(), false);
    const before = await drawn(first);
    assert.ok(before.length > 100, `${before.length} elements`);
    arrive();
    await widget.ready();
    assert.deepEqual(await drawn(page.locator(".wu-mount:not(.wu-first)")), before);
    assert.equal(await first.count(), 0);
  });
}

test("it is accessible, and what is pressed in it is done by the widget", async () => {
  const { page, first, arrive, widget } = await waiting("/embeds.html");
  await first.waitFor();
  await accessible(page, "the first step as it came");
  await first.getByRole("checkbox", { name: /^Me: / }).check();
  await first.getByRole("button", { name: /^Next: / }).click();
  assert.deepEqual(await events(page), []);
  arrive();
  await widget.at("What matters");
  assert.deepEqual((await events(page)).map(([name, detail]) => [name, detail.step]), [["weighup-ready", undefined], ["weighup-step", "what-matters"]]);
});

test("of every aid the whole first step comes", async () => {
  const page = await here.open("without.html");
  // The widget, which would take its place, waits for an aid that does not come.
  await page.route("**/aids/never.json", () => {});
  const files = readdirSync(join(dist, "aids")).filter((name) => name.endsWith(".first.html"));
  assert.ok(files.length > 14, `${files.length} files`);
  // As the element makes it: the same words in the same elements as in the file.
  for (const name of files) {
    const text = readFileSync(join(dist, "aids", name), "utf8");
    const lang = /lang="([^"]+)"/.exec(text)[1];
    const [made, file] = await page.evaluate(async ([name, text, lang]) => {
      const element = document.createElement("weighup-aid");
      element.lang = lang;
      element.src = "/aids/never.json";
      element.first = `/aids/${name}`;
      const shown = new Promise((resolve, reject) => {
        console.warn = (text) => reject(new Error(text));
        const attach = element.attachShadow;
        element.attachShadow = (init) => {
          const root = attach.call(element, init);
          new MutationObserver(() => root.querySelector(".wu-first") && resolve(root.querySelector(".wu-first").innerHTML)).observe(root, { childList: true });
          return root;
        };
      });
      document.body.append(element);
      const made = await shown;
      element.remove();
      const template = document.createElement("template");
      template.innerHTML = text;
      const file = template.content.querySelector("template").content.querySelector(".wu-first");
      file.querySelector(".wu-late").remove();
      return [made, file.innerHTML];
    }, [name, text, lang]);
    assert.equal(made, file, name);
  }
});

for (const [what, path, asked] of [
  ["names none", "/without.html", 0],
  ["speaks another language", "/welsh.html", 1],
  ["begins at another step", "/later.html", 0],
  ["says how it is used", "/using.html", 0],
]) {
  test(`a page that ${what} is shown no first step`, async () => {
    const requests = [];
    const { page, first, arrive, widget } = await waiting(path, { watch: (page) => page.on("request", (request) => requests.push(new URL(request.url()).pathname)) });
    await page.waitForFunction(() => document.querySelector("weighup-aid").shadowRoot);
    assert.equal(await page.getByText("Call the nurse").isVisible(), true);
    arrive();
    await widget.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
    assert.equal(requests.filter((each) => each === FIRST).length, asked);
    assert.equal(await first.count(), 0);
  });
}

test("answers that are kept on the device come first", async () => {
  const { page, first, arrive, widget } = await waiting("/kept.html");
  await first.waitFor();
  arrive();
  await widget.ready();
  await page.evaluate(() => localStorage.setItem("weighup-answers-another", "{}"));
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await widget.ready();
  assert.ok(!asked.includes(FIRST));
});

for (const [what, damage] of [
  ["a script", (file) => file.replace("<header", "<script>window.harmed = 1</script><header")],
  ["a listener", (file) => file.replace("<header", '<header onclick="window.harmed = 1"')],
  ["a picture", (file) => file.replace("<header", '<img src="x" onerror="window.harmed = 1"><header')],
  ["an address", (file) => file.replace("<header", '<a href="javascript:window.harmed = 1">here</a><header')],
  ["a style", (file) => file.replace("<header", '<header style="position: fixed; inset: 0"')],
  ["a drawing", (file) => file.replace("<header", '<svg><use href="//example.org/x"></use></svg><header')],
  ["nothing of ours", () => "<p>Not found</p>"],
]) {
  test(`a file with ${what} is refused whole, and the widget comes all the same`, async () => {
    const said = [];
    const { page, first, arrive, widget } = await waiting("/embeds.html", {
      file: damage(sent),
      watch: (page) => page.on("console", (message) => message.type() === "warning" && said.push(message.text())),
    });
    await page.waitForFunction(() => document.querySelector("weighup-aid").shadowRoot);
    arrive();
    await widget.ready();
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.equal(await first.count(), 0);
    assert.match(said.join("\n"), /could not be shown first/);
  });
}

test("a file that is not there costs nothing but a warning", async () => {
  const page = await here.person();
  await page.goto(`${here.site.url}missing.html`);
  await new Widget(page).ready();
});

test("when the widget cannot come, the page's own content takes its place", async () => {
  const page = await here.person();
  await page.route("**/weighup_element_bg.wasm", (route) => route.abort());
  await page.goto(`${here.site.url}embeds.html`);
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor();
  assert.equal(await page.getByText("Call the nurse").isVisible(), true);
  assert.equal(await page.locator(".wu-first").count(), 0);
});

test("a first step of another aid does not stay", async () => {
  const { page, first, arrive, widget } = await waiting("/embeds.html");
  await first.waitFor();
  await page.evaluate(() => {
    const aid = document.querySelector("weighup-aid");
    aid.removeAttribute("first");
    aid.src = "/aids/carpal-tunnel.json";
  });
  assert.equal(await first.count(), 0);
  assert.equal(await page.getByText("Call the nurse").isVisible(), true);
  arrive();
  await widget.ready();
  await widget.root.getByText("Carpal tunnel syndrome").first().waitFor();
});

test("where a site demands Trusted Types, the first step is shown early too, and nothing is reported", async (t) => {
  const site = await serve({ policy: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`, answer: (path) => pages[path] });
  t.after(() => site.close());
  const page = await here.person();
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.route("**/weighup_element_bg.wasm", () => {});
  await page.goto(new URL("/embeds.html", site.url).href);
  await page.locator("weighup-aid .wu-first h1").waitFor();
  assert.deepEqual(told, []);
});

test("what was pressed in a first step of another version is not done to another control", async () => {
  const page = await here.person();
  let arrive;
  const wanted = new Promise((resolve) => { arrive = resolve; });
  await page.route("**/weighup_element_bg.wasm", async (route) => { await wanted; await route.continue(); });
  await page.route(`**${FIRST}`, (route) => route.fulfill({ contentType: "text/html", body: sent.replaceAll("Next: ", "On to ") }));
  await page.goto(new URL("/embeds.html", here.site.url).href);
  await page.locator("weighup-aid .wu-first").getByRole("button", { name: /^On to/ }).click();
  arrive();
  const widget = await new Widget(page).ready();
  await widget.at("About");
});
