//! The parts on values of their own, as HTML.
#![cfg(feature = "ssr")]

use std::error::Error;

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CellView, FigureView, FitBar, IconCounts, Mark, OptionHead};
use weighup_web::Ui;
use weighup_web::parts::choices::{Choice, Kind, choices};
use weighup_web::parts::figure::figure;
use weighup_web::parts::fit_bars::fit_bars;
use weighup_web::parts::key::key;
use weighup_web::parts::option_mark::option_name;
use weighup_web::parts::segmented::{Segment, segmented};
use weighup_web::parts::stepper::{Stepper, stepper};
use yew::{AttrValue, Html, LocalServerRenderer, Properties, function_component, html};

type Outcome = Result<(), Box<dyn Error>>;

#[derive(PartialEq, Properties)]
struct StageProps {
    part: Html,
}

#[function_component]
fn Stage(props: &StageProps) -> Html {
    html! { <>{ props.part.clone() }</> }
}

fn ui() -> Ui {
    Ui::new(AttrValue::Static("t"))
}

/// One tag a line, paths cut short: what a person reads in a review.
fn shown(part: Html) -> Result<String, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = LocalServerRenderer::<Stage>::with_props(StageProps { part }).hydratable(false);
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    let lines = html.replace("><", ">\n<");
    Ok(lines.lines().map(|line| format!("{}\n", cut(line))).collect())
}

fn cut(line: &str) -> String {
    match line.split_once(" d=\"") {
        Some((before, rest)) if rest.len() > 120 => {
            let icons = rest.matches('M').count();
            let after = rest.split_once('"').map(|(_, after)| after).unwrap_or_default();
            format!("{before} d=\"… {icons} icons …\"{after}")
        }
        _ => line.to_owned(),
    }
}

fn head(name: &str, mark: Mark) -> Result<OptionHead, Box<dyn Error>> {
    let id = name.to_lowercase().as_str().try_into()?;
    Ok(OptionHead {
        id,
        name: name.to_owned(),
        in_sentence: name.to_lowercase(),
        mark,
    })
}

fn known() -> Result<CellView, Box<dyn Error>> {
    Ok(CellView::Known(Box::new(FigureView {
        option: head("Surgery", Mark::Square)?,
        count: "24".into(),
        of_every: "of every 100 men".into(),
        happens: "24 of every 100 men wear pads.".into(),
        does_not: "76 of every 100 do not.".into(),
        sentence: "Of every 100 men, 24 wear pads and 76 do not.".into(),
        picture: "100 figures: 20 filled, 8 striped, 72 outlined.".into(),
        icons: IconCounts {
            certain: 20,
            band: 8,
            rest: 72,
            total: 100,
            per_row: 10,
        },
        range: "The studies suggest it is between 20 and 28 of every 100.".into(),
        range_short: Some("20 to 28".into()),
        certainty: "We are fairly sure of this.".into(),
        worked_out: "Published as 24 %.".into(),
        status: "Read in the paper.".into(),
    })))
}

#[test]
fn a_figure() -> Outcome {
    insta::assert_snapshot!(shown(figure(&ui(), "pads", &known()?, true))?);
    Ok(())
}

#[test]
fn a_figure_that_is_not_known() -> Outcome {
    let cell = CellView::NotKnown {
        option: head("Radiotherapy", Mark::Triangle)?,
        text: "We do not know.".into(),
        why: "No study has counted it.".into(),
    };
    insta::assert_snapshot!(shown(figure(&ui(), "pads", &cell, true))?);
    Ok(())
}

#[test]
fn the_key() -> Outcome {
    insta::assert_snapshot!(shown(key(&ui(), "pads"))?);
    Ok(())
}

#[test]
fn every_mark() -> Outcome {
    let marks = [
        Mark::Circle,
        Mark::Square,
        Mark::Triangle,
        Mark::Diamond,
        Mark::Hexagon,
        Mark::Pentagon,
    ];
    let mut all = String::new();
    for mark in marks {
        all.push_str(&shown(option_name(&head("Option", mark)?))?);
    }
    insta::assert_snapshot!(all);
    Ok(())
}

#[test]
fn a_bar() -> Outcome {
    let bar = FitBar {
        option: head("Surgery", Mark::Square)?,
        low: 280,
        point: 330,
        high: 410,
        words: "The bar for surgery is 33 of 100 long.".into(),
        ruled_out: Some("You said you would not choose it.".into()),
        parts: Vec::new(),
    };
    insta::assert_snapshot!(shown(fit_bars(&ui(), &[bar]))?);
    Ok(())
}

#[test]
fn controls() -> Outcome {
    let action = || Action::CompareAs(CompareAs::Table);
    let segments = vec![
        Segment {
            label: "1 year".into(),
            selected: false,
            action: action(),
        },
        Segment {
            label: "12 years".into(),
            selected: true,
            action: action(),
        },
    ];
    let answers = vec![
        Choice::new("a", "I have not decided.", true, action()),
        Choice::new("b", "More time.", false, action()),
    ];
    let step = Stepper {
        name: "Leaking urine",
        buttons: ["Less: {name}", "More: {name}"],
        value: "60",
        answered: true,
        less: Some(action()),
        more: None,
    };
    insta::assert_snapshot!("segmented", shown(segmented(&ui(), "when", "Time", segments))?);
    insta::assert_snapshot!(
        "choices",
        shown(choices(
            &ui(),
            "leaning",
            Kind::One,
            "Where are you now?",
            Some("Every answer is fine."),
            answers
        ))?
    );
    insta::assert_snapshot!("stepper", shown(stepper(&ui(), step))?);
    Ok(())
}
