//! Today, for expiry. Core has no clock: the command gives it the day.

use std::time::{SystemTime, UNIX_EPOCH};

use weighup_core::aid::Date;

/// The day in Coordinated Universal Time; `None` when the machine's clock stands before 1970.
pub(crate) fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::from_day_number(i64::try_from(since.as_secs() / 86_400).ok()?)
}

/// Reads `--today`.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write year, month and day, such as 2026-03-31".to_owned())
}

/// This second in Coordinated Universal Time, as RFC 3339 has it; `None` when the machine's clock stands before 1970.
pub(crate) fn now() -> Option<String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let day = Date::from_day_number(i64::try_from(since / 86_400).ok()?)?;
    let (hour, minute, second) = (since / 3600 % 24, since / 60 % 60, since % 60);
    Some(format!("{day}T{hour:02}:{minute:02}:{second:02}Z"))
}
