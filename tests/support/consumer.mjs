// A throw-away project that has installed the package from its tarball, with the test tools of this folder at hand.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { dist } from "./serve.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));
export const run = promisify(execFile);

/** Packs `dist/weighup` as it would be published; returns the tarball and its list of files. */
export async function pack(into) {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", into], { cwd: join(dist, "weighup") });
  const report = JSON.parse(stdout);
  const [{ filename, files }] = Array.isArray(report) ? report : Object.values(report);
  return { tarball: join(into, filename), files: files.map(({ path }) => path) };
}

/** Makes the project; `files` is `{name: text}`. `tools` are linked from this folder's `node_modules`. */
export async function project({ files = {}, tools = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "weighup-consumer-"));
  const { tarball, files: packed } = await pack(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball], { cwd: folder });
  for (const tool of tools) {
    await mkdir(dirname(join(folder, "node_modules", tool)), { recursive: true });
    await symlink(join(tests, "node_modules", tool), join(folder, "node_modules", tool), "dir");
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    folder,
    packed,
    path: (name) => join(folder, name),
    list: async (name) => (await readdir(join(folder, name), { recursive: true })).sort(),
    /** Runs a Node script, of a tool or of the project's own. */
    node: (...words) => run("node", words, { cwd: folder, maxBuffer: 1 << 26 }),
    copy: (from, to) => cp(join(folder, from), join(folder, to), { recursive: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A tool's script in this folder's `node_modules`. */
export const tool = (path) => join(tests, "node_modules", path);
