// What comes onto the desk and what leaves it: every aid there is goes through it and comes back byte for byte, a field that is written changes
// its own lines alone, what is no aid is named, and nothing leaves the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aids, desking, file, filesOf } from "../support/desk.mjs";
import { until } from "../support/widget.mjs";

const here = desking();
const text = (files, name = "aid.toml") => files.find((one) => one.name === name).buffer.toString("utf8");

test("every aid goes over the desk and comes back byte for byte", async () => {
  assert.ok(aids.length >= 24, `${aids.length} aids`);
  const author = await here.desk();
  for (const id of aids) {
    const files = filesOf(id);
    await author.open(files);
    await author.button("Save").first().click();
    await author.said.getByText("Everything is saved already.").waitFor();
    // Another title, and back by undo: the file is another one, and then the same again.
    const title = await author.at("title").inputValue();
    await author.write("title", `${title} again`);
    const changed = await author.save();
    // A translation notes which original it was made from, in lines of its own; all else of it stays.
    const { "aid.toml": _, ...translations } = changed;
    for (const [name, bytes] of Object.entries(translations)) {
      const before = text(files, name).split("\n");
      const added = bytes.toString("utf8").split("\n").filter((line) => !before.includes(line));
      assert.deepEqual(added.filter((line) => !/^(\[made_from\]|"?title"? = "[0-9a-f]+")$|^#/.test(line)), [], `${id}, ${name}`);
      assert.deepEqual(before.filter((line) => !bytes.toString("utf8").split("\n").includes(line)), [], `${id}, ${name}`);
    }
    const [was, is] = [text(files).split("\n"), changed["aid.toml"].toString("utf8").split("\n")];
    const lines = is.filter((line, at) => line !== was[at]);
    assert.equal(is.length, was.length, id);
    assert.deepEqual(lines.map((line) => line.split(" ")[0]), ["title"], id);
    // What it makes is opened, not what it was made of.
    await author.button("Close").click();
    await author.open(files.map((one) => (one.name === "aid.toml" ? { ...one, buffer: changed["aid.toml"] } : one)));
    await author.write("title", title);
    const back = await author.save();
    assert.ok(back["aid.toml"].equals(files.find((one) => one.name === "aid.toml").buffer), `${id} is not what it was`);
    await author.button("Close").click();
    await author.page.locator("#dk-choose").waitFor();
  }
  assert.deepEqual(author.page.log.errors, []);
});

test("a written field changes its own lines, and comments and order stay", async () => {
  const author = await here.desk();
  const files = filesOf("sore-throat");
  await author.open(files);
  await author.go("Options");
  await author.page.locator("#at-aid-option-0- > summary").click();
  await author.write("option[0].summary", "You wait, with pain relief.");
  const { "aid.toml": bytes } = await author.save();
  const [was, is] = [text(files).split("\n"), bytes.toString("utf8").split("\n")];
  assert.equal(is.length, was.length);
  const differ = is.flatMap((line, at) => (line === was[at] ? [] : [line]));
  assert.deepEqual(differ, ['summary = "You wait, with pain relief."']);
  assert.ok(is.some((line) => line.startsWith("#")));
});

test("files that are no aid are named, and what is on the desk stays", async () => {
  const author = await here.desk();
  const { page } = author;
  const choose = page.locator("#dk-choose");
  const refused = {
    "no file of an aid here": [file("notes.txt", "x")],
    "“aid.toml” is 4000001 bytes": [file("aid.toml", "x".repeat(4_000_001))],
    "That is 101 files": Array.from({ length: 101 }, (_, n) => file(`f${n}.toml`, "")),
    "there is no `aid.toml` among the files": [file("review.toml", "")],
  };
  for (const [said, files] of Object.entries(refused)) {
    await choose.setInputFiles(files);
    await author.wrong.getByText(said, { exact: false }).waitFor();
    assert.equal(await author.focused(), "dk-wrong", said);
  }
  // What is no TOML is opened as text, with what is wrong, and has its form once it is mended.
  const sound = text(filesOf("sore-throat"));
  await author.open([file("aid.toml", sound.replace('title = "', "title = ")), file("odd.toml", "\u0000\u0001")]);
  await page.locator("#dk-heading").getByText("The files as text").waitFor();
  assert.match(await author.problems.locator("summary").innerText(), /error/);
  await author.write("text", sound);
  await author.go("About the aid");
  await author.at("title").waitFor();
  // Hostile words are words.
  const hostile = "<img src=x onerror=\"window.hit=1\"></textarea><script>window.hit=1</script>";
  await author.write("title", hostile);
  await page.locator(".dk-head__title").getByText(hostile).waitFor();
  const { "aid.toml": bytes } = await author.save();
  assert.ok(bytes.toString("utf8").includes("<img src=x onerror="));
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("#desk img, #desk script").count(), 0);
  assert.deepEqual(page.log.errors, []);
});

test("leaving with changes that are nowhere else is asked about, and only then", async () => {
  const author = await here.desk();
  const { page } = author;
  let dialogs = 0;
  page.on("dialog", () => { dialogs += 1; });
  const asked = async () => {
    dialogs = 0;
    await page.reload();
    await page.waitForSelector("html[data-desk=ready]", { state: "attached" });
    return dialogs;
  };
  await author.open(filesOf("sore-throat"));
  await author.at("title").focus();
  assert.equal(await asked(), 0);
  await author.open(filesOf("sore-throat"));
  // Half a word is enough.
  await author.at("title").pressSequentially("x");
  assert.equal(await asked(), 1);
  await author.open(filesOf("sore-throat"));
  await author.write("short_title", "A throat");
  assert.match(await author.state.innerText(), /Not saved: aid\.toml/);
  await author.button("Close").click();
  assert.equal(await author.focused(), "dk-leaving");
  await page.locator("#dk-leaving").getByRole("button", { name: "Close without saving" }).click();
  await page.locator("#dk-choose").waitFor();
  assert.equal(await asked(), 0);
});

test("nothing is stored and nothing is asked of anybody but the page's own folder", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.frame();
  await author.write("title", "Ears");
  await page.getByLabel("Language or copy").selectOption({ index: 1 });
  await author.button("For print").click();
  await until(() => page.frame({ url: /preview\.html$/ })?.locator(".wu-page").count(), "the page for print");
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
  assert.deepEqual(kept, [0, 0, "", 0]);
  assert.deepEqual(page.log.outside, []);
  const paths = [...new Set(page.log.requests.filter((url) => url.startsWith("http")).map((url) => new URL(url).pathname))];
  assert.deepEqual(paths.filter((path) => !path.startsWith("/weighup/")), []);
  assert.ok(page.log.requests.every((url) => !/Ears/.test(url)));
  assert.deepEqual(page.log.errors, []);
  assert.deepEqual(page.log.console, []);
});
