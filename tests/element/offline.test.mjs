// The site without a network: kept where a person asks for it and not before, one build whole and never two, taken away again by a press.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { dist, strict } from "../support/serve.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const AID = "aids/prostate-localised.json";
// What the server has: this build, one whose list of aids is another, or one of which a file never comes right.
let build = "first";
let gone = false;
const sum = (body) => `sha256-${createHash("sha256").update(body).digest("base64")}`;
const listed = /<h2>Decision aids<\/h2>/;
const newer = (body) => Buffer.from(body.toString().replace(listed, "<h2>Decision aids, newer</h2>"));

const here = world({
  serve: {
    policy: strict.replace("default-src 'none'", "default-src 'none'; manifest-src 'self'"),
    async answer(path, found) {
      if (gone) return { status: 503, type: "text/plain", body: "gone" };
      if (build === "first") return undefined;
      const page = await readFile(join(dist, "index.html"));
      if (path === "/" || path === "/index.html") return build === "newer" ? { ...found, body: newer(page) } : undefined;
      if (path !== "/sw.js") return undefined;
      const text = found.body.toString();
      const hash = build === "newer" ? sum(newer(page)) : sum(Buffer.from("never"));
      return { ...found, body: text.replace(/(const BUILD = ")[^"]*/, `$1${build}`).replace(/("index\.html":")[^"]*/, `$1${hash}`) };
    },
  },
});

const stored = (page) => page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]);
const box = (page) => page.locator("#offline");

async function kept() {
  build = "first";
  gone = false;
  const page = await here.open("");
  await box(page).getByRole("button", { name: "Keep them on this device" }).click();
  await box(page).getByText("They are kept on this device.").waitFor();
  return page;
}

test("nothing is kept before somebody asks, on no page", async () => {
  build = "first";
  const page = await here.open("");
  await box(page).waitFor();
  assert.deepEqual(await stored(page), [[], 0]);
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await widget.next();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(await stored(page), [[], 0]);
  assert.deepEqual(page.log.requests.filter((url) => /sw\.js|webmanifest/.test(url)), []);
});

test("what was kept opens when the network is gone: the list, an aid through to its summary and a record, and in Welsh", async () => {
  const page = await kept();
  gone = true;
  await page.context().setOffline(true);
  await page.goto(here.site.url);
  await page.getByRole("link", { name: /^Localised prostate cancer/ }).click();
  const widget = await new Widget(page).ready();
  for (const step of ["What matters", "Compare", "Weigh up", "How they fit", "Summary"]) await widget.go(step);
  await widget.unfold("Take it with you");
  await widget.button("The whole record").click();
  await widget.root.getByRole("textbox", { name: "The whole record", exact: true }).waitFor();
  await page.goto(`${here.site.url}prostate-localised.cy/`);
  await until(() => page.evaluate(() => document.querySelector("weighup-aid").shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup")?.lang === "cy"), "Welsh");
  assert.deepEqual(page.log.errors, []);
});

test("every file that is kept has the hash of the list, and every aid and language is among them", async () => {
  const page = await kept();
  const { files } = JSON.parse(await readFile(join(dist, "integrity.json"), "utf8"));
  const found = await page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const out = [];
    for (const { url } of await cache.keys()) {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await (await cache.match(url)).arrayBuffer()));
      out.push([new URL(url).pathname.slice(1), `sha256-${btoa(String.fromCharCode(...hash))}`]);
    }
    return out;
  });
  for (const [path, hash] of found) assert.equal(hash, files[path.replace(/(^|\/)$/, "$1index.html")], path);
  const paths = found.map(([path]) => path);
  for (const path of Object.keys(files).filter((name) => /^aids\/[^/]+\.json$/.test(name) && name !== "aids/index.json")) assert.ok(paths.includes(path), path);
  assert.ok(paths.includes("weighup/texts/cy.json") && paths.includes("weighup/wasm/weighup_record.wasm"));
});

test("a newer build waits, is told on the list and on an aid, and is taken whole by a press once no other window is open", async () => {
  const page = await kept();
  await page.reload();
  const heading = (name) => page.getByRole("heading", { name, exact: true, level: 2 });
  build = "newer";
  await page.reload();
  await heading("Decision aids").waitFor();
  const notice = page.locator("#newer");
  await notice.getByText("A newer version of these pages is here.").waitFor();
  await accessible(page, "the notice of a newer version");
  const second = await page.context().newPage();
  await second.goto(`${here.site.url}prostate-localised/`);
  await second.locator("#newer").getByText("A newer version").waitFor();
  await notice.getByRole("button").click();
  await notice.getByText("open in another window").waitFor();
  await heading("Decision aids").waitFor();
  await second.close();
  await until(async () => {
    if (await heading("Decision aids, newer").isVisible()) return true;
    await notice.getByRole("button").click({ timeout: 1000 });
    return false;
  }, "the newer list");
  const [names] = await stored(page);
  assert.equal(names.length, 1, "the build before is gone");
  gone = true;
  await page.context().setOffline(true);
  await page.reload();
  await heading("Decision aids, newer").waitFor();
});

test("a build of which one file never comes right is not taken: the one before stays whole", async () => {
  const page = await kept();
  await page.reload();
  const [before] = await stored(page);
  build = "broken";
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const ended = new Promise((done) => registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing.addEventListener("statechange", () => installing.state === "redundant" && done());
    }));
    await registration.update();
    await ended;
  });
  assert.deepEqual((await stored(page))[0], before);
  assert.equal(await page.locator("#newer").count(), 0);
  gone = true;
  await page.context().setOffline(true);
  await page.goto(`${here.site.url}prostate-localised/`);
  await new Widget(page).ready();
});

test("what the browser has thrown away comes from the server, and where that has another build the pages are no longer kept", async () => {
  const page = await kept();
  await page.reload();
  await page.evaluate(async ([aid]) => {
    const cache = await caches.open((await caches.keys())[0]);
    for (const { url } of await cache.keys()) if (url.endsWith(aid) || new URL(url).pathname === "/") await cache.delete(url);
  }, [AID]);
  await page.goto(`${here.site.url}prostate-localised/`);
  await new Widget(page).ready();
  build = "newer";
  await page.goto(here.site.url);
  await page.getByRole("heading", { name: "Decision aids, newer", exact: true, level: 2 }).waitFor();
  await until(async () => (await stored(page))[1] === 0, "the worker to give itself up");
});

test("one press takes everything away again", async () => {
  const page = await kept();
  await box(page).getByRole("button", { name: "Remove them from this device" }).click();
  await box(page).getByText("They are removed").waitFor();
  assert.deepEqual(await stored(page), [[], 0]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "offline-keep");
});

test("where keeping fails that is said, and nothing is left", async () => {
  build = "broken";
  const page = await here.open("");
  await box(page).getByRole("button", { name: "Keep them on this device" }).click();
  await box(page).getByText("That did not work").waitFor();
  assert.deepEqual(await stored(page), [[], 0]);
});

for (const width of [320, 390, 768, 1366]) {
  test(`at ${width} px the offer is whole and accessible`, async () => {
    build = "first";
    const page = await here.open("", { viewport: { width, height: 900 } });
    await box(page).waitFor();
    assert.deepEqual(await sideways(page), []);
    await accessible(page, `the offer at ${width}`);
  });
}
