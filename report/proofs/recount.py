"""Counts every table once more, from the lines themselves, with none of the report's code and none of its SQL."""

import json
from collections import Counter

NEEDS = ["larger-type", "in-full", "one-by-one", "read-aloud", "someone-helped"]
STAGES = ["not-started", "considering", "close-to-choosing", "chosen"]


def stage(row):
    before, after = row["stage"]["before"], row["stage"]["after"]
    if before is None or after is None:
        return "not-said"
    moved = STAGES.index(after) - STAGES.index(before)
    return "closer" if moved > 0 else "further" if moved < 0 else "same"


def ready(row):
    def fine(prompts):
        return None if prompts is None else not prompts["not_yet"]

    before, after = fine(row["ready"]["before"]), fine(row["ready"]["after"])
    if after is None:
        return "not-said"
    if after:
        return {None: "fine", True: "stayed", False: "became"}[before]
    return "no-longer" if before else "not-yet"


def understanding(row):
    told = row["understanding"]
    if not told["asked"]:
        return "not-asked"
    if len(told["right"]) == told["asked"]:
        return "all"
    if told["right"]:
        return "some"
    return "none" if told["other"] else "not-tried"


def measure(row, name, score, top, below):
    for given in row["measures"]:
        if given["id"] == name and None not in given["answers"]:
            return top if score(given["answers"]) else below
    return "not-given"


PEOPLE = {
    "end": lambda row: "finished" if row["finished"] else row["stopped"] or "nowhere",
    "stage": stage,
    "ready": ready,
    "understanding": understanding,
    "collaborate": lambda row: measure(row, "collaborate", lambda answers: answers == [9, 9, 9], "top", "below"),
    "sure": lambda row: measure(row, "sure", lambda answers: sum(answers) == 4, "all-four", "fewer"),
    "agreement": lambda row: row["fits_choice"] or "not-known",
    "gap": lambda row: "one-person" if row["gap"] is None else row["gap"] if row["who"] == "with-professional" else "no-professional",
    "decision": lambda row: row["decision"] or "not-said",
    "leaning": lambda row: row["leaning"] or "not-said",
    "method": lambda row: row["method"] or "nothing-weighed",
    "who": lambda row: row["who"] or "not-said",
    "use": lambda row: row["use"] or "not-said",
}

ITEMS = {
    "opened": (lambda row: [(item, "opened") for item in row["opened"]], "not-opened"),
    "marks": (lambda row: [(mark["outcome"], mark["mark"]) for mark in row["marked"]], "no-mark"),
    "understood": (
        lambda row: [(item, "right") for item in row["understanding"]["right"]]
        + [(item, "otherwise") for item in row["understanding"]["other"]],
        "no-answer",
    ),
    "prompts": (
        lambda row: [(item, "fine") for item in (row["ready"]["after"] or {}).get("fine", [])]
        + [(item, "not-yet") for item in (row["ready"]["after"] or {}).get("not_yet", [])],
        "not-said",
    ),
    "steps": (lambda row: [(item, "opened") for item in row["steps"]], "not-opened"),
}


def groups(row):
    yield "everyone", ""
    yield "language", row["language"]
    yield "month", row["month"]
    yield "easy-read", "yes" if row["easy_read"] else "no"
    for need in NEEDS:
        yield need, "yes" if need in row["needs"] else "no"


def tables(lines):
    """Every table: a count for each aid, way to group, group and answer. Of lines with the same id the first one counts."""
    seen, rows = set(), []
    for line in lines:
        row = json.loads(line)
        if row["id"] not in seen:
            seen.add(row["id"])
            rows.append(row)
    out = {}
    for name, answer in PEOPLE.items():
        table = out[name] = Counter()
        for row in rows:
            said, aid = answer(row), row["aid"]
            for by, group in groups(row):
                table[None, by, group, said] += 1
                table[aid["id"], by, group, said] += 1
            table[aid["id"], "version", aid["version"], said] += 1
    of_aid = Counter(row["aid"]["id"] for row in rows)
    for name, (said, rest) in ITEMS.items():
        table = out[name] = Counter()
        for row in rows:
            for item, answer in said(row):
                table[row["aid"]["id"], "item", item, answer] += 1
        named = Counter()
        for (aid, _, item, _), people in list(table.items()):
            named[aid, item] += people
        for (aid, item), people in named.items():
            if of_aid[aid] > people:
                table[aid, "item", item, rest] = of_aid[aid] - people
    return out
