// Pictures of every state of the fixtures, of every step at three widths, in print and in other themes, into docs/screens/.
// Run by `cargo xtask screens`, or `node tests/browser/screens.mjs [folder]` after a build.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, person } from "../support/chromium.mjs";
import { root, serve } from "../support/serve.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { Widget } from "../support/widget.mjs";

const folder = process.argv[2] ?? join(root, "docs/screens");
const tallest = Number(process.env.WEIGHUP_TALLEST ?? 1500);
const wide = { width: 1280, height: 900 };
const pages = [["gallery", ""], ["host-trust", "host/trust.html"]];
// The fullest state of each step, in other looks as well.
// On a real decision: the made-up one is there for tests. Urdu stands on a machine's fonts, and those of many lack letters of it: the
// other direction is pictured in Arabic.
const states = fixtures().filter(({ kind, name }) => kind !== "part" && !/^measured|^scored|-empty$|^ur-/.test(name));
const fullest = [...new Map(states.filter(({ name }) => !/^(easy|ur|ar)-/.test(name)).map((fixture) => [fixture.kind, fixture])).values()];
const looks = [
  ["320", { viewport: { width: 320, height: 640 } }, states, ""],
  ["768", { viewport: { width: 768, height: 1024 } }, fullest, ""],
  ["1280", { viewport: wide }, states, ""],
  ["1280-dark", { viewport: wide }, fullest.filter(({ kind }) => ["compare", "weigh", "fit"].includes(kind)), "dark"],
  ["1280-nhs", { viewport: wide }, fullest.filter(({ kind }) => ["about", "options"].includes(kind)), "nhs"],
];

// The pictures have the widths of Arial, which most devices have or stand in for: with a wider font lines break that nobody sees broken.
const METRIC = ["Liberation Sans", "Arimo", "Arial"];
const rules = join(await mkdtemp(join(tmpdir(), "weighup-fonts-")), "fonts.conf");
const first = (family) => `<match><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong">${METRIC.map((name) => `<string>${name}</string>`).join("")}</edit></match>`;
await writeFile(rules, `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${["system-ui", "sans-serif", "sans", "Roboto", "Noto Sans"].map(first).join("")}</fontconfig>`);
process.env.FONTCONFIG_FILE = rules;
const found = execFileSync("fc-match", ["system-ui", "family"], { encoding: "utf8" }).trim();
if (!METRIC.some((name) => found.includes(name))) {
  throw new Error(`the pictures want a font as wide as Arial, and ${found} stands in for it here: install fonts-liberation`);
}

let sheets = 0;
const site = await serve();
const browser = await launch();
await mkdir(folder, { recursive: true });
for (const old of await readdir(folder)) if (old.endsWith(".png")) await rm(join(folder, old));

async function shoot(page, name) {
  // The whole page, from the top, with the focus ring away from the heading.
  await page.evaluate(() => { document.activeElement?.shadowRoot?.activeElement?.blur(); window.scrollTo(0, 0); });
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  // Long steps are cut after a few screens: what follows is more of the same cards.
  const clip = { x: 0, y: 0, width, height: Math.min(height, tallest) };
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip, animations: "disabled" });
}

for (const [suffix, how, list, theme] of looks) {
  const page = await person(browser, how);
  if (!theme) {
    for (const [name, path] of pages) {
      await page.goto(site.url + path);
      if (path) await new Widget(page).ready();
      await shoot(page, `${name}-${suffix}`);
    }
  }
  for (const fixture of list) {
    await showFixture(page, site.url, fixture, theme);
    await shoot(page, `${fixture.name}-${suffix}`);
    if (fixture.name === "summary" && suffix === "1280") await print(page);
  }
  await page.context().close();
}

/** The summary as it goes to a printer: A4 less its margins, at 96 dots an inch, and how many sheets it takes. */
async function print(page) {
  const pdf = await page.pdf({ format: "A4" });
  sheets = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  if (process.env.WEIGHUP_KEEP_PDF) await writeFile(process.env.WEIGHUP_KEEP_PDF, pdf);
  await page.setViewportSize({ width: 718, height: 1046 });
  await page.emulateMedia({ media: "print" });
  await shoot(page, "summary-print");
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(wide);
}

await browser.close();
await site.close();
const made = (await readdir(folder)).filter((name) => name.endsWith(".png"));
const sizes = await Promise.all(made.map(async (name) => (await stat(join(folder, name))).size));
const total = sizes.reduce((a, b) => a + b, 0) / 1e6;
console.log(`${made.length} pictures, ${total.toFixed(1)} MB, in ${folder}; the summary prints on ${sheets} sheets`);
// They are made smaller by a palette before they are committed: to a third.
if (total > 25) throw new Error("the pictures are over 25 MB together");
