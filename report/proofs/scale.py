"""What a report costs against rows, as a table: seconds and memory, from Parquet and from JSON Lines.

    python scale.py --report PATH/TO/weighup-report [--most 10000000] [--scratch FOLDER]

Give it an optimised build: cargo build --profile counting -p weighup-report. It fails where ten million rows of Parquet take more
than 60 s or 2 GB, and where the cost is no straight line.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

SECONDS, MEGABYTES = 60, 2_000


def measured(arguments):
    """Runs a command: wall clock, processor time, and the most memory that it held."""
    begun = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(said.decode()[-2000:])
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    read = argparse.ArgumentParser()
    read.add_argument("--report", required=True)
    read.add_argument("--most", default=10_000_000, type=int)
    read.add_argument("--scratch")
    asked = read.parse_args()
    wrong, rows, costs = [], 10_000, []
    print("| people | from | file, MB | seconds | of processors | memory, MB |\n|---|---|---|---|---|---|")
    while rows <= asked.most:
        for kind in ("Parquet", "JSON Lines"):
            scratch = Path(tempfile.mkdtemp(dir=asked.scratch))
            try:
                given = scratch / ("given" if kind == "Parquet" else "given.jsonl")
                measured([asked.report, "sample", "--rows", str(rows), "--to", str(given)])
                files = [given] if given.is_file() else list(given.iterdir())
                size = sum(file.stat().st_size for file in files) / 1e6
                wall, processors, memory = measured([asked.report, str(given), "--out", str(scratch / "out"), "--scratch", str(scratch)])
            finally:
                shutil.rmtree(scratch)
            print(f"| {rows:,} | {kind} | {size:,.0f} | {wall:.1f} | {processors:.1f} | {memory:,.0f} |", flush=True)
            if kind == "Parquet":
                costs.append((rows, processors))
                if rows == 10_000_000 and (wall > SECONDS or memory > MEGABYTES):
                    wrong.append(f"{rows:,} rows took {wall:.0f} s and {memory:,.0f} MB")
        rows *= 10
    # What each further row costs may not grow: the last step against the one before.
    steps = [(after - before) / (more - fewer) for (fewer, before), (more, after) in zip(costs, costs[1:])]
    if len(steps) > 1 and steps[-1] > 1.5 * steps[-2]:
        wrong.append(f"a row costs {steps[-1] * 1e6:.1f} µs more at the end, and {steps[-2] * 1e6:.1f} µs before")
    raise SystemExit("; ".join(wrong) or 0)


if __name__ == "__main__":
    main()
