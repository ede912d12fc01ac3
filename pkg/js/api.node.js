// Checking an aid and reading its figures, and the arithmetic of weighing, in Node.
import { readFile } from "node:fs/promises";
import initialise, * as wasm from "./wasm/weighup_api.js";
import { functions } from "./lib/functions.js";

export const { check, compute, figures } = functions(wasm, async () =>
  initialise({ module_or_path: await readFile(new URL("./wasm/weighup_api_bg.wasm", import.meta.url)) }),
);
