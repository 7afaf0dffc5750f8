#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the words of documents that are not in their plans, by readers that have nothing to do with commonplan.

    tools/coverage.py PROGRAM FILES... [--least 0.98] [--show 12]

pdftotext reads PDF, python-docx and the XML of its parts Word files, openpyxl workbooks (with comments), odfpy OpenDocument,
Python's own parser web pages; text is text. A word counts as often as it stands there. Words are compared without case, marks
and the way a letter is encoded; what a PDF breaks or joins at the end of a line counts as lost here though it is not.
Exit status 1 where a document has a smaller share of its words in the plan than `--least`."""
import argparse
import collections
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as tree
import zipfile

WORD = re.compile(r"[^\W_]+")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
SPOKEN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def words(text):
    """The words of a text, each as often as it stands there."""
    plain = unicodedata.normalize("NFKC", text.translate(INVISIBLE)).casefold()
    return collections.Counter(WORD.findall(plain))


def of_pdf(path):
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")


def of_word(path):
    # python-docx knows body and tables; texts in boxes, headers, footers and notes are only in the XML.
    parts = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
    texts = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not parts.search(name):
                continue
            for paragraph in tree.fromstring(archive.read(name)).iter(SPOKEN[:-1] + "p"):
                texts.append("".join(node.text or "" for node in paragraph.iter(SPOKEN)))
    return "\n".join(texts)


def of_workbook(path):
    import openpyxl

    texts = []
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                # Numbers and dates are shown by formats, which openpyxl does not apply.
                if isinstance(cell.value, str):
                    texts.append(cell.value)
                if cell.comment:
                    texts.append(cell.comment.text)
    return "\n".join(texts)


def of_opendocument(path):
    from odf import opendocument, teletype, text

    document = opendocument.load(str(path))
    return "\n".join(teletype.extractText(node) for kind in (text.P, text.H) for node in document.getElementsByType(kind))


class Page(html.parser.HTMLParser):
    """What a browser would show of a page, styles left out of account."""

    def __init__(self):
        super().__init__()
        self.texts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style", "template", "noscript", "head")
        self.texts += [value for name, value in attributes if name == "alt" and value]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "template", "noscript", "head")

    def handle_data(self, data):
        if self.hidden <= 0:
            self.texts.append(data)


def of_page(path):
    page = Page()
    page.feed(path.read_bytes().decode("utf-8", "replace"))
    return " ".join(page.texts)


READERS = {
    ".pdf": of_pdf, ".docx": of_word, ".docm": of_word, ".xlsx": of_workbook, ".xlsm": of_workbook, ".odt": of_opendocument,
    ".ods": of_opendocument, ".html": of_page, ".htm": of_page,
}


def strings(value):
    """All texts of a plan, but for those that say where something stood."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("findings", "document", "source"):
                yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--least", type=float, default=0.98)
    parser.add_argument("--show", type=int, default=12, help="missing words that are named")
    options = parser.parse_args()
    fails = 0
    for path in options.files:
        read = READERS.get(path.suffix.lower(), lambda file: file.read_bytes().decode("utf-8", "replace"))
        try:
            outside = words(read(path))
        except Exception as error:  # noqa: BLE001: other readers fail in their own ways
            print(f"   -    {path}: not read from outside ({error})")
            continue
        run = subprocess.run([options.program, "convert", str(path), "--ocr", "never"], capture_output=True)
        if not run.stdout:
            print(f"   -    {path}: refused ({run.stderr.decode('utf-8', 'replace').strip()[:160]})")
            continue
        inside = words("\n".join(strings(json.loads(run.stdout))))
        missing = outside - inside
        share = 1 - missing.total() / max(1, outside.total())
        fails += share < options.least
        named = ", ".join(f"{word} ×{count}" if count > 1 else word for word, count in missing.most_common(options.show))
        print(f"{share:7.2%} {path}: {missing.total()} of {outside.total()} words missing{': ' + named if named else ''}")
    sys.exit(bool(fails))


if __name__ == "__main__":
    main()
