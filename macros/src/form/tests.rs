//! What the derive refuses, and the names it gives. What it makes is tested where it is used: `core/src/format/form.rs`.

use quote::quote;

use super::attributes::hyphened;
use super::expand;

/// The names are the ones that `serde(rename_all = "kebab-case")` gives.
#[test]
fn names_of_variants() {
    for (name, word) in [
        ("About", "about"),
        ("WhatMatters", "what-matters"),
        ("NotAtAll", "not-at-all"),
        ("Interval95", "interval95"),
    ] {
        assert_eq!(hyphened(name), word);
    }
}

#[test]
fn a_name_in_an_attribute_is_the_name_in_the_file() {
    let made = expand(quote! {
        struct Group {
            #[serde(rename = "group", skip_serializing_if = "Vec::is_empty", default)]
            groups: Vec<String>,
        }
    });
    let made = made.expect("a form").to_string();
    assert!(
        made.contains("\"group\"") && !made.contains("\"groups\""),
        "{made}"
    );
}

#[test]
fn what_has_no_form_is_refused_with_what_to_do() {
    for (given, says) in [
        (quote!(union Both { a: u8, b: u8 }), "a union has no form"),
        (
            quote!(
                struct List<T> {
                    of: T,
                }
            ),
            "no type parameters",
        ),
        (
            quote!(
                struct Nothing;
            ),
            "holds nothing",
        ),
        (
            quote!(
                struct Pair(u8, u8);
            ),
            "give the fields names",
        ),
        (
            quote!(
                enum Never {}
            ),
            "in no file",
        ),
        (
            quote!(
                struct Note {
                    #[form(defualt)]
                    id: u32,
                }
            ),
            "a form knows",
        ),
        (
            quote!(
                #[serde(rename_all = "snake_case")]
                enum Way {
                    Up,
                }
            ),
            "kebab-case",
        ),
    ] {
        let error = expand(given).expect_err("refused");
        assert!(error.to_string().contains(says), "{error}");
    }
}
