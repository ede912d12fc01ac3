//! Markup by hand: one page without script has few kinds of elements.

/// A text as markup shows it, also in an attribute.
pub(super) fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Controls and marks of direction could turn what stands beside them.
            c if c.is_control() && c != '\n' => out.push('\u{fffd}'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// An element around markup.
pub(super) fn tag(name: &str, inside: &str) -> String {
    format!("<{name}>{inside}</{name}>\n")
}

/// A paragraph of text.
pub(super) fn p(text: &str) -> String {
    tag("p", &safe(text))
}

/// A list of markup.
pub(super) fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| tag("li", item)).collect();
    tag("ul", &items)
}

/// A table that scrolls by itself on a narrow screen and can be reached with the keyboard to do so.
pub(super) fn table(caption: &str, head: &[&str], body: &str) -> String {
    let head: String = head
        .iter()
        .map(|cell| format!("<th scope=\"col\">{}</th>", safe(cell)))
        .collect();
    let caption = safe(caption);
    format!(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{caption}\"><table>\n<caption>{caption}</caption>\n\
         <thead><tr>{head}</tr></thead>\n{body}</table></div>\n"
    )
}

/// A row: a heading and cells of markup.
pub(super) fn row(heading: &str, cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", safe(heading))
}

/// The heading of some rows.
pub(super) fn rows_of(heading: &str, columns: usize) -> String {
    format!(
        "<tr class=\"way\"><th scope=\"rowgroup\" colspan=\"{columns}\">{}</th></tr>\n",
        safe(heading)
    )
}
