//! A signature, as minisign writes and reads it: four lines. The first is a comment that nobody vouches for, the second signs the file, the
//! third is a comment that the fourth signs together with the second.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use weighup_core::aid::Aid;

use super::key::{KeyId, PLAIN, PublicKey, SecretKey};

const UNTRUSTED: &str = "untrusted comment: ";
const TRUSTED: &str = "trusted comment: ";
/// What signs a digest of the file, as minisign does unless it is told not to. Browsers have no such digest.
const OF_DIGEST: [u8; 2] = *b"ED";

/// What is wrong with a signature.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SignatureError {
    #[error("line {line} of `{file}.minisig` is not as minisign writes it; sign the file again")]
    Shape { file: String, line: usize },
    #[error(
        "`{file}.minisig` signs a digest of the file, which no browser can check; use `weighup sign`, or `minisign -S -l`"
    )]
    OfDigest { file: String },
    #[error(
        "`{file}.minisig` is of the key {found}, which is not the one you named; name that key if you trust it"
    )]
    OtherKey { file: String, found: String },
    #[error("`{file}` is not the file that the key {key} signed; publish the one that was signed")]
    Altered { file: String, key: String },
    #[error(
        "the trusted comment in `{file}.minisig` is not the one that the key {key} signed; sign the file again"
    )]
    Comment { file: String, key: String },
    #[error(
        "the signature of `{file}` says {field} \"{said}\", and that of the aid is \"{found}\"; sign the file again under the name it has"
    )]
    Differs {
        file: String,
        field: &'static str,
        said: String,
        found: String,
    },
    #[error(
        "`{file}` cannot be signed: its name, or what it says of itself, has a line end or a tab in it; give it another name"
    )]
    Unwritable { file: String },
}

/// A signature and its comments.
#[derive(Debug)]
pub(super) struct Signature {
    key: KeyId,
    of_file: [u8; 64],
    comment: String,
    of_comment: [u8; 64],
}

impl Signature {
    /// Signs the bytes of a compiled aid, which is published as `file`.
    pub(super) fn new(key: &SecretKey, aid: &Aid, file: &str) -> Result<Self, SignatureError> {
        let facts = facts(aid, file);
        if facts.iter().any(|(_, value)| value.contains(char::is_control)) {
            return Err(SignatureError::Unwritable {
                file: file.to_owned(),
            });
        }
        let comment = facts.map(|(field, value)| format!("{field}:{value}")).join("\t");
        let of_file = key.sign(aid.to_json().as_bytes());
        let of_comment = key.sign(&with_comment(of_file, &comment));
        Ok(Self {
            key: key.id,
            of_file,
            comment,
            of_comment,
        })
    }

    /// The four lines.
    pub(super) fn text(&self) -> String {
        let line = [&PLAIN[..], &self.key.0, &self.of_file].concat();
        format!(
            "{UNTRUSTED}signature of a decision aid by the key {}\n{}\n{TRUSTED}{}\n{}\n",
            self.key,
            STANDARD.encode(line),
            self.comment,
            STANDARD.encode(self.of_comment)
        )
    }

    /// Reads the signature of `file`.
    pub(super) fn read(text: &str, file: &str) -> Result<Self, SignatureError> {
        let shape = |line| SignatureError::Shape {
            file: file.to_owned(),
            line,
        };
        let lines: Vec<&str> = text.lines().take(4).collect();
        let [untrusted, of_file, comment, of_comment] = lines[..] else {
            return Err(shape(lines.len() + 1));
        };
        if !untrusted.starts_with(UNTRUSTED) {
            return Err(shape(1));
        }
        let bytes = STANDARD.decode(of_file).map_err(|_| shape(2))?;
        let (algorithm, rest) = bytes.split_first_chunk::<2>().ok_or_else(|| shape(2))?;
        if *algorithm == OF_DIGEST {
            return Err(SignatureError::OfDigest {
                file: file.to_owned(),
            });
        }
        let (key, of_file) = rest.split_first_chunk::<8>().ok_or_else(|| shape(2))?;
        let of_file = of_file.try_into().map_err(|_| shape(2))?;
        if *algorithm != PLAIN {
            return Err(shape(2));
        }
        let comment = comment.strip_prefix(TRUSTED).ok_or_else(|| shape(3))?;
        let of_comment = STANDARD.decode(of_comment).map_err(|_| shape(4))?;
        Ok(Self {
            key: KeyId(*key),
            of_file,
            comment: comment.to_owned(),
            of_comment: of_comment.try_into().map_err(|_| shape(4))?,
        })
    }

