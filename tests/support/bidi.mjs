// In which order words stand on screen, where people's own words run in another direction than the page.

/**
 * Every text on screen around own words, `theirs` (found without the marks of isolates): `{text, written, seen}`, where
 * `written` is the words in the order of the text and `seen` in the order they stand on screen, from the start of each line.
 * Own words are one "□" in both. `bare` takes the isolates out first, as if there were none.
 */
export const around = (root, theirs, bare = false) => root.evaluate((host, { theirs, bare }) => {
  const isolates = /[\u2066-\u2069]/g;
  const blocks = "li, p, dd, h2, h3, legend, button, label, summary, td, th, .wu-notes__words";
  const holds = (element) => theirs.some((words) => element.textContent.includes(words));
  const found = [...host.shadowRoot.querySelectorAll(`.weighup :is(${blocks})`)].filter((element) =>
    element.checkVisibility() && !element.closest(".wu-hidden") && holds(element)
      && ![...element.querySelectorAll(blocks)].some(holds));
  return found.map((element) => {
    const rtl = getComputedStyle(element).direction === "rtl";
    const nodes = [];
    for (const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); walk.nextNode();) nodes.push(walk.currentNode);
    if (bare) for (const node of nodes) node.data = node.data.replace(isolates, "");
    // Numerals stand in elements of their own: own words may run over several texts.
    const whole = nodes.map(({ data }) => data).join("");
    const own = theirs.flatMap((words) => [...whole.matchAll(RegExp(RegExp.escape?.(words) ?? words.replace(/[()?.+*[\]]/g, "\\$&"), "g"))]
      .map(({ index }) => [index, index + words.length]));
    let start = 0;
    const words = nodes.flatMap((node) => {
      const from = start;
      start += node.data.length;
      return [...node.data.matchAll(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}\p{Cf}]/gu)].map(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        const mine = own.some(([first, end]) => from + index >= first && from + index < end);
        return { word: mine ? "□" : word, left, right, middle: top + height / 2 };
      });
    });
    // Words that stand at about one height are on one line.
    const line = parseFloat(getComputedStyle(element).fontSize) / 2;
    const lines = [];
    for (const word of words) {
      const at = lines.find((known) => Math.abs(known[0].middle - word.middle) < line);
      if (at) at.push(word);
      else lines.push([word]);
    }
    lines.sort((a, b) => a[0].middle - b[0].middle);
    for (const each of lines) each.sort((a, b) => (rtl ? b.right - a.right : a.left - b.left));
    const said = (list) => list.map(({ word }) => word).filter((word, at, all) => word !== "□" || all[at - 1] !== "□").join(" ");
    return { text: whole, written: said(words), seen: said(lines.flat()) };
  });
}, { theirs, bare });
