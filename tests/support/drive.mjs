// The shortest way through the widget, as code that runs inside a page, so that any engine can walk it.

/** Becomes `window.drive` in the page. */
export function drive() {
  const inside = () => document.querySelector("weighup-aid")?.shadowRoot;
  const seen = (element) => element.getClientRects().length > 0;
  const label = (element) => (element.getAttribute("aria-label") ?? element.innerText ?? "").trim();
  const all = (selector) => [...(inside()?.querySelectorAll(selector) ?? [])].filter(seen);
  const named = (selector, text) => all(selector).find((element) => label(element).startsWith(text));
  window.drive = {
    // Of a step that is there whole.
    heading: () => (all(".wu-step--begun").length > 0 ? "" : all("h1")[0]?.innerText.trim() ?? ""),
    words: () => all(":host > *, *").map((element) => [...element.childNodes]
      .filter((node) => node.nodeType === 3).map((node) => node.data).join("")).join(" "),
    // The row of an outcome in the table at a glance: what is heard of it too.
    row: (text) => all(".wu-matrix__row").find((row) => label(row.querySelector("th button")).startsWith(text))?.textContent ?? "",
    press: (text) => {
      const found = named("button", text);
      found?.click();
      return Boolean(found);
    },
    choose: (text) => {
      const found = [...(inside()?.querySelectorAll("input[type=radio]") ?? [])]
        .find((input) => [...input.labels].some((each) => each.innerText.trim().startsWith(text)));
      found?.click();
      return Boolean(found?.checked);
    },
  };
  return true;
}

/**
 * The walk: About to Compare (a number), Weigh, How they fit. `run(source)` evaluates an expression in the page,
 * `until` waits for a check, `expected` is what Compare must show for an outcome.
 */
export async function walk(run, until, expected) {
  const at = (heading) => until(async () => (await run("drive.heading()")) === heading, `the step “${heading}”`);
  const press = (text) => until(() => run(`drive.press(${JSON.stringify(text)})`), `the button “${text}”`);
  await at("About this decision aid");
  for (const [next, heading] of [
    ["What matters", "What matters to you?"], ["The choice", "The choice"], ["Options", "Your options"],
    ["What may happen", "Compare what may happen"],
  ]) {
    await press(`Next: ${next}`);
    await at(heading);
  }
  const shown = await run(`drive.row(${JSON.stringify(expected.name)})`);
  for (const cell of expected.cells) {
    const words = new RegExp(`(?<!\\d)${cell.said}\\s+of every\\s+${cell.n}(?!\\d)`);
    if (!words.test(shown)) throw new Error(`Compare does not show ${words} for ${cell.name}: ${shown.slice(0, 600)}`);
  }
  await press("Next: Weigh up");
  await at("Weigh up what matters");
  await until(() => run(`drive.choose(${JSON.stringify(expected.name)})`), "choosing what matters most");
  await press("Next: How they fit");
  await at("How the options fit what you told us");
  await until(async () => !/being worked out/.test(await run("drive.words()")), "the fit, worked out");
  return run("drive.words()");
}
