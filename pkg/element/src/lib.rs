//! The wasm boundary of `<weighup-aid>`: one handle a widget, text in, text out.
//!
//! The element itself is JavaScript (`pkg/js`), since a class defined here cannot extend `HTMLElement`.
#![warn(missing_docs)]

mod engine;
mod events;
mod settings;

use settings::Wire;
use wasm_bindgen::prelude::*;
use weighup_web::mount::{Handle, mount};

/// One mounted widget.
#[wasm_bindgen]
pub struct Widget {
    handle: Handle,
    on_event: js_sys::Function,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a compiled aid inside `root`, a fresh element.
    ///
    /// `settings` is an object of `instance`, `lang`, `dir`, `theme`, `results` and `engine`. `on_event(name, detail)`
    /// is called with `ready`, `step` (the step's name), `changed` or `picture` (an array of what each line of a picture is
    /// and its text); nothing a person wrote ever reaches it.
    ///
    /// # Errors
    /// An `Error` that names what is wrong with the aid or the settings, and where.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        aid: &str,
        settings: &Wire,
        on_event: js_sys::Function,
    ) -> Result<Widget, JsError> {
        let settings = settings::read(settings, &on_event)?;
        let handle = mount(root, aid, settings)?;
        Ok(Widget { handle, on_event })
    }

    /// Changes language, direction, theme, results or engine; what the person has answered stays.
    ///
    /// # Errors
    /// An `Error` that names what is wrong with the settings, and where.
    pub fn update(&mut self, settings: &Wire) -> Result<(), JsError> {
        let settings = settings::read(settings, &self.on_event)?;
        self.handle.update(settings);
        Ok(())
    }

    /// Takes the widget off the page and forgets everything.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
