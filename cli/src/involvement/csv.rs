//! Records of involvement as a table: a line for each group an aid is for, and for each thing that was said.

use weighup_core::involvement::board;

use super::Told;
use crate::evidence::quoted;

const HEAD: [&str; 21] = [
    "line is",
    "aid",
    "aid version",
    "example",
    "for whom",
    "share",
    "share is from",
    "who was heard",
    "as whom",
    "people",
    "paid",
    "when",
    "stage",
    "how",
    "hoped to change",
    "said",
    "did",
    "in version",
    "not changed because",
    "UK standards",
    "comments",
];

/// RFC 4180, with a header line.
pub(super) fn table(told: &[Told]) -> String {
    let mut out = String::new();
    let mut line = |fields: [&str; 21]| {
        out.push_str(&fields.map(quoted).join(","));
        out.push_str("\r\n");
    };
    line(HEAD);
    for one in told {
        let (id, version) = (one.document.id.as_str(), one.document.version.as_str());
        let Some(record) = &one.record else {
            let mut fields = [""; 21];
            [fields[0], fields[1], fields[2]] = ["no record", id, version];
            line(fields);
            continue;
        };
        let example = if record.example { "example" } else { "" };
        let board = board(&one.document, record);
        let joined = |all: Vec<String>| all.join("; ");
        for group in &board.population {
            let people = group.heard.iter().filter_map(|heard| heard.people);
            let mut fields = [""; 21];
            let heard = joined(group.heard.iter().map(|heard| heard.who.clone()).collect());
            let kinds = joined(
                group
                    .heard
                    .iter()
                    .map(|heard| heard.kind.name().to_owned())
                    .collect(),
            );
            let paid = joined(
                group
                    .heard
                    .iter()
                    .map(|heard| heard.paid.name().to_owned())
                    .collect(),
            );
            let people = joined(people.map(|people| people.to_string()).collect());
            let (share, from) = group.share.unwrap_or_default();
            [fields[0], fields[1], fields[2], fields[3]] = ["for whom", id, version, example];
            [fields[4], fields[5], fields[6], fields[7]] = [group.who, share, from, &heard];
            [fields[8], fields[9], fields[10]] = [&kinds, &people, &paid];
            fields[18] = group.why_not.unwrap_or_default();
            line(fields);
        }
        for point in board.goals.iter().flat_map(|goal| &goal.points) {
            let said = point.said;
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let who = joined(point.by.iter().map(|heard| heard.who.clone()).collect());
            let kinds = joined(
                point
                    .by
                    .iter()
                    .map(|heard| heard.kind.name().to_owned())
                    .collect(),
            );
            let paid = joined(
                point
                    .by
                    .iter()
                    .map(|heard| heard.paid.name().to_owned())
                    .collect(),
            );
            let standards = joined(said.standards.iter().map(|one| one.name().to_owned()).collect());
            let comments = said.comments.join("; ");
            let (did, why) = (text(&said.did), text(&said.not_changed_because));
            let since = text(&said.version);
            let (date, stage, how) = point.activity.map_or(("", "", ""), |activity| {
                (
                    activity.date.as_str(),
                    activity.stage.name(),
                    activity.how.as_str(),
                )
            });
            line([
                "said",
                id,
                version,
                example,
                "",
                "",
                "",
                &who,
                &kinds,
                "",
                &paid,
                date,
                stage,
                how,
                &said.hoped,
                &said.said,
                &did,
                &since,
                &why,
                &standards,
                &comments,
            ]);
        }
    }
    out
}
