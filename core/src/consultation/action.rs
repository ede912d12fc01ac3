//! What a person can do, and what kind of deed each is.
//!
//! Actions stand in families, one enum and one reducer each. Every family says of each of its actions, one by one,
//! whether it is an answer that undo takes back or only changes what is shown, so that a new action cannot be
//! classified by accident (decision 0028).

use serde::Serialize;

use super::{
    CompareAs, ConcernId, DealBreaker, DecisionStage, DecisionStatus, Leaning, Liking, List, Method, Mode,
    NextTo, OutcomeMark, OutcomeOrder, Person, Presence, RankMove, ReadinessPrompt, Step, Sure, Weighable,
    WordsBox,
};
use crate::aid::{HorizonId, OptionId, OutcomeId, ReferenceClassId};
use crate::format::Form;
#[cfg(feature = "hosted")]
use crate::format::{At, Found, json};
use crate::words::Chances;

/// How an action stands to undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// An answer: undo takes it back.
    Answer,
    /// Typing: an answer that goes on with what was typed in the same place just before, and is one undo with it.
    Typing(TypedIn),
    /// Where people are and how things are shown. Undo passes over it, since undo never moves the page.
    Look,
    /// A step in the history itself.
    History,
}

/// Where someone types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedIn {
    /// A box for own words.
    Words(WordsBox),
    /// The questions to ask.
    Questions,
    /// The box about an outcome.
    Outcome(OutcomeId),
}

/// Something a person did. The reducer is the only thing that changes [`super::Answers`].
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Opens a step.
    Go(Step),
    /// Says who is here and what their situation is.
    About(AboutAction),
    /// Writes in a box.
    Words(WordsAction),
    /// Changes how things are shown.
    Show(ShowAction),
    /// Hands over to someone else, or shows what they said.
    Turn(TurnAction),
    /// Says how much things matter.
    Weigh(WeighAction),
    /// Says what only the person who decides can say: own concerns, marks and limits.
    Own(OwnAction),
    /// Says something about the decision and the talk about it.
    Talk(TalkAction),
    /// Steps through the history.
    History(HistoryAction),
}

