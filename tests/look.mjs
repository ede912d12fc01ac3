import { launch, person } from "./support/chromium.mjs";
import { serve } from "./support/serve.mjs";
import { fixtures, showFixture } from "./support/states.mjs";
const [names, widths, out] = [process.argv[2].split(","), process.argv[3].split(",").map(Number), process.argv[4]];
const site = await serve(); const b = await launch();
for (const w of widths) {
  const page = await person(b, { viewport: { width: w, height: w < 500 ? 700 : 768 } });
  for (const f of fixtures().filter((x) => names.includes(x.name))) {
    await showFixture(page, site.url, f, process.argv[5] ?? "");
    const r = await page.evaluate(() => { const v = document.querySelector(".wu-matrix__value, .wu-figure__count"); return { h: document.documentElement.scrollHeight, first: v && Math.round(v.getBoundingClientRect().bottom), m: [...document.querySelectorAll(".wu-matrix")].map((e) => Math.round(e.getBoundingClientRect().height)), side: document.documentElement.scrollWidth }; });
    console.log(f.name, w, JSON.stringify(r));
    await page.screenshot({ path: `${out}/${f.name}-${w}.png`, clip: { x: 0, y: 0, width: w, height: Math.min(r.h, 2600) }, fullPage: true });
  }
}
await b.close(); await site.close?.(); process.exit(0);
