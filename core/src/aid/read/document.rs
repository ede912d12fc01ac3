//! The document's shape, field by field, in the order `docs/authoring.md` describes.

use crate::aid::document::{
    About, AmountDoc, Author, BaselineDoc, BaselineGroupDoc, Better, CellDoc, Choice, Document,
    EvidenceCheck, Experience, HorizonDoc, LevelDoc, OptionDoc, OptionKind, OutcomeDoc, OverlayDoc, Prompt,
    ReferenceClassDoc, ReviewDoc, Reviewer, RowDoc, SourceDoc, Support, Term, TestDoc, TestResults,
    TranslatedDoc, TranslationDoc, Understanding,
};
use crate::chance::{Analysis, Average, Status};
use crate::format::Fields;

/// The compiled aid: `aid.toml`, `review.toml` and what an overlay changed, in one.
pub(crate) fn compiled(f: &mut Fields<'_, '_>) -> Document {
    Document {
        review: f.maybe_table("review", review),
        overlay: f.maybe_table("overlay", overlay),
        translation: f.maybe_table("translation", |f| TranslationDoc {
            from: f.text("from"),
            done: f.number("done"),
            all: f.number("all"),
            checked: f.maybe_table("checked", reviewer),
        }),
        translations: f.maybe_tables("translations", |f| TranslatedDoc {
            language: f.text("language"),
            file: f.text("file"),
            hash: f.text("hash"),
        }),
        sentences: f.maybe_texts("sentences"),
        ..tables(f)
    }
}

/// The document's tables in `aid.toml`. Signatures stand in their own file, which reviewers edit and authors do not.
pub(crate) fn tables(f: &mut Fields<'_, '_>) -> Document {
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
        baseline: f.maybe_table("baseline", baseline),
        horizons: f.tables("horizon", horizon),
        options: f.tables("option", option),
        outcomes: f.tables("outcome", outcome),
        test: f.maybe_table("test", test),
        understanding: f.maybe_tables("understanding", understanding),
        questions: f.maybe_texts("questions"),
        support: f.maybe_tables("support", support),
        terms: f.maybe_tables("term", term),
        sources: f.tables("source", source),
        review: None,
        overlay: None,
        translation: None,
        translations: Vec::new(),
        sentences: Vec::new(),
    }
}

pub(crate) fn reviewer(f: &mut Fields<'_, '_>) -> Reviewer {
    Reviewer {
        name: f.text("name"),
        role: f.text("role"),
        date: f.text("date"),
        version: f.text("version"),
    }
}

fn overlay(f: &mut Fields<'_, '_>) -> OverlayDoc {
    OverlayDoc {
        organisation: f.text("organisation"),
        date: f.text("date"),
        changes: f.texts("changes"),
    }
}

/// `review.toml`.
pub(crate) fn review(f: &mut Fields<'_, '_>) -> ReviewDoc {
    ReviewDoc {
        reviewers: f.maybe_tables("reviewers", reviewer),
        checks: f.maybe_tables("check", |f| EvidenceCheck {
            what: f.text("what"),
            against: f.text("against"),
            found: f.text("found"),
        }),
    }
}

fn about(f: &mut Fields<'_, '_>) -> About {
    About {
        condition: f.text("condition"),
        decision: f.text("decision"),
        decision_kind: f.maybe_choice("decision_kind"),
        purpose: f.texts("purpose"),
        who_for: f.texts("who_for"),
        not_for: f.texts("not_for"),
        country: f.maybe_text("country"),
        setting: f.maybe_text("setting"),
        minutes: f.number("minutes"),
        authors: f.tables("authors", |f| Author {
            name: f.text("name"),
            role: f.text("role"),
        }),
        funding: f.text("funding"),
        interests: f.text("interests"),
        update_policy: f.text("update_policy"),
        evidence_method: f.text("evidence_method"),
        published: f.text("published"),
        last_reviewed: f.text("last_reviewed"),
        next_review: f.text("next_review"),
        licence: f.text("licence"),
    }
}

fn choice(f: &mut Fields<'_, '_>) -> Choice {
    Choice {
        condition: f.texts("condition"),
        decision: f.texts("decision"),
        natural_course: f.texts("natural_course"),
        urgency: f.text("urgency"),
    }
}

fn prompt(f: &mut Fields<'_, '_>) -> Prompt {
    Prompt {
        id: f.text("id"),
        text: f.text("text"),
    }
}

fn understanding(f: &mut Fields<'_, '_>) -> Understanding {
    Understanding {
        id: f.text("id"),
        question: f.text("question"),
        answers: f.texts("answers"),
        right: f.number("right"),
        because: f.text("because"),
    }
}

pub(crate) fn reference_class(f: &mut Fields<'_, '_>) -> ReferenceClassDoc {
    ReferenceClassDoc {
        id: f.text("id"),
        people: f.text("people"),
        description: f.text("description"),
        analysis: f.choice("analysis", Analysis::Observational),
        analysis_note: f.text("analysis_note"),
    }
}

pub(crate) fn horizon(f: &mut Fields<'_, '_>) -> HorizonDoc {
    HorizonDoc {
        id: f.text("id"),
        days: f.maybe_number("days"),
        weeks: f.maybe_number("weeks"),
        months: f.maybe_number("months"),
        years: f.maybe_number("years"),
        median: f.flag("median", false),
        within: f.flag("within", false),
    }
}

