//! What the host page chose, as it crosses from JavaScript.

use crate::events;
use serde::Deserialize;
use weighup_web::settings::{Direction, Settings, Theme};
use yew::AttrValue;

/// Why the settings were refused.
#[derive(Debug, thiserror::Error)]
#[error("the settings are not as this version expects: {0}; load all files of one version")]
pub(crate) struct SettingsError(#[from] serde_json::Error);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    instance: String,
    lang: String,
    dir: Dir,
    theme: String,
    results: Results,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Dir {
    Ltr,
    Rtl,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Results {
    Aid,
    Facts,
}

/// Reads the JSON that `pkg/js` writes.
pub(crate) fn parse(text: &str, on_event: &js_sys::Function) -> Result<Settings, SettingsError> {
    let wire: Wire = serde_json::from_str(text)?;
    Ok(Settings {
        instance: AttrValue::from(wire.instance),
        lang: AttrValue::from(wire.lang),
        dir: match wire.dir {
            Dir::Ltr => Direction::Ltr,
            Dir::Rtl => Direction::Rtl,
        },
        theme: Theme::from_name(&wire.theme),
        results_facts_only: wire.results == Results::Facts,
        on_event: events::to(on_event),
    })
}
