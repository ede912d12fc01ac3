//! Checks point scores: items with points, and a meaning for every sum there can be.

use super::super::OptionId;
use super::super::document::{NONE, ScoreDoc, ScoreItemDoc};
use super::{Checker, listed};
use crate::format::At;
use crate::format::Code;

/// The most points an item has.
const MOST_POINTS: u8 = 100;
/// The most sums that are named in a message.
const MOST_NAMED: usize = 8;

impl Checker<'_> {
    pub(super) fn scores(&mut self) {
        let doc = self.doc;
        let mut asked = Vec::new();
        for (index, score) in doc.scores.iter().enumerate() {
            let place = At::ROOT.item("score", index);
            let before = doc.scores.iter().take(index);
            if self.id::<OptionId>(&score.id, &place).is_some()
                && before.map(|earlier| &earlier.id).any(|id| *id == score.id)
            {
                self.duplicate("a score", &score.id, &place);
            }
            self.named_source(&score.source, &place);
            self.items(score, &place);
            self.sums(score, &place);
            let axis = score.axis(doc);
            if axis.is_some() && asked.contains(&axis) {
                report!(
                    self,
                    Code::BadScore,
                    place.key("sum"),
                    "two scores choose a group of the same question",
                    "keep one score for each question of `baseline`",
                );
            }
            asked.push(axis);
        }
    }

    fn items(&mut self, score: &ScoreDoc, place: &At<'_>) {
        if score.items.is_empty() {
            report!(
                self,
                Code::BadScore,
                place.key("item"),
                format!("`{}` has no items", score.id),
                "add its published items with `[[score.item]]`",
            );
        }
        for (index, item) in score.items.iter().enumerate() {
            let place = place.item("item", index);
            let before = score.items.iter().take(index);
            if self.id::<OptionId>(&item.id, &place).is_some()
                && (item.id == NONE || before.map(|earlier| &earlier.id).any(|id| *id == item.id))
            {
                self.duplicate("an item of the score", &item.id, &place);
            }
            self.points(item, &place);
        }
    }

    fn points(&mut self, item: &ScoreItemDoc, place: &At<'_>) {
        let alone = item.levels.is_empty();
        let whole = match item.points {
            Some(points) => alone && item.in_sentence.is_some() && (1..=MOST_POINTS).contains(&points),
            None => !alone && item.in_sentence.is_none(),
        };
        if !whole {
            report!(
                self,
                Code::BadScore,
                *place,
                format!(
                    "`{}` is neither an item with its points nor a question with levels",
                    item.id
                ),
                format!(
                    "give it `points`, 1 to {MOST_POINTS}, and `in_sentence`; or give it two or more `[[score.item.level]]` \
                     with points of their own, and neither of these"
                ),
            );
        }
        if alone {
            return;
        }
        if item.levels.len() < 2 || item.levels.iter().any(|level| level.points > MOST_POINTS) {
            report!(
                self,
                Code::BadScore,
                place.key("level"),
                format!(
                    "`{}` has one level alone, or one with more than {MOST_POINTS} points",
                    item.id
                ),
                "give every level there is, those without points too",
            );
        }
        for (index, level) in item.levels.iter().enumerate() {
            let place = place.item("level", index);
            let before = item.levels.iter().take(index);
            if self.id::<OptionId>(&level.id, &place).is_some()
                && before.map(|earlier| &earlier.id).any(|id| *id == level.id)
            {
                self.duplicate("a level of the item", &level.id, &place);
            }
        }
    }

    /// Every sum once, each with a group of one question or a reason why it has none.
    fn sums(&mut self, score: &ScoreDoc, place: &At<'_>) {
        let doc = self.doc;
        let axis = score.axis(doc);
        if axis.is_none() {
            report!(
                self,
                Code::BadScore,
                place.key("sum"),
                format!("no sum of `{}` chooses a group of `baseline`", score.id),
                "give a `[[score.sum]]` the `group` it belongs to; without groups a score has no use here",
            );
        }
        for (index, sum) in score.sums.iter().enumerate() {
            let place = place.item("sum", index);
            if let Some(group) = &sum.group {
                let of = doc.axis_of(group);
                if of.is_none() || of != axis {
                    report!(
                        self,
                        Code::BadScore,
                        place.key("group"),
                        match of {
                            None => format!("`baseline` has no group called `{group}`"),
                            Some(_) => format!("`{group}` is a group of the other question"),
                        },
                        match axis.and_then(|at| doc.axes().nth(at)) {
                            Some(axis) =>
                                format!("use one of {}", listed(axis.groups.iter().map(|group| &group.id))),
                            None => "use the id of a `[[baseline.group]]`".to_owned(),
                        },
                    );
                }
            } else if sum.says.is_none() {
                report!(
                    self,
                    Code::BadScore,
                    place,
                    format!("nothing is said of a sum of {}, and no group is chosen", sum.from),
                    "add `group`, or `says` with why there is none",
                );
            }
        }
        let most = score.most();
        let mut wrong: Vec<u32> = Vec::new();
        for sum in 0..=most {
            let said = score
                .sums
                .iter()
                .filter(|known| known.from <= sum && sum <= known.last());
            if said.count() != 1 {
                wrong.push(sum);
            }
        }
        wrong.extend(
            score
                .sums
                .iter()
                .filter(|sum| sum.last() < sum.from)
                .map(|sum| sum.from),
        );
        wrong.extend(
            score
                .sums
                .iter()
                .map(super::super::document::SumDoc::last)
                .filter(|last| *last > most),
        );
        if !wrong.is_empty() {
            wrong.truncate(MOST_NAMED);
            report!(
                self,
                Code::BadScore,
                place.key("sum"),
                format!(
                    "the points add up to 0 to {most}, and not every sum of these is there once, and no other: see {}",
                    listed(wrong.iter().map(u32::to_string))
                ),
                "write a `[[score.sum]]` for every sum there can be, once; `from` and `to` for several together",
            );
        }
    }
}
