//! The page on which an aid is written. What can be written, what is wrong with it and what comes of a change is said by `core/desk`; this
//! crate lays it out and hands over what a person does. Files go in and out through the script of the page. Authors load it, never a patient.
#![warn(missing_docs)]

mod app;
mod host;
mod place;
mod view;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use weighup_core::aid::Date;
use yew::{AppHandle, Renderer};

use app::{App, Msg, Props};
pub use host::DeskHost;

/// The desk in a page.
#[wasm_bindgen]
pub struct DeskPage {
    app: AppHandle<App>,
}

/// Puts the desk into an element of the page. `day` is today, as 2026-03-31.
#[wasm_bindgen]
#[must_use]
pub fn start(root: Element, host: DeskHost, day: &str) -> DeskPage {
    root.set_text_content(None);
    let props = Props {
        host: host::Shared::new(host),
        day: Date::parse(day),
    };
    DeskPage {
        app: Renderer::<App>::with_root_and_props(root, props).render(),
    }
}

#[wasm_bindgen]
impl DeskPage {
    /// Files that a person opened, from a place of that name; an empty one for files that are saved as downloads.
    pub fn opened(&self, place: String, names: Vec<String>, contents: Vec<Uint8Array>) {
        self.app.send_message(Msg::Opened(place, files(names, contents)));
    }

    /// Files that changed where they came from, after they were opened.
    pub fn on_disk(&self, names: Vec<String>, contents: Vec<Uint8Array>) {
        self.app.send_message(Msg::OnDisk(files(names, contents)));
    }

    /// Why files could not be opened.
    pub fn failed(&self, why: String) {
        self.app.send_message(Msg::NotOpened(why));
    }

    /// What came of saving, as JSON.
    pub fn saved(&self, came: String) {
        self.app.send_message(Msg::Saved(came));
    }

    /// Why nothing can be saved any more where these files came from.
    pub fn lost(&self, why: String) {
        self.app.send_message(Msg::Lost(why));
    }

    /// What came of going on with a command that was started again: nothing, or why not.
    pub fn rejoined(&self, why: String) {
        self.app.send_message(Msg::Rejoined(why));
    }

    /// The page is about to be left while something would be lost: it says where that is, for whoever stays.
    pub fn leaving(&self) {
        self.app.send_message(Msg::Leave(false));
    }

    /// What the preview tells, as JSON.
    pub fn previewed(&self, told: String) {
        self.app.send_message(Msg::Previewed(told));
    }

    /// The keys for saving were pressed.
    pub fn pressed_save(&self) {
        self.app.send_message(Msg::Save(false));
    }
}

fn files(names: Vec<String>, contents: Vec<Uint8Array>) -> Vec<(String, Vec<u8>)> {
    let bytes = contents.iter().map(Uint8Array::to_vec);
    names.into_iter().zip(bytes).collect()
}
