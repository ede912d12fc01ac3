//! Every state of the widget, and the static page, hold to what every page must hold to.
#![cfg(feature = "ssr")]

mod support;

use std::collections::BTreeSet;
use std::error::Error;

use weighup_web::fixtures;
use weighup_web::page::render_page;
use weighup_web::settings::Settings;
use weighup_web::texts::EN;

type Outcome = Result<(), Box<dyn Error>>;

fn pages() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    const STYLES: &str = "weighup.css";
    let aid = support::prostate()?;
    let measured = support::measured()?;
    let scored = support::scored()?;
    let english = Settings::default();
    let mut pages = vec![
        ("page".to_owned(), render_page(&aid, &EN, STYLES)?),
        ("measured-page".to_owned(), render_page(&measured, &EN, STYLES)?),
        ("scored-page".to_owned(), render_page(&scored, &EN, STYLES)?),
    ];
    let states = [
        support::rendered(&measured, fixtures::measured_states(), &english, STYLES)?,
        support::rendered(&scored, fixtures::scored_states(), &english, STYLES)?,
        support::rendered(&aid, fixtures::states(), &english, STYLES)?,
        support::rendered(&aid, fixtures::waiting_states(), &support::at_work(), STYLES)?,
        support::translated(STYLES)?,
    ];
    pages.extend(states.into_iter().flatten().map(|(name, _, html)| (name, html)));
    Ok(pages)
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn nothing_needs_inline_style_or_script() -> Outcome {
    for (name, html) in pages()? {
        for forbidden in [" style=", "<style", "<script", "javascript:", " onclick"] {
            assert!(!html.contains(forbidden), "{name} has `{forbidden}`");
        }
        let stylesheets = html.matches("<link").count();
        assert_eq!(stylesheets, 1, "{name} asks for more than its stylesheet");
    }
    Ok(())
}

#[test]
fn every_id_is_unique_and_every_reference_resolves() -> Outcome {
    for (name, html) in pages()? {
        let ids = values(&html, "id");
        let known: BTreeSet<_> = ids.iter().copied().collect();
        let twice: Vec<_> = known
            .iter()
            .filter(|id| ids.iter().filter(|other| other == id).count() > 1)
            .collect();
        assert!(twice.is_empty(), "{name} has ids twice: {twice:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for id in values(&html, attribute)
                .into_iter()
                .flat_map(str::split_whitespace)
            {
                assert!(known.contains(id), "{name}: {attribute}={id} points nowhere");
            }
        }
        for target in html
            .split("url(#")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            assert!(known.contains(target), "{name}: url(#{target}) points nowhere");
        }
    }
    Ok(())
}

#[test]
fn headings_start_at_one_and_skip_no_level() -> Outcome {
    for (name, html) in pages()? {
        let levels: Vec<u8> = html
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.bytes().next())
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name} does not start with its heading");
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{name} has more than one main heading"
        );
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{name} skips from h{} to h{}",
                pair[0],
                pair[1]
            );
        }
    }
    Ok(())
}

#[test]
fn every_step_says_that_it_is_not_reviewed_and_which_version_it_is() -> Outcome {
    let aid = support::prostate()?;
    let (notice, in_urdu) = (
        support::notice(&aid),
        support::notice(&support::prostate_in("ur")?),
    );
    for (name, html) in pages()? {
        let notice = if name.starts_with("ur-") {
            &in_urdu
        } else {
            &notice
        };
        assert!(html.contains(notice), "{name} does not say so");
        let made_up = ["measured", "scored"];
        let stamp = made_up.into_iter().find(|made_up| name.starts_with(made_up));
        let stamp = stamp.unwrap_or(aid.id());
        assert!(html.contains(stamp), "{name} has no stamp");
    }
    Ok(())
}

#[test]
fn nothing_is_chosen_for_the_person() -> Outcome {
    for (name, html) in pages()? {
        if name.ends_with("-empty") || name == "about" || name == "ur-about" {
            assert!(
                !html.contains("<input checked"),
                "{name} has something chosen at first"
            );
        }
    }
    Ok(())
}

#[test]
fn the_stylesheet_asks_for_nothing_and_takes_no_size_from_the_host() -> Outcome {
    let css = weighup_web::page::STYLES;
    for forbidden in [
        "@import",
        "http:",
        "https:",
        "rem;",
        "rem ",
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
    ] {
        assert!(!css.contains(forbidden), "the stylesheet has `{forbidden}`");
    }
    Ok(())
}
