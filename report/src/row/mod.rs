//! One person's answers as a row of plain columns: what the questions in `queries/` are asked of.

mod check;
mod columns;
mod lists;
mod read;

pub use check::{Wrong, check, number, possible_month};
pub use columns::{Columns, schema};
pub use lists::{
    DECISIONS, FITS, GAPS, LEANINGS, MARKS, METHODS, NEEDS, PROMPTS, STAGES, STEPS, USES, WHO, need_column,
};
pub use read::{Misfit, fitted, rows};

/// The answers that one person gave, checked or not. Texts belong to the line or the file they were read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GivenRow<'a> {
    /// 128 random bits made when it was given, as 22 characters of base64url.
    pub id: &'a str,
    /// Month in which it was given: `2026-11`.
    pub month: &'a str,
    /// The aid.
    pub aid: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Language of the page, as a tag.
    pub language: &'a str,
    /// Whether the page was in Easy Read.
    pub easy_read: bool,
    /// Which of [`NEEDS`] were there.
    pub needs: [bool; NEEDS.len()],
    /// How the page was used.
    pub used: Option<&'a str>,
    /// Who was there.
    pub who: Option<&'a str>,
    /// Stage of deciding before, by its place in [`STAGES`].
    pub stage_before: Option<i8>,
    /// The same after.
    pub stage_after: Option<i8>,
    /// Whether every prompt about being ready that was answered at first was fine.
    pub ready_before: Option<bool>,
    /// The same for the last answers.
    pub ready_after: Option<bool>,
    /// Prompts that were fine at the end.
    pub fine: Vec<&'a str>,
    /// Prompts that were not yet fine at the end.
    pub not_yet: Vec<&'a str>,
    /// Questions of understanding that were asked.
    pub asked: i8,
    /// Those that were answered as the aid answers them.
    pub right: Vec<&'a str>,
    /// Those that were answered otherwise.
    pub other: Vec<&'a str>,
    /// How many were answered right, for questions in SQL that count people and not questions.
    pub answered_right: i8,
    /// How many were answered otherwise.
    pub answered_otherwise: i8,
    /// Outcomes that were opened.
    pub opened: Vec<&'a str>,
    /// Outcomes marked as mattering a lot.
    pub matters: Vec<&'a str>,
    /// Outcomes marked as a worry.
    pub worries: Vec<&'a str>,
    /// Outcomes marked as not mattering.
    pub does_not_matter: Vec<&'a str>,
    /// Way of saying what matters.
    pub method: Option<&'a str>,
    /// Whether anything is decided.
    pub decision: Option<&'a str>,
    /// What they lean to, never which option.
    pub leaning: Option<&'a str>,
    /// Whether values and choice are in agreement.
    pub fits: Option<&'a str>,
    /// How far two people's weights are apart, in bands.
    pub gap: Option<&'a str>,
    /// Steps that were opened.
    pub steps: Vec<&'a str>,
    /// The furthest step on which something was answered.
    pub stopped: Option<&'a str>,
    /// Whether they said where the decision stands.
    pub finished: bool,
    /// CollaboRATE: the sum of its three answers, 0 to 27; 27 is the top score.
    pub collaborate: Option<i8>,
    /// SURE: its yes answers, 0 to 4.
    pub sure: Option<i8>,
    /// Questionnaires that were given and have no score: their rules refuse them, or they are a deployment's own.
    pub unscored: i8,
}
