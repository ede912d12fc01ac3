//! The wasm boundary of `<weighup-aid>`: one handle a widget, text in, text out.
//!
//! The element itself is JavaScript (`pkg/js`), since a class defined here cannot extend `HTMLElement`.

mod mounting;
mod settings;

use mounting::Handle;
use settings::Settings;
use wasm_bindgen::prelude::*;

/// Calls `on_panic` with the message and place of a panic, after which nothing here may be called again.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(on_panic: js_sys::Function) {
    std::panic::set_hook(Box::new(move |info| {
        on_panic
            .call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()))
            .ok();
    }));
}

/// One mounted widget.
#[wasm_bindgen]
pub struct Widget {
    handle: Handle,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a compiled aid inside `root`.
    ///
    /// `settings` is JSON (see `Settings`); `on_event` is called with a name and a JSON text of ids, never with
    /// anything a person wrote.
    ///
    /// # Errors
    /// A text naming what is wrong with the aid or the settings, and where.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        aid: &str,
        settings: &str,
        on_event: js_sys::Function,
    ) -> Result<Widget, JsError> {
        let settings = Settings::parse(settings)?;
        let handle = mounting::mount(root, aid, settings.with_events(on_event))?;
        Ok(Widget { handle })
    }

    /// Changes language, direction or theme; what the person has answered stays.
    ///
    /// # Errors
    /// A text naming what is wrong with the settings, and where.
    pub fn update(&self, settings: &str) -> Result<(), JsError> {
        self.handle.update(Settings::parse(settings)?);
        Ok(())
    }

    /// What the person has answered, as JSON.
    pub fn answers(&self) -> String {
        self.handle.answers()
    }

    /// Removes the widget and everything it holds.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
