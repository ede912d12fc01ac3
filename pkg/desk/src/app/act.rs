//! What happens when something is pressed, typed or opened.

use gloo_timers::callback::Timeout;
use weighup_core::desk::{AuthorDesk, DeskChange, DeskError, Done, PairState, PastePreview, Remark};
use yew::Context;

use super::{After, App, How, Msg, Pasting, Seen, Wrong};
use crate::place::{self, Group};
use crate::view::sentence;

/// How long a pause in typing is, in milliseconds.
const PAUSE: u32 = 600;

impl App {
    /// Does it; true when the page is to be drawn anew.
    pub(super) fn acted(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let host = &ctx.props().host;
        let stale = self.outdated(&msg);
        match msg {
            Msg::Typed(at, text) => {
                let (desk, language) = (self.desk.as_ref(), &self.language);
                self.drafts.typed(at, text, |at| {
                    at.how == How::Translate && desk.is_some_and(|desk| to_do(desk, language, &at.path))
                });
                self.unsaved(ctx);
                let link = ctx.link().clone();
                self.typing = Some(Timeout::new(PAUSE, move || link.send_message(Msg::Take(false))));
                return stale;
            }
            Msg::Take(left) => self.took(ctx, left),
            Msg::Chosen(input) => host.choose(&input),
            Msg::Folder => host.folder(),
            Msg::Opened(place, files) => self.opened(ctx, place, files),
            Msg::NotOpened(why) => self.fault(why),
            Msg::OnDisk(files) => self.on_disk(ctx, files),
            Msg::Begin(start) => {
                if let Some(day) = ctx.props().day {
                    match AuthorDesk::start(&start, day) {
                        Ok(desk) => {
                            host.forget();
                            self.lay(ctx, desk, String::new(), "The aid is begun. It is not saved yet.");
                        }
                        Err(why) => self.not(&why),
                    }
                }
            }
            Msg::NotBegun(why, id) => {
                self.wrong = Wrong {
                    words: why.to_owned(),
                    of: Some(id),
                };
                self.focus = vec![id.to_owned()];
            }
            Msg::Leave(sure) => self.leave(ctx, sure),
            Msg::Stay => {
                self.leaving = false;
                self.focus = vec!["dk-heading".to_owned()];
            }
            Msg::LetGo(at) => {
                self.drafts.let_go(at);
                self.unsaved(ctx);
                self.focus = vec!["dk-aside".to_owned(), "dk-heading".to_owned()];
            }
            Msg::Go(group) => {
                self.took(ctx, true);
                self.group = group;
                self.fill();
                self.seen = Seen::Form;
                self.focus = vec!["dk-heading".to_owned()];
            }
            Msg::See(seen) => {
                self.took(ctx, true);
                self.seen = seen;
            }
            Msg::Follow(file, path, line) => self.follow(ctx, file, path, line),
            Msg::Do(change, after) => self.change(ctx, &change, after),
            Msg::Undo => {
                self.took(ctx, true);
                // What was refused last is one step, though it is in no file.
                if let Some(place) = self.drafts.take_back() {
                    self.say(format!(
                        "Undone: what was not taken in {place}. The file is as it was."
                    ));
                    self.unsaved(ctx);
                } else {
                    let done = self.desk.as_mut().and_then(AuthorDesk::undo);
                    self.stepped(ctx, done, "Undone", "There is nothing to undo.");
                }
            }
            Msg::Redo => {
                self.took(ctx, true);
                if let Some(place) = self.drafts.put_back() {
                    self.say(format!("Done again: what is not taken in {place}."));
                    self.unsaved(ctx);
                } else {
                    let done = self.desk.as_mut().and_then(AuthorDesk::redo);
                    self.stepped(ctx, done, "Done again", "There is nothing to do again.");
                }
            }
            Msg::Save(over) => self.save(ctx, over),
            Msg::Saved(came) => self.saved(ctx, &came),
            Msg::Lost(why) => self.lost(why),
            Msg::Rejoin(address) => {
                self.took(ctx, true);
                host.rejoin(&address);
            }
            Msg::Rejoined(why) => self.rejoined(why),
            Msg::Download => self.download(ctx),
            Msg::TakeTheirs => self.take_theirs(ctx),
            Msg::CloseClash => self.clash = None,
            Msg::Unfold(id, open) if open => return self.unfolded.insert(id),
            Msg::Unfold(id, _) => return self.unfolded.remove(&id),
            Msg::Paste(pasting) => {
                self.took(ctx, true);
                let back = self.pasting.take().map(|before| before.back);
                self.focus = if pasting.is_some() {
                    vec!["dk-paste".to_owned()]
                } else {
                    back.into_iter().collect()
                };
                self.pasting = pasting;
            }
            Msg::PasteTyped(text) => {
                if let Some(pasting) = &mut self.pasting {
                    pasting.text = text;
                }
            }
            Msg::PasteColumns(columns) => {
                if let Some(pasting) = &mut self.pasting {
                    pasting.columns = columns;
                }
            }
            Msg::PasteTake => self.paste(ctx),
            Msg::File(name) => {
                self.took(ctx, true);
                self.file = name;
            }
            Msg::Language(name) => {
                self.took(ctx, true);
                self.language = name;
            }
            Msg::BeginTranslation(name) => {
                let done = |desk: &mut AuthorDesk| desk.begin_translation(&name);
                if self.done(ctx, done, &format!("The file {name}.toml is begun.")) {
                    self.focus = vec!["dk-language".to_owned()];
                    self.language = name;
                }
            }
            Msg::Current(name) => {
                let done = |desk: &mut AuthorDesk| desk.translation_is_current(&name);
                self.done(ctx, done, "The translation is of this version now.");
            }
            Msg::Right(language, name, back) => {
                let done = |desk: &mut AuthorDesk| desk.still_right(&language, &name);
                if self.done(ctx, done, "The translation is right as it is.") {
                    self.focus = vec![back];
                }
            }
            Msg::Sign(name, role) => {
                if let Some(day) = ctx.props().day {
                    let done = |desk: &mut AuthorDesk| desk.sign(&name, &role, day);
                    self.done(ctx, done, &format!("Signed by {name}."));
                }
            }
            Msg::Previewed(told) => return self.previewed(&told),
            Msg::Seeing(_) | Msg::Step(_) | Msg::Wide(_) | Msg::Print(_) | Msg::Draw => self.look(ctx, msg),
        }
        true
    }

