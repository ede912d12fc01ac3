// The decoder that is kept beside the script is what its authors published, and stands on nothing else.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { keptDecoder } from "../support/kept.mjs";
import { root } from "../support/serve.mjs";

const path = join(root, "pkg/js/lib/qr.js");

test("the kept decoder is the published one, whole, with its licence", async () => {
  const wanted = await keptDecoder();
  if (process.env.KEPT === "write") await writeFile(path, wanted);
  assert.equal(await readFile(path, "utf8"), wanted, "run this test with KEPT=write");
  assert.match(wanted, /Permission is hereby granted, free of charge/);
});

test("it loads nothing, writes nothing, and needs no leave of a strict policy", async () => {
  const code = (await readFile(path, "utf8")).split("\n").filter((line) => !line.startsWith("//")).join("\n");
  for (const way of [/\bimport\b/, /\beval\b/, /\bFunction\(/, /\bfetch\b/, /\bWorker\b/, /localStorage|indexedDB|document\.cookie/, /XMLHttpRequest|sendBeacon|WebSocket/]) {
    assert.doesNotMatch(code, way);
  }
});
