// Answers on another device: as a file, a link, a QR code, each locked where a person wants that. Opening says whose they are, asks before
// it replaces anything, and names what is wrong with what cannot be opened (the table is tests/fixtures/carried/cases.json).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import jsQR from "jsqr";
import { carriedBy, linkTo } from "../../pkg/js/lib/carry.js";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { root } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const cases = JSON.parse(await readFile(join(root, "tests/fixtures/carried/cases.json"), "utf8"));
const SECTION = "On another device";
const address = () => `${here.site.url}prostate-localised/`;
const box = (widget, name) => widget.root.getByRole("textbox", { name, exact: true });
const says = {
  opened: "Your saved answers are open.",
  wrong_key: "That passphrase does not open them",
  broken: "This link or file is not whole, or it was changed on its way.",
  large: "This file is too large to be answers that were saved here.",
  newer: "This file was saved from a newer version of this page.",
  unreadable: "This file could not be opened.",
  other: "This file was saved from another decision aid.",
};

/** On the summary, after a person wrote something. */
async function written(words) {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.next();
  if (words) await box(widget, "What matters most to you?").fill(words[0]);
  else await journey.say(widget);
  await widget.go("Summary");
  return { page, widget };
}

async function chosen(page, widget, content) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), widget.button("Open a saved file").click()]);
  await chooser.setFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(content) });
}

/** Draws numbers below `n` that are the same in every run. */
function drawing(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % n;
  };
}

