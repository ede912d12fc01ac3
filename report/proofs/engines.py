"""Every table four times over: by the report, by a recount of the lines, by DuckDB, and by a Spark cluster on this machine.

    python engines.py --report PATH/TO/weighup-report [--rows 20000] [--no-spark]

The cluster is a master and two workers of one core on the loopback interface. The last line says how many tables agree.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet

sys.path.insert(0, str(Path(__file__).parent))
import recount  # noqa: E402

JOB = Path(__file__).parent.parent / "spark" / "count.py"
WAYS = {"version": "version", "language": "language", "month": "month", "item": "item", "easy_read": "easy-read"}
WAYS.update({"need_" + need.replace("-", "_"): need for need in recount.NEEDS})


def counted(rows):
    """Rows of a result as counts. In a result of an engine the filled column says what a group is by."""
    table = Counter()
    for row in rows:
        if not row["people"]:
            continue
        if "by" in row:
            by, group = row["by"], row["group"]
        else:
            filled = [(way, row[column]) for column, way in WAYS.items() if row.get(column) is not None]
            by, group = filled[0] if filled else ("everyone", "")
            group = {True: "yes", False: "no"}.get(group, group)
        table[row["aid"], by, group, row["answer"]] += int(row["people"])
    return table


def of_files(folder, name):
    one = folder / f"{name}.parquet"
    return counted(parquet.read_table(one if one.is_file() else folder / name).to_pylist())


def of_duckdb(given, questions):
    engine = duckdb.connect()
    engine.execute(f"CREATE VIEW given AS SELECT * EXCLUDE (id) FROM read_parquet('{given}/*.parquet')")
    out = {}
    for question in sorted(questions.glob("*.sql")):
        result = engine.execute(question.read_text())
        names = [column[0] for column in result.description]
        out[question.stem] = counted(dict(zip(names, row)) for row in result.fetchall())
    return out


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def of_spark(report, given, scratch):
    """Starts a cluster, has it count, and stops it."""
    import pyspark

    home = Path(pyspark.__file__).parent
    port = free_port()
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    start = [str(home / "bin" / "spark-class")]
    own = ["--host", "127.0.0.1", "--webui-port", "0"]
    begun = []

    def begin(name, *arguments):
        log = open(scratch / f"{name}.log", "wb")
        begun.append(subprocess.Popen(start + list(arguments), env=environment, stdout=log, stderr=log, start_new_session=True))

    try:
        begin("master", "org.apache.spark.deploy.master.Master", "--port", str(port), *own)
        until = time.monotonic() + 120
        while not listens(port):
            if begun[0].poll() is not None or time.monotonic() > until:
                raise SystemExit((scratch / "master.log").read_text())
            time.sleep(0.2)
        for name in ("one", "two"):
            begin(name, "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", str(scratch / name), *own, f"spark://127.0.0.1:{port}")
        questions = scratch / "questions-spark"
        subprocess.run([report, "questions", "--dialect", "spark", "--to", questions], check=True)
        settings = ["spark.driver.host=127.0.0.1", "spark.ui.enabled=false", "spark.sql.shuffle.partitions=2", "spark.cores.max=2", "spark.scheduler.minRegisteredResourcesRatio=1.0"]
        # The job waits until both workers are there, so that it is a cluster of two that counts.
        submit = [str(home / "bin" / "spark-submit"), "--master", f"spark://127.0.0.1:{port}", "--executor-cores", "1", "--executor-memory", "768m"]
        submit += [part for setting in settings for part in ("--conf", setting)]
        job = [str(JOB), "--questions", str(questions), "--to", str(scratch / "spark"), *map(str, given)]
        done = subprocess.run(submit + job, env=environment, capture_output=True, text=True, timeout=900)
        if done.returncode:
            raise SystemExit(done.stderr[-4000:])
        log = (scratch / "master.log").read_text()
        workers, executors = log.count("Registering worker"), log.count("Launching executor")
        print(f"Spark {pyspark.__version__}: {workers} workers, {executors} executors")
        if workers != 2 or executors < 2:
            raise SystemExit("the cluster was not one of two workers")
    finally:
        for process in reversed(begun):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)


def same(name, ours, theirs, who):
    if ours == theirs:
        return 1
    differing = sorted(key for key in ours.keys() | theirs.keys() if ours[key] != theirs[key])
    for key in differing[:5]:
        print(f"{name} {key}: {ours[key]} by the report, {theirs[key]} by {who}")
    return 0


def main():
    read = argparse.ArgumentParser()
    read.add_argument("--report", required=True, type=Path)
    read.add_argument("--rows", default=20_000, type=int)
    read.add_argument("--no-spark", action="store_true")
    asked = read.parse_args()
    report = str(asked.report.resolve())
    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        run = lambda *arguments: subprocess.run([report, *map(str, arguments)], check=True, stderr=subprocess.DEVNULL)  # noqa: E731
        # Two clinics, and somebody who stands in both: each person counts once, whoever counts.
        for name, seed in (("one", 1), ("two", 2)):
            run("sample", "--rows", asked.rows // 2, "--seed", seed, "--to", scratch / f"{name}.jsonl")
        lines = [(scratch / f"{name}.jsonl").read_text().splitlines() for name in ("one", "two")]
        (scratch / "two.jsonl").write_text("\n".join(lines[1] + lines[0][:50]) + "\n")
        both = [scratch / "one.jsonl", scratch / "two.jsonl"]
        run("count", *both, "--to", scratch / "counts")
        run("take", *both, "--to", scratch / "given")
        run("questions", "--to", scratch / "questions")
        engines = {
            "a recount": recount.tables(lines[0] + lines[1] + lines[0][:50]),
            "DuckDB": of_duckdb(scratch / "given", scratch / "questions"),
        }
        names = sorted(question.stem for question in (scratch / "questions").glob("*.sql"))
        ours = {name: of_files(scratch / "counts", name) for name in names}
        if not asked.no_spark:
            # Apart, as two hospitals would take them: here Spark finds who stands in both.
            for path in both:
                run("take", path, "--to", scratch / f"given-{path.stem}")
            of_spark(report, [scratch / "given-one", scratch / "given-two"], scratch)
            engines["Spark"] = {name: of_files(scratch / "spark", name) for name in names}
            run("--from", scratch / "spark", "--out", scratch / "page-spark")
            run("--from", scratch / "counts", "--out", scratch / "page")
            for table in ("people", "end", "collaborate", "marks", "changes", "months"):
                theirs = scratch / "page-spark" / "tables" / f"{table}.csv"
                if theirs.read_bytes() != (scratch / "page" / "tables" / f"{table}.csv").read_bytes():
                    raise SystemExit(f"{table}.csv of Spark's counts is another")
        agreed, failed = 0, 0
        for who, tables in engines.items():
            here = sum(same(name, ours[name], tables[name], who) for name in names)
            rows = sum(len(tables[name]) for name in names)
            print(f"{who}: {here} of {len(names)} tables agree, {rows} numbers")
            agreed, failed = agreed + here, failed + len(names) - here
        print(f"{agreed} passed, {failed} failed")
        raise SystemExit(1 if failed or not agreed else 0)


if __name__ == "__main__":
    main()
