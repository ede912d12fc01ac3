//! Every word of the interface, in one place. The aid's own words and every sentence with a number come from
//! core. A language is one [`Texts`] value, so a missing text does not compile.

mod en;

pub use en::EN;
#[cfg(doc)]
use weighup_core::consultation::Method;
use weighup_core::consultation::{Presence, Stage, Step, WordsBox};

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
    pub steps: [StepText; 8],
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
    /// Summary.
    pub summary: Summary,
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
        boxes: [Headed; 4],
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
        /// Pictures or table.
        show_as: Text,
        /// Pictures.
        pictures: Text,
        /// Table.
        table: Text,
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
        /// Where the decision stands.
        leaning: Headed,
        /// Where the decision stands, on the page.
        now: Text,
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
        /// Own questions.
        own_questions: Headed,
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
        let [about, matters, choice, options, compare, weigh, fit, summary] = self.steps;
        match step {
            Step::About => about,
            Step::WhatMatters => matters,
            Step::Choice => choice,
            Step::Options => options,
            Step::Compare => compare,
            Step::Weigh => weigh,
            Step::Fit => fit,
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

    /// A box for own words.
    #[must_use]
    pub const fn words_box(&self, which: WordsBox) -> Headed {
        let [matters, worries, hopes, would_not] = self.matters.boxes;
        match which {
            WordsBox::Matters => matters,
            WordsBox::Worries => worries,
            WordsBox::Hopes => hopes,
            WordsBox::WouldNotAccept => would_not,
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
