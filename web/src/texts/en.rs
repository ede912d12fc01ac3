//! English.

mod carry;
mod later;
mod weigh;

#[cfg(feature = "ssr")]
use super::Page;
use super::later::Behind;
use super::{About, Headed, Keep, Shell, StepText, Texts};

pub(super) use later::LATER;

const fn headed(title: &'static str, hint: &'static str) -> Headed {
    Headed { title, hint }
}

const fn step(name: &'static str, heading: &'static str, lead: &'static str) -> StepText {
    StepText {
        name,
        heading,
        lead,
        picture: "",
    }
}

/// English texts.
pub static EN: Texts = Texts {
    steps: [
        step(
            "About",
            "About this decision aid",
            "Weigh up your options, together with your care team.",
        ),
        step(
            "What matters",
            "What matters to you?",
            "As much or as little as you like, in your own words.",
        ),
        step("The choice", "The choice", "There is more than one way forward."),
        step("Options", "Your options", "No option is better for everyone."),
        step("What may happen", "Compare what may happen", "From studies."),
        step(
            "Weigh up",
            "Weigh up what matters",
            "No answer is right or wrong.",
        ),
        step(
            "How they fit",
            "How the options fit what you told us",
            "Your own priorities, next to the evidence.",
        ),
        step(
            "Ready?",
            "What would you like to look at again?",
            "You do not have to be ready.",
        ),
        step(
            "Decide",
            "Decide together",
            "Say where you are, and who does what next.",
        ),
        step(
            "Summary",
            "Your summary",
            "To keep, print or take to your appointment.",
        ),
    ],
    shell: Shell {
        steps: "Steps",
        stages: "Stages",
        stage_names: ["You", "Compare", "Weigh", "Next steps"],
        visited: "opened before",
        back: "Back",
        next: "Next: {name}",
        more: "Read more",
        undo: "Undo",
        redo: "Redo",
        changed: "Changed: {what}",
        undone: "Undone: {what}",
        redone: "Your answer is back: {what}",
        several: "several answers",
        you_said: "You said",
        change_words: "Change",
        start_again: "Start again",
        started_again: "Everything is cleared. You are at the start.",
        private: "What you enter stays on this page. It is not sent or saved.",
        version: "Version",
        not_translated: "This decision aid has no translation into this language yet. It is shown in its own language.",
        opens_away: "(opens in a new tab)",
    },
    about: About {
        decision: "The decision",
        start: "Start",
        purpose: "What this is for",
        who: "Who it is for, and not for",
        who_for: "Who it is for",
        not_for: "Who it is not for",
        options_for: "Who each option is for",
        how_long: "How long it takes",
        present: headed("Who is here today?", "Choose all that apply."),
        presences: [
            "Me: I am making this decision",
            "Someone with me",
            "A health professional",
        ],
        presences_short: ["you", "someone with you", "a health professional"],
        mode: "How are you using this?",
        modes: [
            "On my own, before an appointment",
            "Together with my health team",
            "Afterwards, to look again",
        ],
        liking: headed(
            "How do you like information?",
            "Choose all that apply. You can skip this.",
        ),
        table_first: "Numbers in a table first, not pictures",
        likings: ["Everything at once, not only the main points", "Larger letters"],
        intended_use: "What this does and does not do",
        facts: "Who made this, and how",
        signed: "Who published this",
        signed_by: "{name}. Nothing was changed on the way to this page.",
        unchecked: "This browser cannot check who published this.",
        privacy: headed(
            "Your answers are private",
            "They stay on this page. When you close it, they are gone.",
        ),
    },
    keep: Keep {
        save: "Save to a file",
        open: "Open a saved file",
        on_device: headed(
            "Keep my answers on this device",
            "Anyone who uses this device could see them. Untick this, or start again, to remove them.",
        ),
        show: "What is kept here",
        here: "Kept on this device until it has not been used for some months",
        none: "Nothing is kept on this device.",
        kept_item: "{name}, last changed on {day}",
        clear: "Remove all of it from this device",
        kept: "Your answers are kept on this device, because you asked for that. They are not sent.",
        opened: "Your saved answers are open.",
        changed: "The decision aid may have changed since you saved them.",
        unreadable: "This file could not be opened. Choose a file that was saved from this decision aid.",
        newer: "This file was saved from a newer version of this page. Load this page again, or open the file where it was saved.",
        large: "This file is too large to be answers that were saved here. Choose a file that was saved from this decision aid.",
        other: "This file was saved from another decision aid. Open it there.",
        dismiss: "Close this message",
    },
    carry: carry::CARRY,
    behind: Behind::english(),
    #[cfg(feature = "ssr")]
    page: Page {
        notice: "This page has all the information in the decision aid. It needs no JavaScript. To weigh up \
                 what matters to you step by step, open it in an up-to-date browser with JavaScript on.",
        contents: "On this page",
        questions: "Questions to ask",
        support: "Where to find support",
        late: "The rest of this decision aid is taking a long time to load.",
        plain: "Read it as a plain page",
    },
};
