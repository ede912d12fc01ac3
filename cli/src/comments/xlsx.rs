//! A table as a workbook for spreadsheets: Office Open XML (ECMA-376) with one sheet of texts, in a zip file without compression.
//!
//! Every cell is text, so nothing that somebody wrote is ever a formula. See decision 0079 for why no library writes it.

use std::fmt::Write as _;

/// Most letters of a cell, as spreadsheets count them (units of UTF-16). A file with more is refused by them.
const LONGEST_CELL: usize = 32_767;
/// Stands at the end of a cell that had to be cut.
const CUT: &str = " […] (the whole text is in the file of comments)";

/// One part of the file: its name and its text.
type Part<'p> = (&'p str, &'p str);

const TYPES: Part<'_> = (
    "[Content_Types].xml",
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#,
);
const ROOT: Part<'_> = (
    "_rels/.rels",
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
);
const BOOK: Part<'_> = (
    "xl/workbook.xml",
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Comments" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
);
const BOOK_PARTS: Part<'_> = (
    "xl/_rels/workbook.xml.rels",
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
);
/// Two styles: wrapped text, and the same in bold for the first line. All cells are of the format "text" (49).
const STYLES: Part<'_> = (
    "xl/styles.xml",
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#,
);

/// The workbook: a line of headings that stays in view and can be filtered by, and the rows. `widths` are of the columns, in letters.
pub(super) fn workbook<const N: usize>(head: [&str; N], rows: &[[String; N]], widths: [u32; N]) -> Vec<u8> {
    let mut sheet = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#,
    );
    // A string takes any text.
    for (at, width) in widths.iter().enumerate() {
        let at = at + 1;
        let _ = write!(
            sheet,
            "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" style=\"0\" customWidth=\"1\"/>"
        );
    }
    sheet.push_str("</cols><sheetData>");
    row(&mut sheet, 1, 1, head.iter().copied());
    for (at, cells) in rows.iter().enumerate() {
        row(&mut sheet, at + 2, 0, cells.iter().map(String::as_str));
    }
    let last = column(N.saturating_sub(1));
    let _ = write!(
        sheet,
        "</sheetData><autoFilter ref=\"A1:{last}{}\"/></worksheet>",
        rows.len() + 1
    );
    zipped(&[
        TYPES,
        ROOT,
        BOOK,
        BOOK_PARTS,
        STYLES,
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn row<'t>(sheet: &mut String, number: usize, style: u8, cells: impl Iterator<Item = &'t str>) {
    let _ = write!(sheet, "<row r=\"{number}\">");
    for (at, text) in cells.enumerate().filter(|(_, text)| !text.is_empty()) {
        let name = column(at);
        let _ = write!(
            sheet,
            "<c r=\"{name}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        );
        write_text(sheet, text);
        sheet.push_str("</t></is></c>");
    }
    sheet.push_str("</row>");
}

/// "A", "B"; there are fewer columns than letters.
fn column(at: usize) -> char {
    let letter = u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at));
    letter.map_or('A', char::from)
}

/// A text as the format writes it. Signs that XML has no way to hold are `_x0007_`, and what only looks like one is kept as it is.
fn write_text(out: &mut String, text: &str) {
    let fits = text.encode_utf16().count() <= LONGEST_CELL;
    let room = if fits {
        LONGEST_CELL
    } else {
        LONGEST_CELL - CUT.encode_utf16().count()
    };
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.len_utf16();
        if used > room {
            out.push_str(CUT);
            return;
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            '_' if looks_escaped(text.get(at..).unwrap_or_default()) => out.push_str("_x005F_"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Whether a text begins with `_x`, four digits of base 16, and `_`.
fn looks_escaped(text: &str) -> bool {
    let mut letters = text.chars();
    let begins = letters.next() == Some('_') && letters.next() == Some('x');
    begins
        && (0..4).all(|_| letters.next().is_some_and(|c| c.is_ascii_hexdigit()))
        && letters.next() == Some('_')
}

/// Parts in a zip file (APPNOTE 6.3), stored as they are, all of the same day: the same table is the same file.
fn zipped(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut out, mut index) = (Vec::new(), Vec::new());
    // 1 January 1980, as the format counts days.
    const DAY: u16 = 0x0021;
    // Names are UTF-8.
    const FLAGS: u16 = 0x0800;
    let long = |size: usize| u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes();
    let short = |number: u16| number.to_le_bytes();
    for (name, text) in parts {
        let at = long(out.len());
        let mut about = Vec::new();
        for number in [20, FLAGS, 0, 0, DAY] {
            about.extend(short(number));
        }
        about.extend(checksum(text.as_bytes()).to_le_bytes());
        about.extend(long(text.len()));
        about.extend(long(text.len()));
        about.extend(short(u16::try_from(name.len()).unwrap_or(u16::MAX)));
        about.extend(short(0));
        out.extend(*b"PK\x03\x04");
        out.extend(&about);
        out.extend(name.as_bytes());
        out.extend(text.as_bytes());
        index.extend(*b"PK\x01\x02");
        index.extend(short(20));
        index.extend(&about);
        // No comment, the first disk, nothing about the file inside or outside.
        index.extend([0; 10]);
        index.extend(at);
        index.extend(name.as_bytes());
    }
    let count = short(u16::try_from(parts.len()).unwrap_or(u16::MAX));
    let at = long(out.len());
    let size = long(index.len());
    out.extend(index);
    out.extend(*b"PK\x05\x06");
    out.extend([0; 4]);
    for bytes in [count.as_slice(), &count, &size, &at, &[0, 0]] {
        out.extend(bytes);
    }
    out
}

/// CRC-32, as zip files have it.
fn checksum(bytes: &[u8]) -> u32 {
    let table: [u32; 256] = std::array::from_fn(|byte| {
        let byte = u32::try_from(byte).unwrap_or(0);
        (0..8).fold(byte, |sum, _| {
            if sum & 1 == 1 {
                (sum >> 1) ^ 0xEDB8_8320
            } else {
                sum >> 1
            }
        })
    });
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        let at = usize::from(sum.to_le_bytes().first().copied().unwrap_or_default() ^ byte);
        table.get(at).copied().unwrap_or(0) ^ (sum >> 8)
    });
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn no_sign_ends_a_cell_and_none_is_lost() {
        let mut out = String::new();
        write_text(&mut out, "</t>&\u{7} _x0041_ _x004_");
        assert_eq!(out, "&lt;/t&gt;&amp;_x0007_ _x005F_x0041_ _x004_");
    }

    #[test]
    fn what_is_too_long_for_a_cell_says_so() {
        let mut out = String::new();
        write_text(&mut out, &"😀".repeat(20_000));
        assert!(out.ends_with(CUT) && out.encode_utf16().count() <= LONGEST_CELL);
        let whole = "x".repeat(LONGEST_CELL);
        let mut out = String::new();
        write_text(&mut out, &whole);
        assert_eq!(out, whole);
    }
}
