//! Giving answers at the end: what a press does, and what came of it. Nothing of this is an answer of the consultation, and none of it
//! is kept.

use weighup_core::aid::OutcomeId;
#[cfg(feature = "csr")]
use weighup_core::given::{FirstSaid, GivenAsked};
use weighup_core::given::{GivenOffer, GivenWay, ways};
use yew::Context;

use super::App;
use crate::act::{Act, Panel};
use crate::settings::{Settings, WidgetEvent};
use crate::ui::{AtTheEnd, EndCame, Ui};

/// In which ways answers may be given here.
pub(super) fn offers(ui: &mut Ui, settings: &Settings) {
    ui.give = settings.give.as_deref().map(ways).unwrap_or_default();
}

impl AtTheEnd {
    /// The answers of the consultation are others: what was shown was made of those before.
    pub(super) fn answers_changed(&mut self) {
        if matches!(self.came, EndCame::Making | EndCame::Shown { .. }) {
            self.came = EndCame::Nothing;
        }
    }

    /// An outcome's row was opened, or closed again: it was looked at. Nothing is noted where no site asks for it.
    pub(super) fn looked_at(&mut self, asked: bool, outcome: &OutcomeId, panel: Panel) {
        if asked && panel == Panel::Meaning && !self.opened.contains(outcome) {
            self.opened.push(outcome.clone());
        }
    }
}

impl App {
    /// What only the widget knows of what would be given.
    #[cfg(feature = "csr")]
    pub(super) fn asked(&self) -> String {
        let end = &self.session.ui.at_the_end;
        GivenAsked {
            opened: end.opened.iter().map(ToString::to_string).collect(),
            before: FirstSaid::of(self.session.model.consultation()),
            stage: end.stage,
            answers: end.answers.to_vec(),
            ..GivenAsked::default()
        }
        .to_json()
    }

    /// Does what a control of this part stands for.
    pub(super) fn at_the_end(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let end = &mut self.session.ui.at_the_end;
        let told = match act {
            Act::SeeGiven => {
                end.came = EndCame::Making;
                "see"
            }
            Act::StageNow(stage) => {
                end.stage = Some(stage);
                "answer"
            }
            Act::AnswerItem(item, answer) => {
                if let Some(place) = end.answers.get_mut(item) {
                    *place = answer;
                }
                "answer"
            }
            Act::GiveAway(way) if matches!(end.came, EndCame::Shown { .. }) => way.name(),
            Act::GiveNothing => {
                end.came = EndCame::No;
                self.focus_on("given-came");
                "no"
            }
            _ => return false,
        };
        self.tell(ctx, WidgetEvent::Given(told));
        true
    }

    /// Shows what came of it. What comes after a person changed an answer or gave nothing is of no use any more.
    pub(super) fn came_of_giving(&mut self, came: &str, text: &str) -> bool {
        let end = &mut self.session.ui.at_the_end;
        let shown = match (&mut end.came, came) {
            (EndCame::Making | EndCame::Shown { .. }, "made") => match GivenOffer::read_back(text) {
                Some(offer) => EndCame::Shown {
                    offer: Box::new(offer),
                    failed: None,
                },
                None => EndCame::Unable,
            },
            (EndCame::Making | EndCame::Shown { .. }, "unable") => EndCame::Unable,
            (EndCame::Shown { failed, .. }, "untaken") => {
                *failed = Some(GivenWay::Page);
                return true;
            }
            (EndCame::Shown { failed, .. }, "long") => {
                *failed = Some(GivenWay::Code);
                return true;
            }
            (EndCame::Shown { .. }, "code") => {
                let picture = text.split_once(' ');
                let picture = picture.map(|(side, path)| (side.to_owned(), path.to_owned()));
                EndCame::Gone(GivenWay::Code, picture)
            }
            (EndCame::Shown { .. }, "file") => EndCame::Gone(GivenWay::File, None),
            (EndCame::Shown { .. }, "page") => EndCame::Gone(GivenWay::Page, None),
            _ => return false,
        };
        let first = !matches!(end.came, EndCame::Shown { .. });
        let gone = matches!(shown, EndCame::Gone(..));
        end.came = shown;
        if gone {
            self.focus_on("given-came");
        } else if first {
            self.focus_on("given-all");
        }
        true
    }
}
