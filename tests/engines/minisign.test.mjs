// Signed aids and the programs of others: minisign itself takes what the command signs, the command takes what minisign signs, and Firefox and
// WebKit check it too.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { firefox, webkit } from "../support/engines.mjs";
import { dist, root, serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const run = promisify(execFile);
const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
const minisign = process.env.WEIGHUP_MINISIGN ?? "/usr/bin/minisign";
const [KEY, PUBLIC] = ["test.key", "test.pub"].map((name) => join(root, "tests/fixtures/signing", name));
const AID = "prostate-localised.json";

let scratch;
before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "weighup-signed-"));
  await copyFile(join(dist, "aids", AID), join(scratch, AID));
});
after(() => rm(scratch, { recursive: true }));
const aid = () => join(scratch, AID);

test("minisign takes what the command signed, with what it says of it", async () => {
  await run(command, ["sign", "--key", KEY, aid()]);
  const { stdout } = await run(minisign, ["-V", "-p", PUBLIC, "-m", aid()]);
  assert.match(stdout, /Signature and comment signature verified\nTrusted comment: file:prostate-localised\.json\tid:prostate-localised\tversion:/);
  await writeFile(aid(), `${await readFile(aid(), "utf8")} `);
  await assert.rejects(run(minisign, ["-V", "-p", PUBLIC, "-m", aid()]), /Signature verification failed/);
  await copyFile(join(dist, "aids", AID), aid());
});

test("the command takes what minisign signed, and says which way of signing it needs", async () => {
  await run(minisign, ["-S", "-l", "-s", KEY, "-m", aid()]);
  const { stdout } = await run(command, ["verify", "--key", PUBLIC, aid()]);
  assert.match(stdout, /prostate-localised .* signed with the key F7720D071B77434F/);
  await run(minisign, ["-S", "-s", KEY, "-m", aid()]);
  await assert.rejects(run(command, ["verify", "--key", PUBLIC, aid()]), /minisign -S -l/);
});

for (const [name, engine] of Object.entries({ Firefox: firefox, WebKit: webkit })) {
  test(`${name} shows an aid that minisign signed with the name of the key, and refuses one that was changed`, async (t) => {
    await run(minisign, ["-S", "-l", "-s", KEY, "-m", aid()]);
    const signature = await readFile(`${aid()}.minisig`);
    const line = (await readFile(PUBLIC, "utf8")).split("\n")[1];
    const page = (path) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><script type="module" src="/weighup/index.js"></script>
      <weighup-aid src="${path}" keys="${line}=The hospital"><p>Ask us for a booklet.</p></weighup-aid></html>`;
    const html = (body) => ({ type: "text/html; charset=utf-8", body });
    const site = await serve({
      answer: (path, found) => {
        if (path === "/right.html") return html(page(`/aids/${AID}`));
        if (path === "/changed.html") return html(page(`/changed/${AID}`));
        if (path === `/changed/${AID}`) return { type: "application/json", body: changed };
        return path.endsWith(".minisig") ? { type: "text/plain", body: signature } : undefined;
      },
    });
    t.after(() => site.close());
    const changed = `${await readFile(aid(), "utf8")} `;
    const browser = await engine(t);
    const words = () => browser.run('document.querySelector("weighup-aid")?.shadowRoot?.textContent ?? ""');
    await browser.open(`${site.url}right.html`);
    await until(async () => /Nothing was changed on the way to this page|cannot check who published/.test(await words()), "the name of the key", 60_000);
    assert.match(await words(), /The hospital/);
    await browser.open(`${site.url}changed.html`);
    await until(async () => /cannot show this decision aid/.test(await words()), "the refusal", 60_000);
    assert.doesNotMatch(await words(), /prostate/i);
  });
}
