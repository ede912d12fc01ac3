//! The whole aid as one HTML page that needs no script: every fact, laid out by the same components.

mod content;
mod first;

pub use first::render_first;

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use weighup_core::aid::Aid;
use weighup_core::consultation::Consultation;
use yew::{AttrValue, BaseComponent, Callback, Html, LocalServerRenderer, Properties, function_component};

use crate::act::Acts;
use crate::app::{App, Props, later_code};
use crate::settings::{Direction, Settings};
use crate::texts::{Texts, interface};

/// Why a page could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// A component waits for something that only a browser gives.
    #[error("the page could not be finished: a part of it waits for a browser; report this")]
    Unfinished,
}

/// The styles of every page, in the order that `styles/order.txt` gives them.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/weighup.css"));

/// The complete page. `stylesheet_href` is where the page finds the stylesheet.
///
/// The page has no script, no inline style and no request but that stylesheet.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_page(aid: &Aid, texts: &'static Texts, stylesheet_href: &str) -> Result<String, PageError> {
    Ok(document(
        aid,
        stylesheet_href,
        &render_content(aid, texts, "aid")?,
    ))
}

/// What stands in that page, without the page: `<main>`, its ids beginning with `instance`.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_content(aid: &Aid, texts: &'static Texts, instance: &str) -> Result<String, PageError> {
    render::<content::Page>(content::PageProps {
        aid: Rc::new(aid.clone()),
        texts,
        instance: AttrValue::from(instance.to_owned()),
    })
}

/// What is published of an aid beside its JSON, each with the name of its file: the page without scripts, and its first step for
/// pages with the widget, where it is on screen before any script. `name` is that of the aid's files without an ending.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn pages(aid: &Aid, name: &str, stylesheet_href: &str) -> Result<[(String, String); 2], PageError> {
    let texts = interface(&aid.document().language);
    let plain = format!("../aids/{name}.html");
    Ok([
        (format!("{name}.html"), render_page(aid, texts, stylesheet_href)?),
        (
            format!("{name}.first.html"),
            render_first(aid, texts, stylesheet_href, &plain)?,
        ),
    ])
}

/// One state of the widget as a page, to look at and to test.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_state(
    aid: &Aid,
    consultation: Consultation,
    settings: Settings,
    stylesheet_href: &str,
) -> Result<String, PageError> {
    let props = Props {
        settings,
        later: later_code(),
        aid: Rc::new(aid.clone()),
        shared: Rc::new(RefCell::new(consultation)),
        acts: Acts::default(),
        on_first: Callback::noop(),
    };
    Ok(document(aid, stylesheet_href, &render::<App>(props)?))
}

#[derive(PartialEq, Properties)]
struct BareProps {
    html: Html,
}

#[function_component]
fn Bare(props: &BareProps) -> Html {
    props.html.clone()
}

/// A part by itself, without a page around it.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_html(html: Html) -> Result<String, PageError> {
    render::<Bare>(BareProps { html })
}

/// A part by itself as a page, to look at and to test.
///
/// # Errors
/// [`PageError::Unfinished`] when a component waits for something that only a browser gives.
pub fn render_sample(aid: &Aid, name: &str, html: Html, stylesheet_href: &str) -> Result<String, PageError> {
    let name = escaped(name);
    let body = format!(
        "<main class=\"weighup\" dir=\"ltr\"><div class=\"wu-body\"><h1 class=\"wu-hidden\">{name}</h1>\
         <div class=\"wu-card\">{}</div></div></main>",
        render_html(html)?
    );
    Ok(document(aid, stylesheet_href, &body))
}

fn document(aid: &Aid, stylesheet_href: &str, body: &str) -> String {
    let (lang, title) = (escaped(&aid.document().language), escaped(aid.title()));
    let href = escaped(stylesheet_href);
    let dir = Direction::of(aid.language()).name();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{href}\">\n</head>\n<body class=\"wu-page\">\n{body}\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Rendering is asynchronous, for components that wait for something. None of ours does, so it is asked until it is done, which
/// needs no runtime: it goes the same way on a machine and in WebAssembly.
fn render<C>(props: C::Properties) -> Result<String, PageError>
where
    C: BaseComponent,
{
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let mut rendering = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..ASKED {
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
            return Ok(html);
        }
    }
    Err(PageError::Unfinished)
}

/// How often a rendering is asked: once is what it takes, and what is not done after so many waits for something that never comes.
const ASKED: u32 = 1_000;
