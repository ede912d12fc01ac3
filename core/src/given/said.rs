//! The line in words, one entry for each fact in the order of the line, so that whoever gives it reads all of it first.

use super::value::{
    ChoiceFits, Company, GapBand, Given, GivenAnswer, GivenLeaning, GivenUnderstanding, Need, ReadyAbout,
};
use super::{AskedNow, GivenLine};
use crate::aid::{Aid, OutcomeId};
use crate::consultation::{DecisionStage, DecisionStatus, Method, Mode, OutcomeMark, ReadinessPrompt, Step};
use crate::words::{Spoken, Words, say};

/// All of a line in words. Answers to questions that were asked now have the words that they were asked with.
pub(super) fn lines(aid: &Aid, given: &Given, asked: Option<&AskedNow>) -> Vec<GivenLine> {
    let words = aid.wording();
    let mut lines = Lines(Vec::new());
    let version = &given.aid.version;
    let title = aid.title();
    lines.one(
        say!(words, context "what is given", "Decision aid"),
        say!(words, "{title}, version {version}", title, version),
    );
    let spoken = Spoken::of(&aid.document().language);
    lines.one(
        say!(words, context "what is given", "Language"),
        spoken.map_or_else(|| given.language.clone(), |spoken| spoken.own.to_owned()),
    );
    lines.one(
        say!(words, context "what is given", "Month"),
        given.month.first_day().map_or_else(
            || given.month.as_str().to_owned(),
            |day| day.month_and_year(words),
        ),
    );
    lines.some(
        say!(words, context "what is given", "What you asked of this page"),
        given.needs.iter().map(|need| self::need(words, *need)).collect(),
    );
    lines.maybe(
        say!(words, context "what is given", "When you used this page"),
        given.used.map(|mode| used(words, mode)),
    );
    lines.maybe(
        say!(words, context "what is given", "Who was here"),
        given.who.map(|who| company(words, who)),
    );
    lines.maybe(
        say!(words, context "what is given", "Where you were with the decision"),
        given.stage.before.map(|stage| stage_before(words, stage)),
    );
    lines.maybe(
        say!(words, context "what is given", "Where you are with the decision now"),
        given.stage.after.map(|stage| stage_now(words, stage)),
    );
    lines.some(
        say!(words, context "what is given", "What you were ready about at first"),
        given
            .ready
            .before
            .as_ref()
            .map_or_else(Vec::new, |said| ready(words, said)),
    );
    lines.some(
        say!(words, context "what is given", "What you are ready about now"),
        given
            .ready
            .after
            .as_ref()
            .map_or_else(Vec::new, |said| ready(words, said)),
    );
    lines.maybe(
        say!(words, context "what is given", "Questions about the facts"),
        understanding(words, &given.understanding),
    );
    let name = |id: &OutcomeId| {
        aid.outcome(id)
            .map_or_else(|| id.to_string(), |outcome| outcome.name.clone())
    };
    lines.some(
        say!(words, context "what is given", "What you opened to read more"),
        given.opened.iter().map(name).collect(),
    );
    let marked = given
        .marked
        .iter()
        .map(|marked| mark(words, &name(&marked.outcome), marked.mark));
    lines.some(
        say!(words, context "what is given", "What you marked"),
        marked.collect(),
    );
    lines.maybe(
        say!(words, context "what is given", "How you said what matters"),
        given.method.map(|way| method(words, way)),
    );
    let stands = [
        given.decision.map(|status| decision(words, status)),
        given.leaning.map(|leaning| self::leaning(words, leaning)),
    ];
    lines.some(
        say!(words, context "what is given", "Where the decision stands"),
        stands.into_iter().flatten().collect(),
    );
    lines.maybe(
        say!(words, context "what is given", "Your choice and what matters to you"),
        given.fits_choice.map(|fits| choice(words, fits)),
    );
    lines.maybe(
        say!(words, context "what is given", "You and others who weighed"),
        given.gap.map(|gap| self::gap(words, gap)),
    );
    lines.some(
        say!(words, context "what is given", "How far you went"),
        how_far(words, given),
    );
    for measure in &given.measures {
        let answers = measure.answers.iter().zip(1..).map(|(answer, item)| {
            item_said(words, item, *answer, asked.filter(|asked| asked.id == measure.id))
        });
        lines.some(
            say!(words, context "what is given", "Your answers to the questions above"),
            answers.collect(),
        );
    }
    let id = given.id.as_str();
    lines.one(
        say!(words, context "what is given", "A random code"),
        say!(
            words,
            "{id}. It was made now, says nothing about you and is kept nowhere. With it, what you give is counted once.",
            id
        ),
    );
    lines.0
}

