//! One visit: the answers, how they are shown, and what the live region says.

use weighup_core::consultation::{Action, Consultation, Liking, RestoreError, SAVED_FORMAT, Step};
use yew::Context;

use super::clock::Clock;
use super::effects::Effect;
use super::model::Model;
use super::news::News;
use super::{App, Props};
use crate::markup::Speech;
use crate::settings::{Settings, WidgetEvent};
use crate::ui::{FIRST, Open, Ui};

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
        if let Some(later) = props.later
            && settings.begins_elsewhere()
        {
            (later.begin)(&mut model, &mut ui, settings);
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
        self.model.set(settings, props.later);
        self.ui.instance = settings.instance.clone();
        self.ui.keep = settings.may_keep.then(|| self.ui.keep == Some(true));
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
        self.prepare(&news);
        if !self.session.model.apply(action) {
            return false;
        }
        if matches!(news, News::Cleared) {
            self.started_again(ctx);
        }
        if let Some(text) = news.text(&self.session.ui, &self.session.model) {
            self.session.say(text);
        }
        self.changed(ctx, before);
        self.tell(ctx, WidgetEvent::Changed);
        true
    }

    /// What an action does to what is open and to the focus.
    fn prepare(&mut self, news: &News) {
        if matches!(news, News::Went | News::Cleared) {
            // What was open belongs to where the person was. The list of steps folds away under the press, so the
            // focus goes where it would on another step.
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
        if self.session.ui.keep == Some(true) {
            self.session.ui.keep = Some(false);
        }
        self.tell(ctx, WidgetEvent::Again);
    }

    /// Takes over the answers of the same visit in another window; true when they differ from those here.
    pub(super) fn follow(&mut self, ctx: &Context<Self>, text: &str) -> bool {
        match self.session.model.restored(text) {
            Ok(restored) => self.go_on(ctx, |model| model.follow(&restored.consultation)),
            // About another aid: this widget goes on alone.
            Err(_) => false,
        }
    }

    /// Takes over the guess that is hidden in `other`; true when there is one.
    pub(super) fn keep_guess_of(&mut self, ctx: &Context<Self>, other: &Consultation) -> bool {
        self.go_on(ctx, |model| model.keep_guess_of(other))
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
        if step != before {
            ui.open = Open::default();
            ui.cards.0 = 0;
            // In large type the cards are counted.
            let long = matches!(step, Step::Compare | Step::Weigh) && !ui.large_type;
            ui.pieces = if long { FIRST } else { usize::MAX };
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
        Some(Err(_)) => ui.notice = vec![ui.texts.told.keep_unread.to_owned()],
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
