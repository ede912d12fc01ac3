//! Answers as JSON, written and read by hand: what serde makes of these types is three times as much to download.
//! A property test holds both to the same text.

use crate::format::tree::{Node, Value, field};
use crate::format::{Out, Word};
use crate::ids::{HorizonId, OptionId, OutcomeId, ReferenceClassId};

use crate::words::Chances;

use super::kept::{Map, Set};
use super::{
    Answers, BestWorst, Concern, ConcernId, DealBreaker, Leaning, Note, OutcomeOrder, People, Person,
    Presence, SetAside, Swing, Weighable, Weighing,
};

fn write_notes(notes: &[Note], out: &mut Out) {
    out.open('[');
    for note in notes {
        out.open('{').key("id").number(note.id);
        out.key("who").word(Some(note.who));
        out.key("words").text(&note.words);
        out.key("when").text(&note.when);
        out.close('}');
    }
    out.close(']');
}

/// All that was said and chosen, as a table.
pub(super) fn write(answers: &Answers, out: &mut Out) {
    out.open('{').key("step").text(answers.step.name());
    let visited: Vec<_> = answers.visited.iter().copied().collect();
    out.key("visited").words(&visited);
    let present: Vec<_> = answers.present.iter().copied().collect();
    out.key("present").words(&present);
    out.key("stage").word(answers.stage);
    out.key("words").open('{');
    for (place, words) in answers.words.iter() {
        out.key(place.word()).text(words);
    }
    out.close('}');
    out.key("compare_as").word(Some(answers.compare_as));
    out.key("order");
    match &answers.order {
        OutcomeOrder::Aid => out.text(AID),
        OutcomeOrder::Weights => out.text(WEIGHTS),
        OutcomeOrder::Own(outcomes) => {
            out.open('{').key("own").open('[');
            for outcome in outcomes {
                out.text(outcome.as_str());
            }
            out.close(']');
            out.close('}');
        }
    }
    out.key("horizons").open('{');
    for (outcome, horizon) in answers.horizons.iter() {
        out.key(outcome.as_str()).text(horizon.as_str());
    }
    out.close('}');
    out.key("hidden").open('[');
    for option in &answers.hidden {
        out.text(option.as_str());
    }
    out.close(']');
    weighing(answers, out);
    if !answers.set_aside.is_empty() {
        out.key("set_aside").open('[');
        for aside in &answers.set_aside {
            out.open('{').key("group").text(aside.group.as_str());
            out.key("ranges").text(&aside.ranges);
            weighings(&aside.weighings, out);
            out.close('}');
        }
        out.close(']');
    }
    out.key("leaning");
    match &answers.leaning {
        None => out.bare("null"),
        Some(Leaning::Option(option)) => {
            out.open('{').key("option").text(option.as_str());
            out.close('}');
        }
        Some(Leaning::Undecided) => out.text(UNDECIDED),
        Some(Leaning::MoreTime) => out.text(MORE_TIME),
        Some(Leaning::PleaseAdvise) => out.text(PLEASE_ADVISE),
    }
    out.key("questions").text(&answers.questions);
    out.key("mode").word(answers.mode);
    let liking: Vec<_> = answers.liking.iter().copied().collect();
    out.key("liking").words(&liking);
    out.key("ready").open('{');
    for (prompt, fine) in answers.ready.iter() {
        out.key(prompt.word()).flag(*fine);
    }
    out.close('}');
    out.key("understood").open('{');
    for (id, answer) in answers.understood.iter() {
        out.key(id).number(*answer);
    }
    out.close('}');
    out.key("sure").word(answers.sure);
    out.key("agenda");
    write_notes(&answers.agenda, out);
    out.key("actions");
    write_notes(&answers.actions, out);
    out.key("review").text(&answers.review);
    out.close('}');
}

const AID: &str = "aid";
const WEIGHTS: &str = "weights";
const UNDECIDED: &str = "undecided";
const MORE_TIME: &str = "more-time";
const PLEASE_ADVISE: &str = "please-advise";

