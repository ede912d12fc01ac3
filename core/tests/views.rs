//! What every step shows, over every aid: one snapshot per aid for what is read, one per script for what is answered.
//! A new aid or a new script adds its own. After a change on purpose: `INSTA_UPDATE=always cargo test -p
//! weighup-core --test views`, and read the difference.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::fmt::Write as _;

use common::{after, aid, aids, example, script};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, Consultation};
use weighup_core::record::plain_text;
use weighup_core::view::Here;
use weighup_core::view::{self, AskedView, CellView, FitView};

fn name(folder: &std::path::Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

/// The figures of Compare as text: sentences, ranges, pictures and differences.
fn figures(aid: &Aid, consultation: &Consultation) -> String {
    let view = view::compare(aid, consultation);
    let mut out = format!("{}\n{}\n", view.denominator_note, view.no_one_can_know);
    for card in &view.outcomes {
        let at: Vec<_> = card
            .horizons
            .iter()
            .map(|at| {
                if at.selected {
                    format!("[{}]", at.label)
                } else {
                    at.label.clone()
                }
            })
            .collect();
        writeln!(out, "\n# {} | {} | {}", card.name, card.horizon, at.join(", ")).unwrap();
        writeln!(out, "{}\n{}", card.group, card.analysis).unwrap();
        for cell in &card.cells {
            match cell {
                CellView::Known(figure) => {
                    let icons = figure.icons;
                    writeln!(
                        out,
                        "- {}: {} {}\n  {}\n  {} / {}\n  {}\n  {} + {} + {} of {}, {} a row: {}\n  {} {}",
                        figure.option.name,
                        figure.count,
                        figure.of_every,
                        figure.sentence,
                        figure.happens,
                        figure.does_not,
                        figure.range,
                        icons.certain,
                        icons.band,
                        icons.rest,
                        icons.total,
                        icons.per_row,
                        figure.picture,
                        figure.worked_out,
                        figure.status,
                    )
                    .unwrap();
                }
                CellView::NotKnown { option, text, why } => {
                    writeln!(out, "- {}: {text} {why}", option.name).unwrap();
                }
            }
        }
        for difference in &card.differences {
            writeln!(out, "  * {difference}").unwrap();
        }
    }
    let table = view::compare_table(aid, consultation);
    writeln!(out, "\n{}", table.caption).unwrap();
    for row in &table.rows {
        writeln!(
            out,
            "| {} | {} | {} |",
            row.outcome,
            row.horizon,
            row.cells
                .iter()
                .map(|cell| cell.text.as_str())
                .collect::<Vec<_>>()
                .join(" | ")
        )
        .unwrap();
    }
    out
}

/// Weigh, How they fit and the summary as text; the part that is read rather than answered only when `whole`.
fn answers(aid: &Aid, consultation: &Consultation, whole: bool) -> String {
    let mut out = String::new();
    let weigh = view::weigh(aid, consultation);
    for item in &weigh.items {
        let points = item.points.map_or("-".to_owned(), |points| points.to_string());
        let first = if item.first { " first" } else { "" };
        writeln!(out, "{} {}: {points}{first}", item.name, item.swing).unwrap();
    }
    match &weigh.asked {
        AskedView::Swing => {}
        AskedView::Pairs(pairs) => {
            for other in &pairs.others {
                let said = other.words.iter().find(|word| word.chosen);
                writeln!(out, "{} {}", other.question, said.map_or("-", |word| &word.name)).unwrap();
            }
            if let Some(odds) = &pairs.at_odds {
                writeln!(out, "{}", odds.text).unwrap();
                for claim in &odds.claims {
                    writeln!(out, "! {}", claim.text).unwrap();
                }
            }
        }
        AskedView::Ranking(placed) => {
            for at in placed {
                let same = if at.same { " same" } else { "" };
                writeln!(out, "{}. {:?}{same}", at.place, at.what).unwrap();
            }
        }
        AskedView::Points(left) => writeln!(out, "{left}").unwrap(),
        AskedView::BestWorst { pairs, .. } => {
            for pair in pairs {
                writeln!(out, "{}: {}", pair.name, pair.said.as_deref().unwrap_or("-")).unwrap();
            }
        }
    }
    for untold in &weigh.untold {
        writeln!(out, "untold: {} {}. {}", untold.name, untold.swing, untold.text).unwrap();
    }
    for (name, why) in &weigh.left_out {
        writeln!(out, "left out: {name}. {why}").unwrap();
    }
    for said in weigh
        .read_back
        .iter()
        .chain(&weigh.about_equal)
        .chain(&weigh.still_to_answer)
    {
        writeln!(out, "> {said}").unwrap();
    }
    let beside = view::agreement(aid, consultation, Results::Fit, &Here);
    for said in &beside.check {
        writeln!(out, "? {said}").unwrap();
    }
    if let Some(gap) = beside.gap {
        writeln!(out, "\n## gap\n{}", gap.lead.join("\n")).unwrap();
        for line in &gap.lines {
            writeln!(out, "{}: {}", line.name, line.words).unwrap();
        }
        let rest = gap.changes.iter().chain([&gap.next]).chain(&gap.notes);
        for said in rest {
            writeln!(out, "{said}").unwrap();
        }
    }
    for limit in &weigh.limits {
        writeln!(out, "limit {}: {} {}", limit.set, limit.sentence, limit.excludes).unwrap();
    }
    match view::fit(aid, consultation, Results::Fit, &Here) {
        FitView::NotYet { text, .. } | FitView::FactsOnly { text, .. } | FitView::Waiting { text } => {
            writeln!(out, "\n{text}").unwrap()
        }
        FitView::Ready(fit) => {
            let sure: Vec<String> = fit
                .how_sure
                .iter()
                .cloned()
                .chain(fit.readings.iter().map(|reading| reading.words.clone()))
                .collect();
            for (title, said) in [
                ("lead", &fit.lead),
                ("of the bars", &fit.of_bars),
                ("why", &fit.why),
                ("would change", &fit.would_change),
                ("how sure", &sure),
                ("dominance", &fit.dominance),
            ] {
                writeln!(out, "\n## {title}\n{}", said.join("\n")).unwrap();
            }
            writeln!(out, "\n## bars").unwrap();
            for bar in &fit.bars {
                let out_of = bar.ruled_out.as_deref().unwrap_or_default();
                writeln!(
                    out,
                    "{} {} {} {} {out_of}",
                    bar.option.name, bar.low, bar.point, bar.high
                )
                .unwrap();
                writeln!(out, "  {}", bar.words).unwrap();
                for part in &bar.parts {
                    writeln!(out, "  {:>4} {}: {}", part.length, part.name, part.sum).unwrap();
                }
            }
        }
    }
    writeln!(out, "\n=== summary as text ===").unwrap();
    // The hash changes with every word of the aid; what it stands beside does not.
    let text = plain_text(
        aid.wording(),
        &view::summary(aid, consultation, Results::Fit, &Here),
    )
    .replace(&view::stamp(aid, &Here), "(version and hash)");
    let (said, read) = text.split_once("\nTHE FIGURES YOU SAW").unwrap();
    out.push_str(said);
    if whole {
        out.push_str("\nTHE FIGURES YOU SAW");
        out.push_str(read);
    }
    out
}

/// Sentences are made of pieces; where two of them meet there is one sign and one space.
fn is_put_together_well(text: &str) {
    for line in text.lines().map(str::trim_start) {
        // An address is as its owner made it.
        let line = line.split("https://").next().unwrap();
        for wrong in [",,", ",)", " ,", "..", " .", "( ", " )", "  ", "()", "{", "}"] {
            assert!(!line.contains(wrong), "`{wrong}` in: {line}");
        }
    }
}

#[test]
fn figures_of_every_aid() {
    for folder in aids() {
        let aid = aid(&folder);
        let figures = figures(&aid, &Consultation::new(&aid));
        is_put_together_well(&figures);
        insta::assert_snapshot!(format!("{}__figures", name(&folder)), figures);
    }
}

#[test]
fn answers_to_every_aid() {
    insta::glob!("scripts/*.json", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        for folder in aids() {
            let aid = aid(&folder);
            let whole = path.ends_with("prepared.json");
            // Where only facts are shown the answers change little: one script is enough.
            if whole || aid.results() == Results::Fit {
                let consultation = after(&aid, script(&aid, &text));
                let answers = answers(&aid, &consultation, whole);
                is_put_together_well(&answers);
                insta::assert_snapshot!(name(&folder), answers);
            }
        }
    });
}

