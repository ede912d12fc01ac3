// A decision aid in a frame of another website, as docs/embedding.md says: its height follows, larger and smaller, nobody else is told or
// believed, and what the sandbox has to let it do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { root, strict } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const guide = await readFile(join(root, "docs/embedding.md"), "utf8");
const [, SANDBOX] = guide.match(/<iframe data-weighup [^>]*sandbox="([^"]+)"/);
const [, ALLOW] = guide.match(/<iframe data-weighup [^>]*allow="([^"]+)"/);
const ID = "prostate-localised";

// Two sites to a browser, and both are this machine: the website at 127.0.0.1, and the aids at localhost.
const aids = world({
  args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
  serve: {
    answer: (path, found) => (path.startsWith("/site/")
      ? { type: "text/html; charset=utf-8", body: pages[path.slice(6)]?.() ?? "", headers: { "content-security-policy": policy() } }
      : found && { ...found, headers: { "content-security-policy": `${strict.replace("frame-ancestors 'self'", "")}frame-ancestors ${aids.site.url.replace(/\/$/, "")}`, ...allowed(path) } }),
  },
});
// A script of another address is only run where its server lets the page have it.
let anyone = false;
const allowed = (path) => (anyone || path === "/weighup/frame/host.js" ? { "access-control-allow-origin": anyone ? "*" : aids.site.url.replace(/\/$/, "") } : {});
const other = () => `http://localhost:${new URL(aids.site.url).port}`;
const policy = () => `default-src 'none'; script-src 'self' ${other()}; frame-src ${other()} 'self'; style-src 'unsafe-inline'; img-src data:`;
const frame = (more = "", address = `${ID}.html`) => `<iframe data-weighup src="${other()}/weighup/frame/${address}" title="Decision aid" width="100%" height="900" ${more}></iframe>`;
const host = `<script type="module" src="%OTHER%/weighup/frame/host.js"></script>`;
const page = (inside, script = host) => `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A website</title><meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,"></head><body><h1>A website</h1><p>Before</p>${inside}<p id="after">After</p>${script.replace("%OTHER%", other())}</body></html>`;
const shut = (tokens) => `sandbox="${tokens}" allow="${ALLOW}"`;
const pages = {
  "plain.html": () => page(frame(`allow="${ALLOW}"`)),
  "early.html": () => page("").replace("<p>Before</p>", `<p>Before</p>${host.replace("%OTHER%", other())}${frame()}`),
  "shut.html": () => page(frame(shut(SANDBOX))),
  "together.html": () => page(frame(shut(SANDBOX), `${ID}.html?mode=together&keep&step=summary&src=evil&onload=x`)),
  "welsh.html": () => page(frame(shut(SANDBOX), `${ID}.cy.html`)),
  "alone.html": () => page(frame(shut("allow-scripts"))),
  "uncopied.html": () => page(frame(`sandbox="${SANDBOX}"`)),
  "bordered.html": () => page(frame(`style="box-sizing: border-box; border: 5px solid"`)),
  "silent.html": () => page(frame(), ""),
  ...Object.fromEntries(SANDBOX.split(" ").map((token) => [`without-${token}.html`, () => page(frame(shut(SANDBOX.replace(token, "").trim())))])),
};

async function visit(name, how) {
  const page = await aids.person(how);
  await page.goto(`${aids.site.url}site/${name}`);
  const inside = page.frameLocator("iframe[data-weighup]");
  const widget = new Widget(page, inside.locator("weighup-aid").first());
  return { page, widget, frame: page.locator("iframe") };
}

const heights = (page) => page.evaluate(() => document.querySelector("iframe").clientHeight);
const needed = (widget) => widget.root.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
/** The frame is as high as what is in it. */
const fits = (page, widget) => until(async () => (await heights(page)) === (await needed(widget)) && (await widget.root.evaluate(() => document.documentElement.scrollHeight <= innerHeight)), "the frame's height to fit");

for (const name of ["plain.html", "shut.html", "early.html", "bordered.html"]) {
  test(`on another website's page (${name}) the frame grows and shrinks with every step`, async () => {
    const { page, widget } = await visit(name);
    await widget.ready();
    const seen = [];
    for (const step of ["About", "Compare", "What matters", "Summary", "About"]) {
      if (step !== "About" || seen.length > 0) await widget.go(step);
      await fits(page, widget);
      seen.push(await heights(page));
    }
    assert.ok(seen.some((height, at) => at > 0 && height > seen[at - 1] + 100), `it grew: ${seen}`);
    assert.ok(seen.some((height, at) => at > 0 && height < seen[at - 1] - 100), `it shrank: ${seen}`);
    assert.equal(seen.at(-1), seen[0], "the same step is as high as before");
    assert.deepEqual([page.log.errors, page.log.console], [[], []]);
  });
}

