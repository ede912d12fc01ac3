"""Counts answers with Apache Spark, where they outgrow one machine.

It asks the questions of `report/queries/`, as `weighup-report questions --dialect spark --to QUESTIONS` writes them, of folders that
`weighup-report take` wrote, and writes a table for each. `weighup-report --from TABLES` makes the page of them. Nothing of the
questions is here.

    spark-submit --master spark://HOST:7077 report/spark/count.py --questions QUESTIONS --to TABLES GIVEN [GIVEN ...]
"""

import argparse
import json
from pathlib import Path

from pyspark.sql import SparkSession

WARNING = (
    "These counts have small numbers in them that could point at somebody. Keep them where the answers are kept.\n"
    "`weighup-report --from` makes the page and the tables that can be published.\n"
)


def together(counts, people, again):
    """What became of every row, from what `take` wrote beside each folder; people who stand in several count once."""
    files = [file for count in counts for file in count["files"]]
    troubled = [file for file in files if file["refused"] or file["lost"] or file.get("broken")]
    whole = {"name": f"{len(files)} files", "kept": people, "again": again + sum(file["again"] for file in files), "refused": 0, "lost": 0}
    refused = {}
    for count in counts:
        for why, rows in count["refused"].items():
            refused[why] = refused.get(why, 0) + rows
    return {
        "files": [whole] + [{**file, "kept": 0, "again": 0} for file in troubled],
        "refused": dict(sorted(refused.items())),
        "examples": [example for count in counts for example in count["examples"]][:20],
        "passed_over": sum(count["passed_over"] for count in counts),
    }


def main():
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("given", nargs="+", type=Path, help="folders that `weighup-report take` wrote")
    read.add_argument("--questions", required=True, type=Path, help="folder of SQL for Spark")
    read.add_argument("--to", required=True, type=Path, help="folder for the tables")
    asked = read.parse_args()

    counts = []
    for folder in asked.given:
        beside = folder / "taken.json"
        if not beside.is_file():
            raise SystemExit(f"{folder} has no taken.json: its rows were never checked. Write it with `weighup-report take`.")
        counts.append(json.loads(beside.read_text()))

    spark = SparkSession.builder.appName("weighup-report").getOrCreate()
    rows = spark.read.option("pathGlobFilter", "*.parquet").parquet(*[str(folder.resolve()) for folder in asked.given])
    before = rows.count()
    once = rows.dropDuplicates(["id"]).drop("id").cache()
    people = once.count()
    once.createOrReplaceTempView("given")

    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "NOT-FOR-PUBLISHING.txt").write_text(WARNING)
    for question in sorted(asked.questions.glob("*.sql")):
        table = spark.sql(question.read_text())
        table.coalesce(1).write.mode("overwrite").parquet(str((asked.to / question.stem).resolve()))
    (asked.to / "taken.json").write_text(json.dumps(together(counts, people, before - people), indent=2) + "\n")
    spark.stop()


if __name__ == "__main__":
    main()
