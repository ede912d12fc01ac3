// The page on which an aid is written, and somebody who writes.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { downloaded, world } from "./chromium.mjs";
import { root, strict } from "./serve.mjs";
import { until } from "./widget.mjs";

/** The strict policy, and the one thing that the desk needs besides: a frame of its own pages, for the preview. */
export const policy = strict.replace("frame-ancestors", "frame-src 'self'; frame-ancestors");

export const aids = readdirSync(join(root, "decision-aids"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The files of an aid, as a field for files takes them. */
export const filesOf = (id) => {
  const folder = join(root, "decision-aids", id);
  return readdirSync(folder).filter((name) => name.endsWith(".toml")).map((name) => ({ name, mimeType: "application/toml", buffer: readFileSync(join(folder, name)) }));
};

/** A file of words. */
export const file = (name, text) => ({ name, mimeType: "application/toml", buffer: Buffer.from(text) });

/** A served site and a browser; `here.desk(how)` is somebody in front of the first screen. */
export function desking() {
  const here = world({ serve: { policy } });
  here.desk = async (how) => {
    const page = await here.open("weighup/desk/", { acceptDownloads: true, viewport: { width: 1366, height: 900 }, ...how });
    await page.waitForSelector("html[data-desk=ready]", { state: "attached" });
    return new Author(page);
  };
  return here;
}

/** Somebody who writes an aid. */
export class Author {
  constructor(page) {
    this.page = page;
    this.said = page.locator(".dk-said");
    this.state = page.locator(".dk-head__state");
    this.wrong = page.locator("#dk-wrong");
    this.problems = page.locator("#dk-problems");
  }

  /** Opens files, and waits until they are on the desk. */
  async open(files) {
    await this.page.locator("#dk-choose").setInputFiles(files);
    await this.page.locator(".dk-head").waitFor();
  }

  button(name, exact = true) {
    return this.page.getByRole("button", { name, exact });
  }

  /** A section of the list on the left. */
  async go(name) {
    await this.page.locator(".dk-list").getByRole("button", { name, exact: false }).first().click();
    await this.page.locator("#dk-heading").getByText(name, { exact: true }).waitFor();
  }

  /** The control of a place: `about.funding`. */
  at(path, of = "aid") {
    return this.page.locator(`#at-${of}-${path.replace(/[^\w]/g, "-")}`);
  }

  /** Writes into a field and leaves it. */
  async write(path, text, of = "aid") {
    const field = this.at(path, of);
    await field.fill(text);
    await field.blur();
  }

  /** What Save hands over: the bytes of each file by its name. */
  async save() {
    const found = {};
    const take = async (download) => { found[download.suggestedFilename()] = await downloaded(download); };
    const taken = [];
    const listen = (download) => taken.push(take(download));
    this.page.on("download", listen);
    await this.button("Save").first().click();
    await until(async () => /^(Saved|Everything)/.test(await this.said.innerText()), "the files are saved");
    await Promise.all(taken);
    this.page.off("download", listen);
    return found;
  }

  /** The page in the frame of the preview, once it shows the aid. */
  async frame() {
    const frame = await until(() => this.page.frame({ url: /preview\.html$/ }), "the frame of the preview");
    await frame.locator("weighup-aid .wu-body").first().waitFor();
    return frame;
  }

  /** What has the focus: the id of it, or its words. */
  focused() {
    return this.page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
  }

  /** With Tab alone, to a control; Shift and Tab where it is `back`. */
  async tab(target, { back = false, most = 400 } = {}) {
    for (let pressed = 0; pressed <= most; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
    }
    assert.fail(`Tab does not lead to ${target}`);
  }
}
