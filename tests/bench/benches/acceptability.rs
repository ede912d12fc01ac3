//! Nanoseconds a draw, native, one thread.
#![expect(
    missing_docs,
    reason = "criterion's macro makes a public function without any"
)]

use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const DRAWS: u32 = 100_000;

fn acceptability(c: &mut Criterion) {
    let Ok(workloads) = weighup_bench::workloads() else {
        return;
    };
    let mut group = c.benchmark_group("acceptability");
    group
        .throughput(Throughput::Elements(u64::from(DRAWS)))
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .sample_size(40);
    for workload in workloads {
        group.bench_function(workload.name, |b| b.iter(|| workload.run(DRAWS)));
    }
    group.finish();
}

criterion_group!(benches, acceptability);
criterion_main!(benches);