test("when the screen turns, the height is another one", async () => {
  const { page, widget } = await visit("plain.html");
  await widget.ready();
  await widget.go("Compare");
  await fits(page, widget);
  const wide = await heights(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await fits(page, widget);
  assert.ok((await heights(page)) > wide);
  await page.setViewportSize({ width: 1280, height: 900 });
  await fits(page, widget);
  assert.equal(await heights(page), wide);
});

test("a step begins where its top is on screen, although the one before was left at its foot", async () => {
  const { page, widget } = await visit("plain.html", { viewport: { width: 390, height: 800 } });
  await widget.ready();
  await widget.go("Compare");
  await fits(page, widget);
  await page.locator("#after").scrollIntoViewIfNeeded();
  await widget.button(/^Next: /).click();
  await widget.at("Weigh up");
  const top = () => page.evaluate(() => Math.round(document.querySelector("iframe").getBoundingClientRect().top));
  await until(async () => Math.abs(await top()) <= 1, "the top of the frame");
});

test("nobody else is believed: not another frame, not the frame after it went elsewhere, and no number that is none", async () => {
  const { page, widget } = await visit("plain.html");
  await widget.ready();
  await fits(page, widget);
  const before = await heights(page);
  const say = (data) => widget.root.evaluate((_, data) => parent.postMessage(data, "*"), data);
  // In the order they are sent: the last is believed, so those before it have been read.
  for (const height of [-5, 0, 1.5, "400", null, Infinity, 10_000_000]) await say({ weighup: "height", height });
  for (const data of [null, "height", 5, { weighup: "height" }, []]) await say(data);
  await say({ weighup: "height", height: before + 7 });
  await until(async () => (await heights(page)) === before + 7, "the height that the frame says");
  await page.evaluate(() => new Promise((done) => {
    const stranger = document.createElement("iframe");
    stranger.src = `/weighup/frame/frame.css`;
    stranger.onload = () => done();
    document.body.append(stranger);
  }));
  const stranger = page.frames().find((each) => each.url().endsWith("frame.css"));
  await stranger.evaluate(() => parent.postMessage({ weighup: "height", height: 333 }, "*"));
  // The frame itself, on a page of another origin.
  await page.evaluate(() => new Promise((done) => {
    const frame = document.querySelector("iframe");
    const [src, address] = [frame.src, "/weighup/frame/frame.css"];
    frame.onload = () => done();
    frame.contentWindow.location.replace(new URL(address, location.href).href);
    if (frame.src !== src) throw new Error("the address in the page is what counts");
  }));
  await page.evaluate(() => { window.read = new Promise((done) => addEventListener("message", ({ data }) => data === "read" && done(true))); });
  const moved = page.frames().find((each) => each.parentFrame() && each !== stranger);
  await moved.evaluate(() => { parent.postMessage({ weighup: "height", height: 444 }, "*"); parent.postMessage("read", "*"); });
  await page.evaluate(() => window.read);
  assert.equal(await heights(page), before + 7);
});

test("only the page that frames it and asks is told, and only at the origin that it asked from", async () => {
  const { page, widget } = await visit("silent.html");
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data, origin }) => window.heard.push([data, origin]));
  });
  await widget.ready();
  await widget.go("What matters");
  const heard = () => page.evaluate(() => window.heard.filter(([{ weighup }]) => weighup !== "here"));
  assert.deepEqual(await heard(), [], "nobody asked");
  // Somebody else asks: the window itself, and another frame.
  await widget.root.evaluate(() => postMessage({ weighup: "hello" }, "*"));
  await page.evaluate(() => new Promise((done) => {
    const stranger = document.createElement("iframe");
    stranger.src = "/weighup/frame/frame.css";
    stranger.onload = () => done();
    document.body.append(stranger);
  }));
  const stranger = page.frames().find((each) => each.url().endsWith("frame.css"));
  await stranger.evaluate(() => parent.frames[0].postMessage({ weighup: "hello" }, "*"));
  await widget.go("Options");
  assert.deepEqual(await heard(), [], "others asked");
  await page.evaluate(() => frames[0].postMessage({ weighup: "hello" }, "*"));
  await until(async () => (await heard()).length > 0, "an answer");
  await widget.go("What matters");
  await until(async () => (await heard()).some(([{ weighup }]) => weighup === "top"), "that a step began");
  for (const [data, origin] of await heard()) {
    assert.equal(origin, other());
    assert.ok(data.weighup === "top" ? Object.keys(data).length === 1 : Object.keys(data).sort().join() === "height,weighup" && Number.isInteger(data.height), JSON.stringify(data));
  }
});

