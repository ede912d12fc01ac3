//! Browsers for the tests: found, or installed where this machine allows it.

use crate::{process, say};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// Where Chromium is looked for, in the order of `tests/support/chromium.mjs`. The first has no windows and no interface of its own
/// around a page, and costs a third of the processor's work.
const CHROMIUM: [&str; 4] = [
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
];

/// The Chromium that the tests use, if there is one.
pub(super) fn program() -> Option<String> {
    std::env::var("WEIGHUP_CHROMIUM").ok().or_else(|| {
        let found = CHROMIUM.into_iter().find(|place| Path::new(place).exists());
        found.map(str::to_owned)
    })
}

/// Chromium: the one without windows where it is there or can be had, and any other where not.
pub(super) fn chromium() -> Result<()> {
    let found = program();
    let [quick, ..] = CHROMIUM;
    if std::env::var_os("WEIGHUP_CHROMIUM").is_some() || found.as_deref() == Some(quick) {
        return Ok(());
    }
    let installed = install(
        &["chromium-headless-shell"],
        "Chromium was not found. Install it (Debian: apt-get install chromium-headless-shell, or chromium), or name it in the \
         variable WEIGHUP_CHROMIUM",
    );
    match (installed, found) {
        (Err(error), Some(found)) => {
            say::line(
                "browser",
                &format!("{found} is used, which takes longer than the one without windows. {error}"),
            );
            Ok(())
        }
        (other, _) => other,
    }
}

/// Firefox, and WebKit with a screen to draw on; and minisign, whose signatures they check.
pub(super) fn others() -> Result<()> {
    install_missing(&[
        ("/usr/bin/firefox-esr", "firefox-esr"),
        ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"),
        ("/usr/bin/xvfb-run", "xvfb"),
        ("/usr/bin/minisign", "minisign"),
    ])
}

/// The servers that most pages come from, and WordPress with what it stands on. Debian starts what it installs; here nothing but the tests does.
pub(super) fn servers() -> Result<()> {
    install_missing(&[
        ("/usr/sbin/nginx", "nginx-light"),
        ("/usr/sbin/apache2", "apache2"),
        ("/usr/share/wordpress/wp-load.php", "wordpress"),
        (
            "/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json",
            "wordpress-theme-twentytwentythree",
        ),
        ("/usr/sbin/mariadbd", "mariadb-server"),
        ("/usr/bin/php", "php-cli"),
        ("/usr/share/doc/php-mysql", "php-mysql"),
    ])
}

fn install_missing(programs: &[(&str, &str)]) -> Result<()> {
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
            // No service of what is installed is started.
            .env("RUNLEVEL", "1")
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
