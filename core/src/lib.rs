//! Weighup's core: the decision aid, its figures, what matters to a person, and how the options fit.
//!
//! Nothing here knows a browser, a clock, a locale or a source of randomness. The flow is one way: a checked
//! [`aid`], the [`consultation`] about it, the [`fit`] of options with what matters, and the [`view`] of each
//! step as data.
//!
//! # A consultation, whole
//!
//! An aid is read once, and everything about it is checked then. A consultation changes by actions alone, and each step is a view of both:
//! sentences, counts and lists that are ready to be shown.
//!
//! ```
//! use weighup_core::aid::Aid;
//! use weighup_core::aid::document::Results;
//! use weighup_core::consultation::{Action, Consultation, WordsBox};
//! use weighup_core::view::{self, CellView, Here};
//!
//! // What `weighup build` and `authoring::read` make of an author's file.
//! let aid = Aid::from_json(include_str!("../examples/made-up.json"))?;
//! let mut consultation = Consultation::new(&aid);
//! let words = Action::set_words(WordsBox::Matters, "Sleeping through the night".to_owned());
//! consultation.apply(&aid, words)?;
//!
//! // Compare, as data: for each outcome a cell for every option, in the aid's order.
//! let compare = view::compare(&aid, &consultation);
//! let itching = compare.outcomes.first().expect("the aid has outcomes");
//! for cell in &itching.cells {
//!     if let CellView::Known(figure) = cell {
//!         println!("{}: {}", figure.option.name, figure.sentence);
//!     }
//! }
//!
//! // The summary has the person's own words in it. `Here` works the fit out on this machine.
//! let summary = view::summary(&aid, &consultation, Results::Fit, &Here);
//! let text = weighup_core::record::plain_text(aid.wording(), &summary);
//! assert!(text.contains("Sleeping through the night"));
//!
//! // What is saved opens again, on any machine.
//! let saved = consultation.save(&aid, None);
//! let opened = Consultation::restore(&aid, &saved, None)?;
//! assert_eq!(opened.consultation.answers(), consultation.answers());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! None is on by default; each adds to what reads and tells, never to what is worked out.
//!
//! - `spoken`: problems with an aid say what is wrong, where, and what to do. Without it an aid is only refused.
//! - `hosted`: actions read from JSON, for a host with an interface of its own. Brings `spoken`.
//! - `compute`: the engine on any problem given as JSON, [`compute`]. Brings `spoken`.
//! - `authoring`: aids as authors write them, their linter, rule sets, schemas. Brings `hosted`.
//! - `desk`: a form over an author's files, which changes only the bytes it is about. Brings `authoring`.
//!
//! Each module is a room on a floor and knows only rooms on lower ones; `docs/architecture.md` has the table, and a test
//! holds every path in the source to it.
#![warn(missing_docs)]

pub mod aid;
#[cfg(feature = "authoring")]
pub mod authoring;
pub mod chance;
pub mod compute;
pub mod consultation;
pub mod date;
#[cfg(feature = "desk")]
pub mod desk;
pub mod fit;
#[cfg(feature = "authoring")]
pub mod folder;
pub mod format;
pub mod given;
pub mod ids;
#[cfg(feature = "authoring")]
pub mod involvement;
pub mod measures;
pub mod record;
#[cfg(feature = "authoring")]
pub mod standards;
pub mod values;
pub mod view;
pub mod words;
