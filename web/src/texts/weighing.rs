//! Texts of Compare, Weigh, How they fit.

use super::Headed;

type Text = &'static str;

catalogue! {
    /// Compare.
    Compare {
        /// A score to work out: "Work out your score: {name}".
        score: Text,
        /// What is asked of its items.
        score_items: Text,
        /// None of them.
        score_none: Text,
        /// In whom it was tried out.
        score_tried: Text,
        /// Whom it is not for.
        score_not_for: Text,
        /// Who published it.
        score_by: Text,
        /// Pictures, differences, table or numbers.
        show_as: Text,
        /// All outcomes and options in one table.
        glance: Text,
        /// How that table is read, for those who hear it.
        glance_how: Text,
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
    /// Marks on outcomes.
    Marks {
        /// Whether an outcome matters, in a word or two: what opens its mark while it has none.
        ask: Text,
        /// The same as a whole question.
        question: Text,
        /// The marks, in the order of [`OutcomeMark::ALL`], as the person says them.
        marks: [Text; 3],
        /// Said when a mark is taken back.
        none: Text,
        /// Their own words about an outcome.
        words: Text,
        /// Which of the boxes of words are about the outcome.
        linked: Text,
        /// Puts what was marked first.
        first: Text,
        /// An order, by what was marked.
        order: Text,
        /// The list of outcomes to mark.
        list: Headed,
        /// What was marked, with what happens with each option.
        result: Text,
        /// Opens the ways of weighing where marking is all that is asked.
        further: Text,
        /// Starts an order from what was marked.
        start: Text,
        /// Whose the marks are, while it is somebody else's turn and nothing can be weighed.
        theirs: Text,
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
        /// On a way of answering that has answers.
        has_answers: Text,
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
        method_hints: [Text; 5],
        /// In words: what matters most.
        most: Headed,
        /// In words: everything else next to it.
        next_to: Headed,
        /// What is asked after the one that is shown.
        more_pairs: Text,
        /// Before what matters most, beside a question.
        next_to_this: Text,
        /// Goes on to how the options fit, before everything is answered.
        so_far: Text,
        /// The same once everything is answered.
        to_fit: Text,
        /// Takes an answer back: "Take back: {words}".
        take_back: Text,
        /// Above answers that cannot all be true.
        at_odds: Text,
        /// Where only one thing can be weighed.
        only_one: Text,
        /// Says that it matters.
        only_matters: Text,
        /// Outcomes on which the studies cannot tell the options apart.
        untold: Text,
        /// Weighs one: "Weigh it all the same: {name}".
        untold_weigh: Text,
        /// No longer: "Leave it out: {name}".
        untold_leave: Text,
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
        /// Begin again with the times that are looked at.
        weigh_shown: Text,
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
        /// Figures that nobody here knows.
        not_known: Text,
        /// What it leaves out.
        leaves_out: Text,
        /// Go to a step: "Go to {name}".
        go_to: Text,
        /// Key of the picture, the dot.
        key_solid: Text,
        /// Key of the picture, the line.
        key_pale: Text,
        /// Ruled out.
        ruled_out: Text,
        /// What speaks for and against each option.
        speaks: Text,
        /// What speaks for one.
        speaks_for: Text,
        /// What speaks against one.
        speaks_against: Text,
        /// Where there is nothing of either.
        speaks_nothing: Text,
    }
}
