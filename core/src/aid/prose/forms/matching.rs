//! Whether a form stands at a place of a text.

use std::collections::HashMap;

use super::super::tokens::{Kind, Token};
use super::{Forms, Part};
use crate::aid::Code;

/// Longest number in words, such as "one hundred and five".
const LONGEST_NUMBER: usize = 4;

/// Words that `*` stands for, at most.
const MOST_ANY: usize = 3;

/// The least number of which all can be said by two equal numbers: below it "1 in 1" or "6/6" are mostly something else.
const LEAST_OF_ALL: u64 = 10;

/// How far before a form a word of `not_near` is looked for.
const NEAR: usize = 4;

/// A list of words and phrases, by how they begin.
#[derive(Debug, Default)]
pub(super) struct Class {
    phrases: HashMap<Kind, Vec<Vec<Kind>>>,
}

impl Class {
    pub(super) fn of(phrases: Vec<Vec<Kind>>) -> Self {
        let mut class = Self::default();
        for phrase in phrases {
            if let Some(first) = phrase.first() {
                class.phrases.entry(*first).or_default().push(phrase);
            }
        }
        class
    }

    /// Where each phrase that stands here ends.
    fn ends(&self, all: &[Token], at: usize, ends: &mut Vec<usize>) {
        let Some(phrases) = all.get(at).and_then(|first| self.phrases.get(&first.kind)) else {
            return;
        };
        for phrase in phrases {
            let here = all.get(at..at + phrase.len());
            let fits = here.is_some_and(|here| {
                let kinds = here.iter().map(|token| token.kind).eq(phrase.iter().copied());
                kinds && here.iter().skip(1).all(|token| !token.shut)
            });
            if fits {
                ends.push(at + phrase.len());
            }
        }
    }

    fn has(&self, all: &[Token], at: usize) -> bool {
        let mut ends = Vec::new();
        self.ends(all, at, &mut ends);
        !ends.is_empty()
    }
}

/// One thing a form wants at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want {
    Number {
        digits: bool,
        words: bool,
    },
    /// A number below one in digits, such as 0.24.
    Below,
    Share,
    Any,
    One(Kind),
    Class(usize),
}

/// Any of several wants.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) wants: Vec<Want>,
    pub(super) optional: bool,
    /// It may stand after a comma, which some languages put before "to" and "that".
    pub(super) across: bool,
}

/// A form, to look with.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) code: Code,
    pub(super) says: String,
    pub(super) elements: Vec<Element>,
    pub(super) before: Vec<usize>,
    pub(super) near: Vec<usize>,
    pub(super) after: Vec<usize>,
    pub(super) part: Part,
}

impl Forms {
    /// The forms that may begin at a token.
    pub(super) fn starting(&self, all: &[Token], at: usize) -> impl Iterator<Item = usize> {
        let kind = all
            .get(at)
            .filter(|token| !(token.stuck && matches!(token.kind, Kind::Number(_))));
        let of = |kind: Kind| self.starts.get(&kind).into_iter().flatten().copied();
        let exact = kind.map(|token| token.kind);
        let any = exact
            .filter(|kind| matches!(kind, Kind::Number(Some(_))))
            .map(|_| Kind::Number(None));
        exact.into_iter().chain(any).flat_map(of)
    }

