//! The code that comes after the first step, as one value.
//!
//! In a browser the widget's code is two WebAssembly files (decision 0021). The first draws the first step. The second
//! holds everything that this table leads to and arrives just after the first step is on screen. [`later_code`] is the only
//! way to the table, and the page calls it once it has both files; whoever has a [`LaterCode`] can therefore call what is
//! in it, and whoever has none cannot name it. The build follows what is reached only through its gate, the function marked
//! `wasm_split`, and puts it into the second file, `rest`.

use yew::{Context, Html, NodeRef};

use super::model::{Model, StepView};
use super::{App, Msg, at_the_end, session, shell};
#[cfg(feature = "csr")]
use crate::act::Acts;
use crate::parts;
use crate::settings::Settings;
use crate::texts::StepText;
use crate::ui::Ui;
#[cfg(feature = "csr")]
use weighup_core::{aid::Aid, consultation::Consultation, view::Engine};

/// What the widget can do once all of its code is there.
pub struct LaterCode {
    /// Begins at another step, for another use, or with answers that were kept.
    pub(super) begin: fn(&mut Model, &mut Ui, &Settings),
    /// Says of kept answers that the aid's content is another, when that is known only now.
    pub(super) learnt: fn(&mut App, &Settings),
    /// Reads in which ways answers may be given at the end.
    pub(super) offers: fn(&mut Ui, &Settings),
    /// Takes in something that happened; true when something on screen is to change.
    pub(super) update: fn(&mut App, &Context<App>, Msg) -> bool,
    /// Does what has to wait until the page has been drawn.
    pub(super) rendered: fn(&mut App, &Context<App>),
    /// Works out what a step shows, unless it is the first.
    pub(crate) work_out: fn(&Model) -> StepView,
    /// Draws a step's content, unless it is the first.
    pub(super) content: fn(&Ui, &StepView, &NodeRef) -> Html,
    /// The heading of a step where it is not the step's own.
    pub(super) heading: fn(&Ui, &StepView) -> Option<StepText>,
    /// Draws what stands around a step only after something has happened.
    pub(super) around: fn(&Ui, &Model, Around) -> Html,
    /// Whether something is written that is in no answer.
    #[cfg(feature = "csr")]
    pub(crate) holds: fn(&App, &Acts) -> bool,
    /// What only the widget knows of what would be given at the end.
    #[cfg(feature = "csr")]
    pub(crate) asked: fn(&App) -> String,
    /// Writes the answers as a file holds them.
    #[cfg(feature = "csr")]
    pub(crate) save: fn(&Consultation, &Aid, &dyn Engine) -> String,
}

/// What may stand around a step.
#[derive(Clone, Copy)]
pub(super) enum Around {
    /// The health professional's panel.
    Panel,
    /// The bar under a card in large type.
    LargeType,
    /// What was changed last, and what takes it back.
    Changed,
    /// A message.
    Notice,
    /// The person's own words.
    Words,
}

static LATER_CODE: LaterCode = LaterCode {
    begin: session::restore,
    learnt: App::learnt,
    offers: at_the_end::offers,
    update: App::take_in,
    rendered: App::follow_up,
    work_out: Model::work_out_later,
    content: shell::content_of_later,
    heading: shell::heading_of_later,
    around,
    #[cfg(feature = "csr")]
    holds: App::holds,
    #[cfg(feature = "csr")]
    asked: App::asked,
    #[cfg(feature = "csr")]
    save,
};

/// The table of the later code. In a browser it may be asked for once the second file is there, and not before.
#[cfg(feature = "csr")]
#[must_use]
pub fn later_code() -> Option<&'static LaterCode> {
    weighup_gate::through(gate())
}

/// The table of the later code, where nothing is cut in two: pages are made by programs that have all of it.
#[cfg(not(feature = "csr"))]
#[must_use]
pub fn later_code() -> Option<&'static LaterCode> {
    Some(&LATER_CODE)
}

#[cfg(feature = "csr")]
#[wasm_split_macros::wasm_split(rest, wasm_split_path = weighup_gate::loaded)]
fn gate() -> &'static LaterCode {
    &LATER_CODE
}

#[cfg(feature = "csr")]
fn save(consultation: &Consultation, aid: &Aid, engine: &dyn Engine) -> String {
    consultation.save(aid, engine.hash(aid))
}

fn around(ui: &Ui, model: &Model, what: Around) -> Html {
    match what {
        Around::Panel => parts::panel::panel(ui, &model.panel(), model.step()),
        Around::Changed => parts::changed::changed(ui, &model.undo()),
        Around::LargeType => parts::large_type::large_type(ui),
        Around::Notice => parts::keep::notice_of(ui),
        Around::Words => shell::words(ui, model),
    }
}
