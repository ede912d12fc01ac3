// Waits for the next save, then shows the aid and its findings again, at the same height of the page.
let number = Number(document.body.dataset.number);
const findings = document.getElementById("findings");

for (;;) {
  try {
    const answer = await fetch(`/-/next?after=${number}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const next = Number(await answer.text());
    if (next !== number) {
      number = next;
      if (findings) await again();
      else location.reload();
    }
  } catch {
    // The command was ended, and may be started again; or too many pages wait.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

async function again() {
  findings.innerHTML = await (await fetch(findings.dataset.from)).text();
  const view = document.querySelector("iframe").contentWindow;
  const height = view.scrollY;
  view.addEventListener("unload", () => {
    document.querySelector("iframe").addEventListener("load", () => view.scrollTo(0, height), { once: true });
  });
  view.location.reload();
}
