//! The checked aid: the only form the rest of core accepts.

use std::sync::Arc;

use super::check::check;
use super::document::{Axis, BaselineGroupDoc, Document, OutcomeDoc, Results, ScoreDoc, SourceDoc};
#[cfg(feature = "spoken")]
use super::hash::ContentHash;
use super::read;
use super::{
    Cell, HorizonId, Measure, OptionId, Outcome, OutcomeId, ReferenceClassId, Row, SourceId, TreatmentOption,
};
use crate::chance::{Denominator, Horizon, ReferenceClass};
use crate::date::Date;
#[cfg(feature = "spoken")]
use crate::format::{Problem, canonical, locate, parse};
use crate::words::{Chances, Language, Words};

/// Largest aid read, in bytes. The largest real aid is a tenth of it.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// Why an aid could not be read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AidError {
    /// Too large to be an aid.
    #[error("the aid is {bytes} bytes and the limit is {MAX_BYTES}; shorten its texts or split it")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Not JSON, not of the format's shape, or wrong; nothing is said of why (built without the feature `spoken`).
    #[cfg(not(feature = "spoken"))]
    #[error("the aid is refused; `weighup check` says why")]
    Refused,
    /// Not JSON, not of the format's shape, or wrong.
    #[cfg(feature = "spoken")]
    #[error("the aid has {} problem(s), the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Problems(
        /// All of them.
        Vec<Problem>,
    ),
}

#[cfg(feature = "spoken")]
impl AidError {
    /// All that is wrong, one problem per line.
    #[must_use]
    pub fn in_full(&self) -> String {
        match self {
            Self::TooLarge { .. } => self.to_string(),
            Self::Problems(problems) => {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                lines.join("\n")
            }
        }
    }
}

/// A checked decision aid. Every reference in it resolves, every figure is whole. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Aid {
    whole: Arc<Whole>,
    /// The outcomes as one person sees them; `None` for all there is.
    seen: Option<Seen>,
    /// The day it is read on, where somebody has said it.
    today: Option<Date>,
    /// How its chances are said.
    chances: Chances,
    /// Its scores are not worked out here.
    without_scores: bool,
}

/// All of an aid.
#[derive(Debug)]
struct Whole {
    document: Document,
    /// Saying chances in each way.
    words: [Words; 2],
    options: Vec<TreatmentOption>,
    outcomes: Vec<Outcome>,
    horizons: Vec<Arc<Horizon>>,
    classes: Vec<Arc<ReferenceClass>>,
    #[cfg(feature = "spoken")]
    json: String,
    #[cfg(feature = "spoken")]
    hash: ContentHash,
}

/// What someone sees who has chosen their groups, or not yet.
#[derive(Clone, Debug)]
struct Seen {
    groups: Vec<ReferenceClassId>,
    outcomes: Arc<[Outcome]>,
}

/// The denominator of every number of an outcome, at every point in time and for every group: what its figures need, and no
/// less than the author asks for.
pub(super) fn denominator(document: &Document, outcome: &OutcomeDoc, rows: &[Row]) -> Denominator {
    let asked = [document.denominator, outcome.denominator];
    let asked = asked.into_iter().flatten().filter_map(Denominator::with);
    let needed = Denominator::for_figures(rows.iter().flat_map(Row::studies).flat_map(Row::figures));
    asked.fold(needed, Denominator::max)
}

#[cfg(feature = "spoken")]
impl PartialEq for Aid {
    fn eq(&self, other: &Self) -> bool {
        self.whole.hash == other.whole.hash
    }
}

impl Aid {
    /// Reads the compact JSON of an aid, refusing unknown fields and anything the checks refuse.
    ///
    /// ```
    /// use weighup_core::aid::Aid;
    ///
    /// let aid = Aid::from_json(include_str!("../../examples/made-up.json"))?;
    /// assert_eq!((aid.id(), aid.version()), ("made-up", "1.0.0"));
    /// assert_eq!(aid.short_title(), "Made-up condition");
    /// assert!(Aid::from_json("{\"format\": 99}").is_err());
    /// # Ok::<(), weighup_core::aid::AidError>(())
    /// ```
    ///
    /// # Errors
    /// [`AidError`], naming the place.
    pub fn from_json(json: &str) -> Result<Self, AidError> {
        if json.len() > MAX_BYTES {
            return Err(AidError::TooLarge { bytes: json.len() });
        }
        Self::read(json)
    }

