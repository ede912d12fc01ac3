//! The engine that works out the fit: this program itself, or a second WebAssembly file that a page loads behind the widget.
//!
//! The two exchange text: the answers that matter here as JSON, and the view that comes of them. See
//! `docs/decisions/0010-the-engine-comes-after.md`.

use crate::aid::{Aid, document::Results};
use crate::consultation::Answers;

use super::super::{AgreementView, FitView};

/// Why the fit is not worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoEngine {
    /// The engine is on its way, or at work on these answers.
    #[error("this is not worked out yet; ask again when it is")]
    Loading,
    /// The engine could not be loaded, or stopped.
    #[error("there is no engine; load the page again")]
    Missing,
}

/// Works out how the options fit.
pub trait Engine {
    /// The fit of the aid's options with these answers.
    ///
    /// # Errors
    /// [`NoEngine`].
    fn fit(&self, aid: &Aid, answers: &Answers) -> Result<FitView, NoEngine>;

    /// Says that the fit of these answers is likely to be asked for next. An engine that can work something out while nobody
    /// waits does so; any other need not.
    fn ahead(&self, _: &Answers) {}

    /// How far answers agree. Whether a gap changes the fit is said only where `results` shows the fit.
    ///
    /// # Errors
    /// [`NoEngine`].
    fn agreement(&self, aid: &Aid, answers: &Answers, results: Results) -> Result<AgreementView, NoEngine>;

    /// The content hash of the aid ([`crate::aid::ContentHash`]): whoever checked the aid whole knows it.
    fn hash<'a>(&'a self, aid: &'a Aid) -> Option<&'a str>;
}

/// The engine in the same program.
#[derive(Clone, Copy, Debug)]
pub struct Here;

impl Engine for Here {
    fn fit(&self, aid: &Aid, answers: &Answers) -> Result<FitView, NoEngine> {
        Ok(super::work_out(aid, answers))
    }

    fn agreement(&self, aid: &Aid, answers: &Answers, results: Results) -> Result<AgreementView, NoEngine> {
        Ok(super::agreement::agreement(aid, answers, results))
    }

    #[cfg(feature = "spoken")]
    fn hash<'a>(&'a self, aid: &'a Aid) -> Option<&'a str> {
        Some(aid.hash().as_str())
    }

    #[cfg(not(feature = "spoken"))]
    fn hash<'a>(&'a self, _: &'a Aid) -> Option<&'a str> {
        None
    }
}

/// No engine, for the reason it holds.
#[derive(Clone, Copy, Debug)]
pub struct Absent(pub NoEngine);

impl Engine for Absent {
    fn fit(&self, _: &Aid, _: &Answers) -> Result<FitView, NoEngine> {
        Err(self.0)
    }

    fn agreement(&self, _: &Aid, _: &Answers, _: Results) -> Result<AgreementView, NoEngine> {
        Err(self.0)
    }

    fn hash<'a>(&'a self, _: &'a Aid) -> Option<&'a str> {
        None
    }
}
