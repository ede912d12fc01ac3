//! What the static page shows, in the order of the steps.

use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::consultation::{Consultation, Step};
use weighup_core::view::{self, CompareView, Here, ScoreView};
use yew::{AttrValue, Html, Properties, function_component};

use crate::markup::{Speech, markup};
use crate::parts::figures_table::figures_table;
use crate::parts::group_choice::told;
use crate::parts::key::key;
use crate::parts::outcome::{PlacedCard, outcome};
use crate::parts::picture::icons;
use crate::parts::review_notice::review_notice;
use crate::parts::sentences::{numerals, sentence, sentences};
use crate::steps;
use crate::texts::Texts;
use crate::ui::Ui;

/// Properties of [`Page`].
#[derive(Properties)]
pub(super) struct PageProps {
    /// The aid.
    pub(super) aid: Rc<Aid>,
    /// The interface in its language.
    pub(super) texts: &'static Texts,
    /// What its ids begin with: the same aid may stand on a page in several languages.
    pub(super) instance: AttrValue,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.aid, &other.aid) && self.instance == other.instance
    }
}

/// The page.
#[function_component]
pub(super) fn Page(props: &PageProps) -> Html {
    let aid = &*props.aid;
    let said = Consultation::new(aid);
    let mut ui = Ui::still(props.instance.clone(), props.texts);
    ui.speech = Speech::of(aid.document(), &aid.document().language);
    let ui = &ui;
    let frame = view::frame(aid, &said, &Here);
    // Every card says who its numbers are about: there are cards here for every point in time.
    let compare = CompareView {
        people: None,
        ..view::compare(aid, &said)
    };
    let texts = &ui.texts.page;
    let pictures = markup! { ui,
        <>
            <section class="wu-card">
                {sentence(ui, "wu-compare__note", &compare.denominator_note)}
                {sentence(ui, "", &compare.no_one_can_know)}
                {key(ui, &compare.per_row)}
                {figures_table(ui, &view::compare_table(aid, &said))}
            </section>
            for score in scores(&compare) { {told(ui, score)} }
            {icons(ui, &compare.per_row)}
            for card in view::every_card(aid) {
                {outcome(ui, PlacedCard { view: &compare, card: &card, at: 0 })}
            }
        </>
    };
    markup! { ui,
        <main class="weighup wu-static" data-theme="auto">
            <div class="wu-body">
                <h1 class="wu-h1">{frame.title.clone()}</h1>
                {review_notice(ui, &frame.review)}
                <p class="wu-static__notice">{texts.notice}</p>
                {contents(ui)}
                {part(ui, Step::About, steps::about(ui, &view::about(aid, &said, &Here)))}
                {part(ui, Step::Choice, steps::choice(ui, &view::choice(aid, &said)))}
                {part(ui, Step::Options, steps::options(ui, &view::options(aid, &said)))}
                {part(ui, Step::Compare, pictures)}
                {closing(ui, aid)}
                <footer class="wu-foot">{sentence(ui, "", &frame.stamp)}</footer>
            </div>
        </main>
    }
}

const PARTS: [Step; 4] = [Step::About, Step::Choice, Step::Options, Step::Compare];

fn contents(ui: &Ui) -> Html {
    markup! { ui,
        <nav class="wu-card" aria-label={ui.texts.page.contents}>
            <ul class="wu-list">
                for step in PARTS {
                    <li key={step.name()}>
                        <a href={["#", &anchor(ui, step)].concat()}>{ui.texts.step(step).heading}</a>
                    </li>
                }
                <li><a href={["#", &ui.id("questions")].concat()}>{ui.texts.page.questions}</a></li>
            </ul>
        </nav>
    }
}

fn anchor(ui: &Ui, step: Step) -> AttrValue {
    ui.id(&ui.texts.step(step).name.to_lowercase().replace(' ', "-"))
}

fn part(ui: &Ui, step: Step, content: Html) -> Html {
    let texts = ui.texts.step(step);
    markup! { ui,
        <section id={anchor(ui, step)}>
            <h2 class="wu-h1">{texts.heading}</h2>
            <p class="wu-lead">{texts.lead}</p>
            {content}
        </section>
    }
}

/// The scores that say which group is whose, for a person to work out on paper.
fn scores(compare: &CompareView) -> impl Iterator<Item = &ScoreView> {
    let asked = compare.group.iter().flat_map(|group| &group.asked);
    asked.filter_map(|asked| asked.score.as_deref())
}

fn closing(ui: &Ui, aid: &Aid) -> Html {
    let document = aid.document();
    let texts = &ui.texts.page;
    markup! { ui,
        <>
            <section class="wu-card" id={ui.id("questions")}>
                <h2 class="wu-h2">{texts.questions}</h2>
                {sentences(ui, "wu-list", &document.questions)}
            </section>
            if !document.support.is_empty() {
                <section class="wu-card">
                    <h2 class="wu-h2">{texts.support}</h2>
                    <ul class="wu-list">
                        for support in &document.support {
                            <li key={&support.name}>
                                <strong>{[&support.name, ". "].concat()}</strong>
                                <span>{numerals(ui, &support.what)}</span>
                                if let Some(phone) = &support.phone {
                                    <span translate="no">{[" ", phone].concat()}</span>
                                }
                            </li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}
