// Files of the person's own: what they save, and what they open.

/** Hands something to the browser as a file to save. Whether it does, no page can see. */
export function toFile(name, content, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Lets the person choose a file; `read(text)` gets what is in it, and an empty text where it cannot be read. */
export function fromFile(read) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = ".json,application/json";
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (file) read(await file.text().catch(() => ""));
  });
  field.click();
}