/// Entries; where nothing was said there is none, as there is nothing in the line.
struct Lines(Vec<GivenLine>);

impl Lines {
    fn some(&mut self, what: String, said: Vec<String>) {
        if !said.is_empty() {
            self.0.push(GivenLine { what, said });
        }
    }

    fn one(&mut self, what: String, said: String) {
        self.some(what, vec![said]);
    }

    fn maybe(&mut self, what: String, said: Option<String>) {
        self.some(what, said.into_iter().collect());
    }
}

fn need(words: &Words, need: Need) -> String {
    match need {
        Need::LargerType => say!(words, context "what was asked of the page", "Larger type"),
        Need::InFull => say!(words, context "what was asked of the page", "Everything opened out"),
        Need::OneByOne => say!(words, context "what was asked of the page", "One question at a time"),
        Need::ReadAloud => say!(words, context "what was asked of the page", "Reading aloud"),
        Need::SomeoneHelped => say!(words, context "what was asked of the page", "Someone was with you"),
    }
}

fn used(words: &Words, mode: Mode) -> String {
    match mode {
        Mode::Prepare => say!(words, context "when the page was used", "Before a visit"),
        Mode::Together => say!(words, context "when the page was used", "In a visit"),
        Mode::After => say!(words, context "when the page was used", "After a visit"),
    }
}

fn company(words: &Words, who: Company) -> String {
    match who {
        Company::Alone => say!(words, context "who was here", "You"),
        Company::WithSomeone => say!(words, context "who was here", "Someone with you"),
        Company::WithProfessional => say!(words, context "who was here", "A health professional"),
    }
}

/// The sentences of the record.
fn stage_before(words: &Words, stage: DecisionStage) -> String {
    match stage {
        DecisionStage::NotStarted => say!(words, "You had not thought about it yet."),
        DecisionStage::Considering => say!(words, "You were thinking about the options."),
        DecisionStage::CloseToChoosing => say!(words, "You were close to choosing."),
        DecisionStage::Chosen => say!(words, "You had chosen, and were checking."),
    }
}

fn stage_now(words: &Words, stage: DecisionStage) -> String {
    match stage {
        DecisionStage::NotStarted => say!(words, "You have not thought about it yet."),
        DecisionStage::Considering => say!(words, "You are thinking about the options."),
        DecisionStage::CloseToChoosing => say!(words, "You are close to choosing."),
        DecisionStage::Chosen => say!(words, "You have chosen."),
    }
}

fn ready(words: &Words, said: &ReadyAbout) -> Vec<String> {
    let fine = said.fine.iter().map(|prompt| {
        let what = prompt_said(words, *prompt);
        say!(words, "Fine: {what}", what)
    });
    let not_yet = said.not_yet.iter().map(|prompt| {
        let what = prompt_said(words, *prompt);
        say!(words, "Not yet: {what}", what)
    });
    fine.chain(not_yet).collect()
}

/// The sentences of the record.
fn prompt_said(words: &Words, prompt: ReadinessPrompt) -> String {
    match prompt {
        ReadinessPrompt::Choice => say!(words, "What the choice is about."),
        ReadinessPrompt::Options => say!(words, "What each option involves."),
        ReadinessPrompt::Chances => say!(words, "What may happen, and what nobody knows."),
        ReadinessPrompt::Matters => say!(words, "What matters most to you."),
        ReadinessPrompt::People => say!(words, "Talking to people you trust."),
    }
}

