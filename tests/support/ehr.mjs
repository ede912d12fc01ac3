// A record system that opens the aid in a frame, or in a window, from another origin, and speaks SMART Web Messaging. How it answers stands
// in its address; all that it hears is in `heard` on its page.

const script = `
const { searchParams } = new URL(location.href);
const [aid, way] = [searchParams.get("aid"), searchParams.get("way")];
window.heard = [];
const places = new Map();
const ok = { "status.handshake": () => ({}), "ui.done": () => ({ status: "success" }),
  "scratchpad.create": ({ resource }) => {
    const location = resource.resourceType + "/" + (places.size + 1);
    places.set(location, resource);
    return { status: "201 Created", location };
  },
  "scratchpad.delete": ({ location }) => ({ status: places.delete(location) ? "200 OK" : "404 Not Found" }) };
const issue = { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "invalid" }] };
const is = (message, kind) => message.payload.resource?.resourceType === kind;
const answers = {
  obliging: (message) => ok[message.messageType](message.payload),
  silent: () => null,
  refusing: () => ({ error: { code: "forbidden" } }),
  "refusing-one": (message) => (is(message, "DocumentReference") ? { status: "422 Unprocessable", outcome: issue } : answers.obliging(message)),
  "bad-outcome": (message) => (is(message, "Device") ? { ...answers.obliging(message), outcome: issue } : answers.obliging(message)),
  "no-place": (message) => (message.messageType === "scratchpad.create" ? { status: "200 OK" } : answers.obliging(message)),
  "keeps-what-it-has": (message) => (message.messageType === "scratchpad.delete" ? { status: "405 Method Not Allowed" } : answers["refusing-one"](message)),
  "stays-open": (message) => (message.messageType === "ui.done" ? { status: "error" } : answers.obliging(message)),
};
addEventListener("message", ({ data, origin, source }) => {
  if (!data?.messageId || data.responseToMessageId) return;
  heard.push({ ...data, origin });
  // Another page of another origin, which somehow learnt what was asked, answers in its place.
  if (way === "impostor") return frames[1].postMessage(data.messageId, "*");
  const payload = answers[way](data);
  if (payload) source.postMessage({ messageId: "m" + heard.length, responseToMessageId: data.messageId, payload }, origin);
});
window.places = places;
if (searchParams.get("as") === "window") window.open(aid, "_blank");
else document.querySelector("iframe").src = aid;
if (way === "impostor") document.body.append(Object.assign(document.createElement("iframe"), { src: searchParams.get("impostor") }));
`;

const impostor = `
addEventListener("message", ({ data }) => {
  parent.frames[0].postMessage({ messageId: "x", responseToMessageId: data, payload: { status: "200 OK", location: "Device/1" } }, "*");
});
`;

const html = (body, file) => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A record system</title></head><body>${body}<script src="/${file}"></script></body></html>`,
});
const pages = {
  "/ehr.html": html('<h1>A record system</h1><iframe title="Decision aid" width="1000" height="1400"></iframe>', "ehr.js"),
  "/impostor.html": html("", "impostor.js"),
  "/ehr.js": { type: "text/javascript; charset=utf-8", body: script },
  "/impostor.js": { type: "text/javascript; charset=utf-8", body: impostor },
};

/** For `serve({ answer })`. */
export const recordSystem = (path) => pages[path];
