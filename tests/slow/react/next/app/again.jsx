"use client";
// What the browser draws again, to show that the page came to life.
import { useState } from "react";

export function Again() {
  const [count, set] = useState(0);
  return <button id="again" onClick={() => set(count + 1)}>{count}</button>;
}