#[test]
fn an_aid_past_its_next_review_says_so_on_every_step_and_in_the_record() {
    for folder in aids() {
        let aid = aid(&folder);
        let due = aid.document().about.next_review.clone();
        let notice = |today: &str| {
            let aid = aid.clone().on(today);
            let c = Consultation::new(&aid);
            let on_screen = view::frame(&aid, &c, &Here).review.text;
            let facts = view::about(&aid, &c, &Here).facts;
            assert!(facts.iter().any(|(_, text)| *text == on_screen));
            let summary = view::summary(&aid, &c, Results::Fit, &Here);
            let plain = plain_text(aid.wording(), &summary);
            assert!(summary.review.text == on_screen && plain.contains(&on_screen));
            // Nor does choosing a group make it forget.
            assert_eq!(view::review_notice(&aid.seen_by(None)).text, on_screen);
            on_screen
        };
        let fresh = view::review_notice(&aid).text;
        assert_eq!(notice(&due), fresh, "the day itself is not past");
        assert_eq!(notice("2020-01-01"), fresh);
        assert_eq!(notice("tomorrow"), fresh, "what is not a day changes nothing");
        let late = notice("2099-01-01");
        let said = format!(
            " The next review of this aid was due on {}. Ask your health team whether anything has changed since.",
            aid.wording().day(&due)
        );
        assert!(late.contains(&said), "{late}");
    }
}

