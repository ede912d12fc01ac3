// `custom-elements.json`, which editors, Storybook and frameworks read: it keeps the published schema, is what the types and the guide say,
// and is what the element in a page really has.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { world } from "../support/chromium.mjs";
import { manifest } from "../support/manifest.mjs";
import { root } from "../support/serve.mjs";
import { Widget } from "../support/widget.mjs";

const here = world();
const path = join(root, "pkg/js/custom-elements.json");

test("the published file is what the types and the guide say", async () => {
  const wanted = `${JSON.stringify(await manifest(), null, 2)}\n`;
  if (process.env.MANIFEST === "write") await writeFile(path, wanted);
  assert.equal(await readFile(path, "utf8"), wanted, "run this test with MANIFEST=write");
});

test("it keeps the schema of custom elements manifests, which notices what it has not", async () => {
  const schema = JSON.parse(await readFile(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"), "utf8"));
  const check = new Ajv({ strict: false }).compile(schema);
  const found = await manifest();
  assert.ok(check(found), JSON.stringify(check.errors));
  found.modules = "index.js";
  assert.equal(check(found), false);
});

test("the element in a page has every field, method and attribute of it, and fires its events", async () => {
  const [{ declarations: [element] }] = (await manifest()).modules;
  const page = await here.open("prostate-localised/");
  await new Widget(page).ready();
  const found = await page.evaluate(() => {
    const { prototype, observedAttributes } = customElements.get("weighup-aid");
    const own = [];
    for (let at = prototype; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at)) {
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) own.push([name, typeof value === "function" ? "method" : "field"]);
    }
    return { own, observedAttributes };
  });
  const own = new Map(found.own.filter(([name]) => !/^(constructor|.*Callback)$/.test(name)));
  assert.deepEqual(element.members.map(({ name, kind }) => `${kind} ${name}`).sort(), [...own].map(([name, kind]) => `${kind} ${name}`).sort());
  const names = element.attributes.map(({ name }) => name);
  assert.deepEqual(found.observedAttributes.filter((name) => !names.includes(name)), []);
  for (const { name, fieldName } of element.attributes.filter(({ fieldName, name }) => fieldName && name !== "step")) {
    const there = await page.evaluate(([property, attribute]) => {
      const made = document.createElement("weighup-aid");
      const before = made[property];
      made[property] = typeof before === "boolean" ? true : "together";
      return made.hasAttribute(attribute);
    }, [fieldName, name]);
    assert.ok(there, `${fieldName} is the attribute ${name}`);
  }
  assert.deepEqual(element.events.map(({ name }) => name), ["weighup-ready", "weighup-step", "weighup-error", "weighup-given"]);
});
