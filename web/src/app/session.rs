//! One visit: the answers, how they are shown, and what the live region says.

use weighup_core::aid::{Date, OutcomeId};
use weighup_core::consultation::{
    Action, ActionKind, Consultation, Liking, RestoreError, Restored, SAVED_FORMAT, Step,
};
use weighup_core::words::comma_in;
use yew::{AttrValue, Context};

use super::clock::Clock;
use super::effects::{Effect, let_go, rows_seen};
use super::model::{Model, StepView};
use super::news::News;
use super::{App, Props};
use crate::markup::Speech;
use crate::parts::changed::told;
use crate::settings::{Settings, WidgetEvent};
use crate::texts::fill;
use crate::ui::{AtTheEnd, Carrying, Copying, FIRST, Giving, History, Open, Opening, Taking, Ui};

/// What a visit consists of.
pub(super) struct Session {
    /// The aid and the answers about it.
    pub(super) model: Model,
    /// How they are shown.
    pub(super) ui: Ui,
    /// The line in the live region.
    pub(super) said: Said,
    /// The clock of the health professional's panel, while it runs.
    pub(super) clock: Option<Clock>,
}

/// The line in the live region; the count makes the same text news again.
#[derive(Default)]
pub(super) struct Said {
    pub(super) count: u32,
    pub(super) text: String,
}

/// Whether the person likes everything opened out: also where the answers came with the page.
fn in_full(model: &Model) -> bool {
    model.consultation().answers().liking.contains(&Liking::InFull)
}

impl Session {
    /// Begins where the embedding page wants it to.
    pub(super) fn new(props: &Props) -> Self {
        let settings = &props.settings;
        let mut model = Model::new(
            props.aid.clone(),
            props.shared.borrow().clone(),
            settings,
            props.later,
        );
        let mut ui = Ui::new(settings.instance.clone(), settings.texts);
        ui.speech = Speech::of(props.aid.document(), &settings.lang);
        ui.keep = settings.may_keep.then_some(false);
        ui.reads_codes = settings.reads_codes;
        ui.ehr = settings.ehr.clone();
        ui.signed = settings.signed.clone();
        if let Some(later) = props.later
            && settings.begins_elsewhere()
        {
            (later.begin)(&mut model, &mut ui, settings);
        }
        if let Some(later) = props.later {
            (later.offers)(&mut ui, settings);
        }
        ui.full = in_full(&model);
        Self {
            model,
            ui,
            said: Said::default(),
            clock: None,
        }
    }

    /// Takes over what the embedding page has changed; the answers stay. True when the aid's content has become known.
    pub(super) fn set(&mut self, props: &Props) -> bool {
        let settings = &props.settings;
        let knew = self.model.knows_content();
        let said = &self.said.text;
        let waited = !said.is_empty() && self.model.waits_with().is_some_and(|text| text == *said);
        self.model.set(settings, props.later);
        if waited && self.model.waits_with().is_none() {
            // It was said and is no longer so; an empty line is news to nobody.
            self.say(String::new());
        }
        self.ui.instance = settings.instance.clone();
        self.ui.keep = settings.may_keep.then(|| self.ui.keep == Some(true));
        if self.ui.ehr != settings.ehr {
            // What was shown for one system goes to no other.
            self.ui.ehr = settings.ehr.clone();
            self.ui.open.giving = Giving::Nothing;
        }
        self.ui.texts = settings.texts;
        self.ui.speech = Speech::of(props.aid.document(), &settings.lang);
        !knew && self.model.knows_content()
    }

    /// Has something read out.
    pub(super) fn say(&mut self, text: String) {
        self.said = Said {
            count: self.said.count.wrapping_add(1),
            text,
        };
    }

    /// True when another minute has passed since it was looked at, or the clock was started or stopped.
    pub(super) fn read_clock(&mut self) -> bool {
        let minutes = self.clock.as_ref().map(Clock::minutes);
        std::mem::replace(&mut self.ui.minutes, minutes) != minutes
    }
}

impl Session {
    /// What is kept on this device, in a line for each aid: days, and names of aids.
    pub(super) fn kept(&self, kept: &[(String, String)]) -> Vec<String> {
        let words = &self.ui.texts.keep;
        let line = |(day, name): &(String, String)| match Date::parse(day) {
            Some(day) => fill(words.kept_item, &[("name", name), ("day", &self.model.day(day))]),
            None => name.clone(),
        };
        kept.iter().map(line).collect()
    }
}

impl App {
    /// Does an action about the answers. Something on screen is to change even when it is refused: its control may show what was not
    /// done, and is drawn again as it is.
    pub(super) fn answer(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        self.done(ctx, action);
        true
    }

