// The plugin for WordPress on WordPress as Debian has it, with MariaDB and PHP: an author who may not write HTML of their own puts a decision aid
// into a post by the block and by the shortcode, and a visitor goes from About to Compare under the policy of a careful hospital.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { world } from "../support/chromium.mjs";
import { dist, root, strict } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const run = promisify(execFile);
const here = world();
const own = join(root, "tests/servers/wordpress");
const PASSWORD = "for some minutes";
const programs = { "/usr/share/wordpress/wp-load.php": "wordpress", "/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json": "wordpress-theme-twentytwentythree", "/usr/sbin/mariadbd": "mariadb-server", "/usr/bin/php": "php-cli" };

let folder;
let url;
let said;
let php;
const running = [];
const told = () => readFile(join(folder, "told.log"), "utf8").catch(() => "");

const port = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = server.address();
    server.close(() => found(free));
  });
});

function started(program, args, env = {}) {
  // In a group of its own: the server of PHP has helpers, which do not end with it.
  const child = spawn(program, args, { stdio: "ignore", detached: true, env: { ...process.env, ...env } });
  running.push(child);
  return child;
}

before(async () => {
  const missing = Object.entries(programs).filter(([place]) => !existsSync(place)).map(([, name]) => name);
  assert.deepEqual(missing, [], `install ${missing.join(" ")} (Debian: apt-get install ${missing.join(" ")} php-mysql)`);
  folder = await mkdtemp(join(tmpdir(), "wu-wp-"));
  await chmod(folder, 0o755);
  const site = join(folder, "site");
  await cp("/usr/share/wordpress", site, { recursive: true, dereference: true });
  await cp(join(own, "settings.php"), join(site, "wp-config.php"));
  const plugin = join(site, "wp-content/plugins/weighup");
  await cp(join(root, "integrations/wordpress/weighup"), plugin, { recursive: true });
  await cp(join(dist, "weighup"), join(plugin, "package"), { recursive: true });

  const [data, socket, user] = [join(folder, "data"), join(folder, "s"), userInfo().username];
  await run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, `--user=${user}`, "--auth-root-authentication-method=normal", "--skip-test-db"]);
  started("/usr/sbin/mariadbd", ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, `--user=${user}`, "--skip-networking", `--pid-file=${folder}/pid`, `--log-error=${folder}/db.log`]);
  const sql = (text) => run("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", text]);
  await until(() => sql("SELECT 1").then(() => true, () => false), "an answer of MariaDB");
  await sql("CREATE DATABASE wordpress; CREATE USER wordpress@localhost; GRANT ALL ON wordpress.* TO wordpress@localhost");

  const at = await port();
  url = `http://127.0.0.1:${at}/`;
  const env = { WEIGHUP_SOCKET: socket, WEIGHUP_SITE: url.slice(0, -1), WEIGHUP_TOLD: join(folder, "told.log"), WEIGHUP_POLICY: strict, PHP_CLI_SERVER_WORKERS: "4" };
  php = (args) => run("php", args, { env: { ...process.env, ...env } });
  ({ stdout: said } = await php([join(own, "install.php"), site, PASSWORD]));
  started("php", ["-d", "opcache.enable_cli=1", "-S", `127.0.0.1:${at}`, "-t", site, join(own, "router.php")], env);
  await until(() => fetch(url).then((answer) => answer.ok, () => false), "an answer of WordPress");
});

after(async () => {
  await Promise.all(running.reverse().map((child) => new Promise((gone) => {
    if (child.exitCode !== null) return gone();
    child.on("exit", gone);
    process.kill(-child.pid, "SIGTERM");
  })));
  await rm(folder, { recursive: true, force: true });
});

/** A person on a page that a program of PHP makes while they wait, which takes long on a machine that does something else too. */
async function visitor() {
  const page = await here.person();
  page.context().setDefaultTimeout(180_000);
  return page;
}

/** The author, signed in by the form as a person is. */
async function author() {
  const page = await visitor();
  await page.goto(`${url}wp-login.php`);
  await page.getByLabel("Username or Email Address").fill("author");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log In" }).click();
  await page.waitForURL("**/wp-admin/**");
  return page;
}

/** A post that the author publishes by WordPress's own interface; gives its address and what WordPress kept of the text. */
function published(page, content) {
  return page.evaluate(async ([title, text]) => {
    const nonce = await (await fetch("/wp-admin/admin-ajax.php?action=rest-nonce")).text();
    const answer = await fetch("/index.php?rest_route=/wp/v2/posts&context=edit", {
      method: "POST", headers: { "content-type": "application/json", "x-wp-nonce": nonce }, body: JSON.stringify({ title, content: text, status: "publish" }),
    });
    const post = await answer.json();
    if (!answer.ok) throw new Error(`the post was not published: ${JSON.stringify(post)}`);
    return { link: post.link, kept: post.content.raw };
  }, ["A decision", content]);
}

/** What the policy tells WordPress and its theme about their own inline styles and scripts, on a post that is nothing but words. */
let theirs;
async function withoutAid() {
  const { link } = await published(await author(), "Words.");
  const page = await visitor();
  await page.goto(link);
  await page.waitForLoadState("networkidle");
  return page.log.console;
}

