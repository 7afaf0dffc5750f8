# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as blocks, and the gold values that stand beside its words.

Blocks are what every writer turns into its format. A `Plan` collects blocks and gold together, so that a layout
cannot show a fact without stating it, nor state one that it does not show.
"""
from dataclasses import dataclass, field, replace

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SHORT = [m[:3] for m in MONTHS]
FILLS = {"blue": "5B9BD5", "green": "70AD47", "amber": "FFC000", "red": "FF0000", "grey": "A6A6A6", "purple": "7030A0", "white": "FFFFFF"}


@dataclass
class Cell:
    """One table cell: paragraphs, how many columns and rows it spans, and how it is dressed."""
    lines: list
    span: int = 1
    rows: int = 1
    fill: str = None
    bold: bool = False
    bullets: bool = False


def cell(text="", **dress):
    lines = text if isinstance(text, list) else ([text] if text else [])
    return Cell(lines, **dress)


@dataclass
class Table:
    """Rows of cells; `head` counts the header rows, which page breaks repeat; `rules` is grid, rows or none.

    For the text export: `repeat_after` so many rows the header stands again; `torn` rows are cut in two by a page
    break; with `broken`, the words of a cell over several rows are dealt out to those rows. For PDF: `cut` lets
    rows run over a page's end."""
    rows: list
    head: int = 0
    widths: list = None
    rules: str = "grid"
    repeat_after: int = 0
    sheet: str = None
    cut: int = 0
    torn: tuple = ()
    broken: bool = False

    def grid(self):
        """Every row as (column, cell), with the columns that a cell from above covers left out."""
        covered, placed = {}, []
        for number, row in enumerate(self.rows):
            column, line = 0, []
            for item in row:
                while covered.get((number, column)):
                    column += 1
                line.append((column, item))
                for down in range(item.rows):
                    for right in range(item.span):
                        covered[(number + down, column + right)] = True
                column += item.span
            placed.append(line)
        return placed

    @property
    def columns(self):
        return max((column + item.span for line in self.grid() for column, item in line), default=0)


@dataclass
class Block:
    kind: str  # title, heading, para, bullet, table, break
    text: str = ""
    level: int = 1
    bold_to: int = 0  # so many leading characters are bold
    table: Table = None


# --- values that gold states beside the words -------------------------------------------------------------------

def when(text, edtf=None, ongoing=False, recurrence=None):
    value = {"text": text}
    if edtf:
        value["edtf"] = edtf
    if ongoing:
        value["ongoing"] = True
    if recurrence:
        value["recurrence"] = recurrence
    return value


def season_of(month):
    return ("Spring", "21") if month <= 4 else ("Summer", "22") if month <= 8 else ("Autumn", "23")


def later(year, month, months):
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def date(style, year, month, day=14):
    """A date in one of the ways that plans write it."""
    full, short, iso, yy = MONTHS[month - 1], SHORT[month - 1], f"{year}-{month:02}", f"{year % 100:02}"
    season, code = season_of(month)
    to_year, to_month = later(year, month, 3)
    fiscal = year if month >= 4 else year - 1
    quarter = ((month - 4) % 12) // 3 + 1
    q_year, q_month = later(fiscal, 4, 3 * (quarter - 1))
    q_end_year, q_end_month = later(q_year, q_month, 2)
    simple = {
        "full": (f"{full} {year}", iso), "short": (f"{short} {year}", iso), "dash": (f"{short}-{yy}", iso), "sept": (f"{'Sept' if month == 9 else short} {year}", iso), "abbr": (f"{short} {yy}", iso),
        "number": (f"{month:02}/{year}", iso), "by": (f"By {full} {year}", iso), "endof": (f"End of {full} {year}", iso),
        "day": (f"{day} {full} {year}", f"{iso}-{day:02}"), "daynumber": (f"{day:02}/{month:02}/{year}", f"{iso}-{day:02}"),
        "dayth": (f"{day}th {full} {year}", f"{iso}-{day:02}"), "year": (str(year), str(year)),
        "season": (f"{season} {year}", f"{year}-{code}"), "term": (f"{season} term {year}", f"{year}-{code}"),
        "term2": (f"{season} Term 2 {year}", f"{year}-{code}"), "endterm": (f"End of {season.lower()} term {year}", f"{year}-{code}"),
        "quarter": (f"Q{quarter} {fiscal}/{(fiscal + 1) % 100:02}", f"{q_year}-{q_month:02}/{q_end_year}-{q_end_month:02}"),
        "quartershort": (f"Q{quarter} {fiscal % 100:02}-{(fiscal + 1) % 100:02}", f"{q_year}-{q_month:02}/{q_end_year}-{q_end_month:02}"),
        "fiscal": (f"{fiscal}/{(fiscal + 1) % 100:02}", f"{fiscal}-04/{fiscal + 1}-03"),
        "range": (f"{full} {year} - {MONTHS[to_month - 1]} {to_year}", f"{iso}/{to_year}-{to_month:02}"),
        "rangeshort": (f"{short} {year}-{SHORT[to_month - 1]} {to_year}", f"{iso}/{to_year}-{to_month:02}"),
        "list": (f"{full} {year} {MONTHS[to_month - 1]} {to_year}", f"{{{iso},{to_year}-{to_month:02}}}"),
        "revised": (f"{full} {year} revised to {MONTHS[to_month - 1]} {to_year}", f"{to_year}-{to_month:02}"),
        "tbc": ("TBC", None), "immediate": ("Immediate", None), "complete": ("Complete", None),
    }
    if style in simple:
        return when(*simple[style])
    opened = {"from": f"From {full} {year}", "starting": f"Starting {full} {year}", "commencing": f"Commencing {full} {year}",
              "andongoing": f"{full} {year} and ongoing", "onwards": f"{full} {year} onwards"}
    if style in opened:
        return when(opened[style], f"{iso}/..", True)
    if style == "termlyfrom":
        return when(f"Termly from {full} {year}", f"{iso}/..", True, "termly")
    if style == "annually":
        return when(f"{full} {year} and annually", iso, False, "annual")
    if style in ("ongoing", "Ongoing", "On-going", "Continuous"):
        return when(style, None, True)
    words = {"Monthly": "monthly", "Termly": "termly", "Quarterly": "quarterly", "Annually": "annual", "Six monthly": "six-monthly",
             "Bi monthly": "bimonthly", "Half termly": "half-termly", "Weekly": "weekly"}
    return when(style, None, False, words[style])


