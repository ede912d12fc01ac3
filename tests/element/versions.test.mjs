// Files of two builds never run together: whichever of them is of another build, the page is told, with what to do.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const SECTION = "weighup-build";
const host = (script = "/weighup/index.js", lang = "en-GB") => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="${script}"></script><weighup-aid src="/aids/prostate-localised.json"><p>Ask us for a booklet.</p></weighup-aid></html>`,
});

/** The file with another number, and without any. */
const changes = {
  "of another build": (wasm) => {
    const other = Buffer.from(wasm);
    const at = other.lastIndexOf(SECTION);
    assert.ok(at > 0, "the build stamps its files");
    other.fill("0", at + SECTION.length);
    return other;
  },
  "without a number": (wasm) => wasm.subarray(0, wasm.lastIndexOf(SECTION) - 3),
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function visit(answer, path = "/host.html", page = undefined) {
  const site = await serve({ answer: (path, found) => (path === "/host.html" ? host() : answer(path, found)) || undefined });
  const visitor = page ?? await person(browser);
  await listen(visitor);
  await visitor.goto(new URL(path, site.url).href);
  return { page: visitor, site, done: async () => { await visitor.context().close(); await site.close(); } };
}

for (const file of ["weighup_element_bg", "weighup_rest", "weighup_fit_bg"]) {
  for (const [kind, change] of Object.entries(changes)) {
    test(`${file}.wasm ${kind} is wasm-invalid, with a remedy`, async () => {
      const { page, done } = await visit((path, found) => path.endsWith(`${file}.wasm`) && { ...found, body: change(found.body) });
      await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
      assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), [["weighup-error", { code: "wasm-invalid" }, ""]]);
      assert.ok(page.log.console.some((line) => line.includes(`${file}.wasm`) && /folder of its own/.test(line)), page.log.console.join("\n"));
      assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
      await done();
    });
  }
}

test("a file that only the browser's cache still has from the version before is asked for once more", async () => {
  let asked = 0;
  const { page, done } = await visit((path, found) => {
    if (!path.endsWith("weighup_element_bg.wasm")) return undefined;
    asked += 1;
    return asked === 1 ? { ...found, body: changes["of another build"](found.body) } : undefined;
  });
  await shown(page);
  assert.equal(asked, 2);
  assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
  await done();
});

test("texts of another build give way to English, and the console names their file", async () => {
  const { page, done } = await visit((path, found) => {
    if (path === "/cy.html") return host("/weighup/index.js", "cy");
    return path.endsWith("/texts/cy.json") && { ...found, body: found.body.toString().replace(/"build":"[^"]*"/, '"build":"0"') };
  }, "/cy.html");
  await shown(page);
  assert.ok(page.log.console.some((line) => line.includes("texts/cy.json")), page.log.console.join("\n"));
  await done();
});

test("what a page adds to the script's address is added to the files it asks for", async () => {
  const { page, done } = await visit((path) => path === "/query.html" && host("/weighup/index.js?ver=2", "cy"), "/query.html");
  await shown(page);
  const files = () => page.log.requests.filter((url) => /\.wasm|\/texts\//.test(url));
  await until(() => files().length === 4, "the three files of WebAssembly and the texts");
  for (const url of files()) assert.equal(new URL(url).search, "?ver=2", url);
  await done();
});