/** A visitor goes from About to Compare, and every figure is there; on the console is nothing that has to do with the aid. */
async function visited(link) {
  theirs ??= await withoutAid();
  const page = await visitor();
  await page.goto(link);
  const widget = await new Widget(page).ready();
  await widget.go("Compare");
  await widget.whole();
  const [text, id] = [await widget.words(), (await widget.root.getAttribute("src")).match(/([^/]+)\.json$/)[1]];
  const { outcome } = JSON.parse(await readFile(join(dist, `weighup/aids/${id}.json`), "utf8"));
  assert.ok(outcome.length > 3);
  for (const { name } of outcome) assert.ok(text.includes(name), `${name} is in Compare`);
  const ours = page.log.console.filter((line) => !theirs.includes(line) && /weighup|\.wasm|script-src|connect-src/i.test(line));
  assert.deepEqual([ours, page.log.errors, page.log.outside], [[], [], []]);
  return { page, widget };
}

test("an author may not write the element: WordPress takes it away, which is why there is a plugin", async () => {
  assert.match(said, /^may not write HTML \d/);
  const { kept } = await published(await author(), '<weighup-aid src="/aids/hrt.json"><p>Call us.</p></weighup-aid><script src="/x.js"></script>');
  assert.ok(!kept.includes("weighup-aid") && !kept.includes("<script"), kept);
});

test("by the shortcode a visitor gets from About to Compare, in the language and with what the author chose", async () => {
  const { link } = await published(await author(), '[weighup aid="prostate-localised" lang="cy" keep theme="nhs auto" src="https://elsewhere.example/x.json" onclick="alert(1)"]Call <b>us</b> on 01632 960 001.[/weighup]');
  const page = await visitor();
  await page.goto(link);
  await page.locator("weighup-aid").waitFor();
  const found = await page.locator("weighup-aid").evaluate((one) => Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(Object.keys(found).sort(), ["first", "keep", "lang", "src", "theme"]);
  assert.deepEqual([found.lang, found.theme, found.src.startsWith(url), /\.cy\.first\.html$/.test(found.first)], ["cy", "nhs auto", true, true]);
  assert.equal(await page.locator("weighup-aid b").textContent(), "us");
  await page.waitForFunction(() => document.querySelector("weighup-aid")?.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup")?.lang === "cy");
  const plain = await published(await author(), '[weighup aid="prostate-localised"]');
  await visited(plain.link);
});

test("by the block: chosen in the editor, published by its button, and a visitor gets from About to Compare", async () => {
  const page = await author();
  await page.goto(`${url}wp-admin/post-new.php`);
  await page.waitForFunction(() => globalThis.wp?.blocks?.getBlockType("weighup/aid"));
  await page.evaluate(() => {
    const { blocks, data } = globalThis.wp;
    data.dispatch("core/editor").editPost({ title: "By the block" });
    data.dispatch("core/block-editor").insertBlocks(blocks.createBlock("weighup/aid"));
  });
  const editor = page.frameLocator('iframe[name="editor-canvas"]');
  const canvas = (await page.locator('iframe[name="editor-canvas"]').count()) > 0 ? editor : page;
  const block = canvas.locator('[data-type="weighup/aid"]');
  await block.getByLabel("Decision aid").selectOption("hrt");
  await block.getByLabel("What people read where it cannot be shown").fill('Call "us" on 01632 960 001.');
  const title = await block.locator(".components-placeholder__instructions").textContent();
  assert.equal(title, JSON.parse(await readFile(join(dist, "weighup/aids/hrt.json"), "utf8")).title);
  const link = await page.evaluate(async () => {
    const { data } = globalThis.wp;
    data.dispatch("core/editor").editPost({ status: "publish" });
    await data.dispatch("core/editor").savePost();
    if (!data.select("core/editor").didPostSaveRequestSucceed()) throw new Error("the post was not saved");
    return data.select("core/editor").getPermalink();
  });
  const { page: visit, widget } = await visited(link);
  assert.match(await widget.root.getAttribute("src"), /\/aids\/hrt\.json$/);
  assert.equal(await visit.locator("weighup-aid > p").textContent(), 'Call "us" on 01632 960 001.');
  // Opened again, the editor finds the block whole.
  await page.reload();
  await page.waitForFunction(() => globalThis.wp?.data?.select("core/block-editor")?.getBlocks().some(({ name, isValid, attributes }) => name === "weighup/aid" && isValid && attributes.aid === "hrt"));
});

test("an aid that is not there: visitors read what the author wrote, and whoever can mend it is told", async () => {
  const page = await author();
  const { link } = await published(page, '[weighup aid="../../../wp-config"]Call us.[/weighup]');
  const visit = await visitor();
  await visit.goto(link);
  assert.equal(await visit.locator("weighup-aid, .weighup-wrong").count(), 0);
  assert.equal(await visit.getByText("Call us.").isVisible(), true);
  await page.goto(link);
  assert.match(await page.locator(".weighup-wrong").textContent(), /no decision aid “\.\.\/\.\.\/\.\.\/wp-config”/);
});

test("PHP has nothing to say about the plugin", async () => {
  assert.deepEqual((await told()).split("\n").filter((line) => line.includes("plugins/weighup")), []);
});
