//! The pages around a preview.

use std::fmt::Write as _;

use weighup_core::aid::{Aid, Code, Problem, Severity};
use weighup_web::page::render_page;

use weighup_serve::encoded;

use super::work::{Shown, State};
use crate::report::{escaped, sentence};

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

fn head(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <link rel=\"stylesheet\" href=\"/-/preview.css\">\n</head>\n{body}</html>\n",
        escaped(title)
    )
}

/// Every aid with how many errors and warnings it has.
pub(super) fn list(state: &State) -> String {
    let mut out = format!(
        "<body class=\"list\" data-number=\"{}\">\n<main>\n<h1>Decision aids</h1>\n",
        state.number
    );
    trouble(&mut out, state);
    line!(out, "<ul>");
    for shown in &state.shown {
        let title = shown
            .sound
            .as_ref()
            .map_or(shown.name.as_str(), |aid| aid.title());
        line!(
            out,
            "<li><a href=\"/{}/\">{}</a> <span>{}</span></li>",
            encoded(&shown.name),
            escaped(title),
            counted(shown)
        );
    }
    line!(
        out,
        "</ul>\n</main>\n<script type=\"module\" src=\"/-/preview.js\"></script>\n</body>"
    );
    head("Decision aids", &out)
}

fn trouble(out: &mut String, state: &State) {
    if let Some(trouble) = &state.trouble {
        line!(
            out,
            "<p role=\"alert\" class=\"trouble\">{}</p>",
            escaped(trouble)
        );
    }
}

fn counted(shown: &Shown) -> String {
    let errors = shown.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = shown.problems.len() - errors;
    let many = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    format!("{}, {}", many(errors, "error"), many(warnings, "warning"))
}

/// How the aid is opened in a form. The address of the form lets whoever has it write, so no page shows it.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// By the address that the command printed.
    Printed,
    /// By a command of its own.
    Command,
}

fn form(shown: &Shown, form: Form) -> String {
    match form {
        Form::Printed => {
            "To change it in a form, open the second address that the command printed.".to_owned()
        }
        Form::Command => format!(
            "To change it in a form: <code>weighup desk {}</code>",
            escaped(&shown.at().display().to_string())
        ),
    }
}

/// The page and what was found, side by side.
pub(super) fn preview(state: &State, shown: &Shown, widget: bool, form: Form, lang: Option<&str>) -> String {
    let name = encoded(&shown.name);
    let title = shown
        .sound
        .as_ref()
        .map_or(shown.name.as_str(), |aid| aid.short_title());
    let mut out = format!(
        "<body class=\"preview\" data-number=\"{}\">\n<header>\n<h1>{}</h1>\n<nav aria-label=\"Views\">",
        state.number,
        escaped(title)
    );
    line!(out, "<a href=\"/{name}/page\" target=\"view\">Page</a>");
    if widget {
        line!(out, "<a href=\"/{name}/widget\" target=\"view\">Widget</a>");
    }
    for (lang, _) in &shown.translated {
        let (shown, lang) = (escaped(lang), encoded(lang));
        line!(
            out,
            "<a href=\"/{name}/page/{lang}\" target=\"view\">Page ({shown})</a>"
        );
        if widget {
            line!(
                out,
                "<a href=\"/{name}/widget/{lang}\" target=\"view\">Widget ({shown})</a>"
            );
        }
    }
    line!(
        out,
        "<a href=\"/{name}/report\" target=\"view\">Self-assessment</a> <a href=\"/\">All aids</a></nav>\n<p>{}</p>\n</header>",
        self::form(shown, form)
    );
    let begin = lang.map_or_else(
        || format!("/{name}/page"),
        |lang| format!("/{name}/page/{}", encoded(lang)),
    );
    line!(
        out,
        "<main>\n<iframe name=\"view\" title=\"The aid\" src=\"{begin}\"></iframe>\n<aside id=\"findings\" aria-live=\"polite\" data-from=\"/{name}/findings\">"
    );
    trouble(&mut out, state);
    out += &findings(shown);
    line!(
        out,
        "</aside>\n</main>\n<script type=\"module\" src=\"/-/preview.js\"></script>\n</body>"
    );
    head(title, &out)
}

/// What was found: the part of the page that changes with every save.
pub(super) fn findings(shown: &Shown) -> String {
    let mut out = format!("<h2>{}</h2>\n", counted(shown));
    if !shown.current {
        let said = if shown.sound.is_some() {
            "The page is the last version without errors."
        } else {
            "There is no page until the errors are mended."
        };
        line!(out, "<p class=\"trouble\">{said}</p>");
    }
    if shown.problems.is_empty() {
        line!(out, "<p>Nothing to mend.</p>");
    }
    line!(out, "<ol>");
    // What stops the page first, and last what is only not written yet.
    let mut problems: Vec<&Problem> = shown.problems.iter().collect();
    problems.sort_by_key(|problem| (!problem.is_error(), problem.code == Code::Placeholder));
    for problem in problems {
        let (kind, class) = match problem.severity {
            Severity::Error => ("Error", "error"),
            Severity::Warning => ("Warning", "warning"),
        };
        let place = match (problem.line, problem.column) {
            (Some(line), Some(column)) => format!("line {line}, column {column}"),
            _ => "whole file".to_owned(),
        };
        line!(
            out,
            "<li class=\"{class}\"><p><strong>{kind}</strong> {place} <code>{}</code></p>",
            escaped(&problem.place())
        );
        if let Some(text) = problem
            .line
            .and_then(|line| source(shown, problem.file.as_deref(), line))
        {
            line!(out, "<pre>{}</pre>", escaped(text));
        }
        line!(
            out,
            "<p>{}</p><p class=\"remedy\">{}</p></li>",
            escaped(&sentence(&problem.message)),
            escaped(&sentence(&problem.remedy))
        );
    }
    line!(out, "</ol>");
    out
}

/// A line of a file, cut where it is long.
fn source<'s>(shown: &'s Shown, file: Option<&str>, line: u32) -> Option<&'s str> {
    const LONGEST: usize = 160;
    let index = usize::try_from(line).ok()?.checked_sub(1)?;
    let text = shown.folder.text(file?)?.lines().nth(index)?.trim();
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    text.get(..end)
}

/// The aid as a page without scripts.
pub(super) fn page(aid: Option<&Aid>) -> String {
    match aid {
        Some(aid) => match render_page(
            aid,
            weighup_web::texts::interface(&aid.document().language),
            "/-/weighup.css",
        ) {
            Ok(page) => page,
            Err(error) => head(
                "No page",
                &format!(
                    "<body><main><p>{}</p></main></body>\n",
                    escaped(&error.to_string())
                ),
            ),
        },
        None => head(
            "No page",
            "<body><main><p>There is no page until the errors are mended.</p></main></body>\n",
        ),
    }
}

/// The aid in the widget.
pub(super) fn widget(shown: &Shown, lang: Option<&str>) -> String {
    let lang = lang.map_or_else(String::new, |lang| format!("/{}", encoded(lang)));
    head(
        "The widget",
        &format!(
            "<body>\n<weighup-aid src=\"/{}/aid.json{lang}\"></weighup-aid>\n<script type=\"module\" src=\"/-/widget.js\"></script>\n</body>\n",
            encoded(&shown.name)
        ),
    )
}
