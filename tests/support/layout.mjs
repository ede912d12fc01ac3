// What is measured on any page with the widget on it, in its shadow root or without one.

/** Buttons, links and fields smaller than they should be: main controls 44 px, all others 24 px (or spaced). */
export function small(page) {
  return page.evaluate(() => {
    const found = [];
    const look = (root) => {
      for (const host of root.querySelectorAll("*")) if (host.shadowRoot) look(host.shadowRoot);
      for (const each of root.querySelectorAll(".weighup :is(button, input, textarea, select, summary, a[href]), .wu-read button")) {
        if (!each.checkVisibility()) continue;
        // A radio or checkbox is pressed by its label as well.
        const boxes = [each, ...(each.labels ?? [])].map((element) => element.getBoundingClientRect());
        const inLine = each.tagName === "A" && each.closest("p, li, td, dd");
        const least = inLine ? 0 : each.matches("button, input, textarea, select") ? 44 : 24;
        const fits = boxes.some((box) => box.height >= least - 0.5 && box.width >= Math.min(least, 44) - 0.5);
        const name = (each.getAttribute("aria-label") ?? each.innerText ?? each.labels?.[0]?.innerText ?? "").trim().slice(0, 40);
        if (!fits) found.push(`${each.tagName} “${name}” ${Math.round(boxes[0].width)} × ${Math.round(boxes[0].height)}`);
      }
    };
    look(document);
    return found;
  });
}

/** Paragraphs with more than `most` characters on a line. */
export function long(page, most = 75) {
  return page.evaluate((most) => {
    const found = [];
    const look = (root) => {
      for (const host of root.querySelectorAll("*")) if (host.shadowRoot) look(host.shadowRoot);
      for (const each of root.querySelectorAll(".weighup :is(p, li, dd)")) {
        if (!each.checkVisibility() || each.querySelector("p, li, dd, dl, ul, input, textarea, button, svg")) continue;
        const range = document.createRange();
        range.selectNodeContents(each);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 4).map((box) => Math.round(box.bottom / 8))).size;
        // The mean of all lines but the last is what a reader's eye travels; a single line may be a label.
        const text = each.innerText.trim();
        if (lines > 1 && text.length / lines > most) found.push(`${Math.round(text.length / lines)} characters a line: “${text.slice(0, 60)}”`);
      }
    };
    look(document);
    return found;
  }, most);
}

/** Text smaller than `least` pixels, other than in pictures. */
export function tiny(page, least) {
  return page.evaluate((least) => {
    const found = [];
    const look = (root) => {
      for (const host of root.querySelectorAll("*")) if (host.shadowRoot) look(host.shadowRoot);
      for (const each of root.querySelectorAll(".weighup *")) {
        const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || each.closest("svg, .wu-hidden") || !each.checkVisibility()) continue;
        const size = parseFloat(getComputedStyle(each).fontSize);
        if (size < least) found.push(`${size} px: “${each.textContent.trim().slice(0, 40)}”`);
      }
    };
    look(document);
    return [...new Set(found)];
  }, least);
}

/**
 * Words that do not fit where they stand: cut in two although a line has room for each, or over the edge of their box. What is clipped
 * to a point is for screen readers, and an address may break anywhere.
 */
export function spilled(page) {
  return page.evaluate(() => {
    const found = new Set();
    const room = (element) => {
      let at = element;
      while (/^(inline|contents)$/.test(getComputedStyle(at).display)) at = at.parentElement;
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      return { left: box.left + Number.parseFloat(style.paddingLeft), right: box.right - Number.parseFloat(style.paddingRight) };
    };
    const point = (element) => element && ((element.offsetWidth <= 1 && getComputedStyle(element).clipPath !== "none") || point(element.parentElement));
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector(".weighup"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (!node.data.trim() || around.closest(".wu-hidden, svg, [role=status]") || !around.checkVisibility({ visibilityProperty: true }) || point(around)) continue;
      range.selectNodeContents(node);
      const all = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (all.length === 0) continue;
      const { left, right } = room(around);
      const name = `${around.closest("[class]").className}: “${node.data.trim().slice(0, 40)}”`;
      if (all.some((each) => each.right > right + 2 || each.left < left - 2)) found.add(`over the edge of ${name}`);
      if (all.length === 1) continue;
      const addresses = [...node.data.matchAll(/\S+:\/\/\S+/g)].map(({ index, 0: whole }) => [index, index + whole.length]);
      for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{M}\p{Nd}]{2,}/gu)) {
        if (addresses.some(([from, to]) => index >= from && index < to)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
        const wide = parts.reduce((sum, { width }) => sum + width, 0);
        if (new Set(parts.map(({ top }) => Math.round(top))).size > 1 && wide <= right - left) found.add(`“${word}” is cut in two in ${name}`);
      }
    }
    return [...found];
  });
}

/** Words that are broken inside: what stands in two lines without a space or a hyphen where it breaks, or sticks out of its cell. */
export function broken(root) {
  return root.evaluate((host) => {
    const found = [];
    const walk = document.createTreeWalker(host.shadowRoot.querySelector(".weighup"), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const around = node.parentElement;
      if (!around.checkVisibility() || around.closest("textarea")) continue;
      // What is kept for screen readers alone stands in a box of a point.
      let clipped = false;
      for (let up = around; up && !clipped; up = up.parentElement) clipped = up.clientWidth <= 2 && getComputedStyle(up).clipPath !== "none";
      if (clipped) continue;
      for (const { 0: word, index } of node.data.matchAll(/[^\s\-–/]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
        // Beside each other are the parts of a word in two fonts.
        if (boxes.length > 1 && boxes.at(-1).top > boxes[0].bottom - 1) found.push(word);
        const cell = around.closest("th, td")?.getBoundingClientRect();
        if (cell && boxes.some((box) => box.right > cell.right + 1 || box.left < cell.left - 1)) found.push(`${word}, out of its cell`);
      }
    }
    return found;
  });
}