def person(name, role=None, style=None, organisation=None):
    """A named person; `style` says how the role stands beside the name: brackets, dash or comma."""
    if role is None and organisation is None:
        return {"text": name, "name": name}
    beside = ", ".join(part for part in (role, organisation) if part)
    text = {"brackets": f"{name} ({beside})", "dash": f"{name} – {beside}", "comma": f"{name}, {beside}"}[style or "brackets"]
    value = {"text": text, "name": name}
    if role:
        value["role"] = role
    if organisation:
        value["organisation"] = organisation
    return value


def role(text, organisation=None):
    return {"text": f"{text}, {organisation}", "role": text, "organisation": organisation} if organisation else {"text": text, "role": text}


def body(text):
    return {"text": text, "organisation": text}


def rating(status, colour=None, text=None):
    value = {}
    if text:
        value["text"] = text
    if colour:
        value["colour"] = colour
    value["status"] = status
    return value


@dataclass
class Plan:
    """A document and its gold. `formats` are the files to write; `fills` says whether some fact is told by a fill alone."""
    name: str
    title: str
    kind: str
    authority: dict
    formats: tuple
    date: dict = None
    inspection: dict = None
    key: list = None
    running: tuple = ("", "")  # header, footer
    landscape: bool = True
    size: float = 8
    bullet: str = "•"
    sheets: bool = False  # in Excel, a page break begins a new sheet
    html: bool = False  # paragraphs of a cell stand as HTML fragments in the text export
    blocks: list = field(default_factory=list)
    sections: list = field(default_factory=list)
    actions: list = field(default_factory=list)
    indicators: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    glossary: list = field(default_factory=list)

    def say(self, kind, text, level=1, bold_to=0):
        self.blocks.append(Block(kind, text, level, bold_to))

    def headline(self, *more):
        self.say("title", self.title)
        for line in more:
            self.say("para", line)

    def heading(self, text, level=1):
        self.say("heading", text, level)

    def para(self, *texts):
        for text in texts:
            self.say("para", text)

    def labelled(self, label, text):
        self.say("para", f"{label}{text}", bold_to=len(label))

    def bullets(self, *texts):
        for text in texts:
            self.say("bullet", text)

    def table(self, rows, **options):
        self.blocks.append(Block("table", table=Table(rows, **options)))

    def break_page(self):
        self.say("break", "")

    def section(self, kind, title, ref=None, parent=None, outcomes=None, leads=None, id=None):
        entry = {"id": id or ref or f"S{len(self.sections) + 1}"}
        if parent:
            entry["parent"] = parent
        entry["kind"] = kind
        if ref:
            entry["ref"] = ref
        entry["title"] = title
        if outcomes:
            entry["outcomes"] = list(outcomes)
        if leads:
            entry["leads"] = list(leads)
        self.sections.append(entry)
        return entry["id"]

    def gold(self, fills=True):
        """The gold file; without `fills`, ratings that only a colour tells are left out (text exports lose colours)."""
        plan = {"title": self.title, "kind": self.kind, "authority": self.authority}
        for name, value in (("date", self.date), ("inspection", self.inspection), ("ratingKey", self.key)):
            if value:
                plan[name] = value
        actions = [a if fills else without_silent_ratings(a) for a in self.actions]
        indicators = [i if fills else without_silent_ratings(i) for i in self.indicators]
        return {"schemaVersion": "1.0", "plan": plan, "sections": self.sections, "actions": actions,
                "indicators": indicators, "groups": self.groups, "glossary": self.glossary}

    @property
    def silent(self):
        return any(a != without_silent_ratings(a) for a in self.actions + self.indicators)


def without_silent_ratings(item):
    """A copy of an action or indicator without ratings that have no text."""
    def spoken(value):
        return "rating" not in value or "text" in value["rating"]

    copy = {k: v for k, v in item.items() if k != "rating" or "text" in v}
    for name in ("milestones", "updates"):
        if name in copy:
            kept = [entry if spoken(entry) else {k: v for k, v in entry.items() if k != "rating"} for entry in copy[name]]
            # a dated colour alone leaves nothing to say
            kept = [entry for entry in kept if "text" in entry or "rating" in entry]
            if kept:
                copy[name] = kept
            else:
                del copy[name]
    return copy
