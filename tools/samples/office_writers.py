# SPDX-License-Identifier: GPL-3.0-or-later
"""Word, OpenDocument and Excel files with the same bytes on every run: fixed time stamps, no clock, no host."""
import datetime
import io
import zipfile

import docx as word
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from odf import style as odf_style
from odf import table as odf_table
from odf import text as odf_text
from odf.opendocument import OpenDocumentText
from openpyxl.styles import Alignment, Font, PatternFill

from model import FILLS

EPOCH = datetime.datetime(2020, 1, 1)


def settle(data, path):
    """Write a zip again with fixed time stamps."""
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            fixed = zipfile.ZipInfo(info.filename, (2020, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            content = source.read(info.filename)
            if info.filename == "docProps/core.xml" or info.filename == "meta.xml":
                content = steady(content)
            target.writestr(fixed, content)


def steady(content):
    """Metadata without the moment of writing."""
    import re
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?", b"2020-01-01T00:00:00", content)


# --- Word ---

def shade(properties, colour):
    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:color"), "auto")
    mark.set(qn("w:fill"), colour)
    properties.append(mark)


def docx(plan, path):
    document = word.Document()
    document.core_properties.author = "commonplan samples"
    document.core_properties.created = document.core_properties.modified = EPOCH
    section = document.sections[0]
    if plan.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    document.styles["Normal"].font.size = Pt(plan.size + 1)
    header, footer = plan.running
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        paragraph = section.footer.paragraphs[0]
        before, _, after = footer.partition("{page}")
        paragraph.add_run(before)
        if "{page}" in footer:
            page_field(paragraph)
        paragraph.add_run(after)
    for block in plan.blocks:
        if block.kind == "table":
            docx_table(document, block.table)
            document.add_paragraph("")
        elif block.kind == "title":
            document.add_heading(block.text, 0)
        elif block.kind == "heading":
            document.add_heading(block.text, block.level)
        elif block.kind == "bullet":
            document.add_paragraph(block.text, style="List Bullet")
        elif block.kind == "break":
            document.add_page_break()
        else:
            paragraph = document.add_paragraph()
            if block.bold_to:
                paragraph.add_run(block.text[:block.bold_to]).bold = True
            paragraph.add_run(block.text[block.bold_to:])
    held = io.BytesIO()
    document.save(held)
    settle(held.getvalue(), path)


def page_field(paragraph):
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = "PAGE"
        run._r.append(mark)


def docx_table(document, source):
    lines, width = source.grid(), source.columns
    made = document.add_table(rows=len(lines), cols=width)
    if source.rules != "none":
        made.style = "Table Grid"
    if source.widths:
        total = sum(source.widths)
        for column, share in zip(made.columns, source.widths):
            column.width = int(9_000_000 * share / total)
    for number, line in enumerate(lines):
        if number < source.head:
            mark = OxmlElement("w:tblHeader")
            mark.set(qn("w:val"), "true")
            made.rows[number]._tr.get_or_add_trPr().append(mark)
        for column, item in line:
            target = made.cell(number, column)
            if item.span > 1 or item.rows > 1:
                target = target.merge(made.cell(number + item.rows - 1, column + item.span - 1))
            if item.fill:
                shade(target._tc.get_or_add_tcPr(), FILLS.get(item.fill, item.fill))
            for count, line_text in enumerate(item.lines):
                paragraph = target.paragraphs[0] if count == 0 else target.add_paragraph()
                if item.bullets:
                    paragraph.style = document.styles["List Bullet"]
                paragraph.add_run(line_text).bold = item.bold or None


# --- OpenDocument text ---

def odt(plan, path):
    document = OpenDocumentText()
    styles = {}

    def fill_style(colour):
        if colour not in styles:
            made = odf_style.Style(name=f"fill{colour}", family="table-cell")
            made.addElement(odf_style.TableCellProperties(backgroundcolor=f"#{colour}", border="0.5pt solid #000000"))
            document.automaticstyles.addElement(made)
            styles[colour] = made
        return styles[colour]

    bold = odf_style.Style(name="bold", family="text")
    bold.addElement(odf_style.TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    listed = None
    for block in plan.blocks:
        if block.kind != "bullet":
            listed = None
        if block.kind == "table":
            document.text.addElement(odt_table(block.table, fill_style, len(document.text.childNodes)))
        elif block.kind == "title":
            document.text.addElement(odf_text.H(outlinelevel=1, text=block.text))
        elif block.kind == "heading":
            document.text.addElement(odf_text.H(outlinelevel=block.level + 1, text=block.text))
        elif block.kind == "bullet":
            if listed is None:
                listed = odf_text.List()
                document.text.addElement(listed)
            entry = odf_text.ListItem()
            entry.addElement(odf_text.P(text=block.text))
            listed.addElement(entry)
        elif block.kind == "para":
            paragraph = odf_text.P()
            if block.bold_to:
                paragraph.addElement(odf_text.Span(stylename=bold, text=block.text[:block.bold_to].rstrip()))
                paragraph.addText(" " + block.text[block.bold_to:].lstrip())
            else:
                paragraph.addText(block.text)
            document.text.addElement(paragraph)
    held = io.BytesIO()
    document.write(held)
    settle(held.getvalue(), path)


def odt_table(source, fill_style, number):
    made = odf_table.Table(name=f"Table{number}")
    made.addElement(odf_table.TableColumn(numbercolumnsrepeated=source.columns))
    rows_parent = made
    if source.head:
        rows_parent = odf_table.TableHeaderRows()
        made.addElement(rows_parent)
    for count, line in enumerate(source.grid()):
        row = odf_table.TableRow()
        (rows_parent if count < source.head else made).addElement(row)
        at = 0
        for column, item in line:
            while at < column:
                row.addElement(odf_table.CoveredTableCell())
                at += 1
            marks = {}
            if item.span > 1:
                marks["numbercolumnsspanned"] = item.span
            if item.rows > 1:
                marks["numberrowsspanned"] = item.rows
            if item.fill:
                marks["stylename"] = fill_style(FILLS.get(item.fill, item.fill))
            made_cell = odf_table.TableCell(valuetype="string", **marks)
            parent = made_cell
            if item.bullets:
                parent = odf_text.List()
                made_cell.addElement(parent)
            for text in item.lines:
                paragraph = odf_text.P(text=text)
                if item.bullets:
                    entry = odf_text.ListItem()
                    entry.addElement(paragraph)
                    parent.addElement(entry)
                else:
                    made_cell.addElement(paragraph)
            row.addElement(made_cell)
            at += 1
            for _ in range(item.span - 1):
                row.addElement(odf_table.CoveredTableCell())
                at += 1
        while at < source.columns:
            row.addElement(odf_table.CoveredTableCell())
            at += 1
    return made


# --- Excel ---

def xlsx(plan, path):
    """Prose in column A, one sheet; a table that names a sheet opens it."""
    book = openpyxl.Workbook()
    sheet, at = book.active, 1
    sheet.title = "Plan"
    for block in plan.blocks:
        if block.kind == "table":
            if block.table.sheet:
                sheet, at = book.create_sheet(block.table.sheet), 1
            at = xlsx_table(sheet, block.table, at, plan)
        elif block.kind == "break" and plan.sheets:
            sheet, at = book.create_sheet(f"Sheet {len(book.worksheets) + 1}"), 1
        elif block.kind != "break":
            target = sheet.cell(at, 1, block.text)
            target.font = Font(bold=block.kind in ("title", "heading"), size=16 if block.kind == "title" else 11)
            at += 1
    book.properties.created = book.properties.modified = EPOCH
    book.properties.creator = "commonplan samples"
    held = io.BytesIO()
    book.save(held)
    settle(held.getvalue(), path)


def xlsx_table(sheet, source, at, plan):
    for number, line in enumerate(source.grid()):
        for column, item in line:
            text = "\n".join((f"{plan.bullet} {one}" if item.bullets else one) for one in item.lines)
            target = sheet.cell(at + number, column + 1, text or None)
            target.alignment = Alignment(wrap_text=True, vertical="top")
            target.font = Font(bold=item.bold)
            if item.fill:
                target.fill = PatternFill("solid", fgColor=FILLS.get(item.fill, item.fill))
            if item.span > 1 or item.rows > 1:
                sheet.merge_cells(start_row=at + number, start_column=column + 1, end_row=at + number + item.rows - 1, end_column=column + item.span)
    return at + len(source.rows) + 1
