//! English texts of Weigh up.

use super::headed;
use crate::texts::Weigh;

/// The texts.
pub(super) const WEIGH: Weigh = Weigh {
    turns: [
        headed(
            "Your turn: the person deciding",
            "These answers are yours. Nobody else changes them.",
        ),
        headed(
            "Your turn: someone with the person deciding",
            "Answer for yourself. Your answers stay apart from theirs.",
        ),
        headed(
            "Your turn: health professional",
            "Answer as you think the person deciding would. Do it before you see their answers, and where they cannot \
                 see the screen. Your guess then stays hidden until they choose to see it: here, in the summary and on a \
                 second screen. Until then it is not saved: it is gone when this page is closed or loaded again.",
        ),
    ],
    people: [
        "The person deciding",
        "Someone with them",
        "A health professional, guessing what matters to them",
    ],
    turn_change: "Someone else wants to answer too",
    turn_legend: "Who answers now?",
    has_answered: "has answered",
    has_answers: "You have answers here",
    has_begun: "has started",
    hand_back: "Hand back to the person deciding",
    only_theirs: "Own concerns and limits belong to the person deciding. They can change them on their turn.",
    guess_waits: "A health professional has guessed what matters to you. The guess is hidden. You can see it when \
                      you have answered yourself.",
    guess_ready: "A health professional has guessed what matters to you. The guess is hidden: here, in the summary \
                      and on a second screen. Once shown, it stays shown.",
    guess_show: "Show the guess",
    guess_shown: "The guess is shown.",
    methods: headed(
        "Other ways to answer",
        "Use the way that suits you. If you change, your answers in each way are kept.",
    ),
    method_hints: [
        "Choose what matters most. Then say in words how much the rest matters.",
        "Most important first. Things can stand together.",
        "Choose one. Then give the rest points next to it.",
        "Give more points to what matters more.",
        "Pick two. Then compare the rest with those.",
    ],
    most: headed(
        "Which of these changes matters most to you?",
        "Look at the numbers, not only the name. Choose the change you would most want.",
    ),
    next_to: headed("Now one at a time, next to that", "You can stop at any time."),
    more_pairs: "More after this one: {count}",
    next_to_this: "Next to this:",
    so_far: "See how the options fit so far",
    to_fit: "See how the options fit",
    take_back: "Take back: {words}",
    at_odds: "These answers do not go together",
    only_one: "There is one thing here on which the numbers tell the options apart. So there is nothing to weigh it \
                   against. You can add something of your own below.",
    only_matters: "This matters to me",
    untold: "What the studies cannot tell apart",
    untold_weigh: "Weigh it all the same: {name}",
    untold_leave: "Leave it out: {name}",
    rank: headed(
        "Put these in order",
        "Which change matters most to you? Place it first, then the next. Things that matter the same can stand \
             together.",
    ),
    rank_open: "Still to place",
    rank_next: "Place next",
    rank_up: "Up: {name}",
    rank_down: "Down: {name}",
    rank_same: "Same as the one above",
    rank_at: "{name}: place {place}",
    share: headed(
        "Share out 100 points",
        "Give more points to a change that matters more to you. 0 means it does not matter to you at all.",
    ),
    best: headed("Which change matters most to you?", "Choose one."),
    worst: headed("Which change matters least to you?", "Choose one."),
    pairs: headed(
        "How much more does the first matter than the second?",
        "Press + until it says what you mean.",
    ),
    pairs_wait: "Choose what matters most and least first. Then you can compare the rest with those two.",
    check: "Do these answers go together?",
    first: headed(
        "Which would you most want to change first?",
        "Imagine all of these at their worst.",
    ),
    others: headed(
        "Next to that, how much does each matter?",
        "Your first choice counts as 100. Give the others 0 to 100. 0 means it does not matter to you.",
    ),
    others_wait: "Choose one above first. Then you can say how much the others matter next to it.",
    reference: "Your first choice",
    less: "Less: {name}",
    more: "More: {name}",
    unanswered: "No answer yet",
    of_100: "{points} of 100",
    read_back: "What you have told us",
    read_back_hint: "Is that right?",
    own: headed(
        "Something else that matters to you?",
        "Add it in your own words, such as travel or time off work. There is no evidence figure for it, so you say how good each option is.",
    ),
    own_label: "What else matters to you",
    own_add: "Add this",
    own_remove: "Take away: {words}",
    own_rate: "How good is each option for “{words}”?",
    ratings: ["Not good", "Not very good", "In between", "Good", "Very good"],
    limits: headed(
        "Is there anything you would not accept?",
        "This rules options out. It does not change how much other things matter. You can skip this.",
    ),
    rule_out: "I would not choose {option}",
    rule_out_legend: "Options you would not choose",
    limits_legend: "Limits on what may happen",
    limit_set: "Set a limit",
    limit_less: "Lower the limit: {name}",
    limit_more: "Raise the limit: {name}",
    limit_clear: "Take this limit away",
    left_out: "What is not on this list, and why",
    weigh_shown: "Weigh again, with the times that Compare shows",
    added: "Added.",
    removed: "Taken away.",
};
