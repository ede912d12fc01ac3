//! Keeping answers: as a file, and on this device where the page allows it and the person asks for it.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, copied, el, input, is, keyed, list, maybe, p, tag, text, wrap};
use crate::parts::said::sentences;

/// Save to a file, and open one.
pub fn files(ui: &Ui) -> Html {
    let texts = &ui.texts.keep;
    let one = |act: Act, words: &'static str| button("wu-button wu-button--quiet", ui.act(act), text(words));
    list(vec![one(Act::Save, texts.save), one(Act::Open, texts.open)])
}

/// The box to tick. Nothing where the page does not allow it.
pub fn on_device(ui: &Ui) -> Html {
    let words = ui.texts.keep.on_device;
    let (id, hint) = (ui.id("keep"), ui.id("keep-hint"));
    let choice = ui.keep.map(|kept| {
        let control = input(
            &["type", "id", "aria-describedby", "class", "data-act"],
            vec![
                is("checkbox"),
                Some(id.clone()),
                Some(hint.clone()),
                is("wu-choice__input"),
                ui.act(Act::Keep(!kept)),
            ],
            kept,
        );
        let label = tag(
            "label",
            &["for", "class"],
            vec![Some(id), is("wu-choice__label")],
            text(words.title),
        );
        let hint = tag(
            "p",
            &["id", "class"],
            vec![Some(hint), is("wu-choice__hint")],
            text(words.hint),
        );
        el(
            "div",
            "wu-choice wu-choice--any",
            vec![control, el("div", "wu-choice__text", vec![label, hint])],
        )
    });
    wrap("div", "", maybe(choice))
}

/// Where a message appears.
pub fn notice(shown: Html) -> Html {
    tag(
        "div",
        &["role", "class"],
        vec![is("status"), is("wu-noprint")],
        shown,
    )
}

/// What came of opening a file, and what no longer applies.
pub fn notice_of(ui: &Ui) -> Html {
    let close = button("wu-link", ui.act(Act::Dismiss), text(ui.texts.keep.dismiss));
    let lines = match ui.notice.as_slice() {
        [one] => keyed(one, wrap("p", "", copied(one))),
        more => sentences("wu-list wu-list--plain", more),
    };
    el("div", "wu-keep__notice", vec![lines, close])
}

/// The line at the foot of every page.
pub fn foot(ui: &Ui) -> Html {
    let kept = ui.keep == Some(true);
    let words = if kept {
        ui.texts.keep.kept
    } else {
        ui.texts.shell.private
    };
    keyed(words, p("", words))
}