/// What the fit depends on: weights, concerns and deal-breakers; and how its sentences say chances.
pub(crate) fn weighing(answers: &Answers, out: &mut Out) {
    if answers.chances != Chances::Counts {
        out.key("chances").word(Some(answers.chances));
    }
    if let Some(group) = &answers.group {
        out.key("group").text(group.as_str());
    }
    out.key("people")
        .open('{')
        .key("turn")
        .word(Some(answers.people.turn));
    out.key("revealed").flag(answers.people.revealed);
    out.key("changed_after").flag(answers.people.changed_after);
    out.close('}');
    weighings(&answers.weighings, out);
    out.key("concerns").open('[');
    for concern in &answers.concerns {
        out.open('{').key("id").text(&concern.id.0);
        out.key("words").text(&concern.words);
        out.key("ratings").open('{');
        for (option, rating) in concern.ratings.iter() {
            out.key(option.as_str()).number(u32::from(*rating));
        }
        out.close('}');
        out.close('}');
    }
    out.close(']');
    out.key("deal_breakers").open('[');
    for breaker in &answers.deal_breakers {
        out.open('{');
        match breaker {
            DealBreaker::Option(option) => out.key("option").text(option.as_str()),
            DealBreaker::Limit { outcome, count } => {
                out.key("limit").open('{').key("outcome").text(outcome.as_str());
                out.key("count").number(*count);
                out.close('}');
            }
        }
        out.close('}');
    }
    out.close(']');
}

fn weighings(said: &Map<Person, Weighing>, out: &mut Out) {
    out.key("weighings").open('{');
    for (who, said) in said.iter() {
        out.key(who.word()).open('{').key("method").word(said.method);
        out.key("swing").open('{');
        maybe_weighable("first", said.swing.first.as_ref(), out);
        out.key("points");
        points(&said.swing.points, out);
        out.close('}');
        out.key("ranking").open('[');
        for together in &said.ranking {
            out.open('[');
            for what in together {
                weighable(what, out);
            }
            out.close(']');
        }
        out.close(']');
        out.key("shares");
        points(&said.shares, out);
        out.key("best_worst").open('{');
        maybe_weighable("best", said.best_worst.best.as_ref(), out);
        maybe_weighable("worst", said.best_worst.worst.as_ref(), out);
        out.key("times").open('[');
        for (more, less, times) in &said.best_worst.times {
            out.open('[');
            weighable(more, out);
            weighable(less, out);
            out.number(u32::from(*times));
            out.close(']');
        }
        out.close(']');
        out.close('}');
        out.close('}');
    }
    out.close('}');
}

fn maybe_weighable(key: &str, what: Option<&Weighable>, out: &mut Out) {
    out.key(key);
    match what {
        Some(what) => weighable(what, out),
        None => out.bare("null"),
    }
}

fn points(points: &[(Weighable, u8)], out: &mut Out) {
    out.open('[');
    for (what, points) in points {
        out.open('[');
        weighable(what, out);
        out.number(u32::from(*points));
        out.close(']');
    }
    out.close(']');
}

fn weighable(what: &Weighable, out: &mut Out) {
    let (kind, id) = match what {
        Weighable::Outcome(id) => ("outcome", id.as_str()),
        Weighable::Concern(id) => ("concern", id.0.as_str()),
    };
    out.open('{').key(kind).text(id);
    out.close('}');
}

/// The answers a node holds; what is left out is as at first.
///
/// # Errors
/// The name of the field that cannot be read.
pub(crate) fn read(node: &Node<'_>) -> Result<Answers, String> {
    let mut answers = Answers::default();
    let Value::Table(entries) = &node.value else {
        return Err(String::new());
    };
    for entry in entries {
        if one(&mut answers, &entry.key, &entry.node).is_none() {
            return Err(entry.key.to_string());
        }
    }
    Ok(answers)
}

