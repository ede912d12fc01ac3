// Where a person's answers may go when they ask for it: a file of their own, or this device. Nothing else is ever stored.

const START = "weighup-answers-";
const place = (id) => START + id;

// Storage may be switched off, or full: then nothing is kept, and everything else works.
function quietly(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

export const kept = (id) => quietly(() => localStorage.getItem(place(id)));
/** Whether there are any, of whatever aid. */
export const anyKept = () => quietly(() => Object.keys(localStorage).some((key) => key.startsWith(START))) === true;
export const keep = (id, answers) => quietly(() => localStorage.setItem(place(id), answers));
export const forget = (id) => quietly(() => localStorage.removeItem(place(id)));

/** Hands a text to the browser as a file to save. */
export function toFile(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Lets the person choose a file; `read(text)` gets what is in it. */
export function fromFile(read) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = ".json,application/json";
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (file) read(await file.text());
  });
  field.click();
}
