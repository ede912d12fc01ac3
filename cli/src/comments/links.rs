//! Links that reviewers sent in place of a file: the page of review mode packs the whole file behind the `#` of its address.
//!
//! A text that somebody saved (a list of links, a mail) is read for all the links in it. Each counts as a file of its own.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Where the packed file begins. The page of review mode writes it (`cli/src/review/script/link.js`).
const MARK: &str = "#weighup-comments=";

/// What a link may unpack to, as on that page.
const LARGEST: usize = 2_000_000;

/// Why a link holds no file of comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum LinkError {
    #[error(
        "the link was cut or changed on its way, so nothing can be unpacked; ask for it again, or for the file"
    )]
    Damaged,
    #[error("the link unpacks to more than {LARGEST} bytes; ask for the file")]
    TooLarge,
    #[error("there is no link with comments in it; one has `{MARK}` in it")]
    None,
}

/// Whether a text is links, and no file of comments itself.
pub(super) fn is_links(text: &str) -> bool {
    !text.trim_start().starts_with('{') && text.contains(MARK)
}

/// What each link of a text holds, in order.
pub(super) fn texts(text: &str) -> Vec<Result<String, LinkError>> {
    let links: Vec<_> = text.split(MARK).skip(1).map(unpacked).collect();
    if links.is_empty() {
        return vec![Err(LinkError::None)];
    }
    links
}

/// The file that begins here and ends with the first sign that none of these letters is.
fn unpacked(from: &str) -> Result<String, LinkError> {
    let end = from
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'))
        .unwrap_or(from.len());
    let letters = from.get(..end).unwrap_or_default();
    let packed = URL_SAFE_NO_PAD.decode(letters).map_err(|_| LinkError::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, LARGEST).map_err(|why| match why.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Damaged,
    })?;
    String::from_utf8(bytes).map_err(|_| LinkError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, LinkError, MARK, is_links, texts};
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use miniz_oxide::deflate::compress_to_vec;

    fn link(content: &[u8]) -> String {
        let packed = URL_SAFE_NO_PAD.encode(compress_to_vec(content, 6));
        format!("https://aids.example.org/review/{MARK}{packed}")
    }

    #[test]
    fn every_link_of_a_mail_is_found_wherever_it_ends() {
        let text = format!(
            "Dear all,\n<{}>\nand this:\n{}\n",
            link(b"one"),
            link("سلام".as_bytes())
        );
        assert!(is_links(&text));
        assert_eq!(texts(&text), [Ok("one".to_owned()), Ok("سلام".to_owned())]);
    }

    #[test]
    fn what_is_no_link_says_so() {
        let whole = link(&b"words that are cut on their way ".repeat(9));
        assert_eq!(texts(&whole[..whole.len() - 6]), [Err(LinkError::Damaged)]);
        assert_eq!(texts(&format!("{MARK}%%%")), [Err(LinkError::Damaged)]);
        assert_eq!(texts("nothing of ours"), [Err(LinkError::None)]);
        assert_eq!(texts(&link(&vec![b' '; LARGEST + 1])), [Err(LinkError::TooLarge)]);
        assert!(!is_links("{\"a\": \"#weighup-comments=\"}"));
    }
}
