// The page that writes the lines for a website: what it writes is put into a page as it stands, served as it says, and runs.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { languages } from "../support/languages.mjs";
import { shown } from "../support/page.mjs";
import { dist, root, serve } from "../support/serve.mjs";
import { other, ours } from "../support/sign.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const { version, files } = JSON.parse(await readFile(join(dist, "weighup/integrity.json"), "utf8"));
const sites = [];
after(() => Promise.all(sites.map((site) => site.close())));

/** The page with some boxes ticked and a sentence written. */
async function chosen({ aids = ["prostate-localised"], instead = "Call <us> on 01632 960 001.", how } = {}) {
  const page = await here.open("embed/", how);
  for (const id of aids) await page.locator(`[name=aid][value="${id}"]`).check();
  if (instead) await page.getByLabel("A sentence for people").fill(instead);
  return page;
}

const written = (page, id) => page.locator(`#${id}`).textContent();

/** A website that serves pages and, where one is given, the package in a folder of its own: what `answer` does not know is not there. */
async function website({ policy, pages = {}, folder = null, allows = () => undefined, also = () => undefined }) {
  const site = await serve({
    policy,
    answer: async (path) => {
      if (pages[path]) return { type: "text/html; charset=utf-8", body: pages[path](site) };
      if (folder && path.startsWith(folder)) {
        const name = path.slice(folder.length);
        if (files[name] || name === "integrity.json") return allows(name, await readFile(join(dist, "weighup", name))) ?? undefined;
      }
      return (await also(path)) ?? { status: 404, type: "text/plain", body: "" };
    },
  });
  sites.push(site);
  return site;
}

const types = { js: "text/javascript; charset=utf-8", wasm: "application/wasm", json: "application/json", html: "text/html; charset=utf-8", css: "text/css; charset=utf-8" };
const served = (name, body) => ({ type: types[name.split(".").pop()], body });
const page = (lines, lang = "en-GB") => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">\n${lines}\n</html>`;

test("the lines for a folder of the same website run under the policy that it writes, with hashes, for two aids", async () => {
  const made = await chosen({ aids: ["prostate-localised", "hrt"] });
  await made.getByRole("checkbox", { name: "Have the browser check" }).check();
  const [lines, policy] = [await written(made, "page-text"), await written(made, "policy-text")];
  assert.ok(lines.includes(files["index.js"]) && lines.includes(files["aids/hrt.json"]), lines);
  assert.equal(await written(made, "folder"), `/weighup/${version}/`);
  const site = await website({ policy: `default-src 'none'; ${policy}`, folder: `/weighup/${version}/`, pages: { "/": () => page(lines) }, allows: served });
  const visit = await here.person();
  await visit.goto(site.url);
  for (const src of ["prostate-localised", "hrt"]) await shown(visit, `weighup-aid[src*="${src}"]`);
  await visit.waitForLoadState("networkidle");
  assert.deepEqual([visit.log.console, visit.log.errors, visit.log.outside], [[], [], []]);
  // The same lines, and a file that is another one by a byte.
  const changed = await website({
    policy: `default-src 'none'; ${policy}`, folder: `/weighup/${version}/`, pages: { "/": () => page(lines) },
    allows: (name, body) => served(name, name === "aids/hrt.json" ? Buffer.concat([body, Buffer.from("\n")]) : body),
  });
  const other = await here.person();
  await other.goto(changed.url);
  await shown(other, 'weighup-aid[src*="prostate-localised"]');
  await until(() => other.log.console.some((line) => line.includes("aids/hrt.json") && line.includes("aid-refused")), "the refusal");
  assert.equal(await other.locator('weighup-aid[src*="hrt"]').getByText("Call <us> on 01632 960 001.").isVisible(), true);
});

test("with keys only what one of them signed is shown, and a key that is none is told before any line is written", async () => {
  const made = await chosen({ aids: ["prostate-localised", "hrt"] });
  const keys = made.getByRole("textbox", { name: "Keys that sign your aids" });
  const required = made.getByRole("checkbox", { name: "Show nothing in a browser that cannot check it" });
  await required.check();
  assert.match(await made.locator("#missing").textContent(), /Write the key that signs/);
  for (const none of [ours.line, "RWabc=Trust", `${ours.line}=A,`.replace("RW", "RX"), `${ours.line}= `, `${ours.line}=A, ${other.line}`]) {
    await keys.fill(none);
    assert.match(await made.locator("#missing").textContent(), /is no key with a name/, none);
    assert.equal(await made.locator("#page-part").isVisible(), false, none);
  }
  await keys.fill(`${ours.line}=Riverside, "Trust" & <b>, ${other.line}=Another`);
  const [lines, policy] = [await written(made, "page-text"), await written(made, "policy-text")];
  assert.doesNotMatch(lines, /first=/);
  const folder = `/weighup/${version}/`;
  const signed = async (path) => {
    const name = path.slice(folder.length).replace(/\.minisig$/, "");
    // One of the two aids is signed.
    return path.endsWith("prostate-localised.json.minisig") ? { type: "application/octet-stream", body: ours.sign(await readFile(join(dist, "weighup", name))) } : undefined;
  };
  const site = await website({ policy: `default-src 'none'; ${policy}`, folder, pages: { "/": () => page(lines) }, allows: served, also: signed });
  const visit = await here.person();
  await visit.goto(site.url);
  await shown(visit, 'weighup-aid[src*="prostate-localised"]');
  await until(() => visit.log.console.some((line) => line.includes("aids/hrt.json") && line.includes("aid-unsigned")), "the refusal");
  assert.deepEqual(await visit.locator("weighup-aid").first().evaluate((one) => [one.keys, one.keysRequired]), [`${ours.line}=Riverside, "Trust" & <b>, ${other.line}=Another`, true]);
});

