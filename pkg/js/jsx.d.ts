// What `<weighup-aid>` takes in JSX. React 19, and 18 from its types 18.2.8 on, keep their elements in the module `react`. A program
// may have no React, and to add to a module that is not there is an error: hence the two lines that ignore it. React's own attributes
// of the same names, such as the `results` of a field to search in, give way.
import type { Mode, Step, Theme, WeighupAidElement, WeighupEventMap } from "./index.js";

/** The attributes of the element, as JSX writes them. */
export interface WeighupAidAttributes {
  /** Address of a compiled aid, relative to the page. */
  src?: string | undefined;
  /** Address of `ID.first.html`: the first step, shown while the widget is on its way. */
  first?: string | undefined;
  /** Hashes, such as `sha256-…`, one of which the file of the aid has to have. */
  integrity?: string | undefined;
  /** Public keys of minisign that the page trusts, as `RW…=Name` with commas between: an aid without a signature of one of them is refused. */
  keys?: string | undefined;
  "keys-required"?: boolean | undefined;
  /** A compiled aid instead of `src`. React 19 sets it as a property; with React 18, set it by a ref. */
  aid?: object | string | null | undefined;
  /** The translations of that aid, by the names of their files. A property, as `aid` is. */
  translations?: Record<string, string> | null | undefined;
  theme?: Theme | "" | undefined;
  mode?: Mode | "" | undefined;
  step?: Step | "" | undefined;
  results?: "facts" | "" | undefined;
  scores?: "off" | "" | undefined;
  ehr?: string | undefined;
  "ehr-handle"?: string | undefined;
  give?: string | undefined;
  "give-questions"?: string | undefined;
  keep?: boolean | undefined;
  shared?: boolean | number | undefined;
  "keep-days"?: number | undefined;
  hash?: boolean | undefined;
  warn?: boolean | undefined;
  "read-aloud"?: boolean | undefined;
  /** Events by attribute: React 19. Elsewhere, add a listener by a ref. */
  "onweighup-ready"?: ((event: WeighupEventMap["weighup-ready"]) => void) | undefined;
  "onweighup-step"?: ((event: WeighupEventMap["weighup-step"]) => void) | undefined;
  "onweighup-error"?: ((event: WeighupEventMap["weighup-error"]) => void) | undefined;
  "onweighup-given"?: ((event: WeighupEventMap["weighup-given"]) => void) | undefined;
}

// @ts-ignore: there may be no React.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: there may be no React.
      "weighup-aid": Omit<DetailedHTMLProps<HTMLAttributes<WeighupAidElement>, WeighupAidElement>, keyof WeighupAidAttributes> &
        WeighupAidAttributes;
    }
  }
}
