//! Every word of the interface, in one place. The aid's own words and every sentence with a number come from
//! core. A language is one [`Texts`] value, so a missing text does not compile.

mod en;

pub use en::EN;
#[cfg(doc)]
use weighup_core::consultation::Method;
use weighup_core::consultation::{Mode, Presence, Prompt, Stage, Step, Sure, WordsBox};

/// A heading and the sentence under it.
#[derive(Clone, Copy, Debug)]
pub struct Headed {
    /// Heading or label.
    pub title: &'static str,
    /// The sentence under it.
    pub hint: &'static str,
}

/// A step: its short name in the list of steps, its heading, its opening sentence.
#[derive(Clone, Copy, Debug)]
pub struct StepText {
    /// In the list of steps.
    pub name: &'static str,
    /// Heading of the step.
    pub heading: &'static str,
    /// Opening sentence.
    pub lead: &'static str,
}

/// The interface in one language.
#[derive(Debug)]
pub struct Texts {
    /// Step by step, in the order of [`Step::ALL`].
    pub steps: [StepText; 10],
    /// Around every step.
    pub shell: Shell,
    /// About.
    pub about: About,
    /// What matters.
    pub matters: Matters,
    /// The choice.
    pub choice: Choice,
    /// A test.
    pub test: Test,
    /// Options.
    pub options: Options,
    /// Compare.
    pub compare: Compare,
    /// Weigh.
    pub weigh: Weigh,
    /// Where people differ.
    pub gap: Gap,
    /// How they fit.
    pub fit: Fit,
    /// Ready?
    pub ready: Ready,
    /// Decide together.
    pub decide: Decide,
    /// Summary.
    pub summary: Summary,
    /// The health professional's panel.
    pub panel: Panel,
    /// Large type, one card at a time.
    pub room: Room,
    /// Keeping answers.
    pub keep: Keep,
    /// What is made before there is a browser.
    #[cfg(feature = "ssr")]
    pub page: Page,
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
    )*};
}

type Text = &'static str;

