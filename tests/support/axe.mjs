// axe on what is on screen, shadow roots included.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Best practices that are the host page's to keep, not the widget's. */
const hostPage = ["region", "landmark-one-main", "page-has-heading-one"];

/** Fails with each violation's rule, place and remedy. Best practices count too, except where `off` names them. */
export async function accessible(page, where, { off = hostPage, tags = [...wcag22aa, "best-practice"] } = {}) {
  // Sent once a page: half a megabyte. It is there again after a navigation.
  if (!page.hasAxe) {
    page.hasAxe = true;
    await page.addInitScript({ content: source });
    await page.evaluate(source);
  }
  const result = await page.evaluate(([tags, off]) => globalThis.axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true }, ...Object.fromEntries(off.map((id) => [id, { enabled: false }])) },
    resultTypes: ["violations"],
  }), [tags, off]);
  const problems = result.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} (${rule.impact}): ${rule.help}\n  at ${node.target.flat().join(" ")}\n  ${node.html.slice(0, 200)}\n  `
    + (node.failureSummary ?? "").split("\n").slice(1, 3).join(" ").trim()));
  assert.equal(problems.length, 0, `${where}: ${problems.length} problems\n${problems.slice(0, 6).join("\n")}`);
}

/** Headings, in the order they are read, as [level, text]. */
export function headings(page) {
  return page.evaluate(() => {
    const out = [];
    const look = (node) => {
      for (const child of node.children) {
        if (/^H[1-6]$/.test(child.tagName) && child.checkVisibility()) out.push([Number(child.tagName[1]), child.innerText.trim()]);
        else if (child.shadowRoot) look(child.shadowRoot);
        else look(child);
      }
    };
    look(document.body);
    return out;
  });
}

/** No level is skipped on the way down. */
export function inOrder(found, where) {
  found.reduce((before, [level, text]) => {
    assert.ok(level <= before + 1, `${where}: “${text}” is a heading of level ${level} after one of level ${before}`);
    return level;
  }, 0);
}
