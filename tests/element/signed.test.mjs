// Aids that a page wants signed (`keys`): who published it stands under who made it, and whatever is not as it was signed is refused before
// anything of it is shown.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { signed } from "../../pkg/js/lib/signed.js";
import { accessible } from "../support/axe.mjs";
import { launch, person } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { dist, serve } from "../support/serve.mjs";
import { byMinisign, other, ours } from "../support/sign.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const AID = "/aids/prostate-localised.json";
const WELSH = "/aids/prostate-localised.cy.json";
const OTHER = "/aids/hrt.json";
const NAME = "Riverside, Trust <b>";
const KEYS = `${ours.line}=${NAME}`;
const file = (path) => readFile(join(dist, path));

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A page whose element has `attributes`; every aid is signed beside it unless `answer` says otherwise. What of the widget was ever there is counted. */
async function visit(t, attributes, { answer = () => undefined, lang = "en-GB", before = () => {}, src = AID, script = "", ...how } = {}) {
  const escaped = Object.entries(attributes).map(([name, value]) => ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`).join("");
  const host = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="/weighup/index.js"></script>${script && '<script type="module" src="/own.js"></script>'}
    <weighup-aid${src && ` src="${src}"`}${escaped}><p>Ask us for a booklet.</p></weighup-aid></html>`;
  const site = await serve({
    answer: async (path, found) => {
      if (path === "/host.html") return { type: "text/html; charset=utf-8", body: host };
      if (path === "/own.js") return { type: "text/javascript", body: script };
      const said = await answer(path, found);
      if (said) return said;
      return path.endsWith(".minisig") ? { type: "application/octet-stream", body: ours.sign(await file(path.replace(".minisig", ""))) } : undefined;
    },
  });
  const page = await person(browser, how);
  t.after(async () => { await page.context().close(); await site.close(); });
  await listen(page);
  await page.addInitScript(() => {
    window.seen = 0;
    document.addEventListener("DOMContentLoaded", () => {
      const look = () => {
        window.seen += document.querySelector("weighup-aid").shadowRoot?.querySelector(".weighup, .wu-first") ? 1 : 0;
        requestAnimationFrame(look);
      };
      look();
    });
  });
  await before(page);
  await page.goto(`${site.url}host.html`);
  return page;
}

const asked = (page, ending) => page.log.requests.filter((url) => new URL(url).pathname.endsWith(ending)).map((url) => new URL(url).pathname);
const row = async (page) => {
  const widget = await new Widget(page).ready();
  await widget.unfold("Who made this, and how");
  return widget.root.locator("dl.wu-facts").evaluateAll((lists) => lists.flatMap((list) => [...list.children]).map((one) => one.textContent));
};

async function refused(page, code, owner) {
  await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
  assert.deepEqual((await events(page)).filter(([name]) => name !== "weighup-step"), [["weighup-error", { code }, ""]]);
  assert.ok(page.log.console.some((line) => owner.test(line) && line.includes(`[${code}]`)), page.log.console.join("\n"));
  assert.equal(await page.getByText("Ask us for a booklet.").isVisible(), true);
  assert.equal(await page.evaluate(() => window.seen), 0, "nothing of the aid was shown");
}

test("what minisign signed is right, and what it made of a digest is told as that", async () => {
  const how = { text: byMinisign.text, url: new URL("https://aids.example/fixture.json"), beside: "fixture.json.minisig", keys: `${byMinisign.line}=A`, required: true };
  assert.deepEqual(await signed({ ...how, signature: byMinisign.signature }), { by: "A" });
  const { code, cause } = await signed({ ...how, signature: byMinisign.digest });
  assert.equal(code, "aid-unsigned");
  assert.match(cause, /minisign -S -l/);
  assert.equal(ours.line, byMinisign.line, "the key of the tests is the one that minisign made");
});

// Some browsers look whether a key is a point of the curve as they take it, and this one does not: its refusal is put in.
test("a key that the browser refuses is told as that, and is no reason to show what nobody checked", async (t) => {
  const real = crypto.subtle.importKey;
  const asked = { text: byMinisign.text, url: new URL("https://aids.example/fixture.json"), beside: "fixture.json.minisig", keys: `${byMinisign.line}=A`, required: false, signature: byMinisign.signature };
  t.mock.method(crypto.subtle, "importKey", async (...given) => {
    if (given[1][0] === 0xd7) return real.apply(crypto.subtle, given);
    throw new DOMException("no point of the curve", "DataError");
  });
  const { code, cause } = await signed(asked);
  assert.equal(code, "keys-invalid");
  assert.match(cause, /F7720D071B77434F is no public key/);
  // Where it takes none at all the page decides.
  t.mock.method(crypto.subtle, "importKey", () => Promise.reject(new DOMException("unknown", "NotSupportedError")));
  assert.deepEqual(await signed(asked), { by: "" });
  assert.equal((await signed({ ...asked, required: true })).code, "aid-unchecked");
});

for (const [width, height] of [[390, 844], [768, 1024], [1366, 900]]) {
  test(`who published it stands under who made it and nowhere else, at ${width} pixels`, async (t) => {
    const page = await visit(t, { keys: KEYS, first: "/aids/prostate-localised.first.html" }, { viewport: { width, height } });
    await shown(page);
    assert.deepEqual([asked(page, ".minisig"), asked(page, "signed.js"), asked(page, ".first.html")], [[`${AID}.minisig`], ["/weighup/lib/signed.js"], []]);
    const said = await row(page);
    assert.equal(said[said.indexOf("Who published this") + 1].replace(/[\u2066-\u2069]/g, ""), `${NAME}. Nothing was changed on the way to this page.`);
    const all = await page.evaluate(() => document.querySelector("weighup-aid").shadowRoot.textContent);
    assert.equal(all.split(NAME).length, 2);
    assert.deepEqual([page.log.console, page.log.errors, page.log.outside, await sideways(page)], [[], [], [], []]);
    await accessible(page, `About of a signed aid at ${width}`);
  });
}

test("a page that names no keys asks for no signature and says nothing of one", async (t) => {
  const page = await visit(t, { keys: "null" }, { answer: (path) => path.endsWith(".minisig") && { status: 404, type: "text/plain", body: "" } });
  await shown(page);
  assert.ok(!(await row(page)).includes("Who published this"));
  assert.deepEqual([asked(page, ".minisig"), asked(page, "signed.js")], [[], []]);
});

const beside = (body, type = "text/plain") => (path) => (path === `${AID}.minisig` ? { type, body } : undefined);
const cases = [
  ["a byte of the aid was changed", "aid-altered", /is not what the key F7720D071B77434F \(Riverside, Trust <b>\) signed/, {
    answer: (path, found) => (path === AID ? { ...found, body: `${found.body} ` } : undefined) }],
  ["a figure of the aid was changed", "aid-altered", /is not what the key/, {
    answer: (path, found) => (path === AID ? { ...found, body: String(found.body).replace('"events":', '"events":1') } : undefined) }],
  ["there is no signature", "aid-unsigned", /there is no http.*prostate-localised\.json\.minisig/, { answer: (path) => (path.endsWith(".minisig") ? { status: 404, type: "text/plain", body: "" } : undefined) }],
  ["a page came for the signature", "aid-unsigned", /is no signature as minisign writes one/, { answer: beside("<!doctype html><p>Log in", "text/html") }],
  ["another key signed it", "aid-unsigned", /which the page does not name; it names F7720D071B77434F/, { answer: async (path) => beside(other.sign(await file(AID)))(path) }],
  ["a digest of it is signed", "aid-unsigned", /signs a digest, which no browser can check/, { answer: beside(byMinisign.digest) }],
  ["the signature is of another aid", "aid-altered", /is not what the key/, { answer: async (path) => beside(ours.sign(await file(OTHER)))(path) }],
  ["another signed aid is in its place", "aid-altered", /the page asks for "prostate-localised\.json", and this is the aid "hrt"/, {
    answer: async (path) => (path === AID ? { type: "application/json", body: await file(OTHER) } : beside(ours.sign(await file(OTHER)))(path)) }],
  ["a signed translation is in its place", "aid-altered", /says file "prostate-localised\.cy\.json"/, {
    answer: async (path) => (path === AID ? { type: "application/json", body: await file(WELSH) } : beside(ours.sign(await file(WELSH), "file:prostate-localised.cy.json"))(path)) }],
  ["the trusted comment was changed", "aid-altered", /the trusted comment in/, { answer: async (path) => beside(ours.sign(await file(AID), "version:1").replace("version:1", "version:2"))(path) }],
  ["the trusted comment is of another version", "aid-altered", /says version "1"/, { answer: async (path) => beside(ours.sign(await file(AID), "timestamp:1\tversion:1"))(path) }],
  ["what stands in keys is no key", "keys-invalid", /write each as RW…=Name/, { keys: "RW=Riverside" }],
  ["a key has no name", "keys-invalid", /write each as RW…=Name/, { keys: ours.line }],
  ["keys are demanded and none is named", "keys-invalid", /write each as RW…=Name/, { keys: null, required: true }],
];
for (const [name, code, owner, { keys = KEYS, required = false, ...how }] of cases) {
  test(`refused before anything is shown: ${name}`, async (t) => {
    const page = await visit(t, { ...(keys === null ? {} : { keys }), ...(required ? { "keys-required": "" } : {}) }, how);
    await refused(page, code, owner);
  });
}

test("of two keys that a page names either will do, so keys can be changed", async (t) => {
  const page = await visit(t, { keys: `${other.line}=The old key, ${KEYS}` });
  await shown(page);
  assert.ok((await row(page)).some((said) => said.includes(NAME)));
});

test("a translation is the one that the signed aid names, or the aid is shown in its own language", async (t) => {
  const right = await visit(t, { keys: KEYS }, { lang: "cy" });
  assert.match(await shown(right), /canser/i);
  await right.locator("weighup-aid").getByText("Pwy wnaeth hwn, a sut").first().click();
  await right.locator("weighup-aid").getByText(NAME).first().waitFor();
  assert.deepEqual(asked(right, ".minisig"), [`${AID}.minisig`]);
  const swapped = await visit(t, { keys: KEYS }, {
    lang: "cy", answer: (path, found) => (path === WELSH ? { ...found, body: String(found.body).replace('"events":', '"events":1') } : undefined),
  });
  assert.match(await shown(swapped), /prostate cancer/i);
  assert.ok(swapped.log.console.some((line) => line.includes("is not the one that the aid was built with")), swapped.log.console.join("\n"));
});

/** A browser of before Ed25519, or a page without https. */
const cannot = {
  "without Ed25519": () => {
    const importKey = crypto.subtle.importKey.bind(crypto.subtle);
    crypto.subtle.importKey = (format, key, how, ...rest) => (how === "Ed25519" ? Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError")) : importKey(format, key, how, ...rest));
  },
  "without https": () => Object.defineProperty(crypto, "subtle", { value: undefined }),
};
for (const [name, take] of Object.entries(cannot)) {
  test(`a browser ${name} says that it cannot check, and refuses where the page says keys-required`, async (t) => {
    const before = (page) => page.addInitScript(take);
    const page = await visit(t, { keys: KEYS }, { before });
    await shown(page);
    const said = await row(page);
    assert.equal(said[said.indexOf("Who published this") + 1], "This browser cannot check who published this.");
    await refused(await visit(t, { keys: KEYS, "keys-required": "" }, { before }), "aid-unchecked", /this browser cannot check who signed it/);
  });
}

test("an aid that is handed over is not checked, and is refused where the page says keys-required", async (t) => {
  const how = { src: "", script: `const aid = await (await fetch("${AID}")).text(); document.querySelector("weighup-aid").aid = aid;` };
  const page = await visit(t, { keys: KEYS }, how);
  await shown(page);
  assert.ok(!(await row(page)).includes("Who published this"));
  assert.deepEqual(asked(page, ".minisig"), []);
  await refused(await visit(t, { keys: KEYS, "keys-required": "" }, how), "aid-unchecked", /in the `aid` property.*a signature lies beside a file/);
});

test("a signature that only a cache has from before is asked for once more", async (t) => {
  let times = 0;
  const page = await visit(t, { keys: KEYS }, {
    answer: (path) => {
      if (!path.endsWith(".minisig")) return undefined;
      times += 1;
      return times === 1 ? { type: "text/plain", body: ours.sign("the version before") } : undefined;
    },
  });
  await shown(page);
  assert.equal(times, 2);
});

for (const [name, path] of [["signature", "**/*.minisig"], ["code that checks it", "**/lib/signed.js"]]) {
  test(`where the ${name} does not arrive the person can try again`, async (t) => {
    const page = await visit(t, { keys: KEYS }, { before: (page) => page.route(path, (route) => route.abort(), { times: 1 }) });
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await until(async () => (await events(page)).some(([name]) => name === "weighup-ready"), "the aid");
    assert.ok((await row(page)).some((said) => said.includes(NAME)));
  });
}
