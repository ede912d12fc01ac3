// The documentation as pages of the site: every link and anchor leads somewhere, every page is reached from the first, it is read, searched and
// copied under the strict policy by keyboard, and it stands there without a script and on paper.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { dist, root } from "../support/serve.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = world();
const site = join(dist, "docs");
const REPOSITORY = "https://github.com/weighup/weighup/";
const ending = (names, end) => names.filter((name) => name.endsWith(end)).map((name) => name.replaceAll("\\", "/"));
const pages = new Map(await Promise.all(ending(await readdir(site, { recursive: true }), ".html").map(async (name) => [name, await readFile(join(site, name), "utf8")])));
// What stands in `safety/source` is what the pages of `safety` are made of.
const sources = ending(await readdir(join(root, "docs"), { recursive: true }), ".md").filter((name) => !name.startsWith("safety/source/"));
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const attributes = (html, name) => [...html.matchAll(new RegExp(`<[^>]* ${name}="([^"]*)"`, "g"))].map(([, value]) => unescaped(value));
const search = (page) => page.getByRole("searchbox", { name: "Search the documentation" });

/** Every link of a page, as what it should lead to. */
function broken(name, html) {
  return [...attributes(html, "href"), ...attributes(html, "src")].flatMap((link) => {
    const [, path, anchor] = link.match(/^([^#?]*)[^#]*(?:#(.*))?$/);
    if (link.startsWith(REPOSITORY)) {
      const file = decodeURIComponent(path.slice(REPOSITORY.length).replace(/^(blob|tree)\/main\//, ""));
      return existsSync(join(root, file)) ? [] : [`${name}: ${link}`];
    }
    if (/^[a-z]+:/.test(link)) return [];
    const to = path === "" ? name : join(dirname(name), decodeURIComponent(path));
    const file = existsSync(join(site, to, "index.html")) ? join(to, "index.html") : to;
    if (!existsSync(join(site, file))) return [`${name}: ${link}`];
    const there = pages.get(file.replaceAll("\\", "/"));
    return anchor && there && !attributes(there, "id").includes(decodeURIComponent(anchor)) ? [`${name}: ${link}`] : [];
  });
}

test("every link and every anchor of every page leads to what is there, here or in the repository", () => {
  assert.ok(pages.size > 100, `${pages.size}`);
  assert.deepEqual([...pages].flatMap(([name, html]) => broken(name, html)), []);
  // The check itself can fail.
  for (const link of ["nowhere.html", "fit.html#nowhere", `${REPOSITORY}blob/main/nowhere.rs`]) assert.equal(broken("embedding.html", `<a href="${link}">`).length, 1, link);
});

test("every file of Markdown is a page that is reached from the first, and no page has a name twice", () => {
  const seen = new Set();
  const look = (name) => {
    if (seen.has(name) || !pages.has(name)) return;
    seen.add(name);
    for (const link of attributes(pages.get(name), "href")) {
      if (!/^[a-z]+:/.test(link)) look(relative(".", join(dirname(name), link.split("#")[0])).replaceAll("\\", "/"));
    }
  };
  look("index.html");
  const made = sources.map((name) => name.replace(/README\.md$/, "index.html").replace(/\.md$/, ".html"));
  assert.deepEqual(made.filter((name) => !seen.has(name)), []);
  for (const [name, html] of pages) {
    const ids = attributes(html, "id");
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], name);
  }
});

test("the tests that a page says run it or read it are there and name it", async () => {
  const contents = await readFile(join(root, "docs/contents.toml"), "utf8");
  let named = 0;
  for (const [, file, rest] of contents.matchAll(/^file = "([^"]+)"\n((?:[a-z]+ = .*\n)*)/gm)) {
    for (const [, list] of rest.matchAll(/^(?:run|held) = \[(.*)\]$/gm)) {
      for (const [, path] of list.matchAll(/"([^"]+)"/g)) {
        named += 1;
        const text = await readFile(join(root, path), "utf8");
        assert.ok(text.includes(`docs/${file}`) || text.includes("embedding/report.mjs") || text.includes("accessibility"), `${path} reads docs/${file}`);
        assert.ok(pages.get(file.replace(/\.md$/, ".html")).includes(`${REPOSITORY}blob/main/${path}`), `the page of ${file} says so`);
      }
    }
  }
  assert.ok(named >= 10, `${named}`);
});

test("by keyboard: words are searched for, what is found is said, opened at its heading, and nothing of it is in an address (2.1.1, 2.4.3, 4.1.3)", async () => {
  const page = await here.open("docs/embedding.html", { viewport: { width: 390, height: 844 } });
  await search(page).focus();
  await page.keyboard.type("session rep");
  const said = page.getByRole("search").getByRole("status");
  await said.getByText("these words").waitFor();
  const first = page.getByRole("search").getByRole("link").first();
  assert.match(await first.innerText(), /Session replay/);
  assert.match((await page.locator("#search-found mark").first().innerText()), /^session|^rep/i);
  await accessible(page, "what was found", { off: [] });
  await page.keyboard.press("Enter");
  assert.equal(await first.evaluate((link) => link === document.activeElement), true);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/docs/embedding.html#session-replay");
  assert.ok((await page.locator("#session-replay").boundingBox()).y < 844);
  await search(page).focus();
  await page.keyboard.press("Escape");
  assert.equal(await search(page).inputValue(), "");
  assert.equal(await page.locator("#search-found").isVisible(), false);
  for (const url of page.log.requests) assert.ok(!/session%20|session\+|rep$/.test(new URL(url).search), url);
  assert.deepEqual([page.log.errors, page.log.outside, page.log.console], [[], [], []]);
});

test("what is asked for comes first: a title before a heading before text, words in any order, without marks, from every folder", async () => {
  const page = await here.open("docs/decisions/index.html");
  const addresses = () => page.locator("#search-found a").evaluateAll((links) => links.map((link) => link.href.replace(/^.*\/docs\//, "")));
  for (const [words, address] of [
    ["hash one page", "decisions/0063-one-hash-in-the-page.html"],
    ["GLOSSARY", "glossary.html"],
    ["entry npm", "package.html"],
    ["first decision aid your", "authoring.html#your-first-decision-aid"],
  ]) {
    await search(page).fill(words);
    await until(async () => (await addresses())[0]?.startsWith(address), `${words} leads to ${address}`);
  }
  await search(page).fill("zzzz nothing");
  await page.getByText("Nothing has all of these words.").waitFor();
  // What begins no word is not found: "ash" is in "hash".
  await search(page).fill("ashes");
  await page.getByText("Nothing has all of these words.").waitFor();
});

test("it goes on without a network once it was searched, and says when the text cannot be loaded", async () => {
  const page = await here.open("docs/fit.html");
  await page.context().setOffline(true);
  await search(page).fill("weights");
  await page.getByText("could not be loaded").waitFor();
  await page.context().setOffline(false);
  await search(page).fill("weight");
  await page.getByText("these words").waitFor();
  await page.context().setOffline(true);
  await search(page).fill("exact");
  await page.locator("#search-found mark").first().waitFor();
});

test("code is copied as it stands, and where the browser does not let it, it is marked and that is said", async () => {
  const page = await here.open("docs/embedding.html");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const [code, button, told] = [page.locator("main pre").first(), page.getByRole("button", { name: "Copy this code" }).first(), page.locator(".copy output").first()];
  await button.focus();
  await page.keyboard.press("Enter");
  await told.getByText("Copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await code.textContent());
  const source = await readFile(join(root, "docs/embedding.md"), "utf8");
  assert.ok(source.includes(`\`\`\`html\n${copied}\`\`\``), "it is what stands in the file");
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await button.click();
  await page.getByText("did not let this page copy").waitFor();
  assert.equal((await page.evaluate(() => getSelection().toString())).trim(), copied.trim());
});

test("without a script every page is there, with its list of pages, and nothing that needs one", async () => {
  const page = await here.open("docs/embedding.html", { javaScriptEnabled: false });
  assert.equal(await search(page).isVisible(), false);
  assert.equal(await page.getByRole("button").count(), 0);
  await page.getByRole("navigation", { name: "All pages" }).getByRole("link", { name: "Decisions" }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Decisions");
  await page.getByRole("link", { name: "0063" }).click();
  await page.getByRole("navigation", { name: "Above this page" }).getByRole("link", { name: "Decisions" }).click();
  assert.ok(page.url().endsWith("docs/decisions/index.html"));
});

for (const width of [320, 390, 768, 1366]) {
  test(`at ${width} px the page does not scroll sideways, tables and code do in their own boxes, and it is accessible, in light and dark`, async () => {
    const page = await here.open("docs/", { viewport: { width, height: 900 } });
    for (const name of ["index.html", "embedding.html", "package.html", "accessibility.html", "decisions/index.html", "safety/index.html", "decisions/0033-a-suite-people-run.html"]) {
      await page.goto(`${here.site.url}docs/${name}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} at ${width}`);
      assert.deepEqual((await sideways(page)).filter((one) => /^page/.test(one)), [], name);
      for (const colorScheme of width === 320 ? ["light"] : ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await accessible(page, `${name} at ${width}, ${colorScheme}`, { off: [] });
      }
      inOrder(await headings(page), name);
    }
    const wide = page.locator("main .table").first();
    await page.goto(`${here.site.url}docs/embedding.html`);
    const scrolls = await wide.evaluate((box) => box.scrollWidth > box.clientWidth);
    await until(async () => (await wide.getAttribute("tabindex")) === (scrolls ? "0" : null), "only what scrolls is a stop");
    assert.deepEqual([page.log.errors, page.log.outside, page.log.console], [[], [], []]);
  });
}

test("on paper there is the text alone, and no line of code or column of a table is cut off", async () => {
  const page = await here.open("docs/embedding.html", { viewport: { width: 700, height: 900 } });
  await page.emulateMedia({ media: "print" });
  for (const gone of ["#site-search", "#all-pages", ".copy", ".own"]) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  const cut = await page.locator("main :is(pre, .table)").evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent.slice(0, 60)));
  assert.deepEqual(cut, []);
});
