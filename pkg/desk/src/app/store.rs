//! Opening and saving, and what has changed meanwhile where the files came from.

use serde::Deserialize;
use weighup_core::desk::AuthorDesk;
use yew::Context;

use super::App;

/// A file that is another one by now where it came from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clash {
    pub(crate) name: String,
    /// What it is there, as text; `None` where the file is gone.
    pub(crate) theirs: Option<String>,
}

/// What came of saving.
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
    },
    Failed {
        failed: String,
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
        self.drafts.forget();
        self.leaving = false;
        self.clash = None;
        self.said.clear();
        self.wrong.clear();
        self.unsaved(ctx);
        self.focus = vec!["dk-heading".to_owned()];
    }

    pub(super) fn save(&mut self, ctx: &Context<Self>, over: bool) {
        self.took(ctx, true);
        let Some(desk) = &self.desk else { return };
        let changed: Vec<&str> = self.changed().collect();
        if changed.is_empty() {
            "Everything is saved already.".clone_into(&mut self.said);
            return;
        }
        let mut files = desk.files();
        files.retain(|(name, _)| changed.contains(&name.as_str()));
        // Whoever saves what has clashed means it as it is now.
        self.clash = None;
        ctx.props().host.save(&files, over);
    }

    pub(super) fn saved(&mut self, ctx: &Context<Self>, came: &str) {
        match serde_json::from_str(came) {
            Ok(Came::Saved { saved, to }) => {
                if let Some(desk) = &mut self.desk {
                    for name in &saved {
                        desk.kept(name);
                    }
                }
                let typed = self.drafts.waiting();
                self.said = match to.as_str() {
                    "downloads" => format!("Saved as downloads: {}.", saved.join(", ")),
                    to => format!("Saved in {to}: {}.", saved.join(", ")),
                };
                if typed > 0 {
                    self.said += " What stands in a field with a problem beside it is not in the file.";
                }
                self.refresh(ctx);
            }
            Ok(Came::Clash { conflict, theirs }) => {
                self.clash = Some(Clash {
                    name: conflict,
                    theirs,
                });
                self.focus = vec!["dk-clash".to_owned()];
            }
            Ok(Came::Failed { failed }) => {
                self.wrong = format!("Nothing was saved: {failed}");
                self.focus = vec!["dk-wrong".to_owned()];
            }
            Err(why) => {
                self.wrong = format!("It is not known whether it was saved: {why}");
                self.focus = vec!["dk-wrong".to_owned()];
            }
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
            } else if mine.contains(&name) || self.drafts.waiting() > 0 {
                self.clash = Some(Clash {
                    name,
                    theirs: Some(theirs),
                });
            } else if desk.set_text(&name, &theirs).is_ok() {
                ctx.props().host.took(&name);
                desk.kept(&name);
                self.drafts.settle();
                self.said = format!("{name} was changed outside this page; what is there is shown now.");
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
        self.drafts.forget();
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
