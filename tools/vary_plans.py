#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes many plans of real size out of the golden files, to measure `commonplan compare` with.

    tools/vary_plans.py COUNT DIR [ACTIONS]

Each plan of another made-up authority takes ACTIONS actions (default 50, about what published plans have) and as many
indicators as its turn brings from all golden files, with words, dates, leads and ratings varied. Seeded: the same arguments
give the same bytes.
"""
import copy
import json
import pathlib
import random
import sys

count, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
size = int(sys.argv[3]) if len(sys.argv) > 3 else 50
golden = pathlib.Path(__file__).resolve().parent.parent / "samples" / "golden"
plans = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(golden.glob("*.json"))]
# Inspection reports are among the samples; they have no actions.
plans = [plan for plan in plans if plan["actions"]]
SUBJECTS = (
    "waiting times for autism assessments", "speech and language therapy", "annual reviews", "supported internships",
    "the local offer website", "plans within 20 weeks", "co-production with the parent carer forum", "exclusions",
    "mental health support teams", "special school places", "training of SENCOs", "the data dashboard", "joint commissioning",
    "early identification in nurseries", "high needs funding", "ordinarily available provision", "governance of the board",
    "attainment at Key Stage 2", "preparation for adulthood", "quality of EHC plans",
)
VERBS = ("Review", "Set out", "Improve", "Monitor", "Publish", "Agree", "Widen", "Redesign", "Test", "Report on")
LEADS = ("Head of SEND", "Designated Clinical Officer", "Director of Education", "Joint Commissioning Manager", "Forum Chair",
         "Principal Educational Psychologist", "Virtual School Head", "Head of Therapies")
KEYS = (
    {"green": "completed", "amber": "on-track", "red": "off-track"},
    {"blue": "completed", "green": "on-track", "amber": "at-risk", "red": "off-track"},
)
WHERE = ("in the north", "in the south", "on the coast", "in the towns", "in the villages", "across the area")


def action(chance, number, key):
    made = copy.deepcopy(chance.choice(chance.choice(plans)["actions"]))
    made.pop("section", None)
    made.pop("parent", None)
    made["id"] = made["ref"] = f"{number // 10 + 1}.{number % 10 + 1}"
    made["text"] = f"{chance.choice(VERBS)} {chance.choice(SUBJECTS)} {chance.choice(WHERE)}. {made['text']}"
    made["leads"] = [{"text": lead, "role": lead} for lead in chance.sample(LEADS, chance.randint(0, 2))]
    year, month = chance.randint(2019, 2027), chance.randint(1, 12)
    made["timescale"] = {"text": f"{month:02}/{year}", "edtf": f"{year}-{month:02}"}
    made.pop("rating", None)
    if chance.random() < 0.6:
        colour = chance.choice(sorted(key))
        made["rating"] = {"text": colour.capitalize(), "colour": colour, "status": key[colour]}
    return made


out.mkdir(parents=True, exist_ok=True)
for index in range(count):
    chance = random.Random(index)
    plan = copy.deepcopy(plans[index % len(plans)])
    key = KEYS[index % len(KEYS)]
    name = f"plan-{index:03}"
    plan["document"]["file"] = f"{name}.pdf"
    plan["plan"]["authority"] = {"name": f"Area {index:03}", "gss": "E00000000"}
    plan["plan"]["ratingKey"] = [
        {"colour": colour, "text": f"{colour.capitalize()}: {status}", "status": status} for colour, status in key.items()]
    plan["sections"] = []
    plan["actions"] = [action(chance, number, key) for number in range(size)]
    for number, indicator in enumerate(plan["indicators"]):
        indicator.pop("section", None)
        indicator["id"] = f"i{number + 1}"
    (out / f"{name}.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
