//! Made with people: what a board reads about who was heard, and comments on a draft until they are answered.
//!
//! Only for authors and those who answer for an aid; a browser never has it.

mod board;
mod comments;
mod form;
mod review;

pub use board::{BoardAid, BoardGoal, BoardPoint, BoardPopulation, board};
pub use comments::{
    AidPlace, AidPlaces, AidSection, AnswerState, Comment, CommentAnswer, CommentAnswers, CommentFile,
    CommentProblem, CommentPurpose, Commented, CommentedBy, Disagreement, Found, MOST_COMMENT_BYTES,
    MOST_COMMENTS, Merged, PlacedComment, Responded, append_answers, merge, read_answers, read_comments,
    said_of, settle_answers, write_comments,
};
pub use form::{FORM_QUESTIONS, PaperForm, TypedForm, TypedPart, paper_form, typed_comments, typed_template};
pub use review::{
    MOST_ON_A_PAGE, ReviewAsk, ReviewAskSaid, ReviewAsks, read_asks, review_asks_schema, review_page_data,
    review_without_script,
};
