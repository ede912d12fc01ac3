//! The fit of each option as a bar: solid as far as it is sure, pale as far as it could move. No numbers, no
//! ranks, the aid's own order.

use weighup_core::view::FitBar;
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::option_mark::{colour, option_name};

/// The bars.
pub fn fit_bars(ui: &Ui, bars: &[FitBar]) -> Html {
    markup! { <div class="wu-bars">for bar in bars { {row(ui, bar)} }</div> }
}

fn row(ui: &Ui, bar: &FitBar) -> Keyed {
    markup! { ui,
        <div key={bar.option.id.as_str()} class="wu-bars__row">
            <h3 class="wu-bars__option">{option_name(ui, &bar.option)}</h3>
            <div class="wu-bars__bar">
                {picture(bar)}
                if let Some(why) = &bar.ruled_out {
                    <p key={why} class="wu-bars__out">
                        <strong>{[ui.texts.fit.ruled_out, ". "].concat()}</strong>
                        <span>{why.clone()}</span>
                    </p>
                }
            </div>
        </div>
    }
}

fn picture(bar: &FitBar) -> Keyed {
    let low = bar.low.min(bar.high);
    let pale = bar.high.saturating_sub(low);
    markup! {
        <svg
            key={&bar.words}
            viewBox="0 0 1000 36"
            width="1000"
            height="36"
            preserveAspectRatio="none"
            role="img"
            aria-label={bar.words.clone()}
            focusable="false"
            class={["wu-bar ", colour(bar.option.mark)].concat()}
        >
            <rect x="0" y="15" width="1000" height="6" fill="currentColor" class="wu-bar__track"/>
            <rect
                x="0"
                y="4"
                width={bar.high}
                height="28"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                vector-effect="non-scaling-stroke"
            />
            <rect x={low} y="4" width={pale} height="28" fill="currentColor" class="wu-bar__pale"/>
            <rect x="0" y="4" width={low} height="28" fill="currentColor"/>
        </svg>
    }
}
