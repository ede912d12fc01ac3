//! Keeping answers: as a file, and on this device where the page allows it and the person asks for it.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, h2, h3, markup};
use crate::parts::sentences::sentences;
use crate::texts::fill;
use crate::ui::Opening;

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
                {listed(ui)}
            }
        </div>
    }
}

/// What is kept here of any aid, once it is asked for, and how to be rid of it.
fn listed(ui: &Ui) -> Html {
    let texts = &ui.texts.keep;
    let Some(kept) = &ui.open.kept else {
        return markup! { ui,
            <button key="show" type="button" class="wu-link" act={Act::Kept(true)}>{texts.show}</button>
        }
        .into();
    };
    markup! { ui,
        <div key="kept" role="status">
            {h3(ui, texts.here)}
            if kept.is_empty() {
                <p>{texts.none}</p>
            } else {
                {sentences(ui, "wu-list", kept)}
                <button type="button" class="wu-button wu-button--quiet" act={Act::ClearKept}>{texts.clear}</button>
            }
        </div>
    }
    .into()
}

/// Where a message appears.
pub fn notice(shown: Html) -> Html {
    markup! { <div role="status" class="wu-noprint">{shown}</div> }
}

/// What came of opening a file, and what no longer applies.
pub fn notice_of(ui: &Ui) -> Html {
    match &ui.opening {
        Opening::Nothing => {}
        Opening::Scanning(read) => return scanning(ui, *read),
        Opening::Locked(again) => return locked(ui, *again),
        Opening::Ask { whose, .. } => return replace(ui, whose),
    }
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

/// Whether to open answers in place of those here: whose they are, and when they were saved.
fn replace(ui: &Ui, whose: &[String]) -> Html {
    let texts = &ui.texts.carry;
    markup! { ui,
        <div class="wu-keep__notice">
            {h2(ui, texts.ask)}
            {sentences(ui, "wu-list wu-list--plain", whose)}
            <p>{texts.ask_hint}</p>
            <div class="wu-row">
                <button
                    type="button"
                    id={&ui.id("open-keep")}
                    class="wu-button wu-button--quiet"
                    act={Act::Replace(false)}
                >
                    {texts.ask_no}
                </button>
                <button type="button" class="wu-button wu-button--quiet" act={Act::Replace(true)}>{texts.ask_yes}</button>
            </div>
        </div>
    }
}

/// What the camera sees. The page around the widget puts its picture there and stops it when this is gone.
fn scanning(ui: &Ui, read: Option<(u32, u32)>) -> Html {
    let texts = &ui.texts.carry;
    let said = read.map_or_else(
        || texts.scan_hint.to_owned(),
        |(n, all)| fill(texts.scanned, &[("n", &n.to_string()), ("all", &all.to_string())]),
    );
    markup! { ui,
        <div class="wu-keep__notice">
            {h2(ui, texts.scanning)}
            <p>{said}</p>
            <video id={&ui.id("scan")} class="wu-scan" aria-label={texts.scan_alt} playsinline=""></video>
            <button
                type="button"
                id={&ui.id("scan-stop")}
                class="wu-button wu-button--quiet"
                act={Act::Dismiss}
            >
                {texts.scan_stop}
            </button>
        </div>
    }
}

/// What is to be opened is locked.
fn locked(ui: &Ui, again: bool) -> Html {
    let texts = &ui.texts.carry;
    let id = ui.id("open-key");
    let hint = ui.id("open-key-hint");
    markup! { ui,
        <form class="wu-keep__notice" act={Act::Unlock}>
            <label for={&id} class="wu-field__label">{texts.locked}</label>
            <span id={&hint} class="wu-field__hint">{if again { texts.wrong_key } else { texts.locked_hint }}</span>
            <input type="text" id={&id} aria-describedby={&hint} class="wu-input" autocomplete="off" spellcheck="false"/>
            <div class="wu-row">
                <button type="submit" class="wu-button">{texts.unlock}</button>
                <button type="button" class="wu-link" act={Act::Dismiss}>{ui.texts.keep.dismiss}</button>
            </div>
        </form>
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
