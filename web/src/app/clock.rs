//! The clock of the health professional's panel. Time is the browser's; core knows none.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Often enough for a line that says minutes.
const EVERY_MS: i32 = 10_000;
const MINUTE_MS: f64 = 60_000.0;

/// A running clock; it stops when it is dropped.
pub(super) struct Clock {
    began: f64,
    handle: i32,
    _tick: Closure<dyn FnMut()>,
}

impl Clock {
    /// Starts it; `tick` is called every few seconds. `None` where there is no window.
    pub(super) fn start(tick: impl FnMut() + 'static) -> Option<Self> {
        let tick = Closure::<dyn FnMut()>::new(tick);
        let handle = web_sys::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), EVERY_MS)
            .ok()?;
        Some(Self {
            began: js_sys::Date::now(),
            handle,
            _tick: tick,
        })
    }

    /// Whole minutes since it was started.
    pub(super) fn minutes(&self) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast to u32 saturates, and a clock set back counts as no time"
        )]
        let minutes = ((js_sys::Date::now() - self.began) / MINUTE_MS) as u32;
        minutes
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.handle);
        }
    }
}
