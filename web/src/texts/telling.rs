//! Texts that say what did not happen, and what else a person can do.

type Text = &'static str;

catalogue! {
    /// What did not happen.
    Told {
        /// The browser keeps nothing.
        keep_refused: Text,
        /// Keeping was ended in another window.
        keep_ended: Text,
        /// Another window keeps other answers.
        keep_other: Text,
        /// What is kept could not be opened.
        keep_unread: Text,
        /// Answers were handed over as a file.
        file_answers: Text,
        /// A picture was.
        file_picture: Text,
        /// There is no picture.
        no_picture: Text,
        /// The second window does not answer.
        second_silent: Text,
        /// The first window does not answer.
        first_silent: Text,
    }
}
