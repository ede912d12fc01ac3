//! English texts that only the later code shows.

use crate::texts::{Give, Given, LaterTexts};

/// The texts.
pub(in crate::texts) const LATER: LaterTexts = LaterTexts {
    give: Give {
        title: "Into the record system that opened this page",
        hint: "This one is different: your record goes to {place}. You see all of it first. Nothing goes until you say so.",
        see: "See what would go to {place}",
        offered: "All that would go is in the boxes below. Nothing has gone yet.",
        text: "What would go to {place}",
        whole: "The same as data, as the system gets it",
        give: "Give this to {place}",
        keep: "No, give nothing",
        going: "One moment. It is being given.",
        given: "The system has taken it as a draft. Whoever works there decides whether it is kept.",
        done: "I am done: close this page",
        stays: "The system has your record, but it did not close this page. You can close it yourself.",
        silent: "The system does not answer, so nothing was given. Copy your record as text or save it as a file instead.",
        elsewhere: "This page was not opened by that system, so nothing was given. Copy your record as text or save it as a \
                    file instead.",
        refused: "The system did not take it, and no part of it was left there. Copy your record as text or save it as a file \
                  instead.",
        unsure: "Something went wrong on the way. The system may hold a part of your record, or all of it. Look there before \
                 you try again. Nothing you entered here is lost.",
        unable: "This could not be made here: a part of the page did not load. Nothing was given, and nothing you entered is \
                 lost. Try again in a moment.",
    },
    given: Given {
        title: "Did this page help? Give your answers, if you like",
        hint: "The people who run this page want to know if it helps. You can give them the facts below. You do not have to, and your \
               care stays the same if you do not. Nothing you wrote is in it, and no name. You see all of it first.",
        whose: "It is about the person who decides. If you help somebody, give what they say.",
        together: "Somebody else may see this screen. You can leave this until you are on your own.",
        see: "See what I could give",
        stage: "Where are you with the decision now?",
        left_out: "No answer",
        all: "This is all that would be given",
        stored: "The same as it is stored",
        once: "It can be given once, in one way. Nothing has gone yet. What has gone cannot be called back.",
        ways: [
            "Give it as a file",
            "Give it as a QR code",
            "Give it to this website",
        ],
        no: "No, give nothing",
        gone: [
            "The file was handed to your browser. It goes to nobody by itself: give it to the people who asked for it.",
            "The code below holds what you saw. Whoever reads it with a camera has it.",
            "This website has taken it. Thank you.",
        ],
        code_alt: "QR code of what you give",
        untaken: "This website did not take it, so nothing has gone. You can give it in another way, or not at all.",
        long: "A QR code cannot hold this much, so nothing has gone. You can give it in another way, or not at all.",
        nothing: "Nothing was given. You will not be asked again in this visit.",
        unable: "This could not be made here: a part of the page did not load. Nothing was given, and nothing you entered is lost.",
    },
};
