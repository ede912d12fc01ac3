//! The first step as markup that stands in the page before the widget arrives, in a declarative shadow root.
//!
//! It is what the widget itself shows first, made by the same component, so that nothing moves when the widget takes its
//! place. `pkg/js/lib/first.js` keeps what is pressed meanwhile.

use std::cell::RefCell;
use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::consultation::Consultation;
use weighup_core::view::{Absent, NoEngine};
use yew::{AttrValue, Callback};

use super::{PageError, escaped, render};
use crate::act::Acts;
use crate::app::{App, Props};
use crate::settings::{Direction, Settings};
use crate::texts::Texts;

/// A `<template>` to stand first inside `<weighup-aid>`. Both addresses are seen from the page: of the stylesheet, and of
/// the page that needs no script.
///
/// Without scripts it stands aside for the element's own content. When the widget has not come after a while it says so,
/// with the way to the plain page.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_first(
    aid: &Aid,
    texts: &'static Texts,
    stylesheet_href: &str,
    plain_href: &str,
) -> Result<String, PageError> {
    let widget = render::<App>(Props {
        settings: Settings {
            instance: AttrValue::Static("weighup-first"),
            lang: AttrValue::from(aid.document().language.clone()),
            dir: Direction::of(aid.language()),
            texts,
            // As wherever a page may ask for a camera: on every page with https.
            reads_codes: true,
            engine: Rc::new(Absent(NoEngine::Loading)),
            ..Settings::default()
        },
        // As in a browser, the first step stands on the first file alone.
        later: None,
        aid: Rc::new(aid.clone()),
        shared: Rc::new(RefCell::new(Consultation::new(aid))),
        acts: Acts::default(),
        on_first: Callback::noop(),
    })?;
    let (stylesheet, plain) = (escaped(stylesheet_href), escaped(plain_href));
    let texts = &texts.page;
    Ok(format!(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{stylesheet}\">\
         <noscript><slot></slot></noscript><div class=\"wu-mount wu-first\">{widget}\
         <p class=\"wu-late\">{} <a href=\"{plain}\">{}</a></p></div></template>\n",
        texts.late, texts.plain
    ))
}
