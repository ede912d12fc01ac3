//! Where each icon goes.

use super::Icon;

/// A person in a cell of 20 by 23.
const PERSON: &str = "m10 2.4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zm-5.8 17.6v-4a5.8 5.8 0 0 1 11.6 0v4z";
/// The half of a person at the start of the line.
const HALF_PERSON: &str = "m10 2.4a3.8 3.8 0 0 0 0 7.6zm0 7.8a5.8 5.8 0 0 0 -5.8 5.8v4h5.8z";
/// The tile around a person, drawn before it from the same corner.
const PERSON_TILE: &str = "m1 .8h18v21.4h-18zm-1-.8";
/// A square in a cell of 5 by 5.
const SQUARE: &str = "m.7 .7h3.6v3.6h-3.6z";
/// The half of a square.
const HALF_SQUARE: &str = "m.7 .7v3.6h3.6z";
/// What stands in the tile of a square.
const DOT: &str = "m1.7 1.7h1.6v1.6h-1.6z";
const SQUARE_TILE: &str = "m.4 .4h4.2v4.2h-4.2zm-.4-.4";

/// The measures of a picture: people in blocks of five by five, squares in blocks of ten by ten.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    per_row: u32,
    people: bool,
    /// Without gaps between blocks: a strip beside a number.
    strip: bool,
}

impl Plan {
    /// People for 10 a row; squares when there are too many to draw as people.
    pub(super) fn new(per_row: u32) -> Self {
        let per_row = per_row.max(1);
        Self {
            per_row,
            people: per_row <= 10,
            strip: false,
        }
    }

    /// Squares without blocks: a strip beside a number.
    pub(super) fn strip(per_row: u32) -> Self {
        Self {
            per_row: per_row.max(1),
            people: false,
            strip: true,
        }
    }

    pub(super) const fn class(self) -> &'static str {
        if self.people {
            "wu-picture"
        } else {
            "wu-picture wu-picture--many"
        }
    }

    pub(super) const fn cell(self) -> (u32, u32) {
        if self.people { (20, 23) } else { (5, 5) }
    }

    const fn group(self) -> u32 {
        if self.people { 5 } else { 10 }
    }

    const fn gap(self) -> u32 {
        match (self.people, self.strip) {
            (true, _) => 5,
            (false, true) => 0,
            (false, false) => 3,
        }
    }

    pub(super) const fn line(self) -> &'static str {
        if self.people { "1.1" } else { ".5" }
    }

    const fn offset(self, at: u32, step: u32) -> u32 {
        at * step + at / self.group() * self.gap()
    }

    fn rows(self, total: u32) -> u32 {
        total.div_ceil(self.per_row)
    }

    pub(super) fn size(self, total: u32) -> (u32, u32) {
        let last = |count: u32| count.saturating_sub(1);
        let (width, height) = self.cell();
        let columns = self.offset(last(self.per_row), width) + width;
        let rows = self.offset(last(self.rows(total)), height) + height;
        (columns, rows)
    }

    /// A block of icons with the gap after it.
    pub(super) const fn tile(self) -> (u32, u32) {
        let (width, height) = self.cell();
        (
            self.group() * width + self.gap(),
            self.group() * height + self.gap(),
        )
    }

    /// Where the first whole block starts, so that blocks count from the bottom: 1,000 have half a block at the top.
    pub(super) const fn origin(self) -> u32 {
        if self.per_row == 40 { 28 } else { 0 }
    }

    /// The icons of a block.
    pub(super) fn block(self, icon: Icon) -> String {
        let tiled = matches!(icon, Icon::Added | Icon::Taken);
        let (tile, inner) = match (self.people, tiled) {
            (true, true) => (PERSON_TILE, PERSON),
            (true, false) => ("", PERSON),
            (false, true) => (SQUARE_TILE, DOT),
            (false, false) => ("", SQUARE),
        };
        self.repeat(tile, inner)
    }

    /// The solid half of each icon of a block.
    pub(super) fn half(self) -> String {
        self.repeat("", if self.people { HALF_PERSON } else { HALF_SQUARE })
    }

    fn repeat(self, first: &str, second: &str) -> String {
        let (width, height) = self.cell();
        let mut path = String::new();
        for row in 0..self.group() {
            for column in 0..self.group() {
                path.push('M');
                path.push_str(&(column * width).to_string());
                path.push(' ');
                path.push_str(&(row * height).to_string());
                path.push_str(first);
                path.push_str(second);
            }
        }
        path
    }

    /// The outline around the icons `from..to`, counted from the bottom corner at the start of the line: part of a row,
    /// whole rows, part of a row.
    pub(super) fn region(self, from: u32, to: u32, total: u32) -> String {
        let mut path = String::new();
        let mut at = from;
        while at < to {
            let (row, column) = (at / self.per_row, at % self.per_row);
            let left = to - at;
            let (columns, rows) = if column == 0 && left >= self.per_row {
                (self.per_row, left / self.per_row)
            } else {
                (left.min(self.per_row - column), 1)
            };
            self.rectangle(&mut path, (column, row), (columns, rows), total);
            at += columns * rows;
        }
        path
    }

    fn rectangle(self, path: &mut String, at: (u32, u32), count: (u32, u32), total: u32) {
        let (width, height) = self.cell();
        let top = self.offset(self.rows(total).saturating_sub(1), height);
        let start = self.offset(at.0, width);
        let end = self.offset(at.0 + count.0 - 1, width) + width;
        let bottom = top.saturating_sub(self.offset(at.1, height)) + height;
        let highest = top.saturating_sub(self.offset(at.1 + count.1 - 1, height));
        let (wide, high) = ((end - start).to_string(), (bottom - highest).to_string());
        let (x, y) = (start.to_string(), highest.to_string());
        for part in ["M", &x, " ", &y, "h", &wide, "v", &high, "h-", &wide, "z"] {
            path.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn a_hundred_people_fill_ten_rows_from_the_bottom() {
        let plan = Plan::new(10);
        assert_eq!(plan.size(100), (205, 235));
        assert_eq!(plan.region(0, 1, 100), "M0 212h20v23h-20z");
        assert_eq!(plan.region(99, 100, 100), "M185 0h20v23h-20z");
        assert_eq!(plan.region(0, 100, 100), "M0 0h205v235h-205z");
        assert_eq!(
            plan.region(8, 32, 100),
            "M165 212h40v23h-40zM0 166h205v46h-205zM0 143h40v23h-40z"
        );
        assert_eq!(plan.region(5, 5, 100), "");
    }

    /// The rectangles of the states tile the picture: every cell is in one of them, and blocks meet at the pattern's seams.
    #[test]
    fn a_thousand_squares_have_their_blocks_from_the_bottom() {
        let plan = Plan::new(40);
        assert_eq!(plan.size(1_000), (209, 131));
        assert_eq!((131 + 3) % plan.tile().1, plan.origin());
        assert_eq!(plan.region(0, 40, 1_000), "M0 126h209v5h-209z");
        assert_eq!(Plan::new(100).size(10_000), (527, 527));
        assert_eq!((527 + 3) % plan.tile().1, 0);
    }
}
