//! Where people differ: a line for each thing that matters with a mark for each person, the largest gap first and named
//! in words, whether it changes anything, and one thing to do next. Marks are told apart by shape and by name; nobody's
//! stands out.

use weighup_core::consultation::Person;
use weighup_core::view::{GapLine, GapMark, GapView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::sentences::{figure, phrase, sentence, sentences};

/// The whole: to be read across a desk.
pub fn gap(ui: &Ui, view: &GapView) -> Html {
    let texts = &ui.texts.later().gap;
    markup! { ui,
        <section class="wu-card wu-gap">
            <h2 class="wu-h2">{texts.title}</h2>
            <div class="wu-gap__leads">
                for line in &view.lead { {sentence(ui, "wu-gap__lead", line)} }
            </div>
            {key(ui, view)}
            {table(ui, view)}
            <div class="wu-gap__changes">
                for line in &view.changes { {sentence(ui, "", line)} }
            </div>
            {sentence(ui, "wu-gap__next", &view.next)}
            {sentences(ui, "wu-list wu-list--plain wu-soft wu-small", &view.notes)}
        </section>
    }
}

/// The marks of the first line: every line has the same people in the same order.
fn marks(view: &GapView) -> &[GapMark] {
    view.lines.first().map_or(&[], |line| line.marks.as_slice())
}

/// What the marks mean, where the columns are too narrow for names. The table names its columns itself.
fn key(ui: &Ui, view: &GapView) -> Keyed {
    let marks = marks(view);
    markup! { ui,
        <div key={&["key", &marks.len().to_string()].concat()} aria-hidden="true" class="wu-gap__key">
            <div class="wu-gap__names">
                for mark in marks {
                    <span key={name(ui, mark.who)} class="wu-gap__name">
                        {shape(mark.who)}
                        <span>{name(ui, mark.who)}</span>
                    </span>
                }
            </div>
        </div>
    }
}

fn table(ui: &Ui, view: &GapView) -> Keyed {
    let texts = &ui.texts.later().gap;
    let marks = marks(view);
    markup! { ui,
        <table key={&marks.len().to_string()} class="wu-gap__table">
            <caption class="wu-gap__caption">{texts.caption}</caption>
            <thead>
                <tr>
                    <th scope="col" class="wu-gap__what">{texts.what}</th>
                    for mark in marks {
                        <th key={name(ui, mark.who)} scope="col" class="wu-gap__who">
                            <span class="wu-gap__name">
                                {shape(mark.who)}
                                <span class="wu-gap__text">{name(ui, mark.who)}</span>
                            </span>
                        </th>
                    }
                </tr>
            </thead>
            <tbody>
                for each in &view.lines {
                    <tr key={&[each.name.as_str(), &each.words].concat()}>
                        <th scope="row" class="wu-gap__what">{phrase(ui, "", &each.name)}{picture(each)}</th>
                        for mark in &each.marks {
                            <td key={name(ui, mark.who)} class="wu-gap__count">
                                {figure("", &mark.count.to_string())}
                            </td>
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn name(ui: &Ui, who: Person) -> &'static str {
    let [patient, companion, clinician] = ui.texts.later().gap.people;
    match who {
        Person::Patient => patient,
        Person::Companion => companion,
        Person::Clinician => clinician,
    }
}

/// The outline of a person's mark in a box of 20 by 20: a star, a cross, an hourglass. No option has any of these, since both stand on
/// one page and a shape means one thing on it.
const fn outline(who: Person) -> &'static str {
    match who {
        Person::Patient => "M10 0l2.6 6.9 7.4.3-5.8 4.6 2 7.1L10 14.8l-6.2 4.1 2-7.1L0 7.2l7.4-.3z",
        Person::Companion => "M7 1h6v6h6v6h-6v6H7v-6H1V7h6z",
        Person::Clinician => "M2 1h16l-6.5 9L18 19H2l6.5-9z",
    }
}

/// A mark for the heading of its column.
fn shape(who: Person) -> Html {
    markup! {
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" class="wu-gap__mark">
            {path(who)}
        </svg>
    }
}

fn path(who: Person) -> Html {
    let class = match who {
        Person::Patient => "wu-gap__patient",
        Person::Companion => "wu-gap__companion",
        Person::Clinician => "wu-gap__clinician",
    };
    markup! { <path d={outline(who)} stroke="currentColor" stroke-width="2.4" class={class}/> }
}

/// A line with the marks on it, each on a level of its own, so that none covers another.
fn picture(each: &GapLine) -> Keyed {
    markup! {
        <svg key={&each.words} height="56" aria-hidden="true" focusable="false" class="wu-gap__line">
            <g transform="translate(0 10)">
                <rect y="27" width="100%" height="2" fill="currentColor" class="wu-gap__track"/>
                for mark in &each.marks {
                    <rect
                        key={["stem-", level(mark.who)].concat().as_str()}
                        x={percent(mark.place)}
                        y="8"
                        width="2"
                        height="40"
                        fill="currentColor"
                    />
                    <svg
                        key={level(mark.who)}
                        x={percent(mark.place)}
                        y={level(mark.who)}
                        width="20"
                        height="20"
                        overflow="visible"
                    >
                        <g transform="translate(-9)">{path(mark.who)}</g>
                    </svg>
                }
            </g>
        </svg>
    }
}

/// How far down a person's mark stands.
const fn level(who: Person) -> &'static str {
    match who {
        Person::Patient => "-10",
        Person::Companion => "8",
        Person::Clinician => "26",
    }
}

/// Thousandths as a length.
fn percent(place: u16) -> String {
    let (whole, tenth) = (place / 10, place % 10);
    [&whole.to_string(), ".", &tenth.to_string(), "%"].concat()
}
