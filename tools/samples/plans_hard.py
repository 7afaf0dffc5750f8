# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluation plans whose layouts mislead: rows under rows, nested merged columns, bands that are not merged, boxes, tables that go on without a head."""
from maker import Maker, head, month_when
from model import Cell, Plan, cell, date, person, role, when
from plans_tables import OFFICE, area, dotted


def nottingham():
    """Under each action a full-width row holds its dated update."""
    key = {"completed": ("blue", "Blue: delivered"), "on-track": ("green", "Green: on course"), "at-risk": ("amber", "Amber: some slippage"), "off-track": ("red", "Red: off course")}
    plan = Plan("nottingham", "Nottingham Local Area SEND Accelerated Progress Plan", "accelerated-progress-plan", area("Nottingham", "E06000018"), ("txt", "docx", "html", "odt", "pdf"),
                date=month_when("March 2024", 2024, 3), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()], running=("", "{page} of many"))
    make = Maker(plan, 71, (2023, 9), ("full", "sept", "endof", "Termly"), ("comma",), "lines", key, "letter", "bullets")
    plan.headline("March 2024")
    plan.bullets(*(words for _, words in key.values()))
    columns = [("Ref", "ref"), ("Action", "action"), ("Lead(s)", "leads"), ("By when?", "timescale"), ("Success measures", "measures"), ("RAG", "rating")]
    stamp = month_when("March 2024", 2024, 3)
    for number, title in enumerate(("Joint commissioning", "Quality of advice"), 1):
        plan.heading(f"Area of weakness {number}: {title}")
        section = plan.section("weakness", title, str(number))
        rows = [head(columns, fill="D9E2F3")]
        for count in range(1, 5):
            topic = make.topics[make.number % len(make.topics)]
            rows.append(make.make(columns, section, dotted(number, count)))
            plan.actions[-1]["updates"] = [{"asOf": stamp, "text": topic["progress"][1]}]
            rows.append([cell(f"Update March 2024: {topic['progress'][1]}", span=6)])
        plan.table(rows, head=1, widths=[4, 20, 16, 9, 22, 4])
    return plan


def bristol():
    """A small table for each action: its words over the full width, then labels above values."""
    plan = Plan("bristol", "Bristol Written Statement of Action", "written-statement-of-action", area("Bristol, City of", "E06000023"), ("txt", "docx", "html", "odt", "pdf"),
                date=month_when("February 2020", 2020, 2), inspection=when("30 September to 4 October 2019", "2019-09-30/2019-10-04"))
    make = Maker(plan, 72, (2020, 2), ("full", "short", "endterm", "andongoing"), ("roles",), " / ", measures="paras", milestones="brackets")
    plan.headline("February 2020")
    plan.para("Bristol was inspected from 30 September to 4 October 2019. The letter named five areas of significant weakness; this part answers two.")
    columns = [("Lead", "leads"), ("Supported by", "contributors"), ("Timescale", "timescale"), ("Milestones", "milestones"), ("Measures of success", "measures")]
    for number, title in enumerate(("Accountability of leaders", "Identification of needs"), 1):
        plan.heading(f"Significant weakness {number}: {title}")
        section = plan.section("weakness", title, str(number))
        for count in range(1, 4):
            ref = dotted(number, count)
            cells = make.make([("", "ref+action")] + columns, section, ref, label=f"Action {ref}")
            cells[0].span, cells[0].bold, cells[0].fill = len(columns), True, "DDEBF7"
            plan.table([[cells[0]], head(columns), cells[1:]], widths=[12, 14, 10, 22, 22])
    return plan


def reading():
    """Priorities and outcomes in two merged columns, one inside the other; heads of two lines with words in brackets."""
    plan = Plan("reading", "Reading SEND Strategy Action Plan 2022-2027", "strategy-action-plan", area("Reading", "E06000038"), ("txt", "docx", "html", "xlsx", "pdf"))
    make = Maker(plan, 73, (2022, 9), ("dash", "fiscal", "abbr", "Ongoing"), ("names",), ", ", measures="run")
    plan.headline("Reading Borough Council")
    columns = [("Actions (what we will do)", "action"), ("Lead officer (who)", "leads"), ("Timescale (by when)", "timescale"), ("Success criteria", "measures")]
    heads = [cell(text, bold=True, fill="E2EFDA") for text in ("Priority", "Outcome")] + [Cell(name.split(" (")[:1] + [f"({part})" for part in name.rstrip(")").split(" (")[1:]], bold=True, fill="E2EFDA") for name, _ in columns]
    rows = [heads]
    for number, (title, outcomes) in enumerate((("Belonging", ("Children are welcome in their nearest school", "Parents are treated as experts")),
                                                ("Getting ready for adulthood", ("Young people find work", "Young people have friends and a social life"))), 1):
        parent = plan.section("priority", title, str(number))
        for at, outcome in enumerate(outcomes):
            section = plan.section("outcome", outcome, None, parent)
            for count in range(3):
                cells = make.make(columns, section)
                before = ([cell(f"{number}. {title}", rows=6)] if at == 0 and count == 0 else []) + ([cell(outcome, rows=3)] if count == 0 else [])
                rows.append(before + cells)
    plan.table(rows, head=1, widths=[10, 14, 22, 12, 9, 22])
    return plan


