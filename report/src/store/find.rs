//! From an address to the objects it means, by the rules that folders, patterns and files on a disk have.

use std::sync::Arc;

use futures_util::TryStreamExt;
use glob::{MatchOptions, Pattern};
use object_store::path::Path as Key;
use object_store::{GetOptions, ObjectMeta, ObjectStore};

use super::error::meaning;
use super::{Address, StoreError, StoreKind, StoredObject, connect};
use crate::take::{is_answers, is_own_count};

/// A star stands for a part of a name and never for a folder, as in a pattern of files.
const MATCHING: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// Finds what an address means, and how many objects of other kinds are in the folders it means.
pub(crate) async fn find(address: &Address) -> Result<(Vec<StoredObject>, u64), StoreError> {
    let finding = Finding {
        store: connect::open(address).await?,
        address,
    };
    match address.wildcard() {
        Some(first) => finding.pattern(first).await,
        None => finding.named().await,
    }
}

struct Finding<'a> {
    store: Arc<dyn ObjectStore>,
    address: &'a Address,
}

impl Finding<'_> {
    fn key(&self, name: &str) -> Result<Key, StoreError> {
        // A browser writes what is unusual in a name as `%20` and the like; in a bucket a name is what it is.
        let key = match self.address.kind {
            StoreKind::Web => Key::from_url_path(name),
            _ => Key::parse(name),
        };
        key.map_err(|_| StoreError::Name(self.address.whole()))
    }

    fn object(&self, meta: ObjectMeta) -> StoredObject {
        let shown = |character: char| if character.is_control() { '?' } else { character };
        StoredObject {
            store: Arc::clone(&self.store),
            address: format!("{}/{}", self.address.root, meta.location)
                .chars()
                .map(shown)
                .collect(),
            key: meta.location,
            size: meta.size,
            version: meta.e_tag,
            kind: self.address.kind,
        }
    }

    /// One object, or everything in a folder.
    async fn named(&self) -> Result<(Vec<StoredObject>, u64), StoreError> {
        let name = &self.address.inside;
        let key = self.key(name)?;
        let may_be_one = !name.is_empty() && !name.ends_with('/');
        if may_be_one
            && is_answers(name)
            && let Some(object) = self.one(&key).await?
        {
            return Ok((vec![object], 0));
        }
        let mut found = Vec::new();
        let mut passed_over = 0;
        for meta in self.list(&key).await? {
            self.in_folder(meta, &mut found, &mut passed_over);
        }
        if found.is_empty() && may_be_one && !is_answers(name) {
            found.extend(self.one(&key).await?);
        }
        Ok((found, passed_over))
    }

    /// Whatever matches, and everything in folders that match.
    async fn pattern(&self, first: usize) -> Result<(Vec<StoredObject>, u64), StoreError> {
        let text = self.address.inside.trim_end_matches('/');
        let wrong = || StoreError::Name(self.address.whole());
        let pattern = Pattern::new(text).map_err(|_| wrong())?;
        let before = self.address.inside.get(..first).unwrap_or_default();
        let folder = before.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Vec::new();
        let mut passed_over = 0;
        for meta in self.list(&self.key(folder)?).await? {
            let name = meta.location.as_ref();
            if pattern.matches_with(name, MATCHING) {
                found.push(self.object(meta));
            } else if folders(name).any(|folder| pattern.matches_with(folder, MATCHING)) {
                self.in_folder(meta, &mut found, &mut passed_over);
            }
        }
        Ok((found, passed_over))
    }

    fn in_folder(&self, meta: ObjectMeta, found: &mut Vec<StoredObject>, passed_over: &mut u64) {
        let name = meta.location.as_ref();
        if is_answers(name) {
            found.push(self.object(meta));
        } else if meta.size > 0 && !is_own_count(name) {
            // An empty object is how some tools keep a folder.
            *passed_over += 1;
        }
    }

    async fn one(&self, key: &Key) -> Result<Option<StoredObject>, StoreError> {
        let options = GetOptions {
            head: true,
            ..GetOptions::default()
        };
        match self.store.get_opts(key, options).await {
            Ok(got) => Ok(Some(self.object(got.meta))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(meaning(self.address.kind, &self.address.whole(), &error)),
        }
    }

    async fn list(&self, folder: &Key) -> Result<Vec<ObjectMeta>, StoreError> {
        let folder = Some(folder).filter(|folder| !folder.as_ref().is_empty());
        let listed = self.store.list(folder).try_collect().await;
        listed.map_err(|error| meaning(self.address.kind, &self.address.whole(), &error))
    }
}

/// The folders that a name stands in.
fn folders(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').filter_map(|(end, _)| name.get(..end))
}