    /// Takes over what is typed, and shows what came of it.
    pub(super) fn took(&mut self, ctx: &Context<Self>, left: bool) {
        self.typing = None;
        let taken = self.take(left);
        if taken.changed {
            self.remake(ctx);
        }
        self.stand(taken.moved);
        if left {
            self.drafts.left();
        }
        self.unsaved(ctx);
    }

    fn change(&mut self, ctx: &Context<Self>, change: &DeskChange, after: After) {
        if self.done(ctx, |desk| desk.change(change), &after.said) {
            self.focus = after.focus;
        }
    }

    /// Does something to the files, one step of undo; true when it was done.
    pub(super) fn done(
        &mut self,
        ctx: &Context<Self>,
        act: impl FnOnce(&mut AuthorDesk) -> Result<Done, DeskError>,
        said: &str,
    ) -> bool {
        self.took(ctx, true);
        let Some(desk) = &mut self.desk else { return false };
        match act(desk) {
            Ok(done) => {
                self.drafts.settle();
                let also = done.also.iter().map(|also| format!(" {}", sentence(also)));
                self.say(format!("{said}{}", also.collect::<String>()).trim());
                self.refresh(ctx);
                self.fill();
                true
            }
            Err(why) => {
                self.not(&why);
                false
            }
        }
    }

    /// Something was not done.
    pub(super) fn not(&mut self, why: &DeskError) {
        self.fault(why.to_string());
    }

    /// Says what could not be done.
    pub(super) fn fault(&mut self, words: String) {
        self.wrong = Wrong { words, of: None };
        self.focus = vec!["dk-wrong".to_owned()];
    }

