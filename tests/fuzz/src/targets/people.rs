//! What comes from people who look at a draft: the record of who was heard, files of comments, forms that were typed in.
//!
//! A record changes nothing of what a reviewer signed, and can be read as a board reads it; no comment is lost or counted twice, and a
//! file that is written again says the same.

use super::aid::shown;
use super::{of_json, of_lines};
use crate::corpus;
use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::{AidFiles, SourceFile, read_files};
use weighup_core::involvement::{
    AidPlaces, CommentFile, board, merge, paper_form, read_comments, typed_comments, typed_template,
    write_comments,
};
use weighup_fuzz::{Came, Tried, run};

fn named<'a>(name: &'a str, text: &'a str) -> SourceFile<'a> {
    SourceFile {
        name,
        bytes: text.as_bytes(),
    }
}

/// `involvement.toml`, beside an aid that is sound.
pub(crate) fn involvement(seed: u64, from: u64, executions: u64) -> Tried {
    let mut sound = corpus::texts("tests/fixtures/aids/involved", "involvement.toml");
    sound.extend(corpus::texts("docs/involving-people", "involvement.toml"));
    let broken = corpus::texts("tests/fixtures/aids/broken", "involvement.toml");
    let aids = corpus::texts("tests/fixtures/aids/involved", "aid.toml");
    let aid = aids.first().cloned().unwrap_or_default();
    let signed = corpus::reading(&aid)
        .aid
        .map(|aid| Aid::content_of(aid.document()));
    run(
        seed,
        from,
        executions,
        |draw| of_lines(draw, &sound, &broken),
        |text: &String| {
            let reading = read_files(AidFiles {
                aid: named("aid.toml", &aid),
                review: None,
                involvement: Some(named("involvement.toml", text)),
            });
            if let (Some(document), Some(record)) = (&reading.document, &reading.dossier.involvement) {
                let read = board(document, record);
                let _ = (read.counted(), read.came_of(), read.gripp2());
            }
            let Some(made) = reading.aid else {
                return said(&reading.problems);
            };
            if Some(Aid::content_of(made.document())) != signed {
                return Came::Broken("what a reviewer signed is another content now".to_owned());
            }
            // A record that is refused leaves its aid as it was.
            match shown(&made) {
                Came::Accepted if reading.problems.iter().any(Problem::is_error) => said(&reading.problems),
                came => came,
            }
        },
        Clone::clone,
    )
}

/// Files of comments, two at a time.
pub(crate) fn comments(seed: u64, from: u64, executions: u64) -> Tried {
    let texts = corpus::texts("docs/involving-people/comments", ".json");
    let trees = corpus::trees(&texts);
    let aids = corpus::texts("decision-aids/otitis-media", "aid.toml");
    let places: Vec<(String, AidPlaces)> = aids
        .iter()
        .filter_map(|text| corpus::reading(text).aid)
        .map(|aid| (aid.document().language.clone(), AidPlaces::of(&aid)))
        .collect();
    run(
        seed,
        from,
        executions,
        |draw| [of_json(draw, &trees, &texts), of_json(draw, &trees, &texts)],
        |pair: &[String; 2]| {
            let mut files = Vec::new();
            for (name, text) in ["a.json", "b.json"].into_iter().zip(pair) {
                let (file, problems) = read_comments(name, text);
                if problems.iter().any(|problem| problem.to_string().is_empty()) {
                    return Came::Broken("a problem says nothing".to_owned());
                }
                if file.is_none() && problems.is_empty() {
                    return Came::Broken("it was refused and nothing says why".to_owned());
                }
                files.extend(file);
            }
            if let Some(wrong) = files.iter().find_map(not_written_again) {
                return Came::Broken(wrong);
            }
            counted(&places, files)
        },
        |pair| pair.join("\n---\n"),
    )
}

/// What is wrong with a file that is written as it was read.
fn not_written_again(file: &CommentFile) -> Option<String> {
    let text = write_comments(file, "2026-11-30T10:15:00Z", "weighup-fuzz");
    match read_comments(&file.file, &text) {
        (Some(again), problems) if problems.is_empty() => (again != *file).then(|| {
            let (was, is) = (file.comments.len(), again.comments.len());
            format!("written again it says something else: {was} comments are {is}")
        }),
        (_, problems) => Some(format!("written again it is refused: {problems:?}")),
    }
}

/// Every comment of the files that belong to the aid stands somewhere, once.
fn counted(places: &[(String, AidPlaces)], files: Vec<CommentFile>) -> Came {
    let belongs = |file: &&CommentFile| {
        file.about.aid == "otitis-media" && places.iter().any(|(tag, _)| *tag == file.about.language)
    };
    let ours: Vec<&CommentFile> = files.iter().filter(belongs).collect();
    let mut known: Vec<(&str, &weighup_core::involvement::Comment)> = Vec::new();
    for comment in ours.iter().flat_map(|file| &file.comments) {
        if !known.contains(&(comment.id.as_str(), comment)) {
            known.push((comment.id.as_str(), comment));
        }
    }
    let (wanted, any) = (known.len(), !ours.is_empty());
    let merged = merge("otitis-media", places, files.clone());
    let found = merged.placed.len() + merged.orphans.len();
    // One that has another's name goes on under a new one, and may come again under that.
    if found < wanted {
        return Came::Broken(format!(
            "{wanted} comments were read, and {found} stand somewhere"
        ));
    }
    let all: usize = files.iter().map(|file| file.comments.len()).sum();
    if found > all {
        return Came::Broken(format!("{all} comments were read, and {found} stand somewhere"));
    }
    if any && found > 0 {
        Came::Accepted
    } else {
        Came::Refused
    }
}

/// Forms on paper as they are typed in.
pub(crate) fn forms(seed: u64, from: u64, executions: u64) -> Tried {
    let aids = corpus::sound();
    let filled: Vec<String> = aids.iter().map(filled_in).collect();
    run(
        seed,
        from,
        executions,
        |draw| {
            let at = draw.below(aids.len());
            let own = filled.get(at..=at).unwrap_or_default();
            (at, of_lines(draw, own, &filled))
        },
        |(at, text)| {
            let Some(aid) = aids.get(*at) else {
                return Came::Refused;
            };
            let (file, problems) = typed_comments(aid, named("form.toml", text), "form");
            match file {
                Some(file) => match not_written_again(&file) {
                    Some(wrong) => Came::Broken(wrong),
                    None => Came::Accepted,
                },
                None => said(&problems),
            }
        },
        |(_, text)| text.clone(),
    )
}

/// A form with an answer to every part of its aid.
fn filled_in(aid: &Aid) -> String {
    let head = typed_template(aid);
    let head = head
        .replace("kind = \"\"", "kind = \"carers\"")
        .replace("# role = \"\"", "role = \"a neighbour\"");
    let mut out: String = head
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| [line, "\n"])
        .collect();
    for (number, _, _) in paper_form(aid).parts {
        out.push_str(&format!(
            "\n[[on]]\nnumber = {number}\nclear = true\nfair = false\nmissing = false\nwords = \"Say it shorter.\"\n"
        ));
    }
    out
}

/// What was refused says why.
fn said(problems: &[Problem]) -> Came {
    if problems.iter().any(|problem| problem.message.is_empty()) {
        return Came::Broken("a problem says nothing".to_owned());
    }
    if problems.iter().any(Problem::is_error) {
        Came::Refused
    } else {
        Came::Broken("it was refused and no error says why".to_owned())
    }
}
