// Keeps the pages on the device where a person asks for it, takes them away again, and says when a newer version of them is here. Until
// somebody asks, nothing is stored.
const root = new URL("..", import.meta.url);
const workers = navigator.serviceWorker;
const box = document.getElementById("offline");

/** The registration of this site, where the pages are kept. */
async function kept() {
  const found = await workers.getRegistration(root.href).catch(() => undefined);
  return found?.scope === root.href ? found : null;
}

/** A worker that has come as far as it will: kept, or given up. */
const settled = (worker) => new Promise((resolve) => {
  const look = () => {
    if (["installed", "activated"].includes(worker.state)) resolve(true);
    else if (worker.state === "redundant") resolve(false);
  };
  worker.addEventListener("statechange", look);
  look();
});

/** A newer version came while this page was open, or before. It takes the place of the one before when a person says so. */
function announce(registration) {
  if (!registration.waiting || !workers.controller || document.getElementById("newer")) return;
  const bar = document.createElement("div");
  bar.id = "newer";
  bar.className = "newer";
  bar.lang = "en-GB";
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Use the newer version";
  bar.append(told, button);
  document.body.prepend(bar);
  // A change of what is there already is what screen readers hear.
  setTimeout(() => { told.textContent = "A newer version of these pages is here. Answers that you have not saved or kept are lost when you change to it."; });
  button.addEventListener("click", () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      told.textContent = data.others === 1 ? "These pages are open in another window. Close it, then press again." : `These pages are open in ${data.others} other windows. Close them, then press again.`;
    };
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("use", [port2]);
  });
}

function watch(registration) {
  announce(registration);
  registration.addEventListener("updatefound", async () => {
    const { installing } = registration;
    if (installing && (await settled(installing))) announce(registration);
  });
}

/** What the list of aids offers. */
function offer() {
  const said = document.getElementById("offline-said");
  const [keep, remove] = ["offline-keep", "offline-remove"].map((id) => document.getElementById(id));
  const show = (registration) => {
    keep.hidden = registration !== null;
    remove.hidden = registration === null;
    if (registration) link();
  };
  keep.addEventListener("click", async () => {
    keep.disabled = true;
    said.value = "The pages are being kept…";
    const done = await workers.register(new URL("sw.js", root).href, { scope: root.href, updateViaCache: "none" })
      .then(async (registration) => {
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        if (await settled(worker)) return registration;
        await registration.unregister();
        return null;
      })
      .catch(() => null);
    keep.disabled = false;
    said.value = done ? "They are kept on this device. They open without a network from now on." : "That did not work: the network failed, or the device has no room. Nothing is kept.";
    show(done);
    if (done) {
      watch(done);
      remove.focus();
    }
  });
  remove.addEventListener("click", async () => {
    await (await kept())?.unregister();
    for (const name of await caches.keys()) if (name.startsWith("weighup-site-")) await caches.delete(name);
    said.value = "They are removed from this device.";
    show(null);
    keep.focus();
  });
  box.hidden = false;
  return show;
}

/** A browser that knows how offers to install the site. It asks for one more file, so not before somebody keeps it. */
function link() {
  if (document.querySelector("link[rel=manifest]")) return;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = new URL("site.webmanifest", root).href;
  document.head.append(manifest);
}

if (workers && isSecureContext) {
  const show = box ? offer() : () => {};
  const registration = await kept();
  show(registration);
  if (registration) watch(registration);
}
