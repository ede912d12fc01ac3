//! Texts of Ready, Decide, the summary, the panel, large type, keeping answers, pages.

use super::Headed;

type Text = &'static str;

catalogue! {
    /// Ready?
    Ready {
        /// Over the prompts.
        prompts: Text,
        /// Labels of [`Prompt`].
        prompt: [Text; 5],
        /// Fine.
        fine: Text,
        /// Not yet.
        not_yet: Text,
        /// The aid's own questions.
        understanding: Headed,
        /// That is the answer.
        yes: Text,
        /// It is another answer.
        another: Text,
        /// Questions one could ask.
        questions: Text,
        /// Own questions.
        own_questions: Headed,
    }
    /// Decide together.
    Decide {
        /// Where the decision stands.
        leaning: Headed,
        /// Over a question about the choice and what matters.
        ask: Text,
        /// How sure.
        sure: Text,
        /// Labels of [`Sure`].
        sures: [Text; 4],
        /// Who does what.
        actions: Text,
        /// For each of [`Presence`].
        sides: [Text; 3],
        /// What is to be done: "{who}: …".
        what: Text,
        /// By when.
        when: Text,
        /// Add.
        add: Text,
        /// "Take away: {words}".
        remove: Text,
        /// "By when: {when}".
        by_when: Text,
        /// When to look again.
        review: Headed,
        /// Neither consent nor final.
        consent: Text,
    }
    /// Summary.
    Summary {
        /// Print.
        print: Text,
        /// Copy.
        copy: Text,
        /// Copied.
        copied: Text,
        /// Copying did not work.
        copy_by_hand: Text,
        /// Printing did not.
        unprinted: Text,
        /// Where the decision stands, on the page.
        now: Text,
        /// How sure.
        sure: Text,
        /// Reservations.
        reservations: Text,
        /// Who does what.
        actions: Text,
        /// "Look at this again on {day}.".
        review_on: Text,
        /// What to look at again.
        not_yet: Text,
        /// Change your mind.
        change: Headed,
        /// My own words.
        words: Text,
        /// What matters most.
        weighed: Text,
        /// Limits.
        limits: Text,
        /// How the options fit.
        fit: Text,
        /// Figures.
        figures: Text,
        /// Not known.
        not_known: Text,
        /// Questions.
        questions: Text,
        /// Support.
        support: Text,
        /// Sources.
        sources: Text,
        /// Who was here.
        present: Text,
        /// Stage.
        stage: Text,
        /// Nothing written.
        nothing: Text,
        /// Start again.
        again: Headed,
        /// Yes, clear everything.
        again_yes: Text,
        /// No.
        again_no: Text,
        /// Keep.
        keep: Headed,
    }
    /// The health professional's panel.
    Panel {
        /// Name of the panel.
        title: Text,
        /// What the person said.
        said: Text,
        /// They have said nothing yet.
        nothing: Text,
        /// What to talk about.
        agenda: Headed,
        /// A topic of the person's.
        topic: Text,
        /// The same of the professional's.
        own_topic: Text,
        /// Add a topic for the person.
        add: Text,
        /// Add one of the professional's.
        add_own: Text,
        /// Whose topic it is.
        whose: [Text; 3],
        /// "Talk about this earlier: {words}".
        earlier: Text,
        /// What one could say.
        say: Text,
        /// Two things to say at each step, in the order of [`Step::ALL`].
        prompts: [[Text; 2]; 10],
        /// Time.
        time: Text,
        /// Start.
        start: Text,
        /// Stop.
        stop: Text,
        /// "Minutes used: {minutes}".
        minutes: Text,
        /// Other ways to show it.
        screens: Text,
        /// Open a second window.
        second: Text,
        /// Large type here.
        large: Text,
    }
    /// Large type, one card at a time.
    LargeType {
        /// "Card {n} of {all}".
        card: Text,
        /// The card before.
        back: Text,
        /// The next card.
        next: Text,
        /// Back to the ordinary view.
        leave: Text,
        /// No second window.
        blocked: Text,
    }
    /// Keeping answers.
    Keep {
        /// Save to a file.
        save: Text,
        /// Open a saved file.
        open: Text,
        /// Keep on this device.
        on_device: Headed,
        /// What stands at the foot when answers are kept.
        kept: Text,
        /// A file was opened.
        opened: Text,
        /// The aid may have changed.
        changed: Text,
        /// Not such a file.
        unreadable: Text,
        /// Of a later form than this page knows.
        newer: Text,
        /// Larger than anything that is saved here.
        large: Text,
        /// Of another aid.
        other: Text,
        /// Take the message away.
        dismiss: Text,
    }
    /// The static page.
    Page {
        /// What this page is.
        notice: Text,
        /// Contents.
        contents: Text,
        /// Questions to ask.
        questions: Text,
        /// Support.
        support: Text,
        /// The widget takes long to arrive.
        late: Text,
        /// The link to the page that needs no script.
        plain: Text,
    }
}
