//! Identifiers, one type for each kind of thing so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::format::{At, Form, Found, Key, Node, Out, wrong};

/// Why a string is not an identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{value}` is not an identifier: use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit"
)]
pub struct IdError {
    /// The string.
    pub value: String,
}

/// The version of an aid is three numbers with dots between them: whatever says that it has one cannot hold anything else there.
pub(crate) fn is_version(version: &str) -> bool {
    let number = |part: &str| (1..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    version.split('.').count() == 3 && version.split('.').all(number)
}

/// Whether a text has the shape of an identifier.
pub(crate) fn is_identifier(text: &str) -> bool {
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 64 && !text.starts_with('-') && text.chars().all(shape)
}

fn checked(value: String) -> Result<String, IdError> {
    if is_identifier(&value) {
        Ok(value)
    } else {
        Err(IdError { value })
    }
}

fn checked_form(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<String> {
    let id = checked(String::read(node, at, found)?).ok();
    if id.is_none() {
        wrong(found, at, node, "an identifier");
    }
    id
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
        pub struct $name(String);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(value: String) -> Result<Self, IdError> {
                checked(value).map(Self)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = IdError;
            fn try_from(value: &str) -> Result<Self, IdError> {
                checked(value.to_owned()).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl Form for $name {
            const WANTED: Option<&'static str> = String::WANTED;

            fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
                checked_form(node, at, found).map(Self)
            }

            /// No identifier: what it stands in was reported and is thrown away.
            fn stand_in() -> Self {
                Self(String::new())
            }

            fn write(&self, out: &mut Out) {
                out.text(&self.0);
            }
        }

        impl Key for $name {
            fn of(name: &str) -> Option<Self> {
                Self::try_from(name).ok()
            }

            fn name(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Identifies an option.
    OptionId;
    /// Identifies an outcome.
    OutcomeId;
    /// Identifies a point in time, such as `12y`.
    HorizonId;
    /// Identifies a group of people.
    ReferenceClassId;
    /// Identifies a source.
    SourceId;
    /// Identifies a question of an aid about the facts.
    QuestionId;
    /// Identifies a questionnaire.
    MeasureId;
}

impl HorizonId {
    /// What the whole time that a duration lasts is called. No point in time of an aid may be called this.
    pub const WHOLE: &str = "from-start-to-end";

    /// Of the whole time that a duration lasts.
    #[must_use]
    pub fn whole() -> Self {
        Self(Self::WHOLE.to_owned())
    }
}
