//! Checks the groups that figures depend on: one question or two, and a row for every group of them.

use super::super::document::{Axis, OutcomeDoc, ReferenceClassDoc, RowDoc};
use super::{Checker, listed};
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    /// Whether rows of two reference classes are about the same people, as far as anybody can choose.
    pub(super) fn same_people(&self, one: &str, other: &str) -> bool {
        let groups = |class: &str| {
            let mut groups = self.doc.groups_of(class);
            groups.sort_unstable();
            groups.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let (one, other) = (groups(one), groups(other));
        one.is_empty() || other.is_empty() || one == other
    }

    /// Whether an outcome's figures depend on a group; each point in time must then have every group, or every pair.
    pub(super) fn gaps(&mut self, outcome: &OutcomeDoc, place: &At<'_>) -> bool {
        let doc = self.doc;
        let mut depends = false;
        for (index, row) in outcome.rows.iter().enumerate() {
            let asked = |row: &RowDoc| {
                let groups = doc.groups_of(&row.group);
                [0, 1].map(|at| groups.iter().any(|group| doc.axis_of(group) == Some(at)))
            };
            let on = asked(row);
            if on == [false; 2] {
                continue;
            }
            depends = true;
            let then = || outcome.rows.iter().filter(|other| other.at == row.at);
            let first = outcome
                .rows
                .iter()
                .take(index)
                .all(|earlier| earlier.at != row.at);
            if !first {
                continue;
            }
            let place = place.item("figures", index);
            if then().any(|other| asked(other) != on) {
                report!(
                    self,
                    Code::BaselineGap,
                    place,
                    format!(
                        "the rows of `{}` at `{}` do not all depend on the same question of `baseline`",
                        outcome.id, row.at
                    ),
                    "have every row of an outcome and a time depend on one question, or every row on both",
                );
                continue;
            }
            let groups = |at: usize| -> Vec<Option<&str>> {
                let axis = doc.axes().nth(at).filter(|_| on.get(at) == Some(&true));
                match axis {
                    Some(axis) => axis.groups.iter().map(|group| Some(group.id.as_str())).collect(),
                    None => vec![None],
                }
            };
            let mut lacking = Vec::new();
            for one in groups(0) {
                for other in groups(1) {
                    let wanted: Vec<&str> = [one, other].into_iter().flatten().collect();
                    let mut rows = then();
                    if !rows.any(|row| {
                        let of = doc.groups_of(&row.group);
                        wanted.iter().all(|group| of.contains(group))
                    }) {
                        lacking.push(wanted.join(" with "));
                    }
                }
            }
            if !lacking.is_empty() {
                report!(
                    self,
                    Code::BaselineGap,
                    place,
                    format!(
                        "`{}` has no row at `{}` for {}",
                        outcome.id,
                        row.at,
                        listed(lacking)
                    ),
                    "add a row for each group of `baseline`; when there is no figure, say why in its cells",
                );
            }
        }
        depends
    }

    /// The groups a person chooses from.
    pub(super) fn baselines(&mut self) {
        let doc = self.doc;
        let baseline = At::ROOT.key("baseline");
        let also = baseline.key("also");
        for (index, axis) in doc.axes().enumerate() {
            self.axis(&axis, if index == 0 { &baseline } else { &also }, index);
        }
        for (index, class) in doc.reference_classes.iter().enumerate() {
            if !class.of.is_empty() {
                self.class_of(class, &At::ROOT.item("reference_class", index));
            }
        }
    }

    fn axis(&mut self, axis: &Axis<'_>, at: &At<'_>, asked: usize) {
        let doc = self.doc;
        let place = at.key("group");
        if axis.groups.len() < 2 {
            report!(
                self,
                Code::BadBaseline,
                place,
                "there are fewer than two groups, so there is nothing to choose",
                "give two or more groups, or remove the question",
            );
        }
        for (index, group) in axis.groups.iter().enumerate() {
            let place = place.index(index);
            let before = axis.groups.iter().take(index);
            if before.map(|earlier| &earlier.id).any(|id| *id == group.id)
                || doc.axis_of(&group.id) != Some(asked)
            {
                self.duplicate("a group of `baseline`", &group.id, &place);
            }
            let mut classes = doc.reference_classes.iter();
            if !classes.any(|class| class.id == group.id || class.of.contains(&group.id)) {
                report!(
                    self,
                    Code::UnknownGroup,
                    place.key("id"),
                    format!("there is no group of people called `{}`", group.id),
                    "use the id of a `[[reference_class]]`, or name it in `of` of one",
                );
                continue;
            }
            let mut rows = doc.outcomes.iter().flat_map(|outcome| &outcome.rows);
            if !rows.any(|row| doc.groups_of(&row.group).contains(&group.id.as_str())) {
                report!(
                    self,
                    Code::BadBaseline,
                    place.key("id"),
                    format!("no row of figures is about `{}`", group.id),
                    "add its rows, or leave the group out",
                );
            }
        }
    }

    /// People who are in a group of each question, or in one group.
    fn class_of(&mut self, class: &ReferenceClassDoc, place: &At<'_>) {
        let asked: Vec<Option<usize>> = class.of.iter().map(|group| self.doc.axis_of(group)).collect();
        for (index, group) in class.of.iter().enumerate() {
            if asked.get(index) == Some(&None) {
                report!(
                    self,
                    Code::UnknownGroup,
                    place.item("of", index),
                    format!("`baseline` has no group called `{group}`"),
                    "name one group of `baseline`, or one of `baseline` and one of `baseline.also`",
                );
            }
        }
        let twice = asked
            .iter()
            .enumerate()
            .any(|(index, axis)| axis.is_some() && asked.iter().take(index).any(|earlier| earlier == axis));
        if twice || self.doc.axis_of(&class.id).is_some() {
            report!(
                self,
                Code::BadBaseline,
                place.key("of"),
                if twice {
                    format!(
                        "`{}` is of two groups of one question, and nobody is in both",
                        class.id
                    )
                } else {
                    format!("`{}` is a group of `baseline` itself", class.id)
                },
                "name one group of `baseline`, or one of `baseline` and one of `baseline.also`",
            );
        }
    }
}
