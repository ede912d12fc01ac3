//! Actions as a host with an interface of its own hands them over: JSON that a program wrote, and may have written wrongly.
//!
//! What is none is refused in words; what is refused changes nothing; after what is taken, every step can be shown.

use super::actions::{not_kept, stages};
use super::aid::every_view;
use super::of_json;
use crate::corpus;
use weighup_core::consultation::{Action, Consultation};
use weighup_fuzz::{Came, Draw, Tried, run};

/// How many actions of each aid inputs are drawn from.
const SOUND: u64 = 200;

/// A few actions, damaged as trees or as text, one after another.
pub(crate) fn actions(seed: u64, from: u64, executions: u64) -> Tried {
    let stages = stages();
    let texts: Vec<Vec<String>> = stages
        .iter()
        .map(|stage| {
            (0..SOUND)
                .map(|number| stage.action(&mut Draw::new(23, number)))
                .collect()
        })
        .collect();
    let trees: Vec<_> = texts.iter().map(|texts| corpus::trees(texts)).collect();
    run(
        seed,
        from,
        executions,
        |draw| {
            let at = draw.below(stages.len());
            let (trees, texts) = (
                trees.get(at).map(Vec::as_slice).unwrap_or_default(),
                texts.get(at).map(Vec::as_slice).unwrap_or_default(),
            );
            let count = 1 + draw.below(8);
            (
                at,
                (0..count)
                    .map(|_| of_json(draw, trees, texts))
                    .collect::<Vec<_>>(),
            )
        },
        |(at, given)| {
            let Some(stage) = stages.get(*at) else {
                return Came::Refused;
            };
            let mut c = Consultation::new(&stage.aid);
            let mut taken = false;
            for text in given {
                let action = match text.parse::<Action>() {
                    Ok(action) => action,
                    Err(wrong) if wrong.is_empty() => {
                        return Came::Broken("it was refused without a word".to_owned());
                    }
                    Err(_) => continue,
                };
                let before = c.clone();
                match c.apply(&stage.aid, action) {
                    Ok(_) => taken = true,
                    Err(error) if error.to_string().is_empty() => {
                        return Came::Broken("an action was refused without a word".to_owned());
                    }
                    Err(error) if c != before => {
                        return Came::Broken(format!(
                            "an action was refused ({error}) and changed something"
                        ));
                    }
                    Err(_) => {}
                }
            }
            match every_view(&stage.aid, &c).or_else(|| not_kept(&stage.aid, &c)) {
                Some(wrong) => Came::Broken(wrong),
                None if taken => Came::Accepted,
                None => Came::Refused,
            }
        },
        |(_, given)| given.join("\n"),
    )
}
