//! Checks of the aid's numbers: what stands behind each, and how it is put into words.

use super::super::verdict::Judgement;
use super::{Case, Check, all_of};
use crate::aid::document::{Better, FORMAT, GapField, RowDoc};
use crate::aid::{Code, Place};

pub(super) fn named(name: &str) -> Option<Check> {
    Some(match name {
        "sources" => sources,
        "uncertainty" => uncertainty,
        "certainty" => certainty,
        "comparable" => comparable,
        "figures-known" => figures_known,
        "groups" => |case| {
            let mut met = "Every row of figures names its group of people".to_owned();
            let choices: Vec<String> = case
                .doc
                .axes()
                .map(|axis| axis.groups.len().to_string())
                .collect();
            if !choices.is_empty() {
                met.push_str(&format!(
                    "; a person chooses theirs of {}, and none is chosen for them",
                    choices.join(" and of ")
                ));
            }
            met.push('.');
            for score in &case.doc.scores {
                met.push_str(&format!(
                    " {} is worked out from what a person ticks, with its source, in whom it was tried out and whom it is not for.",
                    score.name
                ));
            }
            case.without(
                &[
                    Code::UnknownGroup,
                    Code::BadBaseline,
                    Code::BaselineGap,
                    Code::BadScore,
                ],
                &met,
            )
        },
        "counts" => |case| {
            case.without(
            &[Code::BadCell, Code::NoPeople, Code::TypedCount, Code::BadScale, Code::BadLevels],
            "Every chance is a count of a stated number of people. What is no chance is an amount with its unit or a described level, never mixed with counts. No text types a count.",
        )
        },
        "one-horizon" => |case| {
            case.without(
                &[Code::UnknownHorizon, Code::BadHorizon, Code::DuplicateRow],
                "Each row of figures has one length of time for every option.",
            )
        },
        "one-denominator" => |case| {
            case.without(
                &[Code::MixedDenominators, Code::BadDenominator],
                "One denominator is worked out for all that is compared in an outcome, and each says which.",
            )
        },
        "compared-alike" => |case| {
            all_of(vec![
                named_check(case, "one-denominator"),
                named_check(case, "one-horizon"),
                comparable(case),
            ])
        },
        "shown-three-ways" => {
            |_| shown("as a sentence, an icon array and a cell of a table, from one figure")
        }
        "shown-both-sides" => |_| shown("with both sides, how many do and how many do not"),
        "shown-difference" => |_| shown("with the difference to the first option, worked out from both"),
        "shown-which-of-them" => {
            |_| shown("with the sentence that no one can know which of them you will be")
        }
        "shown-icons" => |_| {
            shown(
                "as icons of one size and order, filled from one corner, with shapes beside colours and the count in words",
            )
        },
        "shown-still" => |_| shown("at once and still: nothing is dragged, revealed or animated"),
        "no-personal-figures" => |_| Judgement::met("The format has no figures for one person."),
        "no-relative-risk" => |case| {
            case.without(
                &[Code::RelativeRisk],
                "No text gives a relative effect without both counts.",
            )
        },
        "no-needed-to-treat" => |case| {
            case.without(
                &[Code::RelativeRisk],
                "No text gives a number needed to treat or harm.",
            )
        },
        "no-one-in-x" => |case| {
            case.without(
                &[Code::TypedCount],
                "No text says \"1 in X\": counts come by reference, in the denominator of their outcome.",
            )
        },
        "whole-numbers" => |case| {
            case.without(
                &[Code::TypedCount],
                "Figures are whole numbers of people; no text types a percentage.",
            )
        },
        "no-bare-likelihood" => |case| {
            case.without(
                &[Code::VerbalProbability],
                "No word for how likely something is stands without a count.",
            )
        },
        "leaflet-words" => |case| {
            case.without(
                &[Code::LeafletWord],
                "No leaflet word disagrees with the figure beside it.",
            )
        },
        "certainty-words" => |case| {
            case.without(
                &[Code::CertaintyWord],
                "No sentence we look for is surer than its figure.",
            )
        },
        "not-known-said" => not_known,
        "figures-understandable" => |case| {
            case.without(
            &[Code::TypedCount, Code::RelativeRisk, Code::VerbalProbability, Code::LeafletWord, Code::MixedDenominators],
            "Figures are counts of one denominator with a length of time, shown in words, pictures and a table.",
        )
        },
        "gains-and-losses" => gains_and_losses,
        "serious-harms" => serious_harms,
        "true-positive" | "true-negative" | "false-positive" | "false-negative" => results,
        "test-accuracy" => |case| all_of(vec![results(case), detection(case)]),
        "detection" => detection,
        _ => return None,
    })
}

