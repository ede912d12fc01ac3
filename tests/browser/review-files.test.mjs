// What comes into a page for comments and what leaves it: files of other aids, versions, languages and programs, hostile words, links,
// what is kept on a device, and leaving with words that are nowhere else. Nothing is lost, and everything is named.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { person } from "../support/chromium.mjs";
import { Reviewer, reviewing, scratch, weighup } from "../support/review.mjs";
import { sideways } from "../support/widget.mjs";

const AID = "decision-aids/otitis-media";
const here = reviewing({ before, after, aids: [AID] });
const out = scratch(after);
const HOSTILE = "<img src=x onerror=\"window.hit=1\"></textarea><script>window.hit=1</script> \u202e =cmd()";

/** A file with one comment, as somebody saved it. */
async function saved(reviewer, words = "Shorter, please.") {
  await reviewer.comment("The choice");
  await reviewer.write(words);
  await reviewer.add();
  await reviewer.page.getByLabel("a patient").check();
  return (await reviewer.save()).text;
}

const changed = (text, change) => {
  const json = JSON.parse(text);
  change(json);
  return JSON.stringify(json);
};
const sources = (json, change) => {
  json["schema:about"].id = change(json["schema:about"].id);
  for (const item of json.first.items) item.target.source = change(item.target.source);
};

test("files that do not belong here are named, and what is here stays", async () => {
  const reviewer = await here.open("otitis-media.html");
  const text = await saved(reviewer);
  const content = JSON.parse(text)["schema:about"].id.split(":").at(-1);
  const strange = {
    "damaged.json": [text.slice(0, 200), /“damaged.json” cannot be read/],
    "empty.json": ["", /“empty.json” cannot be read/],
    "geo.json": ["{\"type\": \"FeatureCollection\", \"items\": []}", /“geo.json” is no file of comments/],
    "other.json": [changed(text, (json) => sources(json, (id) => id.replace("otitis-media", "hip-arthritis"))), /is about “hip-arthritis”, and this page is “otitis-media”/],
    "older.json": [changed(text, (json) => sources(json, (id) => id.replace(/:[\d.]+:/, ":0.9.0:"))), /is about another version, 0\.9\.0/],
    "reworded.json": [changed(text, (json) => sources(json, (id) => id.replace(content, "0".repeat(64)))), /another version, [\d.]+ \(0000000\), and this page is [\d.]+ \([0-9a-f]{7}\)/],
    "welsh.json": [changed(text, (json) => { json["schema:about"].language = "cy"; }), /in another language, cy/],
    "many.json": [changed(text, (json) => { json.first.items = Array.from({ length: 1001 }, (_, n) => ({ ...json.first.items[0], id: `urn:${n}` })); }), /That would be 1001 comments, and 1000 is the most/],
    "large.json": [`"${"x".repeat(5_000_001)}"`, /“large.json” is too large/],
    "__proto__.json": ["{\"__proto__\": {\"type\": \"AnnotationCollection\"}}", /is no file of comments/],
  };
  for (const [name, [content, said]] of Object.entries(strange)) {
    await reviewer.openFile(name, content);
    await reviewer.status.getByText(said).waitFor();
    assert.match(await reviewer.status.innerText(), /Nothing (here )?was changed/, name);
    assert.equal(await reviewer.list.count(), 1, name);
  }
  // The same again is no second comment; one that is not whole is left out, and said.
  await reviewer.openFile("mine.json", text);
  await reviewer.status.getByText("Comments that came in: 0.").waitFor();
  const part = changed(text, (json) => {
    const [item] = json.first.items;
    json.first.items.push({ ...item, id: "urn:x:2", body: [] }, null, { ...item, id: "urn:x:3", body: [{ type: "TextualBody", value: "And fairer.", purpose: "commenting" }] });
  });
  await reviewer.openFile("part.json", part);
  await reviewer.status.getByText("not whole were left out: 2. Keep “part.json”").waitFor();
  assert.equal(await reviewer.list.count(), 2);
  assert.deepEqual(reviewer.page.log.errors, []);
});

