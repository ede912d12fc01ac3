// Reloads the page when `cargo xtask start` has a new build.
for (;;) {
  try {
    const answer = await fetch("/-/next-build");
    if (!answer.ok) throw new Error(answer.statusText);
    if ((await answer.text()) === "new") location.reload();
  } catch {
    // The server was stopped, or too many pages wait: look again later, so that a restart is noticed.
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}
