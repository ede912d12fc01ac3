// This folder is a project of its own: Next would take the one around it.
export default { devIndicators: false, turbopack: { root: import.meta.dirname }, outputFileTracingRoot: import.meta.dirname };
