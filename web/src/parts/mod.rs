//! The parts that steps are made of: one folder each, with its styles.

pub(crate) mod amount;
pub mod choices;
pub mod copy_text;
pub mod figure;
pub mod figures_table;
pub mod fit_bars;
pub mod gap;
pub(crate) mod group_choice;
pub mod key;
pub mod option_mark;
pub mod outcome;
pub mod own_words;
pub mod picture;
pub mod readings;
pub mod review_notice;
pub mod said;
pub mod segmented;
pub mod sources;
pub mod start_again;
pub mod stepper;
pub mod steps_nav;
pub(crate) mod test_figures;
pub mod words_strip;
