// `<weighup-aid>` in the components of Svelte 5 and 4: `import type {} from "weighup/svelte";` once in a program, or its name under `types` in
// tsconfig.json.
import type { HTMLAttributes } from "svelte/elements";
import type { WeighupAidElement, WeighupEventMap } from "./index.js";
import type { WeighupAidAttributes } from "./jsx.js";

/** Listeners as Svelte 4 writes them, `on:weighup-step`; those of Svelte 5 are attributes. */
type Listeners = { [Name in keyof WeighupEventMap as `on:${Name}`]?: ((event: WeighupEventMap[Name]) => void) | undefined };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "weighup-aid": Omit<HTMLAttributes<WeighupAidElement>, keyof WeighupAidAttributes> & WeighupAidAttributes & Listeners;
  }
}
