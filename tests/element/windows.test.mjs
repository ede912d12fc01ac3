// Two windows on one aid: what one of them loses the other gives back, and nobody is left waiting for an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { twoScreens, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
// Two sites to a browser, and both are this machine: the page of a clinic, and in its frame an aid of ours.
const clinic = (port) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A clinic</title><link rel="icon" href="data:,">
<h1>A clinic</h1><iframe title="Decision aid" src="http://localhost:${port}/prostate-localised/" width="1200" height="800"></iframe>`;
const apart = world({
  // The driver switches off that a frame of another site has storage and channels of its own, which browsers as people have them do. The
  // last list of what is switched off is the one that counts.
  args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost", "--disable-features=Translate"],
  serve: { policy: null, answer: (path) => (path === "/clinic.html" ? { type: "text/html; charset=utf-8", body: clinic(new URL(apart.site.url).port) } : undefined) },
});
/** Nothing that a window says to another arrives. */
const silent = () => {
  window.BroadcastChannel = class { postMessage() {} close() {} };
  addEventListener("message", (event) => event.stopImmediatePropagation());
};

test("the first window is loaded again: the second stays, and gives the answers back", async () => {
  const page = await here.person();
  const { widget, second } = await twoScreens(page, here.site.url);
  await widget.go("What matters");
  const field = widget.root.getByRole("textbox").first();
  await field.fill("said before");
  await until(() => second.locator("weighup-aid").evaluate((aid) => aid.step === "what-matters"), "the second window in step");
  await page.reload();
  await widget.at("What matters");
  await until(async () => (await field.inputValue()) === "said before", "the answers are back");
  assert.equal(second.isClosed(), false);
  await widget.go("Decide");
  await until(() => second.locator("weighup-aid").evaluate((aid) => aid.step === "decide"), "in step again");
});

test("a second window that never answers is told", async () => {
  const page = await here.person();
  await page.addInitScript(silent);
  await page.clock.install();
  const { widget } = await twoScreens(page, here.site.url);
  await page.clock.runFor(15_000);
  await widget.text(/second window does not answer/).waitFor();
});

test("a second window whose first does not answer says so", async () => {
  const page = await here.person();
  await page.addInitScript(silent);
  const { second } = await twoScreens(page, here.site.url);
  await second.locator("weighup-aid").getByText(/first window does not answer/).waitFor();
});

/** A clinic's page with an aid in a frame of another site. */
async function framed() {
  const page = await apart.person();
  await withAttributes(page, 'mode="together"');
  await page.goto(new URL("clinic.html", apart.site.url).href);
  const widget = new Widget(page, page.frameLocator("iframe").locator("weighup-aid").first());
  await widget.drawer();
  return { page, widget };
}

test("in a frame on another site's page the second window follows, and goes on when the frame is loaded again", async () => {
  const { page, widget } = await framed();
  const [second] = await Promise.all([page.context().waitForEvent("page"), widget.button("Open on a second screen").click()]);
  const there = second.locator("weighup-aid");
  await there.locator(".weighup--room").waitFor();
  await page.bringToFront();
  const inStep = (step) => until(() => there.evaluate((aid, step) => aid.step === step, step), `the second window on ${step}`);
  await widget.go("What matters");
  await inStep("what-matters");
  const field = widget.root.getByRole("textbox").first();
  await field.fill("said in the frame");
  // What is typed goes to the other window once it is an answer.
  await widget.go("Compare");
  await inStep("compare");
  await page.locator("iframe").evaluate((frame) => new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = `${frame.src}`;
  }));
  // It opens on Compare by itself: only the second window knows what was said.
  await widget.root.getByText("said in the frame").first().waitFor();
  await widget.go("What matters");
  await inStep("what-matters");
  assert.equal(await field.inputValue(), "said in the frame");
  assert.equal(second.isClosed(), false);
  assert.deepEqual(page.log.errors, []);
});

test("a page of another origin that says it is a second window hears nothing", async () => {
  const { page, widget } = await framed();
  await widget.go("What matters");
  await page.evaluate((name) => {
    const { port1, port2 } = new MessageChannel();
    globalThis.heard = [];
    port1.onmessage = ({ data }) => globalThis.heard.push(data);
    frames[0].postMessage({ weighup: name, aid: "prostate-localised" }, "*", [port2]);
    port1.postMessage("hello");
  }, `weighup-second-${"a".repeat(32)}`);
  // Each step that is opened would be told.
  for (const step of ["Options", "Compare"]) await widget.go(step);
  assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
});

test("a window with the name of a second one that no page of this site opened is an ordinary one", async () => {
  const page = await here.person();
  await page.addInitScript(() => { window.name = `weighup-second-${"a".repeat(32)}`; });
  await page.goto(new URL("prostate-localised/", here.site.url).href);
  await shown(page);
  assert.equal(await page.locator("weighup-aid .weighup--room").count(), 0);
});
