// The component gallery: one state at a time, at the widths, colours and direction that were chosen. The address keeps the
// choice, so that a look can be sent to somebody.
const form = document.getElementById("look");
const stage = document.getElementById("stage");
const fields = form.elements;
const widths = [320, 768, 1280];
const sheet = new CSSStyleSheet();

const kinds = {
  about: "About", "what-matters": "What matters", choice: "The choice", options: "Options", compare: "Compare", weigh: "Weigh up",
  fit: "How they fit", summary: "Summary", part: "Parts",
};
const list = JSON.parse(await text("states.json"));
const words = (name) => {
  const [first, ...rest] = name.replace(/^part-/, "").split("-");
  const language = list.find((each) => each.name === name)?.language;
  if (language && rest.length) return `${language}: ${rest.join(" ")}`;
  return [first, ...rest].join(" ").replace(/^./, (letter) => letter.toUpperCase());
};

async function text(path) {
  const found = await fetch(path);
  if (!found.ok) throw new Error(`${path} answered with status ${found.status}; build the gallery again`);
  return found.text();
}

/** A state in a shadow root of its own, as it stands in a page. */
async function show(name, width) {
  const parsed = new DOMParser().parseFromString(await text(`${name}.html`), "text/html");
  const frame = document.createElement("section");
  const label = document.createElement("h2");
  const host = document.createElement("div");
  const mount = document.createElement("div");
  label.textContent = `${words(name)}, ${width} px`;
  frame.style.inlineSize = `${width}px`;
  host.setAttribute("theme", `${fields.palette.value} ${fields.scheme.value}`);
  mount.className = "wu-mount";
  mount.append(parsed.querySelector(".weighup"));
  if (fields.dir.value) mount.firstChild.dir = fields.dir.value;
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(mount);
  frame.append(label, host);
  return frame;
}

let wanted = 0;

async function draw() {
  const turn = (wanted += 1);
  const { state, width } = fields;
  const chosen = width.value === "all" ? widths : [Number(width.value)];
  const frames = await Promise.all(chosen.map((each) => show(state.value, each)));
  // A later choice may have been quicker.
  if (turn !== wanted) return;
  stage.replaceChildren(...frames);
  const look = new URLSearchParams(new FormData(form));
  history.replaceState(null, "", `#${look}`);
}

function step(by) {
  const { state } = fields;
  state.selectedIndex = (state.selectedIndex + by + state.length) % state.length;
  draw();
}

await sheet.replace(await text("../weighup/weighup.css"));
for (const kind of new Set(list.map((each) => each.kind))) {
  const group = document.createElement("optgroup");
  group.label = kinds[kind] ?? words(kind);
  group.append(...list.filter((each) => each.kind === kind).map(({ name }) => new Option(words(name), name)));
  fields.state.append(group);
}
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  if (fields[name] && [...fields[name].options].some((option) => option.value === value)) fields[name].value = value;
}
form.addEventListener("change", draw);
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("before").addEventListener("click", () => step(-1));
document.getElementById("after").addEventListener("click", () => step(1));
await draw();
