//! Checks the addresses and DOIs of an aid: what a reader presses leads where it says.

use super::Checker;
use super::texts::{is_hidden, named};
use crate::format::{At, Code};

impl Checker<'_> {
    pub(super) fn addresses(&mut self) {
        let (doc, root) = (self.doc, At::ROOT);
        for (index, source) in doc.sources.iter().enumerate() {
            let place = root.item("source", index);
            if source.doi.as_deref().is_some_and(|doi| {
                !doi.starts_with("10.")
                    || !doi.contains('/')
                    || doi.contains(|c: char| c.is_whitespace() || is_hidden(c))
            }) {
                report!(
                    self,
                    Code::BadAddress,
                    place.key("doi"),
                    format!(
                        "`{}` is not a bare DOI",
                        source.doi.as_deref().unwrap_or_default()
                    ),
                    "write it from `10.` on, without https://doi.org/",
                );
            }
            self.address(source.url.as_deref(), &place);
        }
        for (index, support) in doc.support.iter().enumerate() {
            self.address(support.url.as_deref(), &root.item("support", index));
        }
    }

    fn address(&mut self, url: Option<&str>, place: &At<'_>) {
        let Some(url) = url else { return };
        let place = place.key("url");
        if let Some(hidden) = url.chars().find(|c| is_hidden(*c)) {
            report!(
                self,
                Code::BadAddress,
                place,
                format!("the address holds {}", named(hidden)),
                "copy it again from the address bar of a browser",
            );
        } else if let Err(wrong) = linkable(url) {
            report!(
                self,
                Code::BadAddress,
                place,
                format!("`{url}` is not a web address that can be linked: {wrong}"),
                "write the whole address, starting with https://",
            );
        }
    }
}

/// Whether a link leads where it says: the host alone, in characters that are seen.
fn linkable(url: &str) -> Result<(), &'static str> {
    let rest = url
        .strip_prefix("https://")
        .ok_or("it does not start with https://")?;
    if rest.contains(char::is_whitespace) {
        return Err("it has a space in it");
    }
    if rest.contains(['\\', '"', '<', '>', '`', '{', '}', '|', '^']) {
        return Err("it has a character in it that addresses do not have");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Err("it has a name before the host, so that it looks like another address");
    }
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    if port.is_some_and(|port| port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err("what stands after the colon is no port");
    }
    if name.is_empty() {
        return Err("it has no host");
    }
    let part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    if !name.strip_suffix('.').unwrap_or(name).split('.').all(part) {
        return Err("its host is not written as hosts are");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_leads_where_it_says_is_linked() {
        for url in [
            "https://prostatecanceruk.org",
            "https://www.nhs.uk/conditions/?a=1#b",
            "https://example.org:8443/x@y",
            "https://żółw.pl/a_b",
            "https://doi.org/10.1000/(182)",
        ] {
            assert_eq!(linkable(url), Ok(()), "{url}");
        }
        for url in [
            "http://example.org",
            "https://",
            "https:///x",
            "https://[::1",
            "https://user:pass@example.org",
            "https://example.org@evil.example",
            "https://a b.org",
            "https://a..b",
            "https://-a.org",
            "https://.org",
            "https://example.org:port",
            "https://example.org:",
            "https://example.org\\evil",
            "https://example.org/<x>",
            "javascript:alert(1)",
        ] {
            assert!(linkable(url).is_err(), "{url}");
        }
    }
}
