import css from "../styles.js";
import initialise, { Widget } from "../wasm/weighup_element.js";

export function define(locate) {
  let ready;
  class WeighupAid extends HTMLElement {
    async connectedCallback() {
      const shadow = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];
      const root = document.createElement("div");
      shadow.append(root);
      ready ??= initialise({ module_or_path: locate() });
      await ready;
      const aid = await (await fetch(this.getAttribute("src"))).text();
      const settings = { instance: "a", lang: "en-GB", dir: "ltr" };
      this.widget = new Widget(root, aid, JSON.stringify(settings), () => {});
    }
  }
  customElements.define("weighup-aid", WeighupAid);
  return WeighupAid;
}
