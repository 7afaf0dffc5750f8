#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what openpyxl, an independent reader, finds in a workbook: a line a cell that is not empty.

    tools/workbook_cells.py FILE    SHEET!CELL<tab>TYPE<tab>FILL<tab>LINK<tab>VALUE

TYPE is that of Python; a line end in a value is written as \\n. Exit status 1 where a cell holds a formula.
"""
import sys

import openpyxl

formulas = 0
for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            formulas += cell.data_type == "f"
            fill = cell.fill.fgColor.rgb if cell.fill.fill_type else "-"
            link = cell.hyperlink
            target = f"{link.target or ''}{'#' + link.location if link.location else ''}" if link else "-"
            value = str(cell.value).replace("\n", "\\n")
            print(f"{sheet.title}!{cell.coordinate}", type(cell.value).__name__, fill, target, value, sep="\t")
sys.exit(bool(formulas))
