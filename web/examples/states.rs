//! Writes every state of the fixtures as an HTML page, to look at and to photograph:
//! `cargo run -p weighup-web --features ssr --example states -- OUT`.

use std::path::Path;
use std::{env, error::Error, fs};

use weighup_web::fixtures;
use weighup_web::page::{render_page, render_state};
use weighup_web::settings::Settings;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::args().nth(1).ok_or("say where to write: states OUT")?;
    let out = Path::new(&out);
    fs::create_dir_all(out)?;
    let aid = support::prostate()?;
    fs::write(out.join("weighup.css"), support::stylesheet()?)?;
    fs::write(out.join("page.html"), render_page(&aid, "weighup.css")?)?;
    for state in fixtures::states() {
        let consultation = fixtures::at(&aid, &state)?;
        let html = render_state(&aid, consultation, Settings::default(), "weighup.css")?;
        fs::write(out.join(format!("{}.html", state.name)), html)?;
    }
    Ok(())
}