test("the address says what the site chose, and nothing that is not on the list", async () => {
  const { widget } = await visit("together.html");
  await widget.at("Compare");
  const found = await widget.root.evaluate((aid) => ({ mode: aid.mode, keep: aid.keep, src: aid.getAttribute("src"), step: aid.getAttribute("step"), onload: aid.getAttribute("onload") }));
  assert.deepEqual(found, { mode: "together", keep: true, src: `../aids/${ID}.json`, step: null, onload: null });
});

test("a translated page speaks its language", async () => {
  const { page, widget } = await visit("welsh.html");
  await until(() => widget.root.evaluate((aid) => aid.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup")?.lang === "cy"), "Welsh");
  await fits(page, widget);
});

/** What a person does in the frame, and whether it was done. */
const uses = {
  async saving({ page, widget }) {
    await widget.go("Summary");
    const saved = page.waitForEvent("download", { timeout: 5_000 }).then(async (file) => { await file.delete(); return true; }, () => false);
    await widget.button("Save to a file").click();
    return saved;
  },
  async copying({ page, widget }) {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await widget.go("Summary");
    await widget.button("Copy as text").click();
    await until(() => widget.root.evaluate((aid) => /Copied\.|Copying did not work/.test(aid.shadowRoot.querySelector(".wu-copy")?.textContent ?? "")), "what is said of copying");
    return widget.root.evaluate((aid) => /Copied\./.test(aid.shadowRoot.querySelector(".wu-copy").textContent));
  },
  async printing({ widget }) {
    await widget.go("Summary");
    await widget.root.evaluate(() => addEventListener("beforeprint", () => { window.begun = true; }, { once: true }));
    await widget.button("Print this page").click();
    return until(() => widget.root.evaluate((aid) => window.begun || (/cannot print from here/.test(aid.shadowRoot.textContent) && "told")), "a print, or a word").then((found) => found === true);
  },
  async "a second window"({ page, widget }) {
    await widget.go("About");
    await widget.root.evaluate((aid) => { aid.mode = "together"; });
    await widget.drawer();
    const opened = page.context().waitForEvent("page", { timeout: 5_000 }).catch(() => null);
    await widget.button("Open on a second screen").click();
    const second = await opened;
    if (!second) return false;
    await second.locator("weighup-aid .weighup--room").waitFor();
    await page.bringToFront();
    await widget.go("What matters");
    await until(() => second.locator("weighup-aid").evaluate((aid) => aid.step === "what-matters"), "the second window in step");
    return true;
  },
  async keeping({ widget }) {
    return widget.root.evaluate(() => { try { localStorage.setItem("x", "1"); return localStorage.getItem("x") === "1"; } catch { return false; } });
  },
};
const STOPS = {
  "allow-downloads": "saving", "allow-modals": "printing", "allow-popups": "a second window",
};

for (const [use, done] of Object.entries(uses)) {
  test(`under the sandbox of the guide ${use} works`, async () => {
    const found = await visit("shut.html");
    await found.widget.ready();
    assert.equal(await done(found), true);
    assert.deepEqual(found.page.log.errors, []);
  });
}

for (const [token, use] of Object.entries(STOPS)) {
  test(`without ${token} ${use} does not, so that the list holds nothing that is not needed`, async () => {
    const found = await visit(`without-${token}.html`);
    await found.widget.ready();
    assert.equal(await uses[use](found), false);
  });
}

test("without allow=\"clipboard-write\" copying is refused, and that is said", async () => {
  const found = await visit("uncopied.html");
  await found.widget.ready();
  assert.equal(await uses.copying(found), false);
});

test("shut in without an origin it runs where every page may have the files, grows, and can keep nothing", async () => {
  anyone = true;
  try {
    const { page, widget } = await visit("alone.html");
    await widget.ready();
    await widget.go("Compare");
    await fits(page, widget);
    assert.equal(await uses.keeping({ widget }), false);
  } finally {
    anyone = false;
  }
});

test("without allow-scripts there is the page's own content", async () => {
  const { page } = await visit("without-allow-scripts.html");
  await page.frameLocator("iframe").getByText("The page around it, or your care team, can tell you more.").waitFor();
});

test("a website that is not allowed to frame it shows nothing of it", async () => {
  const page = await aids.person();
  await page.goto(`${other()}/site/plain.html`);
  await until(() => page.log.console.some((line) => line.includes("frame-ancestors")), "the browser's refusal");
});

test("the page in the frame is accessible by itself, and nothing is asked of anybody else", async () => {
  const { page, widget } = await visit("shut.html");
  await widget.ready();
  await accessible(page, "a framed aid");
  assert.deepEqual(page.log.requests.filter((url) => !url.startsWith(aids.site.url) && !url.startsWith(other()) && !url.startsWith("data:")), []);
});
