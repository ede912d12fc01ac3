//! Finds what can be broken in a source: a sign, a limit, a condition, an arm of a match, what a function gives back.
//!
//! Only what compiles whatever the types are is tried, as far as a source without its types can tell; what still does not compile is
//! taken out again when the compiler says so.

mod given_back;

use anyhow::{Context, Result};
use proc_macro2::Span;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// One slip: where it stands, and what is there instead.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// The source, from the root of the repository.
    pub(crate) file: String,
    pub(crate) line: usize,
    /// What is done, as a person would say it: `a < b` becomes `a <= b`.
    pub(crate) what: String,
    pub(crate) place: Place,
}

/// How a slip is written into its source.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// These bytes are an expression, and the text stands in its place.
    Instead(Range<usize>, String),
    /// A statement at the start of a function's body.
    First(usize, String),
    /// An arm of a match that is never taken: the place after its pattern.
    Never(usize),
}

/// Every slip of a source.
pub(crate) fn find(file: &str, source: &str) -> Result<Vec<Mutant>> {
    let parsed = syn::parse_file(source).with_context(|| format!("{file} could not be read as Rust"))?;
    let mut finder = Finder {
        file,
        source,
        found: Vec::new(),
    };
    finder.visit_file(&parsed);
    Ok(finder.found)
}

struct Finder<'a> {
    file: &'a str,
    source: &'a str,
    found: Vec<Mutant>,
}

impl Finder<'_> {
    fn text(&self, span: Span) -> &str {
        self.source.get(span.byte_range()).unwrap_or_default()
    }

    fn note(&mut self, at: Span, what: String, place: Place) {
        self.found.push(Mutant {
            file: self.file.to_owned(),
            line: at.start().line,
            what,
            place,
        });
    }

    fn instead(&mut self, whole: Span, now: String) {
        let what = format!("`{}` becomes `{}`", short(self.text(whole)), short(&now));
        self.note(whole, what, Place::Instead(whole.byte_range(), now));
    }

    fn binary(&mut self, expr: &syn::ExprBinary) {
        let Some(others) = others(&expr.op) else { return };
        if has_let(&expr.left) || has_let(&expr.right) {
            return;
        }
        let whole = expr.span();
        for other in others {
            let now = format!(
                "{} {other} {}",
                self.text(expr.left.span()),
                self.text(expr.right.span())
            );
            self.instead(whole, now);
        }
    }

    fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
        if block.stmts.is_empty() || signature.constness.is_some() || signature.asyncness.is_some() {
            return;
        }
        for value in given_back::values(&signature.output) {
            let what = format!("`{}` gives back `{value}`", signature.ident);
            let first = block.brace_token.span.open().byte_range().end;
            self.note(signature.ident.span(), what, Place::First(first, value));
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        self.binary(expr);
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        if matches!(expr.op, syn::UnOp::Not(_) | syn::UnOp::Neg(_))
            && !matches!(*expr.expr, syn::Expr::Lit(_))
        {
            let now = self.text(expr.expr.span()).to_owned();
            self.instead(expr.span(), now);
        }
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        let any = |arm: &syn::Arm| matches!(arm.pat, syn::Pat::Wild(_));
        if expr.arms.last().is_some_and(any) {
            for arm in expr
                .arms
                .iter()
                .filter(|arm| !any(arm) && !matches!(arm.pat, syn::Pat::Guard(_)))
            {
                let what = format!("the arm `{}` is never taken", short(self.text(arm.pat.span())));
                let end = arm.pat.span().byte_range().end;
                self.note(arm.pat.span(), what, Place::Never(end));
            }
        }
        for arm in &expr.arms {
            if let syn::Pat::Guard(guarded) = &arm.pat
                && !has_let(&guarded.guard)
            {
                self.instead(guarded.guard.span(), "true".to_owned());
                self.instead(guarded.guard.span(), "false".to_owned());
            }
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if is_test(&item.attrs) || item.sig.constness.is_some() {
            return;
        }
        self.body(&item.sig, &item.block);
        visit::visit_block(self, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if is_test(&item.attrs) || item.sig.constness.is_some() {
            return;
        }
        self.body(&item.sig, &item.block);
        visit::visit_block(self, &item.block);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    // What has to be known when the program is compiled cannot ask which slip is on.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_expr_repeat(&mut self, expr: &'ast syn::ExprRepeat) {
        self.visit_expr(&expr.expr);
    }
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_pat(&mut self, pat: &'ast syn::Pat) {
        if let syn::Pat::Guard(guarded) = pat {
            self.visit_expr(&guarded.guard);
        }
    }
    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}
}

/// What may stand in place of an operator.
fn others(op: &syn::BinOp) -> Option<&'static [&'static str]> {
    use syn::BinOp;
    Some(match op {
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::Lt(_) => &["<=", ">"],
        BinOp::Le(_) => &["<", ">"],
        BinOp::Gt(_) => &[">=", "<"],
        BinOp::Ge(_) => &[">", "<"],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::Add(_) => &["-", "*"],
        BinOp::Sub(_) => &["+", "/"],
        BinOp::Mul(_) => &["+", "/"],
        BinOp::Div(_) => &["*", "%"],
        BinOp::Rem(_) => &["/"],
        BinOp::AddAssign(_) => &["-=", "*="],
        BinOp::SubAssign(_) => &["+="],
        BinOp::MulAssign(_) => &["/="],
        BinOp::DivAssign(_) => &["*="],
        _ => return None,
    })
}

/// Whether a condition binds something, which only stands in an `if` or a `while` itself.
fn has_let(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        syn::Expr::Paren(paren) => has_let(&paren.expr),
        _ => false,
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let path = attribute.path();
        let of_tests = |list: &syn::MetaList| list.tokens.to_string().split(' ').any(|word| word == "test");
        path.is_ident("test") || (path.is_ident("cfg") && attribute.meta.require_list().is_ok_and(of_tests))
    })
}

/// On one line, and not long.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= 70 {
        return line;
    }
    let kept: String = line.chars().take(67).collect();
    format!("{kept}…")
}
