// Signs as minisign does with `-l`, written here a second time, so that the element and the command are held to another program than themselves.
import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./serve.mjs";

const folder = join(root, "tests/fixtures/signing");
const read = (name) => readFileSync(join(folder, name), "utf8");
// What stands before the seed of a key of Ed25519 in PKCS #8.
const BEFORE = Buffer.from("302e020100300506032b657004220420", "hex");

/** A key from the second line of an unlocked secret key: `line` is its public half, as a page names it, and `sign` gives a whole file. */
function keyOf(letters) {
  const bytes = Buffer.from(letters, "base64");
  const [id, seed, half] = [bytes.subarray(54, 62), bytes.subarray(62, 94), bytes.subarray(94, 126)];
  const key = createPrivateKey({ key: Buffer.concat([BEFORE, seed]), format: "der", type: "pkcs8" });
  const plain = Buffer.from("Ed");
  return {
    line: Buffer.concat([plain, id, half]).toString("base64"),
    sign(content, comment = "timestamp:1796082076") {
      const ofFile = sign(null, Buffer.from(content), key);
      const ofComment = sign(null, Buffer.concat([ofFile, Buffer.from(comment)]), key);
      return `untrusted comment: a test\n${Buffer.concat([plain, id, ofFile]).toString("base64")}\ntrusted comment: ${comment}\n${ofComment.toString("base64")}\n`;
    },
  };
}

/** The key of the tests, which minisign made. */
export const ours = keyOf(read("test.key").split("\n")[1]);
/** Another one: made of the first by changing its number and its seed. Its halves do not belong together, so `line` is of nobody. */
export const other = (() => {
  const bytes = Buffer.from(read("test.key").split("\n")[1], "base64");
  bytes[54] ^= 1;
  return keyOf(bytes.toString("base64"));
})();
/** What minisign itself signed: the text, its signature, one of a digest, and the public key. */
export const byMinisign = {
  text: read("fixture.json"), signature: read("fixture.json.minisig"), digest: read("fixture.digest.minisig"), line: read("test.pub").split("\n")[1],
};
