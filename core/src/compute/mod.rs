//! A whole problem in, everything there is to say about it out: the seam between the engine and those who use it.
//!
//! [`DecisionProblem`] and [`Solution`] are also the JSON format of `weighup compute` and of the npm package (documented
//! in `docs/compute.md`); reading that format is behind the `compute` feature, which the widget does not need.
//!
//! ```
//! use weighup_core::compute::{Criterion, DecisionProblem, Performance::Number, Performances, Weights, compute};
//!
//! let problem = DecisionProblem::new(
//!     [Criterion::lower("leakage", 3.0, 24.0), Criterion::lower("spread", 2.0, 9.0)],
//!     ["watch", "operate"],
//!     [
//!         ("leakage", Performances::apart([("watch", Number(3.0)), ("operate", Number(24.0))])),
//!         ("spread", Performances::apart([("watch", Number(9.0)), ("operate", Number(2.0))])),
//!     ],
//!     Weights::swing([("leakage", 100.0), ("spread", 50.0)], Some(0.1)),
//! );
//! let fit = compute(&problem)?.fit.expect("the problem has options");
//! assert!((fit.values["watch"] - 2.0 / 3.0).abs() < 1e-12);
//! assert_eq!(fit.first_rank["watch"], 1.0);
//! # Ok::<(), weighup_core::compute::ComputeError>(())
//! ```

mod by_id;
mod error;
mod evidence;
mod problem;
mod solution;
mod solve;

#[cfg(feature = "compute")]
mod drugis;
#[cfg(feature = "compute")]
mod json;

pub use crate::values::Consistency;
pub use by_id::ById;
#[cfg(feature = "compute")]
pub use drugis::{DrugisError, from_drugis};
pub use error::ComputeError;
#[cfg(feature = "compute")]
pub use json::{ErrorBody, ErrorReport, ReadError, compute_json, report};
pub use problem::{
    Covariance, Criterion, DecisionProblem, Performance, Performances, RelativePerformances, Shape, Tied,
    WeightStatement, Weights,
};
pub use solution::{Fit, Solution, SwitchWeight, WeightsFound};
pub use solve::{compute, compute_with};
