//! What the host page chose, as it crosses from JavaScript.

use std::rc::Rc;

use crate::engine::Remote;
use crate::events;
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use weighup_core::consultation::{Mode, Step};
use weighup_core::view::{Absent, Engine, NoEngine};
use weighup_web::mount::{LaterCode, later_code};
use weighup_web::settings::{Direction, Settings};
use weighup_web::texts::{EN, Texts};
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// An object of `instance`, `lang`, `dir`, `theme`, `results` and `scores`, each a text, of `texts`, the file of an interface in
    /// another language than English, of `today`, the reader's day as 2026-03-31, and of `engine`: the function that
    /// answers questions, `null` while it is on its way, `false` when it could not be loaded. With the function comes
    /// `hash`, that of the aid's content. `mode` and `step` say where to begin, `second` is a second window, `keep` lets a
    /// person keep answers on the device, `codes` says that the browser reads QR codes, `ehr` is the origin of the system that the record may be given to, `give` names the ways in which answers may be given at the end, `signed` is the name of the key that signed the aid, empty where the browser cannot check that, `saved` is what was kept, and `carried` are answers to go on with. `rest` says that the code of all steps is there.
    #[wasm_bindgen(typescript_type = "Record<string, unknown>")]
    pub type Wire;

    #[wasm_bindgen(method, getter, structural)]
    fn instance(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn dir(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn theme(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn results(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn scores(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn today(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn mode(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn step(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn second(this: &Wire) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn keep(this: &Wire) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn codes(this: &Wire) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn ehr(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn give(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn signed(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn saved(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn carried(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn texts(this: &Wire) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn engine(this: &Wire) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn rest(this: &Wire) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn hash(this: &Wire) -> Option<String>;
}

/// Why the settings were refused.
#[derive(Debug, thiserror::Error)]
#[error("the settings have no `{0}`; load all files of one version")]
pub(crate) struct SettingsError(&'static str);

/// Reads what `pkg/js` hands over.
pub(crate) fn read(wire: &Wire, on_event: &js_sys::Function) -> Result<Settings, SettingsError> {
    Ok(Settings {
        instance: AttrValue::from(needed("instance", wire.instance())?),
        lang: AttrValue::from(needed("lang", wire.lang())?),
        dir: if needed("dir", wire.dir())? == "rtl" {
            Direction::Rtl
        } else {
            Direction::Ltr
        },
        texts: match wire.texts() {
            Some(file) => Texts::of(&file).ok_or(SettingsError("texts"))?,
            None => &EN,
        },
        theme: AttrValue::from(needed("theme", wire.theme())?),
        results_facts_only: needed("results", wire.results())? == "facts",
        scores_off: wire.scores().as_deref() == Some("off"),
        today: wire.today().map(AttrValue::from),
        mode: wire.mode().and_then(|name| Mode::from_name(&name)),
        step: wire.step().and_then(|name| Step::from_name(&name)),
        second: wire.second() == Some(true),
        may_keep: wire.keep() == Some(true),
        reads_codes: wire.codes() == Some(true),
        ehr: wire.ehr().map(AttrValue::from),
        give: wire.give().map(AttrValue::from),
        signed: wire.signed().map(AttrValue::from),
        saved: wire.saved().map(AttrValue::from),
        carried: wire.carried().map(AttrValue::from),
        on_event: events::to(on_event),
        engine: engine(wire)?,
    })
}

/// The later code, once the page says that its file is there: only then may it be asked for.
pub(crate) fn later(wire: &Wire) -> Option<&'static LaterCode> {
    (wire.rest() == Some(true)).then(later_code).flatten()
}

fn needed(name: &'static str, value: Option<String>) -> Result<String, SettingsError> {
    value.ok_or(SettingsError(name))
}

fn engine(wire: &Wire) -> Result<Rc<dyn Engine>, SettingsError> {
    let given = wire.engine();
    if given.is_null() {
        return Ok(Rc::new(Absent(NoEngine::Loading)));
    }
    if given == false {
        return Ok(Rc::new(Absent(NoEngine::Missing)));
    }
    match given.dyn_into::<Function>() {
        Ok(answer) => Ok(Rc::new(Remote {
            answer,
            hash: needed("hash", wire.hash())?,
        })),
        Err(_) => Err(SettingsError("engine")),
    }
}
