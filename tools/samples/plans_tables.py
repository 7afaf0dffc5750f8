# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluation plans whose actions stand in tables: one function, one plan, one way of laying a table out."""
from maker import Maker, head, month_when
from model import Cell, MONTHS, Plan, body, cell, date, person, rating, role, when

OFFICE = ("txt", "md", "docx", "odt", "html", "pdf")
SHEET = ("txt", "csv", "xlsx", "html", "pdf")


def area(name, gss):
    return {"name": name, "gss": gss}


def dotted(section, number):
    return f"{section}.{number}"


def leeds():
    """One table, usual heads, band rows over the full width, letters read through a key in lines."""
    key = {"completed": ("blue", "Blue – done and evidenced"), "on-track": ("green", "Green – going to plan"),
           "at-risk": ("amber", "Amber – slipping, recovery agreed"), "off-track": ("red", "Red – no movement")}
    plan = Plan("leeds", "Leeds Local Area SEND Written Statement of Action", "written-statement-of-action", area("Leeds", "E08000035"),
                ("txt", "md", "docx", "pdf", "csv", "html"), date=month_when("March 2023", 2023, 3),
                inspection=when("between 7 and 11 November 2022", "2022-11-07/2022-11-11"),
                key=[{"colour": colour, "text": words, "status": status} for status, (colour, words) in key.items()],
                running=("Leeds Local Area WSoA – March 2023", "Page {page}"))
    make = Maker(plan, 11, (2023, 3), ("full", "dash", "dayth", "season", "andongoing", "full", "Termly"), ("roles", "employed"), "lines", key, "letter")
    plan.headline("March 2023")
    plan.heading("Introduction")
    plan.para("Inspectors from Ofsted and the CQC visited the area between 7 and 11 November 2022 and asked for this statement.",
              "It was drafted by the council, the health board and the parent carer forum over nine weeks. The partnership board owns it and reads progress every other month.")
    plan.heading("How progress is rated")
    plan.bullets(*(words for _, words in key.values()))
    plan.heading("The plan")
    columns = [("Ref", "ref"), ("Action", "action"), ("Lead", "leads"), ("Start date", "start"), ("Deadline", "timescale"),
               ("Success measures", "measures"), ("RAG", "rating")]
    rows = [head(columns, fill="D9E2F3")]
    for number, title in enumerate(("Leaders do not know well enough how effective the area's work is", "Families wait too long for a diagnosis and for help",
                                    "Plans are not of a good enough quality"), 1):
        section = plan.section("weakness", title, str(number))
        rows.append([cell(f"Area of weakness {number}: {title}", span=len(columns), bold=True, fill="BDD7EE")])
        for count in range(1, 5):
            rows.append(make.make(columns, section, dotted(number, count)))
    plan.table(rows, head=1, widths=[4, 18, 14, 9, 10, 22, 4], repeat_after=6)
    plan.heading("Glossary")
    terms = [("APP", "Accelerated progress plan"), ("CQC", "Care Quality Commission"), ("ICB", "Integrated Care Board"), ("LA", "Local Authority")]
    plan.glossary = [{"term": a, "meaning": b} for a, b in terms]
    plan.table([[cell(a, bold=True), cell(b)] for a, b in terms], widths=[2, 8])
    return plan


