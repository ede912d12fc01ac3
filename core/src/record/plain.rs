//! The summary as text, to copy into a letter, a message or a record.

use crate::consultation::{Presence, Stage, WordsBox};
use crate::view::{SummaryTable, SummaryView};

/// The whole summary as plain text: a heading a line, a blank line between parts, figures as a list. Parts with
/// nothing in them are left out, except where the decision stands.
#[must_use]
pub fn plain_text(summary: &SummaryView) -> String {
    let mut page = Page(String::new());
    page.line(&summary.title);
    page.line(&summary.review.text);
    page.line(
        "This is a record of what you said and saw. It is not a final decision, and not a consent form.",
    );

    page.part("Who was here", present(&summary.present));
    page.part(
        "Where you were with the decision",
        summary.stage.into_iter().map(stage),
    );
    page.part(
        "In your own words",
        summary
            .words
            .iter()
            .map(|(place, words)| format!("{}: {words}", label(*place))),
    );
    page.part("What matters most to you here", summary.weighed.iter().cloned());
    page.part(
        "Your own concerns and what you would not accept",
        summary.limits.iter().cloned(),
    );
    page.part(
        "How the options fit with what you said",
        summary.fit.iter().cloned(),
    );
    page.figures(&summary.figures, summary.group.as_deref());
    page.part("What the test finds", summary.test.iter().cloned());
    page.part("What we do not know", summary.not_known.iter().cloned());
    page.heading("Where the decision stands");
    let chosen = summary.leanings.iter().find(|(.., chosen)| *chosen);
    page.item(chosen.map_or("Nothing chosen here yet.", |(_, words, _)| words));
    page.part("Your questions", lines(summary.own_questions.trim()));
    page.part("Questions you could ask", summary.questions.iter().cloned());
    page.part(
        "Who can help",
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
        "Where the figures come from",
        summary.sources.iter().map(|source| match &source.href {
            Some(href) => format!("{} {href}", source.citation),
            None => source.citation.clone(),
        }),
    );
    page.heading("Version");
    page.item(&summary.stamp);
    page.0
}

struct Page(String);

impl Page {
    fn line(&mut self, text: &str) {
        self.0.push_str(text.trim());
        self.0.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.0.push('\n');
        self.line(&text.to_uppercase());
    }

    /// One item; its further lines are set in, so that it stays one item.
    fn item(&mut self, text: &str) {
        for (at, line) in text.lines().enumerate() {
            self.0.push_str(if at == 0 { "- " } else { "  " });
            self.line(line);
        }
    }

    /// A heading with items; nothing when there are none.
    fn part(&mut self, heading: &str, items: impl Iterator<Item = String>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            self.heading(heading);
            items.for_each(|item| self.item(&item));
        }
    }

    fn figures(&mut self, table: &SummaryTable, group: Option<&str>) {
        self.heading("The figures you saw");
        if let Some(group) = group {
            self.line(group);
        }
        self.line(&table.caption);
        for row in &table.rows {
            self.item(&format!("{}, {}", row.outcome, row.horizon));
            for (option, cell) in table.options.iter().zip(&row.cells) {
                self.0.push_str("    ");
                self.line(&format!("{}: {cell}", option.name));
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

fn present(present: &[Presence]) -> impl Iterator<Item = String> + '_ {
    present.iter().map(|who| {
        match who {
            Presence::Me => "You",
            Presence::SomeoneWithMe => "Someone with you",
            Presence::Professional => "A health professional",
        }
        .to_owned()
    })
}

fn stage(stage: Stage) -> String {
    match stage {
        Stage::NotStarted => "You had not thought about it yet.",
        Stage::Considering => "You were thinking about the options.",
        Stage::CloseToChoosing => "You were close to choosing.",
        Stage::Chosen => "You had chosen, and were checking.",
    }
    .to_owned()
}

fn label(place: WordsBox) -> &'static str {
    match place {
        WordsBox::Matters => "What matters to me",
        WordsBox::Worries => "What worries me",
        WordsBox::Hopes => "What I hope for",
        WordsBox::WouldNotAccept => "What I would not accept",
    }
}
