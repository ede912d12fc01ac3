//! The parts that steps are made of: one folder each, with its styles.

pub(crate) mod amount;
pub mod choices;
pub mod copy_text;
pub mod figure;
pub mod figures_table;
pub mod fit_bars;
pub(crate) mod group_choice;
pub mod keep;
pub mod key;
pub mod notes;
pub mod option_mark;
pub mod outcome;
pub mod own_words;
pub mod panel;
pub mod picture;
pub mod review_notice;
pub mod room;
pub mod said;
pub mod segmented;
pub mod sources;
pub mod start_again;
pub mod stepper;
pub mod steps_nav;
pub mod sure;
pub(crate) mod test_figures;
pub mod words_strip;
