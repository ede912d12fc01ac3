// The lines themselves, from what was chosen. Nothing here touches the page.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** What a frame that is shut in has to be let do, and what for, stands in docs/embedding.md; tests hold the two together. */
export const SANDBOX = "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups";
export const ALLOW = "clipboard-write; camera";

/** An address of https, or of this machine, without anything after its path; nothing where it is none. */
function address(text) {
  if (!/^https?:\/\//.test(text) || /[\s"'<>;,]/.test(text)) return null;
  try {
    const url = new URL(text);
    const safe = url.protocol === "https:" || ["localhost", "127.0.0.1"].includes(url.hostname);
    return safe && !url.search && !url.hash && !url.username ? url : null;
  } catch {
    return null;
  }
}

// As the element reads its attribute `keys` (pkg/js/lib/signed.js): a name may have commas in it, and a new key begins after one.
const BETWEEN = /,(?=\s*RW[A-Za-z0-9+/]{54}\s*(?:=|,|$))/;
const KEY = /^\s*RW[A-Za-z0-9+/]{54}\s*=\s*\S/;

/** The first of the keys that is none or has no name; nothing where there is no such. */
const wrongKey = (keys) => (keys ? keys.split(BETWEEN).find((one) => !KEY.test(one)) : undefined);

/** What has to be put in or put right, each as a sentence. */
export function wrongWith({ aids, instead, hosting, base, site, keys, required }) {
  const wrong = [];
  if (aids.length === 0) wrong.push("Choose a decision aid.");
  if (!instead) wrong.push("Write a sentence for people whose browser cannot show it.");
  // A frame's page names no keys.
  const key = hosting === "frame" ? undefined : wrongKey(keys);
  if (key !== undefined) wrong.push(`“${key.trim()}” is no key with a name: write each as RW…=Name, with commas between.`);
  if (hosting !== "frame" && required && !keys) wrong.push("Write the key that signs your aids, or take back that it has to be checked.");
  if (hosting === "own") {
    if (!/^\/([\w.~-]+\/)*([\w.~-]+\/?)$/.test(base)) wrong.push(base ? `“${base}” is no folder: write one such as /weighup/.` : "Write the folder, such as /weighup/.");
    return wrong;
  }
  if (!address(base)) wrong.push(base ? `“${base}” is no address: write one such as https://aids.example.org/weighup/.` : "Write the address of the folder.");
  const shows = address(site);
  if (!shows || shows.pathname !== "/") wrong.push(site ? `“${site}” is no address of a website: write one such as https://www.example.org.` : "Write the address of the website that shows the aid.");
  return wrong;
}

const inside = ({ base, version }) => `${base.replace(/\/$/, "")}/${version}`;

/** For the page: the script once, and an element, or a frame, for each aid. */
export function pageLines(asked) {
  return asked.hosting === "frame" ? frames(asked) : elements(asked);
}

function elements(asked) {
  const { aids, sums, hashes, lang, folder, mode, device, instead, keys, required } = asked;
  const at = inside(asked);
  const integrity = (sum) => (hashes ? ` integrity="${sum}"` : "");
  const script = `<script type="module" src="${at}/index.js"${integrity(sums.script)}></script>`;
  const made = aids.map(({ id, sum, languages }) => {
    const translated = languages.includes(folder);
    const file = translated ? `${id}.${folder}` : id;
    // It is not shown where the widget begins elsewhere or speaks otherwise, and cannot be checked beside a hash or a signature.
    const early = !hashes && !keys && !mode && (translated || !folder);
    const attributes = [
      `src="${at}/aids/${id}.json"${integrity(sum)}`,
      early && `first="${at}/aids/${file}.first.html"`,
      keys && `keys="${escaped(keys)}"`, keys && required && "keys-required",
      lang && `lang="${lang}"`, mode && `mode="${mode}"`, device,
    ];
    return `<weighup-aid ${attributes.filter(Boolean).join(" ")}>\n  <p>${escaped(instead)}</p>\n</weighup-aid>`;
  });
  return [script, ...made].join("\n\n");
}

function frames(asked) {
  const { aids, lang, folder, mode, device, instead } = asked;
  const at = inside(asked);
  const made = aids.map(({ id, title, languages }) => {
    const translated = languages.includes(folder);
    const file = translated ? `${id}.${folder}` : id;
    // A translated page says its language itself.
    const words = [!translated && lang && `lang=${lang}`, mode && `mode=${mode}`, device].filter(Boolean).join("&");
    return `<p>${escaped(instead)}</p>\n<iframe data-weighup src="${at}/frame/${file}.html${words && `?${escaped(words)}`}" title="${escaped(title)}" width="100%" height="900" sandbox="${SANDBOX}" allow="${ALLOW}"></iframe>`;
  });
  return [...made, `<script type="module" src="${at}/frame/host.js" integrity="${asked.sums.host}"></script>`].join("\n\n");
}

/** For the policy: what it has to allow, beside all else that the site needs. */
export function policyLines({ hosting, base }) {
  if (hosting === "own") {
    return {
      says: "Where your pages have a policy, it has to allow this. 'wasm-unsafe-eval' lets WebAssembly compile, and nothing else.",
      text: "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
    };
  }
  const { origin } = address(base);
  if (hosting === "other") {
    return {
      says: "Where your pages have a policy, it has to allow this. The other address also has to allow your pages: see For your server.",
      text: `script-src 'self' ${origin} 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' ${origin}; img-src 'self' data:`,
    };
  }
  return {
    says: "Where your pages have a policy, it has to allow the frame and the script that gives it its height. The page in the frame has a policy of its own.",
    text: `script-src 'self' ${origin}; frame-src ${origin}`,
  };
}

/** For the server: the lines of docs/serving in the folder that was chosen, with those that another website needs. */
export function serverLines(text, { hosting, base, site }) {
  const path = (hosting === "own" ? base : address(base).pathname).replace(/\/?$/, "/");
  const placed = text.replace("location /weighup/", `location ${path}`).replace('/var/www/html/weighup"', `/var/www/html${path.replace(/\/$/, "")}"`);
  if (hosting === "own") return placed;
  const { origin } = address(site);
  // They stand there as comments, each marked with the address that is to be replaced.
  return placed.split("\n").flatMap((line) => {
    if (!line.includes("https://www.example.org")) return [line];
    if (hosting !== "frame" && line.includes("frame-ancestors")) return [line];
    return [line.replace("https://www.example.org", origin).replace("# ", "").replace("<!-- ", "").replace(" -->", "")];
  }).join("\n");
}
