#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts the plans of samples/ to JSON and CSV, compares their authorities, holds a plan against its inspection and
prints what came out.

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
    about = json.loads(path.read_text(encoding="utf-8"))["plan"]
    authority = about.get("authority", {}).get("name")
    if authority and about["kind"] != "inspection-report":
        first.setdefault(authority, str(path))
comparison = out / "comparison.html"
compared = subprocess.run([program, "compare", *first.values(), "-o", str(comparison)])
if compared.returncode == 0:
    print(f"{', '.join(first)} side by side (open it in a browser): {comparison}")

# A plan against the inspection that it answers, and the inspections side by side.
reports = [name for name in names if "-report." in name]
overview = out / "inspections.html"
subprocess.run([program, "inspections", *(name for name in reports if name.endswith(".pdf")), "-o", str(overview)])
traced = None
for report in (name for name in reports if name.endswith(".pdf")):
    plan = report.replace("-report.pdf", "-plan.docx")
    if plan in names:
        page = out / "trace.html"
        traced = subprocess.run([program, "trace", plan, report, "-o", str(page)])
        answer = subprocess.run([program, "trace", plan, report, "--to", "json"], stdout=subprocess.PIPE)
        found = json.loads(answer.stdout)
        print(f"{len(reports)} inspection reports side by side: {overview}")
        print(f"{pathlib.PurePath(plan).name} against {pathlib.PurePath(report).name}: {len(found['areas'])} areas, "
              f"{len(found.get('openAreas', []))} without an action: {page}")
sys.exit(made.returncode or compared.returncode or (traced.returncode if traced else 1))
