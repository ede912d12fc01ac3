// The page of the report in a browser: no script, nothing fetched, nothing off a narrow screen, sound by axe, and every picture
// beside the numbers that it draws.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { launch, person } from "../support/chromium.mjs";
import { root } from "../support/serve.mjs";

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), "weighup-report-"));
const command = process.env.WEIGHUP_REPORT ?? join(root, "target/debug/weighup-report");
const page = join(scratch, "report.html");
let browser;

before(async () => {
  if (!process.env.WEIGHUP_REPORT) await run("cargo", ["build", "--quiet", "--package", "weighup-report"], { cwd: root });
  await run(command, ["--sample", "--out", scratch]);
  await run(command, ["--sample", "--private", "2", "--months", "2026-01..2026-12", "--out", join(scratch, "noise")]);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

/** The page as a file, as somebody opens it. */
async function opened(how = {}, file = page) {
  const tab = await person(browser, how);
  const asked = [];
  tab.on("request", (request) => asked.push(request.url()));
  await tab.goto(pathToFileURL(file).href);
  return { tab, asked };
}

for (const width of [320, 390, 768, 1366]) {
  test(`at ${width} pixels it is sound by axe, and only tables are wider than the screen, in boxes that scroll`, async () => {
    const { tab, asked } = await opened({ viewport: { width, height: 900 } });
    assert.deepEqual(asked, [pathToFileURL(page).href], "nothing but the page is asked for");
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the screen");
    await accessible(tab, `${width} pixels`, { off: [] });
    inOrder(await headings(tab), `${width} pixels`);
  });
}

test("the page with noise is as sound on a phone, asks for nothing, and says what the noise is and what is left out", async () => {
  const noise = join(scratch, "noise/report.html");
  const { tab, asked } = await opened({ viewport: { width: 390, height: 900 } }, noise);
  assert.deepEqual(asked, [pathToFileURL(noise).href]);
  assert.ok(!/<script|javascript:|\son\w+=/i.test(readFileSync(noise, "utf8")));
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the screen");
  await accessible(tab, "the page with noise", { off: [] });
  inOrder(await headings(tab), "the page with noise");
  const words = await tab.locator("main").innerText();
  for (const said of ["The whole budget is 2.", "7.39 times as likely", "Publish one.", "What is left out", "All together"]) assert.ok(words.includes(said), said);
  assert.ok((await tab.locator("table").count()) > 20);
});

test("it has no script and says the same where none may run", async () => {
  const text = readFileSync(page, "utf8");
  assert.ok(!/<script|javascript:|\son\w+=/i.test(text));
  const { tab } = await opened({ javaScriptEnabled: false });
  assert.equal(await tab.title(), "Did it help? A report of answers that people gave");
  assert.ok((await tab.locator("table").count()) > 30);
});

test("every share stands in words beside its picture, and no group stands by its size", async () => {
  const { tab } = await opened();
  const rows = await tab.evaluate(() => [...document.querySelectorAll("tr")].filter((row) => row.querySelector("svg circle")).map((row) => {
    const cells = [...row.children].map((cell) => cell.textContent.trim());
    const circle = row.querySelector("circle");
    return { cells, drawn: (Number(circle.getAttribute("cx")) - 4) / 1.52 };
  }));
  assert.ok(rows.length > 200, `${rows.length} rows with a picture`);
  for (const { cells, drawn } of rows) {
    const shares = cells.filter((cell) => /^\d+$/.test(cell)).map(Number);
    assert.ok(shares.some((share) => Math.abs(share - drawn) <= 0.6) || /than/.test(cells.join()), `${cells.join(" | ")} is drawn at ${drawn}`);
  }
  const languages = await tab.locator("tr.way", { hasText: "By language" }).first().evaluate((way) => {
    const names = [];
    for (let row = way.nextElementSibling; row; row = row.nextElementSibling) names.push(row.querySelector("th").textContent);
    return names;
  });
  assert.deepEqual(languages, ["ar", "cy", "en", "pl", "ur"].map((tag) => names[tag]));
});

/** As the product calls them in English; by their tags in the table, never by their numbers. */
const names = { ar: "Arabic", cy: "Welsh", en: "English", pl: "Polish", ur: "Urdu" };

test("it prints on sheets of paper, with every table whole in width", async () => {
  const { tab } = await opened({ viewport: { width: 794, height: 1123 } });
  await tab.emulateMedia({ media: "print" });
  const wide = await tab.evaluate(() => [...document.querySelectorAll("table")].filter((table) => table.getBoundingClientRect().right > innerWidth + 1).map((table) => table.caption.textContent));
  assert.deepEqual(wide, []);
  const paper = await tab.pdf({ format: "A4" });
  assert.ok(paper.length > 50_000);
});
