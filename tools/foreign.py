#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts every document below a folder, each in a process of its own: a plan or a clear refusal is what may come out.

    tools/foreign.py PROGRAM FOLDER [--seconds 60] [--mebibytes 1024] [--jobs 2] [--list]

Meant for the test files of other projects, which are stranger than any plan. Prints how many gave a plan, were refused, took too
long, took too much memory or crashed, and names those of the last three; exit status 1 where there are any.
`--list` also prints each refusal.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

ENDINGS = {
    ".docx", ".docm", ".dotx", ".doc", ".xlsx", ".xlsm", ".xls", ".odt", ".fodt", ".ods", ".html", ".htm", ".pdf", ".txt",
    ".csv", ".md", ".mht", ".mhtml", ".xml",
}


def limits():
    """No core files; the memory that counts is measured, not limited, so that a breach is seen as one."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def outcome(program, path, seconds, mebibytes):
    """What came of one file: (kind, what was said, seconds, MiB)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            [program, "convert", str(path)], stdout=out, stderr=err, stdin=subprocess.DEVNULL, preexec_fn=limits,
            start_new_session=True)
        deadline = start + seconds
        status = None
        while status is None:
            done, code, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                status = os.waitstatus_to_exitcode(code)
            elif time.perf_counter() > deadline:
                os.killpg(process.pid, signal.SIGKILL)
                os.wait4(process.pid, 0)
                return "slow", f"over {seconds} s", seconds, 0
            else:
                time.sleep(0.005)
        process.returncode = status
        wall, peak = time.perf_counter() - start, usage.ru_maxrss / 1024
        out.seek(0)
        err.seek(0)
        said = err.read().decode("utf-8", "replace").strip()
        if peak > mebibytes:
            return "large", f"{peak:.0f} MiB", wall, peak
        if status == 0:
            try:
                json.load(out)
            except ValueError as error:
                return "crash", f"no JSON: {error}", wall, peak
            return "plan", said, wall, peak
        if status == 2 and said.startswith("commonplan: "):
            return "refused", said.splitlines()[0], wall, peak
        return "crash", f"status {status}: {said[-300:]}", wall, peak


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--mebibytes", type=float, default=1024)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    files = sorted(p for p in options.folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda p: outcome(options.program, p, options.seconds, options.mebibytes), files))
    counts = collections.defaultdict(collections.Counter)
    for path, (kind, said, _, _) in zip(files, results):
        counts[path.suffix.lower()][kind] += 1
        if kind in ("slow", "large", "crash") or (options.list and kind == "refused"):
            print(f"{kind}: {path}: {said}")
    for suffix in sorted(counts):
        print(f"{suffix}: " + ", ".join(f"{number} {kind}" for kind, number in sorted(counts[suffix].items())))
    if results:
        slowest = max(zip(results, files), key=lambda pair: pair[0][2])
        widest = max(zip(results, files), key=lambda pair: pair[0][3])
        print(f"slowest: {slowest[0][2]:.2f} s, {slowest[1]}")
        print(f"most memory: {widest[0][3]:.0f} MiB, {widest[1]}")
    bad = sum(kind in ("slow", "large", "crash") for kind, *_ in results)
    print(f"{len(results) - bad} passed, {bad} failed")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
