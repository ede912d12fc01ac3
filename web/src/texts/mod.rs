//! Every word of the interface, in one place. The aid's own words and every sentence with a number come from
//! core. A language is one [`Texts`] value: English is compiled in, so a missing text does not compile; the others come as
//! files (`weighup texts`), and a text that is missing there does not build.

mod en;
mod file;
#[cfg(feature = "ssr")]
mod interface;

macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }

        crate::texts::file::text_group! { $name { $($field: $kind,)* } }
    )*};
}

mod later;
mod opening;
mod talking;
mod telling;
mod weighing;

pub use en::EN;
pub use file::NAMES;
#[cfg(feature = "ssr")]
pub use interface::interface;
pub use later::{Give, Given, LaterTexts};
pub use opening::*;
pub use talking::*;
pub use telling::*;
pub use weighing::*;
use weighup_core::consultation::{
    DecisionStage, DecisionStatus, Mode, PathStage, Presence, ReadinessPrompt, Step, Sure, WordsBox,
};
#[cfg(doc)]
use weighup_core::consultation::{Method, OutcomeMark};
use weighup_core::words::{apart_in, filled};

/// A heading and the sentence under it.
#[derive(Clone, Copy, Debug)]
pub struct Headed {
    /// Heading or label.
    pub title: &'static str,
    /// The sentence under it.
    pub hint: &'static str,
}

/// A step: its short name in the list of steps, its heading, its opening sentence.
#[derive(Clone, Copy, Debug)]
pub struct StepText {
    /// In the list of steps.
    pub name: &'static str,
    /// Heading of the step.
    pub heading: &'static str,
    /// Opening sentence.
    pub lead: &'static str,
    /// A drawing beside the heading, as SVG path data on 64 by 64; empty where there is none. Easy Read has them.
    pub picture: &'static str,
}

/// The interface in one language.
#[derive(Debug)]
pub struct Texts {
    /// Step by step, in the order of [`Step::ALL`].
    pub steps: [StepText; 10],
    /// Around every step.
    pub shell: Shell,
    /// About.
    pub about: About,
    /// Keeping answers.
    pub keep: Keep,
    /// Answers on another device.
    pub carry: Carry,
    /// What only the later code shows; see [`Self::later`].
    behind: later::Behind,
    /// What is made before there is a browser.
    #[cfg(feature = "ssr")]
    pub page: Page,
}

