// The files of docs/serving, on real servers: nginx and Apache as Debian has them serve a version of the package by our lines and nothing
// else of ours, and a page that embeds it under the strict policy reaches the second step. What their own settings do is asked too, so that
// the lines are seen to be needed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { world } from "../support/chromium.mjs";
import { serverLines } from "../../pkg/demo/site/lines.js";
import { dist, root, strict } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const VERSION = "0.1.0";
const here = world();
const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
  <script type="module" src="/weighup/${VERSION}/index.js"></script>
  <weighup-aid src="/weighup/${VERSION}/aids/prostate-localised.json"><p>Fallback</p></weighup-aid></html>`;
const files = {
  "index.js": "text/javascript; charset=utf-8",
  "weighup.css": "text/css; charset=utf-8",
  "wasm/weighup_element_bg.wasm": "application/wasm",
  "wasm/weighup_fit_bg.wasm": "application/wasm",
  "aids/prostate-localised.json": "application/json",
  "texts/cy.json": "application/json",
};

let site;
before(async () => {
  site = await mkdtemp(join(tmpdir(), "weighup-servers-"));
  // A server reads as somebody else than who started it.
  await chmod(site, 0o755);
  await mkdir(join(site, "html/weighup"), { recursive: true });
  await cp(join(dist, "weighup"), join(site, "html/weighup", VERSION), { recursive: true });
  await writeFile(join(site, "html/index.html"), html);
});
after(() => rm(site, { recursive: true, force: true }));

/** A port that nobody has now. */
const port = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** Our lines: as they stand, or as the page that writes them has them for a website that shows the aids in frames. */
async function ours(name, own) {
  const text = await readFile(join(root, "docs/serving", name), "utf8");
  const lines = own === "frame" ? serverLines(text, { hosting: "frame", base: "https://aids.example.org/weighup/", site: "https://www.example.org" }) : text;
  return lines.replaceAll("/var/www/html", join(site, "html"));
}

const servers = {
  nginx: {
    program: "/usr/sbin/nginx",
    async settings(at, own) {
      return {
        arguments: ["-p", site, "-c", join(site, "nginx.conf"), "-g", "daemon off;"],
        file: "nginx.conf",
        text: `pid ${site}/nginx.pid; error_log ${site}/told.log;
          events {}
          http {
            access_log off;
            client_body_temp_path ${site}/t1; proxy_temp_path ${site}/t2; fastcgi_temp_path ${site}/t3; uwsgi_temp_path ${site}/t4; scgi_temp_path ${site}/t5;
            include /etc/nginx/mime.types;
            gzip on;
            server {
              listen 127.0.0.1:${at};
              root ${site}/html;
              location = / { add_header Content-Security-Policy "${strict}"; try_files /index.html =404; }
              ${own ? await ours("nginx.conf", own) : ""}
            }
          }`,
      };
    },
  },
  apache: {
    program: "/usr/sbin/apache2",
    async settings(at, own) {
      const modules = ["mpm_event", "authz_core", "authz_host", "dir", "mime", "filter", "headers", "deflate", "brotli"];
      const there = modules.filter((name) => existsSync(`/usr/lib/apache2/modules/mod_${name}.so`));
      return {
        arguments: ["-X", "-f", join(site, "apache.conf")],
        file: "apache.conf",
        text: `${there.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
          ServerName localhost
          Listen 127.0.0.1:${at}
          PidFile ${site}/apache.pid
          ErrorLog ${site}/told.log
          DefaultRuntimeDir ${site}
          Mutex file:${site}
          TypesConfig /etc/mime.types
          DocumentRoot "${site}/html"
          DirectoryIndex index.html
          <Directory "${site}/html">
            Require all granted
          </Directory>
          <Files "index.html">
            Header set Content-Security-Policy "${strict}"
          </Files>
          ${own ? await ours("apache.conf", own) : ""}`,
      };
    },
  },
};

/** Starts a server on our lines, or as it is without them. */
async function started(name, own) {
  const { program, settings } = servers[name];
  assert.ok(existsSync(program), `${program} is not there: install it (Debian: apt-get install nginx-light apache2)`);
  const at = await port();
  const made = await settings(at, own);
  await writeFile(join(site, made.file), made.text);
  const running = spawn(program, made.arguments, { stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${at}/`;
  const stop = () => new Promise((gone) => {
    if (running.exitCode !== null) return gone();
    running.on("exit", gone);
    running.kill("SIGTERM");
  });
  try {
    await until(() => fetch(url).then((answer) => answer.ok, () => false), `an answer of ${name}`);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}; it said: ${await readFile(join(site, "told.log"), "utf8").catch(() => "nothing")}`);
  }
  return { url, stop };
}

/** What the second step costs on the wire, in bytes, and that it comes without a word on the console. */
async function toTheSecondStep(url) {
  const page = await here.person();
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(url);
  const widget = await new Widget(page).ready();
  await widget.next();
  await widget.at("What matters");
  assert.deepEqual([page.log.errors, page.log.console, page.log.outside], [[], [], []]);
  await page.context().close();
  return bytes;
}

for (const name of Object.keys(servers)) {
  test(`${name} serves a version of the package by our lines: types, compression, and a browser that need not ask again`, async (t) => {
    const plain = await started(name, false);
    const before = await toTheSecondStep(plain.url).finally(plain.stop);
    const server = await started(name, true);
    try {
      for (const [file, type] of Object.entries(files)) {
        const answer = await fetch(`${server.url}weighup/${VERSION}/${file}`, { headers: { "accept-encoding": "gzip, br" } });
        assert.equal(answer.status, 200, file);
        assert.equal(answer.headers.get("content-type"), type, file);
        assert.match(answer.headers.get("content-encoding") ?? "none", /^(gzip|br)$/, `${file} is compressed`);
        assert.match(answer.headers.get("vary") ?? "", /accept-encoding/i, file);
        assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable", file);
        assert.equal(answer.headers.get("x-content-type-options"), "nosniff", file);
        const { size } = await stat(join(dist, "weighup", file));
        assert.equal((await answer.arrayBuffer()).byteLength, size, `${file} is whole`);
      }
      const old = await fetch(`${server.url}weighup/${VERSION}/index.js`, { headers: { "accept-encoding": "identity" } });
      assert.equal(old.headers.get("content-encoding"), null, "who takes no compression gets none");
      const now = await toTheSecondStep(server.url);
      t.diagnostic(`${name}: ${Math.round(before / 1024)} KB to the second step as Debian sets it up, ${Math.round(now / 1024)} KB by our lines`);
      assert.ok(now < before / 2, `${now} bytes instead of ${before}`);
    } finally {
      await server.stop();
    }
  });
}

for (const name of Object.keys(servers)) {
  test(`${name} lets another website ask for the files and frame the pages, by the lines that are written for it, and no other website`, async () => {
    for (const [own, allows, frames] of [["frame", "https://www.example.org", "frame-ancestors https://www.example.org"], [true, null, null]]) {
      const server = await started(name, own);
      try {
        for (const file of ["index.js", "frame/host.js", "frame/prostate-localised.html", "wasm/weighup_element_bg.wasm"]) {
          const { status, headers } = await fetch(`${server.url}weighup/${VERSION}/${file}`);
          assert.deepEqual([status, headers.get("access-control-allow-origin"), headers.get("content-security-policy")], [200, allows, frames], file);
        }
      } finally {
        await server.stop();
      }
    }
  });
}
