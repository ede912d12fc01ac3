//! How the options fit: value model, contributions, dominance, switch points, uncertainty, acceptability.
//!
//! The model is additive: `V(o) = sum_j w_j v_j(o)`, with `v_j` in 0 to 1 over the range of outcome `j`
//! ([`PartialValue`]), `w_j >= 0` and `sum w_j = 1`. Outcomes and options are numbered here; names belong to the
//! callers. A table of values has one row per option and one column per outcome.
//!
//! ```
//! use weighup_core::fit::{Outside, PartialValue, PreferenceDirection, contributions, dominated, ranks, switch_points};
//!
//! // Two options on two outcomes; the third option is worse than the first on both.
//! let leakage = PartialValue::linear(PreferenceDirection::Lower, [3.0, 24.0], Outside::Clip)?;
//! let spread = PartialValue::linear(PreferenceDirection::Lower, [2.0, 9.0], Outside::Clip)?;
//! let values: Vec<Vec<f64>> = [(3.0, 8.0), (24.0, 2.0), (4.0, 9.0)]
//!     .map(|(leaks, spreads)| vec![leakage.at(leaks), spread.at(spreads)])
//!     .to_vec();
//! assert_eq!(dominated(&values), [vec![], vec![], vec![0]]);
//!
//! let total = contributions(&values, &[0.5, 0.5]).totals;
//! assert_eq!(ranks(&total), [1, 2, 3]);
//! // With more weight on the second outcome the first two change places.
//! let change = switch_points(&values, &[0.5, 0.5], 1);
//! assert!(change.iter().any(|point| point.weight > 0.5));
//! # Ok::<(), weighup_core::fit::ValueError>(())
//! ```

mod acceptability;
mod additive;
mod count;
mod counting;
mod doubt;
pub(crate) mod draws;
mod exact;
mod sensitivity;
mod switch;
mod tally;
pub(crate) mod uncertain;
pub(crate) mod value;

pub use acceptability::{
    Acceptability, AcceptabilityError, AcceptabilitySettings, How, Readings, acceptability,
};
pub(crate) use acceptability::{Preparing, middle_values, over};
pub use additive::{Contributions, contributions, dominated, ranks};
pub(crate) use counting::Counting;
pub(crate) use draws::centre;
pub use sensitivity::{SweepPoint, ValueThreshold, change_needed, sweep};
pub use switch::{SwitchPoint, switch_points};
pub use uncertain::{Evidence, FitError, Given, Link, Relative, Uncertain, quantile};
pub use value::{Outside, PartialValue, PreferenceDirection, ValueError};