/// Without the texts of pages, which a browser has no use for.
macro_rules! whole {
    ($($field:ident: $kind:ty,)*) => {
        impl file::TextGroup for Texts {
            const NAMES: u32 = {
                let names = 0;
                $(
                    let names = weighup_core::words::hashed(names, stringify!($field).as_bytes())
                        .wrapping_add(<$kind as file::TextGroup>::NAMES);
                )*
                names.wrapping_add(<LaterTexts as file::TextGroup>::NAMES)
            };
            // A file has the texts of pages too.
            const COUNT: usize = <LaterTexts as file::TextGroup>::COUNT + <Page as file::TextGroup>::COUNT $(+ <$kind as file::TextGroup>::COUNT)*;

            fn take(from: &mut file::Taking) -> Self {
                Self {
                    $($field: <$kind as file::TextGroup>::take(from),)*
                    behind: later::Behind::take(from),
                    #[cfg(feature = "ssr")]
                    page: file::TextGroup::take(from),
                }
            }

            #[cfg(feature = "ssr")]
            fn tell(&self, _: &str, told: &mut Vec<(String, &'static str)>) {
                $(file::TextGroup::tell(&self.$field, stringify!($field), told);)*
                file::TextGroup::tell(self.later(), "", told);
                file::TextGroup::tell(&self.page, "page", told);
            }
        }
    };
}

whole! {
    steps: [StepText; 10],
    shell: Shell,
    about: About,
    keep: Keep,
    carry: Carry,
}

impl Texts {
    /// What only the later code shows. Nothing that the first step needs may ask for it: the English of it would come along.
    #[must_use]
    pub fn later(&self) -> &LaterTexts {
        self.behind.texts()
    }

    /// A step's texts.
    #[must_use]
    pub const fn step(&self, step: Step) -> StepText {
        let [
            about,
            matters,
            choice,
            options,
            compare,
            weigh,
            fit,
            ready,
            decide,
            summary,
        ] = self.steps;
        match step {
            Step::About => about,
            Step::WhatMatters => matters,
            Step::Choice => choice,
            Step::Options => options,
            Step::Compare => compare,
            Step::Weigh => weigh,
            Step::Fit => fit,
            Step::Ready => ready,
            Step::Decide => decide,
            Step::Summary => summary,
        }
    }

    /// A stage's name.
    #[must_use]
    pub const fn stage_name(&self, stage: PathStage) -> &'static str {
        let [you, compare, weigh, next_steps] = self.shell.stage_names;
        match stage {
            PathStage::You => you,
            PathStage::Compare => compare,
            PathStage::Weigh => weigh,
            PathStage::NextSteps => next_steps,
        }
    }

    /// Who is here.
    #[must_use]
    pub const fn presence(&self, presence: Presence) -> &'static str {
        let [me, someone, professional] = self.about.presences;
        match presence {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }

    /// Who is here, in a few words.
    #[must_use]
    pub const fn presence_short(&self, presence: Presence) -> &'static str {
        let [me, someone, professional] = self.about.presences_short;
        match presence {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }

    /// Where the person is with the decision.
    #[must_use]
    pub fn stage(&self, stage: DecisionStage) -> &'static str {
        let [not_started, considering, close, chosen] = self.later().matters.stages;
        match stage {
            DecisionStage::NotStarted => not_started,
            DecisionStage::Considering => considering,
            DecisionStage::CloseToChoosing => close,
            DecisionStage::Chosen => chosen,
        }
    }

    /// What a health professional could say at a step.
    #[must_use]
    pub fn to_say(&self, step: Step) -> [&'static str; 2] {
        let at = Step::ALL.iter().position(|known| *known == step);
        let found = at.and_then(|at| self.later().panel.prompts.get(at));
        found.copied().unwrap_or_default()
    }

    /// A box for own words.
    #[must_use]
    pub fn words_box(&self, which: WordsBox) -> Headed {
        let [
            matters,
            worries,
            hopes,
            would_not,
            reservations,
            teach_back,
            companion,
            professional,
        ] = self.later().matters.boxes;
        match which {
            WordsBox::Matters => matters,
            WordsBox::Worries => worries,
            WordsBox::Hopes => hopes,
            WordsBox::WouldNotAccept => would_not,
            WordsBox::Reservations => reservations,
            WordsBox::TeachBack => teach_back,
            WordsBox::Companion => companion,
            WordsBox::Professional => professional,
        }
    }

    /// How the page is used.
    #[must_use]
    pub const fn mode(&self, mode: Mode) -> &'static str {
        let [prepare, together, after] = self.about.modes;
        match mode {
            Mode::Prepare => prepare,
            Mode::Together => together,
            Mode::After => after,
        }
    }

    /// A prompt.
    #[must_use]
    pub fn prompt(&self, prompt: ReadinessPrompt) -> &'static str {
        let [choice, options, chances, matters, people] = self.later().ready.prompt;
        match prompt {
            ReadinessPrompt::Choice => choice,
            ReadinessPrompt::Options => options,
            ReadinessPrompt::Chances => chances,
            ReadinessPrompt::Matters => matters,
            ReadinessPrompt::People => people,
        }
    }

    /// How sure.
    #[must_use]
    pub fn sure(&self, sure: Sure) -> &'static str {
        let [very, fairly, not_very, not_at_all] = self.later().decide.sures;
        match sure {
            Sure::Very => very,
            Sure::Fairly => fairly,
            Sure::NotVery => not_very,
            Sure::NotAtAll => not_at_all,
        }
    }

    /// Whether it is decided.
    #[must_use]
    pub fn decided(&self, status: DecisionStatus) -> &'static str {
        let [not_yet, made, withdrawn] = self.later().decide.decideds;
        match status {
            DecisionStatus::InProgress => not_yet,
            DecisionStatus::Made => made,
            DecisionStatus::Withdrawn => withdrawn,
        }
    }

    /// Whose side of what is to be done.
    #[must_use]
    pub fn side(&self, who: Presence) -> &'static str {
        let [me, someone, professional] = self.later().decide.sides;
        match who {
            Presence::Me => me,
            Presence::SomeoneWithMe => someone,
            Presence::Professional => professional,
        }
    }
}

/// `template` with every `{name}` replaced by its value, apart from it where it runs in the other direction.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    filled(template, &mut |name, out| {
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(&apart_in(template, value));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once() {
        assert_eq!(
            fill(
                "Step {n} of {all}: {name}",
                &[("n", "5"), ("all", "8"), ("name", "{n}")]
            ),
            "Step 5 of 8: {n}"
        );
        assert_eq!(fill("No places", &[]), "No places");
    }
}
