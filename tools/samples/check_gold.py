#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the evaluation set against itself.

    check_gold.py AUTHORITIES.csv [FOLDER]      default: /tmp/evalplans

Lists gold texts that no row of NAME.html holds, authorities whose code is wrong or who are not named in the text,
editions and inspections whose words are missing, and plans that hold an action twice. Exit status 1 where one is found.
"""
import csv
import html
import json
import pathlib
import re
import sys

VALUES = {"id", "section", "parent", "kind", "status", "edtf", "gss", "recurrence", "ongoing", "colour", "schemaVersion", "asOf", "period", "ref", "organisation"}


def words(text):
    plain = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain.lower().replace("’", "'")))


def texts(value, key=None):
    if key in VALUES:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if "text" in value:
            yield value["text"]
            return
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)


def problems(gold, page, register):
    plan, source = gold["plan"], words(page)
    authority = plan["authority"]
    if register.get(authority["gss"]) != authority["name"]:
        yield f"authority {authority} is {register.get(authority['gss'])} in the register"
    if words(authority["name"].split(",")[0]) not in source:
        yield "authority is not named in the text"
    for name in ("title", "date", "inspection"):
        if name in plan and words(next(texts(plan[name]))) not in source:
            yield f"{name} {plan[name]} is not in the text"
    for text in texts({name: gold[name] for name in ("sections", "actions", "indicators", "groups", "glossary")}):
        if words(text) not in source:
            yield f"not in the text: {text}"
    actions = [action["text"] for action in gold["actions"]]
    if len(set(actions)) != len(actions):
        yield "an action stands twice"


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        register = {row["gss_code"]: row["name"] for row in csv.DictReader(file) if row["status"] == "live"}
    folder, found = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/evalplans"), 0
    for path in sorted(folder.glob("*.gold.json")):
        page = folder / (path.name.split(".")[0] + ".html")
        if not page.exists():
            continue
        for problem in problems(json.loads(path.read_text(encoding="utf-8")), page.read_text(encoding="utf-8"), register):
            print(f"{path.name}: {problem}")
            found = 1
    sys.exit(found)


if __name__ == "__main__":
    main()
