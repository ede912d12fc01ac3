//! What only the script of the page can do: files, and the frame of the preview.

use std::rc::Rc;

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlInputElement;

#[wasm_bindgen]
extern "C" {
    /// The script's side of the desk: `pkg/desk/page/desk.js`.
    pub type DeskHost;

    #[wasm_bindgen(method, structural)]
    fn choose(this: &DeskHost, input: &HtmlInputElement);
    #[wasm_bindgen(method, structural)]
    fn folders(this: &DeskHost) -> bool;
    #[wasm_bindgen(method, structural)]
    fn folder(this: &DeskHost);
    #[wasm_bindgen(method, structural)]
    fn forget(this: &DeskHost);
    #[wasm_bindgen(method, structural)]
    fn save(this: &DeskHost, names: Vec<String>, contents: Vec<Uint8Array>, over: &str);
    #[wasm_bindgen(method, structural)]
    fn download(this: &DeskHost, names: Vec<String>, contents: Vec<Uint8Array>);
    #[wasm_bindgen(method, structural)]
    fn rejoin(this: &DeskHost, address: &str);
    #[wasm_bindgen(method, structural)]
    fn took(this: &DeskHost, name: &str);
    #[wasm_bindgen(method, structural)]
    fn unsaved(this: &DeskHost, is: bool);
    #[wasm_bindgen(method, structural)]
    fn show(this: &DeskHost, how: &str);
}

/// The host, for everything that needs it.
#[derive(Clone)]
pub(crate) struct Shared(Rc<DeskHost>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the frame shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Show {
    /// The compiled aid; empty when there is none to show.
    pub(crate) aid: String,
    /// A step to open; empty for the one that is open.
    pub(crate) step: String,
    /// The language of the aid.
    pub(crate) language: String,
    /// "ltr" or "rtl".
    pub(crate) direction: &'static str,
    /// The page for printing instead of the element.
    pub(crate) print: bool,
    /// The title of the aid.
    pub(crate) title: String,
}

impl Shared {
    pub(crate) fn new(host: DeskHost) -> Self {
        Self(Rc::new(host))
    }

    /// Reads what was chosen in a field for files.
    pub(crate) fn choose(&self, input: &HtmlInputElement) {
        self.0.choose(input);
    }

    /// Whether this browser can write into a folder.
    pub(crate) fn folders(&self) -> bool {
        self.0.folders()
    }

    /// Asks for a folder.
    pub(crate) fn folder(&self) {
        self.0.folder();
    }

    /// What is on the desk now came from nowhere.
    pub(crate) fn forget(&self) {
        self.0.forget();
    }

    /// Writes files; the file `over`, where it is named, over what was shown of it.
    pub(crate) fn save(&self, files: &[(String, Vec<u8>)], over: &str) {
        let (names, contents) = handed(files);
        self.0.save(names, contents, over);
    }

    /// Hands files over as downloads, wherever they came from.
    pub(crate) fn download(&self, files: &[(String, Vec<u8>)]) {
        let (names, contents) = handed(files);
        self.0.download(names, contents);
    }

    /// Goes on with a command that was started again, by the address that it printed.
    pub(crate) fn rejoin(&self, address: &str) {
        self.0.rejoin(address);
    }

    /// A file is on the desk as it is where it came from.
    pub(crate) fn took(&self, name: &str) {
        self.0.took(name);
    }

    /// Whether leaving would lose something.
    pub(crate) fn unsaved(&self, is: bool) {
        self.0.unsaved(is);
    }

    /// Shows something in the frame.
    pub(crate) fn show(&self, show: &Show) {
        if let Ok(how) = serde_json::to_string(show) {
            self.0.show(&how);
        }
    }
}

/// Files as the script takes them.
fn handed(files: &[(String, Vec<u8>)]) -> (Vec<String>, Vec<Uint8Array>) {
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    let contents = files.iter().map(|(_, bytes)| Uint8Array::from(bytes.as_slice()));
    (names, contents.collect())
}