def cumberland():
    """A heading for each priority, then its table; dated updates with a rating beside each; header repeated after page breaks."""
    key = {"completed": ("green", "Green: finished"), "on-track": ("amber", "Amber: under way and on time"), "off-track": ("red", "Red: late")}
    plan = Plan("cumberland", "SEND Improvement Plan 2023-2025", "improvement-plan", area("Cumberland", "E06000063"), OFFICE,
                date=month_when("May 2024", 2024, 5), running=("Cumberland Council", "SEND Improvement Plan {page}"),
                key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 12, (2023, 9), ("dash", "daynumber", "Ongoing", "dash", "tbc", "revised"), ("names",), " / ", key, "word", long=True)
    plan.headline("Cumberland Council and NHS partners", "Edition of May 2024")
    plan.para("This plan replaces the one agreed by the former county council. Updates are added twice a year and nothing is removed.")
    plan.para("Rating key")
    for _, words in key.values():
        plan.para(words)
    columns = [("No.", "ref"), ("What we will do", "action"), ("Owner", "leads"), ("Target date", "timescale"), ("Success criteria", "measures"),
               ("Update January 2024", ("update", month_when("January 2024", 2024, 1))), ("Update May 2024", ("update", month_when("May 2024", 2024, 5))),
               ("Status", "rating")]
    for number, title in enumerate(("Listen to children and families", "Find needs sooner", "Make support fair across the county", "Be ready for adult life"), 1):
        plan.heading(f"Priority {number}: {title}")
        section = plan.section("priority", title, str(number))
        rows = [head(columns, fill="DDDDDD")]
        for count in range(1, 4):
            rows.append(make.make(columns, section, dotted(number, count), skip=("Update May 2024",) if count == 3 else ()))
        plan.table(rows, head=1, widths=[4, 18, 10, 9, 18, 18, 18, 7], repeat_after=2)
    return plan


def walsall():
    """Sections in a merged first column, references in a column of their own, no key, word ratings."""
    plan = Plan("walsall", "SEND Strategy Delivery Plan", "strategy-action-plan", area("Walsall", "E08000030"), ("txt", "docx", "odt", "pdf", "scan.pdf", "html", "xlsx"),
                date=when("2022", "2022"))
    make = Maker(plan, 13, (2022, 4), ("short", "quarter", "fiscal", "short", "Quarterly", "quartershort"), ("roles",), "; ", measures="paras")
    plan.headline("Walsall Council, 2022")
    columns = [("Objective", "section"), ("Ref.", "ref"), ("Key actions", "action"), ("Responsible", "leads"), ("Partners", "contributors"),
               ("Timescale", "timescale"), ("What success looks like", "measures")]
    rows = [head(columns, fill="E2EFDA")]
    for number, title in enumerate(("Children with SEND are seen and heard", "The right place, close to home", "Confident staff in every setting"), 1):
        section = plan.section("objective", title, str(number))
        for count in range(1, 5):
            cells = make.make(columns[1:], section, dotted(number, count))
            rows.append(([cell(f"{number}. {title}", rows=4, bold=True)] if count == 1 else []) + cells)
    plan.table(rows, head=1, widths=[12, 4, 22, 16, 18, 10, 22])
    return plan


def sefton():
    """The section's name repeated in each row, references at the start of the action's words; one sheet."""
    key = {"completed": ("blue", "B = Complete"), "on-track": ("green", "G = On target"), "at-risk": ("amber", "A = At risk of delay"),
           "off-track": ("red", "R = Overdue")}
    plan = Plan("sefton", "Accelerated Progress Plan", "accelerated-progress-plan", area("Sefton", "E08000014"), SHEET,
                date=when("14 February 2024", "2024-02-14"), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 14, (2024, 1), ("day", "dayth", "daynumber", "Monthly", "from"), ("brackets",), "; ", key, "letter", "run", long=True)
    plan.headline("Sefton Metropolitan Borough Council", "Version agreed on 14 February 2024")
    for _, words in key.values():
        plan.para(words)
    columns = [("Theme", "section"), ("Actions", "ref+action"), ("Accountable officer", "leads"), ("Completion date", "timescale"), ("Intended impact", "measures"),
               ("Evidence", "evidence"), ("BRAG", "rating")]
    rows = [head(columns, fill="FFF2CC")]
    for letter, title in zip("ABC", ("Joint commissioning", "Quality of plans", "Working with families")):
        section = plan.section("theme", title, letter)
        for count in range(1, 5):
            rows.append([cell(f"{letter}. {title}")] + make.make(columns[1:], section, f"{letter}{count}"))
    plan.table(rows, head=1, widths=[10, 24, 16, 10, 24, 16, 5], repeat_after=0)
    return plan


