//! The markup of every component, as tags.
//!
//! `markup!` reads as Yew's `html!` does: tags, attributes beside their values, `{…}`, `if` and `for`. It is written out as
//! the short calls of [`make`]; nothing else makes elements.
//!
//! ```text
//! markup! { ui,
//!     <section class="wu-card">
//!         <h2 class="wu-h2">{texts.title}</h2>
//!         if let Some(note) = &view.note { {sentence(ui, "wu-note", note)} }
//!         <ul class="wu-list">
//!             for option in &view.options { <li key={option.id.as_str()}>{option_name(ui, option)}</li> }
//!         </ul>
//!         <button type="button" class="wu-link" act={Act::Copy}>{texts.copy}</button>
//!     </section>
//! }
//! ```
//!
//! `ui` comes first where the markup holds texts of the interface (any `&'static str`: [`Said`] lays it out) or controls
//! (`act`: [`Does`] keeps it). A `for` repeats elements with a `key`, or what is [`Keyed`]. `class` gives `part`; `ref`,
//! `checked` and `value` are Yew's. An attribute whose value is `None` is left out.

pub mod make;
mod speech;
pub(crate) mod ui;
mod value;

use yew::{AttrValue, Html};

use crate::Ui;

pub use speech::Speech;
pub(crate) use speech::{broken, content, lines_of, original, picture_slot, text};
pub(crate) use value::{Attribute, Does, Value, when};
pub(crate) use weighup_macros::markup;

/// An element with a key: it may stand in a list whose length changes.
///
/// A list without keys would let Yew take one item for another when items come, go or change places: the focus jumps, and a
/// page translator's words stay at the wrong item. So a `for` in `markup!` repeats an element with a `key`, or what a function
/// returns as `Keyed`:
///
/// ```
/// use weighup_macros::markup;
/// # use weighup_web::markup;
/// use weighup_web::Keyed;
/// use yew::Html;
///
/// fn line(text: &str) -> Keyed {
///     markup! { <li key={text}>"a line"</li> }
/// }
///
/// fn lines(texts: &[&str]) -> Html {
///     markup! { <ul>for text in texts { <li key={*text}>"a line"</li> {line(text)} }</ul> }
/// }
/// # fn main() { lines(&["one", "two"]); }
/// ```
///
/// An element without a key does not compile:
///
/// ```compile_fail
/// use weighup_macros::markup;
/// # use weighup_web::markup;
/// use yew::Html;
///
/// fn lines(texts: &[&str]) -> Html {
///     markup! { <ul>for text in texts { <li>"a line"</li> }</ul> }
/// }
/// # fn main() { lines(&["one", "two"]); }
/// ```
///
/// Nor does a function that returns an element of which nobody knows whether it has one:
///
/// ```compile_fail,E0277
/// use weighup_macros::markup;
/// # use weighup_web::markup;
/// use yew::Html;
///
/// fn line(text: &str) -> Html {
///     markup! { <li key={text}>"a line"</li> }.into()
/// }
///
/// fn lines(texts: &[&str]) -> Html {
///     markup! { <ul>for text in texts { {line(text)} }</ul> }
/// }
/// # fn main() { lines(&["one", "two"]); }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Keyed(Html);

impl Keyed {
    /// What the macro makes of an element with a `key`.
    #[must_use]
    pub fn new(html: Html) -> Self {
        Self(html)
    }

    /// What the macro makes of `{…}` in a `for`.
    pub fn in_list(item: impl ListItem) -> Html {
        item.item()
    }
}

impl From<Keyed> for Html {
    fn from(keyed: Keyed) -> Self {
        keyed.0
    }
}

/// What may stand between braces in a `for`.
#[diagnostic::on_unimplemented(
    message = "what a `for` in markup repeats needs a key",
    label = "this has no key",
    note = "put it into an element with a `key`, or let its function return `Keyed`"
)]
pub trait ListItem {
    /// As one of the list.
    fn item(self) -> Html;
}

impl ListItem for Keyed {
    fn item(self) -> Html {
        self.0
    }
}

