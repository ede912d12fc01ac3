//! Weigh: whose turn it is, the questions of the way in use, own concerns, deal-breakers, and the answers read back.

mod in_words;
mod read_back;
mod untold;

use crate::aid::Aid;
use crate::consultation::{
    Action, Answers, Consultation, DealBreaker, FIRST_POINTS, Method, POINT_STEP, Person, RankMove,
    SHARE_STEP, SHARED, TIMES, Weighable, Weighing,
};
use crate::words::{Words, say};

use super::group;
use super::heads::head;
use super::items::{Item, Items, Kind, items};
use super::limits::limits;
use super::marks;
use super::ratio::Ratio;
use super::times;
use super::{
    AskedView, ConcernView, GuessView, MethodView, PairView, PersonView, PlacedView, TurnView, WeighItem,
    WeighView,
};
pub(crate) use in_words::at_odds;
pub(crate) use read_back::{Voice, about_equal, read_back, still_to_answer};

/// The way an aid weighs until a person chooses another.
pub(crate) const MAIN: Method = Method::Pairs;
/// Fewer things than this have no most and least important with anything between them.
const LEAST_FOR_BEST_WORST: usize = 3;

/// Weigh, with everything answered so far read back.
#[must_use]
pub fn weigh(aid: &Aid, consultation: &Consultation) -> WeighView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let words = aid.wording();
    let items = items(aid, answers);
    let said = answers.mine();
    let method = said.used(MAIN);
    let whats = items.whats();
    let voice = Voice::of(answers.people.turn);
    WeighView {
        group: group::shown(aid),
        choose: group::group(aid, answers).map(Box::new),
        kept: group::kept(aid, answers),
        other_times: times::other_times(aid, answers).map(Box::new),
        turn: turn(answers, &items),
        method,
        methods: methods(words, said, &whats),
        asked: asked(aid, answers, method, &items),
        // Nobody starts from what another person marked, and nothing that is placed is put elsewhere.
        start: (method == Method::Ranking && answers.people.turn == Person::Patient)
            .then(|| groups(said, &items))
            .filter(Vec::is_empty)
            .and_then(|_| marks::start(aid, answers, &items)),
        items: items
            .all
            .iter()
            .map(|item| weigh_item(answers, method, item))
            .collect(),
        read_back: read_back(words, &items, said, method, voice),
        about_equal: about_equal(&items, said, method).then(|| match voice {
            Voice::You => say!(words, "These all look about the same to you. Is that right?"),
            Voice::Them => say!(
                words,
                "You think these all matter about the same to them. Is that right?"
            ),
        }),
        concerns: concerns(aid, answers),
        ruled_out: aid
            .options()
            .iter()
            .map(|option| {
                let out = answers
                    .deal_breakers
                    .contains(&DealBreaker::Option(option.id.clone()));
                (head(option), out)
            })
            .collect(),
        limits: limits(aid, answers, &items.swings),
        still_to_answer: still_to_answer(words, &items, said, method),
        untold: untold::untold(aid, answers, &items),
        can_be_read: said.can_be_read(method, &usable(&items)),
        left_out: items.left_out,
    }
}

fn turn(answers: &Answers, items: &Items<'_>) -> TurnView {
    let usable = usable(items);
    let whats = items.whats();
    let people: Vec<PersonView> = Person::ALL
        .into_iter()
        .map(|who| {
            let said = answers.weighing(who);
            PersonView {
                who,
                begun: said.has_begun(said.used(MAIN), &whats),
                complete: said.is_complete(said.used(MAIN), &usable),
            }
        })
        .collect();
    let done = |who: Person| people.iter().any(|person| person.who == who && person.complete);
    TurnView {
        who: answers.people.turn,
        guess: match (done(Person::Clinician), done(Person::Patient)) {
            (false, _) => GuessView::None,
            (true, _) if answers.people.revealed => GuessView::Shown,
            (true, false) => GuessView::Waiting,
            (true, true) => GuessView::Ready,
        },
        people,
    }
}

/// What can take part in the fit.
pub(crate) fn usable<'i>(items: &'i Items<'_>) -> Vec<&'i Weighable> {
    items
        .all
        .iter()
        .filter(|item| item.usable())
        .map(|item| &item.what)
        .collect()
}

/// What a way is called.
pub(crate) fn method_name(words: &Words, method: Method) -> String {
    match method {
        Method::Pairs => say!(words, context "a way of answering", "One pair at a time"),
        Method::Swing => say!(words, context "a way of answering", "What to change first"),
        Method::Ranking => say!(words, context "a way of answering", "Put in order"),
        Method::Points => say!(words, context "a way of answering", "Share 100 points"),
        Method::BestWorst => say!(words, context "a way of answering", "Most and least"),
    }
}

fn methods(words: &Words, said: &Weighing, whats: &[&Weighable]) -> Vec<MethodView> {
    if whats.len() < 2 {
        return Vec::new();
    }
    Method::ALL
        .into_iter()
        .filter(|method| *method != Method::BestWorst || whats.len() >= LEAST_FOR_BEST_WORST)
        .map(|method| MethodView {
            method,
            name: method_name(words, method),
            begun: said.has_begun(method, whats),
        })
        .collect()
}

