//! Pictures of shares. Each stands beside the numbers it draws, so it is nothing to a screen reader.

use crate::find::Chart;
use crate::stats::Share;

/// A share on a line from nobody to everybody, with its interval.
pub(super) fn line(share: &Share) -> String {
    let at = |share: f64| 4.0 + 152.0 * share;
    format!(
        "<svg class=\"share\" aria-hidden=\"true\" viewBox=\"0 0 160 16\"><path class=\"axis\" d=\"M4 8H156M4 3v10M80 5v6M156 3v10\"/>\
         <path class=\"range\" d=\"M{:.1} 8H{:.1}\"/><circle cx=\"{:.1}\" cy=\"8\" r=\"4\"/></svg>",
        at(share.low),
        at(share.high),
        at(share.share),
    )
}

/// A part of a whole as a bar.
pub(super) fn bar(part: u64, whole: u64) -> String {
    let width = if whole == 0 {
        0.0
    } else {
        152.0 * part as f64 / whole as f64
    };
    format!(
        "<svg class=\"share\" aria-hidden=\"true\" viewBox=\"0 0 160 16\"><path class=\"axis\" d=\"M4 3v10M156 3v10\"/>\
         <rect x=\"4\" y=\"4\" width=\"{width:.1}\" height=\"8\"/></svg>"
    )
}

/// Months in their order, with limits as steps. A month beyond them is a square and is named in the text.
pub(super) fn chart(chart: &Chart) -> String {
    let all = chart.months.len().max(1) as f64;
    let x = |place: usize| 50.0 + 650.0 * (place as f64 + 0.5) / all;
    let half = 325.0 / all;
    let y = |share: f64| 210.0 - 190.0 * share;
    let mut band = String::new();
    let mut points = String::new();
    let mut path = String::new();
    let mut pen = "M";
    for (place, month) in chart.months.iter().enumerate() {
        let Some((share, limits)) = month.share.zip(month.limits) else {
            pen = "M";
            continue;
        };
        let of = share.of as f64;
        let (top, bottom) = (y(limits.high as f64 / of), y(limits.low as f64 / of));
        let (left, right) = (x(place) - half, x(place) + half);
        band += &format!(
            "<path class=\"limit\" d=\"M{left:.1} {top:.1}H{right:.1}M{left:.1} {bottom:.1}H{right:.1}\"/>"
        );
        path += &format!("{pen}{:.1} {:.1}", x(place), y(share.share));
        pen = "L";
        points += &if month.beyond {
            format!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"14\" height=\"14\"/>",
                x(place) - 7.0,
                y(share.share) - 7.0
            )
        } else {
            format!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>",
                x(place),
                y(share.share)
            )
        };
    }
    let middle = y(chart.all.share);
    let marks: String = [0, 25, 50, 75, 100]
        .iter()
        .map(|mark| {
            let at = y(f64::from(*mark) / 100.0);
            format!("<path class=\"axis\" d=\"M46 {at:.1}H50\"/><text x=\"42\" y=\"{:.1}\" text-anchor=\"end\">{mark}</text>", at + 5.0)
        })
        .collect();
    let every = chart.months.len().div_ceil(24);
    let months: String = chart
        .months
        .iter()
        .enumerate()
        .filter(|(place, _)| place % every == 0)
        .map(|(place, month)| {
            let words = crate::names::month(&month.month);
            let (name, year) = words.split_once(' ').unwrap_or((&words, ""));
            let short: String = name.chars().take(if chart.months.len() > 12 { 1 } else { 3 }).collect();
            let year = if place == 0 || name == "January" { year } else { "" };
            let at = x(place);
            format!(
                "<text x=\"{at:.1}\" y=\"230\" text-anchor=\"middle\">{}</text><text x=\"{at:.1}\" y=\"248\" text-anchor=\"middle\">{}</text>",
                super::html::safe(&short),
                super::html::safe(year)
            )
        })
        .collect();
    format!(
        "<svg class=\"chart\" aria-hidden=\"true\" viewBox=\"0 0 710 256\"><path class=\"axis\" d=\"M50 20V210H700\"/>{marks}{months}\
         <path class=\"middle\" d=\"M50 {middle:.1}H700\"/>{band}<path class=\"months\" d=\"{path}\"/>{points}</svg>\n"
    )
}