    #[cfg(not(feature = "spoken"))]
    fn read(json: &str) -> Result<Self, AidError> {
        let aid = read::parse(json).and_then(|tree| {
            let document = read::sound(&tree)?;
            check(document, String::new()).0
        });
        aid.ok_or(AidError::Refused)
    }

    #[cfg(feature = "spoken")]
    fn read(json: &str) -> Result<Self, AidError> {
        let tree = parse(json).map_err(|problem| AidError::Problems(vec![*problem]))?;
        let (document, mut problems) = read::document(&tree, json);
        if problems.is_empty() {
            let (aid, found) = check(document, canonical(&tree));
            match aid {
                Some(aid) => return Ok(aid),
                None => problems = found,
            }
            for problem in &mut problems {
                let span = tree.span_of(problem.path.steps());
                locate::place(problem, None, json, span);
            }
        }
        Err(AidError::Problems(problems))
    }

    /// Checks a document.
    ///
    /// # Errors
    /// Every problem, warnings too, when one of them is an error.
    #[cfg(feature = "authoring")]
    pub fn check(document: Document) -> Result<Self, Vec<Problem>> {
        let (aid, problems) = Self::check_all(document);
        aid.ok_or(problems)
    }

    /// Checks a document and gives warnings even when the aid is sound.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn check_all(document: Document) -> (Option<Self>, Vec<Problem>) {
        // Structs of strings and numbers always serialise, and what they serialise to can be taken apart.
        let json = serde_json::to_string(&document).unwrap_or_default();
        let canonical = parse(&json).map(|tree| canonical(&tree));
        check(document, canonical.unwrap_or_default())
    }

    pub(super) fn assemble(
        document: Document,
        json: String,
        words: Words,
        options: Vec<TreatmentOption>,
        outcomes: Vec<Outcome>,
        horizons: Vec<Arc<Horizon>>,
        classes: Vec<Arc<ReferenceClass>>,
    ) -> Self {
        // The widget has no use for it and makes none.
        #[cfg(not(feature = "spoken"))]
        drop(json);
        let whole = Whole {
            document,
            words: [words.clone(), words.saying(Chances::Percent)],
            options,
            outcomes,
            horizons,
            classes,
            #[cfg(feature = "spoken")]
            hash: ContentHash::of(json.as_bytes()),
            #[cfg(feature = "spoken")]
            json,
        };
        Self {
            whole: Arc::new(whole),
            seen: None,
            today: None,
            chances: Chances::Counts,
            without_scores: false,
        }
    }

    /// The same aid, with its chances said this way in every sentence and table.
    #[must_use]
    pub fn said_in(&self, chances: Chances) -> Self {
        Self {
            chances,
            ..self.clone()
        }
    }

    /// The aid as it is read on a day, `2026-03-31`: past its next review, its notice says so, and a review of a later day
    /// does not count. Core has no clock; whoever shows the aid gives it the day. What is not a day changes nothing.
    #[must_use]
    pub fn on(mut self, today: &str) -> Self {
        self.today = Date::parse(today);
        self
    }

    /// The same aid, where scores can be worked out or not: without them groups are chosen by hand.
    #[must_use]
    pub fn with_scores(&self, shown: bool) -> Self {
        Self {
            without_scores: !shown,
            ..self.clone()
        }
    }

    /// The scores that can be worked out.
    #[must_use]
    pub fn scores(&self) -> &[ScoreDoc] {
        if self.without_scores {
            &[]
        } else {
            &self.whole.document.scores
        }
    }

    /// The aid as someone sees it who is in these groups, at most one of each question: of figures that depend on a group,
    /// only those of people in the groups chosen, and none before that. Texts name their group themselves and stay as they
    /// are.
    #[must_use]
    pub fn seen_by<'g>(&self, groups: impl IntoIterator<Item = &'g ReferenceClassId>) -> Self {
        self.seen(groups.into_iter().cloned().collect(), false)
    }

    /// The aid with every row that groups chosen so far do not rule out: all rows before any is chosen.
    #[must_use]
    pub fn open_to<'g>(&self, groups: impl IntoIterator<Item = &'g ReferenceClassId>) -> Self {
        self.seen(groups.into_iter().cloned().collect(), true)
    }

    fn seen(&self, groups: Vec<ReferenceClassId>, open: bool) -> Self {
        let document = &self.whole.document;
        if document.baseline.is_none() {
            return self.clone();
        }
        let asked: Vec<Option<usize>> = groups
            .iter()
            .map(|group| document.axis_of(group.as_str()))
            .collect();
        let kept = |row: &Row| {
            let wanted = document.groups_of(row.group.id.as_str());
            wanted.iter().all(|group| {
                groups.iter().any(|chosen| chosen.as_str() == *group)
                    || open && !asked.contains(&document.axis_of(group))
            })
        };
        let outcomes = self.whole.outcomes.iter().map(|outcome| Outcome {
            rows: outcome.rows.iter().filter(|row| kept(row)).cloned().collect(),
            by_group: open && outcome.by_group,
            ..outcome.clone()
        });
        let outcomes = outcomes.collect();
        Self {
            seen: Some(Seen { groups, outcomes }),
            ..self.clone()
        }
    }

    /// The aid with these outcomes weighed at these times, in place of those its author chose. A time at which an outcome cannot be
    /// weighed as well changes nothing.
    #[must_use]
    pub fn weighed_at<'t>(&self, times: impl IntoIterator<Item = &'t (OutcomeId, HorizonId)>) -> Self {
        let mut outcomes = self.outcomes().to_vec();
        let mut changed = false;
        for (id, at) in times {
            let has = |outcome: &&mut Outcome| {
                outcome.id == *id && outcome.weigh_at != *at && outcome.weighs_at(at)
            };
            if let Some(outcome) = outcomes.iter_mut().find(has) {
                outcome.weigh_at = at.clone();
                changed = true;
            }
        }
        if !changed {
            return self.clone();
        }
        let groups = self
            .seen
            .as_ref()
            .map_or_else(Vec::new, |seen| seen.groups.clone());
        Self {
            seen: Some(Seen {
                groups,
                outcomes: outcomes.into(),
            }),
            ..self.clone()
        }
    }

    /// The groups it is seen for, in the order of their questions.
    #[must_use]
    pub fn groups(&self) -> Vec<&BaselineGroupDoc> {
        let chosen = self.seen.as_ref().map_or(&[][..], |seen| &seen.groups);
        let all = self.whole.document.axes().flat_map(|axis| axis.groups);
        all.filter(|group| chosen.iter().any(|id| id.as_str() == group.id))
            .collect()
    }

    /// What is still asked of the person before all figures can be shown: the questions without a chosen group.
    pub fn to_choose(&self) -> impl Iterator<Item = Axis<'_>> {
        let chosen = self.groups();
        let open = move |axis: &Axis<'_>| {
            let mut chosen = chosen.iter();
            !chosen.any(|group| axis.groups.iter().any(|known| known.id == group.id))
        };
        self.whole.document.axes().filter(open)
    }

    /// Whether some of an outcome's figures wait for a group to be chosen.
    #[must_use]
    pub fn waits(&self, outcome: &Outcome) -> bool {
        let mut all = self.whole.outcomes.iter();
        let whole = all.find(|whole| whole.id == outcome.id && whole.by_group);
        let then = |row: &Row| outcome.rows.iter().any(|seen| seen.horizon.id == row.horizon.id);
        whole.is_some_and(|whole| !whole.rows.iter().all(then))
    }

    /// Whether an outcome's figures depend on the group, whoever sees it.
    #[must_use]
    pub fn depends_on_group(&self, id: &OutcomeId) -> bool {
        let mut all = self.whole.outcomes.iter();
        all.any(|outcome| outcome.id == *id && outcome.by_group)
    }

    /// The compact, canonical JSON: [`Self::from_json`] reads it back to the same hash.
    #[cfg(feature = "spoken")]
    #[must_use]
    pub fn to_json(&self) -> &str {
        &self.whole.json
    }

    /// SHA-256 of the canonical JSON.
    #[cfg(feature = "spoken")]
    #[must_use]
    pub fn hash(&self) -> &ContentHash {
        &self.whole.hash
    }

    /// Identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.whole.document.id
    }

    /// Version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.whole.document.version
    }

    /// Title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.whole.document.title
    }

    /// Short title.
    #[must_use]
    pub fn short_title(&self) -> &str {
        &self.whole.document.short_title
    }

    /// Whether the fit is worked out.
    #[must_use]
    pub fn results(&self) -> Results {
        self.whole.document.results
    }

    /// The texts.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.whole.document
    }

    /// The language of the texts and of the sentences about them.
    #[must_use]
    pub fn language(&self) -> Language {
        self.wording().language()
    }

    /// Every sentence core makes, in the aid's language.
    #[must_use]
    pub fn wording(&self) -> &Words {
        let [counts, percent] = &self.whole.words;
        match self.chances {
            Chances::Counts => counts,
            Chances::Percent => percent,
        }
    }

    /// Options in the order of every screen: two to six.
    #[must_use]
    pub fn options(&self) -> &[TreatmentOption] {
        &self.whole.options
    }

    /// An option.
    #[must_use]
    pub fn option(&self, id: &OptionId) -> Option<&TreatmentOption> {
        self.whole.options.iter().find(|option| option.id == *id)
    }

    /// Outcomes in the order of every screen.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        match &self.seen {
            Some(seen) => &seen.outcomes,
            None => &self.whole.outcomes,
        }
    }

    /// An outcome.
    #[must_use]
    pub fn outcome(&self, id: &OutcomeId) -> Option<&Outcome> {
        self.outcomes().iter().find(|outcome| outcome.id == *id)
    }

    /// A point in time.
    #[must_use]
    pub fn horizon(&self, id: &HorizonId) -> Option<&Horizon> {
        self.whole
            .horizons
            .iter()
            .find(|horizon| horizon.id == *id)
            .map(Arc::as_ref)
    }

    /// A group of people.
    #[must_use]
    pub fn reference_class(&self, id: &ReferenceClassId) -> Option<&ReferenceClass> {
        let mut classes = self.whole.classes.iter();
        classes.find(|class| class.id == *id).map(Arc::as_ref)
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&SourceDoc> {
        self.whole
            .document
            .sources
            .iter()
            .find(|source| source.id == id.as_str())
    }

    /// The denominators its outcomes are counted in, smallest first: one, unless some outcomes are too rare for it. They are
    /// the same whatever the person has chosen.
    #[must_use]
    pub fn denominators(&self) -> Vec<Denominator> {
        let chances = || {
            let all = self.whole.outcomes.iter();
            all.filter(|outcome| matches!(outcome.measure, Measure::Chance))
        };
        let all = Denominator::ALL.into_iter();
        let mut found: Vec<Denominator> = all
            .filter(|of| chances().any(|outcome| outcome.of == *of))
            .collect();
        if found.is_empty() {
            found.push(Denominator::default());
        }
        found
    }

    /// A cell of an outcome inside a sentence: "24 of every 100 men", "7 days", "“a little”".
    #[must_use]
    pub fn inline(&self, outcome: &Outcome, cell: &Cell) -> String {
        match cell {
            Cell::Known(figure) => self.wording().inline(figure, outcome.of),
            Cell::Amount(amount) => self.wording().amount(amount),
            Cell::Level(level) => self.wording().quoted(level.name()),
            Cell::Gap(gap) => gap.said(self.wording()),
        }
    }

    /// Outcomes with the rows of every group, whoever sees them: texts name their group themselves.
    pub(crate) fn all_outcomes(&self) -> &[Outcome] {
        &self.whole.outcomes
    }

    /// Whether the day it is read on is after its next review.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        let due = Date::parse(&self.document().about.next_review);
        self.today.is_some_and(|today| due.is_some_and(|due| due < today))
    }

    /// The day it is read on, where somebody has said it.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// The hash of what a reviewer signs: the texts and figures as the authors wrote them, without reviews, and without what
    /// a build, an organisation or a translation adds.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn content_of(document: &Document) -> ContentHash {
        let mut bare = document.clone();
        (bare.review, bare.overlay, bare.translation) = (None, None, None);
        bare.involvement = None;
        bare.translations.clear();
        bare.sentences.clear();
        let json = serde_json::to_string(&bare).unwrap_or_default();
        let canonical = parse(&json).map(|tree| canonical(&tree)).unwrap_or_default();
        ContentHash::of(canonical.as_bytes())
    }
}
