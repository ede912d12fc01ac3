//! The fit of each option as a dot on one line, with how far it could move: no ranks, the aid's own order, and the words under
//! each picture are what it shows.

use weighup_core::view::FitBar;
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::option_mark::{colour, option_name};
use crate::parts::sentences::sentence;

/// The pictures, on one shared line from 0 to 100. Where they are not `drawn`, what is ruled out is said all the same.
pub fn fit_bars(ui: &Ui, bars: &[FitBar], drawn: bool) -> Html {
    let said = bars.iter().filter(|bar| drawn || bar.ruled_out.is_some());
    markup! { <div class="wu-bars">for bar in said { {row(ui, bar, drawn)} }</div> }
}

fn row(ui: &Ui, bar: &FitBar, drawn: bool) -> Keyed {
    markup! { ui,
        <div key={bar.option.id.as_str()} class="wu-bars__row">
            <h3 class="wu-bars__option">{option_name(ui, &bar.option)}</h3>
            <div class="wu-bars__bar">
                if drawn {
                    <div class="wu-bars__drawn">
                        {picture(bar)}
                        {sentence(ui, "wu-bars__words", &bar.words)}
                    </div>
                }
                if let Some(why) = &bar.ruled_out {
                    <p key={why} class="wu-bars__out">
                        if drawn { <strong>{[ui.texts.later().fit.ruled_out, ". "].concat()}</strong> }
                        <span>{why.clone()}</span>
                    </p>
                }
            </div>
        </div>
    }
}

/// Said in words under it, so that it says nothing itself.
fn picture(bar: &FitBar) -> Keyed {
    let [low, point, high] = [bar.low, bar.point, bar.high].map(|at| at.to_string());
    let line = ["M", &low, " 18H", &high, "M", &low, " 9v18M", &high, " 9v18"].concat();
    markup! {
        <svg
            key={&bar.words}
            viewBox="0 0 1000 36"
            width="1000"
            height="36"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
            class={["wu-bar ", colour(bar.option.mark)].concat()}
        >
            <path d="M0 18H1000M0 13v10M1000 13v10" class="wu-bar__track"/>
            <path d={line} class="wu-bar__line"/>
            <path d={["M", &point, " 18h0"].concat()} class="wu-bar__dot"/>
        </svg>
    }
}
