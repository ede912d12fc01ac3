// `weighup/static` and `weighup/author` in a program that installed the package: the pages are, byte for byte, those that the authors'
// command builds, and what is said of a broken aid is what that command says.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { world } from "../support/chromium.mjs";
import { project } from "../support/consumer.mjs";
import { dist, root } from "../support/serve.mjs";

let consumer;
before(async () => {
  consumer = await project({
    files: {
      "pages.mjs": `
        import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
        import { createRequire } from "node:module";
        import { dirname } from "node:path";
        import { first, page, styles } from "weighup/static";
        const aids = dirname(createRequire(import.meta.url).resolve("weighup/aids/index.json"));
        mkdirSync("made/aids", { recursive: true });
        mkdirSync("made/weighup", { recursive: true });
        for (const name of readdirSync(aids).filter((name) => name.endsWith(".json") && name !== "index.json").map((name) => name.slice(0, -5))) {
          const aid = readFileSync(aids + "/" + name + ".json", "utf8");
          writeFileSync("made/aids/" + name + ".html", await page(aid));
          writeFileSync("made/aids/" + name + ".first.html", await first(JSON.parse(aid), { plain: "../aids/" + name + ".html" }));
        }
        writeFileSync("made/weighup/weighup.css", await styles());
        writeFileSync("made/index.html", "<!doctype html><title>Made</title>");`,
      "refused.mjs": `
        import { readFileSync } from "node:fs";
        import { createRequire } from "node:module";
        import { build, check } from "weighup/author";
        import { page, first } from "weighup/static/inline";
        const aid = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("weighup/aids/appendicitis.json"), "utf8"));
        const said = async (what) => { try { await what(); return null; } catch (error) { return error.message; } };
        const sound = { "aid.toml": readFileSync(${JSON.stringify(join(root, "tests/fixtures/aids/sound/aid.toml"))}) };
        const text = sound["aid.toml"].toString("utf8");
        console.log(JSON.stringify({
          aid: await said(() => page({ ...aid, surprise: 1 })),
          none: await said(() => page("<html>")),
          given: await said(() => page(aid, { style: "x.css" })),
          moved: (await page(aid, { stylesheet: "/a&b.css" })).match(/href="([^"]*)">/)[1],
          plain: (await first(aid, { plain: "/plain/" })).includes('href="/plain/"'),
          files: await said(() => check({ "other.toml": "" })),
          nothing: await said(() => check()),
          day: await said(() => check(sound, { day: "tomorrow" })),
          rules: await said(() => check(sound, { rules: ["fair"] })),
          more: await said(() => check(sound, { strict: true })),
          twice: await said(() => build([sound, sound], { day: null })),
          text: await check({ "here/aid.toml": text.replace("format =", "farmat =") }, { day: null }),
          judged: Object.keys(await check(sound, { day: "2026-07-01", rules: ["risk"] })),
          unbuilt: await build([sound, { "aid.toml": new Uint8Array([0xff, 0xfe]) }], { day: null }),
          empty: await build([], {}),
        }));`,
    },
  });
});
after(() => consumer?.remove());

const here = world();

test("every page that the package makes is, byte for byte, the one that the site has", async () => {
  await consumer.node("pages.mjs");
  const made = (await readdir(consumer.path("made/aids"))).sort();
  const site = (await readdir(join(dist, "aids"))).filter((name) => name.endsWith(".html")).sort();
  assert.ok(made.length >= 48 && made.some((name) => /\.cy\.html$/.test(name)) && made.some((name) => /\.ur\.html$/.test(name)));
  assert.deepEqual(made, site);
  for (const name of made) {
    const [ours, theirs] = await Promise.all([consumer.path(`made/aids/${name}`), join(dist, "aids", name)].map((path) => readFile(path)));
    assert.ok(ours.equals(theirs), `${name} differs`);
  }
});

test("a page that the package made stands in a browser without scripts, as it is styled by the package", async () => {
  const browser = await here.person({ javaScriptEnabled: false });
  const html = await readFile(consumer.path("made/aids/prostate-localised.html"), "utf8");
  const css = await readFile(consumer.path("made/weighup/weighup.css"), "utf8");
  await browser.route("**/made/**", (route) => (route.request().url().endsWith(".css")
    ? route.fulfill({ contentType: "text/css", body: css })
    : route.fulfill({ contentType: "text/html; charset=utf-8", body: html })));
  await browser.goto(new URL("made/aids/prostate-localised.html", here.site.url).href);
  assert.match(await browser.locator("main").innerText(), /of every 100 men/);
  const styled = await browser.locator(".wu-card").first().evaluate((card) => getComputedStyle(card).borderTopStyle).catch(() => "no scripts");
  assert.notEqual(styled, "none");
  assert.deepEqual(browser.log.errors, []);
});

test("what is wrong is named, and nothing is built of it", async () => {
  const found = JSON.parse((await consumer.node("refused.mjs")).stdout);
  const said = {
    aid: /surprise/, none: /syntax/, given: /unknown field `style`/, files: /no `aid\.toml`/, nothing: /no `aid\.toml`/,
    day: /`tomorrow` is not a day; write year, month and day/, rules: /no rule set `fair`; use ipdas/, more: /unknown field `strict`/, twice: /two aids are called/,
  };
  for (const [kind, message] of Object.entries(said)) assert.match(found[kind] ?? "nothing", message, kind);
  assert.equal(found.moved, "/a&amp;b.css");
  assert.ok(found.plain);
  assert.equal(found.text.ok, false);
  const [problem] = found.text.problems;
  assert.ok(problem.file === "here/aid.toml" && problem.line >= 1 && problem.remedy && problem.text.includes(problem.message));
  assert.deepEqual(found.judged, ["ok", "errors", "warnings", "problems", "report"]);
  assert.equal(found.unbuilt.ok, false);
  assert.deepEqual(found.unbuilt.files, {});
  assert.deepEqual(found.empty, { ok: true, errors: 0, warnings: 0, problems: [], files: { "index.json": "[]" } });
});
