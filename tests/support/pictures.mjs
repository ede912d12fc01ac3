// What a picture on screen counts, read from its outlines and not from what the widget says about it.

/** In the page: people of each state in a picture. Every outline is a rectangle around whole cells of the grid. */
export const counting = `(svg) => {
  const [, , width] = svg.getAttribute("viewBox").split(" ").map(Number);
  const [cell, tall, group, gap] = width === 205 ? [20, 23, 5, 5] : [5, 5, 10, 3];
  // How many whole cells with their gaps a length spans; anything else is NaN.
  const cells = (length, step) => {
    for (let count = 1; count <= 100; count += 1) {
      for (let gaps = Math.floor((count - 1) / group); gaps <= Math.floor((count - 1) / group) + 1; gaps += 1) {
        if (count * step + gaps * gap === length) return count;
      }
    }
    return NaN;
  };
  const found = {};
  for (const path of svg.querySelectorAll("path")) {
    const kind = /icon-(\\w+)-\\d+\\)$/.exec(path.getAttribute("fill"))[1];
    const d = path.getAttribute("d") ?? "";
    const rectangles = [...d.matchAll(/M\\d+ \\d+h(\\d+)v(\\d+)h-(\\d+)z/g)];
    if (rectangles.map(([all]) => all).join("") !== d) return null;
    found[kind] = rectangles.reduce((sum, [, wide, high]) => sum + cells(Number(wide), cell) * cells(Number(high), tall), 0);
  }
  return { label: svg.getAttribute("aria-label") ?? "", ...found };
}`;
