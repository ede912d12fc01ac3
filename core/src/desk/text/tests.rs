//! Changes of small files, byte for byte.

use serde_json::{Value, json};

use super::{Op, changed, content};
use crate::aid::Place;
use crate::desk::place::parsed;

fn place(path: &str) -> Place {
    parsed(path).expect("a place")
}

fn set(path: &str, value: Value) -> Op {
    Op::Set(place(path), value)
}

fn after(text: &str, ops: &[Op]) -> Option<String> {
    let said = content(text).expect("it is TOML");
    changed(text, &said, ops).map(|(text, _)| text)
}

#[track_caller]
fn becomes(text: &str, op: Op, new: &str) {
    assert_eq!(after(text, &[op]).as_deref(), Some(new));
}

const AID: &str = "# An aid.\r\na = 'one' # why\r\n\r\n[about]\r\nb = 1\r\nlist = [\r\n  \"x\", # first\r\n  \"y\",\r\n]\r\n";

#[test]
fn a_value_is_replaced_and_nothing_else() {
    becomes(AID, set("a", json!("two")), &AID.replace("'one'", "\"two\""));
    becomes(AID, set("about.b", json!(2)), &AID.replace("b = 1", "b = 2"));
    becomes(
        AID,
        set("about.list", json!(["x", "z"])),
        &AID.replace("\"y\"", "\"z\""),
    );
    becomes(
        AID,
        set("about.list", json!(["x", "new", "y"])),
        &AID.replace("  \"y\"", "  \"new\",\r\n  \"y\""),
    );
    becomes(
        AID,
        set("about.list", json!(["y"])),
        &AID.replace("\r\n  \"x\", # first", ""),
    );
    becomes(
        AID,
        set("about.list[0]", json!("w")),
        &AID.replace("\"x\"", "\"w\""),
    );
}

#[test]
fn a_field_that_is_not_there_is_put_at_the_end_of_its_table() {
    becomes(
        AID,
        set("c", json!("d")),
        &AID.replace("# why\r\n", "# why\r\nc = \"d\"\r\n"),
    );
    becomes(AID, set("about.c", json!(true)), &format!("{AID}c = true\r\n"));
    becomes("a = { b = 1 }\n", set("a.c", json!(2)), "a = { b = 1, c = 2 }\n");
    becomes("a = {}\n", set("a.c", json!(2)), "a = { c = 2 }\n");
    becomes(
        "a.b = 1\nz = 2\n",
        set("a.c", json!(2)),
        "a.b = 1\na.c = 2\nz = 2\n",
    );
    becomes(
        "[[o]]\nx = 1\n[[o]]\nx = 2\n",
        set("o[0].in.y", json!(3)),
        "[[o]]\nx = 1\nin.y = 3\n[[o]]\nx = 2\n",
    );
    becomes("a = 1", set("b.c", json!(2)), "a = 1\n\n[b]\nc = 2\n");
    becomes("[a]\nb = 1", set("a.c", json!(2)), "[a]\nb = 1\nc = 2\n");
    becomes("", set("a", json!(1)), "a = 1\n");
}

#[test]
fn a_field_is_taken_out_and_comments_stay() {
    let unset = |path: &str| Op::Unset(place(path));
    becomes(AID, unset("a"), &AID.replace("a = 'one' # why", "# why"));
    becomes("a = { b = 1, c = 2 }\n", unset("a.b"), "a = { c = 2 }\n");
    becomes("a = { b = 1, c = 2 }\n", unset("a.c"), "a = { b = 1 }\n");
    becomes("a.b = 1\na.c = 2\nd = 3\n", unset("a"), "d = 3\n");
    becomes(
        "a = 1\n\n# Of b.\n[b]\nc = 1\n[b.d]\ne = 1\n\n[f]\n",
        unset("b"),
        "a = 1\n\n[f]\n",
    );
    becomes(
        "a = { b.low = 1, b.high = 2 }\n",
        unset("a.b.low"),
        "a = { b.high = 2 }\n",
    );
}

const LIST: &str = "[[o]]\nid = \"a\"\n\n[[o.f]]\nx = 1\n\n# The second.\n[[o]]\nid = \"b\"\n\n[t]\ny = 1\n";

