// Files that are not what a server, or an aid, says they are: what is right is shown, what is not is told by its name, and nothing is
// ever "a fault of ours".
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { dist } from "../support/serve.mjs";

const read = (name) => readFile(join(dist, "aids", name), "utf8");
const json = (body, type = "application/json") => ({ type, body });
const files = {};
const here = world({
  serve: {
    answer: (path) => (path === "/host.html"
      ? { type: "text/html; charset=utf-8", body: '<!doctype html><html lang="cy"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script><weighup-aid><p>Fallback</p></weighup-aid></html>' }
      : files[path]),
  },
});

/** What becomes of an aid at each of these addresses, one after the other in one page: a code, or the first words of the widget. */
async function outcomes(addresses) {
  const page = await here.person();
  await page.goto(new URL("/host.html", here.site.url).href);
  await page.waitForFunction(() => customElements.get("weighup-aid"));
  const found = {};
  for (const address of addresses) {
    found[address] = await page.evaluate((address) => new Promise((done) => {
      const aid = document.querySelector("weighup-aid");
      const over = new AbortController();
      const heard = (name, what) => aid.addEventListener(name, (event) => {
        over.abort();
        done(what(event));
      }, { signal: over.signal });
      heard("weighup-error", ({ detail }) => detail.code);
      heard("weighup-ready", () => aid.shadowRoot.querySelector(".wu-mount:not([hidden]) .weighup").textContent);
      aid.src = address;
    }), address);
  }
  return found;
}

test("an aid is known by what is in it, whatever the server calls it", async () => {
  const aid = await read("appendicitis.json");
  const kinds = {
    "as a page": [json(aid, "text/html"), /appendicitis/i],
    "as text": [json(aid, "text/plain"), /appendicitis/i],
    "with a mark of its order of bytes": [json(`\ufeff${aid}`), /appendicitis/i],
    "a page": [json("<!doctype html><p>Sign in", "Text/HTML; Charset=UTF-8"), /^aid-is-html$/],
    "a page with a remark first": [json("<!-- Sign in --><html></html>"), /^aid-is-html$/],
    "a page of XML": [json('<?xml version="1.0"?><html/>'), /^aid-is-html$/],
    "nothing": [json(""), /^aid-not-json$/],
    "a word": [json("Forbidden", "text/html"), /^aid-not-json$/],
    ...Object.fromEntries(["null", "42", "[]", '"x"', "{}", '{"id":null}'].map((text) => [text, [json(text), /^aid-refused$/]])),
  };
  const addresses = Object.values(kinds).map(([file], at) => {
    files[`/kind/${at}.json`] = file;
    return `/kind/${at}.json`;
  });
  const found = await outcomes(addresses);
  for (const [at, [name, [, right]]] of Object.entries(kinds).entries()) assert.match(found[addresses[at]], right, name);
});

test("whatever an aid says of its translations, it is shown or refused by name", async () => {
  const aid = JSON.parse(await read("prostate-localised.json"));
  const none = "0".repeat(64);
  const lies = {
    "a text": "cy", "nothing": null, "a list with nothing in it": [null], "an empty one": [{}], "numbers": [{ language: 7, file: 7, hash: 7 }],
    "no file": [{ language: "cy", hash: none }], "no hash": [{ language: "cy", file: "prostate-localised.cy.json" }],
    "another site": [{ language: "cy", file: "https://elsewhere.example/cy.json", hash: none }],
    "words in place of a file": [{ language: "cy", file: "data:application/json,{}", hash: none }],
    "a folder above": [{ language: "cy", file: "../../../cy.json", hash: none }],
    "no address": [{ language: "cy", file: "http://[", hash: none }],
    "itself": [{ language: "cy", file: "0.json", hash: none }],
  };
  const addresses = Object.values(lies).map((translations, at) => {
    files[`/lie/${at}.json`] = json(JSON.stringify({ ...aid, translations }));
    return `/lie/${at}.json`;
  });
  const found = await outcomes(addresses);
  for (const [at, name] of Object.keys(lies).entries()) {
    const what = found[addresses[at]];
    // The aid is in English: words of the Welsh one are not on the page.
    assert.ok(what === "aid-refused" || (/prostate cancer/i.test(what) && !/canser/i.test(what)), `${name}: ${what.slice(0, 80)}`);
  }
});

test("an aid that was laid out anew still finds its translation", async () => {
  const aid = await read("prostate-localised.json");
  files["/wide/prostate-localised.json"] = json(JSON.stringify(JSON.parse(aid), null, 2));
  files["/wide/prostate-localised.cy.json"] = json(await read("prostate-localised.cy.json"));
  const found = await outcomes(["/wide/prostate-localised.json"]);
  assert.match(found["/wide/prostate-localised.json"], /canser/i);
});
