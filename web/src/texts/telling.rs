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
        /// "You can write {n} more characters before the page is full."
        room_left: Text,
        /// "{n} characters more than fit on one page. All of it is kept."
        room_over: Text,
        /// "{n} characters more than can be kept."
        room_none: Text,
        /// "You can add {n} more."
        places_left: Text,
        /// Nothing more can be added to this list.
        places_none: Text,
    }
}