test("ten thousand drawn answers come back letter by letter, and no damage to a link is taken for answers", async () => {
  const below = drawing(7);
  const letter = () => [below(127) + 1, below(0x2000) + 0x80, 0x1f600 + below(60)][below(3)];
  const without = (text) => text.replace(/^\{"saved":"[^"]*",/, "{");
  let named = 0;
  for (let each = 0; each < 10_000; each += 1) {
    const words = Array.from({ length: below(6) }, () => String.fromCodePoint(...Array.from({ length: below(200) }, letter)));
    const answers = JSON.stringify({ format: 3, aid: "a", words });
    const letters = (await linkTo(answers, "", "https://example.org/")).split("#weighup-open=")[1];
    assert.equal(without(await carriedBy(letters).open()), answers);
    const at = below(letters.length);
    const damaged = [letters.slice(0, at), `${letters.slice(0, at)}${"AbCxyz_-019"[below(11)]}${letters.slice(at + 1)}`, letters + "AbC9"[below(4)].repeat(1 + below(9))][below(3)];
    try {
      assert.equal(without(await carriedBy(damaged).open()), answers);
    } catch (refused) {
      assert.ok(["cut", "changed", "newer", "foreign"].includes(refused.why), String(refused));
      named += 1;
    }
  }
  assert.ok(named > 9000, `${named} were refused`);
});

for (const { name, as, content, key, says: what } of cases) {
  test(`opening what is ${name}: ${what}`, async () => {
    const page = await here.person();
    await page.goto(as === "link" ? `${address()}#weighup-open=${content}` : address());
    const widget = new Widget(page);
    await widget.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
    if (as === "file") await chosen(page, widget, content);
    else assert.ok(!page.url().includes("weighup-open"), "it is taken out of the address");
    if (key !== null) {
      await box(widget, "Passphrase").fill(key);
      await widget.button("Unlock").click();
    }
    await widget.text(says[what]).first().waitFor();
    if (what === "opened") {
      await widget.text("Saved on ").first().waitFor();
      await widget.go("What matters");
      assert.equal(await box(widget, "What matters most to you?").inputValue(), "Playing bowls.");
    }
    assert.deepEqual(page.log.errors, []);
    assert.deepEqual(page.log.outside, []);
  });
}

test("a link goes to another device whole, and nothing of it is in a request", async () => {
  const { page, widget } = await written();
  await widget.unfold(SECTION);
  await widget.button("Make a link").click();
  await box(widget, "Link to your answers").waitFor();
  const link = await box(widget, "Link to your answers").inputValue();
  assert.ok(link.length < 8000);
  assert.ok((await widget.words()).includes(`Length: ${link.length} characters`));
  const there = await here.person();
  await there.goto(link);
  const other = new Widget(there);
  await other.text(says.opened).waitFor();
  await other.text(journey.words["What matters most to you?"].slice(0, 60)).first().waitFor();
  await other.go("What matters");
  for (const [label, text] of Object.entries(journey.words)) assert.equal(await box(other, label).inputValue(), text);
  for (const log of [page.log, there.log]) {
    assert.deepEqual(log.outside, []);
    assert.ok(!log.requests.some((url) => url.includes("weighup-open")));
  }
});

test("what is opened asks before it takes the place of answers, and both answers are kept to", async () => {
  const { page, widget } = await written();
  const [other] = cases.filter(({ name }) => name === "whole");
  const mine = Object.values(journey.words)[0];
  for (const [answer, left] of [["No, keep what is here", mine], ["Yes, open them", "Playing bowls."]]) {
    await page.evaluate((letters) => { location.hash = `weighup-open=${letters}`; }, other.content);
    await widget.heading("Open these answers?", 2).waitFor();
    assert.match(await widget.words(), /Saved on 30 November 2026\.[^]*Who was here: you[^]*“Playing bowls\.”/);
    await until(async () => (await widget.focused())?.text === "No, keep what is here", "the focus is where nothing is lost");
    await widget.button(answer).click();
    await widget.heading("Open these answers?", 2).waitFor({ state: "detached" });
    await widget.go("What matters");
    assert.equal(await box(widget, "What matters most to you?").inputValue(), left);
    await widget.go("Summary");
  }
});

test("a file with a passphrase holds no word that can be read, and opens with it alone", async () => {
  const { page, widget } = await written();
  await widget.unfold(SECTION);
  await box(widget, "Passphrase, if you want one").fill("bowls on Friday");
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  const text = (await downloaded(download)).toString("utf8");
  const { rounds, kdf, cipher } = JSON.parse(text);
  assert.deepEqual([rounds, kdf, cipher], [600_000, "PBKDF2-SHA-256", "AES-256-GCM"]);
  for (const words of Object.values(journey.words)) assert.ok(!text.includes(words));
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  const there = await here.open();
  const other = await new Widget(there).ready();
  await chosen(there, other, text);
  await box(other, "Passphrase").fill("bowls on friday");
  await other.button("Unlock").click();
  await other.text(says.wrong_key).waitFor();
  await box(other, "Passphrase").fill("bowls on Friday");
  await other.button("Unlock").click();
  await other.text(says.opened).waitFor();
});

/** A picture as it is on screen, drawn by the browser, read by another's decoder. */
async function decoded(page, picture) {
  const shot = (await picture.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ink = canvas.getContext("2d");
    ink.drawImage(image, 0, 0);
    const { data, width, height } = ink.getImageData(0, 0, image.width, image.height);
    return { data: Array.from(data), width, height };
  }, shot);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

/** The QR codes on screen, as texts. */
async function codes(page, widget) {
  await widget.unfold(SECTION);
  await widget.button("Make a QR code").click();
  const pictures = widget.root.getByRole("img", { name: "QR code of the link to your answers" });
  await pictures.first().waitFor();
  const found = [];
  for (const picture of await pictures.all()) found.push(await decoded(page, picture));
  return found;
}

test("the QR code on screen is read by another's decoder as the link itself", async () => {
  const { page, widget } = await written(["Bowls."]);
  const found = await codes(page, widget);
  assert.deepEqual(found, [await box(widget, "Link to your answers").inputValue()]);
});

/** A device with a camera, which sees what is put into `seen`, and a browser that reads codes. */
function camera({ refuses = false } = {}) {
  globalThis.seen = [];
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect() { return globalThis.seen.splice(0, 1).map((rawValue) => ({ rawValue })); }
  };
  navigator.mediaDevices.getUserMedia = async () => {
    if (refuses) throw new DOMException("no", "NotAllowedError");
    const canvas = document.createElement("canvas");
    canvas.getContext("2d").fillRect(0, 0, 9, 9);
    globalThis.stream = canvas.captureStream();
    return globalThis.stream;
  };
}

test("more than one code holds stands in several, which another device reads in any order", async () => {
  const below = drawing(3);
  const long = Array.from({ length: 300 }, () => Math.abs(below(0xffffff)).toString(36)).join(" ");
  const { page, widget } = await written([long]);
  const found = await codes(page, widget);
  assert.ok(found.length > 1 && found.every(Boolean), `${found.length} codes`);
  await widget.text(`Code 2 of ${found.length}`).waitFor();
  const there = await here.person();
  await there.addInitScript(camera);
  // The first of them opened as an address, as a camera that knows nothing of us does.
  await there.goto(found[0]);
  const other = new Widget(there);
  await other.text(/This is one code of several/).waitFor();
  assert.ok(!there.url().includes("weighup-part"));
  await other.button("Read a QR code").first().click();
  await other.heading("Show the code to the camera", 2).waitFor();
  await there.evaluate((codes) => globalThis.seen.push("https://example.org/a-menu", codes[1], codes[1]), found);
  await other.text(`Read: 1 of ${found.length}. Show the next code.`).waitFor();
  await there.evaluate((codes) => globalThis.seen.push(...codes.toReversed()), found);
  await other.text(says.opened).waitFor();
  await until(() => there.evaluate(() => globalThis.stream.getTracks().every((track) => track.readyState === "ended")), "the camera is let go");
  await other.go("What matters");
  assert.equal(await box(other, "What matters most to you?").inputValue(), long);
  assert.deepEqual(there.log.outside, []);
  assert.deepEqual(there.log.errors, []);
});

/** A device whose camera sees another device's screen, a little askew, and a browser that reads no codes itself. */
function screen() {
  delete globalThis.BarcodeDetector;
  const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 720 });
  const ink = canvas.getContext("2d");
  let seen = null;
  globalThis.show = async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    seen = image;
  };
  // A hand holds it: askew, and never twice in the same way.
  let at = 0;
  const draw = () => {
    at += 1;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.fillStyle = "#8a8a80";
    ink.fillRect(0, 0, 1280, 720);
    ink.translate(640, 360);
    ink.rotate(0.07 + 0.03 * Math.sin(at / 7));
    const side = 600 + 40 * Math.sin(at / 11);
    if (seen) ink.drawImage(seen, -side / 2, -side / 2, side, side);
    requestAnimationFrame(draw);
  };
  draw();
  navigator.mediaDevices.getUserMedia = async () => {
    globalThis.stream = canvas.captureStream(10);
    return globalThis.stream;
  };
}

