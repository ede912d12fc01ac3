//! What happens when something is pressed, typed or opened.

use gloo_timers::callback::Timeout;
use weighup_core::desk::{AuthorDesk, DeskChange, DeskError, Done, Remark};
use yew::Context;

use super::{After, App, Msg, Pasting, Seen};
use crate::place::{self, Group};

/// How long a pause in typing is, in milliseconds.
const PAUSE: u32 = 600;

impl App {
    /// Does it; true when the page is to be drawn anew.
    pub(super) fn acted(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let host = &ctx.props().host;
        match msg {
            Msg::Typed(at, text) => {
                self.drafts.typed(at, text);
                self.unsaved(ctx);
                let link = ctx.link().clone();
                self.typing = Some(Timeout::new(PAUSE, move || link.send_message(Msg::Take(false))));
                return false;
            }
            Msg::Take(left) => self.took(ctx, left),
            Msg::Chosen(input) => host.choose(&input),
            Msg::Folder => host.folder(),
            Msg::Opened(place, files) => self.opened(ctx, place, files),
            Msg::NotOpened(why) => {
                self.wrong = why;
                self.focus = vec!["dk-wrong".to_owned()];
            }
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
                self.wrong = why;
                self.focus = vec![id.to_owned()];
            }
            Msg::Leave(sure) => self.leave(ctx, sure),
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
            Msg::Follow(file, path) => self.follow(ctx, file, path),
            Msg::Do(change, after) => self.change(ctx, &change, after),
            Msg::Undo => {
                self.took(ctx, true);
                let done = self.desk.as_mut().and_then(AuthorDesk::undo);
                self.stepped(ctx, done, "Undone", "There is nothing to undo.");
            }
            Msg::Redo => {
                self.took(ctx, true);
                let done = self.desk.as_mut().and_then(AuthorDesk::redo);
                self.stepped(ctx, done, "Done again", "There is nothing to do again.");
            }
            Msg::Save(over) => self.save(ctx, over),
            Msg::Saved(came) => self.saved(ctx, &came),
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
                self.wrong.clear();
                self.pasting = pasting;
            }
            Msg::PasteTyped(text) => {
                if let Some(pasting) = &mut self.pasting {
                    pasting.text = text;
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
        if self.take(left) {
            self.refresh(ctx);
        }
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
                self.wrong.clear();
                said.clone_into(&mut self.said);
                for also in done.also {
                    self.said = format!("{} {also}", self.said).trim().to_owned();
                }
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
        self.wrong = why.to_string();
        self.focus = vec!["dk-wrong".to_owned()];
    }

    fn stepped(&mut self, ctx: &Context<Self>, done: Option<String>, how: &str, nothing: &str) {
        if let Some(what) = done {
            self.drafts.forget();
            self.wrong.clear();
            self.said = format!("{how}: {what}.");
            self.refresh(ctx);
            self.fill();
        } else {
            nothing.clone_into(&mut self.said);
        }
    }

    /// Goes to the field that a remark belongs to.
    fn follow(&mut self, ctx: &Context<Self>, file: Option<String>, path: Option<String>) {
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
                self.file = file;
            }
        }
    }

    fn paste(&mut self, ctx: &Context<Self>) {
        let Some(Pasting {
            file,
            path,
            text,
            back,
            ..
        }) = self.pasting.clone()
        else {
            return;
        };
        let change = DeskChange::Paste { file, path, text };
        if self.done(ctx, |desk| desk.change(&change), "The table is in.") {
            self.pasting = None;
            self.focus = vec![back];
        }
    }

    /// What a paste would do, tried on a copy: the remarks that would be new are not looked for, only what the table cannot take.
    pub(crate) fn tried(&self) -> Option<Result<AuthorDesk, DeskError>> {
        let (desk, pasting) = (self.desk.as_ref()?, self.pasting.as_ref()?);
        if pasting.text.trim().is_empty() {
            return None;
        }
        let mut copy = desk.clone();
        let change = DeskChange::Paste {
            file: pasting.file.clone(),
            path: pasting.path.clone(),
            text: pasting.text.clone(),
        };
        Some(copy.change(&change).map(|_| copy))
    }

    /// The remarks of a field: those of its place, and of what is in it.
    pub(crate) fn remarks_at<'s>(&'s self, file: &str, path: &str, inside: bool) -> Vec<&'s Remark> {
        let belongs = |remark: &&Remark| {
            let of = remark.file.as_deref().unwrap_or("aid.toml");
            let Some(at) = remark.path.as_deref() else {
                return false;
            };
            let rest = at.strip_prefix(path);
            of == file && rest.is_some_and(|rest| rest.is_empty() || (inside && rest.starts_with(['[', '.'])))
        };
        self.remarks.iter().filter(belongs).collect()
    }
}
