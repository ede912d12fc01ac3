//! QR codes of addresses, as a picture of light and dark modules.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The light margin that ISO/IEC 18004 asks for, in modules.
const QUIET: i32 = 4;

/// A QR code: its side in modules, with the margin, and the dark ones as an SVG path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPicture {
    /// Modules along a side.
    pub side: i32,
    /// The dark modules.
    pub dark: String,
}

impl QrPicture {
    /// The code of a text; `None` for more than one code can hold. With `sturdy` a quarter of it may be dirty or torn, as on paper, and
    /// it holds less.
    #[must_use]
    pub fn of(text: &str, sturdy: bool) -> Option<Self> {
        let level = if sturdy {
            QrCodeEcc::Quartile
        } else {
            QrCodeEcc::Low
        };
        let code = QrCode::encode_text(text, level).ok()?;
        let mut dark = String::new();
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                // Writing to a text cannot fail.
                let _ = write!(dark, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        Some(Self {
            side: code.size() + 2 * QUIET,
            dark,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::QrPicture;

    #[test]
    fn a_code_holds_what_fits_and_nothing_more() {
        assert_eq!(
            QrPicture::of("https://example.org/", false).map(|code| code.side),
            Some(33)
        );
        assert!(QrPicture::of(&"a".repeat(2953), false).is_some());
        assert_eq!(QrPicture::of(&"a".repeat(2954), false), None);
        assert_eq!(QrPicture::of(&"a".repeat(2953), true), None);
    }
}
