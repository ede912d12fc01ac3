//! Problems of drugis MCDA (mcda-elicitation-web), schema 1.0.0 to 1.4.7.

/// Not yet read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("unsupported")]
pub struct DrugisError;

impl DrugisError {
    /// Where in the file.
    #[must_use]
    pub fn place(&self) -> &str {
        "."
    }
}
/// Not yet read.
///
/// # Errors
/// Always.
pub fn from_drugis(_text: &str) -> Result<super::Problem, DrugisError> {
    Err(DrugisError)
}
