# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks to files: text export, Markdown, CSV, HTML. Office and PDF writers stand in files of their own."""
import csv
import html
import io

from model import FILLS


def cell_text(item, plan):
    """One line for a cell, as text exports write it: bullets stay in line, paragraphs are kept apart by <br>."""
    if not item.lines:
        return ""
    if item.bullets:
        if plan.html:
            return "<ul> " + " ".join(f"<li>{line}</li>" for line in item.lines) + " </ul>"
        return " ".join(f"{plan.bullet} {line}" for line in item.lines)
    if plan.html and len(item.lines) > 1:
        return "".join(f"<p>{line}</p>" for line in item.lines)
    return "<br>".join(item.lines)


def export_rows(table, plan):
    """Rows with every column: a cell that spans columns stands in the first, one that spans rows in the first row."""
    width = table.columns
    rows = []
    for line in table.grid():
        row = [""] * width
        for column, item in line:
            row[column] = cell_text(item, plan)
        rows.append(row)
    if table.broken:
        for number, line in enumerate(table.grid()):
            for column, item in line:
                if item.rows > 1:
                    deal(rows, number, column, item.rows)
    return rows


def deal(rows, number, column, count, share=7):
    """Deals the words of a tall cell out over its rows, as exports of narrow columns do."""
    words = rows[number][column].split()
    for down in range(count):
        last = down == count - 1
        rows[number + down][column] = " ".join(words if last else words[:share])
        words = [] if last else words[share:]


def tear(row):
    """A row cut by a page break: long cells are parted, the rest stands in a row of its own below."""
    upper, lower = [], []
    for value in row:
        words = value.split(" ")
        at = (2 * len(words) + 2) // 3 if len(words) > 8 and "<" not in value else len(words)
        upper.append(" ".join(words[:at]))
        lower.append(" ".join(words[at:]))
    return upper, lower


def text(plan):
    """The tab export: prose line by line, a table's rows with tabs; a page break repeats the header row where the plan says so."""
    out = []
    for block in plan.blocks:
        if block.kind == "table":
            rows = export_rows(block.table, plan)
            out.append("")
            for number, row in enumerate(rows):
                done = number - block.table.head
                if block.table.repeat_after and done > 0 and done % block.table.repeat_after == 0:
                    out += [""] + ["\t".join(r) for r in rows[:block.table.head]]
                if number in block.table.torn:
                    upper, lower = tear(row)
                    out += ["\t".join(upper), "", "\t".join(lower)]
                else:
                    out.append("\t".join(row))
            out.append("")
        elif block.kind == "break":
            out.append("")
        elif block.kind == "bullet":
            out.append(f"- {block.text}")
        else:
            out += ["", block.text] if block.kind in ("title", "heading") else [block.text, ""]
    return "\n".join(out).strip("\n") + "\n"


def markdown(plan):
    out = []
    for block in plan.blocks:
        if block.kind == "table":
            rows = export_rows(block.table, plan)
            out.append("")
            for number, row in enumerate(rows):
                out.append("| " + " | ".join(value.replace("|", "\\|") for value in row) + " |")
                if number == max(block.table.head, 1) - 1:
                    out.append("|" + "---|" * len(row))
            out.append("")
        elif block.kind == "title":
            out += [f"# {block.text}", ""]
        elif block.kind == "heading":
            out += ["", "#" * (block.level + 1) + " " + block.text, ""]
        elif block.kind == "bullet":
            out.append(f"- {block.text}")
        elif block.kind == "para":
            shown = f"**{block.text[:block.bold_to].strip()}** {block.text[block.bold_to:].strip()}" if block.bold_to else block.text
            out += [shown, ""]
    return "\n".join(out).strip("\n") + "\n"


def comma(plan):
    """CSV of the whole sheet: prose in the first column, cells with line breaks inside quotes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for block in plan.blocks:
        if block.kind == "table":
            width = block.table.columns
            for line in block.table.grid():
                row = [""] * width
                for column, item in line:
                    row[column] = "\n".join((f"{plan.bullet} {text}" if item.bullets else text) for text in item.lines)
                writer.writerow(row)
        elif block.kind != "break":
            writer.writerow([block.text])
    return out.getvalue()


def page(plan):
    """An HTML page in the style of a council's web site."""
    out = ["<!DOCTYPE html>", '<html lang="en-GB"><head><meta charset="utf-8">', f"<title>{html.escape(plan.title)}</title>",
           "<style>td{vertical-align:top;border:1px solid #333}</style></head>", "<body>"]
    in_list = False
    for block in plan.blocks:
        if in_list and block.kind != "bullet":
            out.append("</ul>")
            in_list = False
        if block.kind == "table":
            out.append(html_table(block.table, plan))
        elif block.kind == "title":
            out.append(f"<h1>{html.escape(block.text)}</h1>")
        elif block.kind == "heading":
            out.append(f"<h{block.level + 1}>{html.escape(block.text)}</h{block.level + 1}>")
        elif block.kind == "bullet":
            if not in_list:
                out.append("<ul>")
                in_list = True
            out.append(f"<li>{html.escape(block.text)}</li>")
        elif block.kind == "para":
            shown = html.escape(block.text)
            if block.bold_to:
                shown = f"<strong>{html.escape(block.text[:block.bold_to])}</strong>{html.escape(block.text[block.bold_to:])}"
            out.append(f"<p>{shown}</p>")
    if in_list:
        out.append("</ul>")
    return "\n".join(out + ["</body></html>"]) + "\n"


def html_table(table, plan):
    out = ["<table>"]
    for number, line in enumerate(table.grid()):
        out.append("<tr>")
        for _, item in line:
            tag = "th" if number < table.head else "td"
            marks = (f' colspan="{item.span}"' if item.span > 1 else "") + (f' rowspan="{item.rows}"' if item.rows > 1 else "")
            if item.fill:
                marks += f' style="background-color:#{FILLS.get(item.fill, item.fill)}"'
            if item.bullets:
                inner = "<ul>" + "".join(f"<li>{html.escape(text)}</li>" for text in item.lines) + "</ul>"
            elif len(item.lines) > 1:
                inner = "".join(f"<p>{html.escape(text)}</p>" for text in item.lines)
            else:
                inner = html.escape(item.lines[0]) if item.lines else ""
            out.append(f"<{tag}{marks}>{inner}</{tag}>")
        out.append("</tr>")
    return "\n".join(out + ["</table>"])
