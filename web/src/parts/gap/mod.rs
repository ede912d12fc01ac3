//! Where people differ: a line for each thing that matters with a mark for each person, the largest gap first and named
//! in words, whether it changes anything, and one thing to do next. Marks are told apart by shape and by name; nobody's
//! stands out.

use weighup_core::consultation::Person;
use weighup_core::view::{GapLine, GapMark, GapView};
use yew::Html;

use crate::Ui;
use crate::markup::{Value, el, h2, is, keyed, line, list, none, says, tag, text, wrap};
use crate::parts::said::{figure, phrase, sentence, sentences};

/// The whole: to be read across a desk.
pub fn gap(ui: &Ui, view: &GapView) -> Html {
    let texts = &ui.texts.gap;
    let lead = view.lead.iter().map(|line| sentence("wu-gap__lead", line));
    let changes = view.changes.iter().map(|line| sentence("", line));
    el(
        "section",
        "wu-card wu-gap",
        vec![
            h2(texts.title),
            el("div", "wu-gap__leads", lead.collect()),
            key(ui, view),
            table(ui, view),
            el("div", "wu-gap__changes", changes.collect()),
            sentence("wu-gap__next", &view.next),
            sentences("wu-list wu-list--plain wu-soft wu-small", &view.notes),
        ],
    )
}

/// What the marks mean, where the columns are too narrow for names. The table names its columns itself.
fn key(ui: &Ui, view: &GapView) -> Html {
    let marks = view.lines.first().map_or(&[] as &[GapMark], |line| &line.marks);
    let named = marks.iter().map(|mark| {
        let named = vec![shape(mark.who), line("span", "", name(ui, mark.who))];
        el("span", "wu-gap__name", named)
    });
    let named = el("div", "wu-gap__names", named.collect());
    let key = tag(
        "div",
        &["aria-hidden", "class"],
        vec![is("true"), is("wu-gap__key")],
        named,
    );
    keyed(&["key", &marks.len().to_string()].concat(), key)
}

fn table(ui: &Ui, view: &GapView) -> Html {
    let texts = &ui.texts.gap;
    let marks = view.lines.first().map_or(&[] as &[GapMark], |line| &line.marks);
    let head = |scope: &'static str, class: &'static str, child: Html| {
        tag("th", &["scope", "class"], vec![is(scope), is(class)], child)
    };
    let mut heads = vec![head("col", "wu-gap__what", text(texts.what))];
    heads.extend(marks.iter().map(|mark| {
        let named = vec![shape(mark.who), line("span", "wu-gap__text", name(ui, mark.who))];
        head("col", "wu-gap__who", el("span", "wu-gap__name", named))
    }));
    let rows = view.lines.iter().map(|each| {
        let what = list(vec![phrase("", &each.name), picture(each)]);
        let mut cells = vec![head("row", "wu-gap__what", what)];
        cells.extend(each.marks.iter().map(|mark| {
            let count = mark.count.to_string();
            wrap("td", "wu-gap__count", keyed(&count, figure("", &count)))
        }));
        keyed(&[each.name.as_str(), &each.words].concat(), el("tr", "", cells))
    });
    let rows = vec![
        line("caption", "wu-gap__caption", texts.caption),
        wrap("thead", "", el("tr", "", heads)),
        el("tbody", "", rows.collect()),
    ];
    keyed(&marks.len().to_string(), el("table", "wu-gap__table", rows))
}

const fn name(ui: &Ui, who: Person) -> &'static str {
    let [patient, companion, clinician] = ui.texts.gap.people;
    match who {
        Person::Patient => patient,
        Person::Companion => companion,
        Person::Clinician => clinician,
    }
}

/// The outline of a person's mark in a box of 20 by 20.
const fn outline(who: Person) -> &'static str {
    match who {
        Person::Patient => "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z",
        Person::Companion => "M3 3h14v14h-14z",
        Person::Clinician => "M10 0 20 10 10 20 0 10z",
    }
}

/// A mark for the heading of its column.
fn shape(who: Person) -> Html {
    tag(
        "svg",
        &["viewBox", "width", "height", "aria-hidden", "focusable", "class"],
        vec![
            is("0 0 20 20"),
            is("20"),
            is("20"),
            is("true"),
            is("false"),
            is("wu-gap__mark"),
        ],
        path(who),
    )
}

fn path(who: Person) -> Html {
    let class = match who {
        Person::Patient => "wu-gap__patient",
        Person::Companion => "wu-gap__companion",
        Person::Clinician => "wu-gap__clinician",
    };
    tag(
        "path",
        &["d", "stroke", "stroke-width", "class"],
        vec![is(outline(who)), is("currentColor"), is("2.4"), is(class)],
        none(),
    )
}

/// A line with the marks on it, each on a level of its own, so that none covers another.
fn picture(each: &GapLine) -> Html {
    let track = tag(
        "rect",
        &["y", "width", "height", "fill", "class"],
        vec![
            is("27"),
            is("100%"),
            is("2"),
            is("currentColor"),
            is("wu-gap__track"),
        ],
        none(),
    );
    let marks = each.marks.iter().map(|mark| {
        let level = match mark.who {
            Person::Patient => "-10",
            Person::Companion => "8",
            Person::Clinician => "26",
        };
        let stem = tag(
            "rect",
            &["x", "y", "width", "height", "fill"],
            vec![
                percent(mark.place),
                is("8"),
                is("2"),
                is("40"),
                is("currentColor"),
            ],
            none(),
        );
        let moved = tag("g", &["transform"], vec![is("translate(-9)")], path(mark.who));
        let at = tag(
            "svg",
            &["x", "y", "width", "height", "overflow"],
            vec![percent(mark.place), is(level), is("20"), is("20"), is("visible")],
            moved,
        );
        list(vec![stem, at])
    });
    let nodes = std::iter::once(track).chain(marks).collect();
    let svg = tag(
        "svg",
        &["height", "aria-hidden", "focusable", "class"],
        vec![is("56"), is("true"), is("false"), is("wu-gap__line")],
        tag("g", &["transform"], vec![is("translate(0 10)")], list(nodes)),
    );
    keyed(&each.words, svg)
}

/// Thousandths as a length.
fn percent(place: u16) -> Value {
    let (whole, tenth) = (place / 10, place % 10);
    says(&[&whole.to_string(), ".", &tenth.to_string(), "%"].concat())
}
