#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the evaluation plans and their gold.

    generate_plans.py [OUTDIR] [NAME ...]      default: /tmp/evalplans, all plans
    generate_plans.py --fixtures               a few small ones into Tests/Fixtures/Plans of this repository

Each plan becomes NAME.txt, NAME.docx ... (the formats that its definition lists), NAME.gold.json, where some rating is
told by a fill alone also NAME.words.gold.json (for formats that carry no fills), and a line in manifest.json, which
`score_plan.py --all manifest.json CONVERTED` reads. The same sources give the same bytes.
"""
import inspect
import json
import pathlib
import subprocess
import sys

import office_writers
import pdf_writer
import plans_hard
import plans_more
import plans_prose
import plans_tables
import writers

MODULES = (plans_tables, plans_prose, plans_more, plans_hard)
FIXTURES = {"bexley": ("txt",), "torbay": ("docx",), "norfolk": ("txt",), "hounslow": ("docx",), "bradford": ("html", "pdf"), "swindon": ("md", "odt"),
            "devon": ("xlsx",), "wakefield": ("odt",), "croydon": ("html",), "stockport": ("csv",)}
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PLAIN = {"txt", "md", "csv", "layout.txt"}


def makers():
    for module in MODULES:
        for name, function in vars(module).items():
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not inspect.signature(function).parameters \
                    and not name.startswith("_"):
                yield name, function


def write(plan, folder, manifest, formats):
    """The plan's files and gold; formats that carry no fills get gold without the ratings that only a fill tells."""
    full, bare = f"{plan.name}.gold.json", f"{plan.name}.words.gold.json"
    golds = {"full": full, "bare": bare if plan.silent else full}
    for form in formats:
        path = folder / f"{plan.name}.{form}"
        if form == "csv":
            path.write_text(writers.comma(plan), encoding="utf-8-sig", newline="")
        elif form in ("txt", "md", "html"):
            path.write_text({"txt": writers.text, "md": writers.markdown, "html": writers.page}[form](plan), encoding="utf-8")
        elif form == "scan.pdf":
            pdf_writer.scan(folder / f"{plan.name}.pdf", path)
        else:
            {"docx": office_writers.docx, "odt": office_writers.odt, "xlsx": office_writers.xlsx, "pdf": pdf_writer.pdf}[form](plan, path)
        manifest[path.name] = golds["bare" if form in PLAIN else "full"]
        if form == "pdf":
            layout = folder / f"{plan.name}.layout.txt"
            subprocess.run(["pdftotext", "-layout", str(path), str(layout)], check=True)
            manifest[layout.name] = golds["bare"]
    for name in set(golds.values()):
        gold = plan.gold(fills=name == full)
        (folder / name).write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    fixtures = sys.argv[1:2] == ["--fixtures"]
    folder = REPOSITORY / "Tests" / "Fixtures" / "Plans" if fixtures else pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/evalplans")
    folder.mkdir(parents=True, exist_ok=True)
    chosen, manifest = FIXTURES if fixtures else sys.argv[2:], {}
    for name, function in makers():
        if not chosen or name in chosen:
            plan = function()
            write(plan, folder, manifest, FIXTURES[name] if fixtures else plan.formats)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{len(manifest)} files in {folder}")


if __name__ == "__main__":
    main()
