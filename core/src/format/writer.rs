//! Writes JSON.

use super::{Form, quote};

/// JSON as it grows. A comma comes by itself where one is needed.
pub(crate) struct Out(pub(crate) String);

impl Out {
    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// The name of what comes next.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.comma();
        quote(text, &mut self.0);
    }

    /// A whole number, `true`, `false` or `null`.
    pub(crate) fn bare(&mut self, text: &str) {
        self.comma();
        self.0.push_str(text);
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, flag: bool) {
        self.bare(if flag { "true" } else { "false" });
    }

    /// A whole number.
    pub(crate) fn number(&mut self, number: u32) {
        self.bare(&number.to_string());
    }

    /// Opens a table or a list.
    pub(crate) fn open(&mut self, bracket: char) -> &mut Self {
        self.comma();
        self.0.push(bracket);
        self
    }

    /// Closes it.
    pub(crate) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// A table whose names are the author's.
    pub(crate) fn each<T: Form>(&mut self, entries: &[(String, T)]) {
        self.open('{');
        for (name, value) in entries {
            value.write(self.key(name));
        }
        self.close('}');
    }
}
