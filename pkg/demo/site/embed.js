// Writes the lines for a website: for its page, its policy and its server. All that it knows stands in the page; it asks for nothing, keeps
// nothing and sends nothing.
import { pageLines, policyLines, serverLines, wrongWith } from "./lines.js";

const form = document.getElementById("form");
const part = (id) => document.getElementById(id);
// As docs/serving has them: what is chosen is put into these.
const servers = ["nginx", "apache", "iis"].map((id) => [id, part(id).textContent]);
const fields = form.elements;

const HOSTING = {
  own: { name: "Folder", hint: "From the root of the website, such as /weighup/. The folder of the version is inside it.", base: "/weighup/" },
  other: { name: "Address of the folder", hint: "Such as https://aids.example.org/weighup/. The folder of the version is inside it.", base: "" },
};
HOSTING.frame = HOSTING.other;

/** What is chosen, as plain values. */
function chosen() {
  const { version, script, host } = form.dataset;
  const aids = [...form.querySelectorAll("[name=aid]:checked")].map(({ value, dataset }) => ({
    id: value, title: dataset.title, sum: dataset.sum, languages: dataset.languages.split(" ").filter(Boolean),
  }));
  const language = fields.lang.selectedOptions[0];
  return {
    aids, version, sums: { script, host },
    lang: fields.lang.value, folder: language.dataset.folder ?? "", spoken: language.text,
    mode: fields.mode.value, device: fields.device.value, instead: fields.instead.value.trim(),
    hosting: fields.hosting.value, base: fields.base.value.trim(), site: fields.site.value.trim(), hashes: fields.hashes.checked,
    keys: fields.keys.value.trim(), required: fields.required.checked,
  };
}

function write() {
  const asked = chosen();
  const elsewhere = asked.hosting !== "own";
  const { name, hint } = HOSTING[asked.hosting];
  part("base-name").textContent = name;
  part("base-hint").textContent = hint;
  for (const id of ["site-field", "site-hint"]) part(id).hidden = !elsewhere;
  // A frame's page is checked by nobody: the page around names its address alone.
  const framed = asked.hosting === "frame";
  for (const field of [fields.hashes, fields.keys, fields.required]) field.closest("label").hidden = framed;
  for (const id of ["hashes-hint", "keys-hint"]) part(id).hidden = framed;

  const wrong = wrongWith(asked);
  say(part("missing"), wrong.length > 0 ? `Still to do: ${wrong.join(" ")}` : "");
  for (const id of ["page-part", "policy-part"]) part(id).hidden = wrong.length > 0;
  part("notes").hidden = true;
  for (const [id, text] of servers) part(id).textContent = wrong.length > 0 ? text : serverLines(text, asked);
  if (wrong.length > 0) return;
  part("page-text").textContent = pageLines(asked);
  const { says, text } = policyLines(asked);
  part("policy-says").textContent = says;
  part("policy-text").textContent = text;
  part("folder").textContent = `${asked.base.replace(/\/$/, "")}/${asked.version}/`;
  const without = asked.folder ? asked.aids.filter(({ languages }) => !languages.includes(asked.folder)) : [];
  part("notes").hidden = without.length === 0;
  part("notes").textContent = `In ${asked.spoken} the buttons and sentences of the interface are translated. These aids are not yet, and stay in English: ${without.map(({ title }) => title).join("; ")}.`;
}

/** A text that is as it was is not said again. */
function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** Copies what stands in a part, and says whether it did. */
async function copy(button) {
  const told = button.parentElement.querySelector("output");
  const code = part(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(code.textContent);
    told.value = "Copied.";
  } catch {
    getSelection().selectAllChildren(code);
    told.value = "Your browser did not let this page copy. The lines are marked: press Ctrl and C, or ⌘ and C.";
  }
}

form.hidden = false;
for (const button of document.querySelectorAll("[data-copy]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => copy(button));
}
form.addEventListener("submit", (event) => event.preventDefault());
fields.hosting.addEventListener("change", () => {
  // What was written for the other kind of place is none here; what a person wrote of this kind stays.
  if (wrongWith({ ...chosen(), aids: [{}], instead: "-", site: "https://example.org" }).length > 0) fields.base.value = HOSTING[fields.hosting.value].base;
});
for (const kind of ["input", "change"]) {
  form.addEventListener(kind, () => {
    // What was copied is not what stands there any more.
    for (const told of document.querySelectorAll(".copy output")) told.value = "";
    write();
  });
}
// What a browser puts back into the fields on the way back counts too.
addEventListener("pageshow", write);
write();
