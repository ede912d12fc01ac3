//! A small map that keeps its order, so that results come out in the order of the problem.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Most ids of one map that is read: eight times the outcomes and the options that are worked out.
pub(crate) const MOST_IDS: usize = 512;

/// Values by id, in order. Ids are few, so looking one up goes through them all.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<T>(Vec<(String, T)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ById<T> {
    /// The value of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(k, _)| k == id).map(|(_, v)| v)
    }

    /// Ids and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(k, v)| (k.as_str(), v))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a value at the end. The id must be new: an id given twice keeps its first value.
    pub fn push(&mut self, id: impl Into<String>, value: T) {
        let id = id.into();
        if self.get(&id).is_none() {
            self.0.push((id, value));
        }
    }

    /// Pairs ids with values in order.
    pub(crate) fn zip<'a>(
        ids: impl IntoIterator<Item = &'a str>,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        Self(ids.into_iter().map(str::to_owned).zip(values).collect())
    }
}

impl<T, K: Into<String>> FromIterator<(K, T)> for ById<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(items: I) -> Self {
        let mut out = Self::default();
        for (k, v) in items {
            out.push(k, v);
        }
        out
    }
}

impl<T, K: Into<String>, const N: usize> From<[(K, T); N]> for ById<T> {
    fn from(items: [(K, T); N]) -> Self {
        items.into_iter().collect()
    }
}

#[expect(
    clippy::panic,
    reason = "indexing with an id that is not there is a mistake in the calling code, as for any map"
)]
impl<T> Index<&str> for ById<T> {
    type Output = T;

    /// # Panics
    /// When there is no such id; [`ById::get`] does not.
    fn index(&self, id: &str) -> &T {
        match self.get(id) {
            Some(v) => v,
            None => panic!("no such id"),
        }
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (k, v) in &self.0 {
            map.serialize_entry(k, v)?;
        }
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = ById<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object keyed by id")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut out = ById::default();
                while let Some(id) = map.next_key::<String>()? {
                    if out.0.len() == MOST_IDS {
                        return Err(A::Error::custom(format_args!(
                            "there are more than {MOST_IDS} entries, which is the most: look for what was pasted too often"
                        )));
                    }
                    if out.get(&id).is_some() {
                        return Err(A::Error::custom(format_args!(
                            "`{id}` is given twice: give it once"
                        )));
                    }
                    let value = map.next_value()?;
                    out.0.push((id, value));
                }
                Ok(out)
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}
