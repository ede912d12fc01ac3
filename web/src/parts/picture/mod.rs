//! Pictures of people, filled from one corner row by row, one state after another. Static, one ink.
//!
//! An icon is drawn once, in a pattern; a state of a picture is one outline filled with it. So a picture of 100 people and
//! one of 10,000 are a handful of elements, and an old phone has nothing to count.

mod plan;

use weighup_core::view::{ChangeKind, ChangeState, IconCounts};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{Keyed, markup};
use plan::Plan;

/// What an icon says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Happens: solid.
    Certain,
    /// May or may not: half of it solid.
    Band,
    /// Does not happen: outlined.
    Rest,
    /// Happens with this option only: cut out of a solid tile.
    Added,
    /// Happens with the other option only: outlined, in an outlined tile.
    Taken,
}

const ALL: [Icon; 5] = [Icon::Certain, Icon::Band, Icon::Rest, Icon::Added, Icon::Taken];

impl Icon {
    /// Its name in ids and in pictures that are saved.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Band => "band",
            Self::Rest => "rest",
            Self::Added => "added",
            Self::Taken => "taken",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Certain => "wu-icon--certain",
            Self::Band => "wu-icon--band",
            Self::Rest => "wu-icon--rest",
            Self::Added => "wu-icon--added",
            Self::Taken => "wu-icon--taken",
        }
    }
}

/// What is drawn: people of each state, in order.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Icons and how many of each.
    pub states: Vec<(Icon, u32)>,
    /// Their sum.
    pub total: u32,
    /// Icons per row.
    pub per_row: u32,
}

impl From<IconCounts> for Drawing {
    fn from(icons: IconCounts) -> Self {
        Self {
            states: vec![
                (Icon::Certain, icons.certain),
                (Icon::Band, icons.band),
                (Icon::Rest, icons.rest),
            ],
            total: icons.total,
            per_row: icons.per_row,
        }
    }
}

impl Drawing {
    /// Of a change.
    #[must_use]
    pub fn of_change(states: &[ChangeState], total: u32, per_row: u32) -> Self {
        Self {
            states: states
                .iter()
                .map(|state| (icon_of(state.kind), state.count))
                .collect(),
            total,
            per_row,
        }
    }
}

/// The icon of a change.
#[must_use]
pub const fn icon_of(kind: ChangeKind) -> Icon {
    match kind {
        ChangeKind::Both => Icon::Certain,
        ChangeKind::Added => Icon::Added,
        ChangeKind::Taken => Icon::Taken,
        ChangeKind::Neither => Icon::Rest,
    }
}

/// A picture of people, and what it shows in words. The page has [`icons`] once.
pub fn picture(ui: &Ui, drawing: &Drawing, words: &str) -> Html {
    let plan = Plan::new(drawing.per_row);
    let (width, height) = plan.size(drawing.total);
    let (width, height) = (width.to_string(), height.to_string());
    let states = regions(plan, drawing);
    markup! {
        <svg
            role="img"
            aria-label={words.to_owned()}
            viewBox={["0 0 ", &width, " ", &height].concat()}
            width={width}
            height={height}
            focusable="false"
            class={plan.class()}
        >
            for (icon, region) in states {
                <path key={icon.name()} d={region} fill={fill(ui, icon, drawing.per_row)}/>
            }
        </svg>
    }
}

/// The outline around the people of each state, one state after another.
fn regions(plan: Plan, drawing: &Drawing) -> Vec<(Icon, String)> {
    let mut from = 0;
    let states = drawing.states.iter().map(|(icon, count)| {
        let to = from + count;
        let region = plan.region(from, to, drawing.total);
        from = to;
        (*icon, region)
    });
    states.collect()
}

/// The same people as squares in few rows, beside a number that says how many they are. The page has [`strips`] once.
pub fn strip(ui: &Ui, people: IconCounts) -> Html {
    let plan = Plan::strip(people.per_row);
    let (width, height) = plan.size(people.total);
    let states = regions(plan, &people.into());
    markup! {
        <svg
            aria-hidden="true"
            viewBox={["0 0 ", &width.to_string(), " ", &height.to_string()].concat()}
            width={width.to_string()}
            height={height.to_string()}
            focusable="false"
            class="wu-strip"
        >
            for (icon, region) in states {
                <path key={icon.name()} d={region} fill={strip_fill(ui, icon)}/>
            }
        </svg>
    }
}

