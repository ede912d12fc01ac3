// The page that React draws on a server and brings to life in a browser, with whichever React it is given.
export const app = ({ createElement: h, Fragment, StrictMode, useEffect, useRef, useState }) => {
  function Handed({ aid }) {
    const element = useRef(null);
    useEffect(() => {
      // A server and a browser draw the same; the aid comes after.
      element.current.aid = aid;
    }, [aid]);
    return h("weighup-aid", { id: "handed", ref: element }, h("p", null, "Call us."));
  }

  function Page({ aid, differs = false }) {
    const [count, set] = useState(0);
    return h(Fragment, null,
      h("h1", null, differs ? "Of the browser" : "Your decision"),
      h("button", { id: "again", onClick: () => set(count + 1) }, String(count)),
      h("weighup-aid", { id: "named", src: "/aids/prostate-localised.json", lang: "en-GB", scores: "off" }, h("p", null, "Call us.")),
      h(Handed, { aid }));
  }

  return (props) => h(StrictMode, null, h(Page, props));
};
