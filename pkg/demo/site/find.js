// Narrows the list of aids by what each says of itself. Without this script the whole list stands; nothing is kept or sent.
const form = document.getElementById("find");
const cards = [...document.querySelectorAll("#cards > .card")];
const said = document.getElementById("found");
const { words, who, age, place } = form.elements;
const all = form.querySelector("[type=reset]");
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** From when on an aid for adults may be for somebody, and until when one for children, where they say no age. */
const GROWN = 16;
const YOUNG = 17;

/** Whether every word that was put in begins one of the card's own. */
function about({ words: own = "" }) {
  const found = plain(own).split(/[^\p{L}\p{N}]+/u);
  return plain(words.value).split(/\s+/).filter(Boolean).every((word) => found.some((each) => each.startsWith(word)));
}

function forWhom({ sex, life = "" }) {
  if (who.value === "") return true;
  if (who.value === "children") return life.includes("children");
  return life.includes("adults") && (sex === "anyone" || sex === who.value);
}

function ofAge({ from, to, life = "" }) {
  const years = age.valueAsNumber;
  if (Number.isNaN(years)) return true;
  const youngest = from === undefined ? (life.includes("children") ? 0 : GROWN) : Number(from);
  const oldest = to === undefined ? (life.includes("adults") ? Infinity : YOUNG) : Number(to);
  return years >= youngest && years <= oldest;
}

const somewhere = ({ places = "" }) => place.value === "" || places.split(", ").includes(place.value);

function narrow() {
  for (const card of cards) {
    const own = card.dataset;
    card.hidden = !(about(own) && forWhom(own) && ofAge(own) && somewhere(own));
  }
  const shown = cards.filter((card) => !card.hidden).length;
  const asked = words.value.trim() !== "" || who.value !== "" || age.value !== "" || place.value !== "";
  said.value = !asked ? `All ${cards.length} are shown.`
    : shown === 0 ? "None of them says that it is for this." : `${shown} of ${cards.length} are shown.`;
  all.hidden = !asked;
}

form.hidden = false;
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  // The fields are emptied after this; the button that goes away leaves the focus on the first of them.
  setTimeout(() => {
    narrow();
    words.focus();
  });
});
// What a browser puts back into the fields on the way back counts too.
addEventListener("pageshow", narrow);
narrow();