/// Declares one family: its enum and, for each of its actions, a function of [`Action`] that makes it. The
/// description of an action is that of its function too.
macro_rules! family {
    (
        $(#[$about:meta])*
        $family:ident($name:ident) {
            $($(#[$doc:meta])* $make:ident => $variant:ident $(($($field:ident: $type:ty),*))?,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$doc])* $variant $(($($type),*))?,)*
        }

        impl Action {
            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $make($($($field: $type),*)?) -> Self {
                    Self::$family($name::$variant $(($($field),*))?)
                }
            )*
        }
    };
}

family! {
    /// Who is here and what their situation is.
    About(AboutAction) {
        /// Tick or untick who is here.
        toggle_presence => TogglePresence(who: Presence),
        /// Say where they are with the decision.
        set_stage => SetStage(stage: DecisionStage),
        /// Choose the group the figures are for. Answers that belong to another group's figures are set aside with it.
        choose_group => ChooseGroup(group: ReferenceClassId),
        /// Tick or untick an item of a score, or choose a level of one. The group of the sum is chosen with it.
        tick => Tick(score: String, what: String),
    }
}

family! {
    /// What people write.
    Words(WordsAction) {
        /// Type in a box.
        set_words => SetWords(place: WordsBox, words: String),
        /// Say that the words of a box are about an outcome; the same again takes it back.
        link_words => LinkWords(place: WordsBox, outcome: OutcomeId),
        /// Questions to ask.
        set_questions => SetQuestions(words: String),
    }
}

family! {
    /// How things are shown.
    Show(ShowAction) {
        /// Pictures, differences, table or numbers.
        compare_as => CompareAs(way: CompareAs),
        /// Say chances this way everywhere.
        say_chances => SayChances(way: Chances),
        /// What to show first.
        order_outcomes => OrderOutcomes(order: OutcomeOrder),
        /// Choose a horizon for an outcome.
        choose_horizon => ChooseHorizon(outcome: OutcomeId, horizon: HorizonId),
        /// Choose a horizon for every outcome that has figures then.
        choose_horizon_for_all => ChooseHorizonForAll(horizon: HorizonId),
        /// Speak about an outcome: what is large on a second screen.
        speak_of => SpeakOf(outcome: OutcomeId),
        /// Show or hide an option in Compare.
        toggle_option => ToggleOption(option: OptionId),
        /// Say how the page is used. An answer to a question: the step stays.
        set_mode => SetMode(mode: Mode),
        /// Open the page for a use, where that begins: what a site asks for.
        open_for => OpenFor(mode: Mode),
        /// Switch a way of showing information on or off.
        toggle_liking => ToggleLiking(liking: Liking),
        /// Show another question of What matters, counted from 0, where they are asked one at a time.
        ask_at => AskAt(at: u8),
    }
}

family! {
    /// Whose turn it is, and what is shown of what others said.
    Turn(TurnAction) {
        /// Someone else's turn to weigh.
        take_turn => Take(person: Person),
        /// Show the health professional's guess. There is no way back: what was seen was seen.
        reveal_guess => RevealGuess,
    }
}

family! {
    /// How much things matter to the person whose turn it is.
    Weigh(WeighAction) {
        /// Say how much things matter in another way. Answers in every way are kept.
        use_method => UseMethod(method: Method),
        /// In words: choose what matters most.
        choose_most => ChooseMost(what: Weighable),
        /// In words: say how much the second matters next to the first, in place of what was said of the two.
        say_next_to => SayNextTo(more: Weighable, less: Weighable, word: NextTo),
        /// In words: take back what was said of two things.
        take_back => TakeBack(more: Weighable, less: Weighable),
        /// Swing: choose what to change first; it counts as 100.
        choose_first => ChooseFirst(what: Weighable),
        /// Swing: set points, clamped to 0..=100 and rounded to tens.
        set_points => SetPoints(what: Weighable, points: u8),
        /// Ranking: put something in its place.
        rank => Rank(what: Weighable, place: RankMove),
        /// Ranking: put all of these in this order, in place of what is there. What stands together matters the same.
        rank_all => RankAll(order: Vec<Vec<Weighable>>),
        /// Points: give so many of 100, clamped and rounded to fives.
        share => Share(what: Weighable, points: u8),
        /// Best-worst: choose what matters most.
        choose_best => ChooseBest(what: Weighable),
        /// Best-worst: choose what matters least.
        choose_worst => ChooseWorst(what: Weighable),
        /// Best-worst: how many times as much the first matters as the second, one of [`super::TIMES`].
        set_times => SetTimes(more: Weighable, less: Weighable, times: u8),
        /// Begin again at the times that are looked at, where those are not the ones that were weighed. Limits stay.
        weigh_at_shown => WeighAtShown,
    }
}

family! {
    /// Own concerns, marks and limits. They are the person's who decides, and refused while it is someone else's turn.
    Own(OwnAction) {
        /// Add a concern.
        add_concern => AddConcern(words: String),
        /// Take a concern away.
        remove_concern => RemoveConcern(id: ConcernId),
        /// Rate an option for a concern, 0..=4.
        rate_concern => RateConcern(id: ConcernId, option: OptionId, rating: u8),
        /// Mark an outcome; the same mark again takes it back.
        mark => Mark(outcome: OutcomeId, mark: OutcomeMark),
        /// Type in the box about an outcome.
        say_about => SayAbout(outcome: OutcomeId, words: String),
        /// Weigh an outcome on which the studies cannot tell the options apart (`true`), or no longer.
        weigh_anyway => WeighAnyway(outcome: OutcomeId, wanted: bool),
        /// Add or take away a deal-breaker.
        toggle_deal_breaker => ToggleDealBreaker(deal_breaker: DealBreaker),
        /// Raise (`true`) or lower a limit by one person of 100, or by a round number of people of a larger
        /// denominator when the outcome's swing is wide.
        step_limit => StepLimit(outcome: OutcomeId, up: bool),
    }
}

family! {
    /// Where the decision stands, and what is to be talked about and done.
    Talk(TalkAction) {
        /// Say where the decision stands; the same again takes it back.
        set_leaning => SetLeaning(leaning: Leaning),
        /// Say whether something is decided; the same again takes it back.
        set_status => SetStatus(status: DecisionStatus),
        /// Say whether a prompt is fine; the same again takes it back.
        set_ready => SetReady(prompt: ReadinessPrompt, fine: bool),
        /// Answer one of the aid's own questions; answers count from 1.
        understand => Understand(id: String, answer: u32),
        /// Tick or untick a question of the aid to ask; questions count from 1.
        toggle_ask => ToggleAsk(question: u32),
        /// Say how sure; the same again takes it back.
        set_sure => SetSure(sure: Sure),
        /// When to look again, as an ISO date; empty for no date.
        set_review => SetReview(day: String),
        /// Add a line to a list: whose it is, what, and by when.
        add_note => AddNote(list: List, who: Presence, words: String, when: String),
        /// Take a line away.
        remove_note => RemoveNote(list: List, id: u32),
        /// Move a line one place up (`true`) or down.
        move_note => MoveNote(list: List, id: u32, up: bool),
    }
}

family! {
    /// Steps through the history.
    #[derive(Copy)]
    History(HistoryAction) {
        /// Undo the last answer.
        undo => Undo,
        /// Do it again.
        redo => Redo,
        /// Forget everything: answers, history, all.
        start_again => StartAgain,
    }
}

impl Action {
    /// Opens a step.
    #[must_use]
    pub const fn go_to(step: Step) -> Self {
        Self::Go(step)
    }

    /// How the action stands to undo.
    #[must_use]
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::Go(_) => ActionKind::Look,
            Self::About(action) => action.kind(),
            Self::Words(action) => action.kind(),
            Self::Show(action) => action.kind(),
            Self::Turn(action) => action.kind(),
            Self::Weigh(action) => action.kind(),
            Self::Own(action) => action.kind(),
            Self::Talk(action) => action.kind(),
            Self::History(action) => action.kind(),
        }
    }
}