test("a browser that reads no codes gets a decoder with the first press, and reads what is drawn on another screen", async () => {
  const below = drawing(5);
  const long = Array.from({ length: 300 }, () => Math.abs(below(0xffffff)).toString(36)).join(" ");
  const { page, widget } = await written([long]);
  const found = await codes(page, widget);
  assert.ok(found.length > 1);
  const pictures = await widget.root.getByRole("img", { name: "QR code of the link to your answers" }).all();
  const shots = [];
  for (const picture of pictures) shots.push((await picture.screenshot()).toString("base64"));
  const there = await here.person();
  await there.addInitScript(screen);
  await there.goto(address());
  const other = await new Widget(there).ready();
  await there.waitForLoadState("networkidle");
  const before = there.log.requests.length;
  await other.button("Read a QR code").first().click();
  await other.heading("Show the code to the camera", 2).waitFor();
  for (const [at, shot] of shots.entries()) {
    await there.evaluate((png) => globalThis.show(png), shot);
    if (at + 1 < shots.length) await other.text(`Read: ${at + 1} of ${shots.length}. Show the next code.`).waitFor();
  }
  await other.text(says.opened).waitFor();
  await other.go("What matters");
  assert.equal(await box(other, "What matters most to you?").inputValue(), long);
  const since = there.log.requests.slice(before).map((url) => new URL(url).pathname);
  assert.deepEqual(since, ["/weighup/lib/qr.js"], "the decoder is all that is asked for, and only then");
  assert.deepEqual(there.log.outside, []);
  assert.deepEqual([...there.log.errors, ...there.log.console], []);
});

