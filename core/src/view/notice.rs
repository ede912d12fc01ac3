//! What is said of a copy of the aid before it is read: who reviewed it, whether that is due again, who changed or
//! translated it.

use super::ReviewNotice;
use crate::aid::Aid;
use crate::words::say;

/// Whether a clinician has signed this version, in a sentence.
#[must_use]
pub fn review_notice(aid: &Aid) -> ReviewNotice {
    let reviewers = aid
        .document()
        .review
        .as_ref()
        .map_or(&[][..], |review| &review.reviewers);
    let words = aid.wording();
    if let Some(by) = reviewers
        .iter()
        .rev()
        .find(|reviewer| reviewer.version == aid.version())
    {
        let text = say!(
            words,
            "Reviewed by {name}, {role}, on {day}.",
            name = by.name,
            role = by.role,
            day = words.day(&by.date)
        );
        return noticed(aid, true, text);
    }
    let text = match reviewers.last() {
        Some(by) => say!(
            words,
            "Not clinically reviewed. Version {before} was reviewed by {name} on {day}. This is version {now}, which \
             has changed since.",
            before = by.version,
            name = by.name,
            day = words.day(&by.date),
            now = aid.version()
        ),
        None => say!(
            words,
            "Not clinically reviewed. No clinician has checked this aid yet."
        ),
    };
    noticed(aid, false, text)
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
