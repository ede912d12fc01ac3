//! Where two engines say the same thing differently. Everything else in `queries/` is SQL that both know, and a test holds
//! the files to it.

/// Who reads a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Dialect {
    /// Apache DataFusion, and DuckDB.
    Embedded,
    /// Apache Spark.
    Spark,
}

/// Words of the files, and what Spark calls them.
const SPARK: [(&str, &str); 1] = [("unnest(", "explode(")];

impl Dialect {
    /// A question as this engine reads it.
    #[must_use]
    pub fn said(self, sql: &str) -> String {
        match self {
            Self::Embedded => sql.to_owned(),
            Self::Spark => SPARK
                .iter()
                .fold(sql.to_owned(), |sql, (ours, theirs)| sql.replace(ours, theirs)),
        }
    }
}
