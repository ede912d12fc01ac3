//! Opening and saving, and what has changed meanwhile where the files came from.

use serde::Deserialize;
use weighup_core::desk::AuthorDesk;
use yew::Context;

use super::{App, Drafts};

/// A file that is another one by now where it came from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clash {
    pub(crate) name: String,
    /// What it is there, as text; `None` where the file is gone.
    pub(crate) theirs: Option<String>,
}

/// Why something is not where it was to be saved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NotSaved {
    pub(crate) why: String,
    /// The files that were saved before.
    pub(crate) saved: Vec<String>,
    /// Whether it was tried, and not only found out.
    pub(crate) tried: bool,
    /// Whether the command that served this page is another one by now, and its address would help.
    pub(crate) lost: bool,
}

/// What came of saving. Files are written one after the other: those before the one that stopped it are saved.
#[derive(Deserialize)]
#[serde(untagged)]
enum Came {
    Saved {
        saved: Vec<String>,
        #[serde(rename = "where")]
        to: String,
    },
    Clash {
        conflict: String,
        #[serde(default)]
        theirs: Option<String>,
        #[serde(default)]
        saved: Vec<String>,
    },
    Failed {
        failed: String,
        #[serde(default)]
        saved: Vec<String>,
        #[serde(default)]
        lost: bool,
    },
}

impl App {
    pub(super) fn opened(&mut self, ctx: &Context<Self>, place: String, files: Vec<(String, Vec<u8>)>) {
        let count = files.len();
        match AuthorDesk::open(files) {
            Ok(desk) => {
                let said = format!("Opened: {count} {}.", if count == 1 { "file" } else { "files" });
                self.lay(ctx, desk, place, &said);
            }
            Err(why) => self.not(&why),
        }
    }

    /// Puts the aid away; where something of it is not saved, only when the person is `sure`.
    pub(super) fn leave(&mut self, ctx: &Context<Self>, sure: bool) {
        self.took(ctx, true);
        if self.told_unsaved && !sure {
            self.leaving = true;
            self.focus = vec!["dk-leaving".to_owned()];
            return;
        }
        ctx.props().host.forget();
        self.desk = None;
        self.sheet = None;
        self.remarks.clear();
        self.drafts = Drafts::default();
        self.leaving = false;
        self.clash = None;
        self.not_saved = None;
        self.unsaved(ctx);
        self.focus = vec!["dk-heading".to_owned()];
    }

    pub(super) fn save(&mut self, ctx: &Context<Self>, over: bool) {
        self.took(ctx, true);
        let Some(desk) = &self.desk else { return };
        let changed: Vec<&str> = self.changed().collect();
        if changed.is_empty() {
            self.leaving = false;
            let said = format!("Everything is saved already.{}", self.untaken());
            self.say(said);
            return;
        }
        let mut files = desk.files();
        files.retain(|(name, _)| changed.contains(&name.as_str()));
        // Whoever saves what has clashed means it as it is now.
        let clash = self.clash.take().filter(|_| over);
        self.not_saved = None;
        let over = clash.map(|clash| clash.name).unwrap_or_default();
        // What was said goes first: another file that changed, too, would stop it otherwise.
        files.sort_by_key(|(name, _)| *name != over);
        ctx.props().host.save(&files, &over);
    }

    /// Hands over as downloads what cannot be saved where it came from. It is no less unsaved there.
    pub(super) fn download(&mut self, ctx: &Context<Self>) {
        self.took(ctx, true);
        let Some(desk) = &self.desk else { return };
        let changed: Vec<&str> = self.changed().collect();
        let mut files = desk.files();
        files.retain(|(name, _)| changed.contains(&name.as_str()));
        let said = format!(
            "Handed over as downloads: {}. Put them into the aid’s folder.{}",
            changed.join(", "),
            self.untaken()
        );
        ctx.props().host.download(&files);
        self.say(said);
    }

    /// What a person has to know who takes the file for all of it.
    fn untaken(&self) -> String {
        match self.drafts.refused().count() + self.drafts.aside().len() {
            0 => String::new(),
            1 => " One text is not taken and is in no file; it is named above the form.".to_owned(),
            many => format!(" {many} texts are not taken and are in no file; they are named above the form."),
        }
    }