    /// Which of the keys signed these bytes. They are whose they are said to be where this gives one.
    pub(super) fn by<'k>(
        &self,
        keys: &'k [PublicKey],
        bytes: &[u8],
        file: &str,
    ) -> Result<&'k PublicKey, SignatureError> {
        let named: Vec<&PublicKey> = keys.iter().filter(|key| key.id == self.key).collect();
        if named.is_empty() {
            return Err(SignatureError::OtherKey {
                file: file.to_owned(),
                found: self.key.to_string(),
            });
        }
        let (file, key) = (file.to_owned(), self.key.to_string());
        let Some(by) = named.into_iter().find(|key| key.fits(bytes, self.of_file)) else {
            return Err(SignatureError::Altered { file, key });
        };
        if !by.fits(&with_comment(self.of_file, &self.comment), self.of_comment) {
            return Err(SignatureError::Comment { file, key });
        }
        Ok(by)
    }

    /// Whether the comment is about this aid under this name. What it does not say is not compared: minisign writes the time and the name.
    pub(super) fn is_about(&self, aid: &Aid, file: &str) -> Result<(), SignatureError> {
        for (field, found) in facts(aid, file) {
            let said = self
                .comment
                .split('\t')
                .filter_map(|part| part.split_once(':'))
                .find(|(name, _)| *name == field);
            if let Some((_, said)) = said
                && said != found
            {
                return Err(SignatureError::Differs {
                    file: file.to_owned(),
                    field,
                    said: said.to_owned(),
                    found,
                });
            }
        }
        Ok(())
    }
}

/// What a trusted comment says of an aid. The element compares the same (`pkg/js/lib/signed.js`).
fn facts(aid: &Aid, file: &str) -> [(&'static str, String); 5] {
    [
        ("file", file.to_owned()),
        ("id", aid.id().to_owned()),
        ("version", aid.version().to_owned()),
        ("language", aid.document().language.clone()),
        ("sha256", aid.hash().as_str().to_owned()),
    ]
}

/// What the fourth line signs.
fn with_comment(of_file: [u8; 64], comment: &str) -> Vec<u8> {
    [&of_file[..], comment.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::super::key::PublicKey;
    use super::{Signature, SignatureError};

    /// Made by minisign 0.11: `minisign -G -W`, then `minisign -S -l -m f.txt`, of the text `hello` and a line end.
    const KEY: &str = "RWRPQ3cbBw1y96RPOC/t5pzeJenqps+fmrh4Mk9NBhx9PNsQzZJvVsWn";
    const SIGNED: &str = "untrusted comment: signature from minisign secret key\n\
        RWRPQ3cbBw1y97FnnCLPfZ3OuMkbJh0bLYvMKlRpJ6PzNcttDHCabtaO7g+lv7hl0pKiYHPj/qaG8c5NTeOomEKrYwafEt3OdQk=\n\
        trusted comment: timestamp:1796080763\tfile:f.txt\n\
        ABn+2UL9VLzQtanGCNf5jglN/Vdoe7OLyLtW+LdpTupUVim44RAdBXJXIag4Mk+rrmyrPgvey3SA7mEoLkI/Dg==\n";

    fn by(signature: &str, bytes: &[u8]) -> Result<String, SignatureError> {
        let keys = [PublicKey::of(KEY).unwrap()];
        let read = Signature::read(signature, "f.txt")?;
        read.by(&keys, bytes, "f.txt").map(|key| key.id.to_string())
    }

    #[test]
    fn what_minisign_signed_is_right_and_any_change_is_not() {
        assert_eq!(by(SIGNED, b"hello\n").as_deref(), Ok("F7720D071B77434F"));
        assert_eq!(
            by(&SIGNED.replace('\n', "\r\n"), b"hello\n").as_deref(),
            Ok("F7720D071B77434F")
        );
        assert!(matches!(
            by(SIGNED, b"hello"),
            Err(SignatureError::Altered { .. })
        ));
        assert!(matches!(
            by(&SIGNED.replace("file:f", "file:g"), b"hello\n"),
            Err(SignatureError::Comment { .. })
        ));
        assert!(matches!(
            by(&SIGNED.replace("RWRPQ3", "RWRPQ4"), b"hello\n"),
            Err(SignatureError::OtherKey { .. })
        ));
        assert!(matches!(
            by(&SIGNED.replace("RWRPQ3", "RURPQ3"), b"hello\n"),
            Err(SignatureError::OfDigest { .. })
        ));
    }

    #[test]
    fn a_line_that_is_not_as_minisign_writes_it_is_named() {
        let lines: Vec<&str> = SIGNED.lines().collect();
        for at in 0..4 {
            let whole = |instead: &str| {
                let mut lines = lines.clone();
                *lines.get_mut(at).unwrap() = instead;
                lines.join("\n")
            };
            for instead in ["", "<!doctype html>", "RWRPQ3cbBw1y97Fn"] {
                assert_eq!(
                    Signature::read(&whole(instead), "f.txt").err(),
                    Some(SignatureError::Shape {
                        file: "f.txt".to_owned(),
                        line: at + 1
                    }),
                    "{instead}"
                );
            }
            let cut = lines.get(..at).unwrap().join("\n");
            assert!(matches!(
                Signature::read(&cut, "f.txt"),
                Err(SignatureError::Shape { .. })
            ));
        }
    }
}
