//! The parts that steps are made of: one folder each, with its styles.

pub mod review_notice;
pub mod said;
pub mod steps_nav;
pub mod words_strip;
