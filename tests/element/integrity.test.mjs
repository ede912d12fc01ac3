// The hashes of what is published, and a page that asks for them: whichever file is another one by a byte is refused by its name. Each
// change here leaves a file that a page without hashes takes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { dist, serve } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const AID = "aids/prostate-localised.json";
const listed = async (folder) => JSON.parse(await readFile(join(dist, folder, "integrity.json"), "utf8"));
const sums = (await listed("weighup")).files;

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A page that asks for hashes, or for those that a test has it ask for. */
function host({ script = sums["index.js"], aid = sums[AID], more = "", lang = "en-GB" } = {}) {
  const integrity = (sum) => (sum === null ? "" : ` integrity="${sum}"`);
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="/weighup/index.js"${integrity(script)}></script>
    <weighup-aid src="/weighup/${AID}"${integrity(aid)} ${more}><p>Ask us for a booklet.</p></weighup-aid></html>`;
}

async function visit(t, asked, answer = () => undefined, prepare = () => {}) {
  const site = await serve({
    answer: (path, found) => (path === "/host.html" ? { type: "text/html; charset=utf-8", body: host(asked) } : answer(path, found)) || undefined,
  });
  const page = await person(browser);
  t.after(async () => { await page.context().close(); await site.close(); });
  await listen(page);
  await prepare(page);
  await page.goto(`${site.url}host.html`);
  return page;
}

const failed = (page) => page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
const codes = async (page) => (await events(page)).filter(([name]) => name === "weighup-error").map(([, { code }]) => code);

/** Another file that does the same: a module with a section more, a text with a line end more. */
const otherwise = (path, found) => ({
  ...found, body: Buffer.concat([found.body, path.endsWith(".wasm") ? Buffer.from([0, 2, 1, 97]) : Buffer.from("\n")]),
});
const changed = (file) => (path, found) => path === `/weighup/${file}` && otherwise(path, found);

for (const folder of ["weighup", "."]) {
  test(`the list of ${folder === "." ? "the site" : "the package"} has every file, each with the hash that it has`, async () => {
    const { version, files } = await listed(folder);
    assert.equal(version, JSON.parse(await readFile(join(dist, "weighup/package.json"), "utf8")).version);
    const entries = await readdir(join(dist, folder), { recursive: true, withFileTypes: true });
    const there = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, folder).length + 1).replaceAll("\\", "/"));
    assert.deepEqual(Object.keys(files).sort(), there.filter((name) => name !== "integrity.json").sort());
    for (const [name, sum] of Object.entries(files)) {
      assert.equal(sum, `sha256-${createHash("sha256").update(await readFile(join(dist, folder, name))).digest("base64")}`, name);
    }
  });
}

test("a page that asks for every hash shows the aid, and nothing is said", async (t) => {
  const page = await visit(t, { lang: "cy" });
  await shown(page);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator("weighup-aid .weighup").first().getAttribute("lang"), "cy");
  assert.deepEqual([page.log.console, page.log.errors], [[], []]);
});

for (const file of ["weighup_element_bg", "weighup_rest", "weighup_fit_bg"].map((stem) => `wasm/${stem}.wasm`)) {
  test(`${file} that was changed is wasm-invalid, by its name, where the script has a hash, and is taken where it has none`, async (t) => {
    const page = await visit(t, {}, changed(file));
    await failed(page);
    assert.deepEqual(await codes(page), ["wasm-invalid"]);
    assert.ok(page.log.console.some((line) => line.includes(file) && line.includes("its bytes are not those") && line.includes(sums[file])), page.log.console.join("\n"));
    assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
    const plain = await visit(t, { script: null }, changed(file));
    await shown(plain);
    assert.deepEqual(await codes(plain), []);
  });
}

test("under another type it is checked too", async (t) => {
  const file = "wasm/weighup_element_bg.wasm";
  const page = await visit(t, {}, (path, found) => path === `/weighup/${file}` && { ...otherwise(path, found), type: "application/octet-stream" });
  await failed(page);
  assert.ok(page.log.console.some((line) => line.includes("its bytes are not those")), page.log.console.join("\n"));
});

test("a file that only the browser's cache has otherwise is asked for once more", async (t) => {
  const file = "wasm/weighup_element_bg.wasm";
  let asked = 0;
  const page = await visit(t, {}, (path, found) => {
    if (path !== `/weighup/${file}`) return undefined;
    asked += 1;
    return asked === 1 ? otherwise(path, found) : undefined;
  });
  await shown(page);
  assert.equal(asked, 2);
});

test("the code of records that was changed is not run, and the person is told what else to do", async (t) => {
  const file = "wasm/weighup_record.wasm";
  const page = await visit(t, {}, changed(file));
  const widget = await new Widget(page).ready();
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  await widget.button("The whole record").click();
  await until(() => page.log.console.some((line) => line.includes(file) && line.includes("its bytes are not those")), "the console");
});

test("texts that were changed give way to English, and the console names their file", async (t) => {
  const page = await visit(t, { lang: "cy" }, changed("texts/cy.json"));
  await shown(page);
  assert.ok(page.log.console.some((line) => line.includes("texts/cy.json") && line.includes("its bytes are not those")), page.log.console.join("\n"));
  assert.match(await page.locator("weighup-aid .weighup").first().getAttribute("lang"), /^en/);
});

test("an aid that was changed is refused where the element has its hash, and shown where it has none", async (t) => {
  const page = await visit(t, {}, changed(AID));
  await failed(page);
  assert.deepEqual(await codes(page), ["aid-refused"]);
  assert.ok(page.log.console.some((line) => line.includes(AID) && line.includes(sums[AID])), page.log.console.join("\n"));
  assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
  await shown(await visit(t, { aid: null }, changed(AID)));
});

test("of several hashes one has to fit, in either way of writing them; what is none refuses the aid", async (t) => {
  const longer = `sha384-${createHash("sha384").update(await readFile(join(dist, "weighup", AID))).digest("base64url")}`;
  await shown(await visit(t, { aid: `${sums["index.js"]} ${longer}` }));
  const page = await visit(t, { aid: "md5-1B2M2Y8AsgTpgAmY7PhCfg==" });
  await failed(page);
  assert.deepEqual(await codes(page), ["aid-refused"]);
  assert.ok(page.log.console.some((line) => line.includes("copy it from integrity.json")), page.log.console.join("\n"));
});

test("where the browser cannot work a hash out, what has to have one is refused", async (t) => {
  const page = await visit(t, {}, undefined, (page) => page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined })));
  await failed(page);
  assert.ok(page.log.console.some((line) => line.includes("pages with https")), page.log.console.join("\n"));
});

test("a script that was changed is not run by the browser, and the page's own content stands", async (t) => {
  const page = await visit(t, {}, changed("index.js"));
  await until(() => page.log.console.some((line) => line.includes("integrity")), "the browser's word");
  assert.equal(await page.evaluate(() => customElements.get("weighup-aid") === undefined), true);
  assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
});

test("a first step that cannot be checked is not asked for", async (t) => {
  const warned = [];
  const page = await visit(t, { more: `first="/weighup/aids/prostate-localised.first.html"` }, undefined, (page) => page.on("console", (message) => warned.push(message.text())));
  await shown(page);
  assert.deepEqual(page.log.requests.filter((url) => url.endsWith(".first.html")), []);
  assert.ok(warned.some((line) => line.includes("cannot be checked")), warned.join("\n"));
});

/** What reads QR codes in a browser without a reader of its own is asked for with the first press; a camera that shows nothing stands in. */
async function scans(page) {
  const widget = await new Widget(page).ready();
  await page.evaluate(() => {
    Object.defineProperty(navigator.mediaDevices, "getUserMedia", { value: async () => { const canvas = document.createElement("canvas"); canvas.getContext("2d"); return canvas.captureStream(5); } });
    delete globalThis.BarcodeDetector;
  });
  await widget.button("Read a QR code").click();
  return widget;
}

test("a script that comes when it is first used has to have its hash too", async (t) => {
  const unread = /No QR code can be read here/;
  const asked = await visit(t, {}, (path, found) => path === "/weighup/lib/qr.js" && { ...found, body: `${found.body}\n` });
  await (await scans(asked)).root.getByText(unread).first().waitFor();
  const whole = await visit(t, {});
  const widget = await scans(whole);
  await widget.button("Stop the camera").waitFor();
  assert.equal(await widget.root.getByText(unread).count(), 0);
  const unasked = await visit(t, { script: null }, (path, found) => path === "/weighup/lib/qr.js" && { ...found, body: `${found.body}\n` });
  const other = await scans(unasked);
  await other.button("Stop the camera").waitFor();
});
