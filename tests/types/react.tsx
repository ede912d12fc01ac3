// A consumer's component in React: it only has to compile, and the lines marked as errors have to be errors.
import "weighup";
import { useEffect, useRef } from "react";

export function Aid() {
  const ref = useRef<HTMLElementTagNameMap["weighup-aid"]>(null);
  useEffect(() => {
    ref.current?.addEventListener("weighup-step", ({ detail }) => console.log(detail.step));
  }, []);
  return (
    <weighup-aid ref={ref} src="/aids/prostate-localised.json" theme="nhs auto" lang="cy" className="wide" keep read-aloud>
      <img slot="picture-step-compare" src="/pictures/two-people.png" alt="" />
      <p>Ask us for a booklet.</p>
    </weighup-aid>
  );
}

export const whole = (
  <weighup-aid
    aid={{ id: "an aid" }}
    first=""
    integrity="sha256-A="
    keys="RW…=Riverside Trust"
    keys-required={true}
    mode="together"
    step="compare"
    results="facts"
    hash={false}
    onweighup-ready={() => {}}
    onweighup-step={({ detail }) => console.log(detail.step)}
    onweighup-error={({ detail }) => console.log(detail.code)}
  />
);

// @ts-expect-error: an address is a text
export const address = <weighup-aid src={1} />;
// @ts-expect-error: a theme that is not there
export const theme = <weighup-aid theme="pink" />;
// @ts-expect-error: an attribute that is not there
export const surprise = <weighup-aid surprise="" />;
// @ts-expect-error: events carry nothing a person entered
export const event = <weighup-aid onweighup-step={({ detail }) => detail.answers} />;
