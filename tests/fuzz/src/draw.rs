//! Drawing by a number, and damage to text.

/// Draws that follow from a number alone (SplitMix64, which is in the public domain).
#[derive(Clone, Debug)]
pub struct Draw(u64);

impl Draw {
    /// The draws of one input: those of its neighbours have nothing to do with them.
    #[must_use]
    pub fn new(seed: u64, number: u64) -> Self {
        let mut draw = Self(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// Whether one of `of` times comes up.
    pub fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    /// How many pieces of damage: mostly one, now and then as many as `most`.
    pub fn pieces(&mut self, most: usize) -> usize {
        if self.one_in(3) { 1 + self.below(most) } else { 1 }
    }

    /// One of them.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Values that readers stumble over.
pub const ODD: [&str; 44] = [
    "0",
    "-0.0",
    "-1",
    "1",
    "2",
    "99",
    "100",
    "101",
    "1000",
    "10000",
    "65535",
    "4294967295",
    "4294967296",
    "-9223372036854775808",
    "18446744073709551616",
    "1e308",
    "1e-320",
    "0.1",
    "1.0000000000000002",
    "NaN",
    "Infinity",
    "true",
    "null",
    "\"\"",
    "\" \"",
    "[]",
    "{}",
    "[[]]",
    "\"\\u0000\"",
    "\"\u{202e}\"",
    "\"\u{200b}\"",
    "\"\\ud800\"",
    "\"<script>\"",
    "\"javascript:alert(1)\"",
    "\"{a.b@1y}\"",
    "\"{\"",
    "\"\u{1F600}\"",
    "\"__proto__\"",
    "\"2027-02-30\"",
    "\"=1+1\"",
    "\"\"\"",
    "'",
    "\\",
    "\u{feff}",
];

/// A text with one to six pieces of damage; `others` lend parts.
pub fn damaged(draw: &mut Draw, text: &str, others: &[String]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..draw.pieces(6) {
        let at = draw.below(bytes.len() + 1);
        match draw.below(8) {
            0 => {
                let byte = u8::try_from(draw.below(256)).unwrap_or(0);
                if let Some(there) = bytes.get_mut(at) {
                    *there = byte;
                }
            }
            1 | 2 => {
                let odd = draw.of(&ODD).copied().unwrap_or_default();
                bytes.splice(at..at, odd.bytes());
            }
            3 => {
                let end = (at + draw.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let end = (at + draw.below(200)).min(bytes.len());
                let part = bytes.get(at..end).unwrap_or_default().to_vec();
                let to = draw.below(bytes.len() + 1);
                bytes.splice(to..to, part);
            }
            5 => number(draw, &mut bytes, at),
            6 => {
                let other = draw.of(others).map_or(&[][..], |text| text.as_bytes());
                let from = draw.below(other.len() + 1);
                let end = (from + draw.below(300)).min(other.len());
                bytes.splice(at..at, other.get(from..end).unwrap_or_default().to_vec());
            }
            _ if draw.one_in(6) => bytes.truncate(at),
            _ => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Puts an odd number in the place of the next one.
fn number(draw: &mut Draw, bytes: &mut Vec<u8>, from: usize) {
    let rest = bytes.get(from..).unwrap_or_default();
    let Some(begin) = rest.iter().position(u8::is_ascii_digit) else {
        return;
    };
    let long = rest
        .iter()
        .skip(begin)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let odd = ODD.get(draw.below(19)).copied().unwrap_or_default();
    bytes.splice(from + begin..from + begin + long, odd.bytes());
}

#[cfg(test)]
mod tests {
    use super::{Draw, damaged};

    #[test]
    fn a_number_is_all_that_an_input_needs() {
        let text = "title = \"one\"\ncount = 12\n";
        let input = |number| damaged(&mut Draw::new(7, number), text, &[text.to_owned()]);
        for number in 0..200 {
            assert_eq!(input(number), input(number));
        }
        let different = (0..200).filter(|number| input(*number) != text).count();
        assert!(different > 150, "{different} of 200 are damaged");
    }
}
