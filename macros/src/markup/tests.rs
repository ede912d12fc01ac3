//! What markup becomes, and what is said about markup that cannot stand.

use super::expand;

fn becomes(written: &str) -> String {
    let expanded = expand(written.parse().unwrap()).unwrap();
    let text = expanded
        .to_string()
        .replace("crate :: markup :: ", "")
        .replace("make :: ", "");
    text.replace(" (", "(")
        .replace("( ", "(")
        .replace(" )", ")")
        .replace(" ,", ",")
}

fn refused(written: &str) -> String {
    expand(written.parse().unwrap()).unwrap_err().to_string()
}

#[test]
fn each_shape_is_its_shortest_call() {
    for (written, call) in [
        ("<br/>", r#"wrap("br", "", none())"#),
        (r#"<p class="a">"x"</p>"#, r#"wrap("p", "a", fixed("x"))"#),
        (
            r#"ui, <p class="a">{texts.hint}</p>"#,
            r#"line(ui, "p", "a", texts . hint)"#,
        ),
        (
            r#"<p>{one}{two}</p>"#,
            r#"el("p", "", [Shown :: shown(one), Shown :: shown(two)])"#,
        ),
        (
            r#"<p class={a}/>"#,
            r#"classed("p", Attribute :: value(a), none())"#,
        ),
        (
            r#"ui, <button type="button" class="a" act={Act::Copy}>{x}</button>"#,
            r#"button("a", Does :: act(Act :: Copy, ui), Said :: said(x, ui))"#,
        ),
        (
            r#"<rect aria-hidden={true} class="a" x=5 open={on} disabled/>"#,
            concat!(
                r#"tag("rect", & ["aria-hidden", "class", "part", "x", "open", "disabled"], "#,
                r#"[Attribute :: value(true), is("a"), is("5"), when(on, "open"), is("disabled")], none())"#
            ),
        ),
        (
            r#"<textarea key="k" ref={area} value={words} rows="3"/>"#,
            r#"Keyed :: new(keyed("k", at(area, valued(words, tag("textarea", & ["rows"], [is("3")], none())))))"#,
        ),
    ] {
        assert_eq!(becomes(written), call, "{written}");
    }
}

#[test]
fn if_keeps_its_place_and_for_is_one_child() {
    for (written, call) in [
        (
            "<>if a { <br/> } {b}</>",
            r#"list([if a { wrap("br", "", none()) } else { none() }, Shown :: shown(b)])"#,
        ),
        (
            "if let Some(a) = b { {a} } else if c { {d} } else { {e} {f} }",
            concat!(
                "if let Some(a) = b { Shown :: shown(a) } else { if c { Shown :: shown(d) } ",
                "else { list([Shown :: shown(e), Shown :: shown(f)]) } }"
            ),
        ),
        (
            "<ul>for (at, x) in xs { <li key={x}/> {y} }</ul>",
            concat!(
                r#"wrap("ul", "", list_of(:: core :: iter :: IntoIterator :: into_iter(xs)"#,
                r#" . flat_map(| (at, x) | [keyed(x, wrap("li", "", none())), Keyed :: in_list(y)]) . collect()))"#
            ),
        ),
    ] {
        assert_eq!(becomes(written), call.replace("| (", "|("), "{written}");
    }
}

#[test]
fn what_cannot_stand_is_refused_in_words() {
    for (written, said) in [
        (
            "for x in xs { <li/> }",
            "an element in a `for` needs a `key` that no other item of the list has",
        ),
        (
            "for x in xs { \"x\" }",
            "what a `for` repeats is an element with a `key`, or `{…}` that is `Keyed`",
        ),
        ("for x in xs { }", "this `for` shows nothing for its items"),
        (
            "<p/><p/>",
            "`markup!` gives one node: put several between `<>` and `</>`",
        ),
        (r#"<p class="a" class="b"/>"#, "`class` stands twice"),
        (
            r#"<p part="body"/>"#,
            "`part` follows from the class: see `PARTS` in web/src/markup/make.rs",
        ),
        (
            r#"<p style="color: red"/>"#,
            "a strict page allows no `style`: give a class",
        ),
        (
            "<p act={Act::Copy}/>",
            "`act` is kept by the interface: begin the markup with `ui, `",
        ),
        ("<li key/>", "`key` stands once, with its value"),
        ("<Card/>", "a component is a function: call it in braces"),
        (
            "<p>text</p>",
            "a text stands in quotes, or in braces where it comes from the interface's texts",
        ),
        ("<p>{x}</q>", "wrong close tag found"),
        ("<p", "expected end of tag '>'"),
    ] {
        let is = refused(written);
        assert!(is.contains(said), "{written}: {is}");
    }
}
