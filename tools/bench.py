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
import synthetic_office  # noqa: E402
from samples_list import plans  # noqa: E402

MIB = 1 << 20
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
        # The best of three: what else the machine does can only make a run slower.
        runs = [run([program, "convert", path], open(OUT / "synthetic.json", "wb")) for _ in range(3)]
        wall, cpu, memory = (min(figures) for figures in zip(*runs))
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


def word(program):
    """A Word file of 130,000 cells, against python-docx only opening it."""
    path = OUT / "large.docx"
    synthetic_office.docx(130_000, path)
    wall, _, memory = run([program, "convert", path])
    row("Word file of 130,000 cells", f"{wall:.2f} s", "", None)
    row("  peak memory", f"{memory / MIB:.0f} MiB", "150 MiB", memory <= 150 * MIB)
    theirs, _, _ = run([sys.executable, "-c", f"import docx; docx.Document({str(path)!r})"])
    row("  times faster than python-docx opens it", f"{theirs / wall:.1f}", "10 or more", theirs / wall >= 10)
    cells = f"import docx; [[cell.text for cell in row.cells] for table in docx.Document({str(path)!r}).tables for row in table.rows]"
    theirs, _, _ = run([sys.executable, "-c", cells])
    row("  times faster than python-docx reads its cells", f"{theirs / wall:.1f}", "", None)
    path.unlink()


def pdf(program):
    """A PDF of 400 pages end to end; its tables, in pages per CPU-second, against other tools on the same file."""
    path, pages = OUT / "large.pdf", 400
    synthetic_office.pdf(pages, path)
    _, cpu, memory = run([program, "convert", path])
    row(f"PDF of {pages} pages, processor time", f"{cpu:.2f} s", "2 s", cpu <= 2)
    row("  peak memory", f"{memory / MIB:.0f} MiB", "120 MiB", memory <= 120 * MIB)
    tenfold = OUT / "tenfold.pdf"
    synthetic_office.pdf(10 * pages, tenfold)
    _, long, grown = run([program, "convert", tenfold])
    row(f"  processor time of {10 * pages} pages", f"{long:.2f} s", "20 s", long <= 20)
    row("  peak memory", f"{grown / MIB:.0f} MiB", "", None)
    tenfold.unlink()
    _, ours, _ = run([program, "tables", path])
    row("  tables, pages a CPU-second", f"{pages / ours:.0f}", "", None)
    _, layout, _ = run(["pdftotext", "-bbox-layout", path, os.devnull])
    row("  share of the speed of pdftotext -bbox-layout", f"{layout / ours:.2f}", "0.7 or more", layout / ours >= 0.7)
    few = OUT / "few.pdf"
    synthetic_office.pdf(20, few)
    codes = {
        "pdfplumber": (20, "[p.extract_tables() for p in pdfplumber.open(f).pages]"),
        "pymupdf": (10, "[p.find_tables() for p in pymupdf.open(f)]"),
        "camelot": (50, "camelot.read_pdf(f, pages='all', flavor='lattice')"),
    }
    for name, (times, code) in codes.items():
        if subprocess.run([sys.executable, "-c", f"import {name}"], stderr=subprocess.DEVNULL).returncode:
            row(f"  against {name}", "-", "make bench-setup", None)
            continue
        _, theirs, _ = run([sys.executable, "-c", f"import {name}; f = {str(few)!r}; {code}"])
        ratio = (theirs / 20) / (ours / pages)
        row(f"  times faster than {name}", f"{ratio:.0f}", f"{times} or more", ratio >= times)
    ratio = tablers_ratio([path], ours)
    if ratio is not None:
        row("  times the speed of tablers", f"{ratio:.2f}", "more than 1", ratio > 1)
    path.unlink()
    few.unlink()


def reports(program):
    """Real reports made with Word, where the shared set is beside the checkout: pages a CPU-second against other readers."""
    paths = sorted(pathlib.Path("../shared/inspections/pdf").glob("*.pdf"))
    if not paths:
        row("real reports", "-", "../shared/inspections", None)
        return
    pages = 0
    for path in paths:
        said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        pages += next(int(line.split()[1]) for line in said.splitlines() if line.startswith("Pages:"))

    def speed(command):
        # The best of three, each tool in turn: what else the machine does can only make a run slower.
        return max(pages / sum(run(command(path))[1] for path in paths) for _ in range(3))

    ours = speed(lambda path: [program, "tables", path])
    row(f"{len(paths)} real reports, {pages} pages: tables, pages a CPU-second", f"{ours:.0f}", "", None)
    ratio = ours / speed(lambda path: ["pdftotext", "-bbox-layout", path, os.devnull])
    row("  times the speed of pdftotext -bbox-layout", f"{ratio:.1f}", "4 or more", ratio >= 4)
    ratio = tablers_ratio(paths, pages / ours)
    if ratio is not None:
        row("  times the speed of tablers", f"{ratio:.2f}", "more than 1", ratio > 1)


def tablers_ratio(paths, ours):
    """How many times longer than `ours`, in CPU seconds, tablers needs for the tables of some files, its start not counted."""
    if subprocess.run([sys.executable, "-c", "import tablers"], stderr=subprocess.DEVNULL).returncode:
        row("  against tablers", "-", "make bench-setup", None)
        return None
    code = ("import sys, time, tablers\n"
            "def all():\n"
            "  for f in sys.argv[1:]:\n"
            "    with tablers.Document(f) as d:\n"
            "      for p in d.pages(): [t.to_csv() for t in tablers.find_tables(p, extract_text=True)]\n"
            "all()\n"
            "start = time.process_time(); all(); print(time.process_time() - start)")
    said = [subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True) for _ in range(3)]
    if any(one.returncode for one in said):
        row("  against tablers", "-", "it fails on these files", None)
        return None
    return min(float(one.stdout) for one in said) / ours


def validation(program, plans_at_once=200):
    """Canonical JSON of the size of a large plan (74 actions, 280 kB), validated on one core: reading and all rules."""
    text, plan = OUT / "validation.txt", OUT / "validation.json"
    size = 0.04
    while True:  # the same seed at any size: a longer text is the same plans and some more
        synthetic.write(size, text)
        with open(plan, "wb") as output:
            run([program, "convert", text], output)
        if plan.stat().st_size >= 280_000:
            break
        size *= 1.1
    report = [program, "validate", "--fail-on", "never", "--format", "sarif", "-o", OUT / "validation.sarif"]
    _, one, _ = run([*report, plan])
    _, many, memory = run([*report, *[plan] * plans_at_once])
    rate = (plans_at_once - 1) / (many - one) * 60
    row(f"validation of JSON of {plan.stat().st_size // 1000} kB, plans a CPU-minute", f"{rate:.0f}", "10000 or more",
        rate >= 10_000)
    row("  peak memory of a report on 200 plans", f"{memory / MIB:.0f} MiB", "", None)
    for path in (text, plan, OUT / "validation.sarif"):
        path.unlink()


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
    validation(options.program)
    word(options.program)
    pdf(options.program)
    reports(options.program)
    large_export(options.program, options.megabytes)
    width = max(len(entry[0]) for entry in ROWS)
    print(f"{'measure':{width}}  {'value':>12}  {'target':>12}  met")
    for what, value, target, met in ROWS:
        print(f"{what:{width}}  {value:>12}  {target:>12}  {met}")
    sys.exit(options.check and any(met == "NO" for *_, met in ROWS))


if __name__ == "__main__":
    main()
