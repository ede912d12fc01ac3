//! Sentences from core, laid out so that they are replaced whole.
//!
//! A page translator swaps text nodes for its own. Yew would go on updating the swapped-out node, and the page
//! would keep an old number. So every element with a sentence in it is keyed by that sentence: another sentence
//! is another element.

use weighup_core::view::{Rich, Run};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, broken, content, copied, lines_of, make, markup, more, original};
use weighup_core::words::{TRANSLATED, UNTRANSLATED};

/// `text` with every numeral in an element that translators leave alone, and what has no translation in one that says
/// which language it is in.
pub fn numerals(ui: &Ui, text: &str) -> Html {
    let mut nodes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(UNTRANSLATED) {
        let (inside, tail) = after.split_once(TRANSLATED).unwrap_or((after, ""));
        nodes.push(digits(ui, before));
        nodes.push(original(ui, digits(ui, inside)));
        rest = tail;
    }
    nodes.push(digits(ui, rest));
    let all = if nodes.len() == 1 {
        nodes.remove(0)
    } else {
        make::list_of(nodes)
    };
    content(ui, all)
}

/// Words, and whose they are: the aid's may be in another language than the interface.
#[derive(Clone, Copy)]
pub enum WordsOf<'a> {
    /// The interface's.
    Ours(&'a str),
    /// The aid's, or core's about it.
    Aid(&'a str),
}

impl<'a> WordsOf<'a> {
    /// The words alone.
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Ours(text) | Self::Aid(text) => text,
        }
    }

    /// The words, marked as [`numerals`] does where they are the aid's.
    pub(crate) fn html(self, ui: &Ui) -> Html {
        match self {
            Self::Ours(text) => digits(ui, text),
            Self::Aid(text) => numerals(ui, text),
        }
    }
}

fn digits(ui: &Ui, text: &str) -> Html {
    broken(lines_of(ui, text).into_iter().map(line).collect())
}

fn line(text: &str) -> Html {
    let mut nodes = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let (numeral, after) = from.split_at(numeral_length(from));
        if !before.is_empty() {
            nodes.push(copied(before));
        }
        nodes.push(figure("", numeral).into());
        rest = after;
    }
    if !rest.is_empty() {
        nodes.push(copied(rest));
    }
    make::list_of(nodes)
}

/// Digits, with points and commas between them and a percent sign after.
fn numeral_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let inside =
            matches!(c, '.' | ',') && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() || inside || c == '%' {
            length = at + c.len_utf8();
        } else {
            break;
        }
    }
    length
}

/// A figure that translators leave alone. Another figure is another element.
pub(crate) fn figure(class: &'static str, text: &str) -> Keyed {
    if class.is_empty() {
        markup! { <span key={text} translate="no">{copied(text)}</span> }
    } else {
        markup! { <strong key={text} translate="no" class={class}>{copied(text)}</strong> }
    }
}

/// A paragraph with one sentence or more.
pub fn sentence(ui: &Ui, class: &'static str, text: &str) -> Keyed {
    markup! { <p key={text} class={class}>{numerals(ui, text)}</p> }
}

/// The same inside a line.
pub fn phrase(ui: &Ui, class: &'static str, text: &str) -> Keyed {
    markup! { <span key={text} class={class}>{numerals(ui, text)}</span> }
}

/// Text of a person's or of the aid's own, without numerals to look after.
pub(crate) fn quoted(ui: &Ui, class: &'static str, text: &str) -> Keyed {
    markup! { <span key={text} class={class}>{content(ui, copied(text))}</span> }
}

/// A list with one sentence per item. `class` is `wu-list` and more.
pub fn sentences(ui: &Ui, class: &'static str, texts: &[String]) -> Keyed {
    listed(ui, class, texts.iter().map(|text| WordsOf::Aid(text)).collect())
}

