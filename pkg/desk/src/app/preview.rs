//! The preview: which form of the aid the frame shows, and how.

use serde::Deserialize;
use weighup_core::desk::DeskSeen;
use weighup_core::words::Language;
use yew::Context;

use super::{App, Msg};
use crate::host::Show;

/// The steps of the aid, by their names in the element, and in words.
pub(crate) const STEPS: [(&str, &str); 10] = [
    ("about", "About"),
    ("what-matters", "What matters"),
    ("choice", "The choice"),
    ("options", "Options"),
    ("compare", "What may happen"),
    ("weigh", "Weigh up"),
    ("fit", "How they fit"),
    ("ready", "Ready?"),
    ("decide", "Decide"),
    ("summary", "Summary"),
];

/// What of the aid is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Preview {
    pub(crate) seen: DeskSeen,
    pub(crate) step: String,
    pub(crate) wide: bool,
    pub(crate) print: bool,
    /// How many errors keep the preview from following what is written.
    pub(crate) stopped: usize,
    /// Why the frame could not show it.
    pub(crate) failed: String,
    /// What the frame was asked to show.
    pub(crate) show: Show,
    sent: Option<Show>,
}

impl Default for Preview {
    fn default() -> Self {
        Self {
            seen: DeskSeen::Aid,
            step: "about".to_owned(),
            wide: false,
            print: false,
            stopped: 0,
            failed: String::new(),
            show: Show::default(),
            sent: None,
        }
    }
}

/// What the frame tells.
#[derive(Deserialize)]
struct Told {
    step: Option<String>,
    failed: Option<String>,
    ready: Option<bool>,
}

/// What of a compiled aid the frame is told beside it.
#[derive(Deserialize)]
struct Named {
    language: String,
    title: String,
}

impl App {
    pub(super) fn look(&mut self, ctx: &Context<Self>, msg: Msg) {
        let preview = &mut self.preview;
        match msg {
            Msg::Seeing(seen) => {
                preview.seen = seen;
                // Another language is another aid: what was shown of the last is no older state of it.
                preview.show.aid.clear();
            }
            Msg::Step(step) => preview.step = step,
            Msg::Wide(wide) => preview.wide = wide,
            Msg::Print(print) => preview.print = print,
            _ => {}
        }
        self.draw(ctx);
    }

    /// Compiles what is to be seen.
    fn draw(&mut self, ctx: &Context<Self>) {
        self.took(ctx, false);
        self.drawing = None;
        let Some(desk) = &self.desk else { return };
        let preview = &mut self.preview;
        match desk.built(&preview.seen) {
            Ok(aid) => {
                if let Ok(Named { language, title }) = serde_json::from_str(&aid) {
                    let rtl = Language::of(&language).is_some_and(Language::is_rtl);
                    preview.show.direction = if rtl { "rtl" } else { "ltr" };
                    preview.show.language = language;
                    preview.show.title = title;
                }
                preview.show.aid = aid;
                preview.stopped = 0;
            }
            Err(remarks) => preview.stopped = remarks.len().max(1),
        }
        preview.show.step.clone_from(&preview.step);
        preview.show.print = preview.print;
    }

    /// Hands what is to be shown to the frame once the frame is on the page, and only when it is something else.
    pub(super) fn tell_frame(&mut self, ctx: &Context<Self>) {
        let preview = &mut self.preview;
        if preview.show.title.is_empty() && preview.stopped == 0 {
            return;
        }
        if preview.sent.as_ref() != Some(&preview.show) {
            ctx.props().host.show(&preview.show);
            preview.sent = Some(preview.show.clone());
        }
    }

    /// True when the page is to be drawn anew.
    pub(super) fn previewed(&mut self, told: &str) -> bool {
        let Ok(Told { step, failed, ready }) = serde_json::from_str(told) else {
            return false;
        };
        let preview = &mut self.preview;
        if let Some(step) = step {
            // Whoever goes on in the frame has chosen the step there.
            preview.step.clone_from(&step);
            preview.show.step.clone_from(&step);
            if let Some(sent) = &mut preview.sent {
                sent.step = step;
            }
        }
        if ready == Some(true) {
            preview.failed.clear();
        }
        if let Some(failed) = failed {
            preview.failed = failed;
        }
        true
    }
}