/// An action as JSON, for programs with an interface of their own: `{"weigh": {"rank": [{"outcome": "pain"}, "next"]}}`.
#[cfg(feature = "hosted")]
impl std::str::FromStr for Action {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let node = json::parse(text).map_err(|wrong| wrong.what.to_owned())?;
        let found = Found::default();
        let action = Self::read(&node, &At::ROOT, &found);
        match (action, found.into_problems().into_iter().next()) {
            (Some(action), None) => Ok(action),
            (_, problem) => Err(problem.map_or_else(String::new, |(problem, _)| problem.to_string())),
        }
    }
}

impl AboutAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::TogglePresence(_) | Self::SetStage(_) | Self::ChooseGroup(_) | Self::Tick(..) => {
                ActionKind::Answer
            }
        }
    }
}

impl WordsAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::SetWords(place, _) => ActionKind::Typing(TypedIn::Words(*place)),
            Self::SetQuestions(_) => ActionKind::Typing(TypedIn::Questions),
            Self::LinkWords(..) => ActionKind::Answer,
        }
    }
}

impl ShowAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::CompareAs(_)
            | Self::SayChances(_)
            | Self::OrderOutcomes(_)
            | Self::ChooseHorizon(..)
            | Self::ChooseHorizonForAll(_)
            | Self::ToggleOption(_)
            | Self::SpeakOf(_)
            | Self::SetMode(_)
            | Self::OpenFor(_)
            | Self::ToggleLiking(_)
            | Self::AskAt(_) => ActionKind::Look,
        }
    }
}

impl TurnAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::Take(_) | Self::RevealGuess => ActionKind::Look,
        }
    }
}

impl WeighAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::UseMethod(_)
            | Self::ChooseMost(_)
            | Self::SayNextTo(..)
            | Self::TakeBack(..)
            | Self::ChooseFirst(_)
            | Self::SetPoints(..)
            | Self::Rank(..)
            | Self::RankAll(_)
            | Self::Share(..)
            | Self::ChooseBest(_)
            | Self::ChooseWorst(_)
            | Self::SetTimes(..)
            | Self::WeighAtShown => ActionKind::Answer,
        }
    }
}

impl OwnAction {
    fn kind(&self) -> ActionKind {
        match self {
            Self::SayAbout(outcome, _) => ActionKind::Typing(TypedIn::Outcome(outcome.clone())),
            Self::AddConcern(_)
            | Self::RemoveConcern(_)
            | Self::RateConcern(..)
            | Self::Mark(..)
            | Self::WeighAnyway(..)
            | Self::ToggleDealBreaker(_)
            | Self::StepLimit(..) => ActionKind::Answer,
        }
    }
}

impl TalkAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::SetLeaning(_)
            | Self::SetStatus(_)
            | Self::SetReady(..)
            | Self::Understand(..)
            | Self::ToggleAsk(_)
            | Self::SetSure(_)
            | Self::SetReview(_)
            | Self::AddNote(..)
            | Self::RemoveNote(..)
            | Self::MoveNote(..) => ActionKind::Answer,
        }
    }
}

impl HistoryAction {
    const fn kind(&self) -> ActionKind {
        match self {
            Self::Undo | Self::Redo | Self::StartAgain => ActionKind::History,
        }
    }
}
