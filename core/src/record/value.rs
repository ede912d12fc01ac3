//! The record: all that a consultation comes to, as one value that every way out is made from.
//!
//! A figure stands here as it was shown: how many of how many, when, its range, its sources. Own words stand as they were
//! typed. How the options fit is words only, never a number that another system could take for a score.

use serde::Serialize;

use crate::aid::{OptionId, OutcomeId, SourceId};
use crate::consultation::{DecisionStage, DecisionStatus, Method, OutcomeMark, Presence, Sure, WordsBox};

/// The version of the record's JSON. A reader refuses one that it does not know.
pub const RECORD_FORMAT: u32 = 1;

macro_rules! part {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$doc])* pub $field: $type,)* }
    };
}

part! {
    /// A record of a consultation about a decision aid.
    Record {
        /// 1.
        format: u32,
        /// When and with what it was made.
        made: RecordMade,
        /// The decision aid.
        aid: RecordAid,
        /// Whether anything is decided: the first thing that a reader has to see.
        status: RecordStatus,
        /// What it is, and that it is no consent form, in a sentence or two.
        what_it_is: String,
        /// Who was here.
        people: Vec<RecordPerson>,
        /// Where the person was with the decision.
        stage: Option<RecordStage>,
        /// Own words, box by box, as they were typed.
        words: Vec<RecordWords>,
        /// What they wanted to talk about, in the agreed order.
        agenda: Vec<RecordNote>,
        /// Marks on outcomes, in the aid's order.
        marks: Vec<RecordMark>,
        /// In which way they said how much things matter; nothing where they did not.
        method: Option<Method>,
        /// What matters most, in sentences: what was marked, then what was weighed.
        weighed: Vec<String>,
        /// Own concerns and what they would not accept, in sentences.
        limits: Vec<String>,
        /// How the options fit with what they said, in sentences; empty where nothing was worked out.
        fit: Vec<String>,
        /// For whom the figures are, in sentences.
        group: Vec<String>,
        /// Of how many people the figures are and what stands in brackets, in sentences.
        figures_note: String,
        /// What the test finds, in sentences, where an option is a test.
        test: Vec<String>,
        /// The options talked about, in the aid's order, each with the same outcomes.
        options: Vec<RecordOption>,
        /// What nobody knows, in sentences.
        not_known: Vec<String>,
        /// Where the decision stands.
        decision: RecordDecision,
        /// Who does what.
        actions: Vec<RecordNote>,
        /// When to look at the decision again.
        review_on: Option<RecordDay>,
        /// Their own questions, as they were typed.
        own_questions: String,
        /// Questions of the aid that they ticked to ask.
        asks: Vec<String>,
        /// Questions of the aid.
        questions: Vec<String>,
        /// When to get help now, a line each, behind the names of the options it is about; behind none where it is about all.
        get_help: Vec<String>,
        /// Who can help.
        support: Vec<RecordSupport>,
        /// Sources of the figures, each once.
        sources: Vec<RecordSource>,
    }
}

part! {
    /// When a record was made and with what.
    RecordMade {
        /// The moment, as RFC 3339 has it: `2026-11-30T10:15:00Z`.
        at: String,
        /// The day in words.
        day: String,
        /// The software and its version: `weighup 0.1.0`.
        software: String,
    }
}

part! {
    /// The decision aid that a record is about.
    RecordAid {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its version.
        version: String,
        /// SHA-256 of its content in hex, where it is known.
        content: Option<String>,
        /// Id, version, the first of the hash and the groups chosen, in one line.
        stamp: String,
        /// Its language, as BCP 47 has it.
        lang: String,
        /// Where it stands, as the host says.
        address: Option<String>,
        /// True once a clinician has signed this version.
        reviewed: bool,
        /// The same in a sentence.
        review: String,
    }
}

part! {
    /// Whether anything is decided.
    RecordStatus {
        /// In progress, made, or withdrawn.
        code: DecisionStatus,
        /// The same in a sentence, with the option.
        said: String,
    }
}

part! {
    /// Somebody who was here.
    RecordPerson {
        /// Who.
        who: Presence,
        /// In words.
        said: String,
    }
}

part! {
    /// Where the person was with the decision.
    RecordStage {
        /// Which of four.
        code: DecisionStage,
        /// In a sentence.
        said: String,
    }
}

part! {
    /// What somebody wrote in a box.
    RecordWords {
        /// Which box.
        place: WordsBox,
        /// What the box asks, before the words, in one line.
        said: String,
        /// The words alone.
        words: String,
    }
}

part! {
    /// A line of a list that people made.
    RecordNote {
        /// Whose topic, or who does it.
        who: Presence,
        /// The line: who, what, when.
        said: String,
        /// In their words.
        words: String,
        /// By when, in their words; empty when nobody said.
        when: String,
    }
}

part! {
    /// What was said of an outcome.
    RecordMark {
        /// Which outcome.
        outcome: OutcomeId,
        /// Its name.
        name: String,
        /// How it was marked; nothing where there are only words.
        mark: Option<OutcomeMark>,
        /// Own words about it.
        words: String,
    }
}

part! {
    /// An option with what may happen.
    RecordOption {
        /// Which option.
        id: OptionId,
        /// Its name.
        name: String,
        /// Whether it is what happens with no active treatment.
        no_treatment: bool,
        /// What it is, in a sentence or two.
        what: String,
        /// The outcomes that were shown, in the order they were shown.
        may_happen: Vec<RecordFigure>,
    }
}

part! {
    /// An outcome of one option as it was shown.
    RecordFigure {
        /// Which outcome.
        outcome: OutcomeId,
        /// Its name.
        name: String,
        /// When.
        when: String,
        /// How many of how many, or how much; why there is no figure, where there is none.
        figure: String,
        /// Its range, where it has one.
        range: Option<String>,
        /// Whether there is a figure.
        known: bool,
        /// Its sources.
        sources: Vec<SourceId>,
        /// All of it in one line.
        said: String,
    }
}

part! {
    /// Where the decision stands.
    RecordDecision {
        /// The option they lean to or decided on.
        option: Option<OptionId>,
        /// Their answer, in a sentence; nothing once it is decided, as the status says it.
        said: Option<String>,
        /// How sure they are.
        sure: Option<RecordSure>,
        /// Their doubts, as they were typed.
        doubts: String,
        /// What to look at again first, in sentences.
        not_yet: Vec<String>,
    }
}

part! {
    /// How sure they are.
    RecordSure {
        /// Which of four.
        code: Sure,
        /// In a sentence.
        said: String,
    }
}

part! {
    /// A day.
    RecordDay {
        /// As ISO 8601 has it.
        day: String,
        /// In words.
        said: String,
    }
}

part! {
    /// Somebody who can help.
    RecordSupport {
        /// Name.
        name: String,
        /// What for.
        what: String,
        /// Phone.
        phone: Option<String>,
        /// Page.
        url: Option<String>,
    }
}

part! {
    /// A source of figures.
    RecordSource {
        /// Its id.
        id: SourceId,
        /// Citation.
        citation: String,
        /// Link.
        href: Option<String>,
        /// What of it was read.
        read: String,
    }
}
