//! A file of Markdown as the content of a page: headings with anchors named as the repository's own pages name them, tables and code in boxes
//! that scroll by themselves, no style in a tag (strict pages forbid it), and tags that somebody wrote as text.

use super::super::gallery::escape;
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeMap;
use std::mem::take;

/// Letters of a cell from which on it is not squeezed into a column as narrow as its longest word.
const LONG: usize = 60;

/// A page made of a file.
#[derive(Default)]
pub(super) struct Rendered {
    /// The first heading of the first level.
    pub(super) title: String,
    /// Everything but that heading.
    pub(super) html: String,
    /// Anchor and words of the headings of the second level.
    pub(super) parts: Vec<(String, String)>,
    /// What each heading has under it, as plain text.
    pub(super) sections: Vec<Section>,
}

/// A heading and the text down to the next.
#[derive(Default)]
pub(super) struct Section {
    pub(super) anchor: String,
    pub(super) heading: String,
    pub(super) text: String,
}

/// Makes the page; `lead` says where a link leads on the site.
pub(super) fn page(text: &str, lead: impl Fn(&str) -> String) -> Rendered {
    let mut pen = Pen {
        lead,
        out: Vec::new(),
        page: Rendered {
            sections: vec![Section::default()],
            ..Rendered::default()
        },
        aside: Vec::new(),
        anchors: BTreeMap::new(),
        table: Table::default(),
    };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        pen.event(event);
    }
    html::push_html(&mut pen.page.html, pen.out.into_iter());
    pen.page
        .sections
        .retain(|part| !(part.heading.is_empty() && part.text.is_empty()));
    pen.page
}

/// A table while it is read.
#[derive(Default)]
struct Table {
    sides: Vec<Alignment>,
    column: usize,
    /// Where the cell that is read begins, in what is written and in what a search finds.
    begun: (usize, usize),
    /// Cells of the first row, which are headings only where they say something.
    head: Vec<String>,
    in_head: bool,
}

struct Pen<'t, L> {
    lead: L,
    out: Vec<Event<'t>>,
    page: Rendered,
    /// What is put aside while a heading, or a cell of the first row, is read.
    aside: Vec<Vec<Event<'t>>>,
    /// How often each anchor was used.
    anchors: BTreeMap<String, usize>,
    table: Table,
}

impl<'t, L: Fn(&str) -> String> Pen<'t, L> {
    fn event(&mut self, event: Event<'t>) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.aside.push(take(&mut self.out)),
            Event::End(TagEnd::Heading(level)) => self.heading(level),
            Event::Start(Tag::CodeBlock(_)) => {
                self.tag("<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>")
            }
            Event::End(TagEnd::CodeBlock) => {
                self.tag("</code></pre>\n");
                self.gap();
            }
            Event::Start(Tag::Table(sides)) => {
                self.table = Table {
                    sides,
                    ..Table::default()
                };
                let label = self
                    .page
                    .sections
                    .last()
                    .map(|part| escape(&part.heading))
                    .unwrap_or_default();
                let named = if label.is_empty() {
                    String::new()
                } else {
                    format!(": {label}")
                };
                self.tag(format!(
                    "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table{named}\"><table>"
                ));
            }
            Event::Start(Tag::TableHead) => self.table.in_head = true,
            Event::End(TagEnd::TableHead) => self.head(),
            Event::Start(Tag::TableRow) => {
                self.table.column = 0;
                self.tag("<tr>");
            }
            Event::End(TagEnd::TableRow) => self.tag("</tr>\n"),
            Event::Start(Tag::TableCell) if self.table.in_head => self.aside.push(take(&mut self.out)),
            Event::Start(Tag::TableCell) => {
                self.table.begun = (self.out.len(), self.found());
                self.tag("<td>");
            }
            Event::End(TagEnd::TableCell) => self.cell(),
            Event::End(TagEnd::Table) => self.tag("</tbody></table></div>\n"),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let dest_url = CowStr::from((self.lead)(&dest_url));
                self.out.push(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            // A tag that somebody wrote is words here; a comment is for whoever reads the file.
            Event::Html(text) | Event::InlineHtml(text) if text.trim_start().starts_with("<!--") => {}
            Event::Html(text) | Event::InlineHtml(text) => self.words(text),
            Event::Text(text) => self.words(text),
            Event::Code(text) => {
                self.read(&text);
                self.out.push(Event::Code(text));
            }
            Event::SoftBreak => {
                self.gap();
                self.out.push(Event::SoftBreak);
            }
            Event::End(end) => {
                if matches!(end, TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_)) {
                    self.gap();
                }
                self.out.push(Event::End(end));
            }
            other => self.out.push(other),
        }
    }

    fn tag(&mut self, text: impl Into<String>) {
        self.out.push(Event::Html(CowStr::from(text.into())));
    }

    fn words(&mut self, text: CowStr<'t>) {
        self.read(&text);
        self.out.push(Event::Text(text));
    }

    /// Adds to what a search finds, but for headings, which are added whole.
    fn read(&mut self, text: &str) {
        if (self.aside.is_empty() || self.table.in_head)
            && let Some(part) = self.page.sections.last_mut()
        {
            part.text.push_str(text);
        }
    }

    /// One space between what stands in two places.
    fn gap(&mut self) {
        if let Some(part) = self.page.sections.last_mut() {
            part.text.truncate(part.text.trim_end().len());
            if !part.text.is_empty() {
                part.text.push(' ');
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let own = std::mem::replace(&mut self.out, self.aside.pop().unwrap_or_default());
        let text = text_of(&own);
        if level == HeadingLevel::H1 && self.page.title.is_empty() {
            self.page.title = text;
            return;
        }
        let anchor = self.anchor(&text);
        let is_link = own
            .iter()
            .any(|event| matches!(event, Event::Start(Tag::Link { .. })));
        if is_link {
            self.tag(format!("<{level} id=\"{anchor}\">"));
        } else {
            self.tag(format!("<{level} id=\"{anchor}\"><a href=\"#{anchor}\">"));
        }
        self.out.extend(own);
        self.tag(if is_link {
            format!("</{level}>\n")
        } else {
            format!("</a></{level}>\n")
        });
        if level == HeadingLevel::H2 {
            self.page.parts.push((anchor.clone(), text.clone()));
        }
        self.gap();
        self.page.sections.push(Section {
            anchor,
            heading: text,
            text: String::new(),
        });
    }

    /// As the repository's own pages name it: letters, figures, hyphens; the second of a name has a number.
    fn anchor(&mut self, text: &str) -> String {
        let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
        let plain: String = text.to_lowercase().chars().filter(kept).collect();
        let plain = plain.replace(' ', "-");
        let seen = self.anchors.entry(plain.clone()).or_insert(0);
        *seen += 1;
        match *seen {
            1 => plain,
            times => format!("{plain}-{}", times - 1),
        }
    }

    /// The first row: nothing where it says nothing, and a heading only where a cell does.
    fn head(&mut self) {
        self.table.in_head = false;
        let cells = take(&mut self.table.head);
        if cells.iter().all(String::is_empty) {
            self.tag("<tbody>");
            return;
        }
        let row: String = cells
            .iter()
            .map(|cell| match cell.is_empty() {
                true => "<td></td>".to_owned(),
                false => format!("<th scope=\"col\">{cell}</th>"),
            })
            .collect();
        self.tag(format!("<thead><tr>{row}</tr></thead><tbody>\n"));
    }

    fn cell(&mut self) {
        self.gap();
        if !self.table.in_head {
            if let (Some(class), Some(begun)) = (self.class(), self.out.get_mut(self.table.begun.0)) {
                *begun = Event::Html(CowStr::from(format!("<td class=\"{class}\">")));
            }
            self.table.column += 1;
            self.tag("</td>");
            return;
        }
        let own = std::mem::replace(&mut self.out, self.aside.pop().unwrap_or_default());
        let mut cell = String::new();
        html::push_html(&mut cell, own.into_iter());
        self.table.head.push(cell);
    }

    /// How much a search finds in this part so far.
    fn found(&self) -> usize {
        self.page.sections.last().map_or(0, |part| part.text.len())
    }

    /// What a style sheet has to know of a cell: a column whose figures end under one another, and text that needs room to be read.
    fn class(&self) -> Option<&'static str> {
        if self.table.sides.get(self.table.column) == Some(&Alignment::Right) {
            return Some("end");
        }
        (self.found().saturating_sub(self.table.begun.1) > LONG).then_some("long")
    }
}

