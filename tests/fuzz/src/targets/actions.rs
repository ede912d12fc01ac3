//! Sequences of what people can do.
//!
//! What is refused changes nothing; whatever was done every step can be shown; what is saved is read again and says the same;
//! starting again leaves nothing.

use super::aid::every_view;
use crate::corpus;
use std::panic::{AssertUnwindSafe, catch_unwind};
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Applied, Consultation};
use weighup_fuzz::{Came, Draw, ODD, Tried, run};

/// Every action, with holes for what it is about.
const ACTIONS: &[&str] = &[
    r#"{"go":"@step"}"#,
    r#"{"go":"@step"}"#,
    r#"{"about":{"toggle-presence":"@presence"}}"#,
    r#"{"about":{"set-stage":"@stage"}}"#,
    r#"{"about":{"choose-group":"@group"}}"#,
    r#"{"about":{"choose-group":"@group"}}"#,
    r#"{"about":{"tick":["@score","@item"]}}"#,
    r#"{"about":{"tick":["@score","@item"]}}"#,
    r#"{"words":{"set-words":["@box","@words"]}}"#,
    r#"{"words":{"set-words":["@box","@words"]}}"#,
    r#"{"words":{"set-questions":"@words"}}"#,
    r#"{"show":{"compare-as":"@way"}}"#,
    r#"{"show":{"say-chances":"@chances"}}"#,
    r#"{"show":{"order-outcomes":"weights"}}"#,
    r#"{"show":{"order-outcomes":{"own":["@outcome","@outcome"]}}}"#,
    r#"{"show":{"order-outcomes":{"marks":["@outcome"]}}}"#,
    r#"{"show":{"choose-horizon":["@outcome","@horizon"]}}"#,
    r#"{"show":{"choose-horizon-for-all":"@horizon"}}"#,
    r#"{"show":{"toggle-option":"@option"}}"#,
    r#"{"show":{"speak-of":"@outcome"}}"#,
    r#"{"show":{"set-mode":"@mode"}}"#,
    r#"{"show":{"open-for":"@mode"}}"#,
    r#"{"show":{"toggle-liking":"@liking"}}"#,
    r#"{"turn":{"take":"@person"}}"#,
    r#"{"turn":{"take":"patient"}}"#,
    r#"{"turn":"reveal-guess"}"#,
    r#"{"weigh":{"use-method":"@method"}}"#,
    r#"{"weigh":{"choose-first":@what}}"#,
    r#"{"weigh":{"choose-first":@what}}"#,
    r#"{"weigh":{"set-points":[@what,@byte]}}"#,
    r#"{"weigh":{"set-points":[@what,@byte]}}"#,
    r#"{"weigh":{"set-points":[@what,@byte]}}"#,
    r#"{"weigh":{"rank":[@what,"@move"]}}"#,
    r#"{"weigh":{"rank":[@what,"next"]}}"#,
    r#"{"weigh":{"rank-all":[[@what],[@what,@what]]}}"#,
    r#"{"weigh":{"share":[@what,@byte]}}"#,
    r#"{"weigh":{"share":[@what,@byte]}}"#,
    r#"{"weigh":{"choose-best":@what}}"#,
    r#"{"weigh":{"choose-worst":@what}}"#,
    r#"{"weigh":{"set-times":[@what,@what,@few]}}"#,
    r#"{"weigh":{"set-times":[@what,@what,@few]}}"#,
    r#"{"weigh":{"choose-most":@what}}"#,
    r#"{"weigh":{"say-next-to":[@what,@what,"@word"]}}"#,
    r#"{"weigh":{"say-next-to":[@what,@what,"@word"]}}"#,
    r#"{"weigh":{"take-back":[@what,@what]}}"#,
    r#"{"own":{"weigh-anyway":["@outcome",@yes]}}"#,
    r#"{"weigh":"weigh-at-shown"}"#,
    r#"{"own":{"add-concern":"@words"}}"#,
    r#"{"own":{"remove-concern":"@concern"}}"#,
    r#"{"own":{"rate-concern":["@concern","@option",@few]}}"#,
    r#"{"own":{"rate-concern":["@concern","@option",@few]}}"#,
    r#"{"own":{"mark":["@outcome","@mark"]}}"#,
    r#"{"show":{"ask-at":2}}"#,
    r#"{"own":{"say-about":["@outcome","@words"]}}"#,
    r#"{"words":{"link-words":["@box","@outcome"]}}"#,
    r#"{"own":{"toggle-deal-breaker":{"option":"@option"}}}"#,
    r#"{"own":{"toggle-deal-breaker":{"limit":{"outcome":"@outcome","count":@byte}}}}"#,
    r#"{"own":{"step-limit":["@outcome",@yes]}}"#,
    r#"{"talk":{"set-leaning":{"option":"@option"}}}"#,
    r#"{"talk":{"set-leaning":"@leaning"}}"#,
    r#"{"talk":{"set-status":"@status"}}"#,
    r#"{"talk":{"set-ready":["@prompt",@yes]}}"#,
    r#"{"talk":{"understand":["@question",@few]}}"#,
    r#"{"talk":{"toggle-ask":@few}}"#,
    r#"{"talk":{"set-sure":"@sure"}}"#,
    r#"{"talk":{"set-review":"@day"}}"#,
    r#"{"talk":{"add-note":["@list","@presence","@words","@words"]}}"#,
    r#"{"talk":{"remove-note":["@list",@few]}}"#,
    r#"{"talk":{"move-note":["@list",@few,@yes]}}"#,
    r#"{"history":"undo"}"#,
    r#"{"history":"redo"}"#,
];