test("where no code can be read that is said, and a camera that is stopped is let go", async () => {
  const without = await here.person();
  await without.addInitScript(() => Object.defineProperty(Navigator.prototype, "mediaDevices", { get: () => undefined }));
  await without.goto(address());
  assert.equal(await (await new Widget(without).ready()).button("Read a QR code").count(), 0, "what the browser cannot do is not offered");
  for (const [prepare, words] of [[() => { globalThis.BarcodeDetector = class { static async getSupportedFormats() { return []; } }; }, /No QR code can be read here/], [camera, /The camera cannot be used/]]) {
    const page = await here.person();
    await page.addInitScript(prepare, { refuses: true });
    await page.route("**/lib/qr.js", (route) => route.abort());
    await page.goto(address());
    const widget = await new Widget(page).ready();
    await widget.button("Read a QR code").first().click();
    await widget.text(words).waitFor();
    assert.equal(await widget.root.locator("video").count(), 0);
  }
  const page = await here.person();
  await page.addInitScript(camera);
  await page.goto(address());
  const widget = await new Widget(page).ready();
  await widget.button("Read a QR code").first().click();
  await until(() => page.evaluate(() => globalThis.stream?.getTracks().some((track) => track.readyState === "live")), "the camera is on");
  await widget.button("Stop the camera").click();
  await until(() => page.evaluate(() => globalThis.stream.getTracks().every((track) => track.readyState === "ended")), "the camera is let go");
});

test("a link that was made of other answers is not shown any more", async () => {
  const { widget } = await written(["Bowls."]);
  await widget.unfold(SECTION);
  await widget.button("Make a link").click();
  await box(widget, "Link to your answers").waitFor();
  await widget.go("What matters");
  await box(widget, "What matters most to you?").fill("Something else.");
  await widget.go("Summary");
  assert.equal(await box(widget, "Link to your answers").count(), 0);
});

test("a link that comes late, of answers that were changed meanwhile, is not shown", async () => {
  const { page, widget } = await written(["Bowls."]);
  await widget.unfold(SECTION);
  await page.evaluate(() => {
    const own = crypto.subtle.deriveKey.bind(crypto.subtle);
    const slow = new Promise((resolve) => { globalThis.goOn = resolve; });
    crypto.subtle.deriveKey = async (...all) => {
      await slow;
      globalThis.derived = (globalThis.derived ?? 0) + 1;
      return own(...all);
    };
  });
  await box(widget, "Passphrase, if you want one").fill("a passphrase");
  await widget.button("Make a link").click();
  await widget.go("What matters");
  await box(widget, "What matters most to you?").fill("Something else.");
  await widget.go("Summary");
  await widget.unfold(SECTION);
  await page.evaluate(() => globalThis.goOn());
  await until(() => page.evaluate(() => globalThis.derived === 1), "the key of the first link is made");
  // What is left to do for it is done before work that is asked for now.
  await page.evaluate(async () => {
    for (let i = 0; i < 9; i += 1) await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  });
  assert.equal(await box(widget, "Link to your answers").count(), 0, "the link of the older answers came");
  await widget.button("Make a link").click();
  await box(widget, "Link to your answers").waitFor();
  const link = await box(widget, "Link to your answers").inputValue();
  assert.match(await carriedBy(link.slice(link.indexOf("=") + 1)).open("a passphrase"), /Something else/);
});
