//! Reads TOML into the tree of a file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::stumbles;
use crate::aid::{Code, MOST_PROBLEMS, Place, Problem, Severity};
use crate::format::locate;
use crate::format::tree::{Entry, Node, Value};

/// Takes a file apart. When it is not TOML, what is given twice and the first slip of every field. After a list that was
/// left open nothing is told: what a reader stumbles over there mostly comes of it.
pub(super) fn parse<'t>(text: &'t str, file: &str) -> Result<Node<'t>, Vec<Problem>> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node {
            span: tree.span(),
            value: table(tree.into_inner()),
        });
    }
    let mut errors: Vec<(usize, &toml::de::Error)> = errors
        .iter()
        .map(|error| (error.span().map_or(text.len(), |span| span.start), error))
        .collect();
    errors.sort_by_key(|(at, _)| *at);
    let twice = |error: &toml::de::Error| error.message().contains("duplicate key");
    let torn = errors.iter().any(|(_, error)| !twice(error));
    let (mut problems, mut line, mut open) = (Vec::<Problem>::new(), None, false);
    let (mut here, mut seen, mut rest) = (0, 0, 0);
    for (at, error) in errors {
        // From the last one on: a line of a megabyte has as many slips as letters.
        let since = text.get(seen..at).unwrap_or_default();
        here = since.rfind('\n').map_or(here, |newline| seen + newline + 1);
        seen = at.max(seen);
        if problems.len() >= MOST_PROBLEMS {
            rest += 1;
            continue;
        }
        if twice(error) {
            // A list of tables is only taken for one table after a header that was torn.
            if !(torn && line_of(text, at).trim_start().starts_with("[[")) {
                problems.push(syntax(error, text, file));
            }
        } else if line.is_none() || (line != Some(here) && !open && !goes_on(line_of(text, at))) {
            line = Some(here);
            let stumble = stumbles::of_line(line_of(text, at));
            open = stumble.as_ref().is_some_and(|stumble| stumble.in_list)
                || left_open(text, at).is_some_and(|open| text.as_bytes().get(open) == Some(&b'['));
            let problem = syntax(error, text, file);
            // A text left open stops the reader on its own line and on the next.
            if problems.last().is_none_or(|last| last.span != problem.span) {
                problems.push(problem);
            }
        }
    }
    if rest > 0 {
        problems.push(placed(Problem::more(rest, Severity::Error), text, file, 0..0));
    }
    Err(problems)
}

fn table(table: DeTable<'_>) -> Value<'_> {
    let mut entries = Vec::new();
    for (key, value) in table {
        entries.push(Entry {
            key_span: key.span(),
            key: key.into_inner(),
            node: node(value),
        });
    }
    Value::Table(entries)
}

fn node(value: Spanned<DeValue<'_>>) -> Node<'_> {
    let span = value.span();
    let kind = value.get_ref().type_str();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => match u64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Other(kind),
        },
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Array(list) => Value::List(list.into_iter().map(node).collect()),
        DeValue::Table(inner) => table(inner),
        DeValue::Float(_) | DeValue::Datetime(_) => Value::Other(kind),
    };
    Node { value, span }
}

fn syntax(error: &toml::de::Error, text: &str, file: &str) -> Problem {
    let said = error.message();
    let mut span: Range<usize> = error.span().unwrap_or(text.len()..text.len());
    let (code, said, remedy) = if said.contains("duplicate key") {
        (Code::DuplicateKey, "this is given twice", "keep one of the two")
    } else if said.contains("recurs") {
        (
            Code::Syntax,
            "tables or lists are nested too deep",
            "the format is five deep at most; look for a bracket that is not closed",
        )
    } else if line_of(text, span.start).contains(['\u{201c}', '\u{201d}']) {
        (
            Code::Syntax,
            "these are curly quotation marks",
            "type straight ones, \"like these\"; some editors make them curly by themselves",
        )
    } else if let Some(found) = stumbles::of_line(line_of(text, span.start)) {
        let start = start_of_line(text, span.start);
        let problem = Problem::new(Code::Syntax, Place::root(), found.message, found.remedy);
        return placed(problem, text, file, start + found.at.start..start + found.at.end);
    } else if let Some(open) = left_open(text, span.start) {
        span = open..open + 1;
        let problem = Problem::new(
            Code::Syntax,
            Place::root(),
            "this text or list is never closed",
            "end a text with \" and a list with ]; inside a text write ' instead of \"",
        );
        return placed(problem, text, file, span);
    } else {
        let remedy = if said.contains("unquoted key") {
            "a name has letters without accents, digits, `-` and `_`; after it comes `=`"
        } else if said.contains("quoted") {
            "put a text between straight quotation marks; write a number with digits alone"
        } else if said.contains("missing comma") {
            "put a comma between one thing and the next"
        } else if said.contains("carriage return") {
            "save the file again with the line ends of Unix (LF) or Windows (CRLF)"
        } else if said.contains("unexpected key or value") {
            "end the line after the value; inside a text write ' instead of \""
        } else {
            "see how the lines around it are written: `name = value`, texts between quotation marks, lists in square brackets"
        };
        (Code::Syntax, said, remedy)
    };
    let name = text
        .get(span.clone())
        .map(str::trim)
        .filter(|t| !t.is_empty() && t.len() <= 40 && !t.contains('\n'));
    let message = match name {
        Some(name) => format!("{said}: `{}`", name.escape_debug()),
        None => said.to_owned(),
    };
    placed(
        Problem::new(code, Place::root(), message, remedy),
        text,
        file,
        span,
    )
}