    /// Asks about a file that changed where it came from. What is asked stays until it is answered, as a question that changes under the
    /// finger is answered wrongly; another file is asked about at the next save.
    fn ask(&mut self, clash: Clash) {
        if self.clash.as_ref().is_none_or(|asked| asked.name == clash.name) {
            self.clash = Some(clash);
        }
    }

    /// Files are saved: what was asked about one of them meanwhile is answered.
    fn kept(&mut self, names: &[String]) {
        self.clash = self.clash.take().filter(|asked| !names.contains(&asked.name));
        if let Some(desk) = &mut self.desk {
            for name in names {
                desk.kept(name);
            }
        }
    }

    /// The page cannot save any more through the command that it is from.
    pub(super) fn lost(&mut self, why: String) {
        self.not_saved = Some(NotSaved {
            why,
            saved: Vec::new(),
            tried: false,
            lost: true,
        });
        self.focus = vec!["dk-lost".to_owned()];
    }

    /// The address of another one was tried.
    pub(super) fn rejoined(&mut self, why: String) {
        if why.is_empty() {
            self.not_saved = None;
            self.say("This page can save into the folder again. Save now.");
            self.focus = vec!["dk-save".to_owned()];
        } else {
            self.fault(why);
        }
    }

    pub(super) fn saved(&mut self, ctx: &Context<Self>, came: &str) {
        match serde_json::from_str(came) {
            Ok(Came::Saved { saved, to }) => {
                self.kept(&saved);
                let saved = saved.join(", ");
                let said = match to.as_str() {
                    "downloads" => format!("Saved as downloads: {saved}.{}", self.untaken()),
                    to => format!("Saved in {to}: {saved}.{}", self.untaken()),
                };
                self.say(said);
                self.leaving = false;
                self.not_saved = None;
                self.remake(ctx);
                self.unsaved(ctx);
            }
            Ok(Came::Clash {
                conflict,
                theirs,
                saved,
            }) => {
                self.kept(&saved);
                if !saved.is_empty() {
                    self.say(format!("Saved: {}.", saved.join(", ")));
                    self.remake(ctx);
                }
                self.ask(Clash {
                    name: conflict,
                    theirs,
                });
                self.focus = vec!["dk-clash".to_owned()];
            }
            Ok(Came::Failed { failed, saved, lost }) => {
                self.kept(&saved);
                self.remake(ctx);
                self.not_saved = Some(NotSaved {
                    why: failed,
                    saved,
                    tried: true,
                    lost,
                });
                self.focus = vec!["dk-lost".to_owned()];
            }
            Err(why) => self.fault(format!("It is not known whether it was saved: {why}")),
        }
    }

    /// Files changed where they came from. What is unchanged here follows; otherwise the person decides.
    pub(super) fn on_disk(&mut self, ctx: &Context<Self>, files: Vec<(String, Vec<u8>)>) {
        self.took(ctx, false);
        let mine: Vec<String> = self.changed().map(str::to_owned).collect();
        for (name, bytes) in files {
            let theirs = String::from_utf8_lossy(&bytes).into_owned();
            let Some(desk) = &mut self.desk else { return };
            if desk.text(&name) == Some(theirs.as_str()) {
                ctx.props().host.took(&name);
                desk.kept(&name);
            } else if mine.contains(&name) || self.drafts.waits_for(&name) {
                self.ask(Clash {
                    name,
                    theirs: Some(theirs),
                });
            } else if desk.set_text(&name, &theirs).is_ok() {
                ctx.props().host.took(&name);
                desk.kept(&name);
                self.drafts.settle();
                self.say(format!(
                    "{name} was changed outside this page; what is there is shown now."
                ));
            }
        }
        self.refresh(ctx);
    }

    /// Takes the file as it is where it came from: one step of undo, so nothing is lost.
    pub(super) fn take_theirs(&mut self, ctx: &Context<Self>) {
        let Some(Clash {
            name,
            theirs: Some(theirs),
        }) = self.clash.take()
        else {
            return;
        };
        let said = format!("{name} is shown as it is outside this page. Undo brings back what was here.");
        if self.done(ctx, |desk| desk.set_text(&name, &theirs), &said) {
            ctx.props().host.took(&name);
            if let Some(desk) = &mut self.desk {
                desk.kept(&name);
            }
            self.refresh(ctx);
        }
        self.focus = vec!["dk-heading".to_owned()];
    }
}
