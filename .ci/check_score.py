#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the scoreboard's table on standard input; exit status 1 where a part's mean F1 is below its floor in the named file.

The file has a line `part floor` for each part; a part that the scoreboard did not print counts as below its floor, and so
does a document without a plan in which an action was found.
"""
import pathlib
import re
import sys

MEANS = {
    "corpus": r"^mean F1 over \d+ documents: ([0-9.]+)",
    "plans": r"^plans: mean F1 over \d+ documents: ([0-9.]+)",
    "cases": r"^mean F1 over \d+ documents with actions: ([0-9.]+)",
    "inspections": r"^mean F1 over \d+ reports: ([0-9.]+)",
    # Macro precision, recall and F1 stand behind those of all cells together.
    "tables": r"^ours(?: +[0-9.]+){5} +([0-9.]+)",
}


def main(path):
    lines = [line.split() for line in pathlib.Path(path).read_text().splitlines() if line and not line.startswith("#")]
    floors = {part: float(floor) for part, floor in lines}
    board = sys.stdin.read()
    failed = False
    for part, floor in floors.items():
        found = re.search(MEANS[part], board, re.MULTILINE)
        mean = float(found[1]) if found else None
        said = "not printed" if mean is None else f"{mean:.3f}"
        print(f"ci: {part}: mean F1 {said}, floor {floor:.3f}")
        failed = failed or mean is None or mean < floor
    alone = re.search(r"(\d+) of (\d+) without actions left alone", board)
    if alone and alone[1] != alone[2]:
        print(f"ci: an action was found in {int(alone[2]) - int(alone[1])} documents that have none")
        failed = True
    return failed and "ci: a score is below its floor in " + path


sys.exit(main(sys.argv[1]))
