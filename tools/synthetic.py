#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a tab-separated export of any size, made of varied plans: the same size gives the same bytes.

    tools/synthetic.py MEGABYTES FILE

Rows have the shapes of real exports (references, lists of leads, bulleted measures, dates in many forms, ratings, dropped
cells, repeated headers); words come from the samples and from the lists below, in a fixed pseudo-random order.
"""
import pathlib
import random
import re
import sys

VERBS = "Review Publish Agree Train Recruit Map Co-produce Test Launch Extend Monitor Embed Simplify Audit".split()
THINGS = ["the joint pathway", "a shared dashboard", "the graduated response", "annual reviews", "the local offer", "short breaks",
          "transition meetings", "the therapy offer", "a parents' handbook", "quality checks", "inclusion funding"]
WHOM = ["for pupils in key stage 2", "with parent carers", "in every locality", "for young people aged 16 to 25",
        "across health and care", "with all special schools", "for early years settings"]
LEADS = ["Head of SEND", "Designated Clinical Officer", "Assistant Director, Education", "Principal Psychologist",
         "Joint Commissioner", "Parent Forum Chair", "Virtual School Head", "Service Manager / Team Leader"]
MONTHS = "January February March April May June July August September October November December".split()
RATINGS = ["Green", "Amber", "Red", "Blue", "", "Complete"]


def sample_words():
    found = set()
    for path in sorted(pathlib.Path("samples").glob("*.txt")):
        found.update(re.findall(r"[a-z]{4,}", path.read_text(encoding="utf-8", errors="replace")))
    return sorted(found) or ["progress", "quality", "support", "families", "timely", "partners"]


def date(rng):
    month, year = rng.choice(MONTHS), rng.randint(2024, 2032)
    return rng.choice([f"{month} {year}", f"{month[:3]}-{year % 100}", f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{year}",
                       f"by {month[:3]} {year}", f"Autumn term {year}", f"Q{rng.randint(1, 4)} {year}/{(year + 1) % 100:02}",
                       "Ongoing", "Termly"])


def rows(rng, words):
    plan = 0
    while True:
        plan += 1
        yield f"Area number {plan} action plan\n\n"
        for section in range(1, rng.randint(3, 7)):
            yield f"Priority {section}: {rng.choice(THINGS)} {rng.choice(WHOM)}\n"
            yield "Ref\tAction\tLead\tTimescale\tMeasures of success\tProgress\tRAG\n"
            for number in range(1, rng.randint(4, 20)):
                prose = " ".join(rng.choice(words) for _ in range(rng.randint(5, 40)))
                measures = "".join(f"<li>{rng.choice(VERBS)}ed {rng.choice(THINGS)}</li>" for _ in range(rng.randint(0, 3)))
                cells = [f"{section}.{number}", f"{rng.choice(VERBS)} {rng.choice(THINGS)} {rng.choice(WHOM)}: {prose}",
                         "; ".join(rng.sample(LEADS, rng.randint(1, 3))), date(rng),
                         f"<ul>{measures}</ul>" if measures else f"{rng.randint(40, 99)}% of {rng.choice(THINGS)} on time",
                         f"{date(rng)}: {rng.choice(VERBS).lower()}ing has begun" if rng.random() < 0.5 else "", rng.choice(RATINGS)]
                yield "\t".join(cells[1:] if rng.random() < 0.02 else cells) + "\n"
            yield "\n"


def write(megabytes, path):
    rng, words = random.Random(20310501), sample_words()
    left = int(megabytes * 1_000_000)
    with open(path, "w", encoding="utf-8", newline="") as file:
        for row in rows(rng, words):
            if left < len(row):
                break
            file.write(row)
            left -= len(row)


if __name__ == "__main__":
    write(float(sys.argv[1]), sys.argv[2])
