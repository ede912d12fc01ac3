//! Checks an aid's identity and dates, and the things that its figures refer to: sources, groups, points in time, options.

use std::sync::Arc;

use super::super::document::{CellDoc, FORMAT, HorizonDoc, OLDEST_FORMAT, OptionKind, RangeKind};
use super::super::{HorizonId, OptionId, ReferenceClassId, SourceId, TreatmentOption};
use super::{Checker, KnownSource, listed};
use crate::chance::{Horizon, ReferenceClass, TimeUnit};
use crate::date::Date;
use crate::format::Code;
use crate::format::{At, SPOKEN};
use crate::ids::is_version;
use crate::words::Language;

/// What of a cell came with format 3.
fn of_format_3(cell: &CellDoc) -> Option<&'static str> {
    let fields = [
        (cell.status.is_some(), "status"),
        (!cell.sources.is_empty(), "sources"),
        (cell.same_as.is_some(), "same_as"),
        (cell.does_not_apply.is_some(), "does_not_apply"),
        (cell.no_study.is_some(), "no_study"),
        (cell.not_read.is_some(), "not_read"),
        (
            cell.range_kind == Some(RangeKind::BetweenStudies),
            "between-studies",
        ),
        (cell.range_kind == Some(RangeKind::OverTime), "over-time"),
    ];
    let mut there = fields.into_iter().filter(|(there, _)| *there);
    there.next().map(|(_, what)| what)
}

