// When the software cannot run, the facts still stand: the static content, a plain message, nothing half-made (H17).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { noWasm, serve, strict } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const here = world();
const notFound = { status: 404, type: "text/html; charset=utf-8", body: "<!doctype html><title>Page not found</title><h1>Page not found</h1>" };

/** Opens the aid with something wrong and checks what is left on screen. */
async function broken(t, how) {
  const site = await serve(how);
  t.after(() => site.close());
  const page = await here.person();
  await page.goto(`${site.url}prostate-localised/`);
  await page.locator("weighup-aid > *").first().waitFor({ state: "visible" });
  const said = await until(() => page.locator("weighup-aid").evaluate((host) => {
    const alert = host.shadowRoot?.querySelector("[role=alert], [role=status]");
    return alert?.innerText?.trim();
  }), "a message on the page");
  assert.ok(said.length > 20 && said.length < 400, `a plain message: ${said}`);
  assert.doesNotMatch(said, /wasm|panick|undefined|\[object|TypeError|CompileError|at .*:\d+:\d+/i, "no jargon for the person");
  const inside = await page.locator("weighup-aid").evaluate((host) => ({
    headings: [...host.shadowRoot.querySelectorAll("h1, h2, h3")].filter((h) => h.checkVisibility()).length,
    inputs: [...host.shadowRoot.querySelectorAll("input, textarea")].filter((h) => h.checkVisibility()).length,
  }));
  assert.deepEqual(inside, { headings: 0, inputs: 0 }, "nothing half-rendered");
  return { page, said };
}

const wasm = (path) => path.endsWith(".wasm");
const aidFile = (path) => path.endsWith("/prostate-localised.json");
const changed = (change) => (path, found) => {
  if (!aidFile(path)) return undefined;
  const before = found.body.toString();
  const body = change(JSON.parse(before));
  assert.notEqual(body, before, "the aid is damaged");
  return { ...found, body };
};

const cases = {
  "the policy forbids WebAssembly": { policy: noWasm },
  "the wasm file is a 404 page": { answer: (path) => (wasm(path) ? notFound : undefined) },
  "the wasm file is an HTML page with status 200": { answer: (path) => (wasm(path) ? { ...notFound, status: 200 } : undefined) },
  "the wasm file is cut short": { answer: (path, found) => (wasm(path) ? { ...found, body: found.body.subarray(0, 5000) } : undefined) },
  "the aid is missing": { answer: (path) => (aidFile(path) ? notFound : undefined) },
  "the aid is cut short": { answer: changed((aid) => JSON.stringify(aid).slice(0, 4000)) },
  "the aid has a field nobody knows": { answer: changed((aid) => JSON.stringify({ ...aid, favourite: "surgery" })) },
  "an option has a field nobody knows": {
    answer: changed((aid) => {
      const options = aid.option ?? aid.options;
      options[0] = { ...options[0], recommended: true };
      return JSON.stringify(aid);
    }),
  },
  "a count is above its denominator": {
    answer: changed((aid) => JSON.stringify(aid).replace(/"events":17,/, '"events":1700,')),
  },
};

for (const [name, how] of Object.entries(cases)) {
  test(`static page when ${name}`, async (t) => {
    await broken(t, how);
  });
}

test("static page when the script may not run at all", async (t) => {
  const site = await serve({ policy: strict.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'") });
  t.after(() => site.close());
  const page = await here.person();
  // Nothing tells the browser that no script will come: the first step says so itself after a while.
  await page.goto(`${site.url}prostate-localised/`);
  await page.getByRole("link", { name: "Read it as a plain page" }).click();
  await page.getByRole("heading", { name: "Compare what may happen" }).waitFor();
  // A page without the first step keeps its own content.
  await page.goto(`${site.url}host/minimal.html`);
  await page.locator("weighup-aid > *").first().waitFor({ state: "visible" });
});

test("a server that sends wasm as plain bytes still works", async (t) => {
  const site = await serve({ answer: (path, found) => (wasm(path) ? { ...found, type: "application/octet-stream" } : undefined) });
  t.after(() => site.close());
  const page = await here.person();
  await page.goto(`${site.url}prostate-localised/`);
  await page.getByRole("heading", { name: "About this decision aid", level: 1 }).waitFor();
});

test("the plain page holds every figure without JavaScript", async (t) => {
  const address = `${here.site.url}aids/prostate-localised.html`;
  if (!(await fetch(address)).ok) return t.skip("this build has no plain pages");
  const { readAid, table } = await import("../support/figures.mjs");
  const page = await here.open("aids/prostate-localised.html", { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  for (const row of table(readAid("prostate-localised"))) {
    assert.ok(text.includes(row.name), `the plain page names “${row.name}”`);
    for (const cell of row.cells) {
      assert.ok(new RegExp(`\\b${cell.said}\\b`).test(text), `${row.name} at ${row.label}: ${cell.said}`);
    }
  }
  assert.deepEqual(page.log.outside, []);
  return undefined;
});
