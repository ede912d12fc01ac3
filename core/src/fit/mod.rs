//! How the options fit: value model, contributions, dominance, switch points, acceptability.
