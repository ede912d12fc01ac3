//! Sets and maps that are sorted lists: a person gives tens of answers, not thousands.
//!
//! They do here what the standard library's trees do, in a fifth of the code that each of those types adds to what a phone
//! downloads.

use serde::Serialize;

use crate::format::{At, Form, Found, Key, Node, Out, TABLE, entries};

/// A set in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

/// A map in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Set<T> {
    /// Whether it is in the set.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.0.contains(item)
    }

    /// Puts it in; `false` when it was in already.
    pub fn insert(&mut self, item: T) -> bool {
        if self.contains(&item) {
            return false;
        }
        let at = self.0.iter().take_while(|known| **known < item).count();
        self.0.insert(at, item);
        true
    }

    /// Takes it out; `false` when it was not in.
    pub fn remove(&mut self, item: &T) -> bool {
        let before = self.0.len();
        self.0.retain(|known| known != item);
        self.0.len() < before
    }

    /// Keeps what a test says.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<T> Set<T> {
    /// What is in it, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> Map<K, V> {
    /// What stands under a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// Puts a value under a key, in place of what stood there.
    pub fn insert(&mut self, key: K, value: V) {
        self.remove(&key);
        let at = self.0.iter().take_while(|(known, _)| *known < key).count();
        self.0.insert(at, (key, value));
    }

    /// Takes away what stands under a key.
    pub fn remove(&mut self, key: &K) {
        self.0.retain(|(known, _)| known != key);
    }

    /// Keeps what a test says.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }
}

impl<K, V> Map<K, V> {
    /// The values, to change.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Keys and values, in the order of the keys.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Ord> From<Vec<T>> for Set<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T> From<Set<T>> for Vec<T> {
    fn from(set: Set<T>) -> Self {
        set.0
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::default();
        for item in items {
            set.insert(item);
        }
        set
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::default();
        for (key, value) in items {
            map.insert(key, value);
        }
        map
    }
}

impl<'s, T> IntoIterator for &'s Set<T> {
    type Item = &'s T;
    type IntoIter = std::slice::Iter<'s, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<T: Serialize> Serialize for Set<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Form + Ord> Form for Set<T> {
    const WANTED: Option<&'static str> = Vec::<T>::WANTED;

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        Vec::read(node, at, found).map(Self::from)
    }

    fn stand_in() -> Self {
        Self::default()
    }

    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }
}

impl<K: Key + Ord, V: Form> Form for Map<K, V> {
    const WANTED: Option<&'static str> = Some(TABLE);

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        let mut map = Self::default();
        entries(node, at, found, |key, value| map.insert(key, value));
        Some(map)
    }

    fn stand_in() -> Self {
        Self::default()
    }

    fn write(&self, out: &mut Out) {
        out.open('{');
        for (key, value) in self.iter() {
            value.write(out.key(key.name()));
        }
        out.close('}');
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::format::{json, written};

    proptest! {
        /// They do what the standard library's do.
        #[test]
        fn like_the_standard_ones(steps in prop::collection::vec((0..8u8, any::<bool>()), 0..40)) {
            let (mut set, mut theirs) = (Set::default(), BTreeSet::new());
            let (mut map, mut their_map) = (Map::<String, u32>::default(), BTreeMap::new());
            for (at, (item, put)) in (0..).zip(steps) {
                if put {
                    prop_assert_eq!(set.insert(item), theirs.insert(item));
                    map.insert(item.to_string(), at);
                    their_map.insert(item.to_string(), at);
                } else {
                    prop_assert_eq!(set.remove(&item), theirs.remove(&item));
                    map.remove(&item.to_string());
                    their_map.remove(&item.to_string());
                }
            }
            prop_assert!(set.iter().eq(theirs.iter()));
            prop_assert!(map.iter().map(|(k, v)| (k, v)).eq(their_map.iter()));
            let both = (set, map);
            let theirs = serde_json::to_string(&(theirs, their_map)).expect("JSON");
            prop_assert_eq!(&serde_json::to_string(&both).expect("JSON"), &theirs);
            prop_assert_eq!(&written(&both), &theirs);
            let (found, node) = (Found::default(), json::parse(&theirs).expect("JSON"));
            let again: Option<(Set<u8>, Map<String, u32>)> = Form::read(&node, &At::ROOT, &found);
            prop_assert!(found.is_sound());
            prop_assert_eq!(again, Some(both));
        }
    }
}
