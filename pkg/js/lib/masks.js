// What session replay tools document as the marks of what they are not to record. The box around a widget carries them: every later
// step repeats a person's own words, in sentences and lists and in the names of controls, which masking of text does not reach.
//
// rrweb and what is built on it, Sentry, Fullstory, New Relic and PostHog go by classes; Sentry, Datadog, Hotjar, Clarity,
// LogRocket and New Relic by attributes. A tool that the page configures otherwise reads on: docs/embedding.md.
const CLASSES = ["rr-block", "rr-mask", "sentry-block", "fs-exclude", "nr-block", "ph-no-capture"];
const ATTRIBUTES = {
  "data-sentry-block": "", "data-dd-privacy": "hidden", "data-hj-suppress": "", "data-clarity-mask": "true", "data-private": "", "data-nr-block": "",
};

/** Marks an element and with it all that is in it. */
export function masked(element) {
  element.classList.add(...CLASSES);
  for (const [name, value] of Object.entries(ATTRIBUTES)) element.setAttribute(name, value);
  return element;
}
