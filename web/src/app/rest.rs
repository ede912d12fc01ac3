//! Where the code of the first step ends and the rest begins.
//!
//! In a browser what is reached only through the functions of this file is a WebAssembly file of its own, which arrives
//! just after the first step is on screen (`xtask/src/build/split`, decision 0021). So each of them is called only when
//! `settings.rest` says that it is there, and stays a function of its own under its own name.

use yew::{Context, Html, NodeRef};

use super::model::{Model, StepView};
use super::{App, Msg};
use crate::parts;
use crate::settings::Settings;
use crate::ui::Ui;
#[cfg(feature = "csr")]
use weighup_core::{aid::Aid, consultation::Consultation, view::Engine};

/// Begins at another step, for another use, or with answers that were kept.
#[inline(never)]
pub(super) fn begin(model: &mut Model, ui: &mut Ui, settings: &Settings) {
    super::restore(model, ui, settings);
}

/// The aid's content is known now.
#[inline(never)]
pub(super) fn learnt(app: &mut App, settings: &Settings) {
    super::learnt(app, settings);
}

/// All that can happen in a widget.
#[inline(never)]
pub(super) fn update(app: &mut App, ctx: &Context<App>, msg: Msg) -> bool {
    app.take_in(ctx, msg)
}

/// What is done when the page has been made anew.
#[inline(never)]
pub(super) fn rendered(app: &mut App, ctx: &Context<App>) {
    app.follow_up(ctx);
}

/// What a step shows, unless it is the first.
#[inline(never)]
pub(crate) fn work_out(model: &Model) -> StepView {
    model.work_out_rest()
}

/// A step's content, unless it is the first.
#[inline(never)]
pub(super) fn content(ui: &Ui, view: &StepView, area: &NodeRef) -> Html {
    super::shell::content_of_rest(ui, view, area)
}

/// What stands around a step only after something has happened.
#[inline(never)]
pub(super) fn around(ui: &Ui, model: &Model, what: Around) -> Html {
    match what {
        Around::Panel => parts::panel::panel(ui, &model.panel(), model.step()),
        Around::Room => parts::room::room(ui),
        Around::Notice => parts::keep::notice_of(ui),
        Around::Words => super::shell::words(ui, model),
    }
}

/// A part around a step.
#[derive(Clone, Copy)]
pub(super) enum Around {
    /// The health professional's panel.
    Panel,
    /// The bar under a card in large type.
    Room,
    /// A message.
    Notice,
    /// Their own words.
    Words,
}

/// The answers as a file holds them.
#[cfg(feature = "csr")]
#[inline(never)]
pub(crate) fn save(consultation: &Consultation, aid: &Aid, engine: &dyn Engine) -> String {
    consultation.save(aid, engine.hash(aid))
}