    /// Does an action about the answers; true when it changed something.
    pub(super) fn done(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.session.model.step();
        let news = News::of(&action);
        let answers = matches!(action.kind(), ActionKind::Answer);
        self.prepare(&news);
        if !self.session.model.apply(action) {
            return false;
        }
        if matches!(news, News::Cleared) {
            self.started_again(ctx);
        }
        self.session.ui.open.history = match news {
            News::Undone => History::Undone,
            News::Redone => History::Redone,
            _ => History::Changed,
        };
        let Session { ui, model, .. } = &self.session;
        // What is typed says itself.
        let changed = || {
            answers
                .then(|| told(ui, History::Changed, &model.undo()))
                .flatten()
        };
        if let Some(text) = news.text(ui, model).or_else(changed) {
            self.session.say(text);
        }
        self.changed(ctx, before);
        self.tell(ctx, WidgetEvent::Changed);
        true
    }

    /// What an action does to what is open and to the focus.
    fn prepare(&mut self, news: &News) {
        if matches!(news, News::Went | News::Cleared) {
            // What was open belongs to where the person was.
            self.session.ui.open = Open::default();
            self.then(Effect::Arrive);
        }
        if matches!(news, News::Turn(_)) {
            // Handing over is arriving at one's own questions: the panel folds away under the press.
            self.session.ui.open.turns = false;
            self.then(Effect::Arrive);
        }
        if matches!(news, News::Added) {
            self.then(Effect::KeepInView);
        }
        if let News::Horizon(outcome) = news {
            // Its row may stand in another group of times now, and is another element there.
            let group = self.session.ui.id(&[outcome.as_str(), "-horizon"].concat());
            self.then(Effect::Focus(AttrValue::from(
                ["input[name=\"", &group, "\"]:checked"].concat(),
            )));
        }
        // What has the focus stays open to another answer, and in its place: what was answered before it closes above it.
        if let News::InWords(what) | News::Most(what) = news {
            self.session.ui.open.asked = Some(what.clone());
            self.then(Effect::KeepInView);
        }
        self.session.ui.open.moved = None;
        if let News::Ranked(what, place) = news {
            self.session.ui.open.moved = Some((what.clone(), *place));
            self.then(Effect::Focus("[data-focus]".into()));
        }
    }

    /// Everything is cleared: nothing is kept on the device, and it begins where the site wants it to.
    fn started_again(&mut self, ctx: &Context<Self>) {
        begin(&mut self.session.model, &ctx.props().settings);
        self.session.ui.notice = Vec::new();
        self.session.ui.too_long = Vec::new();
        self.session.ui.at_the_end = AtTheEnd::default();
        if self.session.ui.keep == Some(true) {
            self.session.ui.keep = Some(false);
        }
        self.tell(ctx, WidgetEvent::Again);
    }

    /// Takes over the answers of the same visit in another window; true when they differ from those here.
    pub(super) fn follow(&mut self, ctx: &Context<Self>, text: &str) -> bool {
        match self.session.model.restored(text) {
            Ok(restored) => {
                let before = self.spoken_of();
                let changed = self.go_on(ctx, |model| model.follow(&restored.consultation));
                if self.spoken_of() != before {
                    self.turn_to_what_is_spoken_of();
                }
                changed
            }
            // About another aid: this widget goes on alone.
            Err(_) => false,
        }
    }

    fn spoken_of(&self) -> Option<OutcomeId> {
        self.session.model.consultation().answers().spoken_of.clone()
    }

    /// In large type the card of what is spoken about in the other window is seen.
    fn turn_to_what_is_spoken_of(&mut self) {
        if let (true, Some(outcome)) = (self.session.ui.large_type, self.spoken_of())
            && let StepView::Compare(view, _) = &*self.session.model.view()
            && let Some(at) = view.place_in_the_room(&outcome)
        {
            self.session.ui.cards.0 = at;
        }
    }

    /// Takes over the guess that is hidden in `other`; true when there is one.
    pub(super) fn keep_guess_of(&mut self, ctx: &Context<Self>, other: &Consultation) -> bool {
        self.go_on(ctx, |model| model.keep_guess_of(other))
    }

    /// Opens answers from elsewhere where there is nothing here that they would take the place of; otherwise the person is asked first.
    /// Returns what to tell them.
    pub(super) fn asked_to_open(&mut self, ctx: &Context<Self>, text: String) -> Vec<String> {
        let model = &self.session.model;
        if model.is_blank() {
            return self.opened(ctx, &text);
        }
        match model.restored(&text) {
            Ok(restored) => {
                let whose = self.whose(&restored);
                self.session.ui.opening = Opening::Ask { text, whose };
                Vec::new()
            }
            Err(_) => self.opened(ctx, &text),
        }
    }

    /// Whose saved answers are and when they were saved, in lines.
    fn whose(&self, restored: &Restored) -> Vec<String> {
        let Session { ui, model, .. } = &self.session;
        let (texts, answers) = (ui.texts, restored.consultation.answers());
        let day = restored.saved_on.map(|day| model.day(day));
        let mut lines = vec![match day {
            Some(day) => fill(texts.carry.saved, &[("day", &day)]),
            None => texts.carry.undated.to_owned(),
        }];
        let who: Vec<&str> = answers
            .present
            .iter()
            .map(|who| texts.presence_short(*who))
            .collect();
        if !who.is_empty() {
            let who = who.join(comma_in(texts.later().summary.present));
            lines.push([texts.later().summary.present, ": ", &who].concat());
        }
        let theirs = weighup_core::view::their_words(&restored.consultation);
        if let Some((place, words)) = theirs.first() {
            let first: String = words.chars().take(80).collect();
            let more = if first.len() < words.len() { "…" } else { "" };
            lines.push([texts.words_box(*place).title, " “", &first, more, "”"].concat());
        }
        lines
    }

