// The decoder of QR codes that is kept in `pkg/js/lib/qr.js`: what the npm package `qr` has for browsers without one, in one file. The version
// is that of `tests/package-lock.json`, and nothing in it is changed.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const entry = createRequire(import.meta.url).resolve("qr/decode.js");

/** The file as it has to be. */
export async function keptDecoder() {
  const folder = dirname(entry);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const licence = await readFile(join(folder, "LICENSE-MIT"), "utf8");
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: `export { BarcodeDetector } from ${JSON.stringify(entry)};`, resolveDir: folder },
    bundle: true, write: false, format: "esm", minify: true, target: "es2022", legalComments: "none",
  });
  const head = [`qr ${version} (https://github.com/paulmillr/qr), its decoder in one file, made by tests/support/kept.mjs.`, "", ...licence.trim().split("\n")];
  return `${head.map((line) => `// ${line}`.trimEnd()).join("\n")}\n${text}`;
}
