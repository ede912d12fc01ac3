// What the browser runs: React takes over what the server drew.
import * as React from "react";
import { hydrateRoot } from "react-dom/client";
import { app } from "./app.mjs";

globalThis.hydrate = (props) => {
  globalThis.recovered = [];
  const onRecoverableError = (error) => globalThis.recovered.push(String(error?.message ?? error));
  globalThis.root = hydrateRoot(document.querySelector("main"), React.createElement(app(React), props), { onRecoverableError });
};
