//! English texts of answers that go to another device.

use super::headed;
use crate::texts::Carry;

/// The texts.
pub(super) const CARRY: Carry = Carry {
    title: "On another device",
    hint: "A saved file or a link takes all your answers to another device, such as the one at the clinic. Whoever has it can open it. No part of it is kept by this page.",
    key: headed(
        "Passphrase, if you want one",
        "It locks the file and the link. Write it down: without it nobody can open them, and nobody can find it out for you.",
    ),
    link: "Make a link",
    code: "Make a QR code",
    made: "The link is below. It holds all your answers, so give it only to people you trust.",
    link_title: "Link to your answers",
    long: "Length: {n} characters",
    copy: "Copy the link",
    code_alt: "QR code of the link to your answers",
    link_long: "Your answers are too long for a link. Save them to a file instead.",
    code_of: "Code {n} of {all}",
    codes_hint: "Your answers need more than one code. On the other device open this decision aid, choose “Read a QR code”, and show it each code in turn. The order does not matter.",
    scan: "Read a QR code",
    scanning: "Show the code to the camera",
    scan_hint: "Hold the screen with the code in front of this device’s camera, so that all of the code is in the picture. The picture stays on this device.",
    scanned: "Read: {n} of {all}. Show the next code.",
    scan_stop: "Stop the camera",
    scan_alt: "What the camera sees",
    no_reader: "No QR code can be read here: a part of the page did not load. Try again in a moment, or open the link or the saved file on this device instead.",
    no_camera: "The camera cannot be used: there is none, or it was not allowed. Open the link or the saved file on this device instead.",
    part: "This is one code of several. Choose “Read a QR code” here, then show each code to the camera.",
    other_code: "These codes belong to different answers. Nothing here has changed. Choose “Read a QR code” again and show the codes of one set.",
    unable: "This browser cannot make or open this. Save your answers to a file without a passphrase, or use an up-to-date browser.",
    broken: "This link or file is not whole, or it was changed on its way. Nothing here has changed. Copy all of the link again, or save the file again.",
    ask: "Open these answers?",
    ask_hint: "They take the place of what is on this page. You can undo that.",
    ask_no: "No, keep what is here",
    ask_yes: "Yes, open them",
    saved: "Saved on {day}.",
    undated: "It does not say when they were saved.",
    locked: "Passphrase",
    locked_hint: "These answers are locked. Type the passphrase that they were locked with.",
    wrong_key: "That passphrase does not open them, or they were changed on their way. Nothing here has changed. Try again.",
    unlock: "Unlock",
};
