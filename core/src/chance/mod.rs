//! Counts of people: denominators, rounding, framing, ranges, sentences.
