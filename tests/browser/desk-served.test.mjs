// The desk over a folder on the disk, as `weighup desk` serves it: it is open already, saves in place, follows what changes outside, and writes over
// nobody's work.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { downloaded, launch, person } from "../support/chromium.mjs";
import { Author } from "../support/desk.mjs";
import { command } from "../support/review.mjs";
import { dist, root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const folder = mkdtempSync(join(tmpdir(), "weighup-desk-"));
const aid = join(folder, "sore-throat");
const onDisk = () => readFileSync(join(aid, "aid.toml"), "utf8");
let browser, serving, address;

/** The command over a folder: it, and the address that it prints. */
async function serve(of, port = "0") {
  const process = spawn(command, ["desk", of, "--port", port, "--widget", join(dist, "weighup")], { cwd: root });
  const url = await new Promise((found, failed) => {
    let said = "";
    const listen = (text) => {
      said += text;
      const [url] = said.match(/http:\/\/(localhost|127\.0\.0\.1):\d+\S*/) ?? [];
      if (url) found(url.replace("localhost", "127.0.0.1"));
    };
    process.stdout.on("data", listen);
    process.stderr.on("data", listen);
    process.on("exit", () => failed(new Error(said)));
  });
  return [process, url];
}

/** Ends the command, and waits until it has. */
async function end(process) {
  const over = once(process, "exit");
  process.kill();
  await over;
}

before(async () => {
  cpSync(join(root, "decision-aids/sore-throat"), aid, { recursive: true });
  browser = await launch();
  [serving, address] = await serve(aid);
});
after(async () => {
  serving?.kill();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function desk(at = address) {
  const page = await person(browser, { viewport: { width: 1366, height: 900 } });
  await page.goto(at);
  await page.waitForSelector("html[data-desk=ready]", { state: "attached" });
  const author = new Author(page);
  await page.locator(".dk-head").waitFor();
  return author;
}

test("the folder is open, Save writes into it, and the token is not left in the address", async () => {
  const author = await desk();
  const { page } = author;
  assert.ok(!page.url().includes("token"), page.url());
  const before = onDisk();
  await author.write("short_title", "A sore throat");
  await author.button("Save").first().click();
  await author.said.getByText(/^Saved in .*aid\.toml/).waitFor();
  const is = onDisk().split("\n");
  assert.deepEqual(is.filter((line, at) => line !== before.split("\n")[at]), ['short_title = "A sore throat"']);
  await author.frame();
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
  assert.deepEqual(page.log.console, []);
});

test("what changes outside is followed, and nobody's work is written over", async () => {
  const author = await desk();
  const { page } = author;
  const theirs = onDisk().replace(/^short_title = .*$/m, 'short_title = "Their throat"');
  writeFileSync(join(aid, "aid.toml"), theirs);
  await until(async () => (await author.at("short_title").inputValue()) === "Their throat", "the page follows the disk");
  // Both change.
  await author.write("short_title", "My throat");
  const other = theirs.replace("Their throat", "Another throat");
  writeFileSync(join(aid, "aid.toml"), other);
  await author.button("Save").first().click();
  const clash = page.locator("#dk-clash");
  await clash.waitFor();
  assert.equal(onDisk(), other, "nothing was written");
  assert.equal(await author.at("short_title").inputValue(), "My throat", "nothing is lost");
  await clash.getByRole("button", { name: /^Show what is there/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "Another throat");
  await page.getByRole("button", { name: /^Undo/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "My throat");
  await author.button("Save").first().click();
  await author.said.getByText(/^Saved in /).waitFor();
  assert.match(onDisk(), /My throat/);
});

test("a file that changed while another one was asked about is asked about, too", async () => {
  const own = join(folder, "two-files");
  cpSync(join(root, "decision-aids/otitis-media"), own, { recursive: true });
  const [process, at] = await serve(own);
  try {
    const author = await desk(at);
    const { page } = author;
    const names = ["aid.toml", "review.toml"];
    await author.write("short_title", "My ears");
    await author.go("The files as text");
    await page.locator("#dk-file").selectOption("review.toml");
    const review = author.at("text", "review");
    await review.fill(`# Mine.\n${await review.inputValue()}`);
    await review.blur();
    await author.state.getByText("aid.toml, review.toml").waitFor();
    const theirs = names.map((name) => `# Theirs.\n${readFileSync(join(own, name), "utf8")}`);
    names.forEach((name, at) => writeFileSync(join(own, name), theirs[at]));
    const clash = page.locator("#dk-clash");
    const asked = [];
    for (let times = 0; times < 2; times += 1) {
      await author.button("Save").first().click();
      await until(async () => (await clash.count()) === 1, "it asks");
      const [name] = (await clash.innerText()).match(/^\S+\.toml/);
      asked.push(name);
      const other = names.find((each) => each !== name);
      const untouched = readFileSync(join(own, other), "utf8");
      if (times === 0) {
        await clash.getByRole("button", { name: "Write mine over it" }).click();
        await until(async () => (await clash.count()) === 1 && (await clash.innerText()).startsWith(other), "the other one is asked about");
        assert.equal(readFileSync(join(own, other), "utf8"), untouched, "the other one was not written over");
        assert.match(readFileSync(join(own, name), "utf8"), /My ears|# Mine\./);
        await clash.getByRole("button", { name: "Not now" }).click();
      }
    }
    assert.deepEqual([...asked].sort(), names);
  } finally {
    await end(process);
  }
});

test("what is asked about a file stays until it is answered, though another file changes", async () => {
  const own = join(folder, "one-question");
  cpSync(join(root, "decision-aids/otitis-media"), own, { recursive: true });
  const [process, at] = await serve(own);
  try {
    const author = await desk(at);
    const { page } = author;
    await author.write("short_title", "My ears");
    await author.go("The files as text");
    await page.locator("#dk-file").selectOption("review.toml");
    const review = author.at("text", "review");
    await review.fill(`# Mine.\n${await review.inputValue()}`);
    await review.blur();
    await author.state.getByText("aid.toml, review.toml").waitFor();
    const clash = page.locator("#dk-clash");
    const theirs = (name) => writeFileSync(join(own, name), `# Theirs.\n${readFileSync(join(own, name), "utf8")}`);
    theirs("review.toml");
    await clash.waitFor();
    const asked = await clash.innerText();
    assert.match(asked, /^review\.toml/);
    const read = page.waitForResponse((response) => response.url().endsWith("/-/files/aid.toml") && response.ok());
    theirs("aid.toml");
    await (await read).finished();
    // The page has it once it asks for the next change.
    await page.waitForRequest((request) => request.url().includes("/-/next"));
    assert.equal(await clash.innerText(), asked);
    await clash.getByRole("button", { name: "Write mine over it" }).click();
    await until(async () => (await clash.count()) === 1 && (await clash.innerText()).startsWith("aid.toml"), "then the other one is asked about");
    assert.match(readFileSync(join(own, "review.toml"), "utf8"), /^# Mine\./);
    assert.match(readFileSync(join(own, "aid.toml"), "utf8"), /^# Theirs\./);
  } finally {
    await end(process);
  }
});

test("a command that was started again is found out, and nothing is lost: downloads, and on with the new address", async () => {
  const own = join(folder, "started-again");
  const aidOf = () => readFileSync(join(own, "aid.toml"), "utf8");
  cpSync(join(root, "decision-aids/sore-throat"), own, { recursive: true });
  const [first, at] = await serve(own);
  const { port } = new URL(at);
  let second;
  try {
    const author = await desk(at);
    const { page } = author;
    const lost = page.locator("#dk-lost");
    const before = aidOf();
    await author.write("short_title", "Kept throat");
    await author.state.getByText("Not saved: aid.toml").waitFor();
    await end(first);
    // Nobody answers.
    await author.button("Save").first().click();
    await lost.getByText(/Nothing was saved.*has ended.*still on this page/).waitFor();
    assert.equal(await author.focused(), "dk-lost");
    assert.equal(aidOf(), before);
    // Another one answers at the same port, and does not know this page.
    const [again, next] = await serve(own, port);
    second = again;
    await lost.getByRole("button", { name: "Try again" }).click();
    await lost.getByText(/was started again.*has another address/).waitFor();
    assert.equal(aidOf(), before);
    assert.equal(await author.at("short_title").inputValue(), "Kept throat");
    // What is not saved can be taken along, and is no less unsaved.
    const [download] = await Promise.all([page.waitForEvent("download"), lost.getByRole("button", { name: "Download what is not saved" }).click()]);
    assert.equal(download.suggestedFilename(), "aid.toml");
    assert.match((await downloaded(download)).toString("utf8"), /short_title = "Kept throat"/);
    assert.match(await author.state.innerText(), /^Not saved: aid\.toml/);
    // No address, another port, a wrong token: each says what to do, and the page stays as it is.
    const address = page.locator("#dk-address");
    const tried = async (text, said) => {
      await address.fill(text);
      await page.keyboard.press("Enter");
      await author.wrong.getByText(said).waitFor();
    };
    await tried("my folder", /begins with http and ends with a token/);
    await tried(next.replace(`:${port}`, ":1"), /at port 1,/);
    await tried(next.replace(/token=.*/, "token=none"), /started again/);
    // The address as it was printed.
    await address.fill(next);
    await page.keyboard.press("Enter");
    await author.said.getByText(/can save into the folder again/).waitFor();
    assert.equal(await lost.count(), 0);
    await until(async () => (await author.focused()) === "dk-save", "the focus is on Save");
    await page.keyboard.press("Enter");
    await author.said.getByText(/^Saved in /).waitFor();
    assert.match(aidOf(), /short_title = "Kept throat"/);
    assert.ok(!page.url().includes("token"), page.url());
    assert.deepEqual(page.log.outside, []);
    assert.deepEqual(page.log.errors, []);
  } finally {
    second?.kill();
    first.kill();
  }
});

test("the address of another folder is not taken for this one's", async () => {
  const [own, other] = ["one-folder", "another-folder"].map((name) => join(folder, name));
  cpSync(join(root, "decision-aids/sore-throat"), own, { recursive: true });
  cpSync(join(root, "decision-aids/otitis-media"), other, { recursive: true });
  const before = readFileSync(join(other, "aid.toml"), "utf8");
  const [first, at] = await serve(own);
  let second;
  try {
    const author = await desk(at);
    await author.write("short_title", "Kept throat");
    await author.state.getByText("Not saved: aid.toml").waitFor();
    await end(first);
    const [again, next] = await serve(other, new URL(at).port);
    second = again;
    await author.button("Save").first().click();
    await author.page.locator("#dk-address").fill(next);
    await author.page.keyboard.press("Enter");
    await author.wrong.getByText(/has other files/).waitFor();
    await author.page.locator("#dk-lost").getByRole("button", { name: "Try again" }).click();
    await author.page.locator("#dk-lost").waitFor();
    assert.equal(readFileSync(join(other, "aid.toml"), "utf8"), before);
    assert.equal(await author.at("short_title").inputValue(), "Kept throat");
  } finally {
    second?.kill();
    first.kill();
  }
});
