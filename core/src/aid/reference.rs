//! References to figures inside texts: `{pads.surgery@12y}`, or `{days.surgery}` of a duration without a point in time.

use super::{HorizonId, OptionId, OutcomeId, ReferenceClassId};

/// A reference to one option's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FigureRef {
    pub(crate) outcome: OutcomeId,
    pub(crate) option: OptionId,
    pub(crate) horizon: HorizonId,
    /// Which group's, where the figures depend on a group.
    pub(crate) group: Option<ReferenceClassId>,
}

#[cfg(feature = "authoring")]
impl std::fmt::Display for FigureRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{{{}.{}", self.outcome, self.option)?;
        if self.horizon != HorizonId::whole() {
            write!(f, "@{}", self.horizon)?;
        }
        if let Some(group) = &self.group {
            write!(f, ":{group}")?;
        }
        f.write_str("}")
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Words(&'a str),
    Figure(FigureRef),
    /// A brace, or something in braces, that is not a reference.
    Malformed(&'a str),
}

/// Splits a text at its references.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            out.push(Piece::Words(before));
        }
        let closes = from
            .strip_prefix('{')
            .and_then(|inside| inside.find(['{', '}']).map(|end| (inside, end)));
        let (inside, after) = match closes {
            Some((inside, end)) if inside.get(end..).is_some_and(|tail| tail.starts_with('}')) => {
                (inside.get(..end), inside.get(end + 1..).unwrap_or_default())
            }
            _ => (None, from.get(1..).unwrap_or_default()),
        };
        let whole = from.get(..from.len() - after.len()).unwrap_or_default();
        out.push(
            inside
                .and_then(figure)
                .map_or(Piece::Malformed(whole), Piece::Figure),
        );
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Piece::Words(rest));
    }
    out
}

fn figure(inside: &str) -> Option<FigureRef> {
    let (what, group) = match inside.split_once(':') {
        Some((what, group)) => (what, Some(group.try_into().ok()?)),
        None => (inside, None),
    };
    let (what, horizon) = match what.split_once('@') {
        Some((what, horizon)) => (what, horizon.try_into().ok()?),
        None => (what, HorizonId::whole()),
    };
    let (outcome, option) = what.split_once('.')?;
    Some(FigureRef {
        group,
        outcome: outcome.try_into().ok()?,
        option: option.try_into().ok()?,
        horizon,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits() {
        let words = |t| pieces(t).len();
        assert_eq!(words("none"), 1);
        assert_eq!(words("a {p.s@12y} b"), 3);
        assert!(matches!(pieces("{p.s@12y}").as_slice(), [Piece::Figure(r)] if r.horizon.as_str() == "12y"));
        let whole = HorizonId::whole();
        assert!(
            matches!(pieces("{p.s}").as_slice(), [Piece::Figure(r)] if r.horizon == whole && r.to_string() == "{p.s}")
        );
        assert!(matches!(pieces("{p.s:a}").as_slice(), [Piece::Figure(r)] if r.to_string() == "{p.s:a}"));
        for bad in [
            "{",
            "}",
            "{p@12y}",
            "{{p.s@12y}",
            "{}",
            "{P.s@1y}",
            "{p.s@12y",
            "{p.s@12y:}",
            "{p.s@12y:a:b}",
        ] {
            assert!(
                pieces(bad).iter().any(|p| matches!(p, Piece::Malformed(_))),
                "{bad}"
            );
        }
    }
}
