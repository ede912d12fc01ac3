//! The summary as text, to copy into a letter, a message or a record.

use crate::consultation::DecisionStatus;
use crate::view::{SummaryTable, SummaryView};
use crate::words::{Words, say};

use super::said::{action, label, not_yet, nothing_chosen, present, stage, sure, what_it_is};

/// The whole summary as plain text: each heading on its own line, a blank line between parts, figures as a list. Parts with
/// nothing in them are left out, except where the decision stands.
#[must_use]
pub fn plain_text(words: &Words, summary: &SummaryView) -> String {
    let mut page = Page {
        words,
        text: String::new(),
    };
    page.line(&summary.title);
    page.line(&summary.review.text);
    page.line(&what_it_is(words, summary.status.0));

    page.part(
        say!(words, context "a heading of the record", "Who was here"),
        summary.present.iter().map(|who| present(words, *who)),
    );
    page.part(
        say!(words, context "a heading of the record", "Where you were with the decision"),
        summary.stage.into_iter().map(|at| stage(words, at)),
    );
    page.part(
        say!(words, context "a heading of the record", "In your own words"),
        summary
            .words
            .iter()
            .map(|(place, theirs)| label(words, *place, theirs)),
    );
    page.part(
        say!(words, context "a heading of the record", "What matters most to you here"),
        summary.weighed.iter().cloned(),
    );
    page.part(
        say!(words, context "a heading of the record", "Your own concerns and what you would not accept"),
        summary.limits.iter().cloned(),
    );
    page.part(
        say!(words, context "a heading of the record", "How the options fit with what you said"),
        summary.fit.iter().cloned(),
    );
    page.figures(&summary.figures, &summary.group);
    page.part(
        say!(words, context "a heading of the record", "What the test finds"),
        summary.test.iter().cloned(),
    );
    page.part(
        say!(words, context "a heading of the record", "What we do not know"),
        summary.not_known.iter().cloned(),
    );
    page.heading(say!(words, context "a heading of the record", "Where the decision stands"));
    page.item(&summary.status.1);
    // What is decided needs no leaning beside it.
    if summary.status.0 != DecisionStatus::Made {
        match summary.leanings.iter().find(|(.., chosen)| *chosen) {
            Some((_, leaning, _)) => page.item(leaning),
            None => page.item(&nothing_chosen(words)),
        }
    }
    page.part(
        say!(words, context "a heading of the record", "How sure you are"),
        summary.sure.into_iter().map(|how| sure(words, how)),
    );
    page.part(
        say!(words, context "a heading of the record", "Your reservations"),
        lines(&summary.reservations),
    );
    page.part(
        say!(words, context "a heading of the record", "Who does what"),
        summary.actions.iter().map(|note| action(words, note)),
    );
    page.part(
        say!(words, context "a heading of the record", "When to look at this again"),
        summary.review_on.iter().map(|day| say!(words, "On {day}.", day)),
    );
    page.part(
        say!(words, context "a heading of the record", "To look at again first"),
        summary.not_yet.iter().map(|prompt| not_yet(words, *prompt)),
    );
    page.part(
        say!(words, context "a heading of the record", "Your questions"),
        lines(summary.own_questions.trim()).chain(summary.asks.iter().cloned()),
    );
    page.part(
        say!(words, context "a heading of the record", "Questions you could ask"),
        summary.questions.iter().cloned(),
    );
    page.part(
        say!(words, context "a heading of the record", "Get help now if"),
        summary.get_help.iter().cloned(),
    );
    page.part(
        say!(words, context "a heading of the record", "Who can help"),
        summary.support.iter().map(|(name, what, phone, url)| {
            let reach: Vec<&str> = [phone, url].into_iter().flatten().map(String::as_str).collect();
            if reach.is_empty() {
                format!("{name}. {what}")
            } else {
                format!("{name}. {what} {}", reach.join(", "))
            }
        }),
    );
    page.part(
        say!(words, context "a heading of the record", "Where the figures come from"),
        summary.sources.iter().map(|source| match &source.href {
            Some(href) => format!("{} {href}", source.citation),
            None => source.citation.clone(),
        }),
    );
    page.heading(say!(words, context "a heading of the record", "Version"));
    page.item(&summary.stamp);
    page.text
}

struct Page<'w> {
    words: &'w Words,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim());
        self.text.push('\n');
    }

    fn heading(&mut self, text: String) {
        self.text.push('\n');
        self.line(&text.to_uppercase());
    }

    /// One item; its further lines are set in, so that it stays one item.
    fn item(&mut self, text: &str) {
        for (at, line) in text.lines().enumerate() {
            self.text.push_str(if at == 0 { "- " } else { "  " });
            self.line(line);
        }
    }

    /// A heading with items; nothing when there are none.
    fn part(&mut self, heading: String, items: impl Iterator<Item = String>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            self.heading(heading);
            items.for_each(|item| self.item(&item));
        }
    }

    fn figures(&mut self, table: &SummaryTable, groups: &[String]) {
        let words = self.words;
        self.heading(say!(words, context "a heading of the record", "The figures you saw"));
        for group in groups {
            self.line(group);
        }
        self.line(&table.caption);
        for row in &table.rows {
            self.item(&say!(
                words,
                context "an outcome and when",
                "{outcome}, {when}",
                outcome = row.outcome,
                when = row.horizon
            ));
            for (option, cell) in table.options.iter().zip(&row.cells) {
                self.text.push_str("    ");
                self.line(&say!(
                    words,
                    context "an option and its figure",
                    "{option}: {figure}",
                    option = option.name,
                    figure = cell.text
                ));
            }
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
}
