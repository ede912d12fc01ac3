// A picture of people to keep: drawn from the counts and sentences on screen, with its caption and its source in it.
// Nothing is fetched and nothing is decoded: the same steps make a drawing (SVG) or points (PNG).
import { toFile } from "./files.js";

const INK = "#17212b";
const SOFT = "#465360";
const ACCENT = "#0d5a60";
const FONT = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
const WIDE = 640;
const EDGE = 32;

// What each kind of line looks like: size, weight, ink, space before.
const LINES = {
  heading: [26, 700, INK, 0],
  option: [21, 700, INK, 14],
  count: [44, 700, INK, 6],
  of: [18, 400, INK, 2],
  line: [17, 400, INK, 6],
  soft: [14, 400, SOFT, 8],
};

const person = "m10 2.4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zm-5.8 17.6v-4a5.8 5.8 0 0 1 11.6 0v4z";
const square = "m.7 .7h3.6v3.6h-3.6z";
// Half of an icon is solid where the studies are not sure.
const half = { [person]: "m10 2.4a3.8 3.8 0 0 0 0 7.6zm0 7.8a5.8 5.8 0 0 0 -5.8 5.8v4h5.8z", [square]: "m.7 .7v3.6h3.6z" };
const tile = { [person]: "m1 .8h18v21.4h-18zm-1-.8", [square]: "m.4 .4h4.2v4.2h-4.2zm-.4-.4" };
const dot = "m1.7 1.7h1.6v1.6h-1.6z";

/** The shapes of one icon: path, whether filled, ink. */
function shapes(state, shape) {
  const inner = shape === square ? dot : shape;
  return {
    certain: [[shape, true, INK]],
    band: [[half[shape], true, INK], [shape, false, INK]],
    rest: [[shape, false, SOFT]],
    added: [[tile[shape] + inner, true, ACCENT]],
    taken: [[tile[shape], false, ACCENT], [inner, false, ACCENT]],
  }[state] ?? [];
}

/** Pairs of kind and text, as the widget gives them, laid out: texts and icons with their places. */
function layOut(pairs, rtl, measure) {
  const [texts, icons] = [[], []];
  let y = EDGE;
  const text = (words, [size, weight, ink, before], from = 0) => {
    y += before;
    let line = "";
    const put = () => {
      y += size * 1.3;
      texts.push({ words: line, size, weight, ink, x: rtl ? WIDE - EDGE - from : EDGE + from, y: y - size * 0.3 });
    };
    for (const word of words.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && measure(longer, size, weight) > WIDE - 2 * EDGE - from) {
        put();
        line = word;
      } else {
        line = longer;
      }
    }
    put();
  };
  const icon = (state, shape, scale, x, top) => {
    const wide = (shape === square ? 5 : 20) * scale;
    icons.push({ parts: shapes(state, shape), scale, x: rtl ? WIDE - x - wide : x, y: top, line: shape === square ? 0.5 : 1.1 });
  };
  let shape = person;
  for (const [kind, words] of pairs) {
    if (kind === "icons") {
      const [row, ...states] = words.split(" ");
      const perRow = Number(row);
      const all = [];
      for (let at = 0; at < states.length; at += 2) all.push(...Array(Number(states[at + 1])).fill(states[at]));
      shape = perRow > 10 ? square : person;
      const [width, height, group, gap] = shape === square ? [5, 5, 10, 3] : [20, 23, 5, 5];
      const place = (at, step) => at * step + Math.floor(at / group) * gap;
      const scale = shape === person ? 1.4 : (WIDE - 2 * EDGE) / (place(perRow - 1, width) + width);
      const rows = Math.ceil(all.length / perRow);
      const bottom = place(rows - 1, height);
      y += 14;
      all.forEach((state, at) => {
        const [column, up] = [at % perRow, Math.floor(at / perRow)];
        icon(state, shape, scale, EDGE + place(column, width) * scale, y + (bottom - place(up, height)) * scale);
      });
      y += (bottom + height) * scale + 8;
    } else if (LINES[kind]) {
      text(words, LINES[kind]);
    } else {
      const scale = shape === square ? 3.2 : 0.9;
      icon(kind, shape, scale, EDGE, y + 5);
      text(words, LINES.line, 28);
    }
  }
  return { texts, icons, high: Math.ceil(y + EDGE) };
}

