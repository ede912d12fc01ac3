//! A bar after a change: what was changed on this step, and what takes it back. What was changed on another step is taken back
//! there, where it is seen.

use weighup_core::consultation::{Action, Step, Undoable};
use weighup_core::view::{UndoChange, UndoView};
use yew::Html;

use crate::Ui;
use crate::markup::{empty, markup, when};
use crate::texts::fill;
use crate::ui::History;

/// The bar; nothing where nothing was changed. A button that has nothing to do any more stays while it has the focus, and the style
/// sheet hides it afterwards.
pub fn changed(ui: &Ui, undo: &UndoView) -> Html {
    // What was done last may have been on another step: then what stands to be undone here is said, or to be brought back.
    let done = [ui.open.history, History::Changed, History::Undone];
    let Some(line) = done.into_iter().find_map(|done| told(ui, done, undo)) else {
        return empty();
    };
    let button = |label: &'static str, able: bool, action: Action| {
        markup! { ui,
            <button
                type="button"
                aria-disabled={when(!able, "true")}
                class="wu-button wu-button--small"
                act={able.then_some(action)}
            >
                {label}
            </button>
        }
    };
    let shell = &ui.texts.shell;
    markup! { ui,
        <div class="wu-changed wu-noprint">
            <p key={&line} class="wu-changed__what">{line.clone()}</p>
            <div class="wu-changed__buttons">
                {button(shell.undo, undo.undoes.is_some(), Action::undo())}
                {button(shell.redo, undo.redoes.is_some(), Action::redo())}
            </div>
        </div>
    }
}

/// What was done last, in a line; `None` where that was nothing on this step.
pub fn told(ui: &Ui, done: History, undo: &UndoView) -> Option<String> {
    let shell = &ui.texts.shell;
    let (words, change) = match done {
        History::Changed => (shell.changed, &undo.undoes),
        History::Undone => (shell.undone, &undo.redoes),
        History::Redone => (shell.redone, &undo.undoes),
    };
    let what = what(ui, change.as_ref()?);
    Some(fill(words, &[("what", &what)]))
}

/// What a change was about, as the page calls it.
fn what(ui: &Ui, view: &UndoChange) -> String {
    let texts = ui.texts;
    let name = match &view.change {
        Undoable::Present => texts.about.present.title,
        Undoable::Stage => texts.later().matters.stage.title,
        Undoable::Words(which) => texts.words_box(*which).title,
        Undoable::Questions => texts.later().ready.own_questions.title,
        Undoable::Asks => texts.later().ready.questions,
        Undoable::Weighing => texts.later().summary.weighed,
        Undoable::Concerns => texts.later().weigh.own.title,
        Undoable::Limits => texts.later().weigh.limits.title,
        Undoable::Leaning => texts.later().decide.leaning.title,
        Undoable::Ready => texts.step(Step::Ready).name,
        Undoable::Understood => texts.later().ready.understanding.title,
        Undoable::Sure => texts.later().decide.sure,
        Undoable::Agenda => texts.later().panel.agenda.title,
        Undoable::Actions => texts.later().decide.actions,
        Undoable::Review => texts.later().decide.review.title,
        Undoable::Group => texts.later().compare.group,
        Undoable::Several => texts.shell.several,
        Undoable::Mark(_) => {
            return view
                .outcome
                .clone()
                .unwrap_or_else(|| texts.shell.several.to_owned());
        }
    };
    name.to_owned()
}
