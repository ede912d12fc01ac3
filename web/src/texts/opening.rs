//! Texts around every step and of the steps up to Options.

use super::Headed;

type Text = &'static str;

catalogue! {
    /// Around every step.
    Shell {
        /// Name of the list of the steps of a stage.
        steps: Text,
        /// Name of the list of stages.
        stages: Text,
        /// Names of [`PathStage`](weighup_core::consultation::PathStage).
        stage_names: [Text; 4],
        /// After the name of a step already opened, for screen readers.
        visited: Text,
        /// Back.
        back: Text,
        /// "Next: {name}".
        next: Text,
        /// What opens the rest of a list, after its first lines.
        more: Text,
        /// Undo.
        undo: Text,
        /// Redo.
        redo: Text,
        /// After a change, beside what takes it back: "Changed: {what}".
        changed: Text,
        /// After an undo: "Undone: {what}".
        undone: Text,
        /// After a redo: "Your answer is back: {what}".
        redone: Text,
        /// In the place of `{what}`, for more than one.
        several: Text,
        /// Before the person's own words.
        you_said: Text,
        /// Where the words can be changed.
        change_words: Text,
        /// Start again.
        start_again: Text,
        /// Said after starting again.
        started_again: Text,
        /// Privacy in one line.
        private: Text,
        /// Before the version stamp.
        version: Text,
        /// Where the aid is not in the language of the interface.
        not_translated: Text,
        /// After an external link's text, for screen readers.
        opens_away: Text,
    }
    /// About.
    About {
        /// The decision.
        decision: Text,
        /// On the button that leads into the aid.
        start: Text,
        /// What it is for.
        purpose: Text,
        /// What opens the next two.
        who: Text,
        /// Who it is for.
        who_for: Text,
        /// Who it is not for.
        not_for: Text,
        /// Whom each option is for.
        options_for: Text,
        /// How long it takes.
        how_long: Text,
        /// Who is here.
        present: Headed,
        /// Labels of [`Presence`].
        presences: [Text; 3],
        /// The same in a few words, for the summary.
        presences_short: [Text; 3],
        /// How the page is used.
        mode: Text,
        /// Labels of [`Mode`].
        modes: [Text; 3],
        /// How the person likes information.
        liking: Headed,
        /// Numbers in a table first.
        table_first: Text,
        /// Labels of [`weighup_core::consultation::Liking`].
        likings: [Text; 2],
        /// What it does and does not do.
        intended_use: Text,
        /// Who made it.
        facts: Text,
        /// Whose signature this is, where the page asks for one.
        signed: Text,
        /// The name of the key that signed it, and what that says.
        signed_by: Text,
        /// The browser cannot check it.
        unchecked: Text,
        /// Start.
        privacy: Headed,
    }
    /// What matters.
    Matters {
        /// Prompts.
        prompts: Text,
        /// The boxes, in the order of [`WordsBox`].
        boxes: [Headed; 8],
        /// Where the person is with the decision.
        stage: Headed,
        /// Labels of [`Stage`].
        stages: [Text; 4],
        /// What the words of a box are about: to choose.
        about: Text,
        /// From all on one sheet to one question at a time.
        one_by_one: Text,
        /// And back.
        all_at_once: Text,
        /// The question before, one at a time.
        question_before: Text,
        /// The next.
        next_question: Text,
        /// All of it is optional.
        skip: Text,
    }
    /// The choice.
    Choice {
        /// The condition.
        condition: Text,
        /// Why there is a choice.
        decision: Text,
        /// If nothing is done.
        natural_course: Text,
        /// How soon.
        urgency: Text,
        /// The options.
        options: Headed,
        /// Words explained.
        terms: Text,
        /// What is left out on purpose.
        left_out: Text,
    }
    /// A test.
    Test {
        /// Heading.
        title: Text,
        /// What it looks for.
        purpose: Text,
        /// What happens when it finds something.
        if_positive: Text,
        /// What happens when it finds nothing.
        if_negative: Text,
        /// What would never have caused trouble.
        overdiagnosis: Text,
        /// How often it is right.
        results: Text,
        /// Row: people who have it.
        with: Text,
        /// Row: people who do not.
        without: Text,
        /// Column: right results.
        right: Text,
        /// Column: wrong results.
        wrong: Text,
        /// Column: all.
        all: Text,
    }
    /// Options. The same headings for every option.
    Options {
        /// Benefits.
        benefits: Text,
        /// Risks and burdens.
        risks: Text,
        /// Alternatives.
        alternatives: Text,
        /// What if nothing is done.
        nothing: Text,
        /// What happens.
        involves: Text,
        /// What opens it step by step.
        steps: Text,
        /// Recovery.
        recovery: Text,
        /// How long it takes, and practical things.
        practicalities: Text,
        /// What it can be like.
        experience: Text,
        /// In the body.
        physical: Text,
        /// In the mind.
        emotional: Text,
        /// With other people.
        social: Text,
        /// Can it be stopped or undone.
        reversible: Text,
        /// Whom this option is for.
        for_whom: Text,
        /// Ways to have it.
        ways: Text,
        /// What guidelines say of it.
        guidelines: Text,
        /// When to get help now, after this choice.
        get_help: Text,
        /// Where a row has no text for an option, and others have.
        not_said: Text,
    }
}
