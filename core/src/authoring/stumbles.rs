//! What word processors, spreadsheets and pasted texts leave in a file, known by its look: a reader of TOML stumbles over it
//! and blames something else.

use std::ops::Range;

/// Something in a line that a reader of TOML stumbles over.
pub(super) struct Stumble {
    /// Where it stands, in bytes of the line.
    pub(super) at: Range<usize>,
    /// What it is, in words.
    pub(super) message: String,
    /// What to write instead.
    pub(super) remedy: String,
    /// Whether a list is open where it stands: what a reader says of the lines after it then comes of it.
    pub(super) in_list: bool,
}

/// The first thing in a line that a reader stumbles over. Lines of texts of several lines follow other rules.
pub(super) fn of_line(line: &str) -> Option<Stumble> {
    if line.contains("\"\"\"") || line.contains("'''") {
        return None;
    }
    let parts = parts(line);
    let bare = parts.iter().filter(|part| part.bare);
    bare.clone()
        .find_map(|part| invisible(line, part))
        .or_else(|| quote(line, &parts))
        .or_else(|| bare.clone().find_map(|part| comma(line, part)))
        .or_else(|| bullet(line))
}

/// A stretch of a line: a text with its quotation marks, or what stands between texts.
struct Part {
    at: Range<usize>,
    bare: bool,
    /// The quotation mark of a text.
    mark: char,
    /// Lists that are open where it begins.
    lists: usize,
    /// Whether a text was ended.
    closed: bool,
}

fn parts(line: &str) -> Vec<Part> {
    let mut out = Vec::new();
    let (mut begins, mut lists) = (0, 0_usize);
    let mut letters = line.char_indices();
    let mut push = |at: Range<usize>, bare, mark, lists, closed| {
        if !at.is_empty() {
            out.push(Part {
                at,
                bare,
                mark,
                lists,
                closed,
            });
        }
    };
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' | '\'' => {
                push(begins..at, true, ' ', lists, true);
                let mut end = None;
                while let Some((next, inner)) = letters.next() {
                    if inner == '\\' && letter == '"' {
                        letters.next();
                    } else if inner == letter {
                        end = Some(next + 1);
                        break;
                    }
                }
                push(at..end.unwrap_or(line.len()), false, letter, lists, end.is_some());
                begins = end.unwrap_or(line.len());
            }
            '#' => {
                push(begins..at, true, ' ', lists, true);
                return out;
            }
            '[' => lists += 1,
            ']' => lists = lists.saturating_sub(1),
            _ => {}
        }
    }
    push(begins..line.len(), true, ' ', lists, true);
    out
}

/// A space or a mark that nobody sees, outside of texts.
fn invisible(line: &str, part: &Part) -> Option<Stumble> {
    let text = line.get(part.at.clone())?;
    let (at, found) = text.char_indices().find(|(_, c)| unseen(*c).is_some())?;
    let start = part.at.start + at;
    Some(Stumble {
        at: start..start + found.len_utf8(),
        message: format!("{} stands here, which cannot be seen", unseen(found)?),
        remedy: "delete it and type an ordinary space; word processors and web pages put it there".to_owned(),
        in_list: part.lists > 0,
    })
}

/// What a character is that looks like a space or like nothing.
pub(super) fn unseen(c: char) -> Option<String> {
    let name = match c {
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => "a mark without width",
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{85}' => "a line break of a word processor",
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => "a space of another width",
        _ => return None,
    };
    Some(format!("{name} (U+{:04X})", u32::from(c)))
}

