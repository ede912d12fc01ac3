//! `sign`, `verify` and `build --sign` as a person runs them.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use common::{folder, root, text, weighup};
use minisign::{PublicKey, SignatureBox};

const KEY: &str = "tests/fixtures/signing/test.key";
const LOCKED: &str = "tests/fixtures/signing/locked.key";
const PUBLIC: &str = "tests/fixtures/signing/test.pub";
const PASSWORD: &str = "a test and nothing else";
const SOUND: &str = "tests/fixtures/aids/sound";
/// An aid with translations.
const TRANSLATED: &str = "decision-aids/carpal-tunnel";

/// Compiled aids in a folder of the test's own, with whatever more `build` is told.
fn built(name: &str, aid: &str, more: &[&str]) -> PathBuf {
    let out = folder(name);
    let output = weighup(&[&["build", "--out", out.to_str().unwrap()], more, &[aid]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    out.join("aids")
}

fn verify(what: &Path) -> (Option<i32>, String) {
    let output = weighup(&["verify", "--key", PUBLIC, what.to_str().unwrap()]);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

/// Signs with a locked key; the password comes by standard input, or in the environment.
fn with_password(aid: &Path, input: &str, variable: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighup"));
    command.args(["sign", "--key", LOCKED, aid.to_str().unwrap()]);
    command.current_dir(root()).env_remove("WEIGHUP_KEY_PASSWORD");
    if let Some(password) = variable {
        command.env("WEIGHUP_KEY_PASSWORD", password);
    }
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = pipes.stderr(Stdio::piped()).spawn().unwrap();
    // A command that needs no password may be gone by then.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn build_signs_every_aid_and_translation_and_nothing_else() {
    let aids = built("signed", TRANSLATED, &["--sign", KEY]);
    let names = |ending: &str| {
        let files = fs::read_dir(&aids).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut stems: Vec<String> = names
            .filter_map(|name| name.strip_suffix(ending).map(str::to_owned))
            .collect();
        stems.sort();
        stems
    };
    let signed = names(".json.minisig");
    assert_eq!(signed, ["carpal-tunnel", "carpal-tunnel.cy", "carpal-tunnel.ur"]);
    let (code, said) = verify(&aids);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        said.matches("signed with the key F7720D071B77434F").count(),
        3,
        "{said}"
    );
    assert!(
        said.contains("carpal-tunnel.cy.json: carpal-tunnel ") && said.contains(" in cy, signed"),
        "{said}"
    );
    // The same bytes have the same signature: two builds are alike.
    let again = built("signed-again", TRANSLATED, &["--sign", KEY]);
    let one = fs::read(aids.join("carpal-tunnel.json.minisig")).unwrap();
    assert_eq!(one, fs::read(again.join("carpal-tunnel.json.minisig")).unwrap());
}

#[test]
fn another_program_for_minisign_takes_our_signatures() {
    let aids = built("second-opinion", SOUND, &["--sign", KEY]);
    let key = PublicKey::from_file(root().join(PUBLIC)).unwrap();
    let signature = SignatureBox::from_file(aids.join("fixture.json.minisig")).unwrap();
    let check = |bytes: Vec<u8>| minisign::verify(&key, &signature, Cursor::new(bytes), true, false, true);
    let bytes = fs::read(aids.join("fixture.json")).unwrap();
    check(bytes.clone()).unwrap();
    check([&bytes[..], b" "].concat()).unwrap_err();
    assert!(!signature.is_prehashed());
    let comment = signature.trusted_comment().unwrap();
    let hash = weighup_core::aid::Aid::from_json(&text(&bytes)).unwrap();
    assert!(
        comment.starts_with("file:fixture.json\tid:fixture\tversion:")
            && comment.ends_with(&format!("\tlanguage:en-GB\tsha256:{}", hash.hash().as_str())),
        "{comment}"
    );
}

#[test]
fn what_is_not_as_it_was_signed_is_told_by_its_file() {
    let aids = built("altered", SOUND, &["--sign", KEY]);
    let (aid, signature) = (aids.join("fixture.json"), aids.join("fixture.json.minisig"));
    let (whole, signed) = (
        fs::read_to_string(&aid).unwrap(),
        fs::read_to_string(&signature).unwrap(),
    );
    let wrong = |aid_now: &str, signature_now: &str, words: &str| {
        fs::write(&aid, aid_now).unwrap();
        fs::write(&signature, signature_now).unwrap();
        let (code, said) = verify(&aid);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(words) && said.contains("fixture.json"), "{said}");
    };
    let figure = whole.replacen("\"events\":", "\"events\":1", 1);
    assert_ne!(figure, whole);
    wrong(
        &figure,
        &signed,
        "is not the file that the key F7720D071B77434F signed",
    );
    wrong(&(whole.clone() + " "), &signed, "is not the file that the key");
    let comment = signed.replace("id:fixture", "id:another");
    wrong(&whole, &comment, "the trusted comment in");
    wrong(&whole, "<!doctype html>", "line 2 of `fixture.json.minisig`");
    let digest = fs::read_to_string(root().join("tests/fixtures/signing/fixture.digest.minisig")).unwrap();
    wrong(&whole, &digest, "minisign -S -l");
    fs::remove_file(&signature).unwrap();
    let (code, said) = verify(&aid);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("is not signed: there is no `fixture.json.minisig`"),
        "{said}"
    );
    // One signed aid in the place of another, both right by themselves.
    fs::write(aids.join("other.json"), &whole).unwrap();
    fs::write(aids.join("other.json.minisig"), &signed).unwrap();
    let (code, said) = verify(&aids.join("other.json"));
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("says file \"fixture.json\", and that of the aid is \"other.json\""),
        "{said}"
    );
}