test("hostile words are words, in a file, in a link and as they are typed", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  const text = await saved(reviewer, HOSTILE);
  assert.equal(JSON.parse(text).first.items[0].body[0].value, HOSTILE);
  const hostile = changed(text, (json) => {
    Object.assign(json.first.items[0], { id: `urn:${HOSTILE}` });
    json.first.items[0].target.selector = [{ type: "FragmentSelector", value: `"] , body [x="${HOSTILE}` }, { type: "TextQuoteSelector", exact: HOSTILE }];
    json.creator["schema:roleName"] = HOSTILE;
  });
  const other = await here.open("otitis-media.html");
  await other.openFile(`${HOSTILE.slice(0, 20)}.json`, hostile);
  await other.status.getByText("Comments that came in: 1.").waitFor();
  assert.ok((await other.list.first().innerText()).includes(HOSTILE.slice(0, 40)));
  assert.match(await other.list.first().innerText(), /^Somewhere else/);
  assert.equal(await other.page.locator("#rv-role").inputValue(), HOSTILE);
  for (const one of [page, other.page]) {
    assert.equal(await one.evaluate(() => window.hit), undefined);
    assert.equal(await one.locator("#rv img, #rv script, .rv-bar img").count(), 0);
    assert.deepEqual(one.log.outside, []);
    assert.deepEqual(one.log.errors, []);
  }
});

test("a link holds everything, leaves the address at once, and a broken one is said", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  await saved(reviewer, "Über “Ohren”, 中耳炎.");
  await reviewer.button("Make a link").click();
  const link = await page.locator("#rv-link").inputValue();
  assert.match(link, /otitis-media\.html#weighup-comments=[\w-]+$/);
  const other = await here.open(link);
  await other.status.getByText("Comments that came in: 1.").waitFor();
  assert.ok((await other.list.innerText()).includes("Über “Ohren”, 中耳炎."));
  assert.ok(await other.page.getByLabel("a patient").isChecked());
  assert.equal(new URL(other.page.url()).hash, "");
  assert.ok(other.page.log.requests.every((url) => !url.includes("weighup-comments")));
  // The author's command reads it out of the mail that it came in.
  const mail = join(out, "mail.txt");
  writeFileSync(mail, `Hello,\n<${link}>\n`);
  const merged = await weighup("comments", mail, "--aid", AID);
  assert.deepEqual([merged.code, merged.stderr], [0, ""]);
  assert.match(merged.stdout, /Über “Ohren”, 中耳炎\./);
  for (const broken of [link.slice(0, -30), `${link.split("=")[0]}=!!`, `${link.split("=")[0]}=AAAA`]) {
    const reader = await here.open(broken);
    await reader.status.getByText("cannot be read: a part of it may be missing").waitFor();
    assert.equal(await reader.list.count(), 0);
  }
  // More than an address may hold.
  await reviewer.comment("The choice");
  await reviewer.write(Array.from({ length: 4_900 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20000))).join(""));
  await reviewer.add();
  await reviewer.button("Make a link").click();
  await reviewer.status.getByText("too much for a link").waitFor();
});

test("nothing is kept on the device unless it is asked for, and then until it is taken back", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  await saved(reviewer);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.getByLabel("Keep my comments on this device").check();
  await reviewer.comment("The choice");
  await reviewer.write("Another.");
  await reviewer.add();
  await page.reload();
  await reviewer.status.getByText("kept on this device").waitFor();
  assert.equal(await reviewer.list.count(), 2);
  assert.ok(await page.getByLabel("Keep my comments on this device").isChecked());
  // On another version they are not lost: they can be saved as they are.
  await page.evaluate(() => {
    const [key] = Object.keys(localStorage);
    localStorage.setItem(key.replace(/[0-9a-f]{12}$/, "0".repeat(12)), localStorage.getItem(key));
    localStorage.removeItem(key);
  });
  await page.reload();
  await reviewer.status.getByText("another version of this page").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), reviewer.status.getByRole("button", { name: "Save as a file" }).click()]);
  assert.match(download.suggestedFilename(), /^weighup-review-otitis-media-en-GB-0{12}\.json$/);
  await page.reload();
  await reviewer.status.getByRole("button", { name: "Delete" }).click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("leaving with words that are nowhere else is asked about, and only then", async () => {
  const reviewer = await here.open("otitis-media.html");
  const { page } = reviewer;
  let dialogs = 0;
  page.on("dialog", (dialog) => { if (dialog.type() === "beforeunload") dialogs += 1; });
  /** How often leaving was asked about when the page is loaded anew; the question is answered with yes. */
  const asked = async () => {
    dialogs = 0;
    await page.reload();
    return dialogs;
  };
  assert.equal(await asked(), 0);
  await reviewer.comment("The choice");
  await reviewer.write("Half a");
  assert.equal(await asked(), 1);
  await saved(reviewer);
  assert.equal(await asked(), 0);
  await reviewer.comment("The choice");
  await reviewer.write("Not saved.");
  await reviewer.add();
  assert.match(await page.locator(".rv-bar").innerText(), /Not saved yet/);
  assert.equal(await asked(), 1);
});

