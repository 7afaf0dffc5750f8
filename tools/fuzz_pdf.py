#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds damaged PDFs to `commonplan worker` and checks that each is answered by a plan or an error.

    tools/fuzz_pdf.py PROGRAM COUNT SEED FILE.pdf...

The same seed makes the same files. Damage: single bytes, runs of bytes, cuts, swapped stretches, numbers made huge.
What fails is kept in the folder that is named at the end.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time


def damaged(source, dice):
    data = bytearray(source)
    kind = dice.choice(["bytes", "bytes", "run", "cut", "swap", "numbers", "numbers"])
    if kind == "bytes":
        for _ in range(dice.choice([1, 5, 20, 100, 300])):
            data[dice.randrange(len(data))] = dice.randrange(256)
    elif kind == "run":
        start = dice.randrange(len(data))
        data[start : start + dice.choice([10, 100, 2000])] = bytes(dice.randrange(256) for _ in range(50))
    elif kind == "cut":
        del data[dice.randrange(len(data)) :]
    elif kind == "swap":
        size = dice.choice([20, 500, 5000])
        a, b = (dice.randrange(max(1, len(data) - size)) for _ in range(2))
        data[a : a + size], data[b : b + size] = data[b : b + size], data[a : a + size]
    else:
        numbers = list(re.finditer(rb"\b\d{1,6}\b", data))
        for match in dice.sample(numbers, min(len(numbers), dice.choice([1, 5, 30]))):
            digits = len(match.group())
            data[match.start() : match.end()] = dice.choice([b"9" * digits, b"0" * digits, b"-" + b"9" * (digits - 1)])
    return kind, bytes(data)


def main():
    program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sources = [open(path, "rb").read() for path in sys.argv[4:]]
    dice = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="commonplan-fuzz-")
    worker = subprocess.Popen([program, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    outcomes = collections.Counter()
    slowest = 0.0
    for number in range(count):
        kind, data = damaged(dice.choice(sources), dice)
        path = os.path.join(folder, f"{number}-{kind}.pdf")
        with open(path, "wb") as file:
            file.write(data)
        start = time.time()
        worker.stdin.write(json.dumps({"file": path}) + "\n")
        worker.stdin.flush()
        line = worker.stdout.readline()
        seconds = time.time() - start
        slowest = max(slowest, seconds)
        try:
            answer = json.loads(line)
        except ValueError:
            sys.exit(f"{path}: no answer; the worker's status is {worker.wait()}")
        keep = seconds > 20
        if "error" in answer:
            reason = answer["error"]["reason"]
            broke = "breaks its reader" in answer["error"]["message"]
            outcome = f"refused: {reason}{' (worker died twice)' if broke else ''}"
            keep = keep or broke
        else:
            retried = any(finding["id"] == "drawing-unread" for finding in answer.get("findings", []))
            outcome = "plan, second try as text only" if retried else "plan"
            keep = keep or retried
        outcomes[outcome] += 1
        if not keep:
            os.unlink(path)
    worker.stdin.close()
    if worker.wait() != 0:
        sys.exit(f"the worker ended with status {worker.returncode}")
    for outcome, number in outcomes.most_common():
        print(f"{number:6} {outcome}")
    print(f"slowest: {slowest:.1f} s; kept: {folder}")


main()
