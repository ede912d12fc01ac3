//! What a function might give back instead of what it works out, by the type that it says it gives.

/// Values of that type, as they are written after `return`; none where nothing is known of the type.
pub(super) fn values(output: &syn::ReturnType) -> Vec<String> {
    match output {
        syn::ReturnType::Default => vec![String::new()],
        syn::ReturnType::Type(_, given) => of(given),
    }
}

fn of(given: &syn::Type) -> Vec<String> {
    let several = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match given {
        syn::Type::Tuple(tuple) if tuple.elems.is_empty() => vec!["()".to_owned()],
        syn::Type::Reference(reference) if reference.mutability.is_none() => match &*reference.elem {
            syn::Type::Path(path) if path.path.is_ident("str") => several(&["\"\"", "\"xyzzy\""]),
            syn::Type::Slice(_) => several(&["&[]"]),
            _ => Vec::new(),
        },
        syn::Type::Path(path) => path.path.segments.last().map_or_else(Vec::new, named),
        _ => Vec::new(),
    }
}

fn named(segment: &syn::PathSegment) -> Vec<String> {
    let several = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let inner = match &segment.arguments {
        syn::PathArguments::AngleBracketed(list) => list.args.iter().find_map(|argument| match argument {
            syn::GenericArgument::Type(inner) => Some(inner),
            _ => None,
        }),
        _ => None,
    };
    match segment.ident.to_string().as_str() {
        "bool" => several(&["true", "false"]),
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => several(&["0", "1"]),
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => several(&["0", "1", "-1"]),
        "f32" | "f64" => several(&["0.0", "1.0", "-1.0"]),
        "String" => several(&["String::new()", "\"xyzzy\".to_owned()"]),
        "Vec" => several(&["Vec::new()"]),
        "BTreeMap" | "BTreeSet" | "HashMap" | "HashSet" => several(&["Default::default()"]),
        "Option" => {
            let some = inner.map(of).unwrap_or_default();
            let some = some.into_iter().map(|value| format!("Some({value})"));
            std::iter::once("None".to_owned()).chain(some).collect()
        }
        "Result" => match inner {
            None => several(&["Ok(())"]),
            Some(inner) => of(inner)
                .into_iter()
                .map(|value| format!("Ok({value})"))
                .collect(),
        },
        _ => Vec::new(),
    }
}
