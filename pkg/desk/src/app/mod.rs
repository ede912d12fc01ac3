//! The one component of the desk: what is open, what is being typed, and what was said last.

mod act;
mod aside;
mod draft;
mod preview;
mod refresh;
mod store;

use std::collections::BTreeSet;

use gloo_timers::callback::Timeout;
use web_sys::HtmlInputElement;
use weighup_core::aid::Date;
use weighup_core::desk::{AuthorDesk, DeskChange, DeskSheet, PasteColumns, Remark, Start};
use yew::{Component, Context, Html, Properties};

use crate::host;
use crate::place::Group;
use crate::view;
pub(crate) use aside::Aside;
pub(crate) use draft::{At, Draft, Drafts, How, shown};
pub(crate) use preview::{Preview, STEPS};
pub(crate) use store::{Clash, NotSaved};

/// What the page gives.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) host: host::Shared,
    pub(crate) day: Option<Date>,
}

/// Which of the three parts is seen where there is room for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Seen {
    /// The list of groups.
    List,
    /// The form.
    #[default]
    Form,
    /// The preview.
    Preview,
}

impl Seen {
    /// Its name in the page and on its button.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::List => "Sections",
            Self::Form => "Form",
            Self::Preview => "Preview",
        }
    }
}

/// A table that is about to be pasted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pasting {
    pub(crate) file: String,
    /// The cell or the list that it goes to.
    pub(crate) path: String,
    /// What that is, in words.
    pub(crate) to: String,
    pub(crate) text: String,
    /// How its columns are read, once a person has said it.
    pub(crate) columns: PasteColumns,
    /// The id that gets the focus when the panel is closed.
    pub(crate) back: String,
}

/// What happens.
pub(crate) enum Msg {
    Opened(String, Vec<(String, Vec<u8>)>),
    NotOpened(String),
    OnDisk(Vec<(String, Vec<u8>)>),
    Saved(String),
    /// The page that this was served with knows it no longer; it cannot save through it.
    Lost(String),
    /// The address of a command that was started again, as it printed it.
    Rejoin(String),
    /// What came of that: empty, or why not.
    Rejoined(String),
    /// What is not saved is handed over as downloads.
    Download,
    /// A text that no box holds any more is let go.
    LetGo(usize),
    Previewed(String),
    Chosen(HtmlInputElement),
    Folder,
    Begin(Start),
    /// What is filled in for a new aid and cannot be begun with, with the control that it is about.
    NotBegun(&'static str, &'static str),
    Leave(bool),
    Stay,
    Go(Group),
    See(Seen),
    /// A remark of the list was followed: its file, its field, and its line.
    Follow(Option<String>, Option<String>, Option<u32>),
    Typed(At, String),
    /// What is being typed is taken over; with `true` the field was left.
    Take(bool),
    Do(DeskChange, After),
    Undo,
    Redo,
    Save(bool),
    TakeTheirs,
    CloseClash,
    Paste(Option<Pasting>),
    PasteTyped(String),
    PasteColumns(PasteColumns),
    PasteTake,
    Seeing(weighup_core::desk::DeskSeen),
    Step(String),
    Wide(bool),
    Print(bool),
    Draw,
    File(String),
    Language(String),
    BeginTranslation(String),
    Current(String),
    /// A text of a translation is right as it is: its language, its name, and the box that gets the focus.
    Right(String, String, String),
    Sign(String, String),
    Unfold(String, bool),
}

/// Where the focus goes after a change, and what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct After {
    /// Ids, the first that is there.
    pub(crate) focus: Vec<String>,
    /// What was done, in words.
    pub(crate) said: String,
}

/// What was done last, for everybody. It belongs to one act and goes with the next; said twice it is heard twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) words: String,
    pub(crate) number: u32,
}

/// What could not be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) words: String,
    /// The control that it is about and that has the focus; otherwise the message has it, and is heard for that.
    pub(crate) of: Option<&'static str>,
}

/// The desk.
pub(crate) struct App {
    pub(crate) desk: Option<AuthorDesk>,
    pub(crate) sheet: Option<DeskSheet>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) place: String,
    pub(crate) group: Group,
    pub(crate) seen: Seen,
    pub(crate) drafts: Drafts,
    pub(crate) pasting: Option<Pasting>,
    pub(crate) preview: Preview,
    pub(crate) clash: Option<Clash>,
    pub(crate) not_saved: Option<NotSaved>,
    pub(crate) file: String,
    pub(crate) language: String,
    pub(crate) said: Said,
    pub(crate) wrong: Wrong,
    /// Whether somebody asked to put this aid away while it is not saved.
    pub(crate) leaving: bool,
    /// Ids of the fields that had a value when the group was opened: they stay where they are while somebody types.
    pub(crate) filled: BTreeSet<String>,
    /// Ids of what is unfolded of the figures: what is folded is not made.
    pub(crate) unfolded: BTreeSet<String>,
    focus: Vec<String>,
    /// The line to which a file that is shown as text is opened.
    line: Option<u32>,
    typing: Option<Timeout>,
    drawing: Option<Timeout>,
    told_unsaved: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            desk: None,
            sheet: None,
            remarks: Vec::new(),
            place: String::new(),
            group: Group::About,
            seen: Seen::default(),
            drafts: Drafts::default(),
            pasting: None,
            preview: Preview::default(),
            clash: None,
            file: "aid.toml".to_owned(),
            language: String::new(),
            not_saved: None,
            said: Said::default(),
            wrong: Wrong::default(),
            leaving: false,
            filled: BTreeSet::new(),
            unfolded: BTreeSet::new(),
            focus: Vec::new(),
            line: None,
            typing: None,
            drawing: None,
            told_unsaved: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.acted(ctx, msg)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(self, ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        refresh::choose();
        if !self.focus.is_empty() {
            let ids = std::mem::take(&mut self.focus);
            refresh::focus(&ids);
            if let (Some(id), Some(line)) = (ids.first(), self.line.take()) {
                refresh::to_line(id, line);
            }
        }
        if self.sheet.is_some() {
            self.tell_frame(ctx);
        }
    }
}