/// A quotation mark inside a text, which ends it there: right after a text stands a word.
fn quote(line: &str, parts: &[Part]) -> Option<Stumble> {
    let found = parts.windows(2).find(|pair| {
        let [text, after] = pair else { return false };
        let rest = line.get(after.at.clone()).unwrap_or_default().trim_start();
        let goes_on = match after.bare {
            true => rest.starts_with(|c: char| c.is_alphanumeric() || "(-–—!?:;%€£$&/*".contains(c)),
            false => true,
        };
        !text.bare && text.closed && goes_on
    })?;
    let [text, _] = found else { return None };
    let at = text.at.end.saturating_sub(1);
    let (what, instead) = match text.mark {
        '\'' => ("an apostrophe", "begin and end the text with \" instead of '"),
        _ => (
            "a straight quotation mark",
            "inside a text write ' or curly marks, “like these”, instead of \"",
        ),
    };
    Some(Stumble {
        at: at..text.at.end,
        message: format!("{what} inside a text ends it here"),
        remedy: instead.to_owned(),
        in_list: text.lists > 0,
    })
}

/// A number with a comma: of thousands, or of decimals.
fn comma(line: &str, part: &Part) -> Option<Stumble> {
    let text = line.get(part.at.clone())?;
    for (at, _) in text.match_indices(',') {
        let before: String = digits(text.get(..at)?.chars().rev());
        let before: String = before.chars().rev().collect();
        let after = digits(text.get(at + 1..)?.chars());
        let lead = text.get(..at - before.len())?.trim_end();
        let tail = text.get(at + 1 + after.len()..)?;
        if before.is_empty()
            || after.is_empty()
            || !lead.ends_with(['=', '-'])
            || tail.starts_with(['.', '_'])
        {
            continue;
        }
        let typed = format!("{before},{after}");
        let start = part.at.start + at - before.len();
        let thousands = after.len() == 3 && !before.starts_with('0');
        let (message, remedy) = if thousands {
            (
                format!("`{typed}` has a comma for thousands"),
                format!("write {before}{after}; a decimal comma would be \"{before}.{after}\""),
            )
        } else {
            (
                format!("`{typed}` has a decimal comma"),
                format!("write a full stop, and quotation marks around it: \"{before}.{after}\""),
            )
        };
        return Some(Stumble {
            at: start..start + typed.len(),
            message,
            remedy,
            in_list: part.lists > 0,
        });
    }
    None
}

fn digits(letters: impl Iterator<Item = char>) -> String {
    letters.take_while(char::is_ascii_digit).collect()
}

/// The bullet of a word processor before a line that is in no quotation marks.
fn bullet(line: &str) -> Option<Stumble> {
    let start = line.len() - line.trim_start().len();
    let sign = line.trim_start().chars().next().filter(|c| is_bullet(*c))?;
    Some(Stumble {
        at: start..start + sign.len_utf8(),
        message: format!("the bullet `{sign}` of a word processor stands before a text"),
        remedy: "write each line as a text between quotation marks, all of them in square brackets, with commas between them"
            .to_owned(),
        in_list: false,
    })
}

/// The signs of lists in word processors.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '·'
            | '▪'
            | '◦'
            | '‣'
            | '●'
            | '○'
            | '■'
            | '□'
            | '➢'
            | '✓'
            | '–'
            | '—'
            | '*'
            | '\u{f0b7}'
            | '\u{f0a7}'
    )
}

/// A file of another program, known by its first bytes: what it is, and what to do.
pub(super) fn of_file(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const UTF8: &str = "save it again as UTF-8; Notepad calls it UTF-8, and not Unicode";
    const PLAIN: &str =
        "copy its text into a plain text file, and save that as UTF-8 with the name `aid.toml`";
    let zeros = bytes.iter().take(400).filter(|byte| **byte == 0).count();
    Some(match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            ("the file is UTF-16, in which every letter takes two bytes", UTF8)
        }
        [b'P', b'K', 3, 4, ..] => ("the file is a Word, Excel or zip file", PLAIN),
        [b'{', b'\\', b'r', b't', b'f', ..] => ("the file is rich text (RTF)", PLAIN),
        [b'%', b'P', b'D', b'F', ..] => ("the file is a PDF", PLAIN),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("the file is of an old version of Word or Excel", PLAIN),
        _ if zeros > 100 => ("the file is UTF-16 or UTF-32, and not UTF-8", UTF8),
        _ => return None,
    })
}
