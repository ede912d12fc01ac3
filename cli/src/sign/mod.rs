//! `weighup sign` and `weighup verify`: who published a compiled aid, in files that minisign reads and writes. See
//! docs/decisions/0053-signed-aids.md.

mod key;
mod signature;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use weighup_core::aid::Aid;

pub(crate) use self::key::{KeyError, PublicKey, SecretKey};
use self::signature::Signature;
pub(crate) use self::signature::SignatureError;
use crate::print::{self, WriteError};

/// What is put behind the name of a file for its signature.
pub(crate) const ENDING: &str = ".minisig";
/// The list that a build writes beside its aids.
const LIST: &str = "index.json";

/// Sign compiled aids: writes `AID.json.minisig` beside each, for pages that name your key. The key is one that minisign made; it is read
/// and never written.
#[derive(clap::Args)]
pub(crate) struct SignArgs {
    /// The secret key. A locked one asks for its password, or takes it from standard input or from `WEIGHUP_KEY_PASSWORD`.
    #[arg(long)]
    key: PathBuf,
    /// Compiled aids as `weighup build` wrote them, or folders of them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Check the signatures of compiled aids, as a page that names the key does.
#[derive(clap::Args)]
pub(crate) struct VerifyArgs {
    /// A public key that you trust: its file, or its line that begins with RW. Give it again for each further key.
    #[arg(long = "key", required = true)]
    keys: Vec<String>,
    /// Compiled aids, each with its signature beside it, or folders of them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Why nothing was signed, or why it could not be checked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SignError {
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error("there is no compiled aid in `{path}`; name the folder that `weighup build` wrote aids into")]
    None { path: String },
    #[error("`{path}` is no compiled aid: {cause}; name a file that `weighup build` wrote")]
    NoAid { path: String, cause: String },
    #[error("`{path}` is the list of the aids, which no page checks; name the aids, or their folder")]
    List { path: String },
    #[error(
        "`{path}` is not as `weighup build` wrote it, so its hash is not the one on screen; build it again, and sign that"
    )]
    NotAsBuilt { path: String },
    #[error(transparent)]
    Signature(#[from] SignatureError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Runs `weighup sign`. Nothing is written unless every file can be signed.
pub(crate) fn sign(args: &SignArgs) -> Result<ExitCode, SignError> {
    let key = SecretKey::open(&args.key)?;
    let mut made = Vec::new();
    for path in files(&args.files)? {
        let text = read(&path)?;
        let aid = aid_in(&path, &text)?;
        if aid.to_json() != text {
            return Err(SignError::NotAsBuilt {
                path: path.display().to_string(),
            });
        }
        made.push((beside(&path), signed(&key, &aid, &name(&path))?));
    }
    for (path, signature) in &made {
        print::to(Some(path), signature)?;
        print::line(format_args!("{}", path.display()));
    }
    print::line(format_args!("signed with the key {}", key.id));
    Ok(ExitCode::SUCCESS)
}

/// The signature of an aid that is published as `file`, as the text of a file.
pub(crate) fn signed(key: &SecretKey, aid: &Aid, file: &str) -> Result<String, SignatureError> {
    Ok(Signature::new(key, aid, file)?.text())
}

/// Runs `weighup verify`. Each file is told of; one that is not as it was signed makes the whole fail.
pub(crate) fn verify(args: &VerifyArgs) -> Result<ExitCode, SignError> {
    let keys = args
        .keys
        .iter()
        .map(|given| PublicKey::of(given))
        .collect::<Result<Vec<_>, _>>()?;
    let mut wrong = 0_u32;
    for path in files(&args.files)? {
        let text = read(&path)?;
        let Some(signature) = there(&beside(&path))? else {
            eprintln!(
                "weighup: `{}` is not signed: there is no `{}{ENDING}`; sign it with `weighup sign`",
                path.display(),
                name(&path)
            );
            wrong += 1;
            continue;
        };
        match checked(&keys, &path, &text, &signature) {
            Ok((aid, key)) => print::line(format_args!(
                "{}: {} {} in {}, signed with the key {}",
                path.display(),
                aid.id(),
                aid.version(),
                aid.document().language,
                key.id
            )),
            Err(error) => {
                eprintln!("weighup: {error}");
                wrong += 1;
            }
        }
    }
    Ok(ExitCode::from(u8::from(wrong > 0)))
}

/// The aid in a file, once its signature is known to be right, and the key that it is of.
fn checked<'k>(
    keys: &'k [PublicKey],
    path: &Path,
    text: &str,
    signature: &str,
) -> Result<(Aid, &'k PublicKey), SignError> {
    let file = name(path);
    let signature = Signature::read(signature, &file)?;
    // Before anything in it is read further: what nobody vouches for is not worth a reader.
    let key = signature.by(keys, text.as_bytes(), &file)?;
    let aid = aid_in(path, text)?;
    signature.is_about(&aid, &file)?;
    Ok((aid, key))
}

fn aid_in(path: &Path, text: &str) -> Result<Aid, SignError> {
    let said = path.display().to_string();
    if path.file_name().is_some_and(|name| name == LIST) {
        return Err(SignError::List { path: said });
    }
    Aid::from_json(text).map_err(|cause| SignError::NoAid {
        path: said,
        cause: cause.to_string(),
    })
}

/// The files that were named, and those of named folders in order of name.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, SignError> {
    let mut found = Vec::new();
    for path in named {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let cannot = |cause| SignError::Read {
            path: path.display().to_string(),
            cause,
        };
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(cannot)? {
            let file = entry.map_err(cannot)?.path();
            if file.extension().is_some_and(|ending| ending == "json")
                && file.file_name().is_some_and(|name| name != LIST)
            {
                inside.push(file);
            }
        }
        if inside.is_empty() {
            return Err(SignError::None {
                path: path.display().to_string(),
            });
        }
        inside.sort();
        found.append(&mut inside);
    }
    Ok(found)
}

fn read(path: &Path) -> Result<String, SignError> {
    fs::read_to_string(path).map_err(|cause| SignError::Read {
        path: path.display().to_string(),
        cause,
    })
}

/// The text of a file, or nothing where there is none.
fn there(path: &Path) -> Result<Option<String>, SignError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(SignError::Read {
            path: path.display().to_string(),
            cause,
        }),
    }
}

/// Where the signature of a file is.
fn beside(path: &Path) -> PathBuf {
    path.with_file_name(name(path) + ENDING)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
