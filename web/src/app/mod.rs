//! The whole widget as one Yew component: what happens comes in as messages, and the page is drawn from the session.
//!
//! `session` holds the answers and how they are shown, `acts` what each control does, `effects` what waits until the page
//! has been drawn, `news` what the live region says, `shell` the frame around every step. What only later steps need is reached through `later`.

mod acts;
mod at_the_end;
mod clock;
mod effects;
mod later;
mod model;
mod news;
mod session;
mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Consultation, Step};
use weighup_core::record::RecordForm;
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties};

use crate::act::{Act, Acts};
use crate::notice::Notice;
use crate::settings::{Settings, WidgetEvent};
use crate::ui::{Carrying, Copying, FIRST, Giving, NEXT, Opening, Taking};
use acts::Waited;
use effects::Effect;
pub use later::{LaterCode, later_code};
use session::Session;

/// The consultation as the embedding page may read it at any time.
pub type Shared = Rc<RefCell<Consultation>>;

/// Properties of [`App`].
#[derive(Clone, Properties)]
pub struct Props {
    /// What the embedding page chose.
    pub settings: Settings,
    /// The code of all that comes after the first step. A browser gets it in a second file: until that is there (`None`)
    /// only the first step can be shown, and whatever a person does in it is kept and done afterwards.
    pub later: Option<&'static LaterCode>,
    /// The aid.
    pub aid: Rc<Aid>,
    /// Where the consultation is kept for the embedding page; what is there at first is where the person goes on.
    pub shared: Shared,
    /// What the controls on the page do.
    pub acts: Acts,
    /// Called once, when the first step is in the page.
    pub on_first: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.settings == other.settings
            && self.later.is_some() == other.later.is_some()
            && Rc::ptr_eq(&self.aid, &other.aid)
            && Rc::ptr_eq(&self.shared, &other.shared)
    }
}

/// Something that happened.
pub enum Msg {
    /// A control was used: what it does, and its text.
    Used(Act, String),
    /// The browser took the copied text, or did not.
    Copied(bool),
    /// The record was made in this form.
    Taken(RecordForm, String),
    /// The browser took the text of it, or did not.
    TakenCopied(bool),
    /// What would go to the system that opened the page was made: as a person reads it, and as that system gets it.
    Offered(String, String),
    /// What came of giving answers at the end, and what goes with it.
    Given(String, String),
    /// There is a link to the answers, and the QR codes that hold it where they were asked for.
    Linked(String, Vec<(String, String)>),
    /// So many of so many QR codes were read.
    Scanned(u32, u32),
    /// What is kept on this device: days, and names of aids.
    Listed(Vec<(String, String)>),
    /// The browser took the link, or did not.
    LinkCopied(bool),
    /// What is to be opened is locked; whether a passphrase was tried.
    Locked(bool),
    /// The page asks for a step or a mode.
    Asked(Action),
    /// The same visit in another window has other answers now, which are in this text.
    Elsewhere(String),
    /// The same visit stood in this window before, in another language, with these answers.
    Before(Box<Consultation>),
    /// The person chose a saved file, which holds this text.
    Opened(String),
    /// The second window did not open.
    Blocked,
    /// Nothing came of printing.
    Unprinted,
    /// The page has something to say that only it knows.
    Notice(Notice),
    /// A long step of which only the first pieces are drawn is to get the next ones, or all.
    More(bool),
    /// This many cards are on the page.
    Cards(u32),
    /// Time has passed.
    Tick,
}

/// The widget.
pub struct App {
    session: Session,
    /// What to do once the page has been drawn.
    effects: Vec<Effect>,
    /// Presses from before the later code arrived: they are done once it is there.
    waiting: Vec<Msg>,
    nodes: Nodes,
}

/// Elements of the page that effects need.
#[derive(Default)]
struct Nodes {
    /// The widget.
    root: NodeRef,
    /// The step's heading.
    heading: NodeRef,
    /// The text to copy by hand.
    area: NodeRef,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let app = Self {
            session: Session::new(ctx.props()),
            effects: Vec::new(),
            waiting: Vec::new(),
            nodes: Nodes::default(),
        };
        app.share(ctx.props());
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if let Some(later) = ctx.props().later {
            return (later.update)(self, ctx, msg);
        }
        self.waiting.push(msg);
        ctx.props().settings.on_event.emit(WidgetEvent::Waiting);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let Props { settings, later, .. } = ctx.props();
        let learnt = self.session.set(ctx.props());
        if let Some(later) = later {
            (later.offers)(&mut self.session.ui, settings);
            if learnt {
                (later.learnt)(self, settings);
            }
            for msg in std::mem::take(&mut self.waiting) {
                (later.update)(self, ctx, msg);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { settings, acts, .. } = ctx.props();
        let screen = shell::screen(&self.session, &self.nodes, settings);
        acts.drawn(screen.acts);
        screen.html
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().on_first.emit(());
        }
        if let Some(later) = ctx.props().later {
            (later.rendered)(self, ctx);
        }
    }
}

impl App {
    /// Gives the focus to what has this id once it is on the page.
    fn focus_on(&mut self, name: &str) {
        let id = self.session.ui.id(name);
        self.then(Effect::Focus(AttrValue::from(["#", &id].concat())));
    }