def sandwell():
    """Bands that fill the first cell only, a column of ranks headed "Priority", ratings under dates told by fills alone."""
    key = {"completed": ("blue", "Complete"), "on-track": ("green", "On track"), "at-risk": ("amber", "At risk"), "off-track": ("red", "Off track"), "not-started": ("grey", "Not started")}
    plan = Plan("sandwell", "Sandwell SEND Priority Action Plan", "priority-action-plan", area("Sandwell", "E08000028"), ("txt", "xlsx", "docx", "html"), date=month_when("May 2025", 2025, 5),
                key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 74, (2024, 9), ("daynumber", "dash", "daynumber", "Monthly"), ("names",), " / ", key, "fill", "run")
    plan.headline("Sandwell Council, May 2025")
    columns = [("Ref.", "ref"), ("Action", "action"), ("Priority", "rank"), ("Owner", "leads"), ("Target date", "timescale"), ("Impact", "measures"),
               ("RAG Jan 2025", ("rag", month_when("Jan 2025", 2025, 1))), ("RAG May 2025", ("rag", month_when("May 2025", 2025, 5)))]
    rows = [head(columns, fill="F2F2F2")]
    for number, title in enumerate(("Waiting times for therapies", "Multi-agency quality assurance"), 1):
        section = plan.section("workstream", title, str(number))
        rows.append([cell(f"Workstream {number}: {title}", bold=True)] + [cell() for _ in columns[1:]])
        for count in range(1, 6):
            cells = make.make([c for c in columns if c[1] != "rank"], section, f"WS{number}.{count}")
            rank = make.rng.choice(["High", "Medium", "Low"])
            plan.actions[-1]["other"] = {"Priority": rank}
            rows.append(cells[:2] + [cell(rank)] + cells[2:])
    plan.table(rows, head=1, widths=[5, 20, 6, 12, 9, 20, 6, 6])
    plan.heading("Key")
    plan.table([[Cell([], fill=colour), cell(words)] for colour, words in key.values()], widths=[1, 5])
    return plan


def northumberland():
    """The table goes on after a page without its head; a box that holds prose; dated updates under one head."""
    plan = Plan("northumberland", "Northumberland Inclusive Education Action Plan", "action-plan", area("Northumberland", "E06000057"), ("txt", "docx", "html", "pdf"))
    make = Maker(plan, 75, (2023, 9), ("full", "full", "term", "full"), ("roles",), " / ", measures="paras")
    plan.headline("Northumberland County Council")
    plan.table([[cell("What families told us: getting hold of somebody who knows the child is the hardest part. We have tried to answer that in every section.", fill="FFF2CC")]])
    stamps = [when("Autumn 2023", "2023-23"), when("Spring 2024", "2024-21")]
    base = [("Ref", "ref"), ("Action", "action"), ("Lead", "leads"), ("Deadline", "timescale"), ("Outcomes", "measures")]
    columns = base + [(at["text"], ("update", at)) for at in stamps]
    for number, title in enumerate(("Inclusion in mainstream schools", "Services near home"), 1):
        plan.heading(f"Theme {number}: {title}")
        section = plan.section("theme", title, str(number))
        rows = [[cell(name, rows=2, bold=True) for name, _ in base] + [cell("Progress", span=2, bold=True)], [cell(at["text"], bold=True) for at in stamps]]
        for count in range(1, 4):
            rows.append(make.make(columns, section, dotted(number, count)))
        plan.table(rows, head=2, widths=[4, 18, 13, 9, 18, 16, 16])
        rest = [make.make(columns, section, dotted(number, count)) for count in range(4, 6)]
        plan.break_page()
        plan.table(rest, widths=[4, 18, 13, 9, 18, 16, 16])
    return plan


