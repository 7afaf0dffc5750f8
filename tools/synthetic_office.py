#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes large Word and PDF files for measuring, made of varied plans: the same size gives the same text.

    tools/synthetic_office.py docx CELLS FILE
    tools/synthetic_office.py pdf PAGES FILE        needs reportlab (make setup)
"""
import itertools
import pathlib
import random
import sys
import zipfile
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import synthetic  # noqa: E402

HEAD = ["Ref", "Action", "Lead", "Timescale", "Measures of success", "RAG"]
FILLS = {"Green": "00B050", "Amber": "FFC000", "Red": "FF0000", "Blue": "0070C0"}
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def records():
    """Rows of six cells, without end."""
    rng, words = random.Random(20310502), synthetic.sample_words()
    for number in itertools.count(1):
        prose = " ".join(rng.choice(words) for _ in range(rng.randint(5, 20)))
        yield [f"{number // 10 + 1}.{number % 10 + 1}", f"{rng.choice(synthetic.VERBS)} {rng.choice(synthetic.THINGS)}: {prose}",
               rng.choice(synthetic.LEADS), synthetic.date(rng), f"{rng.randint(40, 99)}% of {rng.choice(synthetic.THINGS)}",
               rng.choice(list(FILLS))]


def docx(cells, path):
    def row(texts):
        made = []
        for text in texts:
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{FILLS[text]}"/>' if text in FILLS else ""
            made.append(f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>{shade}</w:tcPr><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>')
        return f"<w:tr>{''.join(made)}</w:tr>"

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
                         '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                         f'ContentType="{OFFICE}"/></Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.'
                         'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        with archive.open("word/document.xml", "w") as part:
            part.write(f'<w:document xmlns:w="{MAIN}"><w:body><w:tbl>{row(HEAD)}'.encode())
            for texts in itertools.islice(records(), cells // len(HEAD)):
                part.write(row(texts).encode())
            part.write(b"</w:tbl></w:body></w:document>")


def pdf(pages, path):
    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    width, height = landscape(A4)
    edges = [36, 76, 326, 446, 546, 736, width - 36]
    canvas, rows = Canvas(str(path), pagesize=(width, height), invariant=1), records()
    for page in range(1, pages + 1):
        top = height - 50
        for index, texts in enumerate([HEAD, *itertools.islice(rows, 8)]):
            canvas.setFont("Helvetica-Bold" if index == 0 else "Helvetica", 9)
            lines = [simpleSplit(text, "Helvetica", 9, right - left - 8) for text, left, right in zip(texts, edges, edges[1:])]
            bottom = top - 11 * max(map(len, lines)) - 8
            for column, cell in enumerate(lines):
                if texts[column] in FILLS:
                    canvas.setFillColor(HexColor("#" + FILLS[texts[column]]))
                    canvas.rect(edges[column], bottom, edges[column + 1] - edges[column], top - bottom, stroke=0, fill=1)
                    canvas.setFillColor(HexColor("#000000"))
                canvas.rect(edges[column], bottom, edges[column + 1] - edges[column], top - bottom)
                for number, line in enumerate(cell):
                    canvas.drawString(edges[column] + 4, top - 12 - 11 * number, line)
            top = bottom
        canvas.drawCentredString(width / 2, 20, f"Page {page}")
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    {"docx": docx, "pdf": pdf}[sys.argv[1]](int(sys.argv[2]), sys.argv[3])
