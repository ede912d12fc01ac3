//! Draws the figures of a problem and gives their values, one block of draws after another.

use weighup_kernel::{
    LANES, Lanes, Mixture, Singles, Stream, Table, WholeNumbers, add_product, add_spread, line, narrow,
    square, swap_halves,
};

use crate::fit::doubt::Open;
use crate::fit::uncertain::{Column, Evidence, FitError, Link, Relative, Uncertain, factor};
use crate::fit::value::PartialValue;

/// All figures of a problem.
///
/// Figures that are fixed, or normal on a line without ends, are not drawn one by one: for given weights their part of an
/// option's total is normal with mean `sum w a` and variance `sum w² b²`, so one normal number per option stands for all of
/// them, and the totals have exactly the distribution they would have otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    /// `a`, one row per option and one column per outcome; 0 for figures that are drawn.
    pub(crate) means: Vec<Vec<f64>>,
    /// The square of `b`, laid out in the same way.
    pub(crate) variances: Vec<Vec<f32>>,
    /// What is drawn of each option: every entry is a row of numbers, one number per draw.
    rows: Vec<Vec<Constraint>>,
    apart: Vec<Apart>,
    together: Vec<Together>,
    /// Tables of distributions that numbers are drawn by. The first two, normal and even, are made only when something needs them.
    tables: Vec<Option<Table>>,
    seed: u64,
    outcomes: usize,
    /// The figures that nobody knows, whose share of the doubt is told apart.
    pub(crate) open: Option<Open>,
    /// Whether two options can have the very same value by chance: figures held at an end of their range.
    pub(crate) ties: bool,
}

/// What the numbers of a row stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Constraint {
    /// Standard normal numbers, for the normal part of the total.
    Spread,
    /// The option's values on this outcome.
    Outcome(usize),
}

/// A figure that is drawn on its own.
#[derive(Clone, Debug)]
struct Apart {
    /// Place among all figures: two neighbours share a stream of random numbers.
    place: usize,
    row: usize,
    table: usize,
    /// `a + b x`, held between a lowest and a highest value.
    line: [f32; 4],
    /// Where the value function has bends: from shares of the range to values.
    bends: Option<PartialValue>,
}

/// The figures of an outcome, relative to a shared baseline.
#[derive(Clone, Debug)]
struct Together {
    outcome: usize,
    link: Link,
    /// `a + b x`, `x` from this table.
    baseline: (f64, f64, usize),
    mean: Vec<f64>,
    factor: Vec<Vec<f64>>,
    value: PartialValue,
    rows: Vec<usize>,
}

const NORMAL: usize = 0;
const EVEN: usize = 1;
/// Streams of outcomes with a shared baseline start here; those of other figures are counted from 0.
const TOGETHER: u32 = 0x2000_0000;

