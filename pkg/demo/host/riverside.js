// What a page's own script may do: move an element, and listen to it.
const aid = document.getElementById("prostate");
const heard = document.getElementById("heard");

document.getElementById("move").addEventListener("click", () => {
  const places = ["first-place", "second-place"].map((id) => document.getElementById(id));
  const there = places.find((place) => !place.contains(aid));
  there.append(aid);
});

for (const name of ["weighup-ready", "weighup-step", "weighup-error"]) {
  document.addEventListener(name, (event) => {
    const { step, code } = event.detail;
    heard.textContent = `${event.target.id}: ${name.replace("weighup-", "")} ${step ?? code ?? ""}`;
  });
}
