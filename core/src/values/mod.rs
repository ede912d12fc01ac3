//! Ways of saying what matters: weights and the set of weights they allow.
