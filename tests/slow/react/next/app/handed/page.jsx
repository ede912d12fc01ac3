"use client";
// An aid that the page has already: handed over by a ref, since an object in an attribute does not cross from the server.
import { useEffect, useRef } from "react";
import "weighup";
import aid from "weighup/aids/prostate-localised.json";
import { Again } from "../again.jsx";

export default function Page() {
  const element = useRef(null);
  useEffect(() => {
    element.current.aid = aid;
  }, []);
  return <main><weighup-aid ref={element}><p>Call us.</p></weighup-aid><Again /></main>;
}
