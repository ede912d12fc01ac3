// The pages on which people comment, as `weighup build --review` makes them, and a person who comments.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { downloaded, launch, person } from "./chromium.mjs";
import { root, serve } from "./serve.mjs";

export const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");

/** Runs the command; `{ stdout, stderr, code }`. */
export const weighup = (...args) => promisify(execFile)(command, args, { cwd: root, maxBuffer: 64 << 20 })
  .then((out) => ({ ...out, code: 0 }), (error) => ({ stdout: error.stdout, stderr: error.stderr, code: error.code }));

/** A folder of its own for a test file, gone after it. */
export function scratch(after) {
  const folder = mkdtempSync(join(tmpdir(), "weighup-review-"));
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The pages of some aids served with the policy that the command itself serves them with, and a browser. */
export function reviewing({ before, after, aids, more = [] }) {
  const here = { folder: process.env.WEIGHUP_REVIEW ?? join(scratch(after), "review") };
  const pages = [];
  before(async () => {
    if (!process.env.WEIGHUP_REVIEW) {
      const made = await weighup("build", "--review", "--out", here.folder, ...more, ...aids);
      if (made.code !== 0) throw new Error(made.stderr);
    }
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    here.site = await serve({ folder: here.folder, policy });
    here.browser = await launch();
  });
  after(async () => {
    await Promise.all(pages.map((page) => page.context().close().catch(() => {})));
    await here.browser?.close();
    await here.site?.close();
  });
  here.open = async (path, options) => {
    const page = await person(here.browser, { acceptDownloads: true, ...options });
    pages.push(page);
    await page.goto(new URL(path, here.site.url).href);
    return new Reviewer(page, await page.waitForSelector("html[data-review=ready]", { state: "attached" }));
  };
  return here;
}

/** Somebody who comments on a page. */
export class Reviewer {
  constructor(page) {
    this.page = page;
    this.margin = page.locator("#rv");
    this.form = page.locator(".rv-compose");
    this.list = page.locator(".rv-item");
    this.status = page.locator(".rv-status");
  }

  /** Presses the button of a part. */
  async comment(heading) {
    await this.page.getByRole("button", { name: `Comment ${heading}`, exact: false }).first().click();
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Selects words of an element as a drag does: from the first letter of `from` to the last of `to`. */
  async select(from, to = from, within = "main") {
    await this.page.evaluate(([from, to, within]) => {
      const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let begun = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!begun && node.data.includes(from)) {
          range.setStart(node, node.data.indexOf(from));
          begun = true;
        }
        if (begun && node.data.includes(to)) {
          range.setEnd(node, node.data.indexOf(to) + to.length);
          break;
        }
      }
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }, [from, to, within]);
  }

  async write(words) {
    await this.page.locator("#rv-words").fill(words);
  }

  async add() {
    await this.form.locator("button[type=submit]").click();
  }

  /** Saves, and gives what the file holds. */
  async save() {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.button("Save as a file").click()]);
    return { name: file.suggestedFilename(), text: (await downloaded(file)).toString("utf8") };
  }

  /** Opens a file of theirs. */
  async openFile(name, content) {
    await this.page.locator("#rv-open").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  }
}
