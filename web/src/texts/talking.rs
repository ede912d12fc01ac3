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
        /// Whether it is decided.
        decided: Text,
        /// For each of [`DecisionStatus`].
        decideds: [Text; 3],
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
        /// Opens what is asked, on the sheet.
        fill: Text,
        /// Which sheet.
        sheet: Text,
        /// The summary; the sheet for an appointment.
        sheets: [Text; 2],
        /// The sheet for an appointment, and how it is filled in.
        asks: Headed,
        /// What stands after the first three.
        asks_more: Text,
        /// Leads to the sheet for an appointment.
        asks_sheet: Text,
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
    /// Taking the record along.
    Take {
        /// Name of the part.
        title: Text,
        /// Where it is made, and what is in it.
        hint: Text,
        /// The texts to copy.
        copy: Text,
        /// The forms of `RecordForm::TEXTS`.
        texts: [Text; 3],
        /// The files.
        save: Text,
        /// The forms of `RecordForm::FILES`.
        files: [Text; 5],
        /// On its way.
        making: Text,
        /// The text is there.
        made: Text,
        /// "{n} of {most} characters".
        counted: Text,
        /// Copy it.
        copy_this: Text,
        /// Handed over as a file.
        handed: Text,
        /// It could not be made.
        failed: Text,
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
        /// Show what is kept on this device.
        show: Text,
        /// Heading of that.
        here: Text,
        /// Nothing is.
        none: Text,
        /// "{name}, saved on {day}".
        kept_item: Text,
        /// Remove all of it.
        clear: Text,
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
    /// Answers on another device.
    Carry {
        /// Name of the part.
        title: Text,
        /// What it is for, and who can open it.
        hint: Text,
        /// The passphrase.
        key: Headed,
        /// Make a link.
        link: Text,
        /// Make a QR code.
        code: Text,
        /// The link is there.
        made: Text,
        /// Name of its box.
        link_title: Text,
        /// "Length: {n} characters".
        long: Text,
        /// Copy it.
        copy: Text,
        /// What the picture is.
        code_alt: Text,
        /// Too long for a link.
        link_long: Text,
        /// "Code {n} of {all}".
        code_of: Text,
        /// What to do with several codes.
        codes_hint: Text,
        /// Read codes with the camera.
        scan: Text,
        /// Heading while the camera looks.
        scanning: Text,
        /// What to do then.
        scan_hint: Text,
        /// "{n} of {all} codes read".
        scanned: Text,
        /// Stop the camera.
        scan_stop: Text,
        /// What the camera sees, as a name.
        scan_alt: Text,
        /// This browser reads no codes.
        no_reader: Text,
        /// No camera.
        no_camera: Text,
        /// One code of several was opened as an address.
        part: Text,
        /// Codes of two sets.
        other_code: Text,
        /// The browser cannot.
        unable: Text,
        /// Not whole, or changed.
        broken: Text,
        /// Whether to open answers in place of those here.
        ask: Text,
        /// What becomes of those.
        ask_hint: Text,
        /// No.
        ask_no: Text,
        /// Yes.
        ask_yes: Text,
        /// "Saved on {day}.".
        saved: Text,
        /// Nobody knows when.
        undated: Text,
        /// The passphrase of what is locked.
        locked: Text,
        /// What to type.
        locked_hint: Text,
        /// It does not fit.
        wrong_key: Text,
        /// Open it.
        unlock: Text,
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