#[test]
fn entries_are_added_moved_and_removed_with_what_is_theirs() {
    let add = |path: &str, at: usize, id: &str| Op::Add(place(path), at, vec![("id".to_owned(), json!(id))]);
    becomes(
        LIST,
        add("o", 2, "c"),
        &LIST.replace("[t]", "[[o]]\nid = \"c\"\n\n[t]"),
    );
    becomes(LIST, add("o", 0, "c"), &format!("[[o]]\nid = \"c\"\n\n{LIST}"));
    becomes(
        LIST,
        add("o[0].f", 1, "c"),
        &LIST.replace("# The", "[[o.f]]\nid = \"c\"\n\n# The"),
    );
    becomes(
        LIST,
        add("o[1].f", 0, "c"),
        &LIST.replace("[t]", "[[o.f]]\nid = \"c\"\n\n[t]"),
    );
    becomes(LIST, add("n", 0, "c"), &format!("{LIST}\n[[n]]\nid = \"c\"\n"));
    becomes(
        LIST,
        Op::Remove(place("o[0]")),
        &LIST.replace("[[o]]\nid = \"a\"\n\n[[o.f]]\nx = 1\n\n", ""),
    );
    becomes(
        LIST,
        Op::Move(place("o[0]"), 1),
        "# The second.\n[[o]]\nid = \"b\"\n\n[[o]]\nid = \"a\"\n\n[[o.f]]\nx = 1\n\n[t]\ny = 1\n",
    );
    let inline = "a = [\n  { n = 1 }, # one\n  { n = 2 },\n]\n";
    becomes(
        inline,
        Op::Move(place("a[1]"), 0),
        "a = [\n  { n = 2 },\n  { n = 1 }, # one\n]\n",
    );
    becomes(inline, Op::Remove(place("a[0]")), "a = [\n  { n = 2 },\n]\n");
    becomes(
        inline,
        Op::Add(place("a"), 2, vec![("n".to_owned(), json!(3))]),
        &inline.replace("2 },", "2 },\n  { n = 3 },"),
    );
}

#[test]
fn a_comment_that_heads_a_part_of_the_file_stays_where_it_is() {
    const PARTS: &str = "# The file.\n\n# Options.\n\n# First.\n[[o]]\nid = \"a\"\n\n[[o]]\nid = \"b\"\n# Behind b.\n\n# Times.\n\n# Of t.\n[t]\ny = 1\n";
    let add = |at: usize| Op::Add(place("o"), at, vec![("id".to_owned(), json!("c"))]);
    // A new entry stands with its own kind, above what belongs to the next part.
    becomes(
        PARTS,
        add(2),
        &PARTS.replace("# Behind b.\n\n", "# Behind b.\n\n[[o]]\nid = \"c\"\n\n"),
    );
    becomes(
        PARTS,
        add(0),
        &PARTS.replace("# First.\n", "[[o]]\nid = \"c\"\n\n# First.\n"),
    );
    becomes(
        PARTS,
        Op::Remove(place("o[1]")),
        &PARTS.replace("[[o]]\nid = \"b\"\n# Behind b.\n\n", ""),
    );
    becomes(
        PARTS,
        Op::Remove(place("o[0]")),
        &PARTS.replace("# First.\n[[o]]\nid = \"a\"\n\n", ""),
    );
    becomes(
        PARTS,
        Op::Move(place("o[1]"), 0),
        "# The file.\n\n# Options.\n\n[[o]]\nid = \"b\"\n# Behind b.\n\n# First.\n[[o]]\nid = \"a\"\n\n# Times.\n\n# Of t.\n[t]\ny = 1\n",
    );
    becomes(
        PARTS,
        Op::Unset(place("t")),
        &PARTS.replace("\n# Of t.\n[t]\ny = 1\n", ""),
    );
}

#[test]
fn a_name_is_changed_wherever_it_stands() {
    let call = |path: &str, to: &str| Op::Call(place(path), to.to_owned());
    becomes(
        "[a.b]\nx = 1\n[a.b.c]\ny = 1\n",
        call("a.b", "d"),
        "[a.d]\nx = 1\n[a.d.c]\ny = 1\n",
    );
    becomes(
        "c.x = { e = 1 }\nc.y = 2\n",
        call("c.x", "z"),
        "c.z = { e = 1 }\nc.y = 2\n",
    );
    becomes("c = { x = 1 }\n", call("c.x", "z"), "c = { z = 1 }\n");
}

#[test]
fn what_would_come_out_otherwise_is_refused() {
    // The block of an entry that is torn apart by another table cannot be moved whole.
    let torn = "[[a]]\nx = 1\n[b]\ny = 1\n[a.c]\nz = 1\n[[a]]\nx = 2\n";
    assert_eq!(after(torn, &[Op::Remove(place("a[0]"))]), None);
    assert_eq!(after("a = 1\n", &[set("a.b", json!(1))]), None);
    assert_eq!(after("a = [1]\n", &[set("a[1]", json!(1))]), None);
}

#[test]
fn texts_of_every_kind_are_passed_over() {
    let text = "a = \"\"\"one # [x]\n\\\"\"\" \"\"\"\"\nb = '''\n[[no]]\n'''\n\"c d\".'e' = \"\\\"=\" # [y]\nf = 2\n";
    becomes(text, set("f", json!(3)), &text.replace("f = 2", "f = 3"));
    becomes(
        text,
        set("b", json!("x")),
        &text.replace("'''\n[[no]]\n'''", "\"x\""),
    );
}