fn one(answers: &mut Answers, key: &str, node: &Node<'_>) -> Option<()> {
    match key {
        "step" => answers.step = word(node)?,
        "visited" => answers.visited = words(node)?,
        "present" => answers.present = words(node)?,
        "stage" => answers.stage = maybe(node, word)?,
        "words" => answers.words = map(node, word_of, text)?,
        "compare_as" => answers.compare_as = word(node)?,
        "chances" => answers.chances = word(node)?,
        "order" => answers.order = order(node)?,
        "horizons" => {
            answers.horizons = map(
                node,
                |name| OutcomeId::try_from(name).ok(),
                |node| HorizonId::try_from(text(node)?).ok(),
            )?;
        }
        "hidden" => answers.hidden = all(node, option)?.into(),
        "people" => answers.people = people(node)?,
        "weighings" => answers.weighings = map(node, word_of, said)?,
        "group" => answers.group = maybe(node, group)?,
        "set_aside" => answers.set_aside = all(node, aside)?,
        "concerns" => answers.concerns = all(node, concern)?,
        "deal_breakers" => answers.deal_breakers = all(node, deal_breaker)?.into(),
        "leaning" => answers.leaning = maybe(node, leaning)?,
        "questions" => answers.questions = text(node)?,
        "mode" => answers.mode = maybe(node, word)?,
        "liking" => answers.liking = words(node)?,
        "ready" => answers.ready = map(node, word_of, flag)?,
        "understood" => answers.understood = map(node, |name| Some(name.to_owned()), number)?,
        "sure" => answers.sure = maybe(node, word)?,
        "agenda" => answers.agenda = all(node, note)?,
        "actions" => answers.actions = all(node, note)?,
        "review" => answers.review = text(node)?,
        _ => return None,
    }
    Some(())
}

fn maybe<T>(node: &Node<'_>, read: fn(&Node<'_>) -> Option<T>) -> Option<Option<T>> {
    if matches!(node.value, Value::Null) {
        return Some(None);
    }
    read(node).map(Some)
}