fn placed(mut problem: Problem, text: &str, file: &str, span: Range<usize>) -> Problem {
    locate::place(&mut problem, Some(file), text, span);
    problem
}

fn start_of_line(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_of(text: &str, at: usize) -> &str {
    let (start, after) = (start_of_line(text, at), text.get(at..).unwrap_or_default());
    let end = at + after.find('\n').unwrap_or(after.len());
    text.get(start..end).unwrap_or_default()
}

/// Where a text or list begins that was left open before `at`. A text of one line ends with its line, closed or not; a list
/// was left open when the file ends in it or the next field begins.
fn left_open(text: &str, at: usize) -> Option<usize> {
    let line = line_of(text, at);
    let here = text.get(..at)?.len() - text.get(..at)?.rsplit('\n').next()?.len();
    let read = text.get(..here + line.len())?;
    // Texts of several lines follow other rules.
    if read.contains("\"\"\"") || read.contains("'''") {
        return None;
    }
    let mut lists: Vec<usize> = Vec::new();
    let mut begins = 0;
    for part in read.split_inclusive('\n') {
        if begins == here && begins_field(line) && !lists.is_empty() {
            return lists.pop();
        }
        let mut quote: Option<(usize, char)> = None;
        let mut letters = part.char_indices();
        while let Some((index, letter)) = letters.next() {
            match (quote, letter) {
                (Some((_, '"')), '\\') => drop(letters.next()),
                (Some((_, open)), _) if letter == open => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some((begins + index, letter)),
                (None, '#') => break,
                (None, '[') => lists.push(begins + index),
                (None, ']') => drop(lists.pop()),
                (None, _) => {}
            }
        }
        if let Some((open, _)) = quote {
            return Some(open);
        }
        begins += part.len();
    }
    if at >= text.trim_end().len() {
        lists.pop()
    } else {
        None
    }
}

/// Reads the next entry of a list, or finds its end.
fn goes_on(line: &str) -> bool {
    line.trim_start()
        .starts_with(['"', '\'', '\u{201c}', '\u{201d}', '{', '}', ']'])
}

/// Reads a line `name = …` or `[name]`.
fn begins_field(line: &str) -> bool {
    let name = line.split('=').next().unwrap_or_default().trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    line.contains('=') && !name.is_empty() && name.chars().all(plain) || line.trim_start().starts_with("[[")
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn said(text: &str) -> String {
        let problems = parse(text, "aid.toml").expect_err("it is damaged");
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_was_left_open_is_named_where_it_begins() {
        for (text, place) in [
            ("a = [\"one\", \"two]\nb = \"three\"\n", "1:13"),
            ("a = [\"one\",\n  \"two\"\nb = \"three\"\nc = 1\n", "1:5"),
            ("a = [\"one\n  and more\"]\nb = 1\n", "1:6"),
            ("a = 1\nb = [\"one\",\n[[c]]\nd = 1\n", "2:5"),
            ("a = [\"one\"", "1:5"),
        ] {
            let said = said(text);
            assert!(said.contains("never closed") && said.contains(place), "{said}");
        }
    }

    #[test]
    fn slips_on_lines_of_their_own_are_all_told() {
        let text = "a = \u{201c}one\u{201d}\nb = one\n[[c]]\ne = \"a \"b\" c\"\nf = \n  \"g\",\n]\n";
        let problems = parse(text, "aid.toml").expect_err("it is damaged");
        let lines: Vec<Option<u32>> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [1, 2, 4, 5].map(Some), "{problems:?}");
    }

    #[test]
    fn other_slips_are_not_taken_for_it() {
        let comma = said("a = [\n  \"one\"\n  \"two\",\n]\n");
        assert!(comma.contains("comma") && comma.contains("3:3"), "{comma}");
        let curly = said("a = \u{201c}one\u{201d}\n");
        assert!(curly.contains("curly"), "{curly}");
        let bare = said("a = one\n");
        assert!(bare.contains("straight quotation marks"), "{bare}");
    }
}