fn weigh_item(answers: &Answers, method: Method, item: &Item<'_>) -> WeighItem {
    let (said, what) = (answers.mine(), &item.what);
    let first = method == Method::Swing && said.swing.first.as_ref() == Some(what);
    let (points, step, most) = match method {
        Method::Swing => (said.swing.points_of(what), POINT_STEP, FIRST_POINTS),
        Method::Points => (said.share_of(what), SHARE_STEP, SHARED),
        Method::Pairs | Method::Ranking | Method::BestWorst => (None, 0, 0),
    };
    let set = |points: Option<u8>| {
        let points = points.filter(|_| !first && step > 0)?;
        Some(match method {
            Method::Points => Action::share(what.clone(), points),
            _ => Action::set_points(what.clone(), points),
        })
    };
    // From no answer, more counts up from 0. Fewer counts down from the first's 100, so that neither direction is nearer
    // than the other; of points to share out there is none to take away yet.
    let (less, more) = match (points, method) {
        (None, Method::Points) => (Some(0), Some(step)),
        (None, _) => (most.checked_sub(step), Some(step)),
        (Some(points), _) => (
            points.checked_sub(step),
            points.checked_add(step).filter(|more| *more <= most),
        ),
    };
    WeighItem {
        what: what.clone(),
        name: item.name.clone(),
        swing: item.swing.clone(),
        own: !matches!(item.kind, Kind::Outcome(..)),
        mark: match what {
            Weighable::Outcome(id) if answers.people.turn == Person::Patient => answers.mark_of(id),
            _ => None,
        },
        said: match what {
            Weighable::Outcome(id) if answers.people.turn == Person::Patient => answers.said_about(id),
            _ => Vec::new(),
        },
        first,
        points,
        less: set(less),
        more: set(more),
    }
}

fn asked(aid: &Aid, answers: &Answers, method: Method, items: &Items<'_>) -> AskedView {
    let (words, said) = (aid.wording(), answers.mine());
    match method {
        Method::Pairs => AskedView::Pairs(Box::new(in_words::asked(words, answers, items))),
        Method::Swing => AskedView::Swing,
        Method::Ranking => AskedView::Ranking(placed(words, said, items)),
        Method::Points => AskedView::Points(read_back::left(words, said, items)),
        Method::BestWorst => AskedView::BestWorst {
            best: said.best_worst.best.clone(),
            worst: said.best_worst.worst.clone(),
            pairs: pairs(words, said, items),
        },
    }
}

/// The groups of a ranking, each without what is no longer weighed.
fn groups<'i, 'a>(said: &Weighing, items: &'i Items<'a>) -> Vec<Vec<&'i Item<'a>>> {
    let known = said
        .ranking
        .iter()
        .map(|together| together.iter().filter_map(|what| items.of(what)).collect());
    known.filter(|together: &Vec<_>| !together.is_empty()).collect()
}

fn placed(words: &Words, said: &Weighing, items: &Items<'_>) -> Vec<PlacedView> {
    let groups = groups(said, items);
    let all: usize = groups.iter().map(Vec::len).sum();
    let mut out: Vec<PlacedView> = Vec::new();
    for together in &groups {
        let place = words.number(out.len() + 1);
        for (inside, item) in together.iter().enumerate() {
            let rank = |able: bool, place: RankMove| able.then(|| Action::rank(item.what.clone(), place));
            let alone = together.len() == 1;
            let last = out.len() + 1 == all;
            out.push(PlacedView {
                what: item.what.clone(),
                place: place.clone(),
                same: inside > 0,
                up: rank(!out.is_empty() || !alone, RankMove::Up),
                down: rank(!last || !alone, RankMove::Down),
                together: rank(!out.is_empty(), RankMove::Same),
            });
        }
    }
    out
}

fn pairs(words: &Words, said: &Weighing, items: &Items<'_>) -> Vec<PairView> {
    let name = |what: &Weighable| {
        items
            .of(what)
            .map_or_else(String::new, |item| item.in_sentence.clone())
    };
    said.best_worst
        .pairs(&items.whats())
        .into_iter()
        .map(|(more, less)| {
            let times = said.best_worst.times_of(more, less);
            let at = times.and_then(|times| TIMES.iter().position(|step| *step == times));
            let set = |at: Option<usize>| {
                let times = TIMES.get(at?)?;
                Some(Action::set_times(more.clone(), less.clone(), *times))
            };
            let (this, other) = (name(more), name(less));
            PairView {
                more_than: (more.clone(), less.clone()),
                name: say!(words, "{This}, next to {other}", this, other),
                said: times.map(|times| Ratio::of(f64::from(times)).alone(words)),
                less: set(at.and_then(|at| at.checked_sub(1))),
                more: set(Some(at.map_or(0, |at| at + 1))),
            }
        })
        .collect()
}

fn concerns(aid: &Aid, answers: &Answers) -> Vec<ConcernView> {
    answers
        .concerns
        .iter()
        .map(|concern| ConcernView {
            id: concern.id.clone(),
            words: concern.words.clone(),
            ratings: aid
                .options()
                .iter()
                .map(|option| (head(option), concern.ratings.get(&option.id).copied()))
                .collect(),
        })
        .collect()
}
