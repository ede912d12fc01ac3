//! What the reducer refuses, and what it says: the value, and what to do.

#![cfg(feature = "authoring")]

#[cfg(test)]
mod common;

use common::{after, example, option, outcome, refused};
use weighup_core::consultation::{
    Action, ConcernId, DealBreaker, Leaning, List, MAX_LINE, MAX_WORDS, OutcomeMark, Presence, Weighable,
};

fn concern(number: u32) -> Weighable {
    Weighable::Concern(ConcernId(format!("own-{number}")))
}

#[test]
fn what_is_not_there_is_refused_by_name() {
    let aid = example();
    let c = after(&aid, [Action::add_concern("near home".into())]);
    for (action, says) in [
        (Action::choose_first(outcome("nothing")), "no outcome `nothing`"),
        (Action::choose_first(outcome("sleep")), "`sleep` is not weighed"),
        (Action::choose_first(concern(7)), "no concern `own-7`"),
        (Action::toggle_option(option("nothing")), "no option `nothing`"),
        (
            Action::set_leaning(Leaning::Option(option("nothing"))),
            "no option `nothing`",
        ),
        (
            Action::choose_horizon("harm".try_into().unwrap(), "6m".try_into().unwrap()),
            "no figures at `6m`",
        ),
        (Action::add_concern("  ".into()), "needs words"),
        (
            Action::rate_concern(ConcernId("own-1".into()), option("tablets"), 5),
            "rating 5",
        ),
        (
            Action::step_limit("pain".try_into().unwrap(), true),
            "no limit on outcome `pain`",
        ),
        (
            Action::toggle_deal_breaker(DealBreaker::Limit {
                outcome: "pain".try_into().unwrap(),
                count: 101,
            }),
            "101 on outcome `pain` is above 100",
        ),
        (
            Action::set_questions("x".repeat(MAX_WORDS + 1)),
            "20001 characters",
        ),
        (
            Action::mark("nothing".try_into().unwrap(), OutcomeMark::Worries),
            "no outcome `nothing`",
        ),
        (
            Action::say_about("sleep".try_into().unwrap(), "x".repeat(MAX_LINE + 1)),
            "4001 characters",
        ),
        (
            Action::rank_all(vec![vec![outcome("pain"), outcome("sleep")]]),
            "`sleep` is not weighed",
        ),
        (Action::understand("nothing".into(), 1), "no question `nothing`"),
        (Action::understand("better".into(), 3), "`better` has no answer 3"),
        (Action::understand("better".into(), 0), "count its answers from 1"),
        (Action::set_review("31/3/2027".into()), "`31/3/2027` is not a day"),
        (
            Action::add_note(List::Agenda, Presence::Me, " ".into(), String::new()),
            "a line needs words",
        ),
        (Action::remove_note(List::Actions, 1), "no line 1"),
        (Action::move_note(List::Actions, 4, true), "no line 4"),
    ] {
        let error = refused(&aid, &c, action);
        assert!(error.to_string().contains(says), "{error}");
    }
}
