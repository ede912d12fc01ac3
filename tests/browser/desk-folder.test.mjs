// The desk over a folder that the browser lets the page write into. The folder is a real one, of the browser's own, in place of the one that a person
// would choose: it is read, written and refused as theirs is. Where a browser has no such folders, files are chosen and saved as downloads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Author, desking, filesOf } from "../support/desk.mjs";
import { until } from "../support/widget.mjs";

const here = desking();
const AID = filesOf("sore-throat").find(({ name }) => name === "aid.toml").buffer.toString("utf8");

/** Somebody whose browser has a folder to choose, or has no folders at all. */
async function desk({ folders = true, names = { "aid.toml": AID } } = {}) {
  const page = await here.person({ acceptDownloads: true, viewport: { width: 1366, height: 900 } });
  await page.addInitScript((folders) => {
    if (!folders) {
      delete window.showDirectoryPicker;
      return;
    }
    window.folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("sore-throat", { create: true });
    window.showDirectoryPicker = async (how) => {
      window.asked = how;
      if (window.cancels) throw new DOMException("The user aborted a request.", "AbortError");
      return window.folder();
    };
    window.put = async (name, text) => {
      const stream = await (await (await window.folder()).getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    };
    window.got = async (name) => (await (await (await window.folder()).getFileHandle(name)).getFile()).text();
  }, folders);
  await page.goto(new URL("weighup/desk/", here.site.url).href);
  await page.waitForSelector("html[data-desk=ready]", { state: "attached" });
  const author = new Author(page);
  if (folders) for (const [name, text] of Object.entries(names)) await page.evaluate(([name, text]) => window.put(name, text), [name, text]);
  author.put = (name, text) => page.evaluate(([name, text]) => window.put(name, text), [name, text]);
  author.got = (name) => page.evaluate((name) => window.got(name), name);
  return author;
}

async function opened(how) {
  const author = await desk(how);
  await author.button("Open a folder").click();
  await author.page.locator(".dk-head").waitFor();
  return author;
}

test("a folder is opened and written into, and only the lines that were changed", async () => {
  const author = await opened({ names: { "aid.toml": AID, "review.toml": "", "notes.txt": "Mine." } });
  assert.deepEqual(await author.page.evaluate(() => window.asked.mode), "readwrite");
  await author.write("short_title", "Throats");
  await author.button("Save").first().click();
  await author.said.getByText("Saved in sore-throat: aid.toml.").waitFor();
  assert.equal(await author.state.innerText(), "Saved in sore-throat");
  const [was, is] = [AID.split("\n"), (await author.got("aid.toml")).split("\n")];
  assert.equal(is.length, was.length);
  assert.deepEqual(is.filter((line, at) => line !== was[at]), ['short_title = "Throats"']);
  assert.equal(await author.got("notes.txt"), "Mine.", "what is none of its files is left alone");
  assert.deepEqual(author.page.log.errors, []);
});

test("a file of the folder that changed meanwhile is not written over unasked", async () => {
  const author = await opened();
  const clash = author.page.locator("#dk-clash");
  await author.write("short_title", "Mine");
  const theirs = AID.replace(/^short_title = .*$/m, 'short_title = "Theirs"');
  await author.put("aid.toml", theirs);
  await author.button("Save").first().click();
  await clash.waitFor();
  assert.equal(await author.got("aid.toml"), theirs, "nothing was written");
  // It changes once more before it is written over: what nobody has seen is not written over either.
  const again = theirs.replace("Theirs", "Theirs again");
  await author.put("aid.toml", again);
  await clash.getByRole("button", { name: "Write mine over it" }).click();
  await until(async () => (await author.focused()) === "dk-clash", "it asks again");
  assert.equal(await author.got("aid.toml"), again);
  await clash.getByRole("button", { name: /^Show what is there/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "Theirs again");
  await author.page.getByRole("button", { name: /^Undo/ }).click();
  await author.button("Save").first().click();
  await author.said.getByText(/^Saved in sore-throat/).waitFor();
  assert.match(await author.got("aid.toml"), /short_title = "Mine"/);
});

test("whoever chooses no folder stays where they are, and a folder without an aid is named", async () => {
  const author = await desk({ names: { "notes.txt": "Mine." } });
  await author.page.evaluate(() => { window.cancels = true; });
  await author.button("Open a folder").click();
  await until(() => author.page.evaluate(() => window.asked), "it was asked");
  assert.equal(await author.wrong.count(), 0);
  await author.page.evaluate(() => { window.cancels = false; });
  await author.button("Open a folder").click();
  await author.wrong.getByText(/There is no file of an aid here/).waitFor();
  assert.equal(await author.page.locator("#dk-choose").count(), 1);
});

test("a folder that may not be written into any more loses nothing: it says so, and what is not saved can be downloaded", async () => {
  const author = await opened();
  const { page } = author;
  await author.write("short_title", "Mine");
  await author.state.getByText("Not saved: aid.toml").waitFor();
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("Not allowed.", "NotAllowedError"));
  });
  await author.button("Save").first().click();
  const lost = page.locator("#dk-lost");
  await lost.getByText(/Nothing was saved\. The browser does not let this page write into the folder any more\. Your work is still on this page\./).waitFor();
  assert.equal(await author.got("aid.toml"), AID);
  assert.equal(await page.locator("#dk-address").count(), 0, "there is no address to ask for");
  const [download] = await Promise.all([page.waitForEvent("download"), lost.getByRole("button", { name: "Download what is not saved" }).click()]);
  assert.equal(download.suggestedFilename(), "aid.toml");
  assert.match(await author.state.innerText(), /^Not saved: aid\.toml/);
});

test("a browser without folders offers none, and saves what was chosen as downloads", async () => {
  const author = await desk({ folders: false });
  assert.equal(await author.button("Open a folder").count(), 0);
  await author.open(filesOf("sore-throat"));
  await author.write("short_title", "Throats");
  const files = await author.save();
  assert.deepEqual(Object.keys(files), ["aid.toml"]);
  assert.match(files["aid.toml"].toString("utf8"), /^short_title = "Throats"$/m);
  assert.equal(await author.state.innerText(), "Nothing to save");
});
