// `<weighup-aid>` in the templates of Vue 3: `import type {} from "weighup/vue";` once in a program, or its name under `types` in tsconfig.json.
// In Vite, tell the compiler of templates that it is a custom element: `isCustomElement: (tag) => tag === "weighup-aid"`.
import type { HTMLAttributes, PublicProps } from "vue";
import type { WeighupAidElement, WeighupEventMap } from "./index.js";
import type { WeighupAidAttributes } from "./jsx.js";

/** Properties by their names in templates, and listeners as `@weighup-step`. */
type InTemplates = Omit<WeighupAidAttributes, `on${string}`> & {
  [Name in keyof WeighupEventMap as `on${Capitalize<Name>}`]?: ((event: WeighupEventMap[Name]) => void) | undefined;
};

declare module "vue" {
  interface GlobalComponents {
    "weighup-aid": new () => WeighupAidElement & { $props: InTemplates & Omit<HTMLAttributes, keyof InTemplates> & PublicProps };
  }
}
