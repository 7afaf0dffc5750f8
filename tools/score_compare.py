#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the themes and counterparts of `commonplan compare` against labels that people gave to real plans.

    tools/score_compare.py PROGRAM [GOLD]

GOLD (default ../shared/gold) holds the plans as canonical JSON; they are not part of the project. The labels are in
Tests/ComparisonTests/Labels. Exit status 1 where the micro-F1 of the themes is below 0.85 on all labels or on the held-out
ones, or fewer than 70 % of the judged counterparts that still come first are accepted.
"""
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

LEAST_F1, LEAST_ACCEPTED = 0.85, 0.70
root = pathlib.Path(__file__).resolve().parent.parent
program = sys.argv[1]
gold = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root.parent / "shared" / "gold"
if not gold.is_dir():
    print(f"score: {gold} is not there; themes and counterparts of real plans were NOT scored")
    sys.exit(0)
labels = root / "Tests" / "ComparisonTests" / "Labels"


def read(name):
    with open(labels / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


themes, verdicts = read("themes.csv"), read("counterparts.csv")
names = sorted({row["plan"] for row in themes})
with tempfile.TemporaryDirectory() as folder:
    for name in names:
        plan = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        # A gold file says what a document holds, not where: the parts that only a reader knows are filled in.
        plan.setdefault("document", {
            "file": f"{name}.pdf", "mediaType": "application/pdf", "sha256": "0" * 64, "reader": "gold", "readerVersion": "0",
            "ocr": False})
        for key in ("sections", "actions", "indicators", "groups", "glossary", "narrative", "unplaced", "furniture", "findings"):
            for item in plan.setdefault(key, []):
                if isinstance(item, dict):
                    item.setdefault("source", {})
                    for part in item.get("milestones", []) + item.get("updates", []):
                        part.setdefault("source", {})
        (pathlib.Path(folder) / f"{name}.json").write_text(json.dumps(plan), encoding="utf-8")
    files = [str(pathlib.Path(folder) / f"{name}.json") for name in names]
    made = subprocess.run([program, "compare", *files, "--to", "json"], check=True, stdout=subprocess.PIPE).stdout
comparison = json.loads(made)
actions = {(names[item["plan"]], item["id"]): item for item in comparison["actions"]}

failed = False
for part in ("tune", "held-out", ""):
    counts = collections.Counter()
    for row in themes:
        if part and row["set"] != part:
            continue
        wanted = set(row["themes"].split())
        found = {theme["id"] for theme in actions[row["plan"], row["action"]]["themes"]}
        counts["right"] += len(wanted & found)
        counts["extra"] += len(found - wanted)
        counts["missed"] += len(wanted - found)
    f1 = 2 * counts["right"] / max(1, 2 * counts["right"] + counts["extra"] + counts["missed"])
    if part != "tune":
        failed |= f1 < LEAST_F1
    print(f"themes, {part or 'all'}: {counts['right']} right, {counts['extra']} too many, {counts['missed']} missed, micro-F1 {f1:.3f}")

current = accepted = 0
for row in verdicts:
    found = actions[row["plan"], row["action"]]["counterparts"]
    if found and (names[found[0]["plan"]], found[0]["id"]) == (row["other_plan"], row["other_action"]):
        current += 1
        accepted += row["accepted"] == "yes"
share = accepted / max(1, current)
failed |= share < LEAST_ACCEPTED
with_one = sum(bool(item["counterparts"]) for item in comparison["actions"])
print(f"counterparts: {with_one} of {len(comparison['actions'])} actions have one; of {len(verdicts)} judged first ones {current} "
      f"still come first, {accepted} of them accepted ({share:.0%})")
sys.exit(failed)
