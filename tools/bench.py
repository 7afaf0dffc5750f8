#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures speed and memory. Every figure of a run is taken on the same machine in the same minutes, so that ratios count.

    tools/bench.py PROGRAM [--megabytes 100] [--check]     --check: exit status 1 where a target is missed

Groups that need tools of `make bench-setup` say so and are left out where those are missing.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import synthetic  # noqa: E402
from samples_list import plans  # noqa: E402

OUT = pathlib.Path("build/bench")
ROWS = []


def run(command, output=subprocess.DEVNULL):
    """Runs a command; wall seconds, CPU seconds and peak memory in bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: exit status {process.returncode}: {' '.join(map(str, command))}")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def row(what, value, target, met):
    ROWS.append((what, value, target, "" if met is None else "yes" if met else "NO"))


def cold_start(program, repeats=21):
    """One plan from a cold process, against a Python that only starts and reads the file. Runs alternate, medians count."""
    path = next((path for path in plans() if path.suffix == ".txt"), None)
    if path is None:
        small = OUT / "small.txt"
        synthetic.write(0.09, small)
        path = small
    ours, theirs = [], []
    code = f"import csv; list(csv.reader(open({str(path)!r}, encoding='utf-8'), delimiter='\\t'))"
    for _ in range(repeats):
        ours.append(run([program, "convert", path])[0])
        theirs.append(run(["python3", "-c", code])[0])
    mine, other = statistics.median(ours), statistics.median(theirs)
    row(f"cold convert of {path.name} ({path.stat().st_size // 1000} kB)", f"{mine * 1000:.1f} ms", "60 ms", mine < 0.06)
    row("  against python3 -c 'import csv' and reading it", f"{mine / other:.2f}", "2 or less", mine / other <= 2)


def large_export(program, megabytes):
    """A synthetic export: speed, memory, and whether ten times the size takes ten times as long."""
    speeds = []
    for size in (megabytes / 10, megabytes):
        path = OUT / f"synthetic-{size:g}.txt"
        synthetic.write(size, path)
        wall, cpu, memory = run([program, "convert", path], open(OUT / "synthetic.json", "wb"))
        speeds.append(size / wall)
        row(f"export of {size:g} MB", f"{size / wall:.1f} MB/s", "20 or more", size / wall >= 20)
        if size == megabytes:
            times = memory / path.stat().st_size
            row("  processor time", f"{cpu:.2f} s", "", None)
            row("  peak memory / size", f"{times:.1f}", "12 or less", times <= 12)
            row("  speed against that of a tenth of the size", f"{speeds[1] / speeds[0]:.2f}", "0.8 or more",
                speeds[1] / speeds[0] >= 0.8)
        path.unlink()
    (OUT / "synthetic.json").unlink()


def formats(program):
    """Each sample, by format, from a cold process."""
    for path in plans():
        if path.suffix == ".txt":
            continue
        wall = statistics.median(run([program, "convert", path])[0] for _ in range(7))
        row(f"cold convert of {path.name}", f"{wall * 1000:.1f} ms", "40 ms" if path.suffix == ".docx" else "",
            wall < 0.04 if path.suffix == ".docx" else None)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not shutil.which(options.program):
        sys.exit(f"bench: {options.program} is not built")
    OUT.mkdir(parents=True, exist_ok=True)
    cold_start(options.program)
    formats(options.program)
    large_export(options.program, options.megabytes)
    width = max(len(entry[0]) for entry in ROWS)
    print(f"{'measure':{width}}  {'value':>12}  {'target':>12}  met")
    for what, value, target, met in ROWS:
        print(f"{what:{width}}  {value:>12}  {target:>12}  {met}")
    sys.exit(options.check and any(met == "NO" for *_, met in ROWS))


if __name__ == "__main__":
    main()