    /// What came of giving the record is said where it was asked for, and what to do next has the focus.
    fn gave(&mut self, notice: Notice) {
        let (came, next) = match notice {
            Notice::EhrGiven => (Giving::Given { stays: false }, "give-done"),
            Notice::EhrStays => (Giving::Given { stays: true }, "give-done"),
            failed => (Giving::Failed(failed.text(self.session.ui.texts)), "give-see"),
        };
        self.session.ui.open.giving = came;
        self.focus_on(next);
    }

    /// Takes in something that happened; true when something on screen is to change.
    fn take_in(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Used(act, text) => {
                let waited = if act.leaves() {
                    self.add_waiting(ctx)
                } else {
                    Waited::Nothing
                };
                match waited {
                    Waited::Refused => true,
                    waited => self.act(ctx, act, text) || waited == Waited::Added,
                }
            }
            Msg::Copied(taken) => {
                self.session.ui.open.copying = if taken { Copying::Copied } else { Copying::ByHand };
                if !taken {
                    self.then(Effect::Select);
                }
                true
            }
            Msg::Taken(form, text) => {
                // What was changed meanwhile is not in it.
                if !matches!(self.session.ui.open.taking, Taking::Making) {
                    return false;
                }
                self.session.ui.open.taking = Taking::Made {
                    form,
                    text,
                    copied: None,
                };
                true
            }
            Msg::TakenCopied(taken) => {
                if let Taking::Made { copied, .. } = &mut self.session.ui.open.taking {
                    *copied = Some(taken);
                }
                if !taken {
                    self.focus_on("take-text");
                }
                true
            }
            Msg::Offered(text, whole) => {
                if self.session.ui.open.giving != Giving::Making {
                    return false;
                }
                self.session.ui.open.giving = Giving::Offered {
                    text,
                    whole,
                    going: false,
                };
                true
            }
            Msg::Given(came, text) => self.came_of_giving(&came, &text),
            Msg::Linked(link, codes) => {
                // What was changed meanwhile is not in it.
                if !matches!(self.session.ui.open.carrying, Carrying::Making) {
                    return false;
                }
                self.session.ui.open.carrying = Carrying::Made {
                    link,
                    codes,
                    copied: None,
                };
                true
            }
            Msg::Scanned(read, all) => {
                if let Opening::Scanning(progress) = &mut self.session.ui.opening {
                    *progress = Some((read, all));
                }
                true
            }
            Msg::Listed(kept) => {
                self.session.ui.open.kept = Some(self.session.kept(&kept));
                true
            }
            Msg::LinkCopied(taken) => {
                if let Carrying::Made { copied, .. } = &mut self.session.ui.open.carrying {
                    *copied = Some(taken);
                }
                if !taken {
                    self.focus_on("carry-link");
                }
                true
            }
            Msg::Locked(again) => {
                self.session.ui.opening = Opening::Locked(again);
                self.focus_on("open-key");
                true
            }
            Msg::Asked(action) => match self.add_waiting(ctx) {
                Waited::Refused => true,
                Waited::Added | Waited::Nothing => self.answer(ctx, action),
            },
            Msg::Elsewhere(text) => self.follow(ctx, &text),
            Msg::Before(other) => self.keep_guess_of(ctx, &other),
            Msg::Opened(text) => {
                self.session.ui.opening = Opening::Nothing;
                self.session.ui.notice = self.asked_to_open(ctx, text);
                if self.session.ui.opening != Opening::Nothing {
                    self.focus_on("open-keep");
                }
                true
            }
            Msg::Blocked => {
                self.session.ui.notice = vec![self.session.ui.texts.later().large_type.blocked.to_owned()];
                true
            }
            Msg::Unprinted => {
                let step = self.session.model.step();
                let ui = &mut self.session.ui;
                if step == Step::Summary {
                    ui.open.copying = Copying::Unprinted;
                } else {
                    ui.notice = vec![ui.texts.later().summary.unprinted.to_owned()];
                }
                true
            }
            Msg::Notice(notice)
                if notice.is_of_giving() && self.session.ui.open.giving != Giving::Nothing =>
            {
                self.gave(notice);
                true
            }
            Msg::Notice(notice) => {
                let ui = &mut self.session.ui;
                // What cannot be opened is not asked for its passphrase any more.
                if matches!(ui.opening, Opening::Scanning(_))
                    || matches!(ui.opening, Opening::Locked(_)) && notice.is_of_opening()
                {
                    ui.opening = Opening::Nothing;
                }
                // What came of taking the record along is said where it was asked for.
                let came = match notice {
                    Notice::FileRecord => Some(Taking::Handed),
                    Notice::NoRecord => Some(Taking::Failed),
                    _ => None,
                };
                if let Some(came) = came.filter(|_| ui.open.taking == Taking::Making) {
                    ui.open.taking = came;
                    return true;
                }
                if ui.open.carrying == Carrying::Making {
                    ui.open.carrying = Carrying::Failed(notice.text(ui.texts));
                    return true;
                }
                ui.notice = vec![notice.text(ui.texts).to_owned()];
                if notice.ends_keeping() && ui.keep.is_some() {
                    ui.keep = Some(false);
                }
                true
            }
            Msg::More(all) => {
                let begun = std::mem::replace(&mut self.session.ui.pieces, usize::MAX);
                if begun == FIRST && !all {
                    self.session.ui.pieces = NEXT;
                }
                begun < usize::MAX
            }
            Msg::Cards(all) => {
                self.session.ui.cards.1 = all;
                true
            }
            Msg::Tick => self.session.read_clock(),
        }
    }
}
