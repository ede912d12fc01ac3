//! What is said of a copy of the aid before it is read: who reviewed it, whether that is due again, who changed or
//! translated it.

use super::ReviewNotice;
use crate::aid::document::Reviewer;
use crate::aid::{Aid, Date};
use crate::words::say;

/// Whether a clinician has signed what stands here, in a sentence. A signature is of a version, of its content and of a
/// day that has come; else it is void, and the notice says why.
#[must_use]
pub fn review_notice(aid: &Aid) -> ReviewNotice {
    let review = aid.document().review.as_ref();
    let reviewers = review.map_or(&[][..], |review| &review.reviewers);
    let content = review.and_then(|review| review.content.as_deref());
    let words = aid.wording();
    let judged = |by: &Reviewer| Signature::of(aid, by, content);
    if let Some(by) = reviewers.iter().rev().find(|by| judged(by) == Signature::Counts) {
        let text = say!(
            words,
            "Reviewed by {name}, {role}, on {day}.",
            name = by.name,
            role = by.role,
            day = words.day(&by.date)
        );
        return noticed(aid, true, text);
    }
    let Some(by) = reviewers.last() else {
        let text = say!(
            words,
            "Not clinically reviewed. No clinician has checked this aid yet."
        );
        return noticed(aid, false, text);
    };
    let (name, day, before, now) = (&by.name, words.day(&by.date), &by.version, aid.version());
    let text = match judged(by) {
        Signature::Counts | Signature::Earlier => say!(
            words,
            "Not clinically reviewed. Version {before} was reviewed by {name} on {day}. This is version {now}, which \
             has changed since.",
            before,
            name,
            day,
            now
        ),
        Signature::NoSuchVersion => say!(
            words,
            "Not clinically reviewed. A review by {name} is of version {before}, and this is version {now}.",
            name,
            before,
            now
        ),
        Signature::ToCome => say!(
            words,
            "Not clinically reviewed. A review by {name} is dated {day}, a day still to come, so it does not count.",
            name,
            day
        ),
        Signature::OfNothing => say!(
            words,
            "Not clinically reviewed. A review by {name} of {day} does not say which texts and figures it is about, so it \
             does not count.",
            name,
            day
        ),
        Signature::Changed => say!(
            words,
            "Not clinically reviewed. {name} reviewed this version on {day}, and a text or a figure has changed since.",
            name,
            day
        ),
    };
    noticed(aid, false, text)
}

/// What a signature is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signature {
    /// Of what stands here.
    Counts,
    /// Of an earlier version.
    Earlier,
    /// Of a version that is not this and no earlier one.
    NoSuchVersion,
    /// Of a day still to come.
    ToCome,
    /// It does not say of which content.
    OfNothing,
    /// Of other content under the same version.
    Changed,
}

impl Signature {
    fn of(aid: &Aid, by: &Reviewer, content: Option<&str>) -> Self {
        if by.version != aid.version() {
            return if parts(&by.version) < parts(aid.version()) {
                Self::Earlier
            } else {
                Self::NoSuchVersion
            };
        }
        let day = Date::parse(&by.date);
        if aid
            .today()
            .is_some_and(|today| day.is_some_and(|day| today < day))
        {
            return Self::ToCome;
        }
        match &by.content {
            None => Self::OfNothing,
            Some(signed) if Some(signed.as_str()) == content => Self::Counts,
            Some(_) => Self::Changed,
        }
    }
}

/// The numbers of a version, to compare.
fn parts(version: &str) -> Vec<u32> {
    version.split('.').filter_map(|part| part.parse().ok()).collect()
}

/// The notice with what else is to be known of this copy of the aid.
fn noticed(aid: &Aid, reviewed: bool, text: String) -> ReviewNotice {
    let text = text + &overdue_notice(aid) + &overlay_notice(aid) + &translation_notice(aid);
    ReviewNotice { reviewed, text }
}

/// That its next review is past, as sentences after others.
fn overdue_notice(aid: &Aid) -> String {
    if !aid.is_overdue() {
        return String::new();
    }
    let words = aid.wording();
    let text = say!(
        words,
        "The next review of this aid was due on {day}. Ask your health team whether anything has changed since.",
        day = words.day(&aid.document().about.next_review)
    );
    [" ", &text].concat()
}

/// Whether a person has checked the translation, and what is not translated, as sentences after others; empty for an
/// original.
fn translation_notice(aid: &Aid) -> String {
    let Some(translation) = &aid.document().translation else {
        return String::new();
    };
    let words = aid.wording();
    let mut notice = String::from(" ");
    notice.push_str(&match &translation.checked {
        Some(by) => say!(
            words,
            "The translation was checked by {name}, {role}, on {day}.",
            name = by.name,
            role = by.role,
            day = words.day(&by.date)
        ),
        None => say!(words, "Translation not yet checked by a person."),
    });
    if translation.done < translation.all {
        let left = translation.all - translation.done;
        notice.push(' ');
        notice.push_str(&say!(
            words,
            left => "1 of {all} texts is not translated yet. It is shown in its own language.",
            "{left} of {all} texts are not translated yet. They are shown in their own language.",
            all = words.number(translation.all)
        ));
    }
    notice
}

/// What an organisation changed, as a sentence after others; empty for the aid as published.
fn overlay_notice(aid: &Aid) -> String {
    let Some(overlay) = &aid.document().overlay else {
        return String::new();
    };
    let words = aid.wording();
    let text = say!(
        words,
        "Changed by {organisation} on {day}: {changes}.",
        organisation = overlay.organisation,
        day = words.day(&overlay.date),
        changes = overlay.changes.join("; ")
    );
    [" ", &text].concat()
}
