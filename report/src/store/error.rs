//! Why nothing could be read from a store. Never with what the store said: its answers name keys and what was signed with them.

use std::error::Error;
use std::io;

use object_store::client::{HttpError, HttpErrorKind};

use super::StoreKind;

/// What is wrong with an address, or with what stands there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A kind of address that is not read.
    #[error(
        "addresses that begin with `{0}://` are not read; name s3://, gs://, az:// or https://, or copy the files here"
    )]
    Kind(String),
    /// Nothing between the slashes.
    #[error("`{0}` names no store; write it as s3://bucket/folder/ or https://host/folder/")]
    Nowhere(String),
    /// A key or a password stands in the address.
    #[error(
        "the address `{0}` has a key, a password or a query in it, which other people on this machine can see; set credentials in the environment, as docs/measuring.md says"
    )]
    Secret(String),
    /// Answers of people would travel unencrypted.
    #[error("`{0}` is not encrypted on its way, and people's answers would be read there; use https://")]
    Plain(String),
    /// The store is not there.
    #[error(
        "there is no bucket or container at `{0}`; check its name, and the account or region in the environment"
    )]
    NoBucket(String),
    /// The store shows it to others.
    #[error(
        "the store does not let these credentials read `{0}`; ask whoever keeps it for the right to list and to read"
    )]
    Refused(String),
    /// Nothing in the environment opens it.
    #[error("no credentials for `{address}`: {hint}; docs/measuring.md says what is looked at")]
    NoCredentials {
        /// Where.
        address: String,
        /// What could be set.
        hint: &'static str,
    },
    /// Nothing answers.
    #[error(
        "`{0}` cannot be reached; check the name, the network, and the proxy or endpoint in the environment"
    )]
    Unreachable(String),
    /// The store is in another region.
    #[error("`{0}` is in another region than the one that was asked; set AWS_REGION to it")]
    Region(String),
    /// The object ended early.
    #[error("of `{address}` {got} of {size} bytes came, and then the store stopped; run the report again")]
    Half {
        /// Which.
        address: String,
        /// Bytes that came.
        got: u64,
        /// Bytes that there should be.
        size: u64,
    },
    /// It is another than the one that was found.
    #[error("`{0}` changed while it was read; run the report again when nobody writes to it")]
    Changed(String),
    /// It went between the moment when it was found and the moment when it was read.
    #[error("`{0}` is gone; run the report again when nobody moves what is there")]
    Gone(String),
    /// A server of files without WebDAV.
    #[error("the server of `{0}` does not list what is in a folder; name each file by its address")]
    NoFolders(String),
    /// Any other status.
    #[error(
        "`{address}` was answered with status {status}; try again later, or show this to whoever keeps the store"
    )]
    Status {
        /// Where.
        address: String,
        /// What came.
        status: u16,
    },
    /// An answer that is no answer of such a store.
    #[error(
        "what answers at `{0}` does not speak as such a store does; check the address, and the endpoint in the environment"
    )]
    Speech(String),
    /// A name with a part that no path can have.
    #[error("`{0}` has an empty part, `.` or `..` in it, which cannot be read; name other files")]
    Name(String),
    /// What is set in the environment does not fit together.
    #[error(
        "what is set in the environment does not open `{address}`: {hint}; docs/measuring.md says what is looked at"
    )]
    Settings {
        /// Where.
        address: String,
        /// What could be set.
        hint: &'static str,
    },
    /// What was fetched could not be kept.
    #[error(
        "cannot keep what was fetched of `{address}`: {cause}; check that there is room, or name another folder with --scratch"
    )]
    Room {
        /// Which.
        address: String,
        /// What the system says.
        cause: io::Error,
    },
    /// The machine gives no threads.
    #[error("the machine gave no threads to wait for a store: {0}; close other programs")]
    Threads(io::Error),
}

/// What to set for a kind of store.
pub(super) fn hint(kind: StoreKind) -> &'static str {
    match kind {
        StoreKind::S3 => {
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run where a role gives them; for a bucket that everybody may read, AWS_SKIP_SIGNATURE=true"
        }
        StoreKind::Google => {
            "set GOOGLE_APPLICATION_CREDENTIALS to a file of credentials, sign in with gcloud, or run where a role gives them"
        }
        StoreKind::Azure => {
            "set AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY, AZURE_STORAGE_SAS_TOKEN or AZURE_USE_AZURE_CLI=true, or run where a role gives them"
        }
        StoreKind::Web => {
            "this server asks for some, which are not given to a plain server; copy the files here"
        }
    }
}

/// What an error of the library means for whoever asked.
pub(super) fn meaning(kind: StoreKind, address: &str, error: &object_store::Error) -> StoreError {
    let at = || address.to_owned();
    match error {
        // A bucket that is not there is told apart by the name of the mistake in the answer.
        object_store::Error::NotFound { .. } if names_no_bucket(error) => StoreError::NoBucket(at()),
        object_store::Error::NotFound { .. } => StoreError::Gone(at()),
        object_store::Error::PermissionDenied { .. } => StoreError::Refused(at()),
        object_store::Error::Unauthenticated { .. } => of_status(kind, address, 401, error),
        object_store::Error::Precondition { .. } => StoreError::Changed(at()),
        object_store::Error::InvalidPath { .. } => StoreError::Name(at()),
        _ => match (status(error), connection(error)) {
            (Some(status), _) => of_status(kind, address, status, error),
            (None, Some(HttpErrorKind::Decode | HttpErrorKind::Unknown)) => StoreError::Speech(at()),
            (None, Some(_)) => StoreError::Unreachable(at()),
            (None, None) if error.to_string().contains("without LOCATION") => StoreError::Region(at()),
            (None, None) => StoreError::Speech(at()),
        },
    }
}

fn of_status(kind: StoreKind, address: &str, status: u16, error: &object_store::Error) -> StoreError {
    let address = address.to_owned();
    match status {
        401 => StoreError::NoCredentials {
            address,
            hint: hint(kind),
        },
        403 => StoreError::Refused(address),
        404 if kind != StoreKind::Web || names_no_bucket(error) => StoreError::NoBucket(address),
        404 => StoreError::Gone(address),
        405 | 501 if kind == StoreKind::Web => StoreError::NoFolders(address),
        _ => StoreError::Status { address, status },
    }
}

fn names_no_bucket(error: &object_store::Error) -> bool {
    let said = error.to_string();
    ["NoSuchBucket", "ContainerNotFound"]
        .iter()
        .any(|name| said.contains(name))
}

/// The status that a store answered with. The library keeps it in its sentence alone.
fn status(error: &object_store::Error) -> Option<u16> {
    let said = error.to_string();
    let (_, behind) = said.split_once("status code: ")?;
    behind.get(..3)?.parse().ok()
}

/// What went wrong with the connection, where that is what went wrong.
pub(super) fn connection(error: &(dyn Error + 'static)) -> Option<HttpErrorKind> {
    let mut error = Some(error);
    while let Some(this) = error {
        if let Some(http) = this.downcast_ref::<HttpError>() {
            return Some(http.kind());
        }
        error = this.source();
    }
    None
}
