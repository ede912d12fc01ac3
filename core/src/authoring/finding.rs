//! What helps people to find the right aid: whom it is for by age and sex, and where in care. Catalogues read it; it is
//! not carried to browsers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::aid::{Code, Place, Problem};
use crate::format::Form;

/// More years than anybody lives.
const OLDEST: u32 = 120;

/// What helps to find the aid: `[finding]` of `aid.toml`. Every fact is one that the aid's own texts, groups or guideline say.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Finding {
    /// Other names of the condition, as the aid's own texts have them: "AF".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Adults, children, or both.
    pub life: Vec<Life>,
    /// The youngest it is for, in whole years, where the aid says an age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// The oldest it is for, in whole years, where the aid says an age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// Women, men, or anyone.
    pub sex: Sex,
    /// Where in care it is for.
    pub places: Vec<CarePlace>,
    /// Which text, group or guideline of the aid each of these is from.
    pub because: String,
    /// Codes, where the authors give them; nobody else adds any.
    #[serde(default, rename = "code", skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<FindingCode>,
}

/// Adults or children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Life {
    /// Children and young people.
    Children,
    /// Adults.
    Adults,
}

/// Women, men, or anyone, as the studies and the guideline say it; the aid itself says who else may use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Women.
    Women,
    /// Men.
    Men,
    /// Anyone.
    Anyone,
}

/// A place of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CarePlace {
    /// A GP or family doctor, with the nurses and pharmacists there.
    GeneralPractice,
    /// A pharmacy.
    Pharmacy,
    /// A clinic or a team for one kind of trouble: a surgeon, a heart clinic, a physiotherapist.
    Clinic,
    /// A stay in hospital.
    Hospital,
    /// Midwives and doctors in pregnancy.
    Maternity,
    /// A programme that asks people to a test.
    Screening,
    /// A service that helps people to change: to stop smoking.
    Service,
    /// A call, or online.
    Remote,
}

/// A code of a terminology.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FindingCode {
    /// The terminology: "SNOMED CT".
    pub system: String,
    /// The code in it.
    pub code: String,
    /// What it is called there.
    pub name: String,
}

impl CarePlace {
    /// In words, inside a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::GeneralPractice => "a GP surgery",
            Self::Pharmacy => "a pharmacy",
            Self::Clinic => "a clinic",
            Self::Hospital => "hospital",
            Self::Maternity => "maternity care",
            Self::Screening => "screening",
            Self::Service => "a support service",
            Self::Remote => "a call or online",
        }
    }
}

impl Finding {
    /// Whom it is for: "women, 50 to 70 years", "children and adults, from 5 years".
    #[must_use]
    pub fn whom(&self) -> String {
        let (children, adults) = (
            self.life.contains(&Life::Children),
            self.life.contains(&Life::Adults),
        );
        let who = match (self.sex, children, adults) {
            (Sex::Women, false, _) => "women",
            (Sex::Men, false, _) => "men",
            (Sex::Women, true, _) => "women and girls",
            (Sex::Men, true, _) => "men and boys",
            (Sex::Anyone, true, true) => "children and adults",
            (Sex::Anyone, true, false) => "children",
            (Sex::Anyone, false, _) => "adults",
        };
        match (self.from, self.to) {
            (Some(from), Some(to)) => format!("{who}, {from} to {to} years"),
            (Some(from), None) => format!("{who}, from {from} years"),
            (None, Some(to)) => format!("{who}, up to {to} years"),
            (None, None) => who.to_owned(),
        }
    }

    /// Where in care: "a GP surgery, a clinic".
    #[must_use]
    pub fn places_said(&self) -> String {
        let names: Vec<&str> = self.places.iter().map(|place| place.name()).collect();
        names.join(", ")
    }

