// What a person sees who has colours of their own (a contrast theme; forced colours): worked out from the colours that the browser
// computes, in any engine.

/**
 * In the page: `{faint, counted}`. `faint` says what has less than it should between itself and its ground: text 4.5 to 1; what is
 * drawn, the edge of a control, the mark of what is chosen and the ring of what has the focus 3 to 1. `counted` is how many of
 * each were looked at.
 */
export const faint = `(root = document) => {
  const problems = new Set();
  const counted = { text: 0, shapes: 0, drawn: 0, edges: 0, chosen: 0, focus: 0 };
  const rgba = (text) => {
    const [kind] = text.split("(");
    const all = (text.match(/-?[\\d.]+(?:e-?\\d+)?%?/g) ?? []).map((each) => (each.endsWith("%") ? Number.parseFloat(each) / 100 : Number(each)));
    if (text === "transparent" || all.length < 3) return [0, 0, 0, 0];
    const rgb = kind === "color" ? all.slice(0, 3).map((each) => each * 255) : all.slice(0, 3);
    return [...rgb, all[3] ?? 1];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((each, at) => each * a + under[at] * (1 - a)).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const probe = document.createElement("div");
  document.body.append(probe);
  probe.style.setProperty("background", "Canvas");
  const canvas = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const grounds = new Map();
  const ground = (element) => {
    if (!element) return canvas;
    if (!grounds.has(element)) grounds.set(element, over(rgba(getComputedStyle(element).backgroundColor), ground(element.parentElement ?? element.getRootNode().host)));
    return grounds.get(element);
  };
  // In a person's own colours an outline of the browser's own, "auto", is drawn in theirs.
  const seen = (colour, under, opacity = 1) => {
    const top = rgba(colour);
    return top[3] * opacity === 0 ? 1 : contrast(over([...top.slice(0, 3), top[3] * opacity], under), under);
  };
  const opacities = new Map();
  const opacity = (element) => {
    if (!element) return 1;
    if (!opacities.has(element)) opacities.set(element, Number(getComputedStyle(element).opacity) * opacity(element.parentElement));
    return opacities.get(element);
  };
  const name = (element) => element.tagName.toLowerCase() + "." + (element.getAttribute("class") ?? "").trim().replace(/\\s+/g, ".");
  const look = (kind, element, best, least) => {
    counted[kind] += 1;
    if (best < least) problems.add(kind + " " + name(element) + ": " + best.toFixed(2) + " to 1");
  };
  const sides = ["Top", "Right", "Bottom", "Left"];
  const borders = (style) => sides.filter((side) => Number.parseFloat(style["border" + side + "Width"]) > 0 && !/none|hidden/.test(style["border" + side + "Style"]))
    .map((side) => style["border" + side + "Color"]);
  const outlined = (style) => (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0 ? [style.outlineColor] : []);
  // What a box without words paints, best first.
  const painted = (style) => [...borders(style), ...outlined(style), style.backgroundColor].filter((colour) => rgba(colour)[3] > 0);
  const best = (colours, under, opaque) => Math.max(...colours.map((colour) => seen(colour, under, opaque)));
  const able = (element) => !element.closest(":disabled, [aria-disabled=true]");

  for (const element of root.querySelectorAll(".weighup, .weighup *")) {
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".wu-hidden")) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    // A browser lays a plate of the ground's colour under words, unless they keep their own colours.
    const plates = style.forcedColorAdjust === "none" ? [ground(element)] : [ground(element), canvas];
    if (own && able(element)) look("text", element, Math.min(...plates.map((plate) => seen(style.color, plate, opacity(element)))), 4.5);
    for (const which of ["::before", "::after"]) {
      const part = getComputedStyle(element, which);
      if (part.content !== '""' || part.display === "none" || part.visibility === "hidden") continue;
      const paints = painted(part);
      if (paints.length) look("drawn", element, best(paints, ground(element), opacity(element) * Number(part.opacity)), 3);
    }
    const control = element.matches("input, textarea, select, button");
    if (!own && !control && element.childElementCount === 0 && element.getBoundingClientRect().width > 0) {
      const paints = painted(style);
      if (paints.length) look("drawn", element, best(paints, ground(element.parentElement), opacity(element)), 3);
    }
    if (control && able(element) && borders(style).length && Number(style.opacity) > 0) {
      look("edges", element, best(borders(style), ground(element.parentElement), opacity(element)), 3);
    }
  }

  for (const svg of root.querySelectorAll(".weighup svg")) {
    const icons = svg.querySelector("pattern") !== null;
    if (!icons && !svg.checkVisibility({ visibilityProperty: true })) continue;
    // A code for a camera brings its own ground, in a colour that is nobody's to change.
    const own = svg.querySelector(".wu-carry__light");
    const under = own ? over(rgba(getComputedStyle(own).fill), ground(svg.parentElement)) : ground(svg.parentElement);
    for (const shape of svg.querySelectorAll("path, rect, circle, line, ellipse, polygon, polyline")) {
      if (shape === own) continue;
      const style = getComputedStyle(shape);
      if (!icons && (shape.getBoundingClientRect().width === 0 || style.display === "none")) continue;
      const parts = [[style.fill, style.fillOpacity], [style.stroke, Number.parseFloat(style.strokeWidth) > 0 ? style.strokeOpacity : 0]]
        .filter(([paint, opaque]) => paint !== "none" && !paint.startsWith("url") && Number(opaque) > 0);
      if (parts.length) look("shapes", shape.getAttribute("class") ? shape : svg, Math.max(...parts.map(([paint, opaque]) => seen(paint, under, opacity(shape) * Number(opaque)))), 3);
    }
  }

  // What tells chosen from not chosen: another ground, an edge of another width, a mark that is there or not.
  const state = (element) => [element, element.nextElementSibling].filter((each) => each?.namespaceURI === "http://www.w3.org/1999/xhtml").map((each) => {
    const style = getComputedStyle(each);
    const mark = getComputedStyle(each, "::before");
    return { under: ground(each), around: ground(each.parentElement), edges: borders(style).length && sides.map((side) => style["border" + side + "Width"]).join(),
      colours: borders(style), mark: mark.content === '""' && mark.display !== "none" ? painted(mark) : [] };
  });
  const told = (on, off) => Math.max(...on.flatMap((each, at) => {
    const other = off[at];
    return [contrast(each.under, other.under), each.edges !== other.edges ? best(each.colours, each.around) : 1,
      each.mark.length > other.mark.length ? best(each.mark, each.under) : 1];
  }));
  for (const element of root.querySelectorAll(".weighup :is(input:checked, [aria-pressed=true])")) {
    if (!element.checkVisibility()) continue;
    const turn = (to) => { grounds.clear(); if (element.matches("input")) element.checked = to; else element.setAttribute("aria-pressed", String(to)); };
    turn(true);
    const on = state(element);
    turn(false);
    const off = state(element);
    turn(true);
    look("chosen", element, told(on, off), 3);
  }

  for (const element of root.querySelectorAll(".weighup :is(button, input, textarea, select, summary, a[href])")) {
    if (!element.checkVisibility() || element.disabled) continue;
    element.focus({ focusVisible: true, preventScroll: true });
    grounds.clear();
    if ((root.activeElement ?? document.activeElement) !== element) continue;
    const rings = [element, element.nextElementSibling].filter(Boolean).flatMap((each) => {
      const style = getComputedStyle(each);
      return outlined(style).length && Number.parseFloat(style.outlineWidth) >= 2 ? [seen(style.outlineColor, ground(each.parentElement))] : [];
    });
    look("focus", element, Math.max(1, ...rings), 3);
    element.blur();
  }
  return { faint: [...problems], counted };
}`;

/** The looks are told apart by their grounds: in a person's own colours none of the page's is there. */
export const none = { text: 0, shapes: 0, drawn: 0, edges: 0, chosen: 0, focus: 0 };
export const sum = (a, b) => Object.fromEntries(Object.keys(a).map((kind) => [kind, a[kind] + b[kind]]));
