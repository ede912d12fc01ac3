//! Prints nanoseconds per draw, one line per workload: the quick way. `cargo bench -p weighup-bench` is the careful one.

use std::time::Instant;

const DRAWS: u32 = 20_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // An argument picks the workload to run.
    let only: Option<usize> = std::env::args().nth(1).and_then(|a| a.parse().ok());
    for (i, workload) in weighup_bench::workloads()?.into_iter().enumerate() {
        if only.is_some_and(|o| o != i) {
            continue;
        }
        let mut best = f64::INFINITY;
        for _ in 0..100 {
            let start = Instant::now();
            std::hint::black_box(workload.run(DRAWS)?);
            best = best.min(start.elapsed().as_secs_f64());
        }
        println!("{}\t{:.1}", workload.name, best * 1e9 / f64::from(DRAWS));
    }
    if only.is_none_or(|o| o == 5) {
        for outcomes in [6, 8] {
            let problem = weighup_bench::real_aid(outcomes);
            let mut best = f64::INFINITY;
            for _ in 0..100 {
                let start = Instant::now();
                std::hint::black_box(weighup_core::compute::compute(&problem)?);
                best = best.min(start.elapsed().as_secs_f64());
            }
            println!(
                "a real aid, {outcomes} outcomes, 20,000 draws, whole result\t{:.2} ms",
                best * 1e3
            );
        }
    }
    Ok(())
}