    /// What an author wrote as text, with its key.
    pub(super) fn texts(&self) -> Vec<(Place, &str)> {
        let root = Place::root().key("finding");
        let mut out = vec![(root.key("because"), self.because.as_str())];
        for (index, name) in self.also.iter().enumerate() {
            out.push((root.key("also").index(index), name.as_str()));
        }
        for (index, code) in self.codes.iter().enumerate() {
            let place = root.key("code").index(index);
            for (key, text) in [
                ("system", &code.system),
                ("code", &code.code),
                ("name", &code.name),
            ] {
                out.push((place.key(key), text.as_str()));
            }
        }
        out
    }

    /// What says nothing, or contradicts itself.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let root = Place::root().key("finding");
        let mut out = Vec::new();
        let mut say = |key: &str, message: String, remedy: &str| {
            out.push(Problem::new(Code::BadFinding, root.key(key), message, remedy));
        };
        if self.life.is_empty() {
            say(
                "life",
                "it is not said whether the aid is for adults or children".to_owned(),
                "write `life = [\"adults\"]`, `[\"children\"]`, or both",
            );
        }
        if self.places.is_empty() {
            say(
                "places",
                "it is not said where in care the aid is for".to_owned(),
                "name at least one place, such as `places = [\"general-practice\"]`",
            );
        }
        for (key, twice) in [("life", twice(&self.life)), ("places", twice(&self.places))] {
            if twice {
                say(key, format!("`{key}` names one thing twice"), "name each once");
            }
        }
        for (key, age) in [("from", self.from), ("to", self.to)] {
            if let Some(age) = age.filter(|age| *age > OLDEST) {
                say(
                    key,
                    format!("an age of {age} years is older than anybody"),
                    "write an age in whole years",
                );
            }
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from > to
        {
            say(
                "to",
                format!("the ages run from {from} down to {to}"),
                "write the youngest as `from` and the oldest as `to`",
            );
        }
        out
    }
}

fn twice<T: PartialEq>(list: &[T]) -> bool {
    list.iter()
        .enumerate()
        .any(|(at, one)| list.iter().skip(at + 1).any(|other| other == one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(life: &[Life], sex: Sex, from: Option<u32>, to: Option<u32>) -> Finding {
        Finding {
            also: Vec::new(),
            life: life.to_vec(),
            from,
            to,
            sex,
            places: vec![CarePlace::GeneralPractice, CarePlace::Clinic],
            because: "The trial says so.".to_owned(),
            codes: Vec::new(),
        }
    }

    #[test]
    fn whom_it_is_for_is_said_in_words() {
        use Life::{Adults, Children};
        let said = |life: &[Life], sex, from, to| finding(life, sex, from, to).whom();
        assert_eq!(
            said(&[Adults], Sex::Women, Some(50), Some(70)),
            "women, 50 to 70 years"
        );
        assert_eq!(
            said(&[Children, Adults], Sex::Anyone, Some(5), None),
            "children and adults, from 5 years"
        );
        assert_eq!(
            said(&[Children], Sex::Anyone, None, Some(14)),
            "children, up to 14 years"
        );
        assert_eq!(said(&[Adults], Sex::Anyone, None, None), "adults");
        assert_eq!(
            finding(&[Adults], Sex::Men, None, None).places_said(),
            "a GP surgery, a clinic"
        );
    }

    #[test]
    fn what_contradicts_itself_is_found() {
        let messages = |finding: &Finding| -> Vec<String> {
            finding
                .problems()
                .into_iter()
                .map(|problem| problem.message)
                .collect()
        };
        assert!(messages(&finding(&[Life::Adults], Sex::Men, Some(50), Some(50))).is_empty());
        assert_eq!(
            messages(&finding(&[Life::Adults], Sex::Men, Some(70), Some(50))),
            ["the ages run from 70 down to 50"]
        );
        assert_eq!(
            messages(&finding(&[Life::Adults], Sex::Men, Some(121), None)),
            ["an age of 121 years is older than anybody"]
        );
        let mut empty = finding(&[], Sex::Men, None, None);
        empty.places = vec![CarePlace::Clinic, CarePlace::Clinic];
        assert_eq!(
            messages(&empty),
            [
                "it is not said whether the aid is for adults or children",
                "`places` names one thing twice"
            ]
        );
    }
}
