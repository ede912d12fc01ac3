// The reader's day, and the moment after a page was painted.

/** The day where the reader is, as 2026-03-31. */
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The moment where the reader is, as 2026-03-31T10:15:00+01:00. */
export function moment() {
  const now = new Date();
  const ahead = -now.getTimezoneOffset();
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  const there = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  return `${there}${ahead < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}

/** Once what stands on the page now has been painted; a page that is not shown paints nothing, so not much later. */
export function afterFrame(work) {
  const soon = setTimeout(work, 500);
  requestAnimationFrame(() => setTimeout(() => {
    clearTimeout(soon);
    work();
  }));
}
