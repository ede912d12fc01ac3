//! Mounting the app in a page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use weighup_core::aid::{Aid, AidError};
use weighup_core::consultation::{Action, Consultation, Step};
use weighup_core::record::RecordForm;
use yew::{AppHandle, Callback, Renderer};

use crate::act::Acts;
use crate::app::{App, Msg, Props};
pub use crate::app::{LaterCode, later_code};
use crate::listen::listen;
use crate::notice::Notice;
use crate::settings::{Settings, WidgetEvent};

/// Why a widget could not be mounted.
#[derive(Debug, thiserror::Error)]
pub enum MountError {
    /// The aid is not one this build can show.
    #[error("the decision aid could not be read: {0}; build it again with the same version of Weighup")]
    Aid(#[from] AidError),
}

/// A mounted widget.
pub struct Handle {
    app: AppHandle<App>,
    props: Props,
    life: Rc<RefCell<Life>>,
    /// Heard as long as there is a handle.
    _listeners: [EventListener; 5],
}

/// Puts the aid on screen inside `root`, a fresh and empty element of the page or of a shadow root; with `later`, all of its
/// steps, without it the first.
///
/// # Errors
/// [`MountError::Aid`] when `aid_json` is not a checked aid of this format.
pub fn mount(
    root: Element,
    aid_json: &str,
    settings: Settings,
    later: Option<&'static LaterCode>,
) -> Result<Handle, MountError> {
    let aid = Aid::from_json(aid_json)?;
    let aid = Rc::new(aid.on(settings.today.as_deref().unwrap_or_default()));
    let shared = Rc::new(RefCell::new(Consultation::new(&aid)));
    let life = Rc::new(RefCell::new(Life::Coming));
    let (born, told) = (life.clone(), settings.on_event.clone());
    let acts = Acts::default();
    let props = Props {
        settings,
        later,
        aid,
        shared,
        acts: acts.clone(),
        on_first: Callback::from(move |()| match born.replace(Life::There) {
            Life::Leaving(app) => app.destroy(),
            // When Yew is done and before anything is painted: whatever stood here until now can go in the same frame.
            Life::Coming | Life::There => {
                let told = told.clone();
                spawn_local(async move { told.emit(WidgetEvent::Ready) });
            }
        }),
    };
    let app = Renderer::<App>::with_root_and_props(root.clone(), props.clone()).render();
    let link = app.clone();
    let listeners = listen(&root, move |place, text| {
        if let Some(act) = acts.at(place) {
            link.send_message(Msg::Used(act, text));
        }
    });
    Ok(Handle {
        app,
        props,
        life,
        _listeners: listeners,
    })
}

/// Where the app is. Yew takes a break after 16 ms of work, and what is destroyed in the break before it was made is made
/// afterwards and stays for ever.
enum Life {
    /// Not rendered yet.
    Coming,
    /// Rendered.
    There,
    /// To be destroyed as soon as it is rendered.
    Leaving(AppHandle<App>),
}

impl Handle {
    /// Changes the settings, and with `later` hands over the later code once it is there; the answers stay.
    pub fn update(&mut self, settings: Settings, later: Option<&'static LaterCode>) {
        self.props.settings = settings;
        self.props.later = later;
        self.app.update(self.props.clone());
    }

    /// Opens a step, or the page for another use.
    pub fn ask(&self, action: Action) {
        self.app.send_message(Msg::Asked(action));
    }

    /// The answers as a file holds them; `None` before the later code is there, when there are none.
    #[must_use]
    pub fn save(&self) -> Option<String> {
        let engine = &*self.props.settings.engine;
        let later = self.props.later?;
        Some((later.save)(&self.props.shared.borrow(), &self.props.aid, engine))
    }

    /// Whether the person has answered anything since the widget came. What was opened or kept is somewhere already.
    #[must_use]
    pub fn answered(&self) -> bool {
        self.props.shared.borrow().can_undo()
    }