const STEPS: [&str; 10] = [
    "about",
    "what-matters",
    "choice",
    "options",
    "compare",
    "weigh",
    "fit",
    "ready",
    "decide",
    "summary",
];
const BOXES: [&str; 8] = [
    "matters",
    "worries",
    "hopes",
    "would-not-accept",
    "reservations",
    "teach-back",
    "companion",
    "professional",
];
const WORDS: [&str; 8] = [
    "",
    " ",
    "a",
    "b\\nc",
    "\\u202e",
    "\\u0633\\u0644\\u0627\\u0645",
    "<script>",
    "=1+1",
];

/// An aid with the names that its actions are about.
pub(super) struct Stage {
    pub(super) aid: Aid,
    options: Vec<String>,
    outcomes: Vec<String>,
    horizons: Vec<String>,
    groups: Vec<String>,
    scores: Vec<String>,
    items: Vec<String>,
    questions: Vec<String>,
}

impl Stage {
    /// Reads the names out of the aid's own JSON.
    pub(super) fn new(aid: Aid) -> Self {
        let tree: serde_json::Value = serde_json::from_str(aid.to_json()).unwrap_or_default();
        let ids = |list: &str| -> Vec<String> {
            let all = tree
                .get(list)
                .and_then(serde_json::Value::as_array)
                .into_iter()
                .flatten();
            all.filter_map(|each| Some(each.get("id")?.as_str()?.to_owned()))
                .collect()
        };
        let mut items = Vec::new();
        for score in tree
            .get("score")
            .and_then(serde_json::Value::as_array)
            .into_iter()
            .flatten()
        {
            for item in score
                .get("item")
                .and_then(serde_json::Value::as_array)
                .into_iter()
                .flatten()
            {
                let Some(id) = item.get("id").and_then(serde_json::Value::as_str) else {
                    continue;
                };
                items.push(id.to_owned());
                for level in item
                    .get("level")
                    .and_then(serde_json::Value::as_array)
                    .into_iter()
                    .flatten()
                {
                    if let Some(level) = level.get("id").and_then(serde_json::Value::as_str) {
                        items.push(format!("{id}.{level}"));
                    }
                }
            }
        }
        Self {
            options: ids("option"),
            outcomes: ids("outcome"),
            horizons: ids("horizon"),
            groups: ids("reference_class"),
            scores: ids("score"),
            questions: ids("understanding"),
            items,
            aid,
        }
    }

    /// One action as JSON. Now and then it is about something that is not there.
    pub(super) fn action(&self, draw: &mut Draw) -> String {
        let mut text = draw.of(ACTIONS).copied().unwrap_or_default().to_owned();
        while let Some(at) = text.find('@') {
            let end = text
                .get(at + 1..)
                .and_then(|rest| rest.find(|letter: char| !letter.is_ascii_lowercase()))
                .map_or(text.len(), |long| at + 1 + long);
            let hole = text.get(at + 1..end).unwrap_or_default().to_owned();
            let with = self.part(draw, &hole);
            text.replace_range(at..end, &with);
        }
        text
    }

