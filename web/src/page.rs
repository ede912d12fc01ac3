//! The whole aid as one HTML page that needs no script: every fact, laid out by the same components.

mod content;
mod first;

pub use first::render_first;

use std::cell::RefCell;
use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::consultation::Consultation;
use yew::{BaseComponent, Callback, Html, LocalServerRenderer, Properties, function_component};

use crate::act::Acts;
use crate::app::{App, Props, later_code};
use crate::settings::{Direction, Settings};
use crate::texts::Texts;

/// Why a page could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The renderer could not be started.
    #[error("the renderer could not be started: {0}; free some memory and build again")]
    Runtime(#[from] std::io::Error),
}

/// The styles of every page, in the order that `styles/order.txt` gives them.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/weighup.css"));

/// The complete page. `stylesheet_href` is where the page finds the stylesheet.
///
/// The page has no script, no inline style and no request but that stylesheet.
///
/// # Errors
/// [`PageError::Runtime`] when the machine has no room for the renderer.
pub fn render_page(aid: &Aid, texts: &'static Texts, stylesheet_href: &str) -> Result<String, PageError> {
    let body = render::<content::Page>(content::PageProps {
        aid: Rc::new(aid.clone()),
        texts,
    })?;
    Ok(document(aid, stylesheet_href, &body))
}

/// One state of the widget as a page, to look at and to test.
///
/// # Errors
/// [`PageError::Runtime`] when the machine has no room for the renderer.
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
/// [`PageError::Runtime`] when the machine has no room for the renderer.
pub fn render_html(html: Html) -> Result<String, PageError> {
    render::<Bare>(BareProps { html })
}

/// A part by itself as a page, to look at and to test.
///
/// # Errors
/// [`PageError::Runtime`] when the machine has no room for the renderer.
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

/// Yew renders on its own runtime; one thread that is gone afterwards is enough.
fn render<C>(props: C::Properties) -> Result<String, PageError>
where
    C: BaseComponent,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let local = tokio::task::LocalSet::new();
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    Ok(local.block_on(&runtime, renderer.render()))
}