fn named_check(case: &Case<'_>, name: &str) -> Judgement {
    named(name).map_or_else(
        || Judgement::person("No check has this name."),
        |check| check(case),
    )
}

fn shown(how: &str) -> Judgement {
    Judgement::met(format!(
        "Every figure is shown {how}. The software does this for every aid."
    ))
}

/// Every row, with its place.
fn rows<'a>(case: &'a Case<'_>) -> impl Iterator<Item = (Place, &'a RowDoc)> {
    case.doc.outcomes.iter().enumerate().flat_map(|(outcome, doc)| {
        let place = Place::root().key("outcome").index(outcome).key("figures");
        doc.rows
            .iter()
            .enumerate()
            .map(move |(row, doc)| (place.index(row), doc))
    })
}

fn sources(case: &Case<'_>) -> Judgement {
    let found = case.without(
        &[Code::NoSource, Code::UnknownSource],
        &format!(
            "Every row of figures names a source; there are {}.",
            case.doc.sources.len()
        ),
    );
    if found.places.is_empty() {
        found.at(Place::root().key("source"))
    } else {
        found
    }
}

fn uncertainty(case: &Case<'_>) -> Judgement {
    case.without(
        &[Code::NoUncertainty],
        "Every figure has a range or a certainty, and is shown with it.",
    )
}

fn certainty(case: &Case<'_>) -> Judgement {
    let total = rows(case).count();
    let without: Vec<Place> = rows(case)
        .filter(|(_, row)| row.certainty.is_none())
        .map(|(place, _)| place)
        .collect();
    let remedy = "Give each row a `certainty` and `certainty_why`.";
    match without.len() {
        0 if total > 0 => Judgement::met(format!("All {total} rows of figures have a certainty.")),
        n if n == total => Judgement::not_met("No row of figures has a certainty.", remedy).at_all(without),
        n => Judgement::partly(
            format!("{n} of {total} rows of figures have no certainty."),
            remedy,
        )
        .at_all(without),
    }
}

fn comparable(case: &Case<'_>) -> Judgement {
    case.without(
        &[Code::MissingCell],
        "Every outcome has a cell for every option, and options stand side by side.",
    )
}

/// Cells by what they have in place of a figure.
#[derive(Default)]
struct Counted {
    total: usize,
    /// The same as another option's by design: no evidence of its own.
    same: usize,
    does_not_apply: usize,
    no_study: Vec<Place>,
    not_read: Vec<Place>,
    /// The aid gives no kind of reason.
    unknown: Vec<Place>,
}

impl Counted {
    fn of(case: &Case<'_>) -> Self {
        let mut counted = Self::default();
        for (place, row) in rows(case) {
            for (option, cell) in &row.cells {
                counted.total += 1;
                let place = || place.key("cells").key(option);
                match cell.gap() {
                    None => counted.same += usize::from(cell.same_as.is_some()),
                    Some(GapField::DoesNotApply) => counted.does_not_apply += 1,
                    Some(GapField::NoStudy) => counted.no_study.push(place()),
                    Some(GapField::NotRead) => counted.not_read.push(place()),
                    Some(GapField::Unknown) => counted.unknown.push(place()),
                }
            }
        }
        counted
    }

    /// Cells that could have a figure.
    fn could(&self) -> usize {
        self.total - self.does_not_apply
    }

    fn known(&self) -> usize {
        self.could() - self.no_study.len() - self.not_read.len() - self.unknown.len()
    }

    /// Those that could have a figure and have none.
    fn gaps(&self) -> Vec<Place> {
        [&self.not_read, &self.unknown, &self.no_study]
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    }

    /// "3 were looked for and not found, 12 were not read, 4 do not apply, 1 is another option's by design"; empty when
    /// there is nothing to tell.
    fn said(&self) -> String {
        let kinds = [
            (self.no_study.len(), "looked for and no study found"),
            (self.not_read.len(), "not read"),
            (self.unknown.len(), "not known, without a kind"),
            (self.does_not_apply, "where the outcome does not apply"),
            (self.same, "the same as another option's by design"),
        ];
        let said: Vec<String> = kinds
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {kind}"))
            .collect();
        said.join(", ")
    }
}

