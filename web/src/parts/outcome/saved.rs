//! A picture to keep: everything that must stand beside it, in the order it is drawn.

use weighup_core::consultation::CompareAs;
use weighup_core::view::{CellView, ChangeCell, ChangeView, CompareView, FigureView, OutcomeCard};

use crate::act::Format;
use crate::parts::picture::{Drawing, icon_of};
use crate::texts::Texts;

/// Pairs of what a line is and its text. What each kind looks like is `pkg/js/lib/picture.js`'s to know.
type Lines = Vec<(&'static str, String)>;

/// The picture of a cell of a card; `None` when there is none.
pub(crate) fn saved(
    texts: &Texts,
    view: &CompareView,
    card: usize,
    cell: usize,
    format: Format,
) -> Option<Lines> {
    let card = view.outcomes.get(card)?;
    let mut page = Page(vec![("format", format.name().to_owned())]);
    match (&card.changes, cell.checked_sub(1)) {
        (Some(changes), None) => page.figure(texts, view, card, known(&changes.against)?),
        (Some(changes), Some(at)) => match changes.cells.get(at)? {
            ChangeCell::Drawn(change) => page.change(view, card, change, &changes.assumes, &changes.heading),
            ChangeCell::NotDrawn { .. } => return None,
        },
        (None, _) => page.figure(texts, view, card, known(card.cells.get(cell)?)?),
    }
    Some(page.0)
}

fn known(cell: &CellView) -> Option<&FigureView> {
    match cell {
        CellView::Known(figure) => Some(figure),
        CellView::NotKnown { .. } => None,
    }
}

struct Page(Lines);

impl Page {
    fn push(&mut self, kind: &'static str, text: &str) {
        if !text.is_empty() {
            self.0.push((kind, text.to_owned()));
        }
    }

    /// `prostate-localised-pads-12y-surgery`: the aid, the outcome, when, the option.
    fn file(&mut self, view: &CompareView, card: &OutcomeCard, option: &str) {
        let aid = view.stamp.split(' ').next().unwrap_or_default();
        let at = card.horizons.iter().find(|choice| choice.selected);
        let mut name = vec![aid, card.id.as_str()];
        name.extend(at.map(|choice| choice.id.as_str()));
        name.push(option);
        if view.show_as == CompareAs::Difference {
            name.push("difference");
        }
        self.push("file", &name.join("-"));
    }

    fn top(&mut self, card: &OutcomeCard, option: &str) {
        self.push("heading", &card.name);
        self.push("soft", &[card.horizon.as_str(), ". ", &card.group].concat());
        self.push("option", option);
    }

    fn drawing(&mut self, drawing: &Drawing, words: &str) {
        let mut text = drawing.per_row.to_string();
        for (icon, count) in &drawing.states {
            text.push(' ');
            text.push_str(icon.name());
            text.push(' ');
            text.push_str(&count.to_string());
        }
        self.push("desc", words);
        self.push("icons", &text);
    }

    fn figure(&mut self, texts: &Texts, view: &CompareView, card: &OutcomeCard, figure: &FigureView) {
        self.file(view, card, figure.option.id.as_str());
        self.top(card, &figure.option.name);
        self.push("count", &figure.count);
        self.push("of", &figure.of_every);
        self.push("line", &figure.does_not);
        self.drawing(&Drawing::from(figure.icons), &figure.picture);
        self.push("certain", texts.later().compare.key_certain);
        self.push("band", texts.later().compare.key_band);
        self.push("rest", texts.later().compare.key_rest);
        self.push("line", &figure.range);
        self.push("line", &figure.certainty);
        self.bottom(view, card);
    }

    fn change(
        &mut self,
        view: &CompareView,
        card: &OutcomeCard,
        change: &ChangeView,
        assumes: &[String],
        heading: &str,
    ) {
        self.file(view, card, change.option.id.as_str());
        self.top(card, &change.option.name);
        self.push("line", heading);
        let drawing = Drawing::of_change(&change.states, change.total, change.per_row);
        self.drawing(&drawing, &change.picture);
        for state in &change.states {
            self.push(icon_of(state.kind).name(), &state.words);
        }
        self.push("line", &change.sentence);
        for text in assumes {
            self.push("line", text);
        }
        self.bottom(view, card);
    }

    /// What a picture must not be without when it has left the page.
    fn bottom(&mut self, view: &CompareView, card: &OutcomeCard) {
        self.push("line", &view.no_one_can_know);
        if let Some(note) = &card.note {
            self.push("line", note);
        }
        for source in &card.sources {
            self.push("soft", &source.citation);
        }
        self.push("soft", &view.stamp);
        self.push("soft", &view.review);
    }
}
