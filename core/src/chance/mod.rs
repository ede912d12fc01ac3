//! Counts of people: figures, denominators, rounding, both frames, ranges and the sentences made from them.
//!
//! Every probability in the product is a [`Figure`]. It cannot be built without a count and a denominator, a
//! [`Horizon`], a [`ReferenceClass`], a range or a certainty, and a source. What is measured and not counted is an
//! [`Amount`], with the same and its unit and scale; what has no number is a [`LevelFigure`], in words.

mod amount;
mod backing;
mod contrast;
mod denominator;
mod figure;
mod horizon;
pub mod interval;
mod level;
mod proportion;
mod range;
pub mod wording;

pub use crate::format::Decimal;
pub use amount::{Amount, AmountError, AmountParts, AmountSays, Average, Scale, Spread};
pub use backing::{Backing, BackingError, Certainty, Status};
pub use contrast::{Contrast, ContrastError, Effect};
pub use denominator::{Denominator, Icons, PeopleCount, share_out};
pub use figure::{Basis, Figure, FigureError, FigureParts, RangeGiven};
pub use horizon::{Analysis, Horizon, ReferenceClass, TimeUnit};
pub use level::{Level, LevelFigure};
pub use proportion::Proportion;
pub use range::{Across, Range, RangeBasis};
