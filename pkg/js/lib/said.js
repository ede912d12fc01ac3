// The sentences that a patient reads when the widget cannot be shown. They are needed before any file of texts has arrived, so they
// are in the script, in every language of the interface. English is the source. The others have not yet been checked by a person.
import { languageIn } from "./languages.js";

const WORDS = {
  en: {
    offline: "We could not load this decision aid. Check your internet connection, then try again.",
    stopped: "This decision aid has stopped working. Reload the page to start again.",
    other: "We cannot show this decision aid here at the moment.",
    again: "Try again",
    save: "Save my answers to a file",
    saved: "What you had entered is not lost. Save it to a file, reload the page, and open the file there.",
    nosave: "If no file arrives, copy what is in this box and keep it.",
  },
  easy: {
    offline: "We could not load this page. Check your internet. Then try again.",
    stopped: "This page has stopped working. Load the page again to start again.",
    other: "We cannot show this here right now.",
    again: "Try again",
    save: "Save my answers to a file",
    saved: "Your answers are not lost. Save them to a file. Load the page again. Then open the file.",
    nosave: "If you get no file, copy what is in this box and keep it.",
  },
  cy: {
    offline: "Nid oeddem yn gallu llwytho’r cymorth penderfynu hwn. Gwiriwch eich cysylltiad â’r rhyngrwyd, yna rhowch gynnig arall arni.",
    stopped: "Mae’r cymorth penderfynu hwn wedi rhoi’r gorau i weithio. Ail-lwythwch y dudalen i ddechrau eto.",
    other: "Ni allwn ddangos y cymorth penderfynu hwn yma ar hyn o bryd.",
    again: "Rhowch gynnig arall arni",
    save: "Cadw fy atebion mewn ffeil",
    saved: "Nid yw’r hyn a nodoch wedi’i golli. Cadwch ef mewn ffeil, ail-lwythwch y dudalen, ac agorwch y ffeil yno.",
    nosave: "Os na ddaw ffeil, copïwch yr hyn sydd yn y blwch hwn a’i gadw.",
  },
  pl: {
    offline: "Nie udało się wczytać tej pomocy decyzyjnej. Sprawdź połączenie z internetem, a potem spróbuj ponownie.",
    stopped: "Ta pomoc decyzyjna przestała działać. Odśwież stronę, aby zacząć od nowa.",
    other: "W tej chwili nie możemy tu pokazać tej pomocy decyzyjnej.",
    again: "Spróbuj ponownie",
    save: "Zapisz moje odpowiedzi w pliku",
    saved: "To, co zostało wpisane, nie przepadło. Zapisz to w pliku, odśwież stronę i otwórz tam ten plik.",
    nosave: "Jeśli plik się nie pojawi, skopiuj zawartość tego pola i zachowaj ją.",
  },
  ur: {
    offline: "ہم فیصلے میں مدد کا یہ صفحہ لوڈ نہیں کر سکے۔ اپنا انٹرنیٹ کنکشن دیکھیں، پھر دوبارہ کوشش کریں۔",
    stopped: "فیصلے میں مدد کا یہ صفحہ رک گیا ہے۔ دوبارہ شروع کرنے کے لیے صفحہ دوبارہ لوڈ کریں۔",
    other: "ہم اس وقت فیصلے میں مدد کا یہ صفحہ یہاں نہیں دکھا سکتے۔",
    again: "دوبارہ کوشش کریں",
    save: "میرے جوابات فائل میں محفوظ کریں",
    saved: "آپ نے جو لکھا تھا وہ ضائع نہیں ہوا۔ اسے فائل میں محفوظ کریں، صفحہ دوبارہ لوڈ کریں، اور وہاں فائل کھولیں۔",
    nosave: "اگر فائل نہ آئے تو اس خانے میں جو ہے اسے نقل کر کے اپنے پاس رکھیں۔",
  },
  ar: {
    offline: "تعذر علينا تحميل دليل القرار هذا. تحقق من اتصالك بالإنترنت، ثم حاول مرة أخرى.",
    stopped: "توقف دليل القرار هذا عن العمل. أعد تحميل الصفحة للبدء من جديد.",
    other: "لا يمكننا عرض دليل القرار هذا هنا في الوقت الحالي.",
    again: "حاول مرة أخرى",
    save: "احفظ إجاباتي في ملف",
    saved: "ما أدخلته لم يضع. احفظه في ملف، ثم أعد تحميل الصفحة، وافتح الملف هناك.",
    nosave: "إذا لم يصل أي ملف، فانسخ ما في هذا المربع واحتفظ به.",
  },
};

/** The words for a page in this language, and the language they are in: English where there are no others. */
export function wordsIn(tag) {
  const name = languageIn(tag);
  const found = Object.hasOwn(WORDS, name);
  return { words: found ? WORDS[name] : WORDS.en, lang: found ? tag : "en", rtl: found && ["ar", "ur"].includes(name) };
}
