//! Makes the line from the aid and the answers, and what a person sees of it.

use super::facts;
use super::value::{
    GIVEN_VERSION, Given, GivenAid, GivenFormat, GivenId, GivenMark, GivenMeasure, GivenMonth, GivenReady,
    GivenStage, ReadyAbout,
};
use super::{AskedNow, GivenAsked, GivenError, GivenOffer, MOST_ITEMS, Questions};
use crate::aid::Aid;
use crate::aid::document::Results;
use crate::consultation::{Action, Consultation, Map, Person, ReadinessPrompt, Step};
use crate::view::Engine;
use crate::words::is_easy;

/// As many digits of the hash as tell contents apart.
const DIGITS: usize = 12;

impl Given {
    /// The line of a consultation in which the person who decides has the turn. A guess that is not shown yet is not in it. `site`
    /// is the site's own setting, as for [`crate::view::fit`].
    ///
    /// # Errors
    /// [`GivenError`] where the random bits or the day are none.
    fn of(
        aid: &Aid,
        said: &Consultation,
        site: Results,
        engine: &dyn Engine,
        asked: &GivenAsked,
    ) -> Result<Self, GivenError> {
        let id = GivenId::try_from(asked.id.as_str())?;
        let month = GivenMonth::try_from(asked.day.get(..7).unwrap_or(&asked.day))?;
        let answers = &said.answers().without_what_is_hidden();
        let seen = &answers.seen(aid);
        let patient = answers.weighing(Person::Patient);
        let tag = &aid.document().language;
        let opened = |outcome: &str| asked.opened.iter().any(|opened| opened == outcome);
        Ok(Self {
            format: GivenFormat::WeighupGiven,
            version: GIVEN_VERSION,
            id,
            month,
            aid: GivenAid {
                id: aid.id().to_owned(),
                version: aid.version().to_owned(),
                hash: engine
                    .hash(aid)
                    .and_then(|hash| hash.get(..DIGITS))
                    .map(str::to_owned),
            },
            language: aid.language().tag().to_owned(),
            easy_read: is_easy(tag),
            needs: facts::needs(answers, asked.read_aloud),
            used: answers.mode,
            who: facts::company(answers),
            stage: GivenStage {
                before: asked.before.stage.or(answers.stage),
                after: None,
            },
            ready: GivenReady {
                before: ready_about(&asked.before.ready),
                after: ready_about(&answers.ready),
            },
            understanding: facts::understanding(aid, answers),
            opened: aid
                .outcomes()
                .iter()
                .filter(|outcome| opened(outcome.id.as_str()))
                .map(|outcome| outcome.id.clone())
                .collect(),
            marked: aid
                .outcomes()
                .iter()
                .filter_map(|outcome| {
                    Some(GivenMark {
                        mark: answers.mark_of(&outcome.id)?,
                        outcome: outcome.id.clone(),
                    })
                })
                .collect(),
            method: patient.method.filter(|_| patient.says_anything()),
            decision: answers.status,
            leaning: facts::leaning(answers),
            fits_choice: facts::choice_fits(seen, said, site, engine),
            gap: facts::gap(seen, said, site, engine),
            steps: Step::ALL
                .into_iter()
                .filter(|step| answers.visited.contains(step))
                .collect(),
            stopped: facts::stopped(answers),
            finished: answers.leaning.is_some() || answers.status.is_some(),
            measures: Vec::new(),
        })
    }

    /// The same with what was answered at the end. Where all of a questionnaire was left out nothing of it is given.
    ///
    /// # Errors
    /// [`GivenError::Answers`] for an answer that is not on the scale, or too many.
    fn with_answers(mut self, asked: &GivenAsked, questions: Option<&AskedNow>) -> Result<Self, GivenError> {
        self.stage.after = asked.stage;
        self.measures = Vec::new();
        if let Some(questions) = questions
            && asked.answers.iter().any(|answer| answer.0.is_some())
        {
            let mut answers = asked.answers.clone();
            // Whoever asks may have room for more answers than there are questions; what is empty there is none.
            while answers.len() > questions.items.len() && answers.last().is_some_and(|last| last.0.is_none())
            {
                answers.pop();
            }
            if answers.len() < questions.items.len() {
                answers.resize_with(questions.items.len(), Default::default);
            }
            super::questions::accepted(&questions.id, &answers)?;
            self.measures.push(GivenMeasure {
                id: questions.id.clone(),
                answers,
            });
        }
        Ok(self)
    }
}

/// The prompts by what was said of them; nothing where nothing was.
fn ready_about(said: &Map<ReadinessPrompt, bool>) -> Option<ReadyAbout> {
    let of = |fine: bool| -> Vec<ReadinessPrompt> {
        let said_so = |prompt: &ReadinessPrompt| said.get(prompt) == Some(&fine);
        ReadinessPrompt::ALL.into_iter().filter(said_so).collect()
    };
    let about = ReadyAbout {
        fine: of(true),
        not_yet: of(false),
    };
    (!about.fine.is_empty() || !about.not_yet.is_empty()).then_some(about)
}

impl GivenOffer {
    /// What the line of saved answers comes to. Saved answers hold no guess that is still hidden, and so neither does this; whoever's
    /// turn it was to weigh, the line is about the person who decides.
    ///
    /// # Errors
    /// [`GivenError`].
    pub fn of_saved(
        aid: &Aid,
        saved: &str,
        site: Results,
        engine: &dyn Engine,
        asked: &GivenAsked,
    ) -> Result<Self, GivenError> {
        let mut said = Consultation::restore(aid, saved, engine.hash(aid))?.consultation;
        // Everybody may have the turn at any time, so there is nothing to refuse.
        drop(said.apply(aid, Action::take_turn(Person::Patient)));
        Self::with(aid, Given::of(aid, &said, site, engine, asked)?, asked)
    }

    /// The same line with what was answered at the end since: nothing else is worked out again.
    ///
    /// # Errors
    /// [`GivenError`].
    pub fn answered(aid: &Aid, line: &str, asked: &GivenAsked) -> Result<Self, GivenError> {
        Self::with(aid, Given::read(line)?, asked)
    }

    fn with(aid: &Aid, given: Given, asked: &GivenAsked) -> Result<Self, GivenError> {
        let brought = asked.questions.as_deref().map(Questions::from_json);
        let (brought, refused) = match brought {
            Some(Ok(questions)) => (Some(questions), None),
            Some(Err(why)) => (None, Some(why.to_string())),
            None => (None, None),
        };
        let questions = brought.and_then(|brought| brought.asked(given.used, &aid.document().language));
        let given = given.with_answers(asked, questions.as_ref())?;
        Ok(Self {
            asks_stage: questions
                .as_ref()
                .is_none_or(|asked| asked.items.len() < MOST_ITEMS),
            lines: super::said::lines(aid, &given, questions.as_ref()),
            line: given.to_json(),
            questions,
            refused,
        })
    }
}