def norfolk():
    """Areas as headings with outcomes listed, Required Outcome bands, a RAG head spanning four dated columns, letters."""
    key = {"completed": ("blue", "Blue – Complete"), "on-track": ("green", "Green – Progress as planned"), "at-risk": ("amber", "Amber – Some delay"),
           "off-track": ("red", "Red – Serious delay")}
    plan = Plan("norfolk", "Norfolk Area SEND Written Statement of Action September 2020", "written-statement-of-action", area("Norfolk", "E10000020"),
                ("txt", "docx", "pdf", "html", "odt"), date=month_when("September 2020", 2020, 9), inspection=month_when("March 2020", 2020, 3),
                key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()], running=("", "{page}"))
    make = Maker(plan, 15, (2020, 9), ("full", "range", "list", "full", "starting", "Monthly"), ("employed", "roles"), " / ", key, "letter", "paras", long=True)
    plan.headline()
    plan.para("The area was inspected in March 2020. The inspectors found three areas of significant weakness, each of which has a table below.")
    stamps = [month_when("Nov 2020", 2020, 11), month_when("Feb 2021", 2021, 2), month_when("May 2021", 2021, 5)]
    columns = [("Actions", "action"), ("By when", "timescale"), ("Strategic lead", "strategic"), ("Operational lead", "operational"), ("Measures of success", "measures")]
    dated = [(at["text"], ("rag", at)) for at in stamps]
    for number, (letter, title, outcomes) in enumerate((("A", "The slow pace of assessment", ["Assessments finish on time.", "Families know what happens next."]),
                                                        ("B", "Weak oversight of placements", ["Leaders know where each child is placed."]),
                                                        ("C", "Poor preparation for adult life", ["Young people leave school with a plan for work."]))):
        plan.heading(f"{letter}. {title}")
        plan.para("Outcomes we want:")
        plan.bullets(*outcomes)
        parent = plan.section("weakness", title, letter, outcomes=outcomes)
        for which in (1, 2):
            aim = {"A1": "Every request is decided by week six", "A2": "Advice is sent on time by all services", "B1": "One register of placements is kept",
                   "B2": "Placements out of area are reviewed", "C1": "Planning starts in Year 9", "C2": "More supported internships are offered"}[f"{letter}{which}"]
            section = plan.section("outcome", aim, f"{letter}.{which}", parent)
            all_columns = columns + dated
            rows = [[cell(f"Required Outcome: {letter}.{which} {aim}", span=len(all_columns), bold=True, fill="D9D9D9")],
                    [cell(name, rows=2, bold=True) for name, _ in columns] + [cell("RAG", span=3, bold=True)],
                    [cell(name, bold=True) for name, _ in dated]]
            for count in range(2 if which == 2 else 3):
                rows.append(make.make(columns + dated[:1] + [(n, k + ("blank",)) for n, k in dated[1:]], section))
            plan.table(rows, head=3, widths=[22, 11, 13, 13, 22, 6, 6, 6])
    plan.para("Key to ratings")
    plan.bullets(*(words for _, words in key.values()))
    return plan


def card(make, plan, section, ref, pairs, two=False, label=None):
    """One table for one action: label left, value right; with `two`, two such pairs side by side."""
    cells = make.make(pairs, section, ref, label=label)
    if not two:
        return [[cell(name, bold=True, fill="E7E6E6"), value] for (name, _), value in zip(pairs, cells)]
    rows, items = [], list(zip(pairs, cells))
    first_name, first = items[0][0][0], items[0][1]
    first.span = 3
    rows.append([cell(first_name, bold=True, fill="E7E6E6"), first])
    for left, right in zip(items[1::2], items[2::2]):
        rows.append([cell(left[0][0], bold=True), left[1], cell(right[0][0], bold=True), right[1]])
    return rows