#[test]
fn every_step_of_every_aid_has_something_on_it() {
    for folder in aids() {
        let aid = aid(&folder);
        let c = Consultation::new(&aid);
        let frame = view::frame(&aid, &c, &Here);
        assert!(frame.stamp.starts_with(aid.id()) && frame.stages.len() == 4);
        let about = view::about(&aid, &c, &Here);
        assert!(!about.who_for.is_empty() && !about.not_for.is_empty());
        assert!(
            about
                .facts
                .iter()
                .all(|(label, text)| !label.is_empty() && !text.is_empty()),
            "{:?}",
            about.facts
        );
        assert!(
            about.present.iter().all(|(_, here)| !here),
            "nobody is assumed to be here"
        );
        let matters = view::what_matters(&aid, &c);
        assert!(matters.boxes.len() == 4 && matters.stages.iter().all(|(_, chosen)| !chosen));
        let choice = view::choice(&aid, &c);
        assert!(!choice.natural_course.is_empty() && choice.options.len() == aid.options().len());
        for card in view::options(&aid, &c) {
            for part in [
                &card.involves,
                &card.benefits,
                &card.risks,
                &card.alternatives,
                &card.nothing,
            ] {
                assert!(
                    !part.is_empty(),
                    "{}: the same headings for every option",
                    card.head.id
                );
            }
        }
        let summary = view::summary(&aid, &c, Results::Fit, &Here);
        let plain = plain_text(aid.wording(), &summary);
        assert!(
            summary.leanings.iter().all(|(.., chosen)| !chosen),
            "nothing is preselected"
        );
        assert!(plain.contains(&view::stamp(&aid, &Here)) && plain.contains(&summary.review.text));
    }
}

#[test]
fn every_card_has_one_denominator_whatever_is_pressed() {
    for folder in aids() {
        let aid = aid(&folder);
        let mut c = Consultation::new(&aid);
        let crowds: Vec<u32> = aid.denominators().iter().map(|of| of.people_in_all()).collect();
        let horizons: Vec<_> = view::compare(&aid, &c)
            .outcomes
            .iter()
            .flat_map(|card| card.horizons.iter().map(|at| (card.id.clone(), at.id.clone())))
            .collect();
        for (outcome, at) in horizons {
            c.apply(&aid, Action::choose_horizon(outcome.clone(), at.clone()))
                .unwrap();
            for card in view::compare(&aid, &c).outcomes {
                let of = aid.outcome(&card.id).unwrap().of.people_in_all();
                assert_eq!(card.denominator, of);
                assert!(crowds.contains(&of) || card.measured.is_some());
                assert_eq!(card.horizons.iter().filter(|at| at.selected).count(), 1);
                for cell in &card.cells {
                    if let CellView::Known(figure) = cell {
                        let icons = figure.icons;
                        assert_eq!((icons.certain + icons.band + icons.rest, icons.total), (of, of));
                    }
                }
            }
        }
    }
}

