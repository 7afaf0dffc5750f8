#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the scoreboard's table on standard input; exit status 1 where the mean F1 is below the floor in the named file."""
import pathlib
import re
import sys

floor = float(pathlib.Path(sys.argv[1]).read_text())
found = re.search(r"^mean F1 over \d+ documents: ([0-9.]+)", sys.stdin.read(), re.MULTILINE)
if not found:
    sys.exit("ci: the scoreboard printed no mean F1")
mean = float(found[1])
print(f"ci: mean F1 {mean:.3f}, floor {floor:.3f}")
sys.exit(mean < floor and f"ci: the mean F1 fell below the floor in {sys.argv[1]}")
