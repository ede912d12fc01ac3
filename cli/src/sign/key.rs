//! Keys, as minisign writes them. A secret key is read and never written; its bytes leave this module in no other form than a signature.

use std::io::{IsTerminal as _, Read as _};
use std::path::Path;
use std::{fmt, fs, io};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_compact as ed25519;
use minisign::{ErrorKind, PError, SecretKeyBox};

/// Where a password may stand, for builds that nobody sits at.
const PASSWORD: &str = "WEIGHUP_KEY_PASSWORD";
/// How the second line of a secret key begins: one that a password locks, and one that none does.
const LOCKED: &str = "RWRTY0Iy";
const UNLOCKED: &str = "RWQAAEIy";
/// How a public key begins.
const PUBLIC: &str = "RW";
/// What signs the bytes themselves, and not a digest of them.
pub(super) const PLAIN: [u8; 2] = *b"Ed";
/// A secret key is a page of text at the most: anything longer is another file.
const MOST_BYTES: u64 = 4096;

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyError {
    #[error("cannot read the key `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(
        "`{path}` is no secret key of minisign; make one with `minisign -G`, and name the file that it calls the secret key"
    )]
    NotSecret { path: String },
    #[error(
        "`{path}` holds a public key, and signing needs the secret one; name the other file that `minisign -G` wrote"
    )]
    IsPublic { path: String },
    #[error(
        "the secret key `{path}` is damaged: its two halves do not belong together; take it from your copy"
    )]
    Damaged { path: String },
    #[error("the password does not open the secret key `{path}`; try again, or set {PASSWORD}")]
    Password { path: String },
    #[error(
        "the secret key `{path}` is locked, and there was no password: {cause}; type it, hand it over by standard input, or set {PASSWORD}"
    )]
    NoPassword { path: String, cause: String },
    #[error(
        "the secret key `{path}` asks for more work than this command does to open one; change its password with `minisign -C`"
    )]
    TooMuchWork { path: String },
    #[error(
        "`{given}` is no public key of minisign; name the file `….pub`, or give its second line, which begins with {PUBLIC}"
    )]
    NotPublic { given: String },
}

/// The number of a key. A signature names the key it is of by this; it proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyId(pub(super) [u8; 8]);

impl fmt::Display for KeyId {
    /// As minisign shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016X}", u64::from_le_bytes(self.0))
    }
}

/// What signs.
pub(crate) struct SecretKey {
    pub(super) id: KeyId,
    secret: ed25519::SecretKey,
}

impl SecretKey {
    /// The key in a file. One that is locked asks for its password: in the environment, by standard input, or on the terminal.
    pub(crate) fn open(path: &Path) -> Result<Self, KeyError> {
        let path_said = path.display().to_string();
        let text = short(path)?;
        let line = text.lines().nth(1).unwrap_or_default().trim();
        if line.starts_with(UNLOCKED) {
            let bytes = STANDARD.decode(line).unwrap_or_default();
            return Self::of(&bytes).ok_or(KeyError::Damaged { path: path_said });
        }
        if !line.starts_with(LOCKED) {
            let public = PublicKey::read(line).is_some() || PublicKey::read(text.trim()).is_some();
            return Err(if public {
                KeyError::IsPublic { path: path_said }
            } else {
                KeyError::NotSecret { path: path_said }
            });
        }
        let password = password(&path_said)?;
        let opened = SecretKeyBox::from_string(&text)
            .and_then(|locked| locked.into_secret_key(password))
            .map_err(|error| refused(path_said.clone(), &error))?;
        Self::of(&opened.to_bytes()).ok_or(KeyError::Damaged { path: path_said })
    }

    /// The key in the bytes of an unlocked one: after 54 bytes on how it was locked its number, and then its two halves. That the halves
    /// belong together is worked out: what minisign writes without a password has no sum to compare.
    fn of(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.get(54..)?;
        let (id, rest) = rest.split_first_chunk::<8>()?;
        let (halves, _) = rest.split_first_chunk::<64>()?;
        let secret = ed25519::SecretKey::new(*halves);
        let (seed, _) = halves.split_first_chunk::<32>()?;
        let derived = ed25519::KeyPair::try_from_seed(ed25519::Seed::new(*seed)).ok()?;
        (*derived.sk == *secret).then_some(Self {
            id: KeyId(*id),
            secret,
        })
    }

    /// The signature of some bytes. The same bytes have the same one, so that two builds are alike to the byte.
    pub(super) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        *self.secret.sign(bytes, None)
    }
}

/// What checks a signature.
#[derive(Clone, Debug)]
pub(crate) struct PublicKey {
    pub(super) id: KeyId,
    key: ed25519::PublicKey,
}

impl PublicKey {
    /// The key in a file, or the one that was written out.
    pub(crate) fn of(given: &str) -> Result<Self, KeyError> {
        if let Some(key) = Self::read(given.trim()) {
            return Ok(key);
        }
        let text = short(Path::new(given))?;
        let lines = text.lines().map(str::trim);
        lines
            .filter_map(Self::read)
            .next()
            .ok_or_else(|| KeyError::NotPublic {
                given: given.to_owned(),
            })
    }

    fn read(line: &str) -> Option<Self> {
        let bytes = line
            .starts_with(PUBLIC)
            .then(|| STANDARD.decode(line).ok())
            .flatten()?;
        let (algorithm, rest) = bytes.split_first_chunk::<2>()?;
        let (id, key) = rest.split_first_chunk::<8>()?;
        (*algorithm == PLAIN).then_some(Self {
            id: KeyId(*id),
            key: ed25519::PublicKey::from_slice(key).ok()?,
        })
    }

    /// Whether the bytes are those that were signed.
    pub(super) fn fits(&self, bytes: &[u8], signature: [u8; 64]) -> bool {
        self.key
            .verify(bytes, &ed25519::Signature::new(signature))
            .is_ok()
    }
}

/// A short file, as text.
fn short(path: &Path) -> Result<String, KeyError> {
    let mut text = String::new();
    fs::File::open(path)
        .and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text))
        .map_err(|cause| KeyError::Read {
            path: path.display().to_string(),
            cause,
        })?;
    Ok(text)
}

/// The password, unless somebody is there to type it: `minisign` asks for it then.
fn password(path: &str) -> Result<Option<String>, KeyError> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(Some(password));
    }
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    match io::stdin().read_line(&mut line) {
        Ok(0) => Err(KeyError::NoPassword {
            path: path.to_owned(),
            cause: "standard input is empty".to_owned(),
        }),
        Ok(_) => Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned())),
        Err(cause) => Err(KeyError::NoPassword {
            path: path.to_owned(),
            cause: cause.to_string(),
        }),
    }
}

fn refused(path: String, error: &PError) -> KeyError {
    match error.kind() {
        ErrorKind::Verify => KeyError::Password { path },
        ErrorKind::KDF => KeyError::TooMuchWork { path },
        ErrorKind::Encoding => KeyError::NotSecret { path },
        _ => KeyError::NoPassword {
            path,
            cause: error.to_string(),
        },
    }
}
