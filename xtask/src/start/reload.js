// Reloads the page when `cargo xtask start` has a new build.
for (;;) {
  try {
    const answer = await fetch("/-/next-build");
    if ((await answer.text()) === "new") location.reload();
  } catch {
    // The server was stopped: look again later, so that a restart is noticed.
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}