fn understanding(words: &Words, said: &GivenUnderstanding) -> Option<String> {
    // That an aid asks is no fact about a person who did not answer.
    if said.right.is_empty() && said.other.is_empty() {
        return None;
    }
    let count = |list: &[crate::ids::QuestionId]| {
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        words.number(count)
    };
    let (asked, right, other) = (words.number(said.asked), count(&said.right), count(&said.other));
    Some(say!(
        words,
        "Of {asked}, you answered {right} as this page does, and {other} in another way.",
        asked,
        right,
        other
    ))
}

fn mark(words: &Words, outcome: &str, mark: OutcomeMark) -> String {
    match mark {
        OutcomeMark::Matters => say!(words, "{outcome}: matters a lot", outcome),
        OutcomeMark::Worries => say!(words, "{outcome}: worries you", outcome),
        OutcomeMark::DoesNotMatter => say!(words, "{outcome}: does not matter to you", outcome),
    }
}

fn method(words: &Words, method: Method) -> String {
    match method {
        Method::Pairs => {
            say!(words, context "how somebody said what matters", "Two things at a time, in words")
        }
        Method::Swing => say!(words, context "how somebody said what matters", "Points for each change"),
        Method::Ranking => say!(words, context "how somebody said what matters", "In an order"),
        Method::Points => say!(words, context "how somebody said what matters", "100 points shared out"),
        Method::BestWorst => {
            say!(words, context "how somebody said what matters", "What matters most and least")
        }
    }
}

fn decision(words: &Words, status: DecisionStatus) -> String {
    match status {
        DecisionStatus::InProgress => say!(words, "Nothing is decided yet."),
        DecisionStatus::Made => say!(words, "It is decided. It is not said for what."),
        DecisionStatus::Withdrawn => say!(words, "It was decided, and that no longer stands."),
    }
}

/// Those that name no option are the sentences of *Decide*.
fn leaning(words: &Words, leaning: GivenLeaning) -> String {
    match leaning {
        GivenLeaning::Option => say!(words, "You lean towards an option. It is not said which."),
        GivenLeaning::Undecided => say!(words, "I have not decided."),
        GivenLeaning::MoreTime => say!(words, "I need more time or information."),
        GivenLeaning::PleaseAdvise => say!(words, "I would like my health team to advise me."),
    }
}

fn choice(words: &Words, fits: ChoiceFits) -> String {
    match fits {
        ChoiceFits::Yes => say!(words, "No other option clearly fits more with what you said."),
        ChoiceFits::No => say!(
            words,
            "Another option fits more with what you said. There can be good reasons to choose differently."
        ),
        ChoiceFits::NotSeparated => say!(words, "Nothing clearly separates the options."),
    }
}

fn gap(words: &Words, gap: GapBand) -> String {
    match gap {
        GapBand::None => say!(words, "You weigh things much the same."),
        GapBand::Some => say!(words, "On some things you are apart."),
        GapBand::Large => say!(words, "On some things you are far apart."),
    }
}

/// How many steps were opened, and whether anything was answered.
fn how_far(words: &Words, given: &Given) -> Vec<String> {
    let number = |count: usize| words.number(u32::try_from(count).unwrap_or(u32::MAX));
    let (opened, all) = (number(given.steps.len()), number(Step::ALL.len()));
    let mut said = vec![say!(words, "You opened {opened} of {all} steps.", opened, all)];
    let last = given
        .stopped
        .and_then(|at| Step::ALL.iter().position(|step| *step == at));
    said.push(match last {
        Some(at) => {
            let step = number(at + 1);
            say!(
                words,
                "The last step on which you answered something is step {step}.",
                step
            )
        }
        None => say!(words, "You answered nothing on them."),
    });
    said
}

fn item_said(words: &Words, item: u32, answer: GivenAnswer, asked: Option<&AskedNow>) -> String {
    let question = words.number(item);
    match answer.0 {
        Some(answer) => {
            let worded = asked.and_then(|asked| asked.in_words(answer));
            let answer = worded.map_or_else(|| words.number(u32::from(answer)), str::to_owned);
            say!(words, "Question {question}: {answer}", question, answer)
        }
        None => say!(words, "Question {question}: left out", question),
    }
}