test("language, use and device are in the lines, and are what the element then does", async () => {
  const made = await chosen();
  await made.getByRole("combobox", { name: "Language" }).selectOption("cy");
  assert.match(await written(made, "page-text"), /first="[^"]*\.cy\.first\.html"/);
  await made.getByRole("combobox", { name: "Used" }).selectOption("together");
  await made.getByRole("combobox", { name: "Answers on the device" }).selectOption("shared");
  const lines = await written(made, "page-text");
  const site = await website({ policy: `default-src 'none'; ${await written(made, "policy-text")}`, folder: `/weighup/${version}/`, pages: { "/": () => page(lines) }, allows: served });
  const visit = await here.person();
  await visit.goto(site.url);
  await visit.waitForFunction(() => document.querySelector("weighup-aid")?.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup h1"));
  const found = await visit.evaluate(() => { const one = document.querySelector("weighup-aid"); return { step: one.step, shared: one.shared, lang: one.shadowRoot.querySelector(".weighup").lang }; });
  assert.deepEqual(found, { step: "compare", shared: true, lang: "cy" });
  assert.deepEqual(visit.log.console, []);
});

test("from another address it runs where that address allows it, and the lines for servers say how", async () => {
  const made = await chosen();
  const allowed = { header: "" };
  const files = await website({ policy: "frame-ancestors 'none'", folder: `/aids/${version}/`, allows: (name, body) => ({ ...served(name, body), headers: { "access-control-allow-origin": allowed.header } }) });
  await made.getByRole("combobox", { name: "Hosting" }).selectOption("other");
  assert.match(await made.locator("#missing").textContent(), /address of the folder.*address of the website/is);
  await made.getByRole("textbox", { name: "Address of the folder" }).fill(`${files.url}aids/`);
  await made.getByRole("textbox", { name: "Address of the website" }).fill("https://www.example.org");
  const [lines, policy] = [await written(made, "page-text"), await written(made, "policy-text")];
  const site = await website({ policy: `default-src 'none'; ${policy}`, pages: { "/": () => page(lines) } });
  allowed.header = site.url.replace(/\/$/, "");
  await made.getByRole("textbox", { name: "Address of the website" }).fill(site.url);
  for (const id of ["nginx", "apache", "iis"]) {
    const text = await written(made, id);
    assert.ok(text.split("\n").some((line) => line.includes(allowed.header) && line.includes("Access-Control-Allow-Origin") && !/^\s*(#|<!--)/.test(line)), text);
    assert.ok(!text.split("\n").some((line) => line.includes("frame-ancestors") && !/^\s*(#|<!--)/.test(line)), text);
  }
  assert.match(await written(made, "nginx"), /location \/aids\/ \{/);
  assert.match(await written(made, "apache"), /\/var\/www\/html\/aids"/);
  const visit = await here.person();
  await visit.goto(site.url);
  await shown(visit);
  assert.deepEqual([visit.log.console, visit.log.errors], [[], []]);
});

test("the lines for servers are those of docs/serving, to the letter, and stand there without a script", async () => {
  const plain = await here.open("embed/", { javaScriptEnabled: false });
  for (const [id, name] of [["nginx", "nginx.conf"], ["apache", "apache.conf"], ["iis", "web.config"]]) {
    const source = await readFile(join(root, "docs/serving", name), "utf8");
    assert.equal(await written(plain, id), source, name);
    assert.equal(await written(await chosen(), id), source, name);
  }
  assert.equal(await plain.locator("#form").isVisible(), false);
  assert.equal(await plain.locator("[data-copy]:visible").count(), 0);
});

test("the policy is the one of the guide, and every language and every aid can be chosen", async () => {
  const made = await chosen();
  const guide = await readFile(join(root, "docs/embedding.md"), "utf8");
  assert.ok(guide.includes(`\n${await written(made, "policy-text")}\n`), "docs/embedding.md has the same policy");
  const offered = await made.getByRole("combobox", { name: "Language" }).locator("option").evaluateAll((options) => options.map(({ value }) => value));
  assert.deepEqual(offered.sort(), ["", ...languages.map(({ tag }) => tag)].sort());
  const aids = (await readdir(join(root, "decision-aids"), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const boxes = await made.locator("[name=aid]").evaluateAll((all) => all.map(({ value, checked }) => [value, checked]));
  assert.deepEqual(boxes.map(([value]) => value).sort(), aids.sort());
  assert.deepEqual(boxes.filter(([, checked]) => checked).map(([value]) => value), ["prostate-localised"], "none is chosen beforehand");
});

test("what is missing or wrong is said, with what to write, and no lines stand there until it is put right", async () => {
  const page = await here.open("embed/");
  const says = page.locator("#missing");
  assert.match(await says.textContent(), /Choose a decision aid\. Write a sentence/);
  assert.equal(await page.locator("#page-part").isVisible(), false);
  await page.locator("[name=aid]").first().check();
  await page.getByLabel("A sentence for people").fill("Call us.");
  assert.equal(await says.textContent(), "");
  assert.equal(await page.locator("#page-part").isVisible(), true);
  for (const folder of ["weighup", "/a b/", '/"><script>/', ""]) {
    await page.getByRole("textbox", { name: "Folder", exact: true }).fill(folder);
    assert.match(await says.textContent(), /such as \/weighup\//);
    assert.equal(await page.locator("#page-part").isVisible(), false, folder);
  }
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual([page.log.console, page.log.errors], [[], []]);
});

test("an aid that is not translated is named", async () => {
  const made = await chosen({ aids: ["appendicitis", "prostate-localised"] });
  await made.getByRole("combobox", { name: "Language" }).selectOption("cy");
  const notes = await made.locator("#notes").textContent();
  const title = await made.locator('[name=aid][value="appendicitis"]').getAttribute("data-title");
  assert.ok(notes.includes(title) && !notes.includes("prostate"), notes);
});

test("by keyboard: a box is ticked, the lines are reached and copied, and whether they were is said", async () => {
  const page = await here.open("embed/");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("[name=aid]").first().focus();
  await page.keyboard.press("Space");
  const seen = [];
  const at = () => page.evaluate(() => document.activeElement.name || document.activeElement.dataset.copy || document.activeElement.querySelector?.("code")?.id || "");
  for (let tabs = 0; tabs < 80 && (await at()) !== "page-text"; tabs += 1) {
    if ((await at()) === "instead") await page.keyboard.type("Call us.");
    seen.push(await at());
    await page.keyboard.press("Tab");
  }
  for (const name of ["lang", "mode", "device", "instead", "hosting", "base", "hashes", "keys", "required"]) assert.ok(seen.includes(name), `${name} is reached: ${seen}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const told = page.locator("#page-part output");
  await told.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await written(page, "page-text"));
  // What was copied is not what stands there any more.
  await page.getByRole("combobox", { name: "Used" }).selectOption("after");
  assert.equal(await told.textContent(), "");
});

test("where the browser does not let it copy, the lines are marked and that is said", async () => {
  const page = await chosen();
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await page.getByRole("button", { name: "Copy the policy" }).click();
  await page.getByText(/did not let this page copy/).waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), (await written(page, "policy-text")).trim());
});

for (const width of [320, 390, 768, 1366]) {
  test(`at ${width} px nothing is cut and it is accessible`, async () => {
    const page = await chosen({ how: { viewport: { width, height: 900 } } });
    assert.deepEqual(await sideways(page), []);
    await accessible(page, `the lines at ${width}`);
    if (width === 390) {
      await page.emulateMedia({ colorScheme: "dark" });
      await accessible(page, "the lines in the dark");
    }
  });
}

test("for a frame there is a list of what it may do, as the guide has it, and no box that does nothing", async () => {
  const page = await chosen();
  await page.getByRole("combobox", { name: "Hosting" }).selectOption("frame");
  await page.getByRole("textbox", { name: "Address of the folder" }).fill("https://aids.example.org/weighup/");
  await page.getByRole("textbox", { name: "Address of the website" }).fill("https://www.example.org");
  assert.equal(await page.getByRole("checkbox", { name: "Have the browser check" }).isVisible(), false);
  assert.equal(await page.getByRole("textbox", { name: "Keys that sign" }).isVisible(), false);
  assert.equal(await page.getByRole("checkbox", { name: "Show nothing in a browser" }).isVisible(), false);
  const guide = await readFile(join(root, "docs/embedding.md"), "utf8");
  const [, title, rest] = (await written(page, "page-text")).match(/<iframe [^>]*title="([^"]+)"( [^>]*>)/);
  assert.ok(title.includes("prostate") && guide.includes(`title="Decision aid"${rest}`), rest);
  assert.match(await written(page, "page-text"), new RegExp(`integrity="${files["frame/host.js"].replace(/[+/]/g, "\\$&")}"`));
  const nginx = (await written(page, "nginx")).split("\n").map((line) => line.trim());
  assert.ok(nginx.includes('add_header Content-Security-Policy "frame-ancestors https://www.example.org";'), "the other website may frame it");
});
