//! The tables of a private release. Each says its part of the budget in every row, since tables are passed on one by one.

use std::fs;
use std::path::Path;

use super::{Column, Table, csv, parquet};
use crate::ask::Question;
use crate::error::ReportError;
use crate::private::{PrivateRelease, PrivateTable, share};

/// Writes them all, and the budget.
///
/// # Errors
/// Where there is no room.
pub fn private_tables(
    folder: &Path,
    questions: &[Question],
    release: &PrivateRelease,
) -> Result<(), ReportError> {
    fs::create_dir_all(folder).map_err(ReportError::write(folder))?;
    let mut all = vec![budget(release)];
    for each in &release.tables {
        if let Some(question) = questions.iter().find(|question| question.id == each.question) {
            all.push(numbers(question, release, each));
        }
    }
    for table in &all {
        csv(folder, table)?;
        parquet(folder, table)?;
    }
    Ok(())
}

fn part(release: &PrivateRelease) -> f64 {
    release.epsilon.value() / release.tables.len().max(1) as f64
}

fn file_name(table: &PrivateTable) -> String {
    format!("{}-by-{}", table.question, table.by)
}

fn budget(release: &PrivateRelease) -> Table {
    let names = release
        .tables
        .iter()
        .map(file_name)
        .chain(["all together".to_owned()]);
    let parts = release.tables.iter().map(|_| Some(part(release)));
    Table {
        name: "privacy".to_owned(),
        columns: vec![
            ("table", Column::Text(names.collect())),
            (
                "epsilon",
                Column::Share(parts.chain([Some(release.epsilon.value())]).collect()),
            ),
        ],
    }
}

fn numbers(question: &Question, release: &PrivateRelease, each: &PrivateTable) -> Table {
    let mut text: [Vec<String>; 2] = Default::default();
    let (mut people, mut ends) = (Vec::new(), Vec::new());
    for (group, row) in &each.rows {
        let told = share(question, release.noise, row);
        for ((answer, _), number) in question.answers.iter().zip(row) {
            let [groups, answers] = &mut text;
            groups.push(group.clone());
            answers.push(answer.clone());
            people.push(*number);
            ends.push(told);
        }
    }
    let [groups, answers] = text;
    let rows = people.len();
    let end = |of: fn((f64, f64, f64)) -> f64| Column::Share(ends.iter().map(|ends| ends.map(of)).collect());
    let same = |value: f64| Column::Share(vec![Some(value); rows]);
    Table {
        name: file_name(each),
        columns: vec![
            ("group", Column::Text(groups)),
            ("answer", Column::Text(answers)),
            ("people_with_noise", Column::Noisy(people)),
            ("share", end(|ends| ends.0)),
            ("low", end(|ends| ends.1)),
            ("high", end(|ends| ends.2)),
            ("epsilon_of_this_table", same(part(release))),
            ("epsilon_of_all_tables", same(release.epsilon.value())),
        ],
    }
}
