// A file of comments: a collection of W3C Web Annotations (2017), as `weighup comments` reads it. One file a reviewer.

/** The most that is opened here. `weighup comments` reads larger ones. */
const LARGEST = 5_000_000;
const LONGEST_TEXT = 20_000;
const PURPOSES = ["editing", "questioning", "commenting"];

/** Why something was not opened: `name` is the sentence's, `holes` what stands in it. */
export class Refused extends Error {
  constructor(name, holes = {}) {
    super(`not opened: ${name}`);
    this.name = name;
    this.holes = holes;
  }
}

const body = (value, purpose, language) => ({ type: "TextualBody", value, format: "text/plain", language, purpose });

function annotation(data, comment) {
  const bodies = [];
  if (comment.question) bodies.push({ type: "TextualBody", value: comment.question, purpose: "describing" });
  if (comment.yes !== null) bodies.push(body(comment.yes ? "yes" : "no", "assessing", data.language));
  if (comment.text) bodies.push(body(comment.text, comment.purpose === "assessing" ? "commenting" : comment.purpose, data.language));
  const selector = [{ type: "FragmentSelector", value: comment.place }];
  if (comment.quote) selector.push({ type: "TextQuoteSelector", exact: comment.quote });
  return { id: comment.id, type: "Annotation", motivation: comment.purpose, body: bodies, target: { source: data.source, selector } };
}

/** The text of a file. `by` is who comments, `at` the moment. */
export function writeFile(data, comments, by, at) {
  const creator = { type: "Person", "schema:audienceType": by.kind, "schema:roleName": by.role };
  if (by.organisation) creator["schema:affiliation"] = by.organisation;
  const whole = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    label: `Comments on ${data.aid} ${data.version}`,
    "schema:about": { id: data.source, language: data.language },
    creator,
    created: at,
    generator: { type: "Software", name: data.software },
    total: comments.length,
    first: { type: "AnnotationPage", startIndex: 0, items: comments.map((comment) => annotation(data, comment)) },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const is = (value, type) => [value?.type].flat().includes(type);
const list = (value) => (value === undefined || value === null ? [] : [value].flat());
const text = (value) => (typeof value === "string" ? value : "");

/** A comment of an annotation, or nothing where it is not whole. */
function comment(data, item) {
  const target = item?.target;
  const source = typeof target?.source === "string" ? target.source : target?.source?.id;
  if (!is(item, "Annotation") || typeof item.id !== "string" || !item.id.trim() || source !== data.source) return null;
  const selectors = list(target.selector);
  const found = (type) => selectors.find((one) => is(one, type));
  const place = text(found("FragmentSelector")?.value);
  const said = (purpose) => list(item.body).find((one) => one?.purpose === purpose)?.value;
  const answer = said("assessing");
  if (!place || (answer !== undefined && answer !== "yes" && answer !== "no")) return null;
  const written = PURPOSES.find((purpose) => typeof said(purpose) === "string");
  const words = written ? said(written) : "";
  if ((answer === undefined && !words.trim()) || words.length > LONGEST_TEXT) return null;
  return {
    id: item.id,
    place,
    quote: text(found("TextQuoteSelector")?.exact).trim() || null,
    purpose: answer === undefined ? written : "assessing",
    text: words,
    question: text(said("describing")) || null,
    yes: answer === undefined ? null : answer === "yes",
  };
}

/**
 * What a file holds: `{ comments, by, broken }`. A file of something else is refused by name, and so is one of another aid, version or
 * language: its places may not be here.
 */
export function readFile(data, file, content, kinds) {
  if (content.length > LARGEST) throw new Refused("large", { file });
  let json;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refused("damaged", { file });
  }
  const items = json?.first?.items ?? json?.items;
  const about = text(json?.["schema:about"]?.id);
  const [, , kindOfUrn, aid, version] = about.split(":");
  if (!is(json, "AnnotationCollection") || !Array.isArray(items) || !about.startsWith("urn:weighup:aid:") || kindOfUrn !== "aid") {
    throw new Refused("foreign", { file });
  }
  if (aid !== data.aid) throw new Refused("otheraid", { file, found: aid, here: data.aid });
  const language = text(json["schema:about"].language) || "en-GB";
  if (language !== data.language) throw new Refused("otherlanguage", { file, found: language });
  if (about !== data.source) {
    // Texts may change without the version; then the hash alone tells them apart.
    const told = (urn) => { const [, , , , its, hash] = urn.split(":"); return its === data.version && version === data.version ? `${its} (${(hash ?? "").slice(0, 7)})` : its; };
    throw new Refused("otherversion", { file, found: told(about), here: told(data.source) });
  }
  if (items.length > data.most) throw new Refused("many", { count: items.length, most: data.most });
  const comments = items.map((item) => comment(data, item));
  const creator = json.creator ?? {};
  const kind = text(creator["schema:audienceType"]);
  return {
    comments: comments.filter(Boolean),
    broken: comments.filter((one) => !one).length,
    by: {
      kind: kinds.includes(kind) ? kind : "",
      role: text(creator["schema:roleName"]).slice(0, 200),
      organisation: text(creator["schema:affiliation"]).slice(0, 200),
    },
  };
}
