// A person with a keyboard and nothing else: Tab, Shift+Tab, Space, Enter, arrows and letters.
import assert from "node:assert/strict";

/** What has the focus, through shadow roots, and whether a person can see that. */
export function focus(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return null;
    const labels = [...(at.labels ?? [])];
    const described = at.getAttribute("aria-labelledby")?.split(" ").map((id) => at.getRootNode().getElementById(id)?.innerText).join(" ");
    const own = at.getAttribute("aria-label") ?? described
      ?? (labels.map((label) => label.innerText).join(" ") || at.innerText);
    const group = at.closest("fieldset")?.querySelector("legend")?.innerText
      ?? at.closest("[role=group], [role=radiogroup]")?.getAttribute("aria-label") ?? "";
    // Visually hidden radios are shown by their labels.
    const shown = [at, ...labels].find((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 4 && box.height > 4;
    }) ?? at;
    const box = shown.getBoundingClientRect();
    // On screen: whole, or for a tall field on a short screen at least a line of it.
    const inside = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) >= Math.min(box.height, 24) - 1
      && box.left >= -1 && box.right <= innerWidth + 1;
    const clear = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
      let hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      while (hit?.shadowRoot) {
        const deeper = hit.shadowRoot.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        if (!deeper || deeper === hit) break;
        hit = deeper;
      }
      return hit && (shown.contains(hit) || hit.contains(shown) || labels.some((label) => label.contains(hit)) || at === hit);
    });
    const rings = [at, at.nextElementSibling, at.previousElementSibling, at.parentElement, at.closest("li, article"), ...labels].filter(Boolean).map((element) => {
      const marks = [undefined, "::before", "::after"].map((part) => {
        const style = getComputedStyle(element, part);
        const outline = style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
        return outline || style.boxShadow !== "none";
      });
      return marks.some(Boolean);
    });
    return {
      tag: at.tagName, type: at.type ?? "", name: (own ?? "").trim().replace(/\s+/g, " "), group: group.trim(),
      checked: at.checked ?? null, ring: rings.some(Boolean), inside: inside || box.height > innerHeight, clear: clear || box.height > innerHeight,
      box: [box.left, box.top, box.width, box.height].map(Math.round),
    };
  });
}

/** The focus is somewhere, ringed, on screen and not under anything. */
export async function seen(page, where = "") {
  const at = await focus(page);
  assert.ok(at, `${where}: the focus is on something`);
  const what = `${where}: ${at.tag} “${at.name}” at ${at.box}`;
  assert.ok(at.ring, `${what} shows that it has the focus`);
  assert.ok(at.inside, `${what} is on screen`);
  assert.ok(at.clear, `${what} is not hidden behind something`);
  return at;
}

/** Tabs on until the focus is on what `wanted` says; every stop on the way is seen. */
export async function tabTo(page, wanted, { back = false, most = 250 } = {}) {
  const match = typeof wanted === "function" ? wanted : (at) => (wanted instanceof RegExp ? wanted.test(at.name) : at.name === wanted);
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const at = await focus(page);
    if (at && at.tag !== "HTML") await seen(page, `on the way to ${wanted}`);
    if (at && match(at)) return at;
  }
  throw new Error(`no key press reached ${wanted}`);
}