/// What may stand between braces in markup: nodes, and nothing where there is `None`.
pub(crate) trait Shown {
    /// As one child.
    fn shown(self) -> Html;
}

impl Shown for Html {
    fn shown(self) -> Html {
        self
    }
}

impl Shown for Keyed {
    fn shown(self) -> Html {
        self.0
    }
}

impl Shown for String {
    fn shown(self) -> Html {
        Html::from(AttrValue::from(self))
    }
}

impl<T: Shown> Shown for Option<T> {
    fn shown(self) -> Html {
        self.map(T::shown).unwrap_or_default()
    }
}

/// What may stand between braces where there is an interface: its texts too.
pub(crate) trait Said {
    /// As one child.
    fn said(self, ui: &Ui) -> Html;
}

impl<T: Shown> Said for T {
    fn said(self, _: &Ui) -> Html {
        self.shown()
    }
}

impl Said for &'static str {
    fn said(self, ui: &Ui) -> Html {
        text(ui, self)
    }
}

/// Any text that is not the interface's.
pub(crate) fn copied(words: &str) -> Html {
    Html::from(AttrValue::from(words.to_owned()))
}

/// An element that holds nothing but a person's own words, in whatever direction they run.
pub(crate) fn theirs(name: &'static str, class: &'static str, words: &str) -> Keyed {
    let values = [make::is("auto"), make::is(class)];
    let html = make::tag(name, &["dir", "class"], values, copied(words));
    Keyed::new(make::keyed(words, html))
}

/// A line drawing beside words that say the same; nothing where there is none.
pub(crate) fn drawing(class: &'static str, path: impl Into<AttrValue>) -> Html {
    let path = path.into();
    if path.is_empty() {
        return make::none();
    }
    markup! { <svg class={class} viewBox="0 0 64 64" aria-hidden="true"><path d={path}/></svg> }
}

/// In Easy Read, the picture of an option or an outcome: the page's own by its name in parts, or the author's drawing. Its words are
/// beside it.
pub(crate) fn pictured(ui: &Ui, name: &[&str], drawn: Option<&String>) -> Html {
    if !ui.speech.easy {
        return make::none();
    }
    let drawn = drawn.map_or_else(make::none, |path| drawing("wu-drawing", path.clone()));
    picture_slot(ui, name, drawn)
}

/// A section that opens with a press of its heading.
pub(crate) fn folded(ui: &Ui, heading: Html, body: Html) -> Html {
    fold(ui, "wu-details wu-fold", heading, body)
}

/// The longer part of what stands above under `heading`, which a press unfolds.
pub(crate) fn more(ui: &Ui, heading: &str, body: Html) -> Html {
    let name = markup! { ui,
        <>{ui.texts.shell.more}<>{space()}<span class="wu-hidden">{heading.to_owned()}</span></></>
    };
    fold(ui, "wu-details wu-more", name, body)
}

/// Something one tap away; open where nothing can be tapped.
pub(crate) fn details(ui: &Ui, summary: Html, body: Html) -> Html {
    fold(ui, "wu-details", summary, body)
}

/// What opens stands after the `details` and not in it: it is printed though it is closed, and no style sheet can open
/// a `details` in every browser that people have. Whether it is open is the browser's to know: it is said here once, and
/// no answer changes it.
fn fold(ui: &Ui, class: &'static str, summary: Html, body: Html) -> Html {
    markup! {
        <div class={class}>
            <details open={ui.still || ui.full}><summary>{summary}</summary></details>
            <div class="wu-details__body">{body}</div>
        </div>
    }
}

/// A heading of a card.
pub(crate) fn h2(ui: &Ui, words: &'static str) -> Html {
    markup! { ui, <h2 class="wu-h2">{words}</h2> }
}

/// A heading in a card.
pub(crate) fn h3(ui: &Ui, words: &'static str) -> Html {
    markup! { ui, <h3 class="wu-h3">{words}</h3> }
}

/// A space between two inline elements.
pub(crate) fn space() -> Html {
    markup! { <span>" "</span> }
}

/// A section that has nothing to show.
pub(crate) fn empty() -> Html {
    markup! { <div/> }
}
