//! The picture of a figure: people, filled from one corner row by row, solid, then the band the studies are not
//! sure about, then outlined. Static, one ink, one path a state.

use weighup_core::view::IconCounts;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{Value, is, list, none, says, tag};

/// A picture of people, and what it shows in words. `name` is unique in the widget.
pub fn picture(ui: &Ui, icons: IconCounts, words: &str, name: &str) -> Html {
    let IconCounts {
        certain,
        band,
        total,
        per_row,
        ..
    } = icons;
    let plan = Plan::new(per_row);
    let (width, height) = plan.size(total);
    let (width, height) = (width.to_string(), height.to_string());
    let hatch = ui.id(&[name, "-hatch"].concat());
    let unsure = certain + band;
    let people = |from: u32, to: u32, fill: Value, class: &'static str| {
        tag(
            "path",
            &["d", "fill", "stroke", "stroke-width", "class"],
            vec![
                Some(AttrValue::from(plan.path(from, to, total))),
                fill,
                is("currentColor"),
                is(plan.line),
                is(class),
            ],
            none(),
        )
    };
    let striped = says(&["url(#", &hatch, ")"].concat());
    tag(
        "svg",
        &[
            "role",
            "aria-label",
            "viewBox",
            "width",
            "height",
            "focusable",
            "class",
        ],
        vec![
            is("img"),
            says(words),
            says(&["0 0 ", &width, " ", &height].concat()),
            says(&width),
            says(&height),
            is("false"),
            is("wu-picture"),
        ],
        list(vec![
            hatching(hatch),
            people(unsure, total, is("none"), "wu-picture__rest"),
            people(certain, unsure, striped, "wu-picture__band"),
            people(0, certain, is("currentColor"), "wu-picture__certain"),
        ]),
    )
}

/// Stripes in the ink of the picture.
pub(crate) fn hatching(id: AttrValue) -> Html {
    let stripe = tag(
        "rect",
        &["width", "height", "fill"],
        vec![is("1.5"), is("3.4"), is("currentColor")],
        none(),
    );
    let pattern = tag(
        "pattern",
        &["id", "width", "height", "patternUnits", "patternTransform"],
        vec![
            Some(id),
            is("3.4"),
            is("3.4"),
            is("userSpaceOnUse"),
            is("rotate(45)"),
        ],
        stripe,
    );
    tag("defs", &[], Vec::new(), pattern)
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
            path.push('M');
            path.push_str(&x.to_string());
            path.push(' ');
            path.push_str(&y.to_string());
            path.push_str(self.icon);
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
