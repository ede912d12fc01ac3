//! How the options fit: value model, contributions, dominance, switch points, uncertainty, acceptability.
//!
//! The model is additive: `V(o) = sum_j w_j v_j(o)`, with `v_j` in 0 to 1 over the range of outcome `j`
//! ([`PartialValue`]), `w_j >= 0` and `sum w_j = 1`. Outcomes and options are numbered here; names belong to the
//! callers. A table of values has one row per option and one column per outcome.

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