    /// Whether something stands in a box or a form that is in no answer yet: it is nowhere else.
    #[must_use]
    pub fn holds(&self) -> bool {
        let (Some(later), Some(app)) = (self.props.later, self.app.get_component()) else {
            return false;
        };
        (later.holds)(&app, &self.props.acts)
    }

    /// The step on screen.
    #[must_use]
    pub fn step(&self) -> Step {
        self.props.shared.borrow().answers().step
    }

    /// A file that the person chose.
    pub fn open(&self, text: String) {
        self.app.send_message(Msg::Opened(text));
    }

    /// The answers as they are in another window.
    pub fn follow(&self, text: String) {
        self.app.send_message(Msg::Elsewhere(text));
    }

    /// Takes over the guess that is hidden in the widget that stood here before, in another language.
    pub fn keep_guess_of(&self, before: &Self) {
        let before = before.props.shared.borrow().clone();
        self.app.send_message(Msg::Before(Box::new(before)));
    }

    /// Makes more of a step that has begun, or all of it: in the same turn, as printing needs it.
    pub fn more(&self, all: bool) {
        self.app.send_message(Msg::More(all));
    }

    /// The record that was asked for as text: the person sees it before it is copied.
    pub fn taken(&self, form: RecordForm, text: String) {
        self.app.send_message(Msg::Taken(form, text));
    }

    /// What would go to the system that opened the page: the person sees it before it goes. `text` is for people, `whole` what it gets.
    pub fn offered(&self, text: String, whole: String) {
        self.app.send_message(Msg::Offered(text, whole));
    }

    /// What came of giving answers at the end: `made` with what would be given, `code` with its QR code, `file` or `page` once it has gone so, `untaken` where the
    /// page did not take it, `long` for more than a code can hold, or `unable`.
    pub fn given(&self, came: String, text: String) {
        self.app.send_message(Msg::Given(came, text));
    }

    /// What only the widget knows of what would be given at the end, as text; nothing before the later code is there.
    #[must_use]
    pub fn asked(&self) -> Option<String> {
        let (later, app) = (self.props.later?, self.app.get_component()?);
        Some((later.asked)(&app))
    }

    /// The link to the answers that was asked for. Each line of `codes` is a QR code: its side, a space, and its path.
    pub fn linked(&self, link: String, codes: &str) {
        self.app.send_message(Msg::Linked(link, pairs(codes)));
    }

    /// So many of so many QR codes were read.
    pub fn scanned(&self, read: u32, all: u32) {
        self.app.send_message(Msg::Scanned(read, all));
    }

    /// What is kept on this device: each line is a day, a space, and the name of an aid.
    pub fn listed(&self, kept: &str) {
        self.app.send_message(Msg::Listed(pairs(kept)));
    }

    /// What is to be opened is locked.
    pub fn locked(&self, again: bool) {
        self.app.send_message(Msg::Locked(again));
    }

    /// Says something that only the page knows.
    pub fn notice(&self, notice: Notice) {
        self.app.send_message(Msg::Notice(notice));
    }

    /// The second window did not open.
    pub fn blocked(&self) {
        self.app.send_message(Msg::Blocked);
    }

    /// The browser did not print: the person is told what else there is to do.
    pub fn unprinted(&self) {
        self.app.send_message(Msg::Unprinted);
    }

    /// Take the widget off the page, and forget everything.
    pub fn destroy(self) {
        if matches!(*self.life.borrow(), Life::There) {
            self.app.destroy();
        } else {
            self.life.replace(Life::Leaving(self.app));
        }
    }
}

/// The lines of a text, each in two at its first space.
fn pairs(lines: &str) -> Vec<(String, String)> {
    let both = lines.lines().filter_map(|line| line.split_once(' '));
    both.map(|(first, rest)| (first.to_owned(), rest.to_owned()))
        .collect()
}