fn text_of(events: &[Event<'_>]) -> String {
    events
        .iter()
        .map(|event| match event {
            Event::Text(text) | Event::Code(text) => text.as_ref(),
            Event::SoftBreak => " ",
            _ => "",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Rendered, page};

    fn made(text: &str) -> Rendered {
        page(text, |link| format!("to:{link}"))
    }

    #[test]
    fn headings_are_anchors_and_the_first_is_the_title() {
        let page =
            made("# A *title*\n\n## `static`, again?\n\none\n\n## `static`, again?\n\n### [A link](x)\n");
        assert_eq!(page.title, "A title");
        assert!(!page.html.contains("<h1"));
        assert!(page.html.contains(
            "<h2 id=\"static-again\"><a href=\"#static-again\"><code>static</code>, again?</a></h2>"
        ));
        assert!(page.html.contains("id=\"static-again-1\""));
        assert!(
            page.html
                .contains("<h3 id=\"a-link\"><a href=\"to:x\">A link</a></h3>")
        );
        assert_eq!(page.parts.len(), 2);
        assert_eq!(page.sections.first().map(|part| part.text.trim()), Some("one"));
    }

    #[test]
    fn a_table_has_headings_where_it_says_something_and_no_style() {
        let page = made(
            "# T\n\n## Sizes\n\n| what | | size |\n|---|---|--:|\n| a | b | 1 |\n\n| | |\n|---|---|\n| c | d |\n",
        );
        assert!(page.html.contains("aria-label=\"Table: Sizes\""));
        assert!(
            page.html
                .contains("<tr><th scope=\"col\">what</th><td></td><th scope=\"col\">size</th></tr>")
        );
        assert!(page.html.contains("<td class=\"end\">1</td>"));
        assert!(page.html.contains("<table><tbody><tr>"));
        assert!(!page.html.contains("style="));
        assert!(page.sections.iter().any(|part| part.text.contains("a b 1")));
    }

    #[test]
    fn tags_are_words_and_comments_are_not_shown() {
        let page = made(
            "# T\n\nA <b>bold</b> word.\n\n<script>alert(1)</script>\n\n<!-- for us -->\n\n```html\n<p>{{x}}</p>\n```\n",
        );
        assert!(page.html.contains("&lt;b&gt;bold&lt;/b&gt;"));
        assert!(!page.html.contains("<script>") && !page.html.contains("for us"));
        assert!(
            page.html
                .contains("<code>&lt;p&gt;{{x}}&lt;/p&gt;\n</code></pre>")
        );
    }
}
