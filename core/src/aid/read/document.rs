//! The document's shape, field by field, in the order `docs/authoring.md` describes.

use super::fields::Fields;
use crate::aid::document::{
    About, Analysis, Author, Better, CellDoc, Choice, Document, EvidenceCheck, Experience, HorizonDoc,
    OptionDoc, OptionKind, OutcomeDoc, OverlayDoc, Prompt, ReferenceClassDoc, ReviewDoc, Reviewer, RowDoc,
    SourceDoc, StatusDoc, Support, Term,
};
#[cfg(feature = "authoring")]
use crate::authoring::{Dossier, read_dossier as dossier};

/// The compiled aid: `aid.toml` and `review.toml` in one.
pub(crate) fn compiled(mut f: Fields<'_, '_>) -> Document {
    let review = f.maybe_table("review", review);
    let overlay = f.maybe_table("overlay", overlay);
    Document {
        review,
        overlay,
        ..whole(f)
    }
}

/// `aid.toml`. Signatures stand in their own file, which reviewers edit and authors do not.
#[cfg(feature = "authoring")]
pub(crate) fn aid_file(mut f: Fields<'_, '_>) -> (Document, Dossier) {
    let document = tables(&mut f);
    let dossier = dossier(&mut f);
    f.end();
    (document, dossier)
}

/// `review.toml`.
#[cfg(feature = "authoring")]
pub(crate) fn review_file(f: Fields<'_, '_>) -> ReviewDoc {
    review(f)
}

fn whole(mut f: Fields<'_, '_>) -> Document {
    let document = tables(&mut f);
    f.end();
    document
}

fn tables(f: &mut Fields<'_, '_>) -> Document {
    Document {
        format: f.number("format"),
        id: f.text("id"),
        version: f.text("version"),
        language: f.text("language"),
        title: f.text("title"),
        short_title: f.text("short_title"),
        results: f.maybe_choice("results").unwrap_or_default(),
        denominator: f.maybe_number("denominator"),
        about: f.table("about", about),
        choice: f.table("choice", choice),
        prompts: f.maybe_tables("prompt", prompt),
        reference_classes: f.tables("reference_class", reference_class),
        horizons: f.tables("horizon", horizon),
        options: f.tables("option", option),
        outcomes: f.tables("outcome", outcome),
        questions: f.maybe_texts("questions"),
        support: f.maybe_tables("support", support),
        terms: f.maybe_tables("term", term),
        sources: f.tables("source", source),
        review: None,
        overlay: None,
    }
}

fn overlay(mut f: Fields<'_, '_>) -> OverlayDoc {
    let overlay = OverlayDoc {
        organisation: f.text("organisation"),
        date: f.text("date"),
        changes: f.texts("changes"),
    };
    f.end();
    overlay
}

fn review(mut f: Fields<'_, '_>) -> ReviewDoc {
    let review = ReviewDoc {
        reviewers: f.maybe_tables("reviewers", |mut f| {
            let reviewer = Reviewer {
                name: f.text("name"),
                role: f.text("role"),
                date: f.text("date"),
                version: f.text("version"),
            };
            f.end();
            reviewer
        }),
        checks: f.maybe_tables("check", |mut f| {
            let check = EvidenceCheck {
                what: f.text("what"),
                against: f.text("against"),
                found: f.text("found"),
            };
            f.end();
            check
        }),
    };
    f.end();
    review
}

fn about(mut f: Fields<'_, '_>) -> About {
    let about = About {
        condition: f.text("condition"),
        decision: f.text("decision"),
        purpose: f.texts("purpose"),
        who_for: f.texts("who_for"),
        not_for: f.texts("not_for"),
        minutes: f.number("minutes"),
        authors: f.tables("authors", |mut f| {
            let author = Author {
                name: f.text("name"),
                role: f.text("role"),
            };
            f.end();
            author
        }),
        funding: f.text("funding"),
        interests: f.text("interests"),
        update_policy: f.text("update_policy"),
        evidence_method: f.text("evidence_method"),
        published: f.text("published"),
        last_reviewed: f.text("last_reviewed"),
        next_review: f.text("next_review"),
        licence: f.text("licence"),
    };
    f.end();
    about
}

fn choice(mut f: Fields<'_, '_>) -> Choice {
    let choice = Choice {
        condition: f.texts("condition"),
        decision: f.texts("decision"),
        natural_course: f.texts("natural_course"),
        urgency: f.text("urgency"),
    };
    f.end();
    choice
}

