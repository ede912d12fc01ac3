//! The wasm boundary of the npm package's functions: parse, call, serialise. One file a function.

mod compute;

pub use compute::compute;
