#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what tests compare with: samples/golden/NAME.json, what the program makes of each sample, the help pages, and
docs/rules.md.

Only with COMMONPLAN_WRITE_GOLDEN=1 in the environment, which `make golden` sets and nothing else does: a test that
rewrites what it compares with can never fail.

    tools/golden.py PROGRAM
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from samples_list import plans  # noqa: E402

if os.environ.get("COMMONPLAN_WRITE_GOLDEN") != "1":
    sys.exit("golden: run `make golden`, read the difference, then commit it")
golden = pathlib.Path("samples/golden")
golden.mkdir(parents=True, exist_ok=True)
for path in plans():
    if "-scan." in path.name:
        continue  # what OCR reads differs from one version of tesseract to the next
    result = subprocess.run([sys.argv[1], "convert", str(path)], stdout=subprocess.PIPE, check=True)
    # The version is no property of the reading: a golden file outlives it.
    (golden / f"{path.name}.json").write_bytes(result.stdout)
snapshots = pathlib.Path("Tests/CommandLineTests/Snapshots")
snapshots.mkdir(parents=True, exist_ok=True)
for command in [[], ["convert"], ["validate"], ["rules"], ["compare"], ["diff"], ["trace"], ["inspections"], ["tables"], ["explain"], ["schema"]]:
    result = subprocess.run([sys.argv[1], *command, "--help"], stdout=subprocess.PIPE, check=True, env={**os.environ, "COLUMNS": "80"})
    (snapshots / ("-".join(["commonplan", *command]) + ".txt")).write_bytes(result.stdout)
rules = pathlib.Path("docs/rules.md")
rules.parent.mkdir(exist_ok=True)
rules.write_bytes(subprocess.run([sys.argv[1], "rules", "--to", "markdown"], stdout=subprocess.PIPE, check=True).stdout)
print(subprocess.run(["git", "status", "--short", str(golden), str(snapshots), str(rules)], capture_output=True, text=True).stdout, end="")
