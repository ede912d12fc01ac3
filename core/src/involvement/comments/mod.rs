//! Comments on an aid: one file a reviewer, as a collection of W3C Web Annotations (2017).
//!
//! A comment says which aid it is about (id, version, hash of the content), where in it (a path in the aid) and which words it was
//! about. So it finds its place again in a later version, and nothing of it is lost where it does not.

mod answers;
mod figures;
mod merge;
mod places;
mod read;
mod write;

use crate::authoring::HeardAs;

pub use answers::{
    AnswerState, CommentAnswer, CommentAnswers, Responded, append_answers, read_answers, said_of,
    settle_answers,
};
pub(super) use figures::row_of;
pub use merge::{Disagreement, Found, Merged, PlacedComment, merge};
pub use places::{AidPlace, AidPlaces, AidSection};
pub(super) use read::AID as SOURCE;
pub use read::read_comments;
pub use write::write_comments;

/// Comments of one round that are read at once. More are refused before anything is written.
pub const MOST_COMMENTS: usize = 100_000;

/// Bytes of one file of comments. A thousand long comments take one.
pub const MOST_COMMENT_BYTES: usize = 50_000_000;

/// The comments of one reviewer on one aid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentFile {
    /// The file's name.
    pub file: String,
    /// Which aid, and which version of it.
    pub about: Commented,
    /// Who comments.
    pub reviewer: CommentedBy,
    /// Nobody commented: the file is an example.
    pub example: bool,
    /// The comments, in the file's order.
    pub comments: Vec<Comment>,
}

/// The aid that was commented on, as the reviewer saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commented {
    /// Its id.
    pub aid: String,
    /// Its version.
    pub version: String,
    /// Hash of its content, in hex.
    pub content: String,
    /// Its language.
    pub language: String,
}

/// Who comments: a group and a role in their own words. A name only when they wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentedBy {
    /// As whom.
    pub kind: HeardAs,
    /// Their role in their own words: "a grandmother".
    pub role: String,
    /// The organisation they speak for.
    pub organisation: Option<String>,
    /// Their name.
    pub name: Option<String>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Identifier, unlike any other.
    pub id: String,
    /// Path in the aid: "option.wait.risks.0", "outcome.itch".
    pub place: String,
    /// The words it is about.
    pub quote: Option<String>,
    /// What it does.
    pub purpose: CommentPurpose,
    /// What they wrote; may be empty beside a yes or no.
    pub text: String,
    /// The question that was asked, where it answers one.
    pub question: Option<String>,
    /// Yes or no to it.
    pub yes: Option<bool>,
}

/// What a comment does, in the words of the Web Annotation vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentPurpose {
    /// It remarks.
    Commenting,
    /// It asks.
    Questioning,
    /// It suggests other words.
    Editing,
    /// It answers a question of the author.
    Assessing,
}

impl CommentPurpose {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Commenting,
        Self::Questioning,
        Self::Editing,
        Self::Assessing,
    ];

    /// The word of the vocabulary.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Commenting => "commenting",
            Self::Questioning => "questioning",
            Self::Editing => "editing",
            Self::Assessing => "assessing",
        }
    }
}

/// Why comments were not read, or not as they stand. None of it changes a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommentProblem {
    /// A file that is too large.
    #[error(
        "`{file}` has {bytes} bytes, and the most is {MOST_COMMENT_BYTES}; give the reviewers' files one by one"
    )]
    TooLarge {
        /// The file.
        file: String,
        /// How large.
        bytes: usize,
    },
    /// A file that is not JSON.
    #[error("`{file}` is not JSON ({why}); ask for the file as it was saved")]
    NotJson {
        /// The file.
        file: String,
        /// What the parser says.
        why: String,
    },
    /// A link that holds no file of comments.
    #[error("`{file}`: {why}")]
    Link {
        /// The file that it stands in, and which link.
        file: String,
        /// What is wrong, and what to do.
        why: String,
    },
    /// JSON of another program.
    #[error("`{file}` is no file of comments on a decision aid: {found}; it may be of another program")]
    OtherProgram {
        /// The file.
        file: String,
        /// What it is instead.
        found: String,
    },
    /// Comments on another aid.
    #[error("`{file}` has comments on `{found}`, and this is `{aid}`; merge it with its own aid")]
    OtherAid {
        /// The file.
        file: String,
        /// Its aid.
        found: String,
        /// The aid at hand.
        aid: String,
    },
    /// Comments in a language the aid is not in.
    #[error(
        "`{file}` has comments on `{aid}` in `{language}`, and there is no such translation beside it; add it, or leave the file out"
    )]
    OtherLanguage {
        /// The file.
        file: String,
        /// The aid.
        aid: String,
        /// Its language.
        language: String,
    },
    /// A comment that is not whole.
    #[error("`{file}`, comment {number}: {what}; the others are read")]
    Broken {
        /// The file.
        file: String,
        /// Its place in the file, from 1.
        number: usize,
        /// What is wrong.
        what: String,
    },
    /// Two different comments with one identifier.
    #[error("`{file}`: another comment is called `{id}` too; it is kept as `{renamed}`")]
    SameId {
        /// The file.
        file: String,
        /// The identifier.
        id: String,
        /// What it is called now.
        renamed: String,
    },
    /// A file that was given twice.
    #[error("`{file}` has {count} comments that `{first}` has word for word; they are counted once")]
    Twice {
        /// The file.
        file: String,
        /// The file that has them too.
        first: String,
        /// How many.
        count: usize,
    },
    /// More comments than are read at once.
    #[error(
        "there are {count} comments, and at most {MOST_COMMENTS} are read at once; merge some of the files first"
    )]
    TooMany {
        /// How many.
        count: usize,
    },
}