fn strip_id(ui: &Ui, icon: Icon) -> AttrValue {
    ui.id(&["strip-", icon.name()].concat())
}

fn strip_fill(ui: &Ui, icon: Icon) -> String {
    ["url(#", &strip_id(ui, icon), ")"].concat()
}

/// One square of a strip, for a key; what it means stands beside it.
pub fn square(ui: &Ui, icon: Icon) -> Html {
    markup! {
        <svg viewBox="0 0 5 5" width="14" height="14" aria-hidden="true" focusable="false" class="wu-key__icon">
            <path d="M0 0h5v5h-5z" fill={strip_fill(ui, icon)}/>
        </svg>
    }
}

/// The squares that the strips of a page are filled with.
pub fn strips(ui: &Ui) -> Html {
    let plan = Plan::strip(25);
    markup! {
        <svg width="0" height="0" aria-hidden="true" focusable="false" class="wu-icons">
            <defs>
                for icon in [Icon::Certain, Icon::Band, Icon::Rest] {
                    {pattern(plan, icon, strip_id(ui, icon))}
                }
            </defs>
        </svg>
    }
}

/// One icon, for a key; what it means stands beside it.
pub fn icon(ui: &Ui, icon: Icon, per_row: u32) -> Html {
    let plan = Plan::new(per_row);
    let (width, height) = plan.cell();
    let (width, height) = (width.to_string(), height.to_string());
    let top = plan.origin().to_string();
    markup! {
        <svg
            viewBox={["0 ", &top, " ", &width, " ", &height].concat()}
            width="16"
            height="18"
            aria-hidden="true"
            focusable="false"
            class="wu-key__icon"
        >
            <path
                d={["M0 ", &top, "h", &width, "v", &height, "h-", &width, "z"].concat()}
                fill={fill(ui, icon, per_row)}
            />
        </svg>
    }
}

fn fill(ui: &Ui, icon: Icon, per_row: u32) -> String {
    ["url(#", &id(ui, icon, per_row), ")"].concat()
}

fn id(ui: &Ui, icon: Icon, per_row: u32) -> AttrValue {
    ui.id(&["icon-", icon.name(), "-", &per_row.to_string()].concat())
}

/// The icons that the pictures of a page are filled with: people of 100, squares of more. Pictures of each size have their own,
/// since their blocks start at another height.
pub fn icons(ui: &Ui, per_row: &[u32]) -> Html {
    let all = per_row
        .iter()
        .flat_map(|per_row| ALL.map(|icon| (*per_row, icon)));
    markup! {
        <svg width="0" height="0" aria-hidden="true" focusable="false" class="wu-icons">
            <defs>for (per_row, icon) in all { {pattern(Plan::new(per_row), icon, id(ui, icon, per_row))} }</defs>
        </svg>
    }
}

/// A block of icons, so that the blocks of a picture stand apart.
fn pattern(plan: Plan, icon: Icon, id: AttrValue) -> Keyed {
    let (width, height) = plan.tile();
    let solid = matches!(icon, Icon::Certain | Icon::Added);
    let path = |d: String, fill: bool, line: &'static str| {
        markup! {
            <path
                d={d}
                fill={if fill { "currentColor" } else { "none" }}
                fill-rule="evenodd"
                stroke="currentColor"
                stroke-width={line}
                class={icon.class()}
            />
        }
    };
    let line = if icon == Icon::Added { "0" } else { plan.line() };
    markup! {
        <pattern
            key={&id}
            id={id.clone()}
            y={plan.origin()}
            width={width}
            height={height}
            patternUnits="userSpaceOnUse"
        >
            if icon == Icon::Band { {path(plan.half(), true, "0")} }
            {path(plan.block(icon), solid, line)}
        </pattern>
    }
}
