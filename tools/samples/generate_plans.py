#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the evaluation plans and their gold.

    generate_plans.py [OUTDIR] [NAME ...]      default: /tmp/evalplans, all plans

Each plan becomes NAME.txt, NAME.docx ... (the formats that its definition lists), NAME.gold.json, where some rating is
told by a fill alone also NAME.words.gold.json (for formats that carry no fills), and a line in manifest.json, which
`score_plan.py --all manifest.json CONVERTED` reads. The same sources give the same bytes.
"""
import inspect
import json
import pathlib
import subprocess
import sys

import plans_tables
import writers

MODULES = [plans_tables]
for name in ("plans_prose", "plans_more"):
    try:
        MODULES.append(__import__(name))
    except ModuleNotFoundError:
        pass
PLAIN = {"txt", "md", "csv", "layout.txt"}


def makers():
    for module in MODULES:
        for name, function in vars(module).items():
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not inspect.signature(function).parameters \
                    and function.__doc__ and not name.startswith("_"):
                yield name, function


def write(plan, folder, manifest):
    golds = {True: f"{plan.name}.gold.json"}
    if plan.silent:
        golds[False] = f"{plan.name}.words.gold.json"
    for fills, name in golds.items():
        (folder / name).write_text(json.dumps(plan.gold(fills), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for form in plan.formats:
        path = folder / f"{plan.name}.{form}"
        if form == "txt":
            path.write_text(writers.text(plan), encoding="utf-8")
        elif form == "md":
            path.write_text(writers.markdown(plan), encoding="utf-8")
        elif form == "csv":
            path.write_text(writers.comma(plan), encoding="utf-8-sig", newline="")
        elif form == "html":
            path.write_text(writers.page(plan), encoding="utf-8")
        elif not office(form, plan, path):
            continue
        manifest[path.name] = golds[form not in PLAIN] if not golds.get(form not in PLAIN) is None else golds[True]
        if form == "pdf":
            layout = folder / f"{plan.name}.layout.txt"
            subprocess.run(["pdftotext", "-layout", str(path), str(layout)], check=True)
            manifest[layout.name] = golds.get(False, golds[True])


def office(form, plan, path):
    try:
        import office_writers
        import pdf_writer
    except ModuleNotFoundError as missing:
        print(f"{path.name}: not written, {missing}", file=sys.stderr)
        return False
    {"docx": office_writers.docx, "odt": office_writers.odt, "xlsx": office_writers.xlsx, "pdf": pdf_writer.pdf}[form](plan, path)
    return True


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/evalplans")
    folder.mkdir(parents=True, exist_ok=True)
    chosen, manifest = sys.argv[2:], {}
    for name, function in makers():
        if not chosen or name in chosen:
            write(function(), folder, manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{len(manifest)} files in {folder}")


if __name__ == "__main__":
    main()
