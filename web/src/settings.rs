//! What the page that embeds the aid may choose.

use std::rc::Rc;

use weighup_core::aid::document::Results;
use weighup_core::consultation::{Mode, Step};
use weighup_core::record::RecordForm;
use weighup_core::view::Engine;
use weighup_core::words::Language;
use yew::{AttrValue, Callback};

use crate::texts::{EN, Texts};

/// Direction of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// That of a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        if language.is_rtl() { Self::Rtl } else { Self::Ltr }
    }

    /// The value of `dir`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Something the embedding page may want to know. It carries no answer of the person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WidgetEvent {
    /// The first step is on screen.
    Ready,
    /// The person pressed something that can only be done once the later code has arrived.
    Waiting,
    /// A step was opened.
    Step(Step),
    /// The first pieces of a long step are drawn: once they are painted, [`crate::mount::Handle::more`] makes more of it.
    Begun,
    /// An answer changed; [`crate::mount::Handle::save`] gives all of them.
    Changed,
    /// A picture is to be saved: what each line of it is, and its text. No answer is in it.
    Picture(Vec<(&'static str, String)>),
    /// A second window is wanted.
    Second,
    /// A file of the answers is wanted.
    Save,
    /// A saved file is to be opened.
    Open,
    /// The person wants the answers kept on this device (`true`), or no longer.
    Keep(bool),
    /// The answers that this device had kept could be read, and the person goes on with them.
    Kept,
    /// The person started again: nothing they answered before may stay anywhere.
    Again,
    /// The step is to be printed, out of whatever box of the page it stands in.
    Print,
    /// What would go to the system that opened the page is to be made: [`crate::mount::Handle::offered`] shows it.
    SeeGift,
    /// What was shown is to be given to it.
    Give,
    /// That system may close the page.
    Done,
    /// Something about giving answers at the end: to make what would be given (`see`), to make it again with another answer
    /// (`answer`), to give it in a way, by its name, or that the person gives nothing (`no`).
    /// [`crate::mount::Handle::given`] says what came of it.
    Given(&'static str),
    /// The record is wanted in a form. [`crate::mount::Handle::taken`] shows a text; a file is handed over.
    Record(RecordForm),
    /// QR codes are to be read with the camera, into the picture that is on the page.
    Scan,
    /// What is kept on this device is to be told, with [`crate::mount::Handle::listed`].
    List,
    /// All that is kept on this device is to be removed.
    ClearKept,
    /// A link to the answers is wanted; with a QR code, where `true`.
    Link(bool),
    /// A passphrase was typed for what is locked.
    Unlock,
}

/// What the embedding page chose.
#[derive(Clone)]
pub struct Settings {
    /// Prefix of every id, different for every widget on a page.
    pub instance: AttrValue,
    /// BCP 47 language of the interface.
    pub lang: AttrValue,
    /// The interface in that language.
    pub texts: &'static Texts,
    /// Direction of the text.
    pub dir: Direction,
    /// Colours: the element's `theme` attribute, for the stylesheet (`styles/tokens.css`) to read. A name that is not
    /// known there changes nothing.
    pub theme: AttrValue,
    /// The day where the reader is, as 2026-03-31; read when the widget is mounted. Without it nothing is out of date.
    pub today: Option<AttrValue>,
    /// How the page is used, when the site says so.
    pub mode: Option<Mode>,
    /// The step to open first.
    pub step: Option<Step>,
    /// The widget is in a second window, so it begins in large type.
    pub second: bool,
    /// The site lets a person keep answers on this device.
    pub may_keep: bool,
    /// The browser reads QR codes with its camera.
    pub reads_codes: bool,
    /// The origin of the system that opened the page, where the record may be given to it.
    pub ehr: Option<AttrValue>,
    /// The ways in which answers may be given at the end, by their names; nothing where the site asks for none.
    pub give: Option<AttrValue>,
    /// The name of the key that signed the aid, where the page asks for a signature; empty where the browser cannot check it.
    pub signed: Option<AttrValue>,
    /// Answers kept on this device before.
    pub saved: Option<AttrValue>,
    /// Answers to go on with, as they were in this aid in another language.
    pub carried: Option<AttrValue>,
    /// True to show facts only, whatever the aid allows.
    pub results_facts_only: bool,
    /// True where no score is worked out: groups are chosen by hand.
    pub scores_off: bool,
    /// Told what happens.
    pub on_event: Callback<WidgetEvent>,
    /// Works out the fit.
    pub engine: Rc<dyn Engine>,
}

impl PartialEq for Settings {
    fn eq(&self, other: &Self) -> bool {
        self.instance == other.instance
            && self.lang == other.lang
            && std::ptr::eq(self.texts, other.texts)
            && self.dir == other.dir
            && self.theme == other.theme
            && self.mode == other.mode
            && self.step == other.step
            && self.second == other.second
            && self.may_keep == other.may_keep
            && self.reads_codes == other.reads_codes
            && self.ehr == other.ehr
            && self.give == other.give
            && self.signed == other.signed
            && self.saved == other.saved
            && self.carried == other.carried
            && self.results_facts_only == other.results_facts_only
            && self.scores_off == other.scores_off
            && self.on_event == other.on_event
            && Rc::ptr_eq(&self.engine, &other.engine)
    }
}

impl Settings {
    /// Whether the widget begins anywhere but at the first step without answers: the later code has to be there for that.
    #[must_use]
    pub const fn begins_elsewhere(&self) -> bool {
        self.mode.is_some()
            || self.step.is_some()
            || self.second
            || self.saved.is_some()
            || self.carried.is_some()
    }

    /// What the site shows after weighing; the aid may show less.
    #[must_use]
    pub const fn results(&self) -> Results {
        if self.results_facts_only {
            Results::Facts
        } else {
            Results::Fit
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            instance: AttrValue::Static("wu"),
            lang: AttrValue::Static("en"),
            texts: &EN,
            dir: Direction::default(),
            theme: AttrValue::Static(""),
            today: None,
            mode: None,
            step: None,
            second: false,
            may_keep: false,
            reads_codes: false,
            ehr: None,
            give: None,
            signed: None,
            saved: None,
            carried: None,
            results_facts_only: false,
            scores_off: false,
            on_event: Callback::noop(),
            engine: engine(),
        }
    }
}

/// A native program has the engine in itself; in a browser it is a file of its own, and the page says when it is there.
fn engine() -> Rc<dyn Engine> {
    #[cfg(feature = "ssr")]
    return Rc::new(weighup_core::view::Here);
    #[cfg(not(feature = "ssr"))]
    Rc::new(weighup_core::view::Absent(weighup_core::view::NoEngine::Loading))
}