def brighton():
    """Prose: labels on lines of their own with a dash, measures as bullets under their label."""
    plan = Plan("brighton", "Brighton & Hove SEND Action Plan 2021/22", "action-plan", area("Brighton and Hove", "E06000043"), ("txt", "md", "docx", "html"), date=when("2021/22", "2021-04/2022-03"), landscape=False, size=10)
    make = Maker(plan, 76, (2021, 4), ("season", "by", "short", "endof"), ("dash",), "; ", measures="bullets")
    plan.headline("Brighton and Hove City Council")
    plan.para("The plan covers one year. It was agreed with the parent carer council.")
    for number, title in enumerate(("Identify needs in good time", "Help families to take part"), 1):
        plan.heading(f"Priority {number}: {title}")
        section = plan.section("priority", title, str(number))
        for count in range(1, 4):
            ref = dotted(number, count)
            cells = make.make([("", "action"), ("", "leads"), ("", "timescale"), ("", "measures")], section, ref)
            plan.heading(f"Action {ref}: {cells[0].lines[0]}", 2)
            plan.labelled("Lead officer: ", "; ".join(cells[1].lines))
            plan.labelled("Timescale: ", cells[2].lines[0])
            plan.labelled("Measures of success:", "")
            plan.bullets(*cells[3].lines)
    return plan


def portsmouth():
    """Narrow upright pages, titles before names, no rules but fills; "&" that does not divide; contents of Evidence and impact."""
    plan = Plan("portsmouth", "Portsmouth SEND Improvement Plan Year 2", "improvement-plan", area("Portsmouth", "E06000044"), ("txt", "docx", "html", "pdf", "odt"), date=month_when("September 2023", 2023, 9), landscape=False, size=8,
                running=("Portsmouth SEND Improvement Plan Year 2", "{page}"))
    make = Maker(plan, 77, (2023, 9), ("abbr", "abbr", "quarter", "revised"), ("roles",), " / ", measures="paras")
    plan.headline("September 2023")
    columns = [("Action", "ref+action"), ("Accountable officer", "leads"), ("End date", "timescale"), ("Measures of success", "measures"), ("Evidence and impact", "evidence")]
    people = [person("Dr Asha Kendall", "Consultant Paediatrician", "brackets"), person("Cllr Bo Tranter"), role("Head of Inclusion & Early Help"), person("Mx Robin Vale", "Parent Representative", "dash")]
    rows = [head(columns, fill="8EAADB")]
    for number, title in enumerate(("Strong leaders", "Better data", "Earlier support"), 1):
        section = plan.section("priority", title, str(number))
        rows.append([cell(f"Priority {number}: {title}", span=5, bold=True, fill="D9E2F3")])
        for count in range(1, 4):
            cells = make.make(columns, section, dotted(number, count), leads=[people[(number + count) % 4], people[(number + count + 1) % 4]])
            rows.append(cells)
    plan.table(rows, head=1, widths=[16, 13, 8, 16, 12], rules="none", repeat_after=5)
    return plan


def durham():
    """A long plan: forty-two actions in seven priorities, dated updates and a rating, rows that run over pages."""
    key = {"completed": ("blue", "Blue – action complete and impact seen"), "on-track": ("green", "Green – on track for its date"), "at-risk": ("amber", "Amber – late, with a plan to recover"),
           "off-track": ("red", "Red – off track, no plan yet")}
    plan = Plan("durham", "County Durham SEND Strategy Action Plan 2024 to 2026", "strategy-action-plan", area("County Durham", "E06000047"), ("txt", "csv", "docx", "html", "pdf", "xlsx"),
                date=month_when("November 2024", 2024, 11), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()],
                running=("County Durham SEND Strategy Action Plan 2024 to 2026", "Version 3.2   Page {page}"))
    make = Maker(plan, 78, (2024, 4), ("full", "short", "endof", "season", "fiscal", "Quarterly", "from", "full"), ("names", "roles"), " / ", key, "word", "bullets", long=True)
    plan.headline("Update of November 2024")
    plan.para("County Durham's partners agreed seven priorities. Each has six actions; those that are finished stay in the plan so that readers can follow them.")
    plan.heading("Ratings")
    plan.bullets(*(words for _, words in key.values()))
    columns = [("Ref", "ref"), ("Action", "action"), ("Lead", "leads"), ("Completion date", "timescale"), ("Measures of success", "measures"),
               ("Update November 2024", ("update", month_when("November 2024", 2024, 11))), ("RAG", "rating")]
    plan.heading("The seven priorities")
    rows = [head(columns, fill="BFBFBF")]
    for number, title in enumerate(("Families first", "Noticing early", "Help in every school", "The right placement", "Health and therapies", "Adult life", "Knowing how we are doing"), 1):
        section = plan.section("priority", title, str(number))
        rows.append([cell(f"Priority {number}: {title}", span=7, bold=True, fill="D9D9D9")])
        for count in range(1, 7):
            rows.append(make.make(columns, section, dotted(number, count)))
    plan.table(rows, head=1, widths=[4, 26, 14, 9, 20, 18, 6], repeat_after=6, torn=(9, 22, 35))
    return plan
