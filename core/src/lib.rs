//! Weighup core.
pub mod values;
pub mod fit;
