//! Sentences from core, laid out so that they are replaced whole.
//!
//! A page translator swaps text nodes for its own. Yew would go on updating the swapped-out node, and the page
//! would keep an old number. So every element with a sentence in it is keyed by that sentence: another sentence
//! is another element.

use weighup_core::view::{Rich, Run};
use yew::Html;

use crate::Ui;
use crate::markup::{
    broken, content, copied, el, is, keyed, lines_of, list, maybe, more, original, tag, wrap,
};
use weighup_core::words::{TRANSLATED, UNTRANSLATED};

/// `text` with every numeral in an element that translators leave alone, and what has no translation in one that says
/// which language it is in.
pub fn numerals(text: &str) -> Html {
    let mut nodes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(UNTRANSLATED) {
        let (inside, tail) = after.split_once(TRANSLATED).unwrap_or((after, ""));
        nodes.push(digits(before));
        nodes.push(original(digits(inside)));
        rest = tail;
    }
    nodes.push(digits(rest));
    content(if nodes.len() == 1 {
        nodes.remove(0)
    } else {
        list(nodes)
    })
}

/// Words, and whose they are: the aid's may be in another language than the interface.
#[derive(Clone, Copy)]
pub enum Words<'a> {
    /// The interface's.
    Ours(&'a str),
    /// The aid's, or core's about it.
    Aid(&'a str),
}

impl<'a> Words<'a> {
    /// The words alone.
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Ours(text) | Self::Aid(text) => text,
        }
    }

    /// The words, marked as [`numerals`] does where they are the aid's.
    pub(crate) fn html(self) -> Html {
        match self {
            Self::Ours(text) => digits(text),
            Self::Aid(text) => numerals(text),
        }
    }
}

fn digits(text: &str) -> Html {
    broken(lines_of(text).into_iter().map(line).collect())
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
        nodes.push(figure("", numeral));
        rest = after;
    }
    if !rest.is_empty() {
        nodes.push(copied(rest));
    }
    list(nodes)
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

/// A figure that translators leave alone.
pub(crate) fn figure(class: &'static str, text: &str) -> Html {
    let class = (!class.is_empty()).then(|| class.into());
    tag(
        if class.is_some() { "strong" } else { "span" },
        &["translate", "class"],
        vec![is("no"), class],
        copied(text),
    )
}

/// A paragraph with one sentence or more.
pub fn sentence(class: &'static str, text: &str) -> Html {
    keyed(text, wrap("p", class, numerals(text)))
}

/// The same inside a line.
pub fn phrase(class: &'static str, text: &str) -> Html {
    keyed(text, wrap("span", class, numerals(text)))
}

/// Text of a person's or of the aid's own, without numerals to look after.
pub(crate) fn quoted(class: &'static str, text: &str) -> Html {
    keyed(text, wrap("span", class, content(copied(text))))
}

/// A list with one sentence an item. `class` is `wu-list` and more.
pub fn sentences(class: &'static str, texts: &[String]) -> Html {
    listed(class, texts.iter().map(|text| Words::Aid(text)).collect())
}

/// The same of words that may be the interface's.
pub(crate) fn listed(class: &'static str, texts: Vec<Words<'_>>) -> Html {
    let all: String = texts.iter().map(|words| words.text()).collect();
    let items = texts
        .into_iter()
        .enumerate()
        .map(|(at, words)| keyed(&at.to_string(), wrap("li", "", words.html())))
        .collect();
    keyed(&all, el("ul", class, items))
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
    let rest = (!rest.is_empty()).then(|| more(ui, heading, sentences(class, rest)));
    list(vec![sentences(class, first), wrap("div", "", maybe(rest))])
}

/// What [`sentences`] looks like without marks before its items, with lines between them.
pub(crate) const LINED: &str = "wu-list wu-list--plain wu-list--lined";

/// Terms and what they mean.
pub(crate) fn facts(pairs: &[(String, String)]) -> Html {
    let items = pairs.iter().flat_map(|(term, means)| {
        [
            keyed(&["t:", term].concat(), wrap("dt", "", copied(term))),
            keyed(
                &["d:", term, ":", means].concat(),
                wrap("dd", "", numerals(means)),
            ),
        ]
    });
    el("dl", "wu-facts", items.collect())
}

/// A paragraph of text with figures in it.
pub fn paragraph(class: &'static str, text: &Rich) -> Html {
    keyed(&plain(text), wrap("p", class, runs(text)))
}

/// Several paragraphs.
pub fn paragraphs(texts: &[Rich]) -> Html {
    let all = texts
        .iter()
        .enumerate()
        .map(|(at, text)| keyed(&at.to_string(), wrap("div", "", paragraph("", text))));
    el("div", "wu-prose", all.collect())
}

/// A list with one text an item.
pub fn bullets(texts: &[Rich]) -> Html {
    let items = texts.iter().enumerate().map(|(at, text)| {
        let key = [at.to_string(), plain(text)].concat();
        keyed(&key, wrap("li", "", runs(text)))
    });
    el("ul", "wu-list", items.collect())
}

fn runs(text: &Rich) -> Html {
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    for run in &text.0 {
        match run {
            // What is marked as one piece is taken apart behind its marks.
            Run::Words(words) if words.contains(UNTRANSLATED) => line.push(numerals(words)),
            Run::Words(words) => {
                for (at, part) in lines_of(words).into_iter().enumerate() {
                    if at > 0 {
                        lines.push(list(std::mem::take(&mut line)));
                    }
                    line.push(numerals(part));
                }
            }
            Run::Figure(words) => line.push(wrap("span", "wu-said-figure", numerals(words))),
        }
    }
    lines.push(list(line));
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
