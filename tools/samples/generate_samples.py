#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the condensed samples: text exports, Word, Excel, PDF with text, PDF of a scan, and their gold.

    generate_samples.py [SAMPLES] [GOLD]      default: samples/ and Tests/Fixtures/Plans/ of this repository

The same sources and the same versions of reportlab and poppler give the same bytes.
"""
import json
import pathlib
import sys

import office_writers
import pdf_writer
from sample_plans import PLANS
from sample_text import TEXTS

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    golds = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "Tests" / "Fixtures" / "Plans"
    manifest = {}
    for name, lines in TEXTS.items():
        manifest[f"{name}.txt"] = f"{name}.gold.json"
        (folder / f"{name}.txt").write_text("\n".join(lines()) + "\n", encoding="utf-8")
        plan = PLANS[name]()
        (golds / f"{name}.gold.json").write_text(json.dumps(plan.gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for form in plan.formats:
            path = folder / (f"{name}-scan.pdf" if form == "scan.pdf" else f"{name}.{form}")
            manifest[path.name] = f"{name}.gold.json"
            if form == "scan.pdf":
                pdf_writer.scan(folder / f"{name}.pdf", path)
            else:
                {"docx": office_writers.docx, "xlsx": office_writers.xlsx, "pdf": pdf_writer.pdf}[form](plan, path)
    (golds / "samples.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
