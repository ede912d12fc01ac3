//! The words that stand for steps, methods and the like in saved answers and attributes.

use super::{CompareAs, Liking, Method, Mode, Person, Presence, Prompt, Stage, Step, Sure, WordsBox};
use crate::format::words;

words! {
    Step {
        About "about",
        WhatMatters "what-matters",
        Choice "choice",
        Options "options",
        Compare "compare",
        Weigh "weigh",
        Fit "fit",
        Ready "ready",
        Decide "decide",
        Summary "summary",
    }
    Mode { Prepare "prepare", Together "together", After "after", }
    Liking { InFull "in-full", Large "large", }
    Prompt {
        Choice "choice",
        Options "options",
        Chances "chances",
        Matters "matters",
        People "people",
    }
    Sure { Very "very", Fairly "fairly", NotVery "not-very", NotAtAll "not-at-all", }
    Presence { Me "me", SomeoneWithMe "someone-with-me", Professional "professional", }
    Stage {
        NotStarted "not-started",
        Considering "considering",
        CloseToChoosing "close-to-choosing",
        Chosen "chosen",
    }
    WordsBox {
        Matters "matters",
        Worries "worries",
        Hopes "hopes",
        WouldNotAccept "would-not-accept",
        Reservations "reservations",
        Companion "companion",
        Professional "professional",
    }
    CompareAs {
        Pictures "pictures",
        Difference "difference",
        Table "table",
        Numbers "numbers",
    }
    Person {
        Patient "patient",
        Companion "companion",
        Clinician "clinician",
    }
    Method {
        Swing "swing",
        Ranking "ranking",
        Points "points",
        BestWorst "best-worst",
    }
}
