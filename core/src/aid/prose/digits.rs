//! Digits of every script, by their value.

/// The zero of each run of ten decimal digits (Unicode 17, general category Nd). The digits 1 to 9 follow each.
const ZEROS: [u32; 77] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50,
    0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40,
    0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA,
    0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60,
    0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0,
    0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The digit as it is written in English, when it is one.
pub(super) fn ascii_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_decimal_digit_of_unicode_is_known() {
        let digit = regex::Regex::new(r"^\p{Nd}$").expect("a pattern");
        let mut known = 0;
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            if digit.is_match(c.encode_utf8(&mut [0; 4])) {
                assert!(ascii_digit(c).is_some(), "U+{:04X} is a digit", u32::from(c));
                known += 1;
            }
        }
        assert!(known >= 660, "{known}");
        for (c, value) in [
            ('٤', '4'),
            ('۹', '9'),
            ('२', '2'),
            ('７', '7'),
            ('𝟗', '9'),
            ('0', '0'),
        ] {
            assert_eq!(ascii_digit(c), Some(value), "{c}");
        }
        for c in ['a', '½', '²', 'Ⅳ', '٪', '/', ':'] {
            assert_eq!(ascii_digit(c), None, "{c}");
        }
    }

    #[test]
    fn the_runs_are_in_order_and_do_not_overlap() {
        for pair in ZEROS.windows(2) {
            assert!(pair[1] - pair[0] >= 10, "{pair:X?}");
        }
    }
}
