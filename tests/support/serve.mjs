// Serves a built site on this machine alone, with the headers a careful hospital would send.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = process.env.WEIGHUP_DIST ?? join(root, "dist");

// `wasm-unsafe-eval` lets WebAssembly compile and nothing else.
export const strict = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:",
  "connect-src 'self'", "font-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].join("; ");

/** The same without leave to compile WebAssembly, as many hospital sites have it today. */
export const noWasm = strict.replace(" 'wasm-unsafe-eval'", "");

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8",
};

async function file(folder, path) {
  const found = normalize(join(folder, decodeURIComponent(path)));
  if (!(found + sep).startsWith(normalize(folder + sep))) return undefined;
  try {
    const info = await stat(found);
    const name = info.isDirectory() ? join(found, "index.html") : found;
    return { body: await readFile(name), type: types[extname(name)] ?? "application/octet-stream" };
  } catch {
    return undefined;
  }
}

/**
 * Starts a server on a free port.
 * `answer(path, found)` may return `{status, type, body, headers}` to take the place of a file; `found` is the file.
 */
export async function serve({ folder = dist, policy = strict, answer = () => undefined } = {}) {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`there is no built site in ${folder}; run \`cargo xtask build\` first`);
  }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const found = await file(folder, path);
    const { status = 200, type, body, headers = {} } = (await answer(path, found))
      ?? found ?? { status: 404, type: "text/plain; charset=utf-8", body: `There is nothing at ${path}.` };
    response.writeHead(status, {
      "content-type": type, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
      "cache-control": "no-cache", ...(policy ? { "content-security-policy": policy } : {}), ...headers,
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}
