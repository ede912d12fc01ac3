//! Sentences from core, laid out so that they are replaced whole.
//!
//! A page translator swaps text nodes for its own. Yew would go on updating the swapped-out node, and the page
//! would keep an old number. So every element with a sentence in it is keyed by that sentence: another sentence
//! is another element.

use weighup_core::view::{Rich, Run};
use yew::virtual_dom::VList;
use yew::{AttrValue, Classes, Html, classes, html};

/// `text` with every numeral in an element that translators leave alone.
pub fn numerals(text: &str) -> Html {
    let mut nodes = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let (numeral, after) = from.split_at(numeral_length(from));
        if !before.is_empty() {
            nodes.push(Html::from(AttrValue::from(before.to_owned())));
        }
        nodes.push(figure(numeral));
        rest = after;
    }
    if !rest.is_empty() {
        nodes.push(Html::from(AttrValue::from(rest.to_owned())));
    }
    Html::from(VList::with_children(nodes, None))
}

/// Digits, with points and commas between them and a percent sign after.
fn numeral_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let inside =
            matches!(c, '.' | ',') && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() || inside {
            length = at + c.len_utf8();
        } else {
            break;
        }
    }
    length
}

fn figure(text: &str) -> Html {
    html! { <span translate="no">{ text.to_owned() }</span> }
}

/// A paragraph with one sentence or more.
pub fn sentence(class: &'static str, text: &str) -> Html {
    html! { <p key={text.to_owned()} class={class}>{ numerals(text) }</p> }
}

/// The same inside a line.
pub fn phrase(class: &'static str, text: &str) -> Html {
    html! { <span key={text.to_owned()} class={class}>{ numerals(text) }</span> }
}

/// A list with one sentence an item.
pub fn sentences(class: &'static str, texts: &[String]) -> Html {
    html! {
        <ul key={texts.concat()} class={classes!("wu-list", class)}>
            for (at, text) in texts.iter().enumerate() {
                <li key={at}>{ numerals(text) }</li>
            }
        </ul>
    }
}

/// A paragraph of text with figures in it.
pub fn paragraph(class: impl Into<Classes>, text: &Rich) -> Html {
    html! { <p key={plain(text)} class={class.into()}>{ runs(text) }</p> }
}

/// Several paragraphs.
pub fn paragraphs(texts: &[Rich]) -> Html {
    html! {
        <div class="wu-prose">
            for (at, text) in texts.iter().enumerate() {
                <div key={at}>{ paragraph(Classes::new(), text) }</div>
            }
        </div>
    }
}

/// A list with one text an item.
pub fn bullets(texts: &[Rich]) -> Html {
    html! {
        <ul class="wu-list">
            for (at, text) in texts.iter().enumerate() {
                <li key={format!("{at}:{}", plain(text))}>{ runs(text) }</li>
            }
        </ul>
    }
}

fn runs(text: &Rich) -> Html {
    let nodes = text.0.iter().map(|run| match run {
        Run::Words(words) => numerals(words),
        Run::Figure(words) => html! { <span class="wu-said-figure">{ numerals(words) }</span> },
    });
    Html::from(VList::with_children(nodes.collect(), None))
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
        assert_eq!(numeral_length("3.1 %"), 3);
    }
}
