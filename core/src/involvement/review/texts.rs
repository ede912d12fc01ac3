//! What a page for comments says around the aid, in the aid's language.
//!
//! A hole in braces is filled by the page's own script, which puts a text there and never markup.

use std::collections::BTreeMap;

use crate::words::{Words, say};

/// Every text of the page, by the name that its script has for it.
pub(super) fn texts(words: &Words) -> BTreeMap<&'static str, String> {
    let mut all = BTreeMap::new();
    all.extend(around(words));
    all.extend(writing(words));
    all.extend(giving(words));
    all.extend(wrong(words));
    all
}

/// What stands around the comments.
fn around(words: &Words) -> [(&'static str, String); 19] {
    [
        ("title", say!(words, context "on a review page", "Your comments")),
        (
            "unfinished",
            say!(words, context "on a form", "These pages are to help people choose. They are not finished."),
        ),
        (
            "please",
            say!(words, context "on a form", "Please tell us what is good and what is not. You do not have to answer everything."),
        ),
        (
            "how",
            say!(words, context "on a review page", "Select some words and press “Comment on these words”. Or press “Comment” at a heading."),
        ),
        (
            "private",
            say!(words, context "on a review page", "This page sends nothing. Your comments stay here until you close it. Save them, then give the file to whoever asked you."),
        ),
        (
            "noname",
            say!(words, context "on a form", "You do not have to say your name. Please write nothing about your own health that you want to keep to yourself."),
        ),
        ("comments", say!(words, context "on a review page", "Comments")),
        (
            "skip",
            say!(words, context "on a review page", "Go to my comments"),
        ),
        (
            "back",
            say!(words, context "on a review page", "Back to the page"),
        ),
        (
            "selected",
            say!(words, context "on a review page", "Comment on these words"),
        ),
        ("comment", say!(words, context "on a review page", "Comment")),
        (
            "none",
            say!(words, context "on a review page", "You have not written anything yet."),
        ),
        (
            "elsewhere",
            say!(words, context "on a review page", "Somewhere else"),
        ),
        (
            "show",
            say!(words, context "on a review page", "Show it on the page"),
        ),
        ("change", say!(words, context "on a review page", "Change")),
        ("delete", say!(words, context "on a review page", "Delete")),
        ("deleted", say!(words, context "on a review page", "Deleted.")),
        ("undo", say!(words, context "on a review page", "Undo")),
        (
            "unsaved",
            say!(words, context "on a review page", "Not saved yet."),
        ),
    ]
}

/// What is asked while somebody writes.
fn writing(words: &Words) -> [(&'static str, String); 18] {
    [
        (
            "about",
            say!(words, context "on a review page", "What is it about?"),
        ),
        (
            "whole",
            say!(words, context "on a review page", "All of this part"),
        ),
        (
            "words",
            say!(words, context "on a review page", "The words. If you mean only some of them, select those."),
        ),
        (
            "purpose",
            say!(words, context "on a review page", "What would you like to do?"),
        ),
        ("say", say!(words, context "on a review page", "Say what I think")),
        ("ask", say!(words, context "on a review page", "Ask something")),
        (
            "suggest",
            say!(words, context "on a review page", "Suggest other words"),
        ),
        ("write", say!(words, context "on a review page", "Write it here")),
        (
            "questions",
            say!(words, context "on a review page", "You can answer these about the part"),
        ),
        ("yes", say!(words, context "on a form", "Yes")),
        ("no", say!(words, context "on a form", "No")),
        ("unanswered", say!(words, context "on a review page", "No answer")),
        ("add", say!(words, context "on a review page", "Add")),
        (
            "keepchange",
            say!(words, context "on a review page", "Keep the change"),
        ),
        ("cancel", say!(words, context "on a review page", "Cancel")),
        ("added", say!(words, context "on a review page", "Added.")),
        ("changed", say!(words, context "on a review page", "Changed.")),
        (
            "empty",
            say!(words, context "on a review page", "Write something, or answer a question."),
        ),
    ]
}

/// How comments leave the page.
fn giving(words: &Words) -> [(&'static str, String); 22] {
    [
        ("who", say!(words, context "on a review page", "Who you are")),
        ("iam", say!(words, context "on a form", "I am")),
        ("role", say!(words, context "on a form", "In my own words, I am")),
        (
            "organisation",
            say!(words, context "on a form", "I speak for (you can leave this out)"),
        ),
        (
            "group",
            say!(words, context "on a review page", "Choose one of these. Then it can be seen what each group says."),
        ),
        (
            "give",
            say!(words, context "on a review page", "Save, and give it back"),
        ),
        ("file", say!(words, context "on a review page", "Save as a file")),
        (
            "saved",
            say!(words, context "on a review page", "Your browser was given the file “{file}” to save. Send it to whoever asked you.", file = "{file}"),
        ),
        ("link", say!(words, context "on a review page", "Make a link")),
        (
            "linked",
            say!(words, context "on a review page", "This link holds all your comments. Anyone who has it can read them. Copy it, and send it to whoever asked you."),
        ),
        ("linklabel", say!(words, context "on a review page", "The link")),
        ("copy", say!(words, context "on a review page", "Copy")),
        ("copied", say!(words, context "on a review page", "Copied.")),
        (
            "open",
            say!(words, context "on a review page", "Open a file of mine"),
        ),
        (
            "opened",
            say!(words, context "on a review page", "Opened. Comments that came in: {count}.", count = "{count}"),
        ),
        (
            "keep",
            say!(words, context "on a review page", "Keep my comments on this device"),
        ),
        (
            "keephint",
            say!(words, context "on a review page", "Anyone who uses this device can then read them."),
        ),
        (
            "kept",
            say!(words, context "on a review page", "These are the comments that you kept on this device."),
        ),
        (
            "older",
            say!(words, context "on a review page", "Comments on another version of this page are kept on this device. You can save them, and give them back as they are."),
        ),
        (
            "clear",
            say!(words, context "on a review page", "Delete all my comments"),
        ),
        (
            "nothing",
            say!(words, context "on a review page", "There is nothing to save yet."),
        ),
        (
            "noscript",
            say!(words, context "on a review page", "To comment here, your browser has to run the scripts of this page. You can ask for a form on paper instead."),
        ),
    ]
}

/// What is said when something does not work. Each says that nothing was lost, and what to do.
fn wrong(words: &Words) -> [(&'static str, String); 12] {
    [
        (
            "damaged",
            say!(words, context "on a review page", "“{file}” cannot be read. It may be damaged. Nothing here was changed.", file = "{file}"),
        ),
        (
            "foreign",
            say!(words, context "on a review page", "“{file}” is no file of comments. Nothing here was changed.", file = "{file}"),
        ),
        (
            "otheraid",
            say!(words, context "on a review page", "“{file}” is about “{found}”, and this page is “{here}”. Nothing here was changed.", file = "{file}", found = "{found}", here = "{here}"),
        ),
        (
            "otherversion",
            say!(words, context "on a review page", "“{file}” is about another version, {found}, and this page is {here}. You can give the file back as it is. Nothing here was changed.", file = "{file}", found = "{found}", here = "{here}"),
        ),
        (
            "otherlanguage",
            say!(words, context "on a review page", "“{file}” is about the page in another language, {found}. Open it there. Nothing here was changed.", file = "{file}", found = "{found}"),
        ),
        (
            "large",
            say!(words, context "on a review page", "“{file}” is too large to open here. You can give it back as it is. Nothing here was changed.", file = "{file}"),
        ),
        (
            "many",
            say!(words, context "on a review page", "That would be {count} comments, and {most} is the most. Save what is here first. Nothing was changed.", count = "{count}", most = "{most}"),
        ),
        (
            "broken",
            say!(words, context "on a review page", "Comments that are not whole were left out: {count}. Keep “{file}” as it is.", count = "{count}", file = "{file}"),
        ),
        (
            "badlink",
            say!(words, context "on a review page", "The comments in the link cannot be read: a part of it may be missing. Ask for it again, or for a file."),
        ),
        (
            "longlink",
            say!(words, context "on a review page", "That is too much for a link. Save it as a file."),
        ),
        (
            "nolink",
            say!(words, context "on a review page", "A link cannot be made here. Save it as a file."),
        ),
        (
            "nokeep",
            say!(words, context "on a review page", "This browser keeps nothing on the device. Save a file."),
        ),
    ]
}
