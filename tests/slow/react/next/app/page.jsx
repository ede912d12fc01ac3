// A server component: figures of an aid in the page's own words, and the element, whose content is there before any script.
import { figures } from "weighup/api";
import aid from "weighup/aids/prostate-localised.json";
import { Define } from "./define.jsx";
import { Again } from "./again.jsx";

export default async function Page() {
  const told = await figures(aid);
  return (
    <main>
      <h1>{told.title}</h1>
      <p id="figure">{told.figures.find((each) => each.known).sentences.whole}</p>
      <weighup-aid src="/prostate-localised.json"><p>Call us.</p></weighup-aid>
      <Again />
      <Define />
    </main>
  );
}
