//! See the package description; filled in below.
