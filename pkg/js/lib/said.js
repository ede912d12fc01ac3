// The sentences that a patient reads when the widget cannot be shown. They are needed before any file of texts has arrived, so they
// are in the script, in every language of the interface (`languages/NAME/element.toml`).
import { languageIn } from "./languages.js";
import { isOwn } from "./older.js";
import { RTL, SAID } from "./spoken.js";

/** The words for a page in this language, and the language they are in: English where there are no others. */
export function wordsIn(tag) {
  const name = languageIn(tag);
  const found = isOwn(SAID, name);
  return { words: found ? SAID[name] : SAID.en, lang: found ? tag : "en", rtl: found && RTL.includes(name) };
}
