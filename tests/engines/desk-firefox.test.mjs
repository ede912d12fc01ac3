// The desk in Firefox, which has no folders to write into: files are chosen, written and handed over as downloads, and the preview follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf, policy } from "../support/desk.mjs";
import { firefox } from "../support/engines.mjs";
import { serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

test("an aid is opened, written and saved on the desk in Firefox, and what is not taken is told", async (t) => {
  const site = await serve({ policy });
  t.after(() => site.close());
  const { open, run, errors } = await firefox(t);
  await open(`${site.url}weighup/desk/`);
  await until(() => run(`document.documentElement.dataset.desk === "ready"`), "the desk is there");
  assert.equal(await run(`[...document.querySelectorAll("button")].some((each) => each.textContent === "Open a folder")`), false);
  // What is handed over, by its name: a download leaves the page, and Firefox tells nobody what is in it.
  await run(`(() => {
    window.kept = {};
    const made = URL.createObjectURL;
    let last;
    URL.createObjectURL = (blob) => { last = blob; return made.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { const name = this.download; last.text().then((text) => { window.kept[name] = text; }); };
  })()`);
  const text = filesOf("sore-throat").find(({ name }) => name === "aid.toml").buffer.toString("utf8");
  await run(`(() => {
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], "aid.toml"));
    const input = document.getElementById("dk-choose");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  await until(() => run(`document.querySelector(".dk-head") !== null`), "the aid is on the desk");
  const write = (id, words) => run(`(() => {
    const field = document.getElementById(${JSON.stringify(id)});
    field.focus();
    field.value = ${JSON.stringify(words)};
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  const press = (name) => run(`[...document.querySelectorAll("button")].find((each) => each.textContent.startsWith(${JSON.stringify(name)})).click()`);
  await write("at-aid-short_title", "Throats");
  await until(() => run(`/Not saved: aid\\.toml/.test(document.querySelector(".dk-head__state").textContent)`), "it is in the file");
  // The preview is the aid.
  await until(() => run(`document.getElementById("dk-frame").contentDocument.querySelector("weighup-aid")?.shadowRoot?.textContent.includes("Throats") || document.getElementById("dk-frame").contentDocument.body.textContent.includes("Throats")`), "the preview follows", 60_000);
  // What is not taken stays, is counted, and is taken back alone.
  await write("at-aid-about-minutes", "an hour");
  await until(() => run(`/1 text is not taken/.test(document.querySelector(".dk-head__state").textContent)`), "it is counted");
  await press("Undo");
  await until(() => run(`document.getElementById("at-aid-about-minutes").value === "6"`), "the box shows the file");
  await press("Save");
  await until(() => run(`"aid.toml" in window.kept`), "it is handed over");
  const kept = await run(`window.kept["aid.toml"]`);
  const [was, is] = [text.split("\n"), kept.split("\n")];
  assert.equal(is.length, was.length);
  assert.deepEqual(is.filter((line, at) => line !== was[at]), ['short_title = "Throats"']);
  // Every section is laid out, and nothing runs over the side.
  const sections = await run(`document.querySelectorAll(".dk-list__line").length`);
  for (let at = 0; at < sections; at += 1) {
    await run(`document.querySelectorAll(".dk-list__line")[${at}].click()`);
    await until(() => run(`document.querySelectorAll(".dk-list__line")[${at}].getAttribute("aria-current") === "true"`), `section ${at}`);
    assert.equal(await run(`document.documentElement.scrollWidth > document.documentElement.clientWidth`), false, `section ${at}`);
  }
  assert.deepEqual(errors, []);
});
