// What a test asks of a page with the element on it.

/** Waits until the element has its widget on screen, and returns the text of its shadow root. */
export async function shown(page, selector = "weighup-aid") {
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup h1"),
    selector,
    { timeout: 20_000 },
  );
  return text(page, selector);
}

/** The text in the shadow root, without the fallback. */
export const text = (page, selector = "weighup-aid") =>
  page.evaluate((selector) => document.querySelector(selector).shadowRoot.textContent, selector);

/** Keeps what the element tells, from before it is there: `await events(page)` gives `[[name, detail, id]]`. */
export async function listen(page) {
  await page.addInitScript(() => {
    window.heard = [];
    for (const name of ["weighup-ready", "weighup-step", "weighup-error"]) {
      document.addEventListener(name, (event) => window.heard.push([name, event.detail, event.target.id]));
    }
  });
}

export const events = (page) => page.evaluate(() => window.heard);