fn option(f: &mut Fields<'_, '_>) -> OptionDoc {
    OptionDoc {
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
        experience: f.table("experience", |f| Experience {
            physical: f.text("physical"),
            emotional: f.text("emotional"),
            social: f.text("social"),
        }),
        reversible: f.text("reversible"),
    }
}

fn baseline(f: &mut Fields<'_, '_>) -> BaselineDoc {
    BaselineDoc {
        question: f.text("question"),
        help: f.text("help"),
        groups: f.tables("group", |f| BaselineGroupDoc {
            id: f.text("id"),
            name: f.text("name"),
            in_sentence: f.text("in_sentence"),
        }),
    }
}

fn test(f: &mut Fields<'_, '_>) -> TestDoc {
    TestDoc {
        purpose: f.text("purpose"),
        if_positive: f.text("if_positive"),
        if_negative: f.text("if_negative"),
        overdiagnosis: f.text("overdiagnosis"),
        no_results: f.maybe_text("no_results"),
        results: f.maybe_table("results", |f| TestResults {
            people: f.number("people"),
            true_positive: f.number("true_positive"),
            false_positive: f.number("false_positive"),
            true_negative: f.number("true_negative"),
            false_negative: f.number("false_negative"),
            found_without: f.maybe_number("found_without"),
            group: f.text("group"),
            at: f.text("at"),
            sources: f.texts("sources"),
            status: f.choice("status", Status::Verified),
        }),
    }
}

fn amount(f: &mut Fields<'_, '_>) -> AmountDoc {
    AmountDoc {
        unit: f.text("unit"),
        unit_one: f.text("unit_one"),
        phrase: f.text("phrase"),
        average: f.choice("average", Average::Mean),
        low: f.decimal("low"),
        high: f.decimal("high"),
        low_means: f.maybe_text("low_means"),
        high_means: f.maybe_text("high_means"),
        decimals: f.maybe_number("decimals"),
    }
}

fn level(f: &mut Fields<'_, '_>) -> LevelDoc {
    LevelDoc {
        id: f.text("id"),
        name: f.text("name"),
        means: f.text("means"),
        value: f.maybe_number("value"),
    }
}

pub(crate) fn outcome(f: &mut Fields<'_, '_>) -> OutcomeDoc {
    // What is said after a count of people belongs to chances alone; elsewhere it is a field that is not known.
    let chance = !f.has("amount") && !f.has("level");
    let phrase = |f: &mut Fields<'_, '_>, key| if chance { f.text(key) } else { String::new() };
    let maybe = |f: &mut Fields<'_, '_>, key| if chance { f.maybe_text(key) } else { None };
    OutcomeDoc {
        id: f.text("id"),
        name: f.text("name"),
        in_sentence: f.text("in_sentence"),
        medical_name: f.maybe_text("medical_name"),
        better: f.choice("better", Better::Lower),
        amount: f.maybe_table("amount", amount),
        levels: f.maybe_tables("level", level),
        event: phrase(f, "event"),
        event_one: maybe(f, "event_one"),
        no_event: phrase(f, "no_event"),
        no_event_one: maybe(f, "no_event_one"),
        event_zero: maybe(f, "event_zero"),
        event_two: maybe(f, "event_two"),
        event_few: maybe(f, "event_few"),
        event_many: maybe(f, "event_many"),
        no_event_zero: maybe(f, "no_event_zero"),
        no_event_two: maybe(f, "no_event_two"),
        no_event_few: maybe(f, "no_event_few"),
        no_event_many: maybe(f, "no_event_many"),
        about: f.texts("about"),
        serious: f.flag("serious", false),
        weighed: f.flag("weighed", true),
        why_not_weighed: f.maybe_text("why_not_weighed"),
        weigh_at: f.text("weigh_at"),
        rows: f.tables("figures", row),
    }
}

fn row(f: &mut Fields<'_, '_>) -> RowDoc {
    RowDoc {
        at: f.text("at"),
        group: f.text("group"),
        sources: f.texts("sources"),
        status: f.choice("status", Status::Verified),
        certainty: f.maybe_choice("certainty"),
        certainty_why: f.maybe_text("certainty_why"),
        note: f.maybe_text("note"),
        cells: f.each("cells", cell),
    }
}

fn cell(f: &mut Fields<'_, '_>) -> CellDoc {
    CellDoc {
        events: f.maybe_number("events"),
        people: f.maybe_number("people"),
        count: f.maybe_number("count"),
        per: f.maybe_number("per"),
        value: f.maybe_decimal("value"),
        low: f.maybe_decimal("low"),
        high: f.maybe_decimal("high"),
        sd: f.maybe_decimal("sd"),
        level: f.maybe_text("level"),
        range: f.maybe_pair("range"),
        range_kind: f.maybe_choice("range_kind"),
        interval: f.maybe_choice("interval"),
        pooled: f.flag("pooled", false),
        unknown: f.maybe_text("unknown"),
    }
}

pub(crate) fn support(f: &mut Fields<'_, '_>) -> Support {
    Support {
        name: f.text("name"),
        what: f.text("what"),
        phone: f.maybe_text("phone"),
        url: f.maybe_text("url"),
    }
}

fn term(f: &mut Fields<'_, '_>) -> Term {
    Term {
        term: f.text("term"),
        means: f.text("means"),
    }
}

pub(crate) fn source(f: &mut Fields<'_, '_>) -> SourceDoc {
    SourceDoc {
        id: f.text("id"),
        short: f.text("short"),
        citation: f.text("citation"),
        doi: f.maybe_text("doi"),
        url: f.maybe_text("url"),
        year: f.number("year"),
        read: f.text("read"),
    }
}