test("what is taken away comes back, half a sentence too", async () => {
  const reviewer = await here.open("otitis-media.html");
  await saved(reviewer);
  await reviewer.button("Delete all my comments").click();
  assert.equal(await reviewer.list.count(), 0);
  await reviewer.button("Undo").click();
  assert.equal(await reviewer.list.count(), 1);
  await reviewer.comment("The choice");
  await reviewer.write("Half a sentence");
  await reviewer.button("Cancel").click();
  await reviewer.button("Undo").click();
  assert.equal(await reviewer.page.locator("#rv-words").inputValue(), "Half a sentence");
});

for (const [file, lang, dir] of [["otitis-media.easy.html", "en-x-easy", "ltr"], ["otitis-media.ur.html", "ur", "rtl"], ["otitis-media.cy.html", "cy", "ltr"]]) {
  test(`in ${lang} a phone is enough, and what is saved is in that language`, async () => {
    const reviewer = await here.open(file, { viewport: { width: 390, height: 844 } });
    const { page } = reviewer;
    assert.equal(await page.locator("html").getAttribute("dir"), dir);
    await page.locator(".rv-comment").nth(3).click();
    assert.deepEqual(await sideways(page), []);
    await accessible(page, `writing in ${lang}`, { off: [] });
    await page.locator(".rv-compose input[value=no]").first().check();
    await reviewer.write("…");
    await reviewer.add();
    await page.locator("input[name=kind][value=carers]").check();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".rv-give .wu-button").first().click()]);
    const path = join(out, `${lang}.json`);
    await download.saveAs(path);
    const text = readFileSync(path, "utf8");
    assert.ok(text.includes(`"language": "${lang}"`) && text.includes("\"Is this clear?\""), text);
    const back = await weighup("comments", path, "--aid", AID);
    assert.equal(back.code, 0, back.stderr);
    assert.match(back.stdout, /2 comments on otitis-media[^]*option\.none \(aid\.toml line \d+\)/);
  });
}

test("one file for mail opens from a disk, and asks for nothing", async () => {
  const folder = join(out, "single");
  const made = await weighup("build", "--review", "--single", "--out", folder, AID);
  assert.equal(made.code, 0, made.stderr);
  const page = await person(here.browser, { acceptDownloads: true });
  await page.goto(pathToFileURL(join(folder, "otitis-media.html")).href);
  await page.waitForSelector("html[data-review=ready]", { state: "attached" });
  const reviewer = new Reviewer(page);
  const text = await saved(reviewer);
  assert.equal(JSON.parse(text).total, 1);
  await reviewer.button("Make a link").click();
  await reviewer.status.getByText("A link cannot be made here").waitFor();
  assert.deepEqual(page.log.requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
  assert.deepEqual(page.log.errors, []);
  await page.context().close();
});

test("without scripts the page says so, and shows the whole aid", async () => {
  const page = await person(here.browser, { javaScriptEnabled: false });
  await page.goto(new URL("otitis-media.html", here.site.url).href);
  await page.getByText("You can ask for a form on paper instead.").waitFor();
  assert.ok((await page.locator("main").innerText()).includes("Back-up prescription"));
  await page.context().close();
});
