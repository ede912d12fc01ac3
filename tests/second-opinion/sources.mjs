// What every source of an aid has to say of itself: who wrote it, what it is called, its year, how it can be looked up, what was read of it
// and on which day. What is not known is said, with why.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAY = new RegExp(String.raw`(\d{4})-(\d\d)-(\d\d)|(\d{1,2})(?: and \d{1,2})? (${MONTHS.join("|")}) (\d{4})`, "g");
/** "Hamdy FC, Donovan JL", "De Goede B", "Von Heideken J", "O’Hara J". */
const PERSON = /^(?:(?:van|de|von|den|der|Van|De|Von) )*\p{Lu}[\p{L}’'-]+(?: [\p{L}’'-]{2,}){0,2} \p{Lu}{1,4}(?:-\p{Lu})?(?:[,.;]| \(|$)/u;
/** Bodies that sign their own papers and pages. */
const BODY = /^(?:The )?(?:[\p{L}\p{Lu}’'&-]+[, ]+)*(?:Collaborat\w+|Group|Institute|NICE\b|NHS\b|NCT|Agency|Committee|College|Colleges|Faculty|Force|Network|Society|Macmillan|Support|Centre|Center|University|Université|government|Government|Registry|England|TheNNT|Reuters|Maudsley|Companion|Pharmaceuticals|Health|investigators|Surveillor)\b/u;
/** How a source can be looked up without an address that may go. */
const NUMBER = /PMID \d{6}|PMC\d{6}|\b(?:NG|CG|QS|TA)\d+|[Gg]uideline (?:No\. )?\d+|EMA\/\d|NBK\d{5}/;
/** An article, which has such a number somewhere. */
const ARTICLE = /\b(?:19|20)\d\d;\s?\d+|\b(?:Journal|Lancet|BMJ|JAMA|Annals|Pediatrics)\b[^.]*\b(?:19|20)\d\d/;
const UNKNOWN_AUTHOR = /(?:not|no|nor|cuts?) [^.]*(?:author|signed|title)|title and authors|all authors/i;
/** Where machines write, people sell slides of courses, or anybody posts. */
const NO_SOURCE = /droracle|openevidence|chatgpt|questionai|consensus\.app|perplexity|mdacumen|coursehero|slideshare|slideplayer|studocu|quizlet/i;

/** Every day that is named in a text, as `YYYY-MM-DD`. */
export function days(text) {
  return [...text.matchAll(DAY)].map(([, year, month, day, d, name, y]) => (year ? `${year}-${month}-${day}`
    : `${y}-${String(MONTHS.indexOf(name) + 1).padStart(2, "0")}-${d.padStart(2, "0")}`));
}

/** Addresses where anybody posts, or where copies are kept without their origin. */
const ANYBODY = /\b(?:forums?|reddit|quora|facebook|blogspot|wordpress|medium|wikipedia|scribd|healthdocbox|docplayer|dokumen|fdocuments|coek)\.|\b(?:pages|netlify|vercel|github)\.(?:dev|app|io)\b/i;
/** Who tells of a paper instead of being one. */
const REPORT = /\bA report of\b|\b(?:News|Newsletter|Surveillor)\b/;
/** What an author who was not found has behind it. */
const LOOKED = /(?:looked|searched) for/i;

/** Where somebody looked: a search that has its words and its day. */
const SEARCH = /\b(?:search(?:ed|es)?|looked|looks?) (?:for|again|on|in)\b|\bsearched\b|\bSearch(?:es)?\b/;

/** Cells without a figure that could have one, and that neither say where it was looked for nor have a check in the review file that names
 * their outcome and does, with its day; a line each. */
export function unsearched(aid, review) {
  const dated = (text) => SEARCH.test(text) && days(text).length > 0;
  const names = (id, text) => text.split(/[^\p{L}\d-]+/u).includes(id);
  const found = [];
  for (const outcome of aid.outcome) {
    for (const { at, cells } of outcome.figures) {
      for (const [option, cell] of Object.entries(cells)) {
        if (!cell.not_read && !cell.no_study) continue;
        const checked = (review.check ?? []).some(({ what, against, found: told }) => names(outcome.id, `${what} ${told}`) && dated(`${what} ${against} ${told}`));
        if (!checked && !(cell.searched && days(cell.searched).length > 0)) found.push(`${aid.id}: ${outcome.id}, ${at}, ${option}: no search for it is told, with its day`);
      }
    }
  }
  return found;
}

/** Everything that is missing of the sources of an aid, a line each. `today` as `YYYY-MM-DD`. */
export function missing(aid, today) {
  const used = new Set();
  const rows = [];
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === "object" && !(node instanceof Date)) {
      for (const id of node.sources ?? []) used.add(id);
      if (node.sources?.length && node.at) rows.push(node.sources);
      Object.values(node).forEach(walk);
    }
  };
  walk(aid.outcome);
  walk(aid.test);
  const found = [];
  for (const source of aid.source) {
    const say = (what) => found.push(`${aid.id}: source ${source.id}: ${what}`);
    const all = `${source.citation} ${source.read}`;
    if (!PERSON.test(source.citation) && !BODY.test(source.citation) && !UNKNOWN_AUTHOR.test(all)) say("neither who wrote it nor that this is not known");
    else if (!PERSON.test(source.citation) && !BODY.test(source.citation) && !(LOOKED.test(source.read) && days(source.read).length)) say("nobody is named, and nothing says that it was looked for and on which day");
    if (source.citation.length < 30) say("no title");
    if (!source.citation.includes(String(source.year)) && !/\bno (?:year|date)\b|undated|year (?:here|is|stands|in)\b/i.test(all)) say(`the year ${source.year} is not in the citation, and nothing says why`);
    const journal = ARTICLE.test(source.citation);
    const number = source.doi !== undefined || NUMBER.test(`${source.citation} ${source.url ?? ""}`);
    if (journal && !number && !/No DOI|no DOI/.test(all)) say("an article with neither DOI nor PMID, and nothing says that none was read");
    if (!source.doi && !source.url) say("no address");
    if (source.read.trim().length < 12) say("nothing says what was read");
    const when = days(source.read);
    if (!when.length) say("no day of reading");
    for (const day of when) if (day > today) say(`read on ${day}, which is to come`);
    if (used.has(source.id)) {
      if (NO_SOURCE.test(`${all} ${source.url ?? ""}`)) say("a figure rests on a page that a machine, a course or anybody writes");
      if (ANYBODY.test(source.url ?? "")) say("a figure rests on an address where anybody posts");
      // What is asked of a library stands behind a question mark, and is a page of its own.
      const home = source.url !== undefined && ["", "/"].includes(new URL(source.url).pathname) && !new URL(source.url).search;
      // A book that is cited by chapter and edition has no page of its own: its publisher's stands for it.
      if (home && !/ In: .*edition/.test(source.citation)) say("a figure rests on a home page");
      if (!source.read || /^Not read/.test(source.read)) say("a figure rests on what was not read");
    }
  }
  const reports = new Set(aid.source.filter(({ citation }) => REPORT.test(citation)).map(({ id }) => id));
  for (const ids of rows) if (ids.every((id) => reports.has(id))) found.push(`${aid.id}: a figure rests on ${ids.join(" and ")} alone, which tells of a paper`);
  return found;
}
