// What the compilers of templates of Vue and Svelte look up: it only has to compile, and the lines marked as errors have to be errors.
import type {} from "weighup/svelte";
import type {} from "weighup/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

type Vue = InstanceType<GlobalComponents["weighup-aid"]>["$props"];
type Svelte = SvelteHTMLElements["weighup-aid"];

export const vue: Vue = {
  src: "/aids/prostate-localised.json", theme: "nhs auto", keep: true, "read-aloud": true, class: "wide", key: 1,
  "onWeighup-step": ({ detail }) => detail.step.length,
};
export const svelte: Svelte = {
  src: "/aids/prostate-localised.json", theme: "nhs auto", keep: true, "read-aloud": true, class: "wide",
  "onweighup-step": ({ detail }) => detail.step.length, "on:weighup-error": ({ detail }) => detail.code.length,
};

// @ts-expect-error: a theme that is not there
export const vueTheme: Vue = { theme: "pink" };
// @ts-expect-error: an address is a text
export const vueAddress: Vue = { src: 1 };
// @ts-expect-error: events carry nothing a person entered
export const vueEvent: Vue = { "onWeighup-step": ({ detail }) => detail.answers };
// @ts-expect-error: a theme that is not there
export const svelteTheme: Svelte = { theme: "pink" };
// @ts-expect-error: an address is a text
export const svelteAddress: Svelte = { src: 1 };
// @ts-expect-error: events carry nothing a person entered
export const svelteEvent: Svelte = { "on:weighup-step": ({ detail }) => detail.answers };
