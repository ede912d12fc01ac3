// The workloads that are timed in WebAssembly, with a plain typed-array JavaScript baseline beside them. Six options, six
// outcomes, one thread; the same figures as the native benchmark. Runs in Node and in a page: nothing is imported.

const SIZE = 6;
const OPTIONS = ["p0", "p1", "p2", "p3", "p4", "p5"];
const OUTCOMES = ["o0", "o1", "o2", "o3", "o4", "o5"];

const figure = (option, outcome) => ((option * 7 + outcome * 5 + ((option * outcome * 3) % 11)) % 17) / 16;

/** The workloads as problems, each with its baseline where there is one. */
export function workloads(draws) {
  const problem = (cell, outside, weights) => ({
    outcomes: OUTCOMES.map((id) => ({ id, better: "higher", range: [0, 1], outside })),
    options: OPTIONS,
    cells: Object.fromEntries(
      OUTCOMES.map((id, j) => [id, Object.fromEntries(OPTIONS.map((o, i) => [o, cell(figure(i, j))]))]),
    ),
    weights, draws, seed: 1, how: "draws",
  });
  const bounds = OUTCOMES.slice(1).map((id, j) => ({ ratio: [OUTCOMES[j], id, 1, 3] }));
  const normal = (x) => ({ normal: [x, 0.1] });
  return [
    { name: "exact values, any weights", problem: problem((x) => x, "clip", { any: true }), baseline: () => baseline(draws, 0, false) },
    { name: "36 normal figures, any weights", problem: problem(normal, "extrapolate", { any: true }), baseline: () => baseline(draws, 0.1, false) },
    { name: "36 normal figures, clipped", problem: problem(normal, "clip", { any: true }), baseline: () => baseline(draws, 0.1, true) },
    { name: "exact values, five ratio bounds", problem: problem((x) => x, "clip", { statements: bounds }) },
  ];
}

/** The same analysis written plainly: weights from exponentials, values, places, central weights. */
export function baseline(draws, sd, clip) {
  const n = SIZE;
  const m = SIZE;
  const mean = new Float64Array(n * m);
  for (let i = 0; i < m; i += 1) for (let j = 0; j < n; j += 1) mean[i * n + j] = figure(i, j);
  const w = new Float64Array(n);
  const total = new Float64Array(m);
  const places = new Uint32Array(m * m);
  const wins = new Uint32Array(m * m);
  const central = new Float64Array(m * n);
  let spare = NaN;
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const z = spare;
      spare = NaN;
      return z;
    }
    let x, y, s;
    do {
      x = 2 * Math.random() - 1;
      y = 2 * Math.random() - 1;
      s = x * x + y * y;
    } while (s >= 1 || s === 0);
    const f = Math.sqrt((-2 * Math.log(s)) / s);
    spare = y * f;
    return x * f;
  };
  for (let d = 0; d < draws; d += 1) {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += w[j] = -Math.log(1 - Math.random());
    for (let j = 0; j < n; j += 1) w[j] /= sum;
    for (let i = 0; i < m; i += 1) {
      let t = 0;
      for (let j = 0; j < n; j += 1) {
        let v = sd > 0 ? mean[i * n + j] + sd * normal() : mean[i * n + j];
        if (clip) v = v < 0 ? 0 : v > 1 ? 1 : v;
        t += w[j] * v;
      }
      total[i] = t;
    }
    for (let i = 0; i < m; i += 1) {
      let above = 0;
      for (let k = 0; k < m; k += 1) {
        if (total[k] > total[i]) above += 1;
        else if (total[k] < total[i]) wins[i * m + k] += 1;
      }
      places[i * m + above] += 1;
      if (above === 0) for (let j = 0; j < n; j += 1) central[i * n + j] += w[j];
    }
  }
  return places[0] + wins[1] + central[0];
}

/** Milliseconds: of this process alone where it can be told, so that other work on the machine does not count. */
function now() {
  if (globalThis.process?.cpuUsage === undefined) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Best of many runs, in milliseconds: as many as asked for, and for half a second at least, as a browser takes its time to
 * compile what runs often for speed.
 */
export async function best(times, run) {
  let least = Infinity;
  const begun = performance.now();
  for (let k = 0; k < times || performance.now() - begun < 500; k += 1) {
    const start = now();
    await run();
    least = Math.min(least, now() - start);
  }
  return least;
}

/** Times that everything is measured: other work on the machine comes in spells of seconds. */
const ROUNDS = 4;

/**
 * Every workload with `compute`: name, nanoseconds a draw, and the baseline's where there is one, in the same run. Last the
 * whole result of `aid`, in milliseconds.
 */
export async function measure(compute, aid, draws = 100_000) {
  const each = (milliseconds) => (milliseconds * 1e6) / draws;
  const rows = workloads(draws).map(({ name, problem, baseline: plain }) => (
    { name, text: JSON.stringify(problem), plain, engine: Infinity, script: plain && Infinity }
  ));
  let whole = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of rows) {
      row.engine = Math.min(row.engine, each(await best(30, () => compute(row.text))));
      if (row.plain) row.script = Math.min(row.script, each(await best(2, row.plain)));
    }
    whole = Math.min(whole, await best(100, () => compute(aid)));
  }
  return { rows: rows.map(({ name, engine, script }) => ({ name, engine, script })), whole };
}
