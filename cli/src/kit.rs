//! `weighup build --kit`: what a clinic hands out and puts up, so that an aid has a place on the way to the appointment: a slip, a poster,
//! and the words of an invitation. All in English, with the aid's title in its own language.

use weighup_core::aid::Aid;
use weighup_core::record::QrPicture;

use crate::address::Address;
use crate::report::escaped;

/// A text message of one part, in the alphabet of GSM.
const MESSAGE: usize = 160;

/// Why there is no kit.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KitError {
    #[error("the address of `{id}` is more than a QR code on paper can hold: make it shorter")]
    Long { id: String },
}

/// The files of an aid's kit, each a name and a text.
pub(crate) fn kit(aid: &Aid, address: Address<'_>) -> Result<Vec<(String, String)>, KitError> {
    let address = address.to(aid.id());
    let code = QrPicture::of(&address, true).ok_or_else(|| KitError::Long {
        id: aid.id().to_owned(),
    })?;
    let name = |what: &str| format!("{}.{what}", aid.id());
    let mut files = vec![
        (name("slip.html"), slip(aid, &address, &code)),
        (name("poster.html"), poster(aid, &address, &code)),
        (name("invitation.txt"), invitation(aid, &address)),
    ];
    files.extend(crate::card::card(aid, &address));
    Ok(files)
}

/// A page for paper: nothing is loaded and no script runs.
fn page(aid: &Aid, title: &str, size: &str, style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n\
         @page {{ size: {size}; margin: 12mm }}\n\
         body {{ margin: 0; padding: 1rem; max-width: 42rem; background: #fff; color: #000; font: 1rem/1.45 system-ui, sans-serif }}\n\
         h1 {{ margin: 0 0 .5em; line-height: 1.2 }} p {{ margin: 0 0 .7em }} svg {{ display: block; width: 100% }}\n\
         .at {{ overflow-wrap: anywhere; font-weight: 700 }} .foot {{ font-size: .8em }} .line {{ border-bottom: 1px solid; height: 1.8em }}\n\
         @media print {{ body {{ padding: 0 }} }}\n{style}\n</style>\n</head>\n<body>\n{body}\
         <p class=\"foot\">{} {}. {}</p>\n</body>\n</html>\n",
        escaped(aid.id()),
        escaped(aid.version()),
        escaped(&weighup_core::view::review_notice(aid).text),
    )
}

fn picture(code: &QrPicture) -> String {
    let (side, dark) = (code.side, &code.dark);
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"QR code of the address below\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{dark}\"/></svg>\n"
    )
}

/// The aid's title, in the language it is written in.
fn heading(aid: &Aid) -> String {
    format!(
        "<h1 lang=\"{}\">{}</h1>\n",
        escaped(&aid.document().language),
        escaped(aid.title())
    )
}

fn slip(aid: &Aid, address: &str, code: &QrPicture) -> String {
    let body = format!(
        "{}<div class=\"two\">\n<div>\n<p>You have a choice to make. This page shows the options side by side, and helps you say what matters to \
         you before we decide together.</p>\n<p>It takes about {} minutes. You can look at it alone or with somebody, and bring what you wrote: \
         printed, or saved.</p>\n<p>What you write stays in your browser.</p>\n</div>\n<div>{}</div>\n</div>\n<p class=\"at\">{}</p>\n\
         <p>No phone or computer? Ask us, and we go through it with you.</p>\n<p>Your appointment:</p>\n<p class=\"line\"></p>\n\
         <p>Questions before then:</p>\n<p class=\"line\"></p>\n",
        heading(aid),
        aid.document().about.minutes,
        picture(code),
        escaped(address),
    );
    // One sheet, also with the longest title.
    let style = ".two { display: grid; grid-template-columns: 3fr 2fr; gap: 1rem; align-items: start } h1 { font-size: 1.5rem }\n\
                 @media print { body { font-size: .9rem } }";
    page(aid, "Slip for the clinic", "A5", style, &body)
}

fn poster(aid: &Aid, address: &str, code: &QrPicture) -> String {
    let body = format!(
        "<p class=\"lead\">Are you thinking about this?</p>\n{}<p class=\"lead\">There is more than one way. See what may happen with each, \
         and say what matters to you.</p>\n<div class=\"code\">{}</div>\n<p class=\"at\">{}</p>\n<p>It takes about {} minutes. What you write stays \
         in your browser. You can also ask at the desk.</p>\n",
        heading(aid),
        picture(code),
        escaped(address),
        aid.document().about.minutes,
    );
    let style = "h1 { font-size: 2.4rem } .lead { font-size: 1.5rem } .code { max-width: 22rem }";
    page(aid, "Poster", "A4", style, &body)
}

/// A text message of one part where the address allows it, and the paragraphs of a letter.
fn invitation(aid: &Aid, address: &str) -> String {
    let minutes = aid.document().about.minutes;
    let long = format!(
        "Before your appointment, please look at your options. It takes about {minutes} minutes: {address}"
    );
    let message = if long.chars().count() <= MESSAGE {
        long
    } else {
        format!("Before your appointment, please look at your options: {address}")
    };
    format!(
        "TEXT MESSAGE ({} characters; one part holds {MESSAGE})\n{message}\n\nLETTER\n\
         You have a choice to make: {}.\n\n\
         Before we decide together, you may want to look at this page. It shows the options side by side, with what is known and what is not, and \
         helps you say what matters to you:\n\n{address}\n\n\
         It takes about {minutes} minutes. You can use it alone or with somebody close to you, and leave out what you do not want to answer. What you \
         write stays in your browser and is not sent to us: print it or save it, and bring it with you.\n\n\
         If you have no phone or computer, or would rather not use one, tell us, and we go through it with you. You do not have to decide before \
         the appointment.\n\n\
         ({} {}. {})\n",
        message.chars().count(),
        aid.title(),
        aid.id(),
        aid.version(),
        weighup_core::view::review_notice(aid).text,
    )
}
