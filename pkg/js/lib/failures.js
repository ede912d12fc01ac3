// What can go wrong: a code for programs, which of the patient's sentences is shown (said.js), and for the owner of the site what was
// found and what to change.

const BUNDLERS = 'With Angular, esbuild or Rollup import "weighup/inline"; in the development server of Vite 6 or 7 set optimizeDeps: { exclude: ["weighup"] }.';

const refused = ({ url, cause }) => `The aid ${url} was refused: ${cause}.`;

const owner = {
  "no-wasm": () => "This browser has no WebAssembly (older than 2017, or switched off by policy). The content inside the element is shown instead.",
  "old-browser": ({ cause }) => `This browser lacks something the widget needs (${cause}). The content inside the element is shown instead.`,
  "wasm-unreachable": ({ url, cause }) => (url.startsWith("file:") ? `${url} is a file of this machine, and no browser fetches those (${cause}). Open the page from a server; in a test runner import "weighup/inline".` : `The browser could not fetch ${url} (${cause}). If it is on another origin, that server must send "Access-Control-Allow-Origin"; if the page has a Content-Security-Policy, add the origin to connect-src.`),
  "wasm-missing": ({ url, status }) => `${url} answered with status ${status}. Upload the folder "wasm" beside index.js, or use "weighup/inline" if your bundler does not carry .wasm files along. ${BUNDLERS}`,
  "wasm-is-html": ({ url }) => `${url} answered with an HTML page instead of WebAssembly, most often a "not found" page sent with status 200. Upload the folder "wasm" beside index.js, or use "weighup/inline". ${BUNDLERS}`,
  "wasm-blocked": () => "The page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src; it allows WebAssembly and nothing else.",
  "wasm-invalid": ({ url, cause }) => `${url} could not be started (${cause}). Upload it again in binary mode, and make sure that all files are of one version: give each version a folder of its own, such as /weighup/0.1.0/, so that no cache mixes them.`,
  "src-missing": () => 'The element has neither a "src" attribute nor an "aid" property. Set src to the address of a compiled aid, such as src="/aids/prostate-localised.json".',
  "src-invalid": ({ url }) => `The attribute "src" holds no address: "${url}". Set it to the address of a compiled aid, such as src="/aids/prostate-localised.json"; in a page without an address of its own (about:blank) write it out in full.`,
  "aid-unreachable": ({ url, cause }) => `The browser could not fetch the aid ${url} (${cause}). If it is on another origin, that server must send "Access-Control-Allow-Origin"; if the page has a Content-Security-Policy, add the origin to connect-src.`,
  "aid-timeout": ({ url, seconds }) => `The aid ${url} did not arrive within ${seconds} seconds.`,
  "aid-missing": ({ url, status }) => `The aid ${url} answered with status ${status}. Check the src attribute and that the file is published.`,
  "aid-is-html": ({ url }) => `The aid ${url} answered with an HTML page instead of JSON, most often a "not found" or log-in page sent with status 200. Check the src attribute.`,
  "aid-not-json": ({ url, cause }) => `The aid ${url} is not JSON (${cause}). Publish the file that \`weighup build\` wrote, unchanged.`,
  "aid-refused": (found) => refused(found),
  "aid-unsigned": (found) => refused(found),
  "aid-altered": (found) => refused(found),
  "aid-unchecked": (found) => refused(found),
  "keys-invalid": (found) => refused(found),
  "no-size": () => "The widget is on the page and has no width, so nobody can read it. Give the box around it, or the element itself, a width.",
  "no-answer": ({ cause }) => `The widget does not answer (${cause}). Make sure that all files are of one version; please report this with the version of the package.`,
  "widget-failed": ({ cause }) => `The widget stopped working: ${cause}. Please report this with the version of the package.`,
};

/** Everything a listener of `weighup-error` may see: a code, and never a word of the person's. */
export class Failure extends Error {
  constructor(code, found = {}) {
    const causes = found.cause instanceof Error ? { ...found, cause: found.cause.message } : found;
    super(owner[code](causes), { cause: found.cause });
    this.name = "WeighupFailure";
    this.code = code;
    // A file is of another build than the script.
    this.mixed = found.mixed === true;
  }

  /** Which sentence the patient reads. */
  get plain() {
    if (["widget-failed", "no-answer"].includes(this.code)) return "stopped";
    return this.passing ? "offline" : "other";
  }

  /** Whether trying again may help without anybody changing the site. */
  get passing() {
    return ["wasm-unreachable", "aid-unreachable", "aid-timeout"].includes(this.code);
  }

  static from(error) {
    return error instanceof Failure ? error : new Failure("widget-failed", { cause: error });
  }
}
