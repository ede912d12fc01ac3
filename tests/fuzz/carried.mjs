// Hostile input for what carries answers to another device: links, the codes of a link, and files, open and locked. `cargo xtask fuzz
// carried` runs it with the numbers that it reads from its environment.
//
// Whatever is damaged is refused by one of the names that the page has a sentence for, or gives the very text that left; the codes of a
// link are put together in any order, and never out of two links.
import { CarryError, Pieces, carriedBy, carriedIn, codesOf, fileOfAnswers, linkTo } from "../../pkg/js/lib/carry.js";

const WHYS = ["cut", "changed", "large", "foreign", "newer", "passphrase", "unable", "other-code"];
const MARK = "#weighup-open=";
const PAGE = "https://aids.example.org/prostate/";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ODD = ["", " ", "=", "%", "\u0000", "é", "\u202e", "😀", "AAAA", "____", ".", "#weighup-part=1.1.00000000.A"];
/** A locked one takes a tenth of a second to open: one of so many is. */
const LOCKED = 400;

/** Numbers that follow from a seed and the number of an input alone (mulberry32, which is in the public domain). */
function draws(seed, number) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end) => next() % Math.max(end, 1);
  return { below, oneIn: (of) => below(of) === 0, of: (all) => all[below(all.length)] };
}

/** Answers of a length that is drawn, with letters of several scripts. */
function answers({ below, of }) {
  const words = Array.from({ length: below(400) }, () => of(["garden", "سلام", "é", "\\n", "😀", "ß", "24", " ", "\\u202e", "–"]));
  return JSON.stringify({ aid: "made-up", format: 5, words: words.join("") });
}

/** One to four pieces of damage to a text. */
function damaged(draw, text) {
  let out = text;
  for (let pieces = 1 + (draw.oneIn(3) ? draw.below(4) : 0); pieces > 0; pieces -= 1) {
    const at = draw.below(out.length + 1);
    const end = Math.min(at + draw.below(60), out.length);
    out = [
      () => out.slice(0, at) + draw.of(LETTERS) + out.slice(at + 1),
      () => out.slice(0, at),
      () => out.slice(0, at) + out.slice(end),
      () => out.slice(0, at) + out.slice(at, end) + out.slice(at),
      () => out.slice(0, at) + draw.of(ODD) + out.slice(at),
      () => out.slice(0, at) + out.slice(at, end).toUpperCase() + out.slice(end),
      () => out.slice(end) + out.slice(0, end),
    ][draw.below(7)]();
  }
  return out;
}

/** What is opened, as text; what is refused, as its name. */
async function opened(read, passphrase) {
  try {
    const carried = read();
    if (carried === null) return { refused: "not whole" };
    return { text: await carried.open(passphrase) };
  } catch (error) {
    if (error instanceof CarryError && WHYS.includes(error.why)) return { refused: error.why };
    return { wrong: `${error?.name}: ${error?.message}` };
  }
}

const without = (text) => text?.replace(/"saved":"[^"]*",/, "");

/** A link as it is, or damaged. */
async function ofLink(draw) {
  const left = answers(draw);
  const passphrase = draw.oneIn(LOCKED) ? "a passphrase" : "";
  const link = await linkTo(left, passphrase, PAGE);
  const letters = link.slice(link.indexOf(MARK) + MARK.length);
  const given = draw.oneIn(4) ? letters : damaged(draw, letters);
  return { left, given, came: await opened(() => carriedBy(given), passphrase) };
}

/** The codes of a link in any order, some twice, some missing, some damaged, some of another link. */
async function ofCodes(draw) {
  const left = answers(draw);
  const codes = codesOf(await linkTo(left, "", PAGE));
  const whole = draw.oneIn(3);
  const others = whole || !draw.oneIn(3) ? [] : codesOf(await linkTo(answers(draw), "", PAGE));
  let given = [...codes, ...others].map((code) => [draw.below(1_000_000), code]).sort(([one], [other]) => one - other).map(([, code]) => code);
  if (!whole) given = given.filter(() => !draw.oneIn(6)).map((code) => (draw.oneIn(5) ? damaged(draw, code) : code));
  const read = () => {
    const pieces = new Pieces();
    for (const code of given) {
      const found = pieces.take(code);
      if (found !== null) return carriedBy(found);
    }
    return null;
  };
  // Codes of one link alone may be those of the other.
  const also = others.length > 0;
  return { left, given: given.join("\n"), came: await opened(read, ""), also };
}

/** A locked file, damaged. What is not locked is read as it stands, and core looks at it. */
async function ofFile(draw) {
  const left = answers(draw);
  const file = await fileOfAnswers(left, "a passphrase");
  const given = damaged(draw, file);
  const came = await opened(() => {
    const carried = carriedIn(given);
    return carried.locked ? carried : null;
  }, "a passphrase");
  return { left, given, came };
}

const number = (name, otherwise) => Number(process.env[name] || otherwise);
const [seed, from, seconds] = [number("WEIGHUP_SEED", 1), number("WEIGHUP_FROM", 0), number("WEIGHUP_FOR", 0)];
const executions = number("WEIGHUP_EXECUTIONS", 1000);
const begun = performance.now();
let [tried, accepted, found, slowest] = [0, 0, 0, 0];
for (let at = from; at < from + executions && found < 10; at += 1) {
  if (seconds > 0 && performance.now() - begun > seconds * 1000) break;
  const draw = draws(seed, at);
  const start = performance.now();
  const kind = draw.oneIn(LOCKED) ? ofFile : draw.of([ofLink, ofLink, ofCodes]);
  const { left, given, came, also } = await kind(draw);
  slowest = Math.max(slowest, performance.now() - start);
  tried += 1;
  const wrong = came.wrong ?? (came.text !== undefined && without(came.text) !== left && !also ? "it was taken for other answers" : undefined);
  if (wrong) {
    found += 1;
    console.log(`input ${at} of seed ${seed}: ${wrong}\n---\n${given}\n---`);
  } else if (came.text !== undefined) accepted += 1;
}
console.log(`fuzz carried executions ${tried} accepted ${accepted} found ${found} slowest_ms ${Math.round(slowest)} seconds ${Math.round((performance.now() - begun) / 1000)}`);
process.exit(found > 0 || accepted === 0 ? 1 : 0);
