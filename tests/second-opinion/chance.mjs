// Numbers drawn at random, by other means than the product's: a generator, and gamma, beta and normal numbers made from it. Two
// implementations that draw by different methods agree on shares of draws only as far as both are right.

/** Uniform numbers from 0 to 1, the same ones for a seed: xorshift128+ in 32-bit parts (Marsaglia 2003). */
export function generator(seed) {
  let x = seed >>> 0 || 1;
  let y = 362436069;
  let z = 521288629;
  let w = 88675123;
  const next = () => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return (w + 0.5) / 4294967296;
  };
  for (let i = 0; i < 40; i += 1) next();
  return next;
}

/** Polar method (Marsaglia and Bray 1964). */
export function normal(random) {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Marsaglia and Tsang 2000; below a shape of 1 by the power of a uniform number. */
export function gamma(random, shape) {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function beta(random, a, b) {
  const x = gamma(random, a);
  return x / (x + gamma(random, b));
}

/** Weights that sum to 1, evenly from all of them: gaps between exponential numbers. */
export function flat(random, n) {
  const parts = Array.from({ length: n }, () => -Math.log(random()));
  const all = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / all);
}

/**
 * Weights evenly from those that sum to 1 and keep every bound `w[more] <= most * w[less]`, `[more, less, most]`: from a point inside,
 * each step to a point drawn evenly from the chord along a direction of its own, at random (Smith 1984).
 */
export function* walk(random, from, bounds) {
  const n = from.length;
  const w = Float64Array.from(from);
  const direction = new Float64Array(n);
  const more = Int32Array.from(bounds, (bound) => bound[0]);
  const less = Int32Array.from(bounds, (bound) => bound[1]);
  const most = Float64Array.from(bounds, (bound) => bound[2]);
  const free = from.filter((weight) => weight > 0).length;
  for (;;) {
    for (let step = 0; step < free + 2; step += 1) {
      // As wide as each was at first, so that small weights move too; never as wide as they are now, which would favour some places.
      let mean = 0;
      for (let at = 0; at < n; at += 1) mean += direction[at] = from[at] > 0 ? normal(random) * from[at] : 0;
      let low = -Infinity;
      let high = Infinity;
      for (let at = 0; at < n; at += 1) {
        direction[at] -= mean * from[at];
        if (direction[at] < 0) high = Math.min(high, -w[at] / direction[at]);
        else if (direction[at] > 0) low = Math.max(low, -w[at] / direction[at]);
      }
      for (let at = 0; at < more.length; at += 1) {
        const slope = direction[more[at]] - most[at] * direction[less[at]];
        const slack = most[at] * w[less[at]] - w[more[at]];
        if (slope > 0) high = Math.min(high, slack / slope);
        else if (slope < 0) low = Math.max(low, slack / slope);
      }
      if (!(high > low)) continue;
      const far = low + random() * (high - low);
      for (let at = 0; at < n; at += 1) w[at] = Math.max(0, w[at] + far * direction[at]);
    }
    yield w;
  }
}
