//! The address at which people open an aid, as whoever deploys it gives it: for paper, and for the systems that list aids.

/// Where the id of an aid stands in it.
const ID: &str = "{id}";

/// An address that leads to every one of the aids.
#[derive(Clone, Copy)]
pub(crate) struct Address<'a>(&'a str);

/// Why an address leads nowhere.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AddressError {
    #[error(
        "`{given}` is not the address of a page: write it out from https:// on, with {ID} where the aid's id stands"
    )]
    NoPage { given: String },
    #[error("`{given}` is one address and there are several aids: put {ID} where the aid's id stands")]
    OneForAll { given: String },
}

impl<'a> Address<'a> {
    /// Takes what was given for so many aids.
    pub(crate) fn of(given: &'a str, aids: usize) -> Result<Self, AddressError> {
        let sound = given.starts_with("https://") || given.starts_with("http://");
        let given_to = || given.to_owned();
        if !sound || given.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
            return Err(AddressError::NoPage { given: given_to() });
        }
        if aids > 1 && !given.contains(ID) {
            return Err(AddressError::OneForAll { given: given_to() });
        }
        Ok(Self(given))
    }

    /// That of the aid of this id.
    pub(crate) fn to(self, id: &str) -> String {
        self.0.replace(ID, id)
    }
}
