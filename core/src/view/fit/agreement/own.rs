//! Whether one person's answers agree with each other.

use crate::consultation::{Answers, Method, Weighable};
use crate::values::{Consistency, best_worst, compare_methods};
use crate::words::{Words, say};

use super::super::super::items::Items;
use super::super::super::ratio::Ratio;
use super::super::super::weigh::{MAIN, method_name, usable};
use super::super::elicit::{comparisons, elicit_in, misfit};

/// Two weights of one person closer than this have no order to speak of.
const LEVEL: f64 = 0.02;
/// Three comparisons this many times apart pull apart, where no threshold is published.
const APART: f64 = 2.0;

/// Whether the answers of the person whose turn it is agree: comparisons with each other, one way with another.
pub(super) fn check(words: &Words, answers: &Answers, items: &Items<'_>) -> Vec<String> {
    let said = answers.mine();
    let of = usable(items);
    let method = said.used(MAIN);
    let mut out = Vec::new();
    if method == Method::BestWorst {
        out.extend(pulling_apart(words, answers, items, &of));
    }
    let Some((this, _)) = elicit_in(said, method, &of) else {
        return out;
    };
    let other = Method::ALL
        .into_iter()
        .filter(|other| *other != method)
        .find_map(|other| elicit_in(said, other, &of).map(|(found, _)| (other, found.point)));
    let Some((other, that)) = other else {
        return out;
    };
    let apart = |at: &(usize, usize)| {
        let between = |w: &[f64]| match (w.get(at.0), w.get(at.1)) {
            (Some(a), Some(b)) => (a - b).abs(),
            _ => 0.0,
        };
        between(&this.point).min(between(&that))
    };
    let reversed = compare_methods(&this.point, &that).reversed;
    let most = reversed.into_iter().filter(|pair| apart(pair) > LEVEL).fold(
        None,
        |most: Option<(usize, usize)>, pair| match most {
            Some(found) if apart(&found) >= apart(&pair) => Some(found),
            _ => Some(pair),
        },
    );
    let Some((a, b)) = most else {
        out.push(say!(
            words,
            "You have answered in two ways, and both put these things in the same order."
        ));
        return out;
    };
    let first = this.point.get(a) > this.point.get(b);
    let name = |at: usize| of.get(at).map_or_else(String::new, |what| name(items, what));
    let (more, less) = if first {
        (name(a), name(b))
    } else {
        (name(b), name(a))
    };
    let (this_way, other_way) = (method_name(words, method), method_name(words, other));
    out.push(say!(
        words,
        "Your two ways of answering pull apart. With “{this_way}”, {more} matters more than {less}. With “{other_way}”, it \
         is the other way round. Which is nearer to what you feel?",
        this_way,
        more,
        less,
        other_way
    ));
    out
}

fn name(items: &Items<'_>, what: &Weighable) -> String {
    items
        .of(what)
        .map_or_else(String::new, |item| item.in_sentence.clone())
}

/// "These two answers pull apart", when comparisons agree less than is usually accepted.
fn pulling_apart(words: &Words, answers: &Answers, items: &Items<'_>, of: &[&Weighable]) -> Vec<String> {
    let Some(numbers) = comparisons(answers.mine(), of) else {
        return Vec::new();
    };
    let get = |all: &[f64], at: usize| all.get(at).copied().unwrap_or(1.0);
    let whole = get(&numbers.best_to_others, numbers.worst);
    let most = (0..of.len())
        .filter(|at| *at != numbers.best && *at != numbers.worst)
        .fold(None, |most: Option<(usize, f64)>, at| match most {
            Some(found) if found.1 >= misfit(&numbers, at) => Some(found),
            _ => Some((at, misfit(&numbers, at))),
        });
    let Some((at, times)) = most else {
        return Vec::new();
    };
    let apart = match best_worst(&numbers).map(|found| found.consistency) {
        Ok(Some(Consistency::BestWorst {
            input_based,
            threshold: Some(threshold),
            ..
        })) => input_based > threshold,
        // A comparison beyond that of the most with the least important, or answers for which none is published.
        _ => times >= APART,
    };
    if !apart {
        return Vec::new();
    }
    let name = |at: usize| of.get(at).map_or_else(String::new, |what| name(items, what));
    let (best, this, worst) = (name(numbers.best), name(at), name(numbers.worst));
    let (up, down) = (
        get(&numbers.best_to_others, at),
        get(&numbers.others_to_worst, at),
    );
    // A bare name; some languages would change its first letter there.
    let bare = |what: &String| say!(words, context "a name, after: as much as", "{what}", what);
    let (to_this, to_worst) = (
        Ratio::of(up).than(words, &bare(&this)),
        Ratio::of(down).than(words, &bare(&worst)),
    );
    let whole_said = Ratio::of(whole).than(words, &bare(&worst));
    vec![
        say!(
            words,
            "These two answers pull apart: {best} matters {to_this}, and {this} matters {to_worst}.",
            best,
            to_this,
            this,
            to_worst
        ),
        if up * down > whole {
            say!(
                words,
                "Together they put {best} higher than your answer that it matters {whole_said}.",
                best,
                whole_said
            )
        } else {
            say!(
                words,
                "Together they put {best} lower than your answer that it matters {whole_said}.",
                best,
                whole_said
            )
        },
        say!(
            words,
            "That happens to most people. You can change any of them, or leave them: the result allows for all."
        ),
    ]
}
