//! What people answered, in the sentences of the record.

use crate::consultation::{DecisionStage, DecisionStatus, Note, Presence, ReadinessPrompt, Sure, WordsBox};
use crate::words::{Words, say};

pub(super) fn present(words: &Words, who: Presence) -> String {
    match who {
        Presence::Me => say!(words, context "who was here", "You"),
        Presence::SomeoneWithMe => say!(words, context "who was here", "Someone with you"),
        Presence::Professional => say!(words, context "who was here", "A health professional"),
    }
}

/// "You: ring the ward (Friday)": when is in their own words, which "by" may not go with.
pub(super) fn action(words: &Words, note: &Note) -> String {
    let (who, what, when) = (present(words, note.who), &note.words, &note.when);
    if when.is_empty() {
        say!(words, "{who}: {what}", who, what)
    } else {
        say!(words, "{who}: {what} ({when})", who, what, when)
    }
}

pub(super) fn sure(words: &Words, sure: Sure) -> String {
    match sure {
        Sure::Very => say!(words, "You are very sure."),
        Sure::Fairly => say!(words, "You are fairly sure."),
        Sure::NotVery => say!(words, "You are not very sure."),
        Sure::NotAtAll => say!(words, "You are not at all sure."),
    }
}

pub(super) fn not_yet(words: &Words, prompt: ReadinessPrompt) -> String {
    match prompt {
        ReadinessPrompt::Choice => say!(words, "What the choice is about."),
        ReadinessPrompt::Options => say!(words, "What each option involves."),
        ReadinessPrompt::Chances => say!(words, "What may happen, and what nobody knows."),
        ReadinessPrompt::Matters => say!(words, "What matters most to you."),
        ReadinessPrompt::People => say!(words, "Talking to people you trust."),
    }
}

pub(super) fn stage(words: &Words, stage: DecisionStage) -> String {
    match stage {
        DecisionStage::NotStarted => say!(words, "You had not thought about it yet."),
        DecisionStage::Considering => say!(words, "You were thinking about the options."),
        DecisionStage::CloseToChoosing => say!(words, "You were close to choosing."),
        DecisionStage::Chosen => say!(words, "You had chosen, and were checking."),
    }
}

pub(super) fn label(words: &Words, place: WordsBox, theirs: &str) -> String {
    match place {
        WordsBox::Matters => say!(words, "What matters to me: {words}", words = theirs),
        WordsBox::Worries => say!(words, "What worries me: {words}", words = theirs),
        WordsBox::Hopes => say!(words, "What I hope for: {words}", words = theirs),
        WordsBox::WouldNotAccept => say!(words, "What I would not accept: {words}", words = theirs),
        WordsBox::Reservations => say!(words, "My reservations: {words}", words = theirs),
        WordsBox::TeachBack => say!(
            words,
            "What I would tell someone at home: {words}",
            words = theirs
        ),
        WordsBox::Companion => say!(words, "What someone with me says: {words}", words = theirs),
        WordsBox::Professional => say!(
            words,
            "What the health professional says: {words}",
            words = theirs
        ),
    }
}

/// Where nobody said where the decision stands.
pub(super) fn nothing_chosen(words: &Words) -> String {
    say!(words, "Nothing chosen here yet.")
}

/// "Dying from prostate cancer: 3 of every 100 men (2 to 4), at 15 years": what may happen with an option.
pub(super) fn may_happen(words: &Words, name: &str, when: &str, figure: &str) -> String {
    say!(
        words,
        context "what may happen, how often and when",
        "{name}: {figure}, {when}",
        name,
        figure,
        when
    )
}

/// What a record is, and what it is not.
pub(super) fn what_it_is(words: &Words, status: DecisionStatus) -> String {
    match status {
        DecisionStatus::InProgress => say!(
            words,
            "This is a record of what you said and saw. It is not a final decision, and not a consent form."
        ),
        DecisionStatus::Made | DecisionStatus::Withdrawn => say!(
            words,
            "This is a record of what you said and saw. It is not a consent form."
        ),
    }
}

/// When to look at the decision again, in a sentence of its own.
pub(super) fn look_again(words: &Words, day: &str) -> String {
    say!(words, "To look at this again on {day}.", day)
}

/// A line with its full stop.
pub(super) fn whole(line: &str) -> String {
    let line = line.trim_end();
    if line.ends_with(['.', '!', '?', '…', '۔', '؟']) {
        line.to_owned()
    } else {
        [line, "."].concat()
    }
}
