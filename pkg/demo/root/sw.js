// Keeps the pages of this site on a device of somebody who asked for it, and answers for them. It holds the files of one build, each with
// the hash that it had in that build: what it answers is never of two.

// The build writes these (xtask/src/build/offline.rs).
const BUILD = "not stamped";
const FILES = {};
const MINE = "weighup-site-";
const NAME = MINE + BUILD;
const AT_ONCE = 6;

const scope = new URL(self.registration.scope);
// Something that was kept is not there any more, and the server has another build: everything comes from the server from then on.
let lost = false;

/** A folder stands for the page in it, which some servers answer for under no other name. */
const addressOf = (name) => new URL(name.replace(/(^|\/)index\.html$/, "$1"), scope).href;

/** The file that a request is for, or nothing where it is none of these. */
function nameOf({ method, url }) {
  const asked = new URL(url);
  if (method !== "GET" || asked.origin !== scope.origin || !asked.pathname.startsWith(scope.pathname)) return null;
  const name = decodeURIComponent(asked.pathname.slice(scope.pathname.length)).replace(/(^|\/)$/, "$1index.html");
  return Object.hasOwn(FILES, name) ? name : null;
}

/** The file as this build has it; a browser refuses any other. */
async function fetched(name) {
  const response = await fetch(addressOf(name), { integrity: FILES[name], cache: "no-cache", credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(`${addressOf(name)} answered with status ${response.status}`);
  return response;
}

/** All or nothing: where one does not come, the build that was here before stays. */
async function fill() {
  const cache = await caches.open(NAME);
  const waiting = Object.keys(FILES);
  const take = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) await cache.put(addressOf(name), await fetched(name));
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw error;
  }
}

async function answer(name, request) {
  const cached = await (await caches.open(NAME)).match(addressOf(name));
  if (cached) return cached;
  try {
    return await fetched(name);
  } catch {
    lost = true;
    await self.registration.unregister();
    return fetch(request);
  }
}

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(MINE) && name !== NAME) await caches.delete(name);
})()));

self.addEventListener("fetch", (event) => {
  const name = lost ? null : nameOf(event.request);
  if (name !== null) event.respondWith(answer(name, event.request));
});

// A person wants this build instead of the one before. Another window may be in the middle of that one, so it has to be closed first.
self.addEventListener("message", (event) => event.waitUntil((async () => {
  if (event.data !== "use") return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1) event.ports[0]?.postMessage({ others: windows.length - 1 });
  else await self.skipWaiting();
})()));
