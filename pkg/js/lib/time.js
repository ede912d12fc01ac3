// The reader's day, and the moment after a page was painted.

/** The day where the reader is, as 2026-03-31. */
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Once what stands on the page now has been painted; a page that is not shown paints nothing, so not much later. */
export function afterFrame(work) {
  const soon = setTimeout(work, 500);
  requestAnimationFrame(() => setTimeout(() => {
    clearTimeout(soon);
    work();
  }));
}
