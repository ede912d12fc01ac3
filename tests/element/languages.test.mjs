// Which language the element speaks: asked for by `lang`, and what there is no translation of.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { translated } from "../support/languages.mjs";
import { shown } from "../support/page.mjs";
import { dist, serve } from "../support/serve.mjs";
import { sideways } from "../support/widget.mjs";

const html = (lang, id) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
  <meta name="viewport" content="width=device-width">  <link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>
  <weighup-aid src="/aids/${id}.json" lang="${lang}"><p>Fallback</p></weighup-aid></html>`;
const answer = (path) => {
  const asked = path.match(/^\/in\/([a-z_-]+)\/([a-z-]+)\.html$/i);
  return asked && { body: html(asked[1], asked[2]), type: "text/html; charset=utf-8" };
};
const here = world({ serve: { answer } });

/** The element in a language, and what it says of itself. */
async function speaking(lang, id) {
  const page = await here.person();
  const warned = [];
  page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  await page.goto(new URL(`/in/${lang}/${id}.html`, here.site.url).href);
  await shown(page);
  const found = await page.locator("weighup-aid").evaluate((host) => {
    const widget = host.shadowRoot.querySelector(".weighup");
    return { lang: widget.lang, dir: widget.dir, text: widget.textContent };
  });
  const asked = page.log.requests.map((url) => new URL(url).pathname);
  return { page, ...found, asked, warned };
}

const texts = async (name) => JSON.stringify(JSON.parse(await readFile(join(dist, `weighup/texts/${name}.json`), "utf8")));
for (const { tag: lang, direction: dir, folder } of translated) {
  test(`the interface in ${lang} is that of its file, and no other file of texts is asked for`, async () => {
    const { page, asked, ...found } = await speaking(lang, "appendicitis");
    assert.equal(found.lang, lang);
    assert.equal(found.dir, dir);
    assert.deepEqual(asked.filter((path) => path.includes("/texts/")), [`/weighup/texts/${folder}.json`]);
    const heading = await page.locator("weighup-aid").getByRole("heading", { level: 1 }).first().textContent();
    assert.ok((await texts(folder)).includes(JSON.stringify(heading.trim()).slice(1, -1)), `“${heading}” is of the file`);
    assert.deepEqual(page.log.outside, []);
    assert.deepEqual(page.log.errors, []);
  });
}

for (const id of ["prostate-localised", "carpal-tunnel", "otitis-media"]) {
  for (const [lang, unchecked] of [["cy", /Nid yw’r cyfieithiad wedi’i wirio gan berson eto/], ["ur", /ترجمے کی ابھی تک کسی شخص نے جانچ نہیں کی/]]) {
    test(`${id} is shown in ${lang}, and says that no person has checked it`, async () => {
      const { page, text, asked } = await speaking(lang, id);
      assert.ok(asked.includes(`/aids/${id}.${lang}.json`), "the translated aid is asked for");
      const aid = JSON.parse(await readFile(join(dist, `aids/${id}.${lang}.json`), "utf8"));
      assert.ok(text.includes(aid.short_title ?? aid.title), "its title is in the language");
      assert.match(text, unchecked);
      assert.deepEqual(page.log.errors, []);
    });
  }
}

test("an aid with no translation is in its own language, and marked as that", async () => {
  const { page, asked } = await speaking("ur", "appendicitis");
  assert.ok(asked.includes("/aids/appendicitis.json"));
  const aid = JSON.parse(await readFile(join(dist, "aids/appendicitis.json"), "utf8"));
  const title = page.locator("weighup-aid").getByText(aid.short_title ?? aid.title, { exact: true }).first();
  const marked = await title.evaluate((at) => ({ lang: at.closest("[lang]").lang, dir: at.closest("[dir]").dir }));
  assert.match(marked.lang, /^en/);
  assert.equal(marked.dir, "ltr");
});

// Whoever looks for it in the page finds it: as it was written there.
for (const written of ["fr", "FR_ca", "__proto__", "constructor", "-"]) {
  test(`lang="${written}", in which there are no texts, is said on the console as it is written, and the interface is English`, async () => {
    const { lang, asked, warned } = await speaking(written, "appendicitis");
    assert.equal(lang, "en-GB");
    assert.ok(!asked.some((path) => path.includes("/texts/")));
    assert.ok(warned.some((line) => line.includes(`there are no texts in "${written}"`)), warned.join("\n"));
  });
}

/** Waits until the widget on a page speaks a language. */
const speaks = (page, lang) => page.waitForFunction(
  (lang) => document.querySelector("weighup-aid")?.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup")?.lang === lang, lang,
);

test("the language changes while the element is on the page, there and back", async () => {
  const { page } = await speaking("cy", "carpal-tunnel");
  const say = (lang) => page.locator("weighup-aid").evaluate((host, lang) => { host.lang = lang; }, lang);
  await say("ur");
  await speaks(page, "ur");
  assert.equal(await page.locator("weighup-aid .weighup").first().getAttribute("dir"), "rtl");
  await say("en-GB");
  await speaks(page, "en-GB");
  assert.equal(await page.locator("weighup-aid").getByRole("heading", { level: 1 }).first().textContent(), "About this decision aid");
  assert.deepEqual(page.log.errors, []);
});

test("without its file of texts the interface is English, and the console says which file to upload", async () => {
  const page = await here.person();
  await page.context().route("**/texts/pl.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(new URL("/in/pl/appendicitis.html", here.site.url).href);
  await shown(page);
  await speaks(page, "en-GB");
  assert.ok(page.log.console.some((line) => line.includes("texts/pl.json could not be loaded")), page.log.console.join("\n"));
  assert.deepEqual(page.log.errors, []);
});

test("only an aid without a translation is said to have none", async () => {
  // Which interface comes, and whether the aid has a translation, are two things.
  for (const [lang, id, texts, said] of [["cy", "carpal-tunnel", true, false], ["cy", "carpal-tunnel", false, false], ["cy", "appendicitis", true, true], ["cy", "appendicitis", false, false]]) {
    const page = await here.person();
    if (!texts) await page.context().route(`**/texts/${lang}.json`, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(new URL(`/in/${lang}/${id}.html`, here.site.url).href);
    await shown(page);
    await speaks(page, texts ? lang : "en-GB");
    const notice = page.locator("weighup-aid .wu-review--open").filter({ hasText: /^(This decision aid has no translation|Nid yw’r cymorth penderfynu hwn ar gael)/ });
    assert.equal((await notice.count()) > 0, said, `${id} in ${lang}, ${texts ? "with" : "without"} the interface's texts`);
    await page.context().close();
  }
});