impl Checker<'_> {
    pub(super) fn head(&mut self) -> Option<Language> {
        let root = At::ROOT;
        let doc = self.doc;
        self.format();
        // The identifier names a file and stands in addresses.
        self.id::<OptionId>(&doc.id, &root);
        // Nothing is written in a browser.
        if SPOKEN && RESERVED.contains(&doc.id.as_str()) {
            report!(
                self,
                Code::BadId,
                root.key("id"),
                format!(
                    "`{}` is taken: a built file of that name is something else",
                    doc.id
                ),
                "call the aid by what it is about",
            );
        }
        if !is_version(&doc.version) {
            report!(
                self,
                Code::BadVersion,
                root.key("version"),
                format!("`{}` is not a version", doc.version),
                "write three numbers, such as 1.0.0",
            );
        }
        let language = Language::of(&doc.language);
        if language.is_none() {
            report!(
                self,
                Code::BadLanguage,
                root.key("language"),
                format!("there are no sentences for numbers in `{}`", doc.language),
                "use `en-GB`, or add the language as a folder in `languages`",
            );
        }
        language
    }

    /// Formats read, and what came with the newest.
    fn format(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        if !(OLDEST_FORMAT..=FORMAT).contains(&doc.format) {
            report!(
                self,
                Code::BadFormat,
                root.key("format"),
                format!(
                    "the file is of format {}, and this version reads formats {OLDEST_FORMAT} to {FORMAT}",
                    doc.format
                ),
                if doc.format > FORMAT {
                    "use a newer weighup".to_owned()
                } else {
                    format!("write `format = {FORMAT}`")
                },
            );
        }
        let mut came = |with: u32, there: bool, place: At<'_>, what: &str| {
            if there && doc.format < with {
                report!(
                    self,
                    Code::BadFormat,
                    place,
                    format!(
                        "`{what}` came with format {with}, and the file is of format {}",
                        doc.format
                    ),
                    "run `weighup migrate` on the file: it rewrites it and keeps your comments",
                );
            }
        };
        came(2, doc.baseline.is_some(), root.key("baseline"), "baseline");
        came(2, doc.test.is_some(), root.key("test"), "test");
        came(3, !doc.guidelines.is_empty(), root.key("guideline"), "guideline");
        came(3, !doc.left_out.is_empty(), root.key("left_out"), "left_out");
        came(3, !doc.scores.is_empty(), root.key("score"), "score");
        let also = doc
            .baseline
            .as_ref()
            .is_some_and(|baseline| baseline.also.is_some());
        came(3, also, root.key("baseline"), "also");
        for (index, class) in doc.reference_classes.iter().enumerate() {
            let place = root.item("reference_class", index);
            came(3, !class.of.is_empty(), place.key("of"), "of");
        }
        came(
            3,
            doc.choice.help_later,
            root.key("choice").key("help_later"),
            "help_later",
        );
        for (index, option) in doc.options.iter().enumerate() {
            let place = root.item("option", index);
            came(3, !option.get_help.is_empty(), place.key("get_help"), "get_help");
            came(3, option.drawing.is_some(), place.key("drawing"), "drawing");
            came(3, option.for_whom.is_some(), place.key("for_whom"), "for_whom");
            came(3, !option.ways.is_empty(), place.key("ways"), "ways");
        }
        let (place, about) = (root.key("about"), &doc.about);
        came(2, about.country.is_some(), place.key("country"), "country");
        came(2, about.setting.is_some(), place.key("setting"), "setting");
        came(
            2,
            about.decision_kind.is_some(),
            place.key("decision_kind"),
            "decision_kind",
        );
        for (index, outcome) in doc.outcomes.iter().enumerate() {
            let place = root.item("outcome", index);
            came(2, outcome.amount.is_some(), place.key("amount"), "amount");
            came(3, outcome.drawing.is_some(), place.key("drawing"), "drawing");
            if let Some(amount) = &outcome.amount {
                let place = place.key("amount");
                came(
                    3,
                    amount.person_years.is_some(),
                    place.key("person_years"),
                    "person_years",
                );
                came(3, amount.duration, place.key("duration"), "duration");
            }
            came(2, !outcome.levels.is_empty(), place.key("level"), "level");
            came(
                3,
                outcome.denominator.is_some(),
                place.key("denominator"),
                "denominator",
            );
            for (index, row) in outcome.rows.iter().enumerate() {
                let figures = place.item("figures", index);
                let cells = figures.key("cells");
                came(3, row.study.is_some(), figures.key("study"), "study");
                came(3, !row.compared.is_empty(), figures.key("compared"), "compared");
                for (option, cell) in &row.cells {
                    if let Some(what) = of_format_3(cell) {
                        came(3, true, cells.key(option), what);
                    }
                }
            }
        }
    }

    pub(super) fn dates(&mut self) {
        let about = &self.doc.about;
        let place = At::ROOT.key("about");
        let published = self.date(&about.published, &place.key("published"));
        let reviewed = self.date(&about.last_reviewed, &place.key("last_reviewed"));
        let next = self.date(&about.next_review, &place.key("next_review"));
        let mut order = |earlier: Option<Date>, later: Option<Date>, key: &str, message: String| {
            if let (Some(earlier), Some(later)) = (earlier, later)
                && later <= earlier
            {
                report!(
                    self,
                    Code::DatesOutOfOrder,
                    place.key(key),
                    message,
                    "check both dates"
                );
            }
        };
        order(
            reviewed,
            next,
            "next_review",
            format!(
                "the next review, {}, is not after the last, {}",
                about.next_review, about.last_reviewed
            ),
        );
        order(
            published,
            next,
            "next_review",
            format!(
                "the next review, {}, is not after publication, {}",
                about.next_review, about.published
            ),
        );
    }

    pub(super) fn date(&mut self, text: &str, place: &At<'_>) -> Option<Date> {
        let date = Date::parse(text);
        if date.is_none() {
            report!(
                self,
                Code::BadDate,
                *place,
                format!("`{text}` is not a day"),
                "write year, month and day, such as 2026-03-31",
            );
        }
        date
    }

    pub(super) fn review(&mut self) {
        let Some(review) = &self.doc.review else { return };
        let review_at = At::ROOT.key("review");
        let place = review_at.key("reviewers");
        self.signatures(&place);
        for (index, reviewer) in review.reviewers.iter().enumerate() {
            let place = place.index(index);
            self.date(&reviewer.date, &place.key("date"));
            if !is_version(&reviewer.version) {
                report!(
                    self,
                    Code::BadVersion,
                    place.key("version"),
                    format!("`{}` is not a version", reviewer.version),
                    "write the version of the aid that was reviewed, such as 1.0.0",
                );
            }
        }
    }

    /// Signatures of this version that do not count, with what would make them.
    fn signatures(&mut self, place: &At<'_>) {
        let Some(review) = &self.doc.review else { return };
        let Some(content) = &review.content else { return };
        for (index, by) in review.reviewers.iter().enumerate() {
            let place = place.index(index);
            if by.version != self.doc.version || by.content.as_ref() == Some(content) {
                continue;
            }
            report!(
                self,
                Code::ReviewVoid,
                place,
                match by.content {
                    None => format!(
                        "the review by {} does not say which texts and figures it is about, so it does not count",
                        by.name
                    ),
                    Some(_) => format!(
                        "a text or a figure has changed since {} reviewed this version, so the review does not count",
                        by.name
                    ),
                },
                format!(
                    "when they have read what stands here now, they write `content = \"{content}\"` and the day; nobody \
                     else does"
                ),
            );
        }
    }

    /// Reads sources, groups, points in time and options.
    pub(super) fn define(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        for (index, source) in doc.sources.iter().enumerate() {
            let place = root.item("source", index);
            if let Some(id) = self.id::<SourceId>(&source.id, &place) {
                if self.sources.iter().any(|known| known.id == id) {
                    self.duplicate("a source", &source.id, &place);
                } else {
                    self.sources.push(KnownSource { id, used: false });
                }
            }
        }
        for (index, class) in doc.reference_classes.iter().enumerate() {
            let place = root.item("reference_class", index);
            let Some(id) = self.id::<ReferenceClassId>(&class.id, &place) else {
                continue;
            };
            let class = ReferenceClass {
                id: id.clone(),
                people: class.people.clone(),
                description: class.description.clone(),
                analysis: class.analysis,
                analysis_note: class.analysis_note.clone(),
            };
            if self.classes.iter().any(|known| known.id == id) {
                self.duplicate("a group", id.as_str(), &place);
            } else {
                self.classes.push(Arc::new(class));
            }
        }
        for (index, horizon) in doc.horizons.iter().enumerate() {
            let place = root.item("horizon", index);
            let Some(id) = self.id::<HorizonId>(&horizon.id, &place) else {
                continue;
            };
            let Some((amount, unit)) = self.length(horizon, &place) else {
                continue;
            };
            let checked = Horizon {
                id: id.clone(),
                amount,
                unit,
                median: horizon.median,
                within: horizon.within,
            };
            if id == HorizonId::whole() {
                report!(
                    self,
                    Code::BadId,
                    place.key("id"),
                    format!("`{id}` is what a duration without a point in time is called"),
                    "choose another `id`",
                );
                continue;
            }
            if self.horizons.iter().any(|known| known.id == id) {
                self.duplicate("a point in time", id.as_str(), &place);
            } else {
                self.horizons.push(Arc::new(checked));
            }
        }
        self.options();
    }

    fn options(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        for (index, option) in doc.options.iter().enumerate() {
            let place = root.item("option", index);
            let Some(id) = self.id::<OptionId>(&option.id, &place) else {
                continue;
            };
            if self.options.iter().any(|other| other.id == id) {
                self.duplicate("an option", id.as_str(), &place);
                continue;
            }
            self.options.push(TreatmentOption {
                id,
                kind: option.kind,
                index,
                doc: option.clone(),
            });
        }
        let place = root.key("option");
        match doc.options.len() {
            0 | 1 => report!(
                self,
                Code::TooFewOptions,
                place,
                format!(
                    "there {}; a decision needs at least 2",
                    counted(doc.options.len())
                ),
                "add an option with `[[option]]`",
            ),
            7.. => report!(
                self,
                Code::TooManyOptions,
                place,
                format!(
                    "there are {} options; there are marks and room for 6",
                    doc.options.len()
                ),
                "put options that differ little together, or split the aid",
            ),
            _ => {}
        }
        let inactive = |kind| {
            matches!(
                kind,
                OptionKind::WatchfulWaiting
                    | OptionKind::NoChange
                    | OptionKind::NoTreatment
                    | OptionKind::NoTest
            )
        };
        if !doc.options.iter().any(|option| inactive(option.kind)) {
            report!(
                self,
                Code::NoInactiveOption,
                place,
                "no option is to watch, change nothing, or have no treatment or test",
                "add one, of kind `watchful-waiting`, `no-change`, `no-treatment` or `no-test`",
            );
        }
    }

    fn length(&mut self, horizon: &HorizonDoc, place: &At<'_>) -> Option<(u16, TimeUnit)> {
        let given: Vec<(u16, TimeUnit)> = [
            (horizon.days, TimeUnit::Days),
            (horizon.weeks, TimeUnit::Weeks),
            (horizon.months, TimeUnit::Months),
            (horizon.years, TimeUnit::Years),
        ]
        .into_iter()
        .filter_map(|(amount, unit)| amount.map(|amount| (amount, unit)))
        .collect();
        if let [(amount @ 1.., unit)] = given.as_slice() {
            return Some((*amount, *unit));
        }
        let message = match given.as_slice() {
            [] => format!("`{}` has no length", horizon.id),
            [_] => format!("`{}` has a length of 0", horizon.id),
            _ => format!("`{}` has {} lengths", horizon.id, given.len()),
        };
        report!(
            self,
            Code::BadHorizon,
            *place,
            message,
            "give exactly one of `days`, `weeks`, `months` and `years`, 1 or more",
        );
        None
    }

    pub(super) fn prompts(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        for (index, prompt) in doc.prompts.iter().enumerate() {
            let place = root.item("prompt", index);
            let before = doc.prompts.iter().take(index);
            if self.id::<OptionId>(&prompt.id, &place).is_some()
                && before.map(|earlier| &earlier.id).any(|id| *id == prompt.id)
            {
                self.duplicate("a prompt", &prompt.id, &place);
            }
        }
    }

    pub(super) fn understanding(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        for (index, asked) in doc.understanding.iter().enumerate() {
            let place = root.item("understanding", index);
            let before = doc.understanding.iter().take(index);
            if self.id::<OptionId>(&asked.id, &place).is_some()
                && before.map(|earlier| &earlier.id).any(|id| *id == asked.id)
            {
                self.duplicate("a question", &asked.id, &place);
            }
            let right = usize::try_from(asked.right).unwrap_or(usize::MAX);
            if asked.answers.len() < 2 || right == 0 || right > asked.answers.len() {
                report!(
                    self,
                    Code::BadUnderstanding,
                    place.key("right"),
                    format!(
                        "answer {} of {} is said to be right",
                        asked.right,
                        asked.answers.len()
                    ),
                    "give two or more answers, and count the right one from 1",
                );
            }
        }
    }

    pub(super) fn unused_sources(&mut self) {
        for (index, source) in self.doc.sources.iter().enumerate() {
            let known = self.sources.iter().find(|known| known.id.as_str() == source.id);
            if known.is_some_and(|known| !known.used) {
                report!(
                    self,
                    Code::UnusedSource,
                    At::ROOT.item("source", index),
                    format!("no figure comes from `{}`", source.id),
                    "name it in `sources` of a row, or remove it",
                );
            }
        }
    }

    pub(super) fn known_sources(&self) -> String {
        listed(self.sources.iter().map(|known| known.id.as_str()))
    }
}

/// Names that the build or a file system keeps for itself: `aids/index.json` is the list of aids, and Windows has devices of
/// the others.
pub(super) const RESERVED: [&str; 23] = [
    "index", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

fn counted(options: usize) -> String {
    if options == 1 {
        "is 1 option".to_owned()
    } else {
        format!("are {options} options")
    }
}
