//! Scoring of questionnaires about decisions.