fn text(node: &Node<'_>) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

pub(super) fn number(node: &Node<'_>) -> Option<u32> {
    match &node.value {
        Value::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

fn flag(node: &Node<'_>) -> Option<bool> {
    match &node.value {
        Value::Flag(flag) => Some(*flag),
        _ => None,
    }
}

fn word<T: Word>(node: &Node<'_>) -> Option<T> {
    match &node.value {
        Value::Text(text) => word_of(text),
        _ => None,
    }
}

fn word_of<T: Word>(name: &str) -> Option<T> {
    T::at(T::WORDS.iter().position(|known| *known == name)?)
}

fn words<T: Word + Ord>(node: &Node<'_>) -> Option<Set<T>> {
    all(node, word).map(Set::from)
}

fn list<'n, 't>(node: &'n Node<'t>) -> Option<&'n [Node<'t>]> {
    match &node.value {
        Value::List(list) => Some(list),
        _ => None,
    }
}

fn all<T>(node: &Node<'_>, read: fn(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    list(node)?.iter().map(read).collect()
}

fn map<K: Ord, V>(
    node: &Node<'_>,
    key: fn(&str) -> Option<K>,
    value: fn(&Node<'_>) -> Option<V>,
) -> Option<Map<K, V>> {
    let Value::Table(entries) = &node.value else {
        return None;
    };
    let mut map = Map::default();
    for entry in entries {
        map.insert(key(&entry.key)?, value(&entry.node)?);
    }
    Some(map)
}

/// The field of a table, which has `count` fields and no others.
fn of<'n, 't>(node: &'n Node<'t>, count: usize, key: &str) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::Table(entries) if entries.len() == count => field(entries, key),
        _ => None,
    }
}

fn option(node: &Node<'_>) -> Option<OptionId> {
    OptionId::try_from(text(node)?).ok()
}

fn group(node: &Node<'_>) -> Option<ReferenceClassId> {
    ReferenceClassId::try_from(text(node)?).ok()
}

fn aside(node: &Node<'_>) -> Option<SetAside> {
    Some(SetAside {
        group: group(of(node, 3, "group")?)?,
        ranges: text(of(node, 3, "ranges")?)?,
        weighings: map(of(node, 3, "weighings")?, word_of, said)?,
    })
}

fn outcome(node: &Node<'_>) -> Option<OutcomeId> {
    OutcomeId::try_from(text(node)?).ok()
}

fn what(node: &Node<'_>) -> Option<Weighable> {
    if let Some(id) = of(node, 1, "outcome") {
        return outcome(id).map(Weighable::Outcome);
    }
    Some(Weighable::Concern(ConcernId(text(of(node, 1, "concern")?)?)))
}

fn order(node: &Node<'_>) -> Option<OutcomeOrder> {
    if let Some(own) = of(node, 1, "own") {
        return all(own, outcome).map(OutcomeOrder::Own);
    }
    match &*text(node)? {
        AID => Some(OutcomeOrder::Aid),
        WEIGHTS => Some(OutcomeOrder::Weights),
        _ => None,
    }
}

fn people(node: &Node<'_>) -> Option<People> {
    Some(People {
        turn: word(of(node, 3, "turn")?)?,
        revealed: flag(of(node, 3, "revealed")?)?,
        changed_after: flag(of(node, 3, "changed_after")?)?,
    })
}

fn said(node: &Node<'_>) -> Option<Weighing> {
    let swing = of(node, 5, "swing")?;
    let best_worst = of(node, 5, "best_worst")?;
    Some(Weighing {
        method: maybe(of(node, 5, "method")?, word)?,
        swing: Swing {
            first: maybe(of(swing, 2, "first")?, what)?,
            points: all(of(swing, 2, "points")?, given)?,
        },
        ranking: all(of(node, 5, "ranking")?, |together| all(together, what))?,
        shares: all(of(node, 5, "shares")?, given)?,
        best_worst: BestWorst {
            best: maybe(of(best_worst, 3, "best")?, what)?,
            worst: maybe(of(best_worst, 3, "worst")?, what)?,
            times: all(of(best_worst, 3, "times")?, compared)?,
        },
    })
}

fn small(node: &Node<'_>) -> Option<u8> {
    u8::try_from(number(node)?).ok()
}

fn given(pair: &Node<'_>) -> Option<(Weighable, u8)> {
    match list(pair)? {
        [of, points] => Some((what(of)?, small(points)?)),
        _ => None,
    }
}

fn compared(three: &Node<'_>) -> Option<(Weighable, Weighable, u8)> {
    match list(three)? {
        [more, less, times] => Some((what(more)?, what(less)?, small(times)?)),
        _ => None,
    }
}

fn concern(node: &Node<'_>) -> Option<Concern> {
    let ratings = map(
        of(node, 3, "ratings")?,
        |name| OptionId::try_from(name).ok(),
        small,
    );
    Some(Concern {
        id: ConcernId(text(of(node, 3, "id")?)?),
        words: text(of(node, 3, "words")?)?,
        ratings: ratings?,
    })
}

fn deal_breaker(node: &Node<'_>) -> Option<DealBreaker> {
    if let Some(id) = of(node, 1, "option") {
        return option(id).map(DealBreaker::Option);
    }
    let limit = of(node, 1, "limit")?;
    Some(DealBreaker::Limit {
        outcome: outcome(of(limit, 2, "outcome")?)?,
        count: number(of(limit, 2, "count")?)?,
    })
}

fn leaning(node: &Node<'_>) -> Option<Leaning> {
    if let Some(id) = of(node, 1, "option") {
        return option(id).map(Leaning::Option);
    }
    match &*text(node)? {
        UNDECIDED => Some(Leaning::Undecided),
        MORE_TIME => Some(Leaning::MoreTime),
        PLEASE_ADVISE => Some(Leaning::PleaseAdvise),
        _ => None,
    }
}

fn note(node: &Node<'_>) -> Option<Note> {
    Some(Note {
        id: number(of(node, 4, "id")?)?,
        who: word::<Presence>(of(node, 4, "who")?)?,
        words: text(of(node, 4, "words")?)?,
        when: text(of(node, 4, "when")?)?,
    })
}