/** The drawing as a text. */
export function svg(pairs, lang, rtl, measure) {
  const { texts, icons, high } = layOut(pairs.filter(([kind]) => !about.includes(kind)), rtl, measure);
  const safe = (words) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const found = (kind) => safe(pairs.find(([known]) => known === kind)?.[1] ?? "");
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${safe(lang)}" lang="${safe(lang)}" role="img" aria-labelledby="t d" `
    + `width="${WIDE}" height="${high}" viewBox="0 0 ${WIDE} ${high}" font-family="${FONT}"${rtl ? " direction=\"rtl\"" : ""}>`,
    `<title id="t">${found("heading")}: ${found("option")}</title><desc id="d">${found("desc")}</desc>`,
    `<rect width="${WIDE}" height="${high}" fill="#fff"/>`,
  ];
  for (const { parts, scale, x, y, line } of icons) {
    const to = `transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(3)})"`;
    for (const [path, filled, ink] of parts) {
      out.push(`<path ${to} d="M0 0${path}" fill-rule="evenodd" fill="${filled ? ink : "none"}" stroke="${ink}" stroke-width="${filled && path.includes("h18") ? 0 : line}"/>`);
    }
  }
  for (const { words, size, weight, ink, x, y } of texts) {
    out.push(`<text x="${x}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${ink}">${safe(words)}</text>`);
  }
  return `${out.join("\n")}\n</svg>\n`;
}

// Lines that are not drawn.
const about = ["format", "file", "desc"];

/** The same on a canvas, at twice the size. */
function draw(canvas, pairs, rtl, measure) {
  const { texts, icons, high } = layOut(pairs.filter(([kind]) => !about.includes(kind)), rtl, measure);
  canvas.width = 2 * WIDE;
  canvas.height = 2 * high;
  const ink = canvas.getContext("2d");
  ink.scale(2, 2);
  ink.fillStyle = "#fff";
  ink.fillRect(0, 0, WIDE, high);
  for (const { parts, scale, x, y, line } of icons) {
    ink.save();
    ink.translate(x, y);
    ink.scale(scale, scale);
    ink.lineWidth = line;
    for (const [path, filled, colour] of parts) {
      const outline = new Path2D(`M0 0${path}`);
      ink.fillStyle = colour;
      ink.strokeStyle = colour;
      if (filled) ink.fill(outline, "evenodd");
      else ink.stroke(outline);
    }
    ink.restore();
  }
  ink.direction = rtl ? "rtl" : "ltr";
  ink.textAlign = "start";
  for (const { words, size, weight, ink: colour, x, y } of texts) {
    ink.font = `${weight} ${size}px ${FONT}`;
    ink.fillStyle = colour;
    ink.fillText(words, x, y);
  }
}

/** Gives the person the picture as a file; rejects where the browser cannot draw it. */
export async function savePicture(flat, lang, rtl) {
  const pairs = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at], flat[at + 1]]);
  const [format, file] = ["format", "file"].map((kind) => pairs.find(([known]) => known === kind)?.[1] ?? "");
  const name = `${file}.${format.toLowerCase()}`;
  const canvas = document.createElement("canvas");
  const ruler = canvas.getContext("2d");
  const measure = (words, size, weight) => {
    ruler.font = `${weight} ${size}px ${FONT}`;
    return ruler.measureText(words).width;
  };
  if (format === "SVG") {
    toFile(name, svg(pairs, lang, rtl, measure), "image/svg+xml");
  } else {
    draw(canvas, pairs, rtl, measure);
    const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!drawn) throw new Error("the browser made no picture");
    toFile(name, drawn);
  }
  return name;
}
