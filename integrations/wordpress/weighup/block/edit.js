// The block in the editor: which aid, what to read instead, and how it is shown. The aid itself is not run there: answers that an author tries
// out have no place in a page that is being written. No tool has to build this file.
(({ blocks, blockEditor, components, element, i18n }, { aids, choices, switches }) => {
  const { createElement: h } = element;
  const { __ } = i18n;
  const labels = {
    lang: __("Language", "weighup"), mode: __("Used", "weighup"), theme: __("Colours", "weighup"), results: __("How options fit", "weighup"), scores: __("Point scores", "weighup"),
    keep: __("Answers may be kept on the device, where the person asks for it", "weighup"), shared: __("Several people use the device", "weighup"),
    warn: __("Ask before the page is left with answers", "weighup"), "read-aloud": __("A button that reads aloud", "weighup"),
  };
  const words = {
    "": __("as the page and the aid say", "weighup"), 
    prepare: __("before a visit", "weighup"), together: __("together, in a visit", "weighup"), after: __("after a visit", "weighup"), facts: __("is not shown: facts only", "weighup"), off: __("are not worked out", "weighup"),
  };
  // A language by the name that it calls itself.
  const called = (tag) => { try { return `${new Intl.DisplayNames([tag], { type: "language" }).of(tag)} (${tag})`; } catch { return tag; } };
  const option = (name) => (value) => ({ value, label: words[value] ?? (name === "lang" ? called(value) : value) });

  function Edit({ attributes, setAttributes }) {
    const choose = (name, list) => h(components.SelectControl, { key: name, label: labels[name], value: attributes[name], options: ["", ...list].map(option(name)), onChange: (value) => setAttributes({ [name]: value }) });
    const turn = (name) => {
      const own = name.replace("-", "");
      return h(components.ToggleControl, { key: name, label: labels[name], checked: attributes[own], onChange: (value) => setAttributes({ [own]: value }) });
    };
    const listed = [{ value: "", label: __("Choose a decision aid", "weighup") }, ...Object.entries(aids).map(([value, label]) => ({ value, label }))];
    return h("div", blockEditor.useBlockProps(),
      h(blockEditor.InspectorControls, null,
        h(components.PanelBody, { title: __("How it is shown", "weighup") }, ...Object.entries(choices).map(([name, list]) => choose(name, list)), ...switches.map(turn))),
      h(components.Placeholder, { label: __("Decision aid", "weighup"), instructions: aids[attributes.aid] ?? __("It is shown on the page itself.", "weighup") },
        h(components.SelectControl, { label: __("Decision aid", "weighup"), value: attributes.aid, options: listed, onChange: (aid) => setAttributes({ aid }) }),
        h(components.TextareaControl, { label: __("What people read where it cannot be shown", "weighup"), help: __("Something they can act on, such as a telephone number.", "weighup"), value: attributes.instead, onChange: (instead) => setAttributes({ instead }) })));
  }

  // The page is made on the server, so that what the plugin knows of an aid may change without every page being saved again.
  blocks.registerBlockType("weighup/aid", { edit: Edit, save: () => null });
})(window.wp, window.weighupBlock);
