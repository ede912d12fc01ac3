//! What is true of the people who are drawn, so that a report can be held to finding it, and to finding nothing else.

/// What is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truths {
    /// One aid gets better at its change, and one is understood less in one language.
    Known,
    /// Nothing differs from anything.
    Nothing,
}

/// How likely things are for one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likelihoods {
    /// Reaching the end.
    pub finished: f64,
    /// Being closer to a decision, of those who finish.
    pub closer: f64,
    /// Each prompt about being ready.
    pub fine: f64,
    /// All questions of understanding.
    pub understood: f64,
    /// Values and choice in agreement.
    pub agreement: f64,
    /// The top score of CollaboRATE.
    pub top: f64,
    /// Yes to all of SURE.
    pub sure: f64,
}

impl Truths {
    /// How likely things are for somebody with this aid, in its second version or not, in this language.
    #[must_use]
    pub fn of(self, aid: &str, second: bool, language: &str) -> Likelihoods {
        let mut chances = Likelihoods {
            finished: 0.62,
            closer: 0.55,
            fine: 0.85,
            understood: 0.55,
            agreement: 0.7,
            top: 0.45,
            sure: 0.5,
        };
        if self == Self::Nothing {
            return chances;
        }
        if aid == "synthetic-ear" && second {
            chances.finished = 0.74;
            chances.understood = 0.67;
            chances.top = 0.65;
        }
        if aid == "synthetic-statins" && language == "ur" {
            chances.understood = 0.2;
        }
        chances
    }
}
