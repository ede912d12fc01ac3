// What the attributes of the element say.

const OFF = new Set(["false", "off", "no", "0"]);

/** Whether a value means that something is off. */
export const isOff = (value) => value === null || value === undefined || OFF.has(String(value).trim().toLowerCase());

/** Whether an attribute that stands for itself is there. Frameworks write `false` as a text: that is off. */
export const isOn = (element, name) => !isOff(element.getAttribute(name));

/** The address in an attribute, or nothing where it is none. */
export function addressIn(element, name) {
  try {
    return new URL(element.getAttribute(name) ?? "", element.baseURI);
  } catch {
    return null;
  }
}