    /// Says what was done.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.said.words = words.into();
        self.said.number += 1;
    }

    /// Takes away what was said of the last act, as another begins. Typing takes no message of a fault away: it may be about what is typed.
    fn outdated(&mut self, msg: &Msg) -> bool {
        let typing = matches!(msg, Msg::Typed(..) | Msg::PasteTyped(_));
        let own = matches!(
            msg,
            Msg::Take(_)
                | Msg::Draw
                | Msg::Previewed(_)
                | Msg::Unfold(..)
                | Msg::Saved(_)
                | Msg::OnDisk(_)
                | Msg::Lost(_)
                | Msg::Rejoined(_)
        );
        if own {
            return false;
        }
        let mut stale = !self.said.words.is_empty();
        self.said.words.clear();
        if !typing {
            stale |= !self.wrong.words.is_empty();
            self.wrong = Wrong::default();
        }
        stale
    }

    fn stepped(&mut self, ctx: &Context<Self>, done: Option<String>, how: &str, nothing: &str) {
        if let Some(what) = done {
            self.drafts.settle();
            self.say(format!("{how}: {what}."));
            self.refresh(ctx);
            self.fill();
        } else {
            self.say(nothing);
        }
    }

    /// Goes to the field that a remark belongs to.
    fn follow(&mut self, ctx: &Context<Self>, file: Option<String>, path: Option<String>, line: Option<u32>) {
        self.took(ctx, true);
        self.seen = Seen::Form;
        let file = file.unwrap_or_else(|| "aid.toml".to_owned());
        let form = self.sheet.as_ref().and_then(|sheet| {
            let found = sheet.files.iter().find(|known| known.name == file);
            found.map(|known| known.form)
        });
        match path {
            Some(path) if form != Some(false) => {
                self.group = Group::of(&file, &path);
                if self.group == Group::Translations {
                    file.trim_end_matches(".toml").clone_into(&mut self.language);
                }
                self.fill();
                self.focus = place::ids(&file, &path);
                self.unfolded.extend(self.focus.iter().cloned());
                self.focus.push("dk-heading".to_owned());
            }
            _ => {
                self.group = Group::Text;
                self.focus = vec![place::id(&file, "text")];
                self.line = line;
                self.file = file;
            }
        }
    }

    fn paste(&mut self, ctx: &Context<Self>) {
        let Some(Pasting {
            file,
            path,
            text,
            columns,
            back,
            ..
        }) = self.pasting.clone()
        else {
            return;
        };
        let change = DeskChange::Paste {
            file,
            path,
            text,
            columns,
        };
        if self.done(ctx, |desk| desk.change(&change), "The table is in.") {
            self.pasting = None;
            self.focus = vec![back];
        }
    }

    /// What the paste in the panel would do.
    pub(crate) fn tried(&self) -> Option<PastePreview> {
        let (desk, pasting) = (self.desk.as_ref()?, self.pasting.as_ref()?);
        (!pasting.text.trim().is_empty())
            .then(|| desk.preview_paste(&pasting.file, &pasting.path, &pasting.text, pasting.columns))
    }

    /// The remarks of a field: those of its place, and of what is in it.
    pub(crate) fn remarks_at<'s>(&'s self, file: &str, path: &str, inside: bool) -> Vec<&'s Remark> {
        let belongs = |remark: &&Remark| {
            let of = remark.file.as_deref().unwrap_or("aid.toml");
            let here = |at: &str| {
                let rest = at.strip_prefix(path);
                rest.is_some_and(|rest| rest.is_empty() || (inside && rest.starts_with(['[', '.'])))
            };
            let mut places = remark
                .places
                .iter()
                .map(String::as_str)
                .chain(remark.path.as_deref());
            of == file && places.any(here)
        };
        self.remarks.iter().filter(belongs).collect()
    }
}

/// Whether a text of a translation is still to be done.
fn to_do(desk: &AuthorDesk, language: &str, name: &str) -> bool {
    let pairs = desk.translation(language).unwrap_or_default();
    pairs
        .iter()
        .any(|pair| pair.name == name && pair.state != PairState::Done)
}
