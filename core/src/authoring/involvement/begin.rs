//! The beginning of `involvement.toml` for an aid: what its files say already, and what is still to be written.

use std::fmt::Write as _;

use super::super::skeleton::quoted;
use super::super::{Dossier, Who};
use crate::aid::document::Document;

/// The text of a first `involvement.toml`. Those the aid is for come from `about.who_for`, and what was done from
/// `[[development.involved]]`, which then goes. Nothing is said to have been done that no file says.
#[must_use]
pub fn begin(doc: &Document, dossier: &Dossier) -> String {
    let mut out = format!(
        "# Who was heard while this aid was made, and what came of it. docs/involving-people.md explains every field.\n\
         # Write in only what was done.\n\n\
         aid = {}\n\
         aim = \"To be written: why people are involved.\"\n\
         reflections = \"To be written: what went well with involving people, and what did not.\"\n",
        quoted(&doc.id)
    );
    for (index, who) in doc.about.who_for.iter().enumerate() {
        // A string takes any text.
        let _ = write!(
            out,
            "\n[[population]]\nid = \"for-{}\"\nwho = {}\nnot_heard_because = \"To be written: why nobody of them was heard yet, and what is planned.\"\n",
            index + 1,
            quoted(who)
        );
    }
    let steps = dossier.development.iter().flat_map(|made| &made.involved);
    let steps: Vec<_> = steps.collect();
    for who in [Who::Patients, Who::Professionals] {
        if steps.iter().any(|step| step.who == who) {
            let (name, paid) = match who {
                Who::Patients => ("patients", "not-recorded"),
                Who::Professionals => ("professionals", "at-work"),
            };
            let _ = write!(
                out,
                "\n[[heard]]\nid = \"{name}\"\nwho = \"To be written: which {name}\"\nkind = \"{name}\"\npaid = \"{paid}\"\n"
            );
        }
    }
    for (index, step) in steps.iter().enumerate() {
        let who = match step.who {
            Who::Patients => "patients",
            Who::Professionals => "professionals",
        };
        let _ = write!(
            out,
            "\n[[activity]]\nid = \"activity-{}\"\nstage = \"{}\"\nhow = {}\ndate = {}\nheard = [\"{who}\"]\n",
            index + 1,
            step.stage.word(),
            quoted(&step.how),
            quoted(&step.date)
        );
    }
    out.push_str(EMPTY);
    out
}

/// Tables that no file of an aid has anything for, to be copied.
const EMPTY: &str = "
# Once for each group that was heard:
# [[heard]]
# id = \"parents\"
# who = \"parents of young children\"
# kind = \"carers\"              # patients, carers, public or professionals
# people = 8                    # leave it out where so few would be known by it
# population = [\"for-1\"]        # then remove `not_heard_because` there
# paid = \"expenses\"             # paid, expenses, unpaid, at-work or not-recorded

# Once for each meeting, survey or trial:
# [[activity]]
# id = \"meeting\"
# stage = \"review\"              # needs, review or field-test
# how = \"What was done, and how.\"
# date = \"2026-03-31\"
# heard = [\"parents\"]

# Once for each thing that was said. `did`, `not_changed_because`, or both; some `not_changed_because` there must be.
# [[said]]
# id = \"night\"
# at = \"meeting\"
# hoped = \"What they hoped to change.\"
# said = \"What they said.\"
# did = \"What was done.\"
# version = \"1.1.0\"
# not_changed_because = \"Why it was not done, or not all of it.\"
# standards = [\"impact\"]
";
