//! Actions on how much things matter.

use super::super::weighing::give;
use super::super::{
    ActionError, Answers, BestWorstAnswers, Method, Person, SHARE_STEP, SHARED, TIMES, WeighAction,
    Weighable, bounds::Bounds,
};
use super::{FIRST_POINTS, POINT_STEP};

/// One action on the answers of the person whose turn it is.
pub(super) fn reduce(answers: &mut Answers, bounds: &Bounds, action: WeighAction) -> Result<(), ActionError> {
    if matches!(action, WeighAction::WeighAtShown) {
        if !answers.may_begin_again() {
            return Err(ActionError::NotTheirs);
        }
        answers.weigh_at_shown();
        return Ok(());
    }
    let who = answers.people.turn;
    let mut mine = answers.mine().clone();
    let known = |what: &Weighable| bounds.weighable(what, &answers.concerns);
    let method = match action {
        WeighAction::UseMethod(method) => method,
        WeighAction::ChooseMost(what) => {
            known(&what)?;
            mine.pairs.most = Some(what);
            Method::Pairs
        }
        WeighAction::SayNextTo(more, less, word) => {
            known(&more)?;
            known(&less)?;
            if more == less {
                return Err(ActionError::WithItself);
            }
            mine.pairs.say(more, less, word);
            Method::Pairs
        }
        WeighAction::TakeBack(more, less) => {
            mine.pairs.take_back(&more, &less);
            Method::Pairs
        }
        WeighAction::ChooseFirst(what) => {
            known(&what)?;
            mine.swing.first = Some(what);
            Method::Swing
        }
        WeighAction::SetPoints(what, points) => {
            known(&what)?;
            if mine.swing.first.as_ref() != Some(&what) {
                let points = nearest(points, POINT_STEP, FIRST_POINTS);
                give(&mut mine.swing.points, what, points);
            }
            Method::Swing
        }
        WeighAction::Rank(what, place) => {
            known(&what)?;
            mine.place(what, place);
            Method::Ranking
        }
        WeighAction::RankAll(order) => {
            for what in order.iter().flatten() {
                known(what)?;
            }
            mine.rank_all(order);
            Method::Ranking
        }
        WeighAction::Share(what, points) => {
            known(&what)?;
            give(&mut mine.shares, what, nearest(points, SHARE_STEP, SHARED));
            Method::Points
        }
        WeighAction::ChooseBest(what) => {
            known(&what)?;
            choose(&mut mine.best_worst.best, &mut mine.best_worst.worst, what);
            Method::BestWorst
        }
        WeighAction::ChooseWorst(what) => {
            known(&what)?;
            choose(&mut mine.best_worst.worst, &mut mine.best_worst.best, what);
            Method::BestWorst
        }
        WeighAction::SetTimes(more, less, times) => {
            known(&more)?;
            known(&less)?;
            compare(&mut mine.best_worst, more, less, times)?;
            Method::BestWorst
        }
        // It is about what everybody said, and was done above.
        WeighAction::WeighAtShown => return Ok(()),
    };
    // What is answered in a way is answered with that way in use: it is stored with the weights.
    mine.method = Some(method);
    if mine != *answers.mine() {
        answers.people.changed_after |= who == Person::Clinician && answers.people.revealed;
        answers.weighings.insert(who, mine);
    }
    Ok(())
}

/// What is chosen as one end is no longer the other.
fn choose(end: &mut Option<Weighable>, other: &mut Option<Weighable>, what: Weighable) {
    if other.as_ref() == Some(&what) {
        *other = None;
    }
    *end = Some(what);
}

fn compare(
    answers: &mut BestWorstAnswers,
    more: Weighable,
    less: Weighable,
    times: u8,
) -> Result<(), ActionError> {
    if more == less || !TIMES.contains(&times) {
        return Err(ActionError::NotAStep { times });
    }
    let pairs = &mut answers.times;
    pairs.retain(|(a, b, _)| *a != more || *b != less);
    pairs.push((more, less, times));
    Ok(())
}

/// The nearest step at or below `most`.
fn nearest(points: u8, step: u8, most: u8) -> u8 {
    (points.min(most) + step / 2) / step * step
}
