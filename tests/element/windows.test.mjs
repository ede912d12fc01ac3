// Two windows on one aid: what one of them loses the other gives back, and nobody is left waiting for an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { twoScreens, until } from "../support/widget.mjs";

const here = world();
const silent = () => { window.BroadcastChannel = class { postMessage() {} close() {} }; };

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

test("a window with the name of a second one that no page of this site opened is an ordinary one", async () => {
  const page = await here.person();
  await page.addInitScript(() => { window.name = `weighup-second-${"a".repeat(32)}`; });
  await page.goto(new URL("prostate-localised/", here.site.url).href);
  await shown(page);
  assert.equal(await page.locator("weighup-aid .weighup--room").count(), 0);
});
