// Answers that a person could give to an aid, as the actions they would take and as what they come to: all the same, one item first, an order
// with a tie, comparisons, points shared out, with a concern of one's own, with options ruled out, and in percent.
import { questionsOf } from "./figures.mjs";
import { Saying } from "./sentences.mjs";
import { past } from "./fit-sentences.mjs";

const OUTCOME = (item) => ({ outcome: item.outcome.id });
const OWN = { concern: "own-1" };

/** One group of each question: every one in turn. */
function groupings(aid) {
  return questionsOf(aid).reduce((before, groups) => before.flatMap((chosen) => groups.map((group) => [...chosen, group])), [[]]);
}

/** Points in tens, from what comes first: the others by turns, one of them nothing. */
const turns = [100, 50, 20, 80, 0, 60, 30, 90, 10, 70, 40];

function swing(whats, points) {
  const first = points.indexOf(100);
  return [
    { weigh: { "choose-first": whats[first] } },
    ...whats.flatMap((what, at) => (at === first ? [] : [{ weigh: { "set-points": [what, points[at]] } }])),
  ];
}

/** Comparisons that agree: the most important 9 times the least, the rest by turns 3 from both, with the most, or with the least. */
function compared(whats) {
  const [best, worst] = [0, whats.length - 1];
  const best_to = whats.map((_, at) => (at === best ? 1 : at === worst ? 9 : [3, 1, 9][at % 3]));
  const to_worst = best_to.map((times) => 9 / times);
  const actions = [
    { weigh: { "choose-best": whats[best] } }, { weigh: { "choose-worst": whats[worst] } },
    ...whats.flatMap((what, at) => (at === best ? [] : [{ weigh: { "set-times": [whats[best], what, best_to[at]] } }])),
    ...whats.flatMap((what, at) => (at === best || at === worst ? [] : [{ weigh: { "set-times": [what, whats[worst], to_worst[at]] } }])),
  ];
  return { actions, answers: { method: "best-worst", best, worst, best_to, to_worst } };
}

/** 100 points in fives, more for what comes later. */
function shared(whats) {
  const parts = whats.map((_, at) => 5 * (1 + (at % 3)));
  parts[parts.length - 1] += 100 - parts.reduce((a, b) => a + b, 0);
  return parts[parts.length - 1] > 0 ? parts : undefined;
}

/** A limit that rules out the worst option of some outcome and leaves another: what is asked on Weigh up. */
function limit(opinion, items) {
  for (const { outcome, row } of items) {
    if (outcome.amount || outcome.level || outcome.better !== "lower") continue;
    const cells = opinion.aid.option.map(({ id }) => row.cells[id]).filter((cell) => cell.is === "people");
    const n = opinion.denominator(outcome);
    for (let count = 1; count < n; count += Math.max(1, Math.floor(n / 200))) {
      const out = cells.filter((cell) => past(opinion, outcome, cell, count)).length;
      if (out > 0 && out < opinion.aid.option.length && out < cells.length) return { outcome: outcome.id, count };
    }
  }
  return undefined;
}

/** Every set of answers to an aid. */
export function answered(opinion) {
  const { aid } = opinion;
  const all = groupings(aid);
  const made = [];
  const add = (name, make, percent = false) => {
    const groups = all[made.length % all.length];
    const { items } = opinion.weighed(new Saying(percent), groups);
    if (!items.length) return;
    const whats = items.map(OUTCOME);
    const found = make(whats, items);
    if (!found) return;
    const actions = [
      ...groups.map((group) => ({ about: { "choose-group": group } })), ...(percent ? [{ show: { "say-chances": "percent" } }] : []), ...found.actions,
    ];
    made.push({ aid: aid.id, name, actions, answers: { ...found.answers, groups }, percent });
  };
  const points = (whats, given) => ({ actions: swing(whats, given), answers: { method: "swing", points: given } });
  add("all the same", (whats) => points(whats, whats.map(() => 100)));
  add("the first alone", (whats) => points(whats, whats.map((_, at) => (at === 0 ? 100 : 10))));
  add("the last first", (whats) => points(whats, whats.map((_, at) => turns[(whats.length - 1 - at) % turns.length])), true);
  add("an order", (whats) => {
    const order = whats.map((_, at) => [at]).reverse();
    // Two stand together.
    if (order.length > 2) order.splice(1, 2, [...order[1], ...order[2]]);
    return { actions: [{ weigh: { "rank-all": order.map((level) => level.map((at) => whats[at])) } }], answers: { method: "ranking", order } };
  });
  add("most and least", (whats) => (whats.length > 1 ? compared(whats) : undefined));
  add("points shared", (whats) => {
    const given = shared(whats);
    return given && { actions: whats.map((what, at) => ({ weigh: { share: [what, given[at]] } })), answers: { method: "points", points: given } };
  });
  add("a concern of one’s own", (whats) => {
    const ratings = Object.fromEntries(aid.option.map(({ id }, at) => [id, (at * 3 + 1) % 5]));
    const given = [...whats.map((_, at) => turns[(at + 1) % turns.length]), 100];
    const found = points([...whats, OWN], given);
    return {
      actions: [
        { own: { "add-concern": "Being near home" } }, ...Object.entries(ratings).map(([option, rating]) => ({ own: { "rate-concern": ["own-1", option, rating] } })),
        ...found.actions,
      ],
      answers: { ...found.answers, concern: { words: "Being near home", ratings } },
    };
  });
  add("an option ruled out", (whats) => {
    const found = points(whats, whats.map((_, at) => turns[at % turns.length]));
    const option = aid.option[0].id;
    return { actions: [...found.actions, { own: { "toggle-deal-breaker": { option } } }], answers: { ...found.answers, out: [{ option }] } };
  });
  add("ruled out by a limit", (whats, items) => {
    const given = limit(opinion, items);
    const found = points(whats, whats.map((_, at) => turns[at % turns.length]));
    return given && { actions: [...found.actions, { own: { "toggle-deal-breaker": { limit: given } } }], answers: { ...found.answers, out: [{ limit: given }] } };
  });
  // Every group has been asked about, however many there are.
  while (made.length && made.length < all.length) add(`all the same, group ${made.length}`, (whats) => points(whats, whats.map(() => 100)));
  return made;
}
