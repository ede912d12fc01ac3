//! A compiled aid as HTML.

use crate::given;
use serde::Deserialize;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use weighup_core::aid::Aid;
use weighup_web::page::{STYLES, render_first, render_page};
use weighup_web::texts::interface;

/// Where a page finds what belongs to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Placed {
    stylesheet: String,
    plain: Option<String>,
}

/// The whole aid as a page that needs no script. `placed` is JSON: the address of the stylesheet.
///
/// # Errors
/// An `Error` whose message lists every problem of the aid, one per line.
#[wasm_bindgen]
pub fn page(aid: &str, placed: &str) -> Result<String, JsError> {
    let (aid, placed) = (read(aid)?, given::<Placed>(placed)?);
    let texts = interface(&aid.document().language);
    Ok(render_page(&aid, texts, &placed.stylesheet)?)
}

/// The first step, to stand inside the element. `placed` is JSON: the addresses of the stylesheet and of the page without scripts.
///
/// # Errors
/// An `Error` whose message lists every problem of the aid, one per line.
#[wasm_bindgen]
pub fn first(aid: &str, placed: &str) -> Result<String, JsError> {
    let (aid, placed) = (read(aid)?, given::<Placed>(placed)?);
    let texts = interface(&aid.document().language);
    let plain = placed
        .plain
        .unwrap_or_else(|| format!("../aids/{}.html", aid.id()));
    Ok(render_first(&aid, texts, &placed.stylesheet, &plain)?)
}

/// The stylesheet of every page.
#[wasm_bindgen]
#[must_use]
pub fn styles() -> String {
    STYLES.to_owned()
}

fn read(aid: &str) -> Result<Aid, JsError> {
    Aid::from_json(aid).map_err(|error| JsError::new(&error.in_full()))
}
