//! The wasm boundary of `<weighup-aid>`: JavaScript holds one handle per widget, and what crosses is text.
//!
//! The element itself is JavaScript (`pkg/js`), since a class defined here cannot extend `HTMLElement`.
#![warn(missing_docs)]

mod engine;
mod events;
mod settings;

use settings::Wire;
use wasm_bindgen::prelude::*;
use weighup_core::consultation::{Action, Mode, Step};
use weighup_core::record::RecordForm;
use weighup_web::mount::{Handle, mount};
use weighup_web::notice::Notice;
use weighup_web::texts::Texts;

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
    /// `settings` is a [`Wire`]: its declaration lists every setting and what it means. `on_event(name, detail)`
    /// is called with `ready`, `step` (the step's name), `begun`, `changed`, `picture` (an array of what each line of a picture is
    /// and its text), `second`, `save`, `open`, `kept`, `again`, `record` (the name of its form), `give` (`see`, `go` or `done`), `given` (`see`, `answer`, `no` or the name of a way), `link` (`code` or nothing), `unlock`, `scan`, `list`, `clear-kept` or `keep` (`true` or nothing); nothing a person wrote ever reaches it.
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
        let later = settings::later(settings);
        let settings = settings::read(settings, &on_event)?;
        let handle = mount(root, aid, settings, later)?;
        Ok(Widget { handle, on_event })
    }

    /// Takes new settings, all of them; what the person has answered stays.
    ///
    /// # Errors
    /// An `Error` that names what is wrong with the settings, and where.
    pub fn update(&mut self, settings: &Wire) -> Result<(), JsError> {
        let later = settings::later(settings);
        let settings = settings::read(settings, &self.on_event)?;
        self.handle.update(settings, later);
        Ok(())
    }

    /// A name nobody can guess, for the line between two windows.
    ///
    /// # Errors
    /// An `Error` where the browser has no source of randomness.
    pub fn channel() -> Result<String, JsError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(bytes.iter().fold(String::new(), |name, byte| {
            name + [b'a' + (byte >> 4), b'a' + (byte & 15)]
                .map(char::from)
                .iter()
                .collect::<String>()
                .as_str()
        }))
    }

    /// Opens the step of that name; other names change nothing.
    pub fn go(&self, step: &str) {
        if let Some(step) = Step::from_name(step) {
            self.handle.ask(Action::go_to(step));
        }
    }

    /// Opens the page for `prepare`, `together` or `after`; other names change nothing.
    pub fn using(&self, mode: &str) {
        if let Some(mode) = Mode::from_name(mode) {
            self.handle.ask(Action::open_for(mode));
        }
    }

    /// The name of the step on screen.
    pub fn step(&self) -> String {
        self.handle.step().name().to_owned()
    }

    /// Whether the person has answered anything here.
    pub fn answered(&self) -> bool {
        self.handle.answered()
    }

    /// Whether the person has written something that is in no answer yet.
    pub fn holds(&self) -> bool {
        self.handle.holds()
    }

    /// The answers as JSON; nothing before the code of all steps is there.
    pub fn save(&self) -> Option<String> {
        self.handle.save()
    }

    /// Opens saved answers, and tells the person what no longer applies.
    pub fn open(&self, saved: String) {
        self.handle.open(saved);
    }

    /// Goes on with the answers of another window.
    pub fn follow(&self, saved: String) {
        self.handle.follow(saved);
    }

    /// Takes over a guess that is still hidden in the widget that stood here before, in another language: no text holds it.
    #[wasm_bindgen(js_name = keepGuessOf)]
    pub fn keep_guess_of(&self, before: &Widget) {
        self.handle.keep_guess_of(&before.handle);
    }

    /// Whether this widget can speak with the texts of a file.
    pub fn speaks(texts: &str) -> bool {
        Texts::of(texts).is_some()
    }

    /// Shows the record that was asked for as text, in the form of that name; other names show nothing.
    pub fn taken(&self, form: &str, text: String) {
        if let Ok(form) = RecordForm::from_name(form) {
            self.handle.taken(form, text);
        }
    }

    /// Shows what would go to the system that opened the page: `text` as a person reads it, `whole` as that system gets it.
    pub fn offered(&self, text: String, whole: String) {
        self.handle.offered(text, whole);
    }

    /// What only the widget knows of what would be given at the end, as JSON; nothing before the code of all steps is there.
    pub fn asked(&self) -> Option<String> {
        self.handle.asked()
    }

    /// Shows what came of giving answers at the end: `made`, `code`, `file`, `page`, `untaken`, `long` or `unable`, with what goes with it.
    pub fn given(&self, came: String, text: String) {
        self.handle.given(came, text);
    }

    /// Shows a link to the answers, and the QR codes that hold it as the engine draws them, a line for each, where they were asked for.
    pub fn linked(&self, link: String, codes: &str) {
        self.handle.linked(link, codes);
    }

    /// Shows how many of how many QR codes were read.
    pub fn scanned(&self, read: u32, all: u32) {
        self.handle.scanned(read, all);
    }

    /// Shows what is kept on this device: a line for each aid, the day, a space, and the name of the aid.
    pub fn listed(&self, kept: &str) {
        self.handle.listed(kept);
    }

    /// Asks for the passphrase of what is to be opened; `again` where one was tried that does not open it.
    pub fn locked(&self, again: bool) {
        self.handle.locked(again);
    }

    /// Says to the person what only the page knows; other names say nothing.
    pub fn notice(&self, name: &str) {
        if let Some(notice) = Notice::from_name(name) {
            self.handle.notice(notice);
        }
    }

    /// Forgets all answers and begins again: the person did so in another window.
    pub fn again(&self) {
        self.handle.ask(Action::start_again());
    }

    /// Tells the person that the second window did not open.
    pub fn blocked(&self) {
        self.handle.blocked();
    }

    /// Tells the person that the browser did not print.
    pub fn unprinted(&self) {
        self.handle.unprinted();
    }

    /// Makes more of a step that has begun, or all of it.
    pub fn more(&self, all: bool) {
        self.handle.more(all);
    }

    /// Takes the widget off the page and forgets everything.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
