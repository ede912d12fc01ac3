//! The fit of each option as a bar: solid as far as it is sure, pale as far as it could move. No numbers, no
//! ranks, the aid's own order.

use weighup_core::view::FitBar;
use yew::{Html, classes, html};

use crate::Ui;
use crate::parts::option_mark::{colour, option_name};

/// The bars.
pub fn fit_bars(ui: &Ui, bars: &[FitBar]) -> Html {
    html! {
        <div class="wu-bars">
            for bar in bars {
                <div class="wu-bars__row" key={bar.option.id.as_str().to_owned()}>
                    <h3 class="wu-bars__option">{ option_name(&bar.option) }</h3>
                    <div class="wu-bars__bar">
                        { picture(bar) }
                        if let Some(why) = &bar.ruled_out {
                            <p key={why.clone()} class="wu-bars__out">
                                <strong>{ format!("{}. ", ui.texts.fit.ruled_out) }</strong>
                                <span>{ why.clone() }</span>
                            </p>
                        }
                    </div>
                </div>
            }
        </div>
    }
}

fn picture(bar: &FitBar) -> Html {
    let low = bar.low.min(bar.high);
    let pale = bar.high.saturating_sub(low);
    html! {
        <svg key={bar.words.clone()} class={classes!("wu-bar", colour(bar.option.mark))} viewBox="0 0 1000 36" width="1000" height="36"
            preserveAspectRatio="none" role="img" aria-label={bar.words.clone()} focusable="false">
            <rect class="wu-bar__track" x="0" y="15" width="1000" height="6" fill="currentColor" />
            <rect x="0" y="4" width={bar.high.to_string()} height="28" fill="none" stroke="currentColor"
                stroke-width="2" vector-effect="non-scaling-stroke" />
            <rect class="wu-bar__pale" x={low.to_string()} y="4" width={pale.to_string()} height="28" fill="currentColor" />
            <rect x="0" y="4" width={low.to_string()} height="28" fill="currentColor" />
        </svg>
    }
}
