#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a folder of CSV tables with two independent validators: csvw and frictionless, both of PyPI.

    tools/validate_csv.py DIR     exit status 1 and the reasons where one of them finds fault
"""
import pathlib
import sys

from csvw import CSVW, TableGroup
from frictionless import validate

folder = pathlib.Path(sys.argv[1])
faults = []
report = validate(str(folder / "datapackage.json"))
faults += [f"frictionless: {note}" for note in report.flatten(["rowNumber", "fieldName", "message"])]
if not CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid:
    faults.append("csvw: not valid")
# The class above does not follow foreign keys; this one does.
group = TableGroup.from_file(folder / "csv-metadata.json")
group.check_referential_integrity(strict=False)
print("\n".join(map(str, faults)) or "valid")
sys.exit(bool(faults))