fn figures_known(case: &Case<'_>) -> Judgement {
    let counted = Counted::of(case);
    let (known, could) = (counted.known(), counted.could());
    let mut said = format!("{known} of {could} cells that could have a figure have one.");
    let kinds = counted.said();
    if !kinds.is_empty() {
        said += &format!(" By kind: {kinds}.");
    }
    if known == 0 {
        Judgement::not_met(said, "Find figures, or say in words what is known.").at_all(counted.gaps())
    } else if known * 2 < could {
        Judgement::partly(said, "Look for more figures; leave out rows that say little.")
            .at_all(counted.gaps())
    } else {
        Judgement::met(said)
    }
}

fn not_known(case: &Case<'_>) -> Judgement {
    let counted = Counted::of(case);
    if counted.gaps().is_empty() && counted.does_not_apply == 0 {
        return Judgement::met("Every cell has a figure.");
    }
    let said = format!("Each cell without a figure says why: {}.", counted.said());
    if counted.unknown.is_empty() || case.doc.format < FORMAT {
        return Judgement::met(said).at_all(counted.gaps());
    }
    Judgement::partly(
        said,
        "Say of each whether it does not apply, no study was found, or none was read.",
    )
    .at_all(counted.unknown)
}

fn gains_and_losses(case: &Case<'_>) -> Judgement {
    let known_cells = |option: &str, better: Better| {
        let outcomes = case
            .doc
            .outcomes
            .iter()
            .filter(|outcome| outcome.better == better);
        outcomes
            .flat_map(|outcome| &outcome.rows)
            .filter(|row| row.cell(option).is_some_and(|cell| cell.gap().is_none()))
            .count()
    };
    let uneven: Vec<usize> = [Better::Higher, Better::Lower]
        .into_iter()
        .map(|better| {
            let counts = case
                .doc
                .options
                .iter()
                .map(|option| known_cells(&option.id, better));
            counts.clone().max().unwrap_or(0) - counts.min().unwrap_or(0)
        })
        .collect();
    if uneven.iter().all(|gap| *gap == 0) {
        return Judgement::met("Gains and losses have figures for every option alike.");
    }
    Judgement::partly(
        "Some options have more figures than others; each gap is shown as what it is, with the reason.",
        "Look for the missing figures.",
    )
    .at_all(match Counted::of(case).gaps() {
        none if none.is_empty() => vec![Place::root().key("outcome")],
        gaps => gaps,
    })
}

fn serious_harms(case: &Case<'_>) -> Judgement {
    let serious: Vec<Place> = case
        .doc
        .outcomes
        .iter()
        .enumerate()
        .filter(|(_, outcome)| outcome.serious)
        .map(|(index, _)| Place::root().key("outcome").index(index))
        .collect();
    if serious.is_empty() {
        return Judgement::partly(
            "No outcome is marked serious.",
            "Mark serious harms with `serious = true`, or say in `risks` that none is known.",
        )
        .at(Place::root().key("outcome"));
    }
    Judgement::met(format!(
        "{}. Compare never folds {} away, however many outcomes there are; the card shows the number, \
         the picture, the range and how sure the evidence is, as for every outcome, and one press opens the rest.",
        if serious.len() == 1 {
            "1 outcome is marked serious".to_owned()
        } else {
            format!("{} outcomes are marked serious", serious.len())
        },
        if serious.len() == 1 { "it" } else { "them" },
    ))
    .at_all(serious)
}

fn results(case: &Case<'_>) -> Judgement {
    let place = Place::root().key("test").key("results");
    match case.doc.test.as_ref().and_then(|test| test.results.as_ref()) {
        Some(results) => Judgement::met(format!(
            "Of {} people tested: {} true and {} false alarms, {} true and {} false all-clears.",
            results.people,
            results.true_positive,
            results.false_positive,
            results.true_negative,
            results.false_negative
        ))
        .at(place),
        None => {
            let why = case.doc.test.as_ref().and_then(|test| test.no_results.as_deref());
            let said = match why {
                Some(why) => {
                    format!("The aid says that how often the test is right is not known, and why: {why}")
                }
                None => "The aid has no figures for how often the test is right.".to_owned(),
            };
            Judgement::not_met(said, "Add `[test.results]`: four counts of one number of people.")
                .at(Place::root().key("test"))
        }
    }
}

fn detection(case: &Case<'_>) -> Judgement {
    let found = case
        .doc
        .test
        .as_ref()
        .and_then(|test| test.results.as_ref())
        .and_then(|results| results.found_without);
    let place = Place::root().key("test").key("results");
    match found {
        Some(found) => Judgement::met(format!(
            "Without the test, {found} of the same people would be found."
        ))
        .at(place),
        None => Judgement::not_met(
            "The aid does not say how many would be found without the test.",
            "Add `found_without` to `[test.results]`.",
        )
        .at(place),
    }
}