    /// Opens a saved file; returns what to tell the person of it.
    pub(super) fn opened(&mut self, ctx: &Context<Self>, text: &str) -> Vec<String> {
        let words = &self.session.ui.texts.keep;
        let model = &self.session.model;
        let restored = match model.restored(text) {
            Ok(restored) => restored,
            Err(wrong) => {
                let said = match wrong {
                    RestoreError::OtherAid { .. } => words.other,
                    RestoreError::TooLarge { .. } => words.large,
                    RestoreError::Format { found } if found > SAVED_FORMAT => words.newer,
                    RestoreError::Format { .. } | RestoreError::Unreadable { .. } => words.unreadable,
                };
                return vec![said.to_owned()];
            }
        };
        let mut lines = vec![words.opened.to_owned()];
        lines.extend(self.whose(&restored));
        if restored.content_changed && model.knows_content() {
            lines.push(words.changed.to_owned());
        }
        lines.extend(model.lost(&restored.dropped));
        if self.go_on(ctx, |model| model.open(&restored.consultation)) {
            self.tell(ctx, WidgetEvent::Changed);
        }
        lines
    }

    /// The aid's content is known now: kept answers that were about other content say so.
    pub(super) fn learnt(&mut self, settings: &Settings) {
        let Session { model, ui, .. } = &mut self.session;
        let kept = settings.saved.as_ref().filter(|_| ui.keep == Some(true));
        if let Some(Ok(restored)) = kept.map(|text| model.restored(text))
            && restored.content_changed
        {
            ui.notice.insert(0, ui.texts.keep.changed.to_owned());
        }
    }

    fn go_on(&mut self, ctx: &Context<Self>, take: impl FnOnce(&mut Model) -> bool) -> bool {
        let before = self.session.model.step();
        let changed = take(&mut self.session.model);
        if changed {
            self.changed(ctx, before);
        }
        changed
    }

    /// The answers were replaced: the page shows them, and the embedding page hears if the step is another.
    fn changed(&mut self, ctx: &Context<Self>, before: Step) {
        let Session { model, ui, .. } = &mut self.session;
        ui.full = in_full(model);
        let step = model.step();
        // A text that was made of other answers is not copied any more.
        ui.open.taking = Taking::Nothing;
        ui.open.giving = Giving::Nothing;
        ui.at_the_end.answers_changed();
        ui.open.carrying = Carrying::Nothing;
        ui.open.copying = Copying::NotTried;
        if step != before {
            ui.open = Open::default();
            ui.cards.0 = 0;
            // In large type the cards are counted.
            let long = matches!(step, Step::Compare | Step::Weigh) && !ui.large_type;
            ui.pieces = if long { FIRST } else { usize::MAX };
            ui.rows_first = rows_seen();
            let_go(&self.nodes);
            self.then(Effect::Arrive);
            self.tell(ctx, WidgetEvent::Step(step));
        }
        self.share(ctx.props());
    }

    /// The embedding page may read the answers at any time.
    pub(super) fn share(&self, props: &Props) {
        props.shared.replace(self.session.model.consultation().clone());
    }
}

/// Goes on with answers that were kept, and then where the site wants it to begin.
pub(super) fn restore(model: &mut Model, ui: &mut Ui, settings: &Settings) {
    ui.large_type = settings.second;
    ui.second = settings.second;
    let kept = settings.saved.as_ref().filter(|_| settings.may_keep);
    match kept.map(|text| model.restored(text)) {
        Some(Ok(restored)) => {
            ui.keep = Some(true);
            ui.notice = model.lost(&restored.dropped);
            if restored.content_changed && model.knows_content() {
                ui.notice.insert(0, ui.texts.keep.changed.to_owned());
            }
            model.begin(restored.consultation);
            settings.on_event.emit(WidgetEvent::Kept);
        }
        // It stays where it is, and nothing is kept unless the person asks for it.
        Some(Err(_)) => ui.notice = vec![ui.texts.later().told.keep_unread.to_owned()],
        None => {}
    }
    let carried = settings.carried.as_ref();
    match carried.and_then(|text| model.restored(text).ok()) {
        // Who was somewhere stays there.
        Some(carried) => model.begin(carried.consultation),
        None => begin(model, settings),
    }
}

/// Where the site wants it to begin.
fn begin(model: &mut Model, settings: &Settings) {
    let asked = [
        settings.mode.map(Action::open_for),
        settings.step.map(Action::go_to),
    ];
    for action in asked.into_iter().flatten() {
        model.apply(action);
    }
}
