//! The picture of a figure: people, filled from one corner row by row, solid, then the band the studies are not
//! sure about, then outlined. Static, one ink, one path a state.

use std::fmt::Write;

use weighup_core::view::IconCounts;
use yew::{AttrValue, Html, Properties, function_component, html, use_context};

use crate::Ui;

/// Properties of [`Picture`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// How many people are in each state.
    pub icons: IconCounts,
    /// The picture in words.
    pub label: AttrValue,
    /// Unique in the widget.
    pub name: AttrValue,
}

/// A picture of people.
#[function_component]
pub fn Picture(props: &Props) -> Html {
    let Some(ui) = use_context::<Ui>() else {
        return html! { <svg /> };
    };
    let IconCounts {
        certain,
        band,
        total,
        per_row,
        ..
    } = props.icons;
    let plan = Plan::new(per_row);
    let (width, height) = plan.size(total);
    let hatch = ui.id(&format!("{}-hatch", props.name));
    let unsure = certain + band;
    html! {
        <svg class="wu-picture" role="img" aria-label={props.label.clone()} viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()} height={height.to_string()} focusable="false">
            <defs>{ hatching(hatch.clone()) }</defs>
            <path class="wu-picture__rest" d={plan.path(unsure, total, total)} fill="none" stroke="currentColor"
                stroke-width={plan.line()} />
            <path class="wu-picture__band" d={plan.path(certain, unsure, total)} fill={format!("url(#{hatch})")}
                stroke="currentColor" stroke-width={plan.line()} />
            <path class="wu-picture__certain" d={plan.path(0, certain, total)} fill="currentColor"
                stroke="currentColor" stroke-width={plan.line()} />
        </svg>
    }
}

/// Stripes in the ink of the picture.
pub fn hatching(id: AttrValue) -> Html {
    html! {
        <pattern id={id} width="3.4" height="3.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.5" height="3.4" fill="currentColor" />
        </pattern>
    }
}

/// A person of the size used for 100 people, for the key.
pub const PERSON: &str = "M10 2.4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zM4.2 20v-4a5.8 5.8 0 0 1 11.6 0v4z";

/// Where each icon goes.
#[derive(Clone, Copy)]
struct Plan {
    per_row: u32,
    cell: (u32, u32),
    group: u32,
    gap: u32,
    icon: &'static str,
    line: &'static str,
}

impl Plan {
    /// People for 10 a row; squares when there are too many to draw as people.
    fn new(per_row: u32) -> Self {
        let per_row = per_row.max(1);
        if per_row <= 10 {
            let icon =
                "m10 2.4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zm-5.8 17.6v-4a5.8 5.8 0 0 1 11.6 0v4z";
            Self {
                per_row,
                cell: (20, 23),
                group: 5,
                gap: 5,
                icon,
                line: "1.1",
            }
        } else {
            Self {
                per_row,
                cell: (5, 5),
                group: 10,
                gap: 3,
                icon: "m.7 .7h3.6v3.6h-3.6z",
                line: ".5",
            }
        }
    }

    fn line(self) -> &'static str {
        self.line
    }

    fn offset(self, at: u32, step: u32) -> u32 {
        at * step + at / self.group * self.gap
    }

    fn rows(self, total: u32) -> u32 {
        total.div_ceil(self.per_row)
    }

    fn size(self, total: u32) -> (u32, u32) {
        let last = |count: u32| count.saturating_sub(1);
        let (width, height) = self.cell;
        let columns = self.offset(last(self.per_row), width) + width;
        let rows = self.offset(last(self.rows(total)), height) + height;
        (columns, rows)
    }

    /// The icons `from..to`, counted from the bottom corner at the start of the line.
    fn path(self, from: u32, to: u32, total: u32) -> String {
        let (width, height) = self.cell;
        let top = self.offset(self.rows(total).saturating_sub(1), height);
        let mut path = String::new();
        for at in from..to {
            let x = self.offset(at % self.per_row, width);
            let y = top.saturating_sub(self.offset(at / self.per_row, height));
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}{}", self.icon);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn a_hundred_people_fill_ten_rows_from_the_bottom() {
        let plan = Plan::new(10);
        assert_eq!(plan.size(100), (205, 235));
        assert!(plan.path(0, 1, 100).starts_with("M0 212m"));
        assert!(plan.path(99, 100, 100).starts_with("M185 0m"));
        assert_eq!(plan.path(0, 100, 100).matches('M').count(), 100);
    }
}