fn prompt(mut f: Fields<'_, '_>) -> Prompt {
    let prompt = Prompt {
        id: f.text("id"),
        text: f.text("text"),
    };
    f.end();
    prompt
}

pub(crate) fn reference_class(mut f: Fields<'_, '_>) -> ReferenceClassDoc {
    let class = ReferenceClassDoc {
        id: f.text("id"),
        people: f.text("people"),
        description: f.text("description"),
        analysis: f.choice("analysis", Analysis::Observational),
        analysis_note: f.text("analysis_note"),
    };
    f.end();
    class
}

pub(crate) fn horizon(mut f: Fields<'_, '_>) -> HorizonDoc {
    let horizon = HorizonDoc {
        id: f.text("id"),
        days: f.maybe_number("days"),
        weeks: f.maybe_number("weeks"),
        months: f.maybe_number("months"),
        years: f.maybe_number("years"),
        median: f.flag("median", false),
        within: f.flag("within", false),
    };
    f.end();
    horizon
}

fn option(mut f: Fields<'_, '_>) -> OptionDoc {
    let option = OptionDoc {
        id: f.text("id"),
        name: f.text("name"),
        in_sentence: f.text("in_sentence"),
        kind: f.choice("kind", OptionKind::Active),
        summary: f.text("summary"),
        involves: f.texts("involves"),
        benefits: f.texts("benefits"),
        risks: f.texts("risks"),
        alternatives: f.texts("alternatives"),
        nothing: f.texts("nothing"),
        recovery: f.texts("recovery"),
        practicalities: f.texts("practicalities"),
        experience: f.table("experience", |mut f| {
            let experience = Experience {
                physical: f.text("physical"),
                emotional: f.text("emotional"),
                social: f.text("social"),
            };
            f.end();
            experience
        }),
        reversible: f.text("reversible"),
    };
    f.end();
    option
}

pub(crate) fn outcome(mut f: Fields<'_, '_>) -> OutcomeDoc {
    let outcome = OutcomeDoc {
        id: f.text("id"),
        name: f.text("name"),
        in_sentence: f.text("in_sentence"),
        medical_name: f.maybe_text("medical_name"),
        better: f.choice("better", Better::Lower),
        event: f.text("event"),
        event_one: f.maybe_text("event_one"),
        no_event: f.text("no_event"),
        no_event_one: f.maybe_text("no_event_one"),
        about: f.texts("about"),
        serious: f.flag("serious", false),
        weighed: f.flag("weighed", true),
        why_not_weighed: f.maybe_text("why_not_weighed"),
        weigh_at: f.text("weigh_at"),
        rows: f.tables("figures", row),
    };
    f.end();
    outcome
}

fn row(mut f: Fields<'_, '_>) -> RowDoc {
    let row = RowDoc {
        at: f.text("at"),
        group: f.text("group"),
        sources: f.texts("sources"),
        status: f.choice("status", StatusDoc::Verified),
        certainty: f.maybe_choice("certainty"),
        certainty_why: f.maybe_text("certainty_why"),
        note: f.maybe_text("note"),
        cells: f.each("cells", cell),
    };
    f.end();
    row
}

fn cell(mut f: Fields<'_, '_>) -> CellDoc {
    let cell = CellDoc {
        events: f.maybe_number("events"),
        people: f.maybe_number("people"),
        count: f.maybe_number("count"),
        per: f.maybe_number("per"),
        range: f.maybe_pair("range"),
        range_kind: f.maybe_choice("range_kind"),
        interval: f.maybe_choice("interval"),
        pooled: f.flag("pooled", false),
        unknown: f.maybe_text("unknown"),
    };
    f.end();
    cell
}

pub(crate) fn support(mut f: Fields<'_, '_>) -> Support {
    let support = Support {
        name: f.text("name"),
        what: f.text("what"),
        phone: f.maybe_text("phone"),
        url: f.maybe_text("url"),
    };
    f.end();
    support
}

fn term(mut f: Fields<'_, '_>) -> Term {
    let term = Term {
        term: f.text("term"),
        means: f.text("means"),
    };
    f.end();
    term
}

pub(crate) fn source(mut f: Fields<'_, '_>) -> SourceDoc {
    let source = SourceDoc {
        id: f.text("id"),
        short: f.text("short"),
        citation: f.text("citation"),
        doi: f.maybe_text("doi"),
        url: f.maybe_text("url"),
        year: f.number("year"),
        read: f.text("read"),
    };
    f.end();
    source
}
