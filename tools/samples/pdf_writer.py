# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files: ruled, with row rules only, or without any rules; running headers, repeated table headers, page numbers."""
import io
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import CondPageBreak, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Laid
from reportlab.platypus import TableStyle

from model import FILLS

FONTS = "/usr/share/fonts/truetype/dejavu/"
pdfmetrics.registerFont(TTFont("Body", FONTS + "DejaVuSansCondensed.ttf"))
pdfmetrics.registerFont(TTFont("Bold", FONTS + "DejaVuSansCondensed-Bold.ttf"))
pdfmetrics.registerFontFamily("Body", normal="Body", bold="Bold", italic="Body", boldItalic="Bold")


def pdf(plan, path):
    size = landscape(A4) if plan.landscape else A4
    if plan.landscape and max((b.table.columns for b in plan.blocks if b.table), default=0) > 10:
        size = landscape(A3)
    document = SimpleDocTemplate(str(path), pagesize=size, leftMargin=40, rightMargin=40, topMargin=48, bottomMargin=44,
                                 invariant=1, title=plan.title, author="commonplan samples")
    plain = ParagraphStyle("plain", fontName="Body", fontSize=plan.size + 1, leading=(plan.size + 1) * 1.25, spaceAfter=5)
    small = ParagraphStyle("small", fontName="Body", fontSize=plan.size, leading=plan.size * 1.2)
    story = []
    for block in plan.blocks:
        if block.kind == "table":
            story += [laid(block.table, plan, small, size[0] - 80), Spacer(1, 8)]
        elif block.kind == "title":
            story.append(Paragraph(escape(block.text), ParagraphStyle("title", fontName="Bold", fontSize=18, leading=22, spaceAfter=8)))
        elif block.kind == "heading":
            story.append(CondPageBreak(110))
            big = {1: 13, 2: 11}.get(block.level, 10)
            story.append(Paragraph(escape(block.text), ParagraphStyle(f"h{block.level}", fontName="Bold", fontSize=big, leading=big * 1.2, spaceBefore=8, spaceAfter=4)))
        elif block.kind == "bullet":
            story.append(Paragraph(escape(block.text), ParagraphStyle("bullet", parent=plain, leftIndent=14, bulletIndent=4), bulletText=plan.bullet))
        elif block.kind == "break":
            story.append(PageBreak())
        elif block.text:
            story.append(Paragraph(f"<b>{escape(block.text[:block.bold_to])}</b>{escape(block.text[block.bold_to:])}", plain))
    header, footer = plan.running

    def furniture(canvas, made):
        canvas.setFont("Body", 8)
        if header:
            canvas.drawString(40, size[1] - 30, header.replace("{page}", str(made.page)))
        if footer:
            canvas.drawCentredString(size[0] / 2, 24, footer.replace("{page}", str(made.page)))

    document.build(story, onFirstPage=furniture, onLaterPages=furniture)


def laid(source, plan, style, width):
    # where rows may be cut the header is not repeated: reportlab would set it in the middle of the page as well
    columns, lines = source.columns, source.grid()
    shares = source.widths or [1] * columns
    widths = [width * share / sum(shares) for share in shares]
    rows = [[""] * columns for _ in lines]
    marks = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
             ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    if source.rules == "grid":
        marks.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif source.rules == "rows":
        marks.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey))
    for number, line in enumerate(lines):
        for column, item in line:
            rows[number][column] = [paragraph(text, item, plan, style) for text in item.lines] or ""
            corner = (column + item.span - 1, number + item.rows - 1)
            if corner != (column, number):
                marks.append(("SPAN", (column, number), corner))
            if item.fill:
                marks.append(("BACKGROUND", (column, number), corner, colors.HexColor("#" + FILLS.get(item.fill, item.fill))))
    return Laid(rows, colWidths=widths, repeatRows=0 if source.cut else source.head, style=TableStyle(marks), splitInRow=source.cut)


def paragraph(text, item, plan, style):
    shown = f"<b>{escape(text)}</b>" if item.bold else escape(text)
    if item.bullets:
        return Paragraph(shown, ParagraphStyle("in", parent=style, leftIndent=8, bulletIndent=0), bulletText=plan.bullet)
    return Paragraph(shown, style)


def scan(source, target, dots=200):
    """Pages as images at so many dots per inch and nothing else: a scan, without the skew."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dots), "-gray", "-png", str(source), f"{folder}/page"], check=True)
        made = canvas.Canvas(str(target), invariant=1)
        made.setAuthor("commonplan samples")
        for image in sorted(pathlib.Path(folder).glob("*.png")):
            picture = ImageReader(io.BytesIO(image.read_bytes()))
            size = [72 * pixels / dots for pixels in picture.getSize()]
            made.setPageSize(size)
            made.drawImage(picture, 0, 0, *size)
            made.showPage()
        made.save()
