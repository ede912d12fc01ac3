//! Browsers for the tests: found, or installed where this machine allows it.

use crate::{process, say};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// Chromium, as `tests/support/chromium.mjs` looks for it.
pub(super) fn chromium() -> Result<()> {
    let places = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    if std::env::var_os("WEIGHUP_CHROMIUM").is_some() || places.iter().any(|place| Path::new(place).exists())
    {
        return Ok(());
    }
    install(
        &["chromium"],
        "Chromium was not found. Install it (Debian: apt-get install chromium), or name it in the variable WEIGHUP_CHROMIUM",
    )
}

/// Firefox, and WebKit with a screen to draw on.
pub(super) fn others() -> Result<()> {
    let programs = [
        ("/usr/bin/firefox-esr", "firefox-esr"),
        ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"),
        ("/usr/bin/xvfb-run", "xvfb"),
    ];
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(place, _)| !Path::new(place).exists())
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(
        &missing,
        &format!(
            "Install {} (Debian: apt-get install {})",
            missing.join(" and "),
            missing.join(" ")
        ),
    )
}

fn install(packages: &[&str], by_hand: &str) -> Result<()> {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !root || !process::answers("apt-get", "--version") {
        bail!("{by_hand}, and try again.");
    }
    say::line("apt-get", &format!("installing {} (once)", packages.join(" ")));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["--quiet=2", "--yes"])
            .args(arguments);
        process::run(&mut command)
    };
    let installed =
        apt(&["update"]).and_then(|()| apt(&[&["install", "--no-install-recommends"], packages].concat()));
    if let Err(error) = installed {
        bail!("{by_hand}, and try again. apt-get could not do it: {error}");
    }
    Ok(())
}
