// What editors and frameworks read of `<weighup-aid>`: a custom elements manifest, put together from the types of the package and the tables
// of the guide, which tests hold the element to. Nothing in it is written a second time.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./serve.mjs";

const plain = (text) => text.replace(/\s*\n\s*\*?\s*/g, " ").trim();

/** The rows of the table of the guide whose head begins with a word: each as its cells. */
export function rows(guide, head) {
  const [, table] = guide.match(new RegExp(`\\n(\\| ${head} \\|[^\\n]*\\n\\|[-|]+\\n(?:\\|[^\\n]*\\n)+)`)) ?? [];
  if (!table) throw new Error(`docs/embedding.md has no table of ${head}`);
  return table.trim().split("\n").slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

/** Names in backquotes in a cell that names several, and the text of each: parts of a list that is divided by semicolons, or all of it. */
function each(names, text) {
  const all = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const told = text.split(/;\s*/);
  return all.map((name, at) => ({ name, description: told.length === all.length ? told[at] : text }));
}

/** What stands in an interface of the types: `kind` is field or method. */
function members(types, name) {
  const [, inside] = types.match(new RegExp(`export interface ${name}[^{]*\\{\\n(.*?)\\n\\}`, "s")) ?? [];
  if (!inside) throw new Error(`index.d.ts has no interface ${name}`);
  const found = [];
  for (const [, told, declared] of inside.matchAll(/\/\*\*(.*?)\*\/\s*\n\s*([^\n]+);/gs)) {
    const description = plain(told);
    const method = declared.match(/^(\w+)\(\): (\w+)$/);
    const field = declared.match(/^"?([\w-]+)"?: (.+)$/);
    if (method) found.push({ kind: "method", name: method[1], description, return: { type: { text: method[2] } } });
    else if (field) found.push({ kind: "field", name: field[1], description, type: { text: field[2] } });
  }
  return found;
}

/** The manifest, as the published file has it. */
export async function manifest() {
  const [guide, types] = await Promise.all(["docs/embedding.md", "pkg/js/index.d.ts"].map((path) => readFile(join(root, path), "utf8")));
  const own = members(types, "WeighupAidElement");
  const events = members(types, "WeighupEventMap");
  const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const fields = own.filter(({ kind }) => kind === "field");
  const attributes = fields.filter(({ name }) => !["aid", "translations"].includes(name)).map(({ name, description, type }) => ({ name: dashed(name), description, type, fieldName: name }));
  // Which languages there are stands in their folders alone.
  const standard = rows(guide, "attribute").filter(([name]) => /`(lang|dir)`/.test(name))
    .map(([name, , meaning]) => ({ name: name.replaceAll("`", ""), description: meaning.replace(/ \([^)]*\)/, ""), type: { text: "string" } }));
  const declaration = { name: "WeighupAid", module: "index.js" };
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [{
      kind: "javascript-module",
      path: "index.js",
      declarations: [{
        kind: "class",
        customElement: true,
        name: "WeighupAid",
        tagName: "weighup-aid",
        description: plain(types.match(/\/\*\*([^*]+)\*\/\nexport interface WeighupAidElement/)[1]),
        superclass: { name: "HTMLElement" },
        attributes: [...attributes, ...standard],
        members: own.map((member) => {
          const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
          return attribute ? { ...member, attribute: attribute.name, reflects: member.name !== "step" } : member;
        }),
        events: events.map(({ name, description, type }) => ({ name, description, type })),
        slots: [
          { name: "", description: "What people read until the aid is ready, without WebAssembly, and when the aid cannot be shown." },
          { name: "picture-step-*", description: "Easy Read: a picture in place of the drawing of that step." },
          { name: "picture-option-*", description: "Easy Read: a picture beside the option of that id. Every option has one, or none." },
          { name: "picture-outcome-*", description: "Easy Read: a picture beside the outcome of that id." },
        ],
        cssStates: rows(guide, "state").flatMap(([names, text]) => each(names, text)),
        cssProperties: rows(guide, "property").flatMap(([names, text]) => each(names, text)),
        cssParts: rows(guide, "part").flatMap(([names, text]) => each(names, text)),
      }],
      exports: [
        { kind: "js", name: "WeighupAid", declaration },
        { kind: "custom-element-definition", name: "weighup-aid", declaration },
      ],
    }],
  };
}
