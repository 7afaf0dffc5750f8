# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of samples/ are plans."""
import os
import pathlib

FORMATS = {
    ".txt", ".tsv", ".csv", ".md", ".docx", ".docm", ".odt", ".fodt", ".xml", ".xlsx", ".ods", ".html", ".htm", ".pdf",
}


def plans(folder="samples"):
    """The plans of the folder, by name, as paths from the current folder."""
    root = pathlib.Path(folder)
    files = [path for path in root.rglob("*") if path.is_file() and path.suffix.lower() in FORMATS]
    return sorted((path for path in files if "golden" not in path.relative_to(root).parts), key=os.fspath)
