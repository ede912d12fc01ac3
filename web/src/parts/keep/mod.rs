//! Keeping answers: as a file, and on this device where the page allows it and the person asks for it.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, markup};
use crate::parts::sentences::sentences;

/// Save to a file, and open one.
pub fn files(ui: &Ui) -> Html {
    let texts = &ui.texts.keep;
    markup! { ui,
        <>
            <button type="button" class="wu-button wu-button--quiet" act={Act::Save}>{texts.save}</button>
            <button type="button" class="wu-button wu-button--quiet" act={Act::Open}>{texts.open}</button>
        </>
    }
}

/// The box to tick. Nothing where the page does not allow it.
pub fn on_device(ui: &Ui) -> Html {
    let words = ui.texts.keep.on_device;
    let (id, hint) = (ui.id("keep"), ui.id("keep-hint"));
    markup! { ui,
        <div>
            if let Some(kept) = ui.keep {
                <div class="wu-choice wu-choice--any">
                    <input
                        type="checkbox"
                        id={&id}
                        aria-describedby={&hint}
                        class="wu-choice__input"
                        act={Act::Keep(!kept)}
                        checked={kept}
                    />
                    <div class="wu-choice__text">
                        <label for={&id} class="wu-choice__label">{words.title}</label>
                        <p id={&hint} class="wu-choice__hint">{words.hint}</p>
                    </div>
                </div>
            }
        </div>
    }
}

/// Where a message appears.
pub fn notice(shown: Html) -> Html {
    markup! { <div role="status" class="wu-noprint">{shown}</div> }
}

/// What came of opening a file, and what no longer applies.
pub fn notice_of(ui: &Ui) -> Html {
    let lines = match ui.notice.as_slice() {
        [one] => markup! { <p key={one}>{one.clone()}</p> },
        more => sentences(ui, "wu-list wu-list--plain", more),
    };
    markup! { ui,
        <div class="wu-keep__notice">
            {lines}
            <button type="button" class="wu-link" act={Act::Dismiss}>{ui.texts.keep.dismiss}</button>
        </div>
    }
}

/// The line at the foot of every page.
pub fn foot(ui: &Ui) -> Keyed {
    let kept = ui.keep == Some(true);
    let words = if kept {
        ui.texts.keep.kept
    } else {
        ui.texts.shell.private
    };
    markup! { ui, <p key={words}>{words}</p> }
}
