//! What an address says: which kind of store, where it is, and what in it is meant.

use super::StoreError;

/// What speaks at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreKind {
    /// Amazon S3, and whatever speaks as it does.
    S3,
    /// Google Cloud Storage.
    Google,
    /// Azure Blob Storage.
    Azure,
    /// A server of files, whose folders can be listed where it speaks WebDAV.
    Web,
}

/// An address, held to what may stand in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What speaks there.
    pub kind: StoreKind,
    /// The store: the part before its names.
    pub root: String,
    /// What is meant in it: a name, a folder or a pattern.
    pub inside: String,
}

/// Whether a text of the command line is an address and no path.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// A kind of store that is not read, a key or a password in it, or one that would travel unencrypted.
    pub fn read(text: &str) -> Result<Self, StoreError> {
        let (scheme, rest) = text.split_once("://").unwrap_or_default();
        let (host, inside) = rest.split_once('/').unwrap_or((rest, ""));
        let root = format!("{scheme}://{host}");
        let kind = match scheme {
            "s3" | "s3a" => StoreKind::S3,
            "gs" => StoreKind::Google,
            "az" | "abfs" | "abfss" => StoreKind::Azure,
            "https" | "http" => StoreKind::Web,
            _ => return Err(StoreError::Kind(scheme.to_owned())),
        };
        // Where Azure's account is named, the container stands before `@`, and no password does.
        let user = host.split_once('@').map(|(user, _)| user);
        let secret_user = user.is_some_and(|user| kind != StoreKind::Azure || user.contains(':'));
        let query = inside.split_once('?').map(|(_, query)| query);
        let secret_query = query.is_some_and(|query| kind == StoreKind::Web || query.contains('='));
        if secret_user || secret_query {
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            return Err(StoreError::Secret(format!("{scheme}://{host}/…")));
        }
        if host.is_empty() {
            return Err(StoreError::Nowhere(text.to_owned()));
        }
        if scheme == "http" && !of_this_machine(host) {
            return Err(StoreError::Plain(root));
        }
        Ok(Self {
            kind,
            root,
            inside: inside.to_owned(),
        })
    }

    /// Where the names that it means begin to differ, or nothing where it is no pattern.
    #[must_use]
    pub fn wildcard(&self) -> Option<usize> {
        self.inside.find(['*', '?', '['])
    }

    /// As it was written.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.inside.is_empty() {
            self.root.clone()
        } else {
            format!("{}/{}", self.root, self.inside)
        }
    }
}

fn of_this_machine(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next(),
        None => host.split(':').next(),
    };
    matches!(name, Some("127.0.0.1" | "::1" | "localhost"))
}

#[cfg(test)]
mod tests {
    use super::{Address, StoreError, StoreKind, is_address};

    #[test]
    fn paths_are_no_addresses() {
        for path in [
            "given",
            "/srv/given",
            "C:\\given",
            "C://given",
            "./s3:/given",
            "a b://c",
        ] {
            assert!(!is_address(path), "{path}");
        }
        for address in [
            "s3://bucket",
            "https://host/given/",
            "ftp://host",
            "abfss://c@a.dfs.core.windows.net/x",
        ] {
            assert!(is_address(address), "{address}");
        }
    }

    #[test]
    fn an_address_is_a_store_and_what_is_meant_in_it() {
        let read = |text: &str| Address::read(text).unwrap();
        let given = read("s3://trust-given/2026/*.jsonl");
        assert_eq!((given.kind, &*given.root), (StoreKind::S3, "s3://trust-given"));
        assert_eq!((&*given.inside, given.wildcard()), ("2026/*.jsonl", Some(5)));
        assert_eq!(given.whole(), "s3://trust-given/2026/*.jsonl");
        assert_eq!(read("gs://bucket").whole(), "gs://bucket");
        assert_eq!(read("az://container/a?.jsonl").kind, StoreKind::Azure);
        let named = read("abfss://given@account.dfs.core.windows.net/2026/");
        assert_eq!(named.root, "abfss://given@account.dfs.core.windows.net");
        for own in [
            "http://127.0.0.1:9000/a",
            "http://localhost/a",
            "http://[::1]:80/a",
        ] {
            assert_eq!(read(own).kind, StoreKind::Web, "{own}");
        }
    }

    #[test]
    fn what_opens_a_door_is_refused_and_never_repeated() {
        for text in [
            "https://anna:letmein@host/given/a.jsonl",
            "https://host/given/a.jsonl?sig=letmein",
            "https://host/given/a.jsonl?letmein",
            "s3://letmein@host/given",
            "s3://host/given?X-Amz-Signature=letmein",
            "abfss://given:letmein@host/2026/",
            "https://host/a?b@letmein",
        ] {
            let error = Address::read(text).unwrap_err();
            assert!(matches!(error, StoreError::Secret(_)), "{text}");
            let said = error.to_string();
            assert!(said.contains("host/…") && !said.contains("letmein"), "{said}");
        }
    }

    #[test]
    fn other_kinds_and_unencrypted_ones_are_refused() {
        assert!(matches!(Address::read("ftp://host/a"), Err(StoreError::Kind(kind)) if kind == "ftp"));
        assert!(matches!(
            Address::read("http://host/a"),
            Err(StoreError::Plain(_))
        ));
        assert!(matches!(
            Address::read("http://127.0.0.1.evil.example/a"),
            Err(StoreError::Plain(_))
        ));
        assert!(matches!(Address::read("s3:///a"), Err(StoreError::Nowhere(_))));
    }
}
