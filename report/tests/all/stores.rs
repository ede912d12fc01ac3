//! Object stores: what stands there is read as files are, and what goes wrong there is named, and never with a key.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use weighup_report::run::Scratch;
use weighup_report::take::Taken;

use crate::server::{Fault, KEY, SECRET, Server};
use crate::support::{file, folder, lines, weighup_report};

/// The command with the environment of a store, and nothing else that would speak of one.
fn with(server: &Server, set: &[(&str, &str)], arguments: &[&str]) -> Output {
    let home = folder();
    let account = format!(
        "{{\"gcs_base_url\":\"{}\",\"disable_oauth\":true,\"client_email\":\"\",\"private_key\":\"\",\"private_key_id\":\"\"}}",
        server.address
    );
    let account = file(home.path(), "account.json", account);
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighup-report"));
    command.env_clear().args(arguments);
    for name in ["PATH", "SystemRoot", "TMPDIR", "TEMP"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    let own = [
        ("HOME", home.path().to_str().unwrap()),
        ("AWS_ENDPOINT_URL", &server.address),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_ACCESS_KEY_ID", KEY),
        ("AWS_SECRET_ACCESS_KEY", SECRET),
        ("GOOGLE_SERVICE_ACCOUNT", account.to_str().unwrap()),
        ("GOOGLE_ALLOW_HTTP", "true"),
        ("AZURE_STORAGE_USE_EMULATOR", "true"),
        ("AZURITE_BLOB_STORAGE_URL", &server.address),
    ];
    for (name, value) in own.iter().chain(set) {
        if value.is_empty() {
            command.env_remove(name);
        } else {
            command.env(name, value);
        }
    }
    command.output().unwrap()
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// What was taken in from an address.
fn taken(server: &Server, addresses: &[&str]) -> Taken {
    let to = folder();
    let at = to.path().join("taken").display().to_string();
    let done = with(server, &[], &[&["take"], addresses, &["--to", &at]].concat());
    assert!(done.status.success(), "{addresses:?}: {}", said(&done));
    let text = fs::read_to_string(to.path().join("taken/taken.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Files of every kind of trouble, in a folder and in a bucket.
fn everything() -> (Scratch, Vec<(String, Vec<u8>)>) {
    let place = folder();
    let given = place.path().join("given");
    let (first, second) = (lines(300, 41), lines(200, 42));
    let repeated: Vec<&str> = first.lines().take(20).chain(second.lines()).collect();
    file(&given, "a one.jsonl", &first);
    file(
        &given,
        "b.ndjson",
        format!("\u{feff}{}\nhello\n{{\"cut", repeated.join("\r\n")),
    );
    file(&given, "empty.jsonl", "");
    file(&given, "notes.txt", "not read");
    let made = place.path().join("made");
    let sample = [
        "sample",
        "--rows",
        "400",
        "--seed",
        "43",
        "--to",
        made.to_str().unwrap(),
    ];
    assert!(weighup_report(&sample).status.success());
    let table = fs::read(made.join("given-00000.parquet")).unwrap();
    file(&given, "c.parquet", &table);
    file(&given, "d-half.parquet", &table[..table.len() / 2]);
    fs::remove_dir_all(made).unwrap();
    let objects = fs::read_dir(&given).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (format!("trust/given/{name}"), fs::read(path).unwrap())
    });
    let objects = objects.collect();
    (place, objects)
}

fn started(objects: &[(String, Vec<u8>)], fault: Fault) -> Server {
    let objects: Vec<(&str, &[u8])> = objects.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    Server::start(&objects, fault)
}

/// Every table, and the page, without what is only on the one or the other.
fn made(out: &Path, names: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for table in fs::read_dir(out.join("tables")).unwrap().flatten() {
        let name = table.file_name().to_string_lossy().into_owned();
        let mut bytes = fs::read(table.path()).unwrap();
        if name == "read.csv" {
            bytes = String::from_utf8(bytes)
                .unwrap()
                .replace(names, "given/")
                .into_bytes();
        }
        if name != "read.parquet" {
            all.push((name, bytes));
        }
    }
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    all.push((
        "report.html".to_owned(),
        page.replace(names, "given/").into_bytes(),
    ));
    all.sort();
    all
}

#[test]
fn a_store_of_any_kind_gives_what_its_files_give_on_a_disk() {
    let (place, objects) = everything();
    let server = started(&objects, Fault::default());
    let at = |name: &str| place.path().join(name).display().to_string();
    let scratch = at("scratch");
    fs::create_dir(&scratch).unwrap();
    let done = with(&server, &[], &[&at("given"), "--out", &at("disk")]);
    assert!(done.status.success(), "{}", said(&done));
    let on_disk = made(&place.path().join("disk"), "given/");
    assert!(on_disk.len() > 40);
    let web = format!("{}/trust/given/", server.address);
    for names in [
        "s3://trust/given/",
        "gs://trust/given/",
        "az://trust/given/",
        &web,
    ] {
        let done = with(&server, &[], &[names, "--out", &at("out"), "--scratch", &scratch]);
        assert!(done.status.success(), "{names}: {}", said(&done));
        assert!(
            said(&done).contains("fetching 5 files, 1 megabytes"),
            "{}",
            said(&done)
        );
        for ((name, ours), (_, theirs)) in made(&place.path().join("out"), names).iter().zip(&on_disk) {
            assert!(ours == theirs, "{name} of {names} differs");
        }
        // What was wrong is named with its address, and nothing that was fetched is left.
        let page = fs::read_to_string(place.path().join("out/report.html")).unwrap();
        assert!(page.contains(&format!("{names}d-half.parquet")), "{names}");
        assert!(fs::read_dir(&scratch).unwrap().next().is_none(), "{names}");
        fs::remove_dir_all(place.path().join("out")).unwrap();
    }
}

#[test]
fn folders_patterns_and_names_in_a_store_are_read_each_once() {
    let text = lines(60, 44);
    let rows: Vec<&str> = text.lines().collect();
    let part = |part: usize| (rows[part * 10..part * 10 + 10].join("\n")).into_bytes();
    let objects: Vec<(String, Vec<u8>)> = [
        ("trust/given/2026-10.jsonl", part(0)),
        ("trust/given/north/2026-11.jsonl", part(1)),
        ("trust/given/north/deep/2026-12.NDJSON", part(2)),
        ("trust/given/south/2026-11.jsonl", part(3)),
        ("trust/given/south/answers", part(4)),
        ("trust/given/south/taken.json", b"{}".to_vec()),
        ("trust/given/south/notes & more.txt", b"not read".to_vec()),
        ("trust/given-not/2026-11.jsonl", part(5)),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into();
    let server = started(&objects, Fault::default());
    let web = format!("{}/trust/given", server.address);
    for root in [
        "s3://trust/given",
        "gs://trust/given",
        "az://trust/given",
        "s3a://trust/given",
        &web,
    ] {
        let counts = |inside: &str| {
            let taken = taken(&server, &[&format!("{root}{inside}")]);
            (taken.files.len(), taken.people(), taken.passed_over)
        };
        assert_eq!(counts(""), (4, 40, 2), "{root}");
        assert_eq!(counts("/"), (4, 40, 2), "{root}");
        assert_eq!(counts("/2026-10.jsonl"), (1, 10, 0), "{root}");
        assert_eq!(
            counts("/south/answers"),
            (1, 10, 0),
            "named, whatever its end: {root}"
        );
        assert_eq!(counts("/*/2026-*.jsonl"), (2, 20, 0), "{root}");
        assert_eq!(counts("/n*"), (2, 20, 0), "folders that match: {root}");
        assert_eq!(counts("/**/*.jsonl"), (3, 30, 0), "{root}");
        assert_eq!(counts("/s*/a*"), (1, 10, 0), "{root}");
    }
    let whole = taken(&server, &["s3://trust"]);
    assert_eq!((whole.people(), whole.passed_over), (50, 2));
    let both = taken(
        &server,
        &[
            "s3://trust/given",
            "s3://trust/given/north/",
            "s3://trust/given-not",
        ],
    );
    assert_eq!((both.people(), both.again()), (50, 0), "each object once");
    assert_eq!(both.files[0].name, "s3://trust/given/2026-10.jsonl");
}

#[test]
fn large_objects_come_in_parts_and_what_is_cut_once_comes_again() {
    // Lines of blanks, so that it is large and quickly read.
    let mut large = vec![b' '; 18 << 20];
    large
        .iter_mut()
        .skip(60_000)
        .step_by(60_000)
        .for_each(|byte| *byte = b'\n');
    let answers = lines(50, 45);
    large.extend([b"\n", answers.as_bytes()].concat());
    let objects = vec![("trust/large.jsonl".to_owned(), large)];
    let server = started(
        &objects,
        Fault {
            cuts: 2,
            ..Fault::default()
        },
    );
    assert_eq!(taken(&server, &["s3://trust/large.jsonl"]).people(), 50);
    let gets = server
        .asked()
        .iter()
        .filter(|asked| asked.starts_with("GET trust/large"))
        .count();
    assert_eq!(gets, 4, "two parts and two of them once more");
}

#[test]
fn what_goes_wrong_in_a_store_is_named_and_nothing_of_a_key_is() {
    let text = lines(20, 46);
    let objects = vec![("trust/given/a.jsonl".to_owned(), text.into_bytes())];
    let place = folder();
    let out = place.path().join("out").display().to_string();
    let scratch = place.path().display().to_string();
    let fails = |fault: Fault, set: &[(&str, &str)], address: &str, wanted: &str| {
        let server = started(&objects, fault);
        let address = address.replace("WEB", &server.address);
        let done = with(&server, set, &[&address, "--out", &out, "--scratch", &scratch]);
        let said = said(&done);
        assert_eq!(done.status.code(), Some(2), "{address}: {said}");
        assert!(said.contains(wanted), "{address}: {said}");
        assert!(
            !said.contains(SECRET) && !said.contains(KEY) && !said.contains("letmein"),
            "{said}"
        );
        assert!(
            fs::read_dir(&scratch).unwrap().next().is_none(),
            "nothing half done is left"
        );
    };
    let sound = Fault::default();
    fails(
        sound,
        &[],
        "s3://other/given/",
        "there is no bucket or container at `s3://other/given/`",
    );
    fails(
        sound,
        &[],
        "s3://other/given/a.jsonl",
        "there is no bucket or container at",
    );
    fails(
        sound,
        &[],
        "az://other",
        "there is no bucket or container at `az://other`",
    );
    fails(
        sound,
        &[],
        "s3://trust/nowhere/",
        "nothing was found at `s3://trust/nowhere/`",
    );
    fails(
        sound,
        &[],
        "s3://trust/given/*.parquet",
        "nothing was found at `s3://trust/given/*.parquet`",
    );
    fails(
        sound,
        &[("AWS_ACCESS_KEY_ID", "letmein")],
        "s3://trust/given/",
        "does not let these credentials read `s3://trust/given/`",
    );
    let refuses = Fault {
        status: Some(403),
        ..sound
    };
    fails(
        refuses,
        &[],
        "gs://trust/given/a.jsonl",
        "does not let these credentials read",
    );
    fails(
        refuses,
        &[],
        "WEB/trust/given/a.jsonl",
        "does not let these credentials read",
    );
    fails(
        Fault {
            status: Some(401),
            ..sound
        },
        &[],
        "az://trust/given/",
        "no credentials for `az://trust/given/`",
    );
    fails(
        Fault {
            status: Some(400),
            ..sound
        },
        &[],
        "s3://trust/given/",
        "was answered with status 400",
    );
    fails(
        Fault {
            status: Some(301),
            ..sound
        },
        &[],
        "s3://trust/given/",
        "is in another region",
    );
    let none = [
        ("AWS_ACCESS_KEY_ID", ""),
        ("AWS_SECRET_ACCESS_KEY", ""),
        ("AWS_METADATA_ENDPOINT", "http://127.0.0.1:9"),
    ];
    fails(
        sound,
        &none,
        "s3://trust/given/",
        "no credentials for `s3://trust`: set AWS_ACCESS_KEY_ID",
    );
    fails(
        sound,
        &[("AWS_SECRET_ACCESS_KEY", "")],
        "s3://trust/given/",
        "set in the environment does not open `s3://trust`",
    );
    fails(
        sound,
        &[("AZURE_STORAGE_USE_EMULATOR", "")],
        "az://trust/given/",
        "set AZURE_STORAGE_ACCOUNT_NAME",
    );
    fails(
        sound,
        &[("AWS_ENDPOINT_URL", "http://127.0.0.1:9")],
        "s3://trust/given/",
        "cannot be reached",
    );
    fails(
        sound,
        &[],
        "http://127.0.0.1:9/given/a.jsonl",
        "cannot be reached",
    );
    fails(
        Fault { cuts: 99, ..sound },
        &[],
        "s3://trust/given/",
        "and then the store stopped",
    );
    fails(
        Fault { cuts: 99, ..sound },
        &[],
        "WEB/trust/given/a.jsonl",
        "and then the store stopped",
    );
    fails(
        Fault {
            changes: true,
            ..sound
        },
        &[],
        "s3://trust/given/",
        "`s3://trust/given/a.jsonl` changed while it was read",
    );
    fails(
        Fault {
            no_folders: true,
            ..sound
        },
        &[],
        "WEB/trust/given/",
        "does not list what is in a folder",
    );
    fails(
        sound,
        &[],
        "https://anna:letmein@host/given/",
        "has a key, a password or a query in it",
    );
    fails(
        sound,
        &[],
        "https://host/a.jsonl?sig=letmein",
        "`https://host/…` has a key",
    );
    fails(
        sound,
        &[],
        "http://host.example/given/",
        "is not encrypted on its way",
    );
    fails(
        sound,
        &[],
        "ftp://host/given/",
        "addresses that begin with `ftp://` are not read",
    );
    fails(
        sound,
        &[],
        "s3://trust/a/../b/",
        "has an empty part, `.` or `..` in it",
    );
}
