// A stylesheet: it exports nothing.
export {};