    /// What a form can begin with. [`Kind::Number`] without a value stands for every number in digits.
    pub(super) fn beginnings(&self, elements: &[Element]) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for element in elements {
            for want in &element.wants {
                match want {
                    Want::Number { digits, words } => {
                        if *digits {
                            kinds.push(Kind::Number(None));
                        }
                        if *words {
                            kinds.extend(self.numbers.keys().map(|word| Kind::Word(Some(*word))));
                        }
                    }
                    Want::Share => {
                        kinds.push(Kind::Number(None));
                        kinds.extend(self.numbers.keys().map(|word| Kind::Word(Some(*word))));
                        for name in ["share", "lead"] {
                            kinds.extend(
                                self.class(name)
                                    .iter()
                                    .flat_map(|class| class.phrases.keys().copied()),
                            );
                        }
                    }
                    Want::Below => kinds.push(Kind::Number(None)),
                    Want::Any => {}
                    Want::One(kind) => kinds.push(*kind),
                    Want::Class(class) => {
                        kinds.extend(
                            self.classes
                                .get(*class)
                                .iter()
                                .flat_map(|class| class.phrases.keys().copied()),
                        );
                    }
                }
            }
            if !element.optional {
                break;
            }
        }
        kinds.sort_by_key(|kind| format!("{kind:?}"));
        kinds.dedup();
        kinds
    }

    fn class(&self, name: &str) -> Option<&Class> {
        self.classes.get(*self.named.get(name)?)
    }

    /// Where a form that stands at a token ends.
    pub(super) fn matches(&self, form: &Form, all: &[Token], at: usize) -> Option<usize> {
        let in_class = |classes: &[usize], at: usize| {
            let mut classes = classes.iter().filter_map(|class| self.classes.get(*class));
            classes.any(|class| class.has(all, at))
        };
        let open = |at: usize| all.get(at).is_some_and(|token| !token.shut);
        if open(at) && at > 0 && in_class(&form.before, at - 1) {
            return None;
        }
        let near = (1..=NEAR.min(at)).take_while(|back| open(at + 1 - back));
        if !form.near.is_empty() && near.clone().any(|back| in_class(&form.near, at - back)) {
            return None;
        }
        let mut end = None;
        self.walk(&form.elements, all, at, true, &mut |candidate| {
            let taken = all.get(at..candidate).unwrap_or_default();
            let after = open(candidate) && in_class(&form.after, candidate);
            if !after && candidate > at && self.is_part(form.part, taken, all, at, candidate) {
                end = end.max(Some(candidate));
            }
        });
        end
    }

    /// Every way to lay the elements over the tokens; `say` is given where each ends.
    fn walk(&self, elements: &[Element], all: &[Token], at: usize, first: bool, say: &mut dyn FnMut(usize)) {
        let Some((element, rest)) = elements.split_first() else {
            say(at);
            return;
        };
        if all
            .get(at)
            .is_some_and(|token| first || element.across || !token.shut)
        {
            let mut ends = Vec::new();
            for want in &element.wants {
                self.ends(*want, all, at, &mut ends);
            }
            ends.dedup();
            for end in ends {
                self.walk(rest, all, end, false, say);
            }
        }
        if element.optional {
            self.walk(rest, all, at, first, say);
        }
    }

    fn ends(&self, want: Want, all: &[Token], at: usize, ends: &mut Vec<usize>) {
        match want {
            Want::One(kind) => {
                if all.get(at).is_some_and(|token| token.kind == kind) {
                    ends.push(at + 1);
                }
            }
            Want::Class(class) => {
                if let Some(class) = self.classes.get(class) {
                    class.ends(all, at, ends);
                }
            }
            Want::Number { digits, words } => self.number_ends(digits, words, all, at, ends),
            Want::Below => {
                if all.get(at).is_some_and(|token| token.below_one) {
                    ends.push(at + 1);
                }
            }
            Want::Share => self.share_ends(all, at, ends),
            Want::Any => {
                for n in 1..=MOST_ANY {
                    let token = all.get(at + n - 1);
                    if token.is_none_or(|token| token.shut && n > 1 || !matches!(token.kind, Kind::Word(_))) {
                        break;
                    }
                    ends.push(at + n);
                }
            }
        }
    }

    /// Digits, with or without "thousand" after them; or words that are numbers. "And a half" can stand after either.
    fn number_ends(&self, digits: bool, words: bool, all: &[Token], at: usize, ends: &mut Vec<usize>) {
        let before = ends.len();
        self.whole_ends(digits, words, all, at, ends);
        let Some(more) = self.class("half_more") else {
            return;
        };
        for end in ends.get(before..).unwrap_or_default().to_vec() {
            if all.get(end).is_some_and(|token| !token.shut) {
                more.ends(all, end, ends);
            }
        }
    }

    fn whole_ends(&self, digits: bool, words: bool, all: &[Token], at: usize, ends: &mut Vec<usize>) {
        let is_word = |at: usize| match all.get(at).map(|token| token.kind) {
            Some(Kind::Word(Some(word))) => self.numbers.get(&word).copied(),
            _ => None,
        };
        match all.get(at).map(|token| token.kind) {
            Some(Kind::Number(_)) if digits => {
                ends.push(at + 1);
                if is_word(at + 1).is_some_and(|value| value >= 100) {
                    ends.push(at + 2);
                }
            }
            Some(Kind::Word(_)) if words => {
                for n in 0..LONGEST_NUMBER {
                    let open = n == 0 || all.get(at + n).is_some_and(|token| !token.shut);
                    if !open || is_word(at + n).is_none() {
                        break;
                    }
                    ends.push(at + n + 1);
                }
            }
            _ => {}
        }
    }

    /// "Half", "two thirds", "1/3".
    fn share_ends(&self, all: &[Token], at: usize, ends: &mut Vec<usize>) {
        if let Some(share) = self.class("share") {
            share.ends(all, at, ends);
        }
        let kind = |at: usize| all.get(at).map(|token| token.kind);
        if let (Some(Kind::Number(Some(part))), Some(Kind::Sign('/')), Some(Kind::Number(Some(whole)))) =
            (kind(at), kind(at + 1), kind(at + 2))
            && part < whole
        {
            ends.push(at + 3);
        }
        let Some(parts) = self.class("part") else { return };
        let mut leads = Vec::new();
        self.number_ends(true, true, all, at, &mut leads);
        if let Some(lead) = self.class("lead") {
            lead.ends(all, at, &mut leads);
        }
        for lead in leads {
            if all.get(lead).is_some_and(|token| !token.shut) {
                parts.ends(all, lead, ends);
            }
        }
    }

    /// Whether two numbers can be a part and its whole: "2 in 1" and "60 in 2023" are none.
    fn is_part(&self, part: Part, taken: &[Token], all: &[Token], at: usize, end: usize) -> bool {
        if part == Part::None {
            return true;
        }
        let slash =
            |token: Option<&Token>| token.is_some_and(|token| !token.shut && token.kind == Kind::Sign('/'));
        // A date, 24/11/2026, is no share.
        let dated = taken.iter().any(|token| token.kind == Kind::Sign('/'))
            && (slash(all.get(end)) || at.checked_sub(1).is_some_and(|before| slash(all.get(before))));
        if dated {
            return false;
        }
        let value = |token: &Token| match token.kind {
            Kind::Number(value) => Some(value),
            Kind::Word(Some(word)) => self.numbers.get(&word).map(|value| Some(*value)),
            _ => None,
        };
        let mut values = taken.iter().filter_map(value);
        let (Some(first), Some(last)) = (values.next(), values.next_back()) else {
            return true;
        };
        let (part, whole) = if part == Part::First {
            (first, last)
        } else {
            (last, first)
        };
        let (Some(part), Some(whole)) = (part, whole) else {
            return true;
        };
        // "60 in 2023": a year, unless it is as round as "1 in 2000" or people stand after it.
        let people = self.class("person").is_some_and(|class| {
            class.has(all, end) || taken.len() > 3 && class.has(all, end.saturating_sub(1))
        });
        let round = part == 1 && whole == 2000;
        let long = |token: &Token| token.end - token.start > 4 && matches!(token.kind, Kind::Number(_));
        let grouped = taken.iter().any(long);
        let year = (1900..2100).contains(&whole) && !people && !round && !grouped;
        // One word of several may have no part in the order: "twenty-four" ends in four.
        let in_words = taken.windows(2).any(|pair| match pair {
            [a, b] => {
                matches!(a.kind, Kind::Word(_))
                    && matches!(b.kind, Kind::Word(_))
                    && value(a).is_some()
                    && value(b).is_some()
            }
            _ => false,
        });
        // "10 out of 10" are all of them; "1 to 1" are none.
        let all_of_them = part == whole && whole >= LEAST_OF_ALL;
        !year && (in_words || part < whole || all_of_them)
    }
}
