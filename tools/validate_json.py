#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks JSON files against a JSON Schema with the independent validator of PyPI.

    tools/validate_json.py SCHEMA FILE...     a line for each file: `valid FILE`, or `invalid FILE: where: what`
                                              exit status 1 where one is invalid
"""
import json
import pathlib
import sys

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
bad = 0
for name in sys.argv[2:]:
    plan = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
    error = next(iter(sorted(validator.iter_errors(plan), key=lambda e: list(map(str, e.path)))), None)
    if error is None:
        print(f"valid {name}")
    else:
        print(f"invalid {name}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
        bad = 1
sys.exit(bad)