/// The same list, for words of which some are the interface's.
pub(crate) fn listed(ui: &Ui, class: &'static str, texts: Vec<WordsOf<'_>>) -> Keyed {
    let all: String = texts.iter().map(|words| words.text()).collect();
    markup! { ui,
        <ul key={&all} class={class}>
            for (at, words) in texts.into_iter().enumerate() {
                <li key={&at.to_string()}>{words.html(ui)}</li>
            }
        </ul>
    }
}

/// The first `seen` sentences of a list in view, the others one tap away.
pub(crate) fn begun(
    ui: &Ui,
    class: &'static str,
    heading: &'static str,
    texts: &[String],
    seen: usize,
) -> Html {
    let (first, rest) = texts.split_at_checked(seen).unwrap_or((texts, &[]));
    markup! { ui,
        <>
            {sentences(ui, class, first)}
            <div>if !rest.is_empty() { {more(ui, heading, sentences(ui, class, rest).into())} }</div>
        </>
    }
}

/// What [`sentences`] looks like without marks before its items, with lines between them.
pub(crate) const LINED: &str = "wu-list wu-list--plain wu-list--lined";

/// Terms and what they mean.
pub(crate) fn facts(ui: &Ui, pairs: &[(String, String)]) -> Html {
    markup! { ui,
        <dl class="wu-facts">
            // A term may come several times: two authors, two things that were said.
            for (at, (term, means)) in pairs.iter().enumerate() {
                <dt key={&["t:", &at.to_string(), ":", term].concat()}>{term.clone()}</dt>
                <dd key={&["d:", &at.to_string(), ":", term, ":", means].concat()}>{numerals(ui, means)}</dd>
            }
        </dl>
    }
}

/// A paragraph of text with figures in it.
pub fn paragraph(ui: &Ui, class: &'static str, text: &Rich) -> Keyed {
    markup! { <p key={&plain(text)} class={class}>{runs(ui, text)}</p> }
}

/// Several paragraphs.
pub fn paragraphs(ui: &Ui, texts: &[Rich]) -> Html {
    markup! { ui,
        <div class="wu-prose">
            for (at, text) in texts.iter().enumerate() {
                <div key={&at.to_string()}>{paragraph(ui, "", text)}</div>
            }
        </div>
    }
}

/// A list with one text per item.
pub fn bullets(ui: &Ui, texts: &[Rich]) -> Html {
    markup! { ui,
        <ul class="wu-list">
            for (at, text) in texts.iter().enumerate() {
                <li key={&[at.to_string(), plain(text)].concat()}>{runs(ui, text)}</li>
            }
        </ul>
    }
}

fn runs(ui: &Ui, text: &Rich) -> Html {
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    for run in &text.0 {
        match run {
            // What is marked as one piece is taken apart behind its marks.
            Run::Words(words) if words.contains(UNTRANSLATED) => line.push(numerals(ui, words)),
            Run::Words(words) => {
                for (at, part) in lines_of(ui, words).into_iter().enumerate() {
                    if at > 0 {
                        lines.push(make::list_of(std::mem::take(&mut line)));
                    }
                    line.push(numerals(ui, part));
                }
            }
            Run::Figure(words) => {
                line.push(markup! { <span class="wu-said-figure">{numerals(ui, words)}</span> });
            }
        }
    }
    lines.push(make::list_of(line));
    broken(lines)
}

/// The text alone.
#[must_use]
pub fn plain(text: &Rich) -> String {
    text.0
        .iter()
        .map(|run| match run {
            Run::Words(words) | Run::Figure(words) => words.as_str(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::numeral_length;

    #[test]
    fn a_numeral_keeps_its_points_and_leaves_the_full_stop() {
        assert_eq!(numeral_length("1,000 men"), 5);
        assert_eq!(numeral_length("24."), 2);
        assert_eq!(numeral_length("0.3% of men"), 4);
        assert_eq!(numeral_length("3.1 %"), 3);
    }
}