catalogue! {
    /// Around every step.
    Shell {
        /// Name of the list of steps.
        steps: Text,
        /// "Step {n} of {all}: {name}".
        step_of: Text,
        /// After the name of a step already opened, for screen readers.
        visited: Text,
        /// Back.
        back: Text,
        /// "Next: {name}".
        next: Text,
        /// Undo.
        undo: Text,
        /// Redo.
        redo: Text,
        /// Said after an undo.
        undone: Text,
        /// Said after a redo.
        redone: Text,
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
        /// Who it is for.
        who_for: Text,
        /// Who it is not for.
        not_for: Text,
        /// How long it takes.
        how_long: Text,
        /// Who is here.
        present: Headed,
        /// Labels of [`Presence`].
        presences: [Text; 3],
        /// The same in a few words, for the summary.
        presences_short: [Text; 3],
        /// How the page is used.
        mode: Headed,
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
        /// Start.
        privacy: Headed,
    }
    /// What matters.
    Matters {
        /// Prompts.
        prompts: Text,
        /// The boxes, in the order of [`WordsBox`].
        boxes: [Headed; 7],
        /// Where the person is with the decision.
        stage: Headed,
        /// Labels of [`Stage`].
        stages: [Text; 4],
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
        /// What it involves.
        involves: Text,
        /// Recovery.
        recovery: Text,
        /// Practical things.
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
        /// More about an option: "More about {name}".
        more: Text,
    }
    /// Compare.
    Compare {
        /// Pictures, differences, table or numbers.
        show_as: Text,
        /// Pictures.
        pictures: Text,
        /// Differences.
        difference: Text,
        /// Table.
        table: Text,
        /// Numbers only.
        numbers: Text,
        /// One point in time for all outcomes that have it.
        times: Text,
        /// What opens the choice of options and of the order.
        choose: Text,
        /// What comes first.
        order: Headed,
        /// Where the order comes from.
        order_by: Text,
        /// The aid's order.
        order_aid: Text,
        /// By what was weighed.
        order_weights: Text,
        /// "Move up: {name}".
        move_up: Text,
        /// Said when the order changed.
        ordered: Text,
        /// Shows the outcomes that wait after the first ones.
        rest: Text,
        /// Options shown.
        show: Text,
        /// Why none can be hidden.
        two_stay: Text,
        /// Heading of the key.
        key: Text,
        /// Solid figure.
        key_certain: Text,
        /// Hatched figure.
        key_band: Text,
        /// Outlined figure.
        key_rest: Text,
        /// Under an axis: how to read it.
        axis: Text,
        /// Heading of levels.
        levels: Text,
        /// Time control.
        horizon: Text,
        /// What opens an outcome's card.
        more: Text,
        /// The same where no pictures are shown.
        more_numbers: Text,
        /// Heading of what an outcome is.
        about: Text,
        /// What opens the pictures to keep.
        save: Text,
        /// What they are for.
        save_hint: Text,
        /// Differences.
        differences: Text,
        /// Where a number comes from.
        source: Text,
        /// How it was worked out.
        worked_out: Text,
        /// How it was checked.
        status: Text,
        /// Sources.
        sources: Text,
        /// About the group.
        group: Text,
        /// Serious.
        serious: Text,
        /// "Also called {name}".
        also_called: Text,
        /// Outcome column.
        outcome: Text,
        /// Outcomes on this page.
        contents: Text,
        /// Before a note.
        note: Text,
        /// Range in table.
        range: Text,
    }
    /// Weigh.
    Weigh {
        /// Whose turn it is, and what to know then: the person deciding, someone with them, a health professional.
        turns: [Headed; 3],
        /// The same people, to choose from.
        people: [Text; 3],
        /// What opens the choice of whose turn it is.
        turn_change: Text,
        /// Who answers now.
        turn_legend: Text,
        /// After the name of someone who has answered everything.
        has_answered: Text,
        /// After the name of someone who has answered something.
        has_begun: Text,
        /// Gives the turn back to the person deciding.
        hand_back: Text,
        /// Own concerns and limits belong to the person deciding.
        only_theirs: Text,
        /// There is a guess; the person deciding answers first.
        guess_waits: Text,
        /// There is a guess that can be shown.
        guess_ready: Text,
        /// Shows it.
        guess_show: Text,
        /// Said when it is shown.
        guess_shown: Text,
        /// How to answer.
        methods: Headed,
        /// What each way asks, in the order of [`Method::ALL`].
        method_hints: [Text; 4],
        /// Ranking.
        rank: Headed,
        /// Still to place.
        rank_open: Text,
        /// Place next.
        rank_next: Text,
        /// "Up: {name}".
        rank_up: Text,
        /// "Down: {name}".
        rank_down: Text,
        /// Same as the one above.
        rank_same: Text,
        /// "{name}: place {place}", for screen readers.
        rank_at: Text,
        /// Points to share.
        share: Headed,
        /// What matters most.
        best: Headed,
        /// What matters least.
        worst: Headed,
        /// Comparisons.
        pairs: Headed,
        /// Before both are chosen.
        pairs_wait: Text,
        /// Whether answers agree.
        check: Text,
        /// The first question.
        first: Headed,
        /// The second question: "{first} counts as 100…".
        others: Headed,
        /// Before the first question is answered.
        others_wait: Text,
        /// The reference outcome.
        reference: Text,
        /// Less.
        less: Text,
        /// More.
        more: Text,
        /// No answer yet.
        unanswered: Text,
        /// "{points} of 100", for screen readers.
        of_100: Text,
        /// Read-back.
        read_back: Text,
        /// Read-back question.
        read_back_hint: Text,
        /// Own concerns.
        own: Headed,
        /// Label of the box.
        own_label: Text,
        /// Add.
        own_add: Text,
        /// Take away.
        own_remove: Text,
        /// "How good is each option for: {words}".
        own_rate: Text,
        /// Ratings 0 to 4.
        ratings: [Text; 5],
        /// Deal-breakers.
        limits: Headed,
        /// "I would not choose {option}".
        rule_out: Text,
        /// Options ruled out.
        rule_out_legend: Text,
        /// Limits on outcomes.
        limits_legend: Text,
        /// Set a limit.
        limit_set: Text,
        /// "Lower the limit: {name}".
        limit_less: Text,
        /// "Raise the limit: {name}".
        limit_more: Text,
        /// Take it away.
        limit_clear: Text,
        /// Left out.
        left_out: Text,
        /// Said when something is added.
        added: Text,
        /// Said when something is taken away.
        removed: Text,
    }
    /// Where people differ.
    Gap {
        /// Heading.
        title: Text,
        /// Whose marks: the person deciding, someone with them, the health professional's guess.
        people: [Text; 3],
        /// Column: what matters.
        what: Text,
        /// What the numbers are.
        caption: Text,
    }
    /// How they fit.
    Fit {
        /// Instead of the step's heading where only facts are shown.
        facts: Headed,
        /// The figures of what was weighed.
        facts_figures: Text,
        /// Heading of the bars.
        bars: Text,
        /// How to read them.
        reading: Text,
        /// Why.
        why: Text,
        /// Sums.
        sums: Text,
        /// Column: what matters.
        what: Text,
        /// Column: how it is worked out.
        sum: Text,
        /// What would change it.
        would_change: Text,
        /// How sure.
        how_sure: Text,
        /// Dominance.
        dominance: Text,
        /// What it leaves out.
        leaves_out: Text,
        /// Go to a step: "Go to {name}".
        go_to: Text,
        /// Key of the bar, solid.
        key_solid: Text,
        /// Key of the bar, pale.
        key_pale: Text,
        /// Ruled out.
        ruled_out: Text,
    }
    /// Ready?
    Ready {
        /// The prompts.
        prompts: Headed,
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
        sure: Headed,
        /// Labels of [`Sure`].
        sures: [Text; 4],
        /// Who does what.
        actions: Headed,
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
    Room {
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

impl Texts {
    /// A step's texts.
    #[must_use]
    pub const fn step(&self, step: Step) -> StepText {
        let [
            about,
            matters,
            choice,
            options,
            compare,
            weigh,
            fit,
            ready,
            decide,
            summary,
        ] = self.steps;
        match step {
            Step::About => about,
            Step::WhatMatters => matters,
            Step::Choice => choice,
            Step::Options => options,
            Step::Compare => compare,
            Step::Weigh => weigh,
            Step::Fit => fit,
            Step::Ready => ready,
            Step::Decide => decide,
            Step::Summary => summary,
        }
    }

    /// Who is here.
    #[must_use]
    pub const fn presence(&self, presence: Presence) -> &'static str {
        let [me, someone, professional] = self.about.presences;
        match presence {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }

    /// Who is here, in a few words.
    #[must_use]
    pub const fn presence_short(&self, presence: Presence) -> &'static str {
        let [me, someone, professional] = self.about.presences_short;
        match presence {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }

    /// Where the person is with the decision.
    #[must_use]
    pub const fn stage(&self, stage: Stage) -> &'static str {
        let [not_started, considering, close, chosen] = self.matters.stages;
        match stage {
            Stage::NotStarted => not_started,
            Stage::Considering => considering,
            Stage::CloseToChoosing => close,
            Stage::Chosen => chosen,
        }
    }

    /// What a health professional could say at a step.
    #[must_use]
    pub fn to_say(&self, step: Step) -> [&'static str; 2] {
        let at = Step::ALL.iter().position(|known| *known == step);
        let found = at.and_then(|at| self.panel.prompts.get(at));
        found.copied().unwrap_or_default()
    }

    /// A box for own words.
    #[must_use]
    pub const fn words_box(&self, which: WordsBox) -> Headed {
        let [
            matters,
            worries,
            hopes,
            would_not,
            reservations,
            companion,
            professional,
        ] = self.matters.boxes;
        match which {
            WordsBox::Matters => matters,
            WordsBox::Worries => worries,
            WordsBox::Hopes => hopes,
            WordsBox::WouldNotAccept => would_not,
            WordsBox::Reservations => reservations,
            WordsBox::Companion => companion,
            WordsBox::Professional => professional,
        }
    }

    /// How the page is used.
    #[must_use]
    pub const fn mode(&self, mode: Mode) -> &'static str {
        let [prepare, together, after] = self.about.modes;
        match mode {
            Mode::Prepare => prepare,
            Mode::Together => together,
            Mode::After => after,
        }
    }

    /// A prompt.
    #[must_use]
    pub const fn prompt(&self, prompt: Prompt) -> &'static str {
        let [choice, options, chances, matters, people] = self.ready.prompt;
        match prompt {
            Prompt::Choice => choice,
            Prompt::Options => options,
            Prompt::Chances => chances,
            Prompt::Matters => matters,
            Prompt::People => people,
        }
    }

    /// How sure.
    #[must_use]
    pub const fn sure(&self, sure: Sure) -> &'static str {
        let [very, fairly, not_very, not_at_all] = self.decide.sures;
        match sure {
            Sure::Very => very,
            Sure::Fairly => fairly,
            Sure::NotVery => not_very,
            Sure::NotAtAll => not_at_all,
        }
    }

    /// Whose side of what is to be done.
    #[must_use]
    pub const fn side(&self, who: Presence) -> &'static str {
        let [me, someone, professional] = self.decide.sides;
        match who {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }
}

/// `template` with every `{name}` replaced by its value.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once() {
        assert_eq!(
            fill(
                "Step {n} of {all}: {name}",
                &[("n", "5"), ("all", "8"), ("name", "{n}")]
            ),
            "Step 5 of 8: {n}"
        );
        assert_eq!(fill("No places", &[]), "No places");
    }
}
