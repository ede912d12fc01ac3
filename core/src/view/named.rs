//! Every view by its name, for programs that draw the consultation themselves. The names are those of the published interface: they
//! do not change with names in the code.

use std::fmt;

use serde::Serialize;

use crate::aid::{Aid, document::Results};
use crate::consultation::Consultation;

use super::{
    AboutView, AppointmentView, ChoiceView, CompareView, DecideView, FitView, Frame, Here, MarksView,
    OptionCard, PanelView, ReadyView, SummaryTable, SummaryView, WeighView, WhatMattersView,
};

/// A name that is no view's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a view: ask for one of {}", names())]
pub struct NoView {
    /// What was asked for.
    pub found: String,
}

fn names() -> String {
    ViewName::ALL.map(ViewName::name).join(", ")
}

/// Declares the views: the name that programs use, the type of what it gives, and what makes it.
macro_rules! views {
    (|$aid:ident, $consultation:ident, $site:ident| $($(#[doc = $doc:literal])* $variant:ident, $field:ident, $name:literal: $type:ty = $made:expr;)*) => {
        /// A view that can be asked for by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ViewName {
            $($(#[doc = $doc])* $variant,)*
        }

        impl ViewName {
            /// Every view, in the order of the path.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// Its name in the published interface.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        /// What a view shows; written as the view itself.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum View {
            $($(#[doc = $doc])* $variant(Box<$type>),)*
        }

        /// Every view, under its name: what the schema describes.
        #[cfg(feature = "authoring")]
        #[derive(schemars::JsonSchema)]
        #[expect(dead_code, reason = "only its schema is made")]
        pub(super) struct Views {
            $($(#[doc = $doc])* #[schemars(rename = $name)] $field: $type,)*
        }

        /// What a view shows of a consultation. `site` is the site's own setting: facts only when either it or the aid says so. The fit
        /// is worked out at once, which takes up to some tenths of a second.
        #[must_use]
        pub fn view($aid: &Aid, $consultation: &Consultation, $site: Results, name: ViewName) -> View {
            match name {
                $(ViewName::$variant => View::$variant(Box::new($made)),)*
            }
        }
    };
}

views! {
    |aid, consultation, site|
    /// What stands around every step: title, stages, review status, version.
    Frame, frame, "frame": Frame = super::frame(aid, consultation, &Here);
    /// About the aid, who is here and which group the figures are for.
    About, about, "about": AboutView = super::about(aid, consultation, &Here);
    /// The boxes for the person's own words.
    WhatMatters, what_matters, "what-matters": WhatMattersView = super::what_matters(aid, consultation);
    /// The choice that is to be made.
    Choice, choice, "choice": ChoiceView = super::choice(aid, consultation);
    /// The options, each with the same rows.
    Options, options, "options": Vec<OptionCard> = super::options(aid, consultation);
    /// What may happen: every outcome, for every option.
    Compare, compare, "compare": CompareView = super::compare(aid, consultation);
    /// Every figure at every point in time, as a table.
    Table, table, "table": SummaryTable = super::compare_table(aid, consultation);
    /// Marks on outcomes, with or without figures.
    Marks, marks, "marks": MarksView = super::marks(aid, consultation, site);
    /// The question of how much things matter, in the way that was chosen.
    Weigh, weigh, "weigh": WeighView = super::weigh(aid, consultation);
    /// How the options fit with what was said.
    Fit, fit, "fit": FitView = super::fit(aid, consultation, site, &Here);
    /// What is still open, and what to ask.
    Ready, ready, "ready": ReadyView = super::ready(aid, consultation);
    /// Where the decision stands, and who does what.
    Decide, decide, "decide": DecideView = super::decide(aid, consultation, site, &Here);
    /// All that was said and shown, as it would be printed.
    Summary, summary, "summary": SummaryView = super::summary(aid, consultation, site, &Here);
    /// The questions for an appointment, in front those of the person.
    Appointment, appointment, "appointment": AppointmentView = super::appointment(aid, consultation);
    /// What a health professional sees beside the person's page.
    Panel, panel, "panel": PanelView = super::panel(aid, consultation);
}

impl fmt::Display for ViewName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for ViewName {
    type Err = NoView;

    fn from_str(name: &str) -> Result<Self, NoView> {
        let found = Self::ALL.into_iter().find(|view| view.name() == name);
        found.ok_or_else(|| NoView {
            found: name.to_owned(),
        })
    }
}

/// The JSON Schema of the interface for programs that draw the consultation themselves: under `action` what can be done, and under
/// `views` what each view gives.
#[cfg(feature = "authoring")]
#[must_use]
pub fn headless_schema() -> serde_json::Value {
    #[derive(schemars::JsonSchema)]
    #[expect(dead_code, reason = "only its schema is made")]
    struct Headless {
        /// Something a person did.
        action: crate::consultation::Action,
        /// What each view gives.
        views: Views,
    }
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Headless>()
        .to_value();
    if let Some(whole) = schema.as_object_mut() {
        whole.insert("title".to_owned(), "Weighup without its interface".into());
    }
    schema
}
