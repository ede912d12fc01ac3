//! Lanes a few at a time.

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
