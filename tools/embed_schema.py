#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the types of a plan's records from the JSON Schema (see schema_records.py). Its text is embedded by the build.

    tools/embed_schema.py          writes Sources/PlanSchema/Records
    tools/embed_schema.py --check  exit status 1 where they are not up to date
"""
import json
import pathlib
import sys

import schema_records

root = pathlib.Path(__file__).resolve().parent.parent
schema = (root / "schemas/commonplan-1.0.schema.json").read_text(encoding="utf-8")
files = schema_records.files(json.loads(schema))
stale = [path for path, text in files.items()
         if not (root / path).exists() or (root / path).read_text(encoding="utf-8") != text]
folder = root / schema_records.FOLDER
left = [str(path.relative_to(root)) for path in sorted(folder.glob("*.swift")) if str(path.relative_to(root)) not in files]
if "--check" in sys.argv[1:]:
    if stale or left:
        sys.exit(f"{', '.join(stale + left)}: not up to date: run `make schema`")
else:
    folder.mkdir(exist_ok=True)
    for path in left:
        (root / path).unlink()
    for path in stale:
        (root / path).write_text(files[path], encoding="utf-8")
