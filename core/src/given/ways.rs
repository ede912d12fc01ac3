//! The ways in which what is given leaves the page, as a site names them.

/// A way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenWay {
    /// A file of one line.
    File,
    /// A QR code that holds the line.
    Code,
    /// One event to the page around the widget.
    Page,
}

impl GivenWay {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::File, Self::Code, Self::Page];

    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Code => "code",
            Self::Page => "page",
        }
    }
}

/// The ways that a site names, each once and in the order in which they are offered. Words that name none are passed over.
#[must_use]
pub fn ways(named: &str) -> Vec<GivenWay> {
    let named: Vec<&str> = named.split_whitespace().collect();
    GivenWay::ALL
        .into_iter()
        .filter(|way| named.contains(&way.name()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{GivenWay, ways};

    #[test]
    fn ways_are_named_by_the_site() {
        assert_eq!(ways("page  file file"), [GivenWay::File, GivenWay::Page]);
        assert_eq!(ways("collaborate"), []);
    }
}
