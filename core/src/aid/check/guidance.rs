//! What guidelines say: every option once, from a source, of a day.

use super::super::document::GuidelineDoc;
use super::{Checker, listed};
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    pub(super) fn guidelines(&mut self) {
        let doc = self.doc;
        for (index, guideline) in doc.guidelines.iter().enumerate() {
            let place = At::ROOT.item("guideline", index);
            self.date(&guideline.date, &place.key("date"));
            self.named_source(&guideline.source, &place);
            self.said_of_each(guideline, &place);
        }
    }

    pub(super) fn named_source(&mut self, source: &str, place: &At<'_>) {
        match self.sources.iter_mut().find(|known| known.id.as_str() == source) {
            Some(known) => known.used = true,
            None => report!(
                self,
                Code::UnknownSource,
                place.key("source"),
                format!("there is no source called `{source}`"),
                "use the id of a `[[source]]`, or add it",
            ),
        }
    }

    fn said_of_each(&mut self, guideline: &GuidelineDoc, place: &At<'_>) {
        let options: Vec<&str> = self.doc.options.iter().map(|option| option.id.as_str()).collect();
        let said = |option: &str| guideline.says.iter().filter(|says| says.option == option).count();
        let lacking: Vec<&str> = options
            .iter()
            .copied()
            .filter(|option| said(option) == 0)
            .collect();
        let twice: Vec<&str> = options
            .iter()
            .copied()
            .filter(|option| said(option) > 1)
            .collect();
        if !lacking.is_empty() || !twice.is_empty() {
            report!(
                self,
                Code::BadGuideline,
                place.key("says"),
                if lacking.is_empty() {
                    format!(
                        "it is said twice what {} says of {}",
                        guideline.number,
                        listed(twice)
                    )
                } else {
                    format!(
                        "it is not said what {} says of {}",
                        guideline.number,
                        listed(lacking)
                    )
                },
                "add `[[guideline.says]]` for every option once, with `line = \"not-named\"` where it says nothing",
            );
        }
        for (index, says) in guideline.says.iter().enumerate() {
            if !options.contains(&says.option.as_str()) {
                let says_at = place.item("says", index);
                report!(
                    self,
                    Code::UnknownOption,
                    says_at.key("option"),
                    format!("there is no option called `{}`", says.option),
                    format!("use one of {}", listed(&options)),
                );
            }
        }
    }
}
