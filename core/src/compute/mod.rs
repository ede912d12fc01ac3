//! A whole problem in, everything there is to say about it out: the seam between the engine and those who use it.
//!
//! [`Problem`] and [`Solution`] are also the JSON format of `weighup compute` and of the npm package (documented in
//! `docs/compute.md`); reading that format is behind the `compute` feature, which the widget does not need.
//!
//! ```
//! use weighup_core::compute::{Cell, Cells, Outcome, Problem, Weights, compute};
//!
//! let problem = Problem::new(
//!     [Outcome::lower("leakage", 3.0, 24.0), Outcome::lower("spread", 2.0, 9.0)],
//!     ["watch", "operate"],
//!     [
//!         ("leakage", Cells::apart([("watch", Cell::Number(3.0)), ("operate", Cell::Number(24.0))])),
//!         ("spread", Cells::apart([("watch", Cell::Number(9.0)), ("operate", Cell::Number(2.0))])),
//!     ],
//!     Weights::swing([("leakage", 100.0), ("spread", 50.0)], Some(0.1)),
//! );
//! let fit = compute(&problem)?.fit.expect("the problem has options");
//! assert!((fit.values["watch"] - 2.0 / 3.0).abs() < 1e-12);
//! assert_eq!(fit.first_rank["watch"], 1.0);
//! # Ok::<(), weighup_core::compute::ComputeError>(())
//! ```

mod error;
mod evidence;
mod keyed;
mod problem;
mod solution;
mod solve;

#[cfg(feature = "compute")]
mod drugis;
#[cfg(feature = "compute")]
mod json;

#[cfg(feature = "compute")]
pub use drugis::{DrugisError, from_drugis};
pub use error::ComputeError;
#[cfg(feature = "compute")]
pub use json::{ErrorBody, ErrorReport, ReadError, compute_json, report};
pub use keyed::Keyed;
pub use problem::{
    Cell, Cells, Covariance, Outcome, Problem, RelativeCells, Shape, Statement, Tied, Weights,
};
pub use solution::{Consistency, Fit, Solution, SwitchPoint, WeightsFound};
pub use solve::{compute, compute_with};
