#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks SARIF files with the independent validator of PyPI, against the part of SARIF 2.1.0 that commonplan uses.

    tools/validate_sarif.py FILE...     exit status 1 and the reasons where one of them is not valid

The schema below is written after the standard (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): what it does not name,
commonplan does not write. Rules that JSON Schema cannot say (indices that point somewhere, ids that agree) are checked too.
"""
import json
import pathlib
import sys
from urllib.parse import urlsplit

import jsonschema


def an_object(required=(), **properties):
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def a_list(items, **more):
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string", "minLength": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = an_object(["text"], text=TEXT, markdown=TEXT)
ARTIFACT_LOCATION = an_object(["uri"], uri=TEXT, index=INDEX)
LOCATION = an_object(
    ["physicalLocation"],
    physicalLocation=an_object(
        ["artifactLocation"], artifactLocation=ARTIFACT_LOCATION,
        region=an_object(["startLine"], startLine={"type": "integer", "minimum": 1})),
    logicalLocations=a_list(
        an_object(["fullyQualifiedName"], name={"type": "string"}, fullyQualifiedName={"type": "string"}, kind=TEXT)))
RULE = an_object(
    ["id"], id=TEXT, name=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE,
    defaultConfiguration=an_object(level=LEVEL))
RESULT = an_object(
    ["message", "ruleId", "ruleIndex", "level", "locations", "partialFingerprints"], ruleId=TEXT, ruleIndex=INDEX,
    level=LEVEL, message=MESSAGE, locations=a_list(LOCATION, minItems=1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    suppressions=a_list(
        an_object(
            ["kind"], kind={"enum": ["inSource", "external"]}, justification=TEXT,
            status={"enum": ["accepted", "underReview", "rejected"]})))
RUN = an_object(
    ["tool", "results"],
    tool=an_object(
        ["driver"],
        driver=an_object(["name"], name=TEXT, semanticVersion=TEXT, rules=a_list(RULE, uniqueItems=True))),
    invocations=a_list(
        an_object(
            ["executionSuccessful"], executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=a_list(
                an_object(["message"], level=LEVEL, message=MESSAGE, locations=a_list(LOCATION))))),
    artifacts=a_list(an_object(location=ARTIFACT_LOCATION), uniqueItems=True), results=a_list(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]})
SCHEMA = an_object(["version", "runs"], version={"const": "2.1.0"}, runs=a_list(RUN), **{"$schema": TEXT})


def faults(log):
    for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(log):
        yield f"{'/'.join(map(str, error.path))}: {error.message[:200]}"
    for run in log.get("runs", []):
        rules = run["tool"]["driver"].get("rules", [])
        artifacts = [artifact["location"]["uri"] for artifact in run.get("artifacts", [])]
        seen = set()
        for number, result in enumerate(run["results"]):
            if result["ruleIndex"] >= len(rules) or rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                yield f"result {number}: its ruleIndex is not that of {result['ruleId']}"
            for location in result["locations"]:
                place = location["physicalLocation"]["artifactLocation"]
                parts = urlsplit(place["uri"])
                if parts.scheme or parts.path.startswith("/") or "\\" in parts.path:
                    yield f"result {number}: {place['uri']} is not relative"
                if place["index"] >= len(artifacts) or artifacts[place["index"]] != place["uri"]:
                    yield f"result {number}: its artifact's index is not that of {place['uri']}"
                print_ = (place["uri"], *result["partialFingerprints"].values())
                if print_ in seen:
                    yield f"result {number}: its fingerprint stands twice"
                seen.add(print_)


bad = 0
for name in sys.argv[1:]:
    try:
        found = list(faults(json.loads(pathlib.Path(name).read_text(encoding="utf-8"))))
    except (KeyError, ValueError) as error:
        found = [f"not readable as SARIF: {error!r}"]
    print("\n".join(f"invalid {name}: {fault}" for fault in found) or f"valid {name}")
    bad = bad or bool(found)
sys.exit(bad)
