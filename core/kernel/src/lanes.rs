//! Arithmetic on a few lanes (draws side by side) at a time, as the vector instructions of a processor take them.

use wide::bytemuck::cast;
use wide::f64x2;

use crate::Lanes;

/// Vectors of lanes worked on together in registers.
pub(crate) const AT_ONCE: usize = 4;

/// Lanes in those.
pub(crate) const TOGETHER: usize = 2 * AT_ONCE;

/// The `c`th of them.
#[inline(always)]
pub(crate) fn vectors(row: &Lanes, c: usize) -> [f64x2; AT_ONCE] {
    let row: &[[f64; TOGETHER]] = chunks(row);
    cast(row[c])
}

/// The numbers of a row in chunks of `N`.
#[inline(always)]
pub(crate) fn chunks<T, const N: usize, const M: usize>(row: &[T; M]) -> &[[T; N]] {
    row.as_chunks::<N>().0
}

/// The same, to be written to.
#[inline(always)]
pub(crate) fn chunks_mut<T, const N: usize, const M: usize>(row: &mut [T; M]) -> &mut [[T; N]] {
    row.as_chunks_mut::<N>().0
}
