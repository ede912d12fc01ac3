// Which of the languages there are a page asks for.

/** What stands first in a tag, and whether English is to be easy to read: two tags with the same are one language here. */
export function languageIn(tag) {
  return /^en-x-easy$/i.test(tag) ? "easy" : tag.toLowerCase().split("-")[0];
}

/** The interface for a language: where its texts are, or English where there are none. */
export async function interfaceIn(tag, files, signal) {
  const name = languageIn(tag);
  const english = { name: "en", lang: name === "en" ? tag : "en-GB", texts: undefined };
  if (name === "en") return english;
  const locate = files[name];
  if (!locate) {
    console.warn(`weighup: there are no texts in "${tag}", so the interface is in English. There are: en, ${Object.keys(files).join(", ")}.`);
    return english;
  }
  try {
    const response = await fetch(locate(), { signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return { name, lang: tag, texts: await response.text() };
  } catch (cause) {
    if (signal.aborted) throw cause;
    console.error(`weighup: ${locate().href} could not be loaded (${cause.message}), so the interface is in English. Upload the folder "texts" beside index.js.`);
    return english;
  }
}
