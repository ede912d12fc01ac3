//! The code that comes after the first step, as one value.
//!
//! In a browser the widget's code is two WebAssembly files (decision 0021). The first draws the first step. The second
//! holds everything that this table leads to and arrives just after the first step is on screen. [`later_code`] is the only
//! way to the table, and the page calls it once it has both files; whoever has a [`LaterCode`] can therefore call what is
//! in it, and whoever has none cannot name it. The build follows what is reached only through its gate, the function marked
//! `wasm_split`, and puts it into the second file, `rest`.

use std::pin::pin;
use std::task::{self, Poll, Waker};

use yew::{Context, Html, NodeRef};

use super::model::{Model, StepView};
use super::{App, Msg, session, shell};
use crate::parts;
use crate::settings::Settings;
use crate::ui::Ui;
#[cfg(feature = "csr")]
use weighup_core::{aid::Aid, consultation::Consultation, view::Engine};

/// What the widget can do once all of its code is there.
pub struct LaterCode {
    /// Begins at another step, for another use, or with answers that were kept.
    pub(super) begin: fn(&mut Model, &mut Ui, &Settings),
    /// Says of kept answers that the aid's content is another, when that is known only now.
    pub(super) learnt: fn(&mut App, &Settings),
    /// Takes in something that happened; true when something on screen is to change.
    pub(super) update: fn(&mut App, &Context<App>, Msg) -> bool,
    /// Does what has to wait until the page has been drawn.
    pub(super) rendered: fn(&mut App, &Context<App>),
    /// Works out what a step shows, unless it is the first.
    pub(crate) work_out: fn(&Model) -> StepView,
    /// Draws a step's content, unless it is the first.
    pub(super) content: fn(&Ui, &StepView, &NodeRef) -> Html,
    /// Draws what stands around a step only after something has happened.
    pub(super) around: fn(&Ui, &Model, Around) -> Html,
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
    /// A message.
    Notice,
    /// The person's own words.
    Words,
}

static LATER_CODE: LaterCode = LaterCode {
    begin: session::restore,
    learnt: App::learnt,
    update: App::take_in,
    rendered: App::follow_up,
    work_out: Model::work_out_later,
    content: shell::content_of_later,
    around,
    #[cfg(feature = "csr")]
    save,
};

/// The table of the later code. In a browser it may be asked for once the second file is there, and not before.
///
/// The mark on the gate makes a future of it, for pages that load the second file when they come to it. Here the page has
/// loaded the file, so that the future has nothing to wait for and is asked once.
#[must_use]
pub fn later_code() -> Option<&'static LaterCode> {
    match pin!(gate()).poll(&mut task::Context::from_waker(Waker::noop())) {
        Poll::Ready(code) => Some(code),
        Poll::Pending => None,
    }
}

#[wasm_split_macros::wasm_split(rest, wasm_split_path = crate::app::later::loaded)]
fn gate() -> &'static LaterCode {
    &LATER_CODE
}

/// What the mark on the gate calls in a browser before it goes through: the page has loaded the file (`pkg/js/lib/rest.js`).
#[cfg(target_family = "wasm")]
mod loaded {
    pub(super) mod rt {
        use std::convert::Infallible;
        use std::ffi::c_void;
        use std::pin::Pin;

        pub(in super::super) type LoadCallbackFn = extern "C" fn(*const c_void, bool);

        /// A function that would load the file, were it called.
        pub(in super::super) struct LazySplitLoader;

        impl LazySplitLoader {
            pub(in super::super) const fn new(
                _: unsafe extern "C" fn(LoadCallbackFn, *const c_void),
            ) -> Self {
                Self
            }
        }

        pub(in super::super) async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), Infallible> {
            Ok(())
        }
    }
}

#[cfg(feature = "csr")]
fn save(consultation: &Consultation, aid: &Aid, engine: &dyn Engine) -> String {
    consultation.save(aid, engine.hash(aid))
}

fn around(ui: &Ui, model: &Model, what: Around) -> Html {
    match what {
        Around::Panel => parts::panel::panel(ui, &model.panel(), model.step()),
        Around::LargeType => parts::large_type::large_type(ui),
        Around::Notice => parts::keep::notice_of(ui),
        Around::Words => shell::words(ui, model),
    }
}