#[test]
fn a_key_that_was_not_named_is_told_by_its_number() {
    let aids = built("other-key", SOUND, &["--sign", KEY]);
    let public = fs::read_to_string(root().join(PUBLIC)).unwrap();
    let line = public.lines().nth(1).unwrap();
    let check = |keys: &[&str]| {
        let named: Vec<&str> = keys.iter().flat_map(|key| ["--key", key]).collect();
        let aids = [aids.to_str().unwrap()];
        let output = weighup(&[&["verify"][..], &named, &aids].concat());
        (output.status.code(), text(&output.stderr))
    };
    // Another number, so another key.
    let other = line.replacen("RWRP", "RWRQ", 1);
    let (code, said) = check(&[&other]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("is of the key F7720D071B77434F, which is not the one you named"),
        "{said}"
    );
    assert_eq!(check(&[&other, line]), (Some(0), String::new()));
    let (code, said) = check(&[KEY]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("is no public key of minisign"), "{said}");
}

#[test]
fn a_locked_key_opens_with_its_password_and_with_no_other() {
    let aids = built("locked", SOUND, &[]);
    let aid = aids.join("fixture.json");
    let failed = |input: &str, variable: Option<&str>, words: &str| {
        let output = with_password(&aid, input, variable);
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
        assert!(!aids.join("fixture.json.minisig").exists());
    };
    failed("another\n", None, "the password does not open the secret key");
    failed("", None, "there was no password");
    failed(PASSWORD, Some("another"), "the password does not open");
    for (input, variable) in [("a test and nothing else\n", None), ("", Some(PASSWORD))] {
        let output = with_password(&aid, input, variable);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(verify(&aids).0, Some(0));
        fs::remove_file(aids.join("fixture.json.minisig")).unwrap();
    }
}

#[test]
fn nothing_is_signed_unless_everything_can_be() {
    let aids = built("refused", SOUND, &[]);
    let aid = aids.join("fixture.json");
    let refused = |key: &str, files: &[&str], words: &str| {
        let output = weighup(&[&["sign", "--key", key][..], files].concat());
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
        assert!(!aids.join("fixture.json.minisig").exists(), "{words}");
    };
    let aid = aid.to_str().unwrap();
    refused(PUBLIC, &[aid], "holds a public key");
    refused("Cargo.toml", &[aid], "is no secret key of minisign");
    refused("no/such.key", &[aid], "cannot read the key `no/such.key`");
    refused(KEY, &[aid, "no/such.json"], "cannot read `no/such.json`");
    let list = aids.join("index.json");
    refused(KEY, &[aid, list.to_str().unwrap()], "is the list of the aids");
    refused(KEY, &[aid, "tests/package.json"], "is no compiled aid");
    refused(KEY, &[aid, "docs"], "there is no compiled aid in `docs`");
    let spaced = aids.join("spaced.json");
    fs::write(&spaced, fs::read_to_string(aid).unwrap() + "\n").unwrap();
    refused(
        KEY,
        &[aid, spaced.to_str().unwrap()],
        "is not as `weighup build` wrote it",
    );
    let damaged = aids.join("damaged.key");
    let key = fs::read_to_string(root().join(KEY)).unwrap();
    fs::write(&damaged, key.replacen("1Xd3", "1Xd4", 1)).unwrap();
    refused(damaged.to_str().unwrap(), &[aid], "is damaged");
}

#[test]
fn a_build_whose_key_does_not_open_writes_nothing() {
    let out = folder("no-key");
    let output = weighup(&["build", "--sign", PUBLIC, "--out", out.to_str().unwrap(), SOUND]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("holds a public key"));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}