    fn part(&self, draw: &mut Draw, hole: &str) -> String {
        fn one(draw: &mut Draw, all: &[&str]) -> String {
            draw.of(all).copied().unwrap_or("none").to_owned()
        }
        let id = |draw: &mut Draw, all: &[String]| {
            if draw.one_in(40) {
                return "nobody".to_owned();
            }
            draw.of(all).cloned().unwrap_or_else(|| "none".to_owned())
        };
        match hole {
            "step" => one(draw, &STEPS),
            "presence" => one(draw, &["me", "someone-with-me", "professional"]),
            "stage" => one(
                draw,
                &["not-started", "considering", "close-to-choosing", "chosen"],
            ),
            "box" => one(draw, &BOXES),
            "words" if draw.one_in(20) => "w".repeat(draw.below(6000)),
            "words" => one(draw, &WORDS),
            "way" => one(draw, &["matrix", "pictures", "difference", "table", "numbers"]),
            "chances" => one(draw, &["counts", "percent"]),
            "mode" => one(draw, &["prepare", "together", "after"]),
            "liking" => one(draw, &["in-full", "large"]),
            "person" => one(draw, &["patient", "companion", "clinician"]),
            "method" => one(draw, &["pairs", "ranking", "swing", "points", "best-worst"]),
            "word" => one(draw, &["as-much", "nearly-as-much", "about-half", "much-less"]),
            "move" => one(draw, &["next", "up", "down", "same", "out"]),
            "mark" => one(draw, &["matters", "worries", "does-not-matter"]),
            "leaning" => one(draw, &["undecided", "more-time", "please-advise"]),
            "status" => one(draw, &["in-progress", "made", "withdrawn"]),
            "prompt" => one(draw, &["choice", "options", "chances", "matters", "people"]),
            "sure" => one(draw, &["very", "fairly", "not-very", "not-at-all"]),
            "list" => one(draw, &["agenda", "actions"]),
            "day" => one(draw, &["", "2027-03-31", "2027-02-30", "soon"]),
            "yes" => one(draw, &["true", "false"]),
            "few" => draw.below(11).to_string(),
            "byte" if draw.one_in(30) => ODD.get(draw.below(10)).copied().unwrap_or_default().to_owned(),
            "byte" => draw.below(256).to_string(),
            "concern" => format!("own-{}", draw.below(7)),
            "option" => id(draw, &self.options),
            "outcome" => id(draw, &self.outcomes),
            "horizon" => id(draw, &self.horizons),
            "group" => id(draw, &self.groups),
            "score" => id(draw, &self.scores),
            "item" => id(draw, &self.items),
            "question" => id(draw, &self.questions),
            _ if draw.one_in(4) => format!(r#"{{"concern":"own-{}"}}"#, draw.below(4)),
            _ => format!(r#"{{"outcome":"{}"}}"#, id(draw, &self.outcomes)),
        }
    }
}

/// Every aid that is small.
pub(super) fn stages() -> Vec<Stage> {
    corpus::sound().into_iter().map(Stage::new).collect()
}

/// Up to eighty of them, one after another.
pub(crate) fn actions(seed: u64, from: u64, executions: u64) -> Tried {
    let stages = stages();
    run(
        seed,
        from,
        executions,
        |draw| {
            let at = draw.below(stages.len());
            let long = draw.below(80);
            let list: Vec<String> = match stages.get(at) {
                Some(stage) => (0..long).map(|_| stage.action(draw)).collect(),
                None => Vec::new(),
            };
            (at, list)
        },
        |(at, list)| {
            stages
                .get(*at)
                .map_or(Came::Refused, |stage| done(&stage.aid, list))
        },
        |(at, list)| {
            let needed = stages
                .get(*at)
                .map_or_else(|| list.clone(), |stage| needed(&stage.aid, list));
            format!("aid {at}\n[{}]", needed.join(",\n"))
        },
    )
}

/// Those of a sequence that breaks without which it would not, for whoever reads what was found.
fn needed(aid: &Aid, list: &[String]) -> Vec<String> {
    let breaks = |list: &[String]| {
        catch_unwind(AssertUnwindSafe(|| done(aid, list)))
            .map_or(true, |came| matches!(came, Came::Broken(_)))
    };
    let mut needed = list.to_vec();
    for at in (0..list.len()).rev() {
        let mut fewer = needed.clone();
        fewer.remove(at);
        if breaks(&fewer) {
            needed = fewer;
        }
    }
    needed
}

fn done(aid: &Aid, list: &[String]) -> Came {
    let mut c = Consultation::new(aid);
    let mut changed = 0;
    for (at, text) in list.iter().enumerate() {
        // What no page could send is no action.
        let Ok(action) = text.parse::<Action>() else {
            continue;
        };
        let before = c.clone();
        match c.apply(aid, action) {
            Ok(Applied::Changed) => changed += 1,
            Ok(Applied::Unchanged) | Err(_) if c != before => {
                return Came::Broken(format!("{text} changed something and did not say so"));
            }
            Ok(Applied::Unchanged) | Err(_) => {}
        }
        if at % 20 == 19
            && let Some(wrong) = every_view(aid, &c)
        {
            return Came::Broken(wrong);
        }
    }
    if let Some(wrong) = every_view(aid, &c).or_else(|| not_kept(aid, &c)) {
        return Came::Broken(wrong);
    }
    if c.apply(aid, Action::start_again()).is_err() || c != Consultation::new(aid) {
        return Came::Broken("starting again left something".to_owned());
    }
    if changed > 0 {
        Came::Accepted
    } else {
        Came::Refused
    }
}

/// What a saved file does not bring back.
pub(super) fn not_kept(aid: &Aid, c: &Consultation) -> Option<String> {
    let saved = c.save(aid, None);
    match Consultation::restore(aid, &saved, None) {
        Ok(back) if !back.dropped.is_empty() => Some(format!("its own file loses {:?}", back.dropped)),
        Ok(back) if back.consultation.save(aid, None) != saved => {
            Some("its own file says something else when it is saved again".to_owned())
        }
        Ok(_) => None,
        Err(error) => Some(format!("its own file is refused: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, stages};
    use std::collections::BTreeSet;
    use weighup_core::consultation::Action;
    use weighup_fuzz::Draw;

    /// The list of actions in core, read from its source, so that a new one is drawn too. Starting again ends every sequence.
    #[test]
    fn every_action_has_a_line() {
        let source = include_str!("../../../../core/src/consultation/action.rs");
        let mut seen = 0;
        for line in source.lines() {
            let Some((function, variant)) = line.trim().split_once(" => ") else {
                continue;
            };
            let name: String = variant.chars().take_while(char::is_ascii_alphanumeric).collect();
            let declared = function
                .chars()
                .all(|each| each.is_ascii_lowercase() || each == '_');
            if !declared
                || !name.starts_with(|first: char| first.is_ascii_uppercase())
                || name == "StartAgain"
            {
                continue;
            }
            let kebab = name.chars().fold(String::new(), |mut kebab, letter| {
                if letter.is_ascii_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.push(letter.to_ascii_lowercase());
                kebab
            });
            let quoted = format!("\"{kebab}\"");
            assert!(
                ACTIONS.iter().any(|line| line.contains(&quoted)),
                "no line draws {quoted}"
            );
            seen += 1;
        }
        assert!(seen > 40, "{seen} actions were found in the source");
    }

    #[test]
    fn every_line_is_an_action() {
        let stages = stages();
        assert!(stages.len() >= 4, "{} aids", stages.len());
        let mut draw = Draw::new(1, 1);
        let mut kinds = BTreeSet::new();
        for _ in 0..3_000 {
            for stage in &stages {
                let text = stage.action(&mut draw);
                if text.parse::<Action>().is_ok() {
                    let kind: String = text
                        .split(['"', '}'])
                        .skip(1)
                        .step_by(2)
                        .take(2)
                        .collect::<Vec<_>>()
                        .join(" ");
                    kinds.insert(kind);
                }
            }
        }
        let wanted: BTreeSet<String> = ACTIONS
            .iter()
            .map(|line| {
                line.split(['"', '}'])
                    .skip(1)
                    .step_by(2)
                    .take(2)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .map(|kind| kind.replace("@step", ""))
            .collect();
        for kind in wanted {
            let found = kinds.iter().any(|known| known.starts_with(kind.trim()));
            assert!(found, "no line of `{kind}` is an action: {kinds:?}");
        }
    }
}
