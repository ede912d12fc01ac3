"use client";
// The element is a thing of the browser: a server component names the tag, and this brings what is behind it.
import "weighup";

export const Define = () => null;