def oldham():
    """A card for each action: labels left, values right."""
    key = {"completed": ("blue", "Blue: complete"), "on-track": ("green", "Green: on track"), "at-risk": ("amber", "Amber: delayed"), "off-track": ("red", "Red: stuck")}
    plan = Plan("oldham", "Priority Action Plan", "priority-action-plan", area("Oldham", "E08000004"), OFFICE, date=month_when("October 2023", 2023, 10),
                key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()], landscape=False, size=9, running=("Oldham SEND Partnership", "{page}"))
    make = Maker(plan, 16, (2023, 10), ("full", "endof", "by", "endterm", "Half termly"), ("dash",), "lines", key, "word")
    plan.headline("Oldham Local Area Partnership", "October 2023")
    plan.para("Each card below holds one action. Cards are updated by the action's owner in the first week of each month.")
    plan.bullets(*(words for _, words in key.values()))
    pairs = [("Reference", "ref"), ("Action", "action"), ("Lead", "leads"), ("Supported by", "contributors"), ("By when", "timescale"),
             ("Success measures", "measures"), ("Milestones", "milestones"), ("Risks", "risks"), ("RAG rating", "rating")]
    for number, title in enumerate(("Reduce waits for neurodevelopmental support", "Strengthen the voice of parent carers", "Use shared information to plan services"), 1):
        plan.heading(f"Area for Priority Action {number}: {title}")
        section = plan.section("priority", title, str(number))
        for count in range(1, 4):
            plan.table(card(make, plan, section, dotted(number, count), pairs), widths=[3, 10])
    return plan


def wakefield():
    """Cards with two pairs of label and value in each row."""
    plan = Plan("wakefield", "Inclusion and SEND Action Plan 2021 – 2024", "action-plan", area("Wakefield", "E08000036"), ("txt", "docx", "html", "pdf", "odt"),
                running=("", "Wakefield Inclusion Plan | {page}"), date=month_when("June 2021", 2021, 6))
    make = Maker(plan, 17, (2021, 6), ("abbr", "season", "term", "onwards", "abbr", "Six monthly"), ("names",), ", ", {"on-track": ("green", ""), "completed": ("blue", ""), "off-track": ("red", "")}, "word", "paras")
    plan.headline("Wakefield Council", "First edition, June 2021")
    pairs = [("Action", "action"), ("Lead officer", "leads"), ("Target date", "timescale"), ("Resources", "resources"), ("Group", "group"),
             ("Outcome measures", "measures"), ("RAG", "rating")]
    for number, title in enumerate(("A place for everyone", "Help that comes early"), 1):
        plan.heading(f"Strand {number} – {title}")
        section = plan.section("workstream", title, str(number))
        for count in range(1, 5):
            rows = card(make, plan, section, None, pairs, two=True)
            plan.table(rows, widths=[3, 7, 3, 7])
            plan.para("")
    return plan


def hounslow():
    """Two header rows: "Milestones" over three dates and "Leads" over two columns; header repeated."""
    plan = Plan("hounslow", "Hounslow SEND Transformation Action Plan", "action-plan", area("Hounslow", "E09000018"), ("txt", "docx", "odt", "pdf", "xlsx", "html"),
                date=month_when("July 2024", 2024, 7))
    make = Maker(plan, 18, (2024, 7), ("short", "by", "fiscal", "short", "Continuous"), ("roles",), " / ", measures="paras")
    plan.headline("London Borough of Hounslow", "July 2024")
    stamps = [month_when("Oct 24", 2024, 10), month_when("Jan 25", 2025, 1), month_when("Apr 25", 2025, 4)]
    first = [("Ref", "ref"), ("Action", "action")]
    leads = [("Strategic", "strategic"), ("Operational", "operational")]
    after = [("Deadline", "timescale")]
    dated = [(at["text"], ("milestone", at)) for at in stamps]
    last = [("How will we know?", "measures")]
    columns = first + leads + after + dated + last
    for letter, title in zip("AB", ("Sufficiency of places", "Health advice and therapies")):
        plan.heading(f"Workstream {letter}: {title}")
        section = plan.section("workstream", title, letter)
        rows = [[cell(n, rows=2, bold=True) for n, _ in first] + [cell("Lead", span=2, bold=True)] + [cell(n, rows=2, bold=True) for n, _ in after]
                + [cell("Milestones", span=3, bold=True)] + [cell(n, rows=2, bold=True) for n, _ in last],
                [cell(n, bold=True) for n, _ in leads + dated]]
        for count in range(1, 6):
            rows.append(make.make(columns, section, f"{letter}{count}"))
        plan.table(rows, head=2, widths=[4, 18, 11, 11, 9, 12, 12, 12, 18], repeat_after=3)
    return plan