test("Urdu on a phone: each step fits the width, is as axe asks, and nothing is asked of another place", async () => {
  const page = await here.person({ viewport: { width: 320, height: 800 } });
  await page.goto(new URL("/in/ur/prostate-localised.html", here.site.url).href);
  await shown(page);
  for (let step = 1; step <= 5; step += 1) {
    const where = `step ${step}`;
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${where} fits`);
    if (step === 1 || step === 5) await accessible(page, where);
    const heading = page.locator("weighup-aid").getByRole("heading", { level: 1 }).first();
    const before = await heading.textContent();
    await page.locator("weighup-aid").locator("[part~=onward] [part~=button-primary]").last().click();
    await page.waitForFunction((before) => document.querySelector("weighup-aid").shadowRoot.querySelector(".weighup h1").textContent !== before, before);
  }
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
});

test("the gallery leads to an aid in each of its languages, and on to Compare in that language", async () => {
  const page = await here.open("", { viewport: { width: 320, height: 800 } });
  const links = page.locator("a[hreflang]");
  const found = await links.evaluateAll((all) => all.map(({ href, lang, dir }) => ({ path: new URL(href).pathname, lang, dir })));
  const made = (await readdir(join(dist, "aids"))).filter((name) => translated.some(({ folder }) => name.endsWith(`.${folder}.json`)));
  assert.deepEqual(found.map(({ path }) => `${path.slice(1, -1)}.json`).sort(), made.sort());
  for (const { path, lang, dir } of found) {
    const there = await (await page.request.get(new URL(path, here.site.url).href)).text();
    assert.ok(there.includes(`<html lang="${lang}" dir="${dir}">`), path);
  }
  await page.locator("a[href='prostate-localised.ur/']").click();
  await shown(page);
  const texts = JSON.parse(await readFile(join(dist, "weighup/texts/ur.json"), "utf8"));
  for (let step = 1; step < 5; step += 1) {
    const heading = page.locator("weighup-aid").getByRole("heading", { level: 1 }).first();
    const before = await heading.textContent();
    await page.locator("weighup-aid").locator("[part~=onward] [part~=button-primary]").last().click();
    await page.waitForFunction((before) => document.querySelector("weighup-aid").shadowRoot.querySelector(".weighup h1").textContent !== before, before);
    assert.ok(texts.texts.includes(await heading.textContent()), "the heading is in the language");
    assert.deepEqual(await sideways(page), []);
  }
  assert.equal(await page.locator("weighup-aid").evaluate((host) => host.step), "compare");
  assert.deepEqual([page.log.outside, page.log.errors], [[], []]);
});

/** A page in Welsh on which one file is another. */
async function changed(file, how) {
  const page = await here.person();
  if (how === "hangs") await page.clock.install();
  const asked = {};
  asked.promise = new Promise((resolve) => { asked.resolve = resolve; });
  await page.route(`**/${file}`, async (route) => {
    if (how === "hangs") return asked.resolve();
    const answer = await route.fetch();
    await route.fulfill({ response: answer, ...(typeof how === "function" ? how(await answer.text()) : how) });
  });
  await page.goto(new URL("/in/cy/prostate-localised.html", here.site.url).href);
  if (how === "hangs") {
    // Time runs once the file is waited for, however slow the machine.
    await asked.promise;
  }
  const whole = shown(page);
  // On a slow machine the file may be asked for again after that, and be waited for anew.
  for (let ended = how !== "hangs"; !ended;) {
    await page.clock.runFor(5_000);
    ended = await Promise.race([whole.then(() => true), page.evaluate(() => false)]);
  }
  await whole;
  const widget = page.locator("weighup-aid .weighup").first();
  const found = { lang: await widget.getAttribute("lang"), text: await widget.textContent(), console: page.log.console.join("\n") };
  await page.context().close();
  return found;
}

const parsed = (change) => (text) => ({ body: JSON.stringify(change(JSON.parse(text))) });
const wrong = {
  "is not there": { status: 404, body: "" },
  "is a page": { contentType: "text/html", body: "<!doctype html><title>Home</title>" },
  "is not JSON": { body: "oops" },
  "is of another version": parsed((file) => ({ ...file, names: file.names + 1 })),
  "has a text too few": parsed((file) => ({ ...file, texts: file.texts.slice(1) })),
  "has a text too many": parsed((file) => ({ ...file, texts: [...file.texts, "x"] })),
  "never arrives": "hangs",
};
for (const [kind, how] of Object.entries(wrong)) {
  test(`a file of texts that ${kind} gives way to English, and is what the console blames`, async () => {
    const found = await changed("texts/cy.json", how);
    assert.equal(found.lang, "en-GB");
    assert.match(found.console, /texts\/cy\.json could not be loaded/);
    assert.doesNotMatch(found.console, /aid-refused/);
  });
}

const foreign = {
  "is not there": { status: 404, body: "" },
  "is a page": { contentType: "text/html", body: "<!doctype html><title>Home</title>" },
  "is no aid": { body: "{}" },
  "is null": { body: "null" },
  "has one letter more": parsed((aid) => ({ ...aid, title: `${aid.title}!` })),
  "is of another aid": parsed((aid) => ({ ...aid, id: "otitis-media" })),
};
for (const [kind, how] of Object.entries(foreign)) {
  test(`a translation that ${kind} is not shown: the aid is, in its own language`, async () => {
    const { text, console } = await changed("aids/prostate-localised.cy.json", how);
    const aid = JSON.parse(await readFile(join(dist, "aids/prostate-localised.json"), "utf8"));
    assert.ok(text.includes(aid.short_title ?? aid.title));
    assert.match(console, /prostate-localised\.cy\.json.*shown in its own language/);
  });
}

test("a translation on another origin than its aid is not asked for", async (t) => {
  // Without a policy: a strict one would hinder the request by itself.
  const site = await serve({ answer, policy: null });
  t.after(() => site.close());
  const page = await here.person();
  await page.route("**/aids/prostate-localised.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"file":"', '"file":"https://elsewhere.example/') });
  });
  await page.goto(new URL("/in/cy/prostate-localised.html", site.url).href);
  await shown(page);
  assert.ok(page.log.console.some((line) => line.includes("is on another origin than its aid")), "the owner is told");
  assert.deepEqual(page.log.outside, []);
});

for (const lang of ["constructor", "__proto__", "toString", "en_GB", "CY", "-", "en-"]) {
  test(`lang="${lang}" is a language like any other`, async () => {
    const { lang: said, page } = await speaking(lang, "appendicitis");
    assert.match(said, /^(en|cy)/i);
    assert.deepEqual(page.log.errors, []);
  });
}