/// One rare harm does not make thousands of everything: each card has its own denominator, and where they differ the page says
/// so once, draws each size, and no number stands without its own.
#[test]
fn a_rare_outcome_leaves_the_others_at_a_hundred() {
    let mut mixed = 0;
    for folder in aids() {
        let aid = aid(&folder);
        let c = Consultation::new(&aid);
        let crowds = aid.denominators();
        let compare = view::compare(&aid, &c);
        let table = view::compare_table(&aid, &c);
        assert_eq!(compare.per_row.len(), crowds.len());
        let note = &compare.denominator_note;
        assert!(
            table
                .caption
                .contains(&note.replace(" Pictures of more people are larger.", ""))
        );
        let every = |of: u32| format!("of every {}", aid.wording().number(of));
        for card in &compare.outcomes {
            for cell in &card.cells {
                if let CellView::Known(figure) = cell {
                    assert!(
                        figure.of_every.starts_with(&every(card.denominator)),
                        "{}",
                        figure.of_every
                    );
                    assert!(compare.per_row.contains(&figure.icons.per_row));
                }
            }
            for said in card.differences.iter().filter(|said| said.contains("of every")) {
                assert!(said.contains(&every(card.denominator)), "{said}");
            }
        }
        if crowds.len() == 1 {
            assert!(
                note.starts_with("All numbers on this page are people in every"),
                "{note}"
            );
            continue;
        }
        mixed += 1;
        for of in &crowds {
            assert!(note.contains(&aid.wording().number(of.people_in_all())), "{note}");
        }
        assert!(note.contains("Pictures of more people are larger."), "{note}");
        for row in &table.rows {
            let outcome = aid
                .outcomes()
                .iter()
                .find(|outcome| outcome.name == row.outcome)
                .unwrap();
            let counted = outcome.rows.iter().any(|row| row.figures().next().is_some());
            let says = row.horizon.contains(&every(outcome.of.people_in_all()));
            assert!(says || !counted, "{}: {}", row.outcome, row.horizon);
        }
    }
    assert!(
        mixed > 2,
        "some aids have outcomes of different denominators: {mixed}"
    );
    let contraception = aid(&aids()
        .into_iter()
        .find(|folder| folder.ends_with("contraception"))
        .unwrap());
    let of = |id: &str| {
        contraception
            .outcome(&id.try_into().unwrap())
            .unwrap()
            .of
            .people_in_all()
    };
    assert_eq!([of("still-using"), of("fallout"), of("clot")], [100, 100, 10_000]);
}

/// Half a consultation is the usual one: after every action of every script each step still has its view.
#[test]
fn every_step_stands_after_every_action() {
    for folder in aids() {
        let aid = aid(&folder);
        insta::glob!("scripts/*.json", |path| {
            let mut c = Consultation::new(&aid);
            for action in script(&aid, &std::fs::read_to_string(path).unwrap()) {
                c.apply(&aid, action).unwrap();
                let seen = c.answers().seen(&aid);
                let shown = seen.outcomes().iter().filter(|outcome| !outcome.rows.is_empty());
                assert_eq!(view::compare(&aid, &c).outcomes.len(), shown.count());
                let weigh = view::weigh(&aid, &c);
                assert!(
                    weigh
                        .items
                        .iter()
                        .filter(|item| item.first)
                        .all(|item| item.points == Some(100))
                );
                assert!(view::summary(&aid, &c, Results::Facts, &Here).fit.is_empty());
            }
        });
    }
}

#[test]
fn options_left_out_of_compare_are_left_out_everywhere_there_and_only_there() {
    let aid = example();
    let hide = Action::toggle_option("tablets".try_into().unwrap());
    let c = after(&aid, [hide]);
    let view = view::compare(&aid, &c);
    assert!(!view.can_hide && view.options.len() == 3);
    assert!(view.outcomes.iter().all(|card| card.cells.len() == 2));
    assert!(
        view.outcomes
            .iter()
            .all(|card| card.differences.iter().all(|said| !said.contains("tablets")))
    );
    assert_eq!(view::compare_table(&aid, &c).options.len(), 2);
    assert_eq!(
        view::summary(&aid, &c, Results::Fit, &Here).figures.options.len(),
        3,
        "the record shows them all"
    );
}

#[test]
fn differences_come_from_the_counts_on_screen() {
    let aid = example();
    let card = &view::compare(&aid, &Consultation::new(&aid)).outcomes[0];
    assert_eq!(
        card.differences,
        [
            "With tablets, probably about 20 fewer of every 100 people still have pain at 1 year than with waiting.",
            "With an operation, probably about 40 fewer of every 100 people still have pain at 1 year than with \
             waiting.",
            "With an operation, probably about 20 fewer of every 100 people still have pain at 1 year than with \
             tablets.",
        ]
    );
}
