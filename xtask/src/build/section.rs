//! Sections of WebAssembly files that a browser hands out before anything in them runs.

use anyhow::{Context, Result};

/// A WebAssembly file with one more section of its own, at its end.
pub(super) fn with(mut wasm: Vec<u8>, name: &str, data: &[u8]) -> Result<Vec<u8>> {
    let mut inside = Vec::new();
    number(&mut inside, name.len())?;
    inside.extend(name.as_bytes());
    inside.extend(data);
    wasm.push(0);
    number(&mut wasm, inside.len())?;
    wasm.extend(inside);
    Ok(wasm)
}

/// A length as the binary format has it: seven bits a byte, the lowest first.
fn number(into: &mut Vec<u8>, length: usize) -> Result<()> {
    let mut left = u32::try_from(length).context("a section is longer than the format allows")?;
    loop {
        let [low, ..] = (left & 0x7f).to_le_bytes();
        left >>= 7;
        if left == 0 {
            into.push(low);
            return Ok(());
        }
        into.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::with;
    use wasmparser::{Parser, Payload};

    fn found(wasm: &[u8], name: &str) -> Option<Vec<u8>> {
        let mut payloads = Parser::new(0).parse_all(wasm).flatten();
        payloads.find_map(|payload| match payload {
            Payload::CustomSection(section) if section.name() == name => Some(section.data().to_vec()),
            _ => None,
        })
    }

    #[test]
    fn a_file_holds_sections_of_every_length() -> anyhow::Result<()> {
        for length in [0, 1, 127, 128, 16_383, 16_384, 70_000] {
            let data = vec![b'x'; length];
            let wasm = with(with(b"\0asm\x01\0\0\0".to_vec(), "one", &data)?, "two", b"2")?;
            assert_eq!(found(&wasm, "one"), Some(data), "{length}");
            assert_eq!(found(&wasm, "two").as_deref(), Some(b"2".as_slice()));
        }
        Ok(())
    }
}
