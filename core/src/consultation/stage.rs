//! The four stages that a person sees, over the ten steps.

use serde::Serialize;

use super::Step;

/// A stage of the path, in order: what a person sees of where they are. Its steps are its sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PathStage {
    /// Who is here, and what they say in their own words.
    You,
    /// What can be chosen, and what may happen with each.
    Compare,
    /// What matters in this choice, and how the options fit that.
    Weigh,
    /// What is still open, what is decided, and what is taken away.
    NextSteps,
}

impl PathStage {
    /// Every stage, in order.
    pub const ALL: [Self; 4] = [Self::You, Self::Compare, Self::Weigh, Self::NextSteps];

    /// Its steps, in order: never none.
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::You => &[Step::About, Step::WhatMatters],
            Self::Compare => &[Step::Choice, Step::Options, Step::Compare],
            Self::Weigh => &[Step::Weigh, Step::Fit],
            Self::NextSteps => &[Step::Ready, Step::Decide, Step::Summary],
        }
    }
}

impl Step {
    /// The stage that it is a section of.
    #[must_use]
    pub const fn stage(self) -> PathStage {
        match self {
            Self::About | Self::WhatMatters => PathStage::You,
            Self::Choice | Self::Options | Self::Compare => PathStage::Compare,
            Self::Weigh | Self::Fit => PathStage::Weigh,
            Self::Ready | Self::Decide | Self::Summary => PathStage::NextSteps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PathStage, Step};

    #[test]
    fn the_stages_hold_every_step_once_and_in_order() {
        let of_stages: Vec<_> = PathStage::ALL
            .iter()
            .flat_map(|stage| stage.steps().iter().map(|step| (*step, *stage)))
            .collect();
        let of_steps: Vec<_> = Step::ALL.iter().map(|step| (*step, step.stage())).collect();
        assert_eq!(of_stages, of_steps);
    }
}