def bradford():
    """Ratings by fill alone, read through a key of swatches where green is done, purple embedded and grey not begun."""
    key = {"embedded": ("purple", "Embedded in daily practice"), "completed": ("green", "Completed"), "on-track": ("amber", "In progress and on time"),
           "off-track": ("red", "Behind schedule"), "not-started": ("grey", "Not yet due to start")}
    plan = Plan("bradford", "Bradford District SEND Action Plan: Spring 2025", "action-plan", area("Bradford", "E08000032"), ("txt", "docx", "xlsx", "html", "pdf"),
                date=when("Spring 2025", "2025-21"), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 19, (2024, 9), ("dash", "dash", "term2", "complete", "immediate", "dash"), ("names", "roles"), " / ", key, "fill", "run")
    plan.headline()
    plan.heading("Key")
    plan.table([[Cell([], fill=colour), cell(words)] for colour, words in key.values()], widths=[1, 5])
    columns = [("#", "ref"), ("Action", "action"), ("Action owner", "leads"), ("Due date", "timescale"), ("Success measure", "measures"), ("Progress to date", "progress"), ("BRAG", "rating")]
    rows = [head(columns, fill="F2F2F2")]
    for number, title in enumerate(("Earlier help for the youngest children", "Better journeys through school", "Joined-up health services"), 1):
        section = plan.section("priority", title, str(number))
        rows.append([cell(f"Priority {number} – {title}", span=len(columns), bold=True)])
        for count in range(1, 4):
            rows.append(make.make(columns, section, f"{number}.{count}"))
    plan.table(rows, head=1, widths=[4, 20, 14, 9, 22, 20, 5])
    return plan


def swindon():
    """Symbols with a key, action references "Action 3:", plan without sections numbers."""
    key = {"completed": ("", "✓ Done"), "on-track": ("", "● Under way"), "not-started": ("", "☐ Not begun")}
    plan = Plan("swindon", "Swindon SEND and Alternative Provision Action Plan", "action-plan", area("Swindon", "E06000030"), OFFICE,
                key=[{"text": t, "status": s} for s, (c, t) in key.items()], running=("Draft for the board", "Page {page}"))
    make = Maker(plan, 20, (2025, 1), ("termlyfrom", "endof", "full", "year", "endterm"), ("roles",), ", ", key, "symbol", "bullets")
    plan.headline("Swindon Borough Council and partners")
    plan.para("Symbols used in the last column:")
    for _, words in key.values():
        plan.para(words)
    columns = [("Action", "ref+action"), ("Who", "leads"), ("When", "timescale"), ("What will be different?", "measures"), ("Position", "rating")]
    for title in ("We will help children before problems grow", "We will be honest about what is available", "We will spend well"):
        plan.heading(title)
        section = plan.section("other", title)
        rows = [head(columns)]
        for count in range(1, 5):
            number = len(plan.actions) + 1
            rows.append(make.make(columns, section, str(number), label=f"Action {number}:"))
        plan.table(rows, head=1, widths=[26, 16, 12, 24, 6])
    return plan
