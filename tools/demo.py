#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts the plans of samples/ to JSON and CSV, compares their authorities and prints what came out.

    tools/demo.py PROGRAM DIR
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from samples_list import plans  # noqa: E402

program, out = sys.argv[1], pathlib.Path(sys.argv[2])
files = plans()
if not files:
    sys.exit("demo: samples/ holds no plans")
names = [str(path) for path in files]
made = subprocess.run([program, "convert", *names, "-o", str(out / "json"), "--ledger"], stderr=subprocess.PIPE, text=True)
subprocess.run([program, "convert", *names, "-o", str(out / "csv"), "--to", "csv"], stderr=subprocess.DEVNULL)

coverage = {}
for line in made.stderr.splitlines():
    name, _, rest = line.partition(": ledger: coverage ")
    if rest:
        coverage[pathlib.PurePath(name).name] = rest.split(",", 1)[0]
    else:
        print(line, file=sys.stderr)

rows = []
for path in sorted((out / "json").glob("*.json"), key=lambda path: path.name):
    plan = json.loads(path.read_text(encoding="utf-8"))
    file = plan["document"]["file"]
    rows.append((file, plan["plan"].get("title", "-")[:40], len(plan["sections"]), len(plan["actions"]),
                 len(plan["indicators"]), coverage.get(file, "-")))
head = ("plan", "title", "sections", "actions", "indicators", "coverage")
widths = [max(len(str(row[column])) for row in [head, *rows]) for column in range(len(head))]
for row in [head, *rows]:
    print("  ".join(str(cell).ljust(width) if column < 2 else str(cell).rjust(width)
                    for column, (cell, width) in enumerate(zip(row, widths))))
print(f"\nThe plans as JSON: {out}/json/\nAll plans as CSV tables (with csv-metadata.json and datapackage.json): {out}/csv/")

# One plan an authority.
first = {}
for path in sorted((out / "json").glob("*.json"), key=lambda path: path.name):
    authority = json.loads(path.read_text(encoding="utf-8"))["plan"].get("authority", {}).get("name")
    if authority:
        first.setdefault(authority, str(path))
comparison = out / "comparison.html"
compared = subprocess.run([program, "compare", *first.values(), "-o", str(comparison)])
if compared.returncode == 0:
    print(f"{', '.join(first)} side by side (open it in a browser): {comparison}")
sys.exit(made.returncode or compared.returncode)