impl Cells {
    pub(crate) fn new(columns: &[Column<'_>], options: usize, seed: u64) -> Result<Self, FitError> {
        let outcomes = columns.len();
        let mut cells = Self {
            means: vec![vec![0.0; outcomes]; options],
            variances: vec![vec![0.0; outcomes]; options],
            rows: vec![Vec::new(); options],
            apart: Vec::new(),
            together: Vec::new(),
            tables: vec![None, None],
            seed,
            outcomes,
            open: Open::new(columns.iter().map(|c| (c.value, c.evidence)), options),
            ties: false,
        };
        // Rows stand option by option, so what is drawn is found first.
        for option in 0..options {
            cells.find_drawn(option, columns);
        }
        for (outcome, column) in columns.iter().enumerate() {
            match column.evidence {
                Evidence::Apart(figures) | Evidence::Alike(figures, _) => {
                    for (option, figure) in figures.iter().enumerate() {
                        // Two options with one figure may have the same total, whatever the weights.
                        cells.ties |= column.evidence.is_shared(option);
                        if let Some(row) = cells.row(option, Constraint::Outcome(outcome)) {
                            let place = outcome * options + column.evidence.whose(option);
                            cells.draw(place, row, *figure, column.value);
                        }
                    }
                }
                Evidence::Together(relative) => {
                    cells.draw_together(outcome, relative, column.value, options)?;
                }
            }
        }
        Ok(cells)
    }

    /// Takes what is fixed or normal of an option into its sums, and notes a row for each outcome whose values are drawn.
    fn find_drawn(&mut self, option: usize, columns: &[Column<'_>]) {
        let mut spread = false;
        for (outcome, column) in columns.iter().enumerate() {
            let drawn = match column.evidence.apart() {
                Some(figures) if !held(figures, column.value) => match figures.get(option) {
                    Some(figure) if figure.is_exact() || !column.evidence.is_shared(option) => {
                        self.settle(option, outcome, *figure, column.value, &mut spread)
                    }
                    Some(_) => true,
                    None => false,
                },
                _ => true,
            };
            if drawn && let Some(rows) = self.rows.get_mut(option) {
                rows.push(Constraint::Outcome(outcome));
            }
        }
        if spread && let Some(rows) = self.rows.get_mut(option) {
            rows.insert(0, Constraint::Spread);
            self.standard(NORMAL);
        }
    }

    /// Has the figures of an outcome drawn together, relative to their baseline.
    fn draw_together(
        &mut self,
        outcome: usize,
        relative: &Relative,
        value: &PartialValue,
        options: usize,
    ) -> Result<(), FitError> {
        self.ties |= value.line().is_none();
        let rows = (0..options).filter_map(|option| self.row(option, Constraint::Outcome(outcome)));
        let rows = rows.collect();
        let baseline = self.tabled(relative.baseline, relative.link, (0.0, 1.0));
        self.standard(NORMAL);
        self.together.push(Together {
            outcome,
            link: relative.link,
            baseline,
            mean: relative.mean.clone(),
            factor: factor(&relative.covariance)?,
            value: value.clone(),
            rows,
        });
        Ok(())
    }

    /// Takes a figure into the fixed and normal part, where it belongs there. Says whether it has to be drawn.
    fn settle(
        &mut self,
        option: usize,
        outcome: usize,
        figure: Uncertain,
        value: &PartialValue,
        spread: &mut bool,
    ) -> bool {
        let Some((a, b)) = normal(figure, value) else {
            return true;
        };
        let at = |rows: &mut Vec<Vec<f64>>, x| {
            if let Some(slot) = rows.get_mut(option).and_then(|r| r.get_mut(outcome)) {
                *slot = x;
            }
        };
        at(&mut self.means, a);
        if let Some(v) = self.variances.get_mut(option).and_then(|r| r.get_mut(outcome)) {
            *v = single(b * b);
            *spread |= b != 0.0;
        }
        false
    }

    /// Prepares a figure that is drawn on its own: its table, its line, and the stream of random numbers it takes.
    fn draw(&mut self, place: usize, row: usize, figure: Uncertain, value: &PartialValue) {
        const FREE: [f32; 2] = [f32::MIN, f32::MAX];
        // From the figure to its value, or to its share of the range where the value function has bends.
        let (scale, [low, high], bends) = match (value.line(), value.clipped_line()) {
            (Some(scale), _) => (scale, FREE, None),
            (None, Some((low, high, from, to))) => {
                self.ties = true;
                let slope = (to - from) / (high - low);
                let ends = [from.min(to) as f32, from.max(to) as f32];
                ((from - slope * low, slope), ends, None)
            }
            (None, None) => {
                self.ties = true;
                let (low, width) = value.extent();
                ((-low / width, 1.0 / width), FREE, Some(value.clone()))
            }
        };
        let (a, b, table) = match figure {
            // No rounding by the line where the value is known.
            Uncertain::Exactly(x) if bends.is_none() => (value.at(x), 0.0, self.standard(EVEN)),
            figure => self.tabled(figure, Link::Identity, scale),
        };
        self.apart.push(Apart {
            place,
            row,
            table,
            line: [single(a), single(b), low, high],
            bends,
        });
    }

    /// `a`, `b` and a table from which `from + slope x` is drawn as `a + b` times what it gives, `x` a figure or the link
    /// of a baseline.
    fn tabled(&mut self, figure: Uncertain, link: Link, (from, slope): (f64, f64)) -> (f64, f64, usize) {
        match figure {
            Uncertain::Normal(m, s) => (from + slope * m, slope * s, self.standard(NORMAL)),
            Uncertain::Uniform(lo, hi) | Uncertain::Unknown(lo, hi) => {
                (from + slope * lo, slope * (hi - lo), self.standard(EVEN))
            }
            figure => match figure.curve(link) {
                Some(mut curve) => {
                    curve.from = from + slope * curve.from;
                    curve.by *= slope;
                    self.tables.push(Some(Table::curve(curve)));
                    (0.0, 1.0, self.tables.len() - 1)
                }
                None => (from + slope * figure.mean(), 0.0, self.standard(EVEN)),
            },
        }
    }

    /// One of the first two tables, made the first time that it is asked for.
    fn standard(&mut self, table: usize) -> usize {
        let make = if table == NORMAL {
            Table::normal
        } else {
            Table::even
        };
        if let Some(slot) = self.tables.get_mut(table) {
            slot.get_or_insert_with(make);
        }
        table
    }

    /// The table with this number in the list of tables.
    fn table(&self, table: usize) -> Option<&Table> {
        self.tables.get(table)?.as_ref()
    }

    /// Whether nothing has to be drawn.
    pub(crate) fn fixed(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    /// How many rows of numbers [`Cells::block`] fills.
    pub(crate) fn rows(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    fn row(&self, option: usize, row: Constraint) -> Option<usize> {
        let before: usize = self.rows.iter().take(option).map(Vec::len).sum();
        Some(before + self.rows.get(option)?.iter().position(|r| *r == row)?)
    }

    /// Draws the numbers of one block into rows.
    pub(crate) fn block(&self, block: u64, out: &mut [Singles]) {
        let mut bits: WholeNumbers = [0; LANES];
        let mut drawn = usize::MAX;
        for cell in &self.apart {
            // Neighbours share their random numbers, halves swapped.
            if drawn != cell.place / 2 {
                drawn = cell.place / 2;
                Stream::new(self.seed, drawn as u32).block(block, &mut bits);
            }
            let (Some(table), Some(row)) = (self.table(cell.table), out.get_mut(cell.row)) else {
                continue;
            };
            if cell.place % 2 == 0 {
                table.draw(&bits, row);
            } else {
                let mut swapped = bits;
                swap_halves(&mut swapped);
                table.draw(&swapped, row);
            }
            let [a, b, low, high] = cell.line;
            if (a, b) != (0.0, 1.0) || low > f32::MIN {
                line(row, a, b, low, high);
            }
            if let Some(value) = &cell.bends {
                let (low, width) = value.extent();
                for x in row {
                    *x = value.at(low + width * f64::from(*x)) as f32;
                }
            }
        }
        for (option, rows) in self.rows.iter().enumerate() {
            if rows.first() == Some(&Constraint::Spread)
                && let Some(row) = self
                    .row(option, Constraint::Spread)
                    .and_then(|at| out.get_mut(at))
                && let Some(table) = self.table(NORMAL)
            {
                let stream = self.outcomes * self.rows.len() + option;
                Stream::new(self.seed, stream as u32).block(block, &mut bits);
                table.draw(&bits, row);
            }
        }
        for column in &self.together {
            self.together(column, block, out);
        }
    }

    fn together(&self, column: &Together, block: u64, out: &mut [Singles]) {
        let options = self.rows.len();
        let first = TOGETHER + (column.outcome * (options + 1)) as u32;
        let numbers = |k: usize, table: usize| {
            let mut bits: WholeNumbers = [0; LANES];
            let mut z: Singles = [0.0; LANES];
            Stream::new(self.seed, first + k as u32).block(block, &mut bits);
            if let Some(table) = self.table(table) {
                table.draw(&bits, &mut z);
            }
            z
        };
        let (a, b, table) = column.baseline;
        let mut shared: Lanes = [a; LANES];
        if b > 0.0 {
            for (x, z) in shared.iter_mut().zip(numbers(options, table)) {
                *x += b * f64::from(z);
            }
        }
        let effects: Vec<Option<Singles>> = (0..options)
            .map(|k| {
                let varies = column.factor.iter().any(|r| r.get(k).is_some_and(|x| *x != 0.0));
                varies.then(|| numbers(k, NORMAL))
            })
            .collect();
        for ((row, m), factor) in column.rows.iter().zip(&column.mean).zip(&column.factor) {
            let mut x = shared;
            for x in &mut x {
                *x += m;
            }
            for (l, z) in factor.iter().zip(&effects) {
                if let Some(z) = z.as_ref().filter(|_| *l != 0.0) {
                    for (x, z) in x.iter_mut().zip(z) {
                        *x += l * f64::from(*z);
                    }
                }
            }
            for x in &mut x {
                *x = bounded(column.value.at(column.link.inverse(*x)));
            }
            if let Some(out) = out.get_mut(*row) {
                narrow(out, &x);
            }
        }
    }

    /// The drawn part of an option's total, for weights `w` and their squares.
    pub(crate) fn part(
        &self,
        option: usize,
        drawn: &[Singles],
        w: &[Singles],
        squares: &[Singles],
        out: &mut Singles,
    ) {
        out.fill(0.0);
        let Some(rows) = self.rows.get(option) else { return };
        let before: usize = self.rows.iter().take(option).map(Vec::len).sum();
        for (row, drawn) in rows.iter().zip(drawn.iter().skip(before)) {
            match row {
                Constraint::Spread => {
                    if let Some(variances) = self.variances.get(option) {
                        add_spread(out, squares, variances, drawn);
                    }
                }
                Constraint::Outcome(j) => {
                    if let Some(w) = w.get(*j) {
                        add_product(out, w, drawn);
                    }
                }
            }
        }
    }

    /// Whether nothing about an option is uncertain.
    pub(crate) fn certain(&self, option: usize) -> bool {
        self.rows.get(option).is_none_or(Vec::is_empty)
    }

    /// Whether any option's total has a normal part.
    pub(crate) fn spreads(&self) -> bool {
        self.rows.iter().any(|r| r.first() == Some(&Constraint::Spread))
    }

    /// Totals of an option with weights that do not change: how the rows of one block enter it.
    pub(crate) fn fixed_weights(&self, option: usize, weights: &[f64]) -> Mixture {
        let sum = |f: &dyn Fn(usize, f64) -> f64| -> f64 {
            weights.iter().enumerate().map(|(j, w)| f(j, *w)).sum()
        };
        let mean = sum(&|j, w| {
            w * self
                .means
                .get(option)
                .and_then(|r| r.get(j))
                .copied()
                .unwrap_or(0.0)
        });
        let variance = sum(&|j, w| {
            let v = self.variances.get(option).and_then(|r| r.get(j)).copied();
            w * w * f64::from(v.unwrap_or(0.0))
        });
        let by = self.rows.get(option).into_iter().flatten().map(|row| match row {
            Constraint::Spread => single(variance.sqrt()),
            Constraint::Outcome(j) => single(weights.get(*j).copied().unwrap_or(0.0)),
        });
        Mixture {
            base: mean,
            first: self.rows.iter().take(option).map(Vec::len).sum(),
            by: by.collect(),
        }
    }
}

/// Weights and their squares in single precision.
pub(crate) fn singles(w: &[Lanes], singles: &mut [Singles], squares: &mut [Singles]) {
    for (s, w) in singles.iter_mut().zip(w) {
        narrow(s, w);
    }
    for (q, s) in squares.iter_mut().zip(singles.iter()) {
        square(q, s);
    }
}

/// Whether figures of an outcome are held at the ends of its range, or go round a bend: then two options can have the
/// very same value, and all figures of the outcome are drawn alike so that they do.
fn held(figures: &[Uncertain], value: &PartialValue) -> bool {
    value.line().is_none() && figures.iter().any(|f| normal(*f, value).is_none())
}

/// `(a, b)` when the value is `a + b z` with `z` standard normal.
fn normal(cell: Uncertain, value: &PartialValue) -> Option<(f64, f64)> {
    if cell.is_exact() {
        return Some((value.at(cell.mean()), 0.0));
    }
    let Uncertain::Normal(m, s) = cell else {
        return None;
    };
    if let Some((a, b)) = value.line() {
        return Some((a + b * m, b * s));
    }
    // Ends so far away that no draw reaches them are no ends.
    let (low, high, from, to) = value.clipped_line()?;
    let slope = (to - from) / (high - low);
    let inside = m - FAR * s >= low && m + FAR * s <= high;
    inside.then_some((from + slope * (m - low), slope * s))
}

/// Standard deviations beyond which a table of the normal distribution has nothing.
const FAR: f64 = 6.0;

/// Largest size of a drawn value: beyond it sums would overflow single precision.
const LARGEST: f64 = 1e30;

fn bounded(x: f64) -> f64 {
    x.clamp(-LARGEST, LARGEST)
}

fn single(x: f64) -> f32 {
    bounded(x) as f32
}
