// What the attributes of the element say.

const OFF = new Set(["false", "off", "no", "0"]);
// What is written where a program or a template has nothing to say.
const NOTHING = new Set(["null", "undefined"]);

const plain = (value) => String(value).trim().toLowerCase();

/** Whether a value means that something is off. */
export const isOff = (value) => value === null || value === undefined || OFF.has(plain(value)) || NOTHING.has(plain(value));

/** Whether an attribute that stands for itself is there. Frameworks write `false` as a text: that is off. */
export const isOn = (element, name) => !isOff(element.getAttribute(name));

/** The name in an attribute, as lists of names have it; nothing where there is none. */
export function nameIn(element, name) {
  const said = plain(element.getAttribute(name) ?? "");
  return NOTHING.has(said) ? "" : said;
}

/** The address in an attribute, or nothing where it is none. */
export function addressIn(element, name) {
  try {
    const address = new URL(element.getAttribute(name) ?? "", element.baseURI);
    // What stands after a `#` is a place in a file, and the same file.
    address.hash = "";
    return address;
  } catch {
    return null;
  }
}

/** The keys that the page names; an empty text where it demands some and names none, and nothing where it asks for none. */
export function keysIn(element) {
  const said = element.getAttribute("keys");
  if (said !== null && !NOTHING.has(plain(said))) return said;
  return isOn(element, "keys-required") ? "" : null;
}
