# SPDX-License-Identifier: GPL-3.0-or-later
"""More evaluation plans with tables: merged and broken cells, sub-actions, indicators, groups, and tables that are no actions."""
from content import FIRST, LAST
from maker import Maker, head, month_when
from model import Cell, MONTHS, Plan, cell, date, person, rating, role, when
from plans_tables import OFFICE, SHEET, area, dotted


def warrington():
    """Sub-actions 1.1a under 1.1, words of a BRAG key given inside the header cell."""
    key = {"completed": ("blue", "Blue = finished"), "on-track": ("green", "Green = on time"), "at-risk": ("amber", "Amber = may be late"), "off-track": ("red", "Red = late")}
    plan = Plan("warrington", "Warrington SEND Partnership Priority Action Plan", "priority-action-plan", area("Warrington", "E06000007"), ("txt", "docx", "html", "pdf", "xlsx"),
                date=month_when("February 2025", 2025, 2), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 41, (2025, 2), ("dash", "endof", "Monthly", "dash"), ("dash", "roles"), "lines", key, "word", "paras")
    plan.headline("Warrington Borough Council | NHS Cheshire and Merseyside", "February 2025")
    columns = [("", "ref"), ("Action required", "action"), ("Responsible officer", "leads"), ("Timeframe", "timescale"), ("Impact", "measures"), ("Rating", "rating")]
    for number, title in enumerate(("Waiting times", "Oversight by leaders"), 1):
        plan.heading(f"Area for priority action {number}: {title}")
        section = plan.section("priority", title, str(number))
        top = head(columns[:-1], fill="DEEAF6") + [Cell(["BRAG"] + [words for _, words in key.values()], bold=True, fill="DEEAF6")]
        rows = [top]
        for count in (1, 2):
            ref = dotted(number, count)
            rows.append(make.make(columns, section, ref))
            for letter in "ab":
                rows.append(make.make(columns, section, ref + letter, parent=ref, skip=("Impact",)))
        plan.table(rows, head=1, widths=[4, 22, 18, 9, 22, 12])
    return plan


def luton():
    """Sub-actions 4(i) under 4, several parties on lines with the body they work for, milestones as bullets with dates."""
    plan = Plan("luton", "Luton SEND Written Statement of Action", "written-statement-of-action", area("Luton", "E06000032"), ("txt", "docx", "odt", "html", "pdf"),
                date=month_when("January 2019", 2019, 1), inspection=when("2 to 6 July 2018", "2018-07-02/2018-07-06"))
    make = Maker(plan, 42, (2019, 1), ("short", "short", "commencing", "list", "On-going"), ("employed",), "lines", measures="paras", milestones="brackets", long=True)
    plan.headline("Submitted in January 2019")
    plan.para("Ofsted and the Care Quality Commission inspected Luton from 2 to 6 July 2018. This statement answers the five matters that their letter raised; two are shown here.")
    columns = [("Ref", "ref"), ("Key actions", "action"), ("Timescale", "timescale"), ("Lead officer", "leads"), ("Impact", "measures"), ("Milestones/progress", "milestones")]
    number = 0
    for letter, title in (("A", "The lack of a joined-up strategy"), ("B", "The uneven quality of plans")):
        rows = [head(columns, fill="E2EFDA")]
        plan.heading(f"Area of Weakness {letter}: {title}")
        section = plan.section("weakness", title, letter)
        for _ in range(2):
            number += 1
            rows.append(make.make(columns, section, str(number)))
            if number % 2 == 0:
                for roman in ("i", "ii", "iii"):
                    rows.append(make.make(columns, section, f"{number}({roman})", parent=str(number), skip=("Impact", "Milestones/progress")))
        plan.table(rows, head=1, widths=[5, 18, 9, 16, 18, 20], repeat_after=3)
    return plan


def york():
    """Number and name of the priority in merged first columns whose words an export breaks over the rows; head of the number blank."""
    plan = Plan("york", "SEND Strategy Action Plan", "strategy-action-plan", area("York", "E06000014"), ("txt", "docx", "odt", "pdf", "html"))
    make = Maker(plan, 43, (2020, 1), ("full", "full", "endterm", "Bi monthly", "andongoing"), ("roles",), "/")
    plan.say("title", f"Appendix B: {plan.title}")
    plan.para("City of York Council")
    rows = [[cell(bold=True), cell("Priority", bold=True), cell("Actions", bold=True), cell("By whom", bold=True), cell("By When", bold=True)]]
    columns = [("Actions", "action"), ("By whom", "leads"), ("By When", "timescale")]
    for number, title in enumerate(("Spot needs early and offer help before families have to ask for it more than once",
                                    "Make sure that every school and nursery can include children whose needs are complex",
                                    "Plan together for the years after school so that young people leave with hope and a real choice"), 1):
        section = plan.section("priority", title, str(number))
        for count in range(4):
            cells = make.make(columns, section)
            rows.append(([cell(str(number), rows=4), cell(title, rows=4)] if count == 0 else []) + cells)
    plan.table(rows, head=1, widths=[2, 12, 30, 16, 9], broken=True)
    return plan


def rotherham():
    """A milestone in each row with its own rating, other cells merged; a lead that spans three actions."""
    key = {"completed": ("green", "Green – milestone met"), "on-track": ("amber", "Amber – milestone ahead, on course"), "off-track": ("red", "Red – milestone missed")}
    plan = Plan("rotherham", "Rotherham Area SEND Written Statement of Action", "written-statement-of-action", area("Rotherham", "E08000018"), ("txt", "docx", "html", "pdf", "scan.pdf", "odt"),
                date=month_when("November 2021", 2021, 11), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()], running=("", "Page {page}"))
    make = Maker(plan, 44, (2021, 11), ("full", "onwards", "full", "dayth"), ("roles",), " / ", key, "upper", "paras")
    plan.headline("November 2021")
    plan.para("Key to RAG rating:")
    for _, words in key.values():
        plan.para(words)
    for letter, title in (("A", "Communication with families"), ("B", "Governance and data")):
        plan.heading(f"Workstream {letter} – {title}")
        section = plan.section("workstream", title, letter)
        rows = [[cell(name, bold=True, fill="D9E2F3") for name in ("Ref", "Key actions", "Timescale", "Lead officer", "Impact", "Milestones/progress", "RAG rating")]]
        lead = make.some(1)
        for count in range(1, 4):
            columns = [("Ref", "ref"), ("Key actions", "action"), ("Timescale", "timescale"), ("Lead officer", "leads"), ("Impact", "measures")]
            topic = make.topics[make.number % len(make.topics)]
            cells = make.make(columns, section, f"{letter}{count}", shared={"leads": {"leads": lead}} if letter == "A" else None)
            if letter == "A" and count == 1:
                total = sum(len(make.topics[(make.number - 1 + n) % len(make.topics)]["steps"]) for n in range(3))
                cells[3] = cell(lead[0]["text"], rows=total)
            entry, steps = plan.actions[-1], list(make.steps(topic))
            entry["milestones"] = []
            for one in cells:
                if one is not None and one.rows == 1:
                    one.rows = len(steps)
            for at, (step, year, month) in enumerate(steps):
                due = date("full", year, month)
                shown, value = make.rate()
                text = f"{step} ({due['text']})"
                entry["milestones"].append({"text": text, "due": due, "rating": value})
                rows.append(([one for one in cells if one is not None] if at == 0 else []) + [cell(text), shown])
        plan.table(rows, head=1, widths=[4, 18, 10, 13, 18, 20, 7])
    return plan


def plymouth():
    """Partners, resources, risks, evidence and monitoring in one wide table; milestones with the date in front."""
    plan = Plan("plymouth", "Plymouth Local Area SEND Delivery Plan 2023/24", "action-plan", area("Plymouth", "E06000026"), ("txt", "docx", "pdf", "html", "xlsx"),
                date=when("2023/24", "2023-04/2024-03"))
    make = Maker(plan, 45, (2023, 4), ("quarter", "abbr", "number", "quarter"), ("names",), " / ", measures="bullets", milestones="colon")
    plan.headline("Plymouth City Council")
    columns = [("ID", "ref"), ("Activity", "action"), ("Lead", "leads"), ("Partners", "contributors"), ("Delivery group", "group"), ("Due date", "timescale"),
               ("Milestones", "milestones"), ("Success criteria", "measures"), ("Monitoring and evaluation", "monitoring"), ("Evidence", "evidence"), ("Resources", "resources"), ("Risks", "risks")]
    rows = [head(columns, fill="FCE4D6")]
    for letter, title in zip("AB", ("Right support, right time", "One system")):
        section = plan.section("priority", title, letter)
        rows.append([cell(f"PRIORITY {letter}: {title}", span=len(columns), bold=True, fill="F8CBAD")])
        for count in range(1, 5):
            rows.append(make.make(columns, section, f"{letter}.{count}"))
    plan.table(rows, head=1, widths=[4, 14, 9, 10, 9, 7, 16, 14, 10, 9, 9, 10], repeat_after=4)
    return plan


def stockport():
    """"How will we know?" beside success measures, and columns that no role is known for; actions without references."""
    plan = Plan("stockport", "Stockport SEND Joint Improvement Action Plan", "improvement-plan", area("Stockport", "E08000007"), ("txt", "csv", "docx", "odt", "html", "pdf"),
                date=month_when("June 2023", 2023, 6))
    make = Maker(plan, 46, (2023, 6), ("full", "tbc", "dash", "Termly", "by"), ("comma",), "lines", measures="paras")
    plan.headline("Agreed in June 2023")
    columns = [("Theme area", "section"), ("Action", "action"), ("Inspection finding", "other"), ("Lead", "leads"), ("Timescale", "timescale"), ("Outcomes", "measures"),
               ("How will we know?", "monitoring"), ("Locality", "other")]
    rows = [[cell("Theme", bold=True)] + head(columns[1:])]
    for title in ("Voice", "Timeliness", "Sufficiency"):
        section = plan.section("theme", title)
        for count in range(4):
            rows.append([cell(title)] + make.make(columns[1:], section))
    plan.table(rows, head=1, widths=[7, 18, 9, 16, 9, 18, 14, 9], rules="rows")
    return plan


def _indicator(plan, section, number, **fields):
    entry = {"id": f"{section or 'indicator'}.i{number}" if section else f"indicator-{number}"}
    if section:
        entry["section"] = section
    entry.update({name: value for name, value in fields.items() if value})
    plan.indicators.append(entry)


def devon():
    """Actions, then a KPI table with a period over Target and Actual, then one with Target and Actual stacked in rows."""
    plan = Plan("devon", "Devon Local Area Accelerated Progress Plan", "accelerated-progress-plan", area("Devon", "E10000008"), ("txt", "docx", "html", "pdf", "xlsx"),
                date=month_when("July 2023", 2023, 7), running=("Devon APP", "{page}"))
    make = Maker(plan, 47, (2023, 7), ("full", "day", "full", "Half termly"), ("roles", "employed"), "lines", measures="paras")
    plan.headline("Devon County Council and NHS Devon", "July 2023")
    columns = [("Action", "ref+action"), ("Responsible officer (action lead)", "leads"), ("Due date", "timescale"), ("Success criteria", "measures"),
               ("November progress update", "progress")]
    plan.heading("Area 1: Strategic leadership")
    section = plan.section("other", "Strategic leadership", "1")
    rows = [head(columns, fill="D9D9D9")]
    for count in range(1, 6):
        rows.append(make.make(columns, section, f"1.{count}", label=f"Action 1.{count}"))
    plan.table(rows, head=1, widths=[24, 16, 10, 20, 20], repeat_after=3, torn=(2,), cut=1)
    plan.heading("Key performance indicators", 2)
    periods = [month_when("Oct 23", 2023, 10), month_when("Mar 24", 2024, 3)]
    rows = [[cell(name, rows=2, bold=True) for name in ("Key Performance Indicator", "Data source", "Frequency", "Baseline")] + [cell(at["text"], span=2, bold=True) for at in periods],
            [cell(name, bold=True) for name in ("Target", "Actual") * 2]]
    for number, (measure, source, often, base, values) in enumerate((
            ("New plans issued within twenty weeks", "Case system", "Monthly", "41%", (("50%", "46%"), ("60%", ""))),
            ("Children waiting over eighteen weeks for a first therapy contact", "Provider return", "Quarterly", "318", (("250", "261"), ("100", ""))),
            ("Parents who say that their child's plan helps", "Survey", "Annual", "Not known", (("Baseline survey", "52%"), ("60%", ""))),
            ("Annual reviews finished on time", "Case system", "Termly", "38%", (("55%", "57%"), ("75%", "")))), 1):
        rows.append([cell(measure), cell(source), cell(often), cell(base)] + [cell(value) for pair in values for value in pair])
        readings = [{"period": at, **({"target": pair[0]} if pair[0] else {}), **({"actual": pair[1]} if pair[1] else {})} for at, pair in zip(periods, values)]
        _indicator(plan, section, number, measure=measure, dataSource=source, frequency=often, baseline=base, readings=readings)
    plan.table(rows, head=2, widths=[24, 12, 10, 10, 8, 8, 8, 8])
    plan.heading("Area 2: Early identification")
    section = plan.section("other", "Early identification", "2")
    rows = [head(columns, fill="D9D9D9")]
    for count in range(1, 4):
        rows.append(make.make(columns, section, f"2.{count}", label=f"Action 2.{count}"))
    plan.table(rows, head=1, widths=[24, 16, 10, 20, 20])
    plan.heading("Measures of success for Area 2", 2)
    periods = [when("Autumn 2023", "2023-23"), when("Spring 2024", "2024-21"), when("Summer 2024", "2024-22")]
    rows = [[cell(name, bold=True) for name in ("Measure", "Baseline", "")] + [cell(at["text"], bold=True) for at in periods]]
    for number, (measure, base, targets, actuals) in enumerate((
            ("Two year checks completed on time", "72%", ("76%", "80%", "85%"), ("77%", "", "")),
            ("Notifications from midwives and health visitors", "12 a month", ("18", "24", "30"), ("21", "", "")),
            ("Settings that use the shared screening tool", "20", ("40", "80", "120"), ("58", "", ""))), 1):
        rows.append([cell(measure, rows=2), cell(base, rows=2), cell("Target")] + [cell(value) for value in targets])
        rows.append([cell("Actual")] + [cell(value) for value in actuals])
        readings = [{"period": at, "target": t, **({"actual": a} if a else {})} for at, t, a in zip(periods, targets, actuals)]
        _indicator(plan, section, number, measure=measure, baseline=base, readings=readings)
    plan.table(rows, head=1, widths=[24, 10, 8, 8, 8, 8])
    return plan


def suffolk():
    """Contents, document control, timeline, sign-off and contacts (no actions in them), theme indicators, members, glossary in two pairs."""
    plan = Plan("suffolk", "Suffolk Local Area Partnership Priority Action Plan", "priority-action-plan", area("Suffolk", "E10000029"), ("txt", "docx", "odt", "html", "pdf"),
                date=month_when("March 2024", 2024, 3), inspection=when("13 to 24 November 2023", "2023-11-13/2023-11-24"), running=("OFFICIAL", "Version 2.1 | Page {page}"))
    make = Maker(plan, 48, (2024, 3), ("full", "endof", "daynumber", "full", "Weekly"), ("roles",), "; ", measures="paras")
    plan.headline("March 2024")
    plan.heading("Document control")
    plan.table([[cell(x, bold=True) for x in ("Version", "Date", "Author", "What changed")], [cell(x) for x in ("1.0", "12/01/2024", "Programme office", "First draft for partners")],
                [cell(x) for x in ("2.0", "20/02/2024", "Programme office", "Comments of the parent carer forum taken in")], [cell(x) for x in ("2.1", "04/03/2024", "Programme office", "Submitted")]],
               head=1, widths=[2, 3, 5, 10])
    plan.heading("Contents")
    for line in ("1 Introduction .......... 2", "2 Governance .......... 3", "3 Action plan .......... 4", "4 Measures .......... 9", "Appendix A Glossary .......... 11"):
        plan.para(line)
    plan.heading("1 Introduction")
    plan.para("Suffolk was inspected from 13 to 24 November 2023 under the new framework. The report names two areas where action must come first.",
              "The partnership accepts the findings without reserve and apologises to the families whom it has let down.")
    plan.table([[cell(x, bold=True) for x in ("Stage", "When")], [cell("Inspection"), cell("13 to 24 November 2023")], [cell("Report published"), cell("30 January 2024")],
                [cell("Plan sent to Ofsted"), cell("11 March 2024")]], head=1, widths=[6, 5])
    plan.heading("2 Governance")
    plan.heading("SEND Improvement Board", 2)
    members = [(f"{FIRST[n]} {LAST[-1 - n]}", title, "Chair" if n == 0 else None) for n, title in enumerate(
        ("Executive Director for Children, Suffolk County Council", "Chief Nurse, NHS Suffolk and North East Essex", "Co-chair of the parent carer forum", "Headteacher, secondary phase", "Lead Member for Education"))]
    plan.table([[cell(f"{name} ({part})" if part else name), cell(title)] for name, title, part in members], widths=[5, 12])
    plan.groups.append({"name": "SEND Improvement Board", "members": [{"name": name, "role": title, **({"part": part} if part else {})} for name, title, part in members]})
    plan.heading("3 Action plan")
    columns = [("Reference", "ref"), ("Actions", "action"), ("Lead", "leads"), ("Group members", "contributors"), ("Timescale", "timescale"), ("Measures of success", "measures")]
    for number, title in enumerate(("Timely and accurate plans", "Joined-up assurance of quality"), 1):
        plan.heading(f"Area for Priority Action {number}: {title}", 2)
        section = plan.section("priority", title, str(number))
        rows = [head(columns, fill="C6E0B4")]
        for count in range(1, 5):
            rows.append(make.make(columns, section, dotted(number, count)))
        plan.table(rows, head=1, widths=[5, 20, 16, 18, 10, 20], repeat_after=3)
    plan.heading("4 Measures")
    rows = [[cell(x, bold=True) for x in ("Issues", "Measure", "How Measured")]]
    number = 0
    for theme, measures in (("Timeliness", (("New plans finished in twenty weeks", "Percentage"), ("Plans waiting for health advice", "Number each month"))),
                            ("Families", (("Complaints upheld", "Number"), ("Families who took part in the survey", "Number and share"), ("Appeals lodged", "Rate per thousand plans"))),
                            ("Quality", (("Audited plans graded good", "Percentage, target 80%"),))):
        for at, (measure, method) in enumerate(measures):
            number += 1
            rows.append(([cell(theme, rows=len(measures))] if at == 0 else []) + [cell(measure), cell(method)])
            _indicator(plan, None, number, theme=theme, measure=measure, method=method)
    plan.table(rows, head=1, widths=[6, 14, 8])
    plan.heading("Sign-off")
    plan.table([[cell("Signed for the council"), cell("Executive Director for Children"), cell("6 March 2024")], [cell("Signed for the health board"), cell("Chief Executive"), cell("7 March 2024")]], widths=[6, 8, 5])
    plan.heading("Contacts")
    plan.table([[cell("Programme office"), cell("send.programme@example.gov.uk"), cell("01234 567890")]], widths=[6, 8, 5])
    plan.heading("Appendix A Glossary")
    terms = [("APP", "Accelerated Progress Plan"), ("AP", "Alternative Provision"), ("DCO", "Designated Clinical Officer"), ("EHCP", "Education, Health and Care Plan"),
             ("ICB", "Integrated Care Board"), ("PCF", "Parent Carer Forum"), ("SALT", "Speech and Language Therapy"), ("SENCO", "Special Educational Needs Co-ordinator"), ("SLA", "Service Level Agreement")]
    half = (len(terms) + 1) // 2
    rows = []
    for at in range(half):
        right = terms[half + at] if half + at < len(terms) else ("", "")
        rows.append([cell(x) for x in (*terms[at], *right)])
    plan.glossary = [{"term": a, "meaning": b} for a, b in terms]
    plan.table(rows, widths=[2, 7, 2, 7])
    return plan


def croydon():
    """A band row with the workstream and one with its senior responsible officer; dated RAG columns; leads in brackets."""
    key = {"completed": ("green", "Green - action complete"), "on-track": ("amber", "Amber - action on schedule"), "off-track": ("red", "Red - action off schedule")}
    plan = Plan("croydon", "Croydon SEND Local Area Improvement Plan (Refresh 2023)", "improvement-plan", area("Croydon", "E09000008"), ("txt", "docx", "xlsx", "html", "pdf"),
                date=when("2023", "2023"), key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 49, (2023, 1), ("short", "range", "short", "revised", "Ongoing"), ("names",), "; ", key, "letter", "run")
    plan.headline("London Borough of Croydon")
    plan.table([[cell("Key to RAG ratings", bold=True, span=2)]] + [[cell(colour.capitalize(), fill=colour), cell(words.split(" - ")[1])] for colour, words in key.values()], widths=[2, 8])
    plan.key = [{"colour": c, "text": t.split(" - ")[1], "status": s} for s, (c, t) in key.items()]
    columns = [("Ref", "ref"), ("What are we going to do?", "action"), ("Who is responsible?", "leads"), ("By when?", "timescale"), ("What will be different?", "measures"),
               ("RAG May 23", ("rag", month_when("May 23", 2023, 5))), ("RAG Sept 23", ("rag", month_when("Sept 23", 2023, 9)))]
    rows = []
    for letter, title in zip("AB", ("Co-production and communication", "Provision and pathways")):
        lead = person(make.rng.choice(make.people), "Director of Education", "dash")
        section = plan.section("workstream", title, letter, leads=[lead])
        rows.append([cell(f"Workstream {letter}: {title}", span=7, bold=True, fill="BDD7EE")])
        rows.append([cell(f"Senior responsible officer: {lead['text']}", span=7)])
        rows.append(head(columns, fill="DDEBF7"))
        for count in range(1, 5):
            rows.append(make.make(columns, section, f"{letter}.{count}"))
    plan.table(rows, head=0, widths=[4, 20, 14, 10, 22, 6, 6])
    return plan


def middlesbrough():
    """Borderless tables; actions under "Aim" headings, references "Action 1.", a membership table of workstreams."""
    plan = Plan("middlesbrough", "South Tees SEND Action Plan", "action-plan", area("Middlesbrough", "E06000002"), ("txt", "docx", "pdf", "html", "odt"), date=month_when("October 2022", 2022, 10))
    make = Maker(plan, 50, (2022, 10), ("full", "season", "full", "rangeshort"), ("roles",), " / ", measures="run")
    plan.headline("Middlesbrough Council", "October 2022")
    columns = [("Action", "ref+action"), ("Lead", "leads"), ("Deadline", "timescale"), ("Success measure", "measures")]
    for number, title in enumerate(("Families trust the system", "Money follows need"), 1):
        plan.heading(f"Aim {number}: {title}")
        section = plan.section("objective", title, str(number))
        rows = [head(columns)]
        for _ in range(4):
            ref = str(len(plan.actions) + 1)
            rows.append(make.make(columns, section, ref, label=f"Action {ref}."))
        plan.table(rows, head=1, widths=[26, 16, 10, 24], rules="none")
    plan.heading("Workstreams and who is on them")
    rows = [[cell(x, bold=True) for x in ("Workstream", "Senior Responsible Officer", "Contributors")]]
    for name, officer, others in (("1) Families", "Director of Education", ("Parent carers", "Participation Officer", "SENDIASS Manager")),
                                  ("2) Money", "Director of Finance", ("Headteachers", "Schools Finance Manager"))):
        rows.append([cell(name), cell(officer), Cell(list(others))])
        plan.groups.append({"name": name, "members": [{"role": officer, "part": "Senior Responsible Officer"}] + [{"role": one, "part": "Contributors"} for one in others]})
    plan.table(rows, head=1, widths=[8, 12, 18])
    return plan


def herefordshire():
    """One sheet: a title row, then one table with fills for ratings, an owner column, no sections but a column of priorities."""
    key = {"completed": ("blue", "Complete"), "on-track": ("green", "On track"), "at-risk": ("amber", "Some risk"), "off-track": ("red", "Off track"), "not-started": ("grey", "Not started")}
    plan = Plan("herefordshire", "Herefordshire SEND Improvement Plan Tracker", "improvement-plan", area("Herefordshire, County of", "E06000019"), ("txt", "csv", "xlsx", "html"),
                key=[{"colour": c, "text": t, "status": s} for s, (c, t) in key.items()])
    make = Maker(plan, 51, (2024, 4), ("daynumber", "daynumber", "Monthly", "daynumber"), ("names",), ", ", key, "phrase", "run")
    plan.headline("Herefordshire Council")
    columns = [("Priority", "section"), ("Action no.", "ref"), ("Action", "action"), ("Owner", "leads"), ("Start", "start"), ("End date", "timescale"), ("Success measure", "measures"),
               ("Comments", "progress"), ("Status", "rating"), ("Locality", "other")]
    rows = [head(columns, fill="FFE699")]
    for number, title in enumerate(("Early years", "School age", "Post-16"), 1):
        section = plan.section("priority", title)
        for count in range(1, 6):
            rows.append([cell(title)] + make.make(columns[1:], section, dotted(number, count)))
    plan.table(rows, head=1)
    plan.table([[cell("Key", bold=True)]] + [[cell(words, fill=colour)] for colour, words in key.values()])
    return plan


def derbyshire():
    """Two concerns in one heading, rows cut by page breaks, HTML fragments in cells, text forms only besides Word."""
    plan = Plan("derbyshire", "Derbyshire Area SEND Improvement Action Plan December 2024", "improvement-plan", area("Derbyshire", "E10000007"), ("txt", "md", "docx", "html"),
                date=month_when("December 2024", 2024, 12), inspection=month_when("September 2024", 2024, 9), html=True)
    make = Maker(plan, 52, (2024, 12), ("full", "list", "starting", "full", "Monthly"), ("employed", "roles"), "lines", measures="bullets")
    plan.headline()
    plan.para("The inspection of September 2024 named two areas of weakness in Derbyshire. Families asked for one table for both.")
    columns = [("Actions", "action"), ("By When", "timescale"), ("Strategic Lead/Operational Lead", "leads"), ("Measures of Success", "measures"), ("Jan 2025", ("rag", None, "blank")), ("Apr 2025", ("rag", None, "blank"))]
    outcomes = ["Leaders share one view of what must change.", "Reports to the board are short and honest."]
    plan.heading("A. Weak joint leadership AND B. Poor use of data")
    plan.para("Outcomes we want to see:")
    plan.bullets(*outcomes)
    for letter, title in (("A", "Weak joint leadership"), ("B", "Poor use of data")):
        plan.section("weakness", title, letter, outcomes=outcomes)
    for ref, title in (("A.1", "Leaders meet and decide together"), ("A.2", "Families can see what was decided"), ("B.1", "One set of figures is used by all")):
        section = plan.section("outcome", title, ref, ref[0])
        rows = [[cell(f"Required Outcome: {ref} {title}", span=6, bold=True)], head(columns)]
        for _ in range(3):
            rows.append(make.make(columns, section))
        plan.table(rows, head=2, widths=[20, 10, 16, 20, 5, 5], torn=(3,))
    return plan


def buckinghamshire():
    """Status in plain words without a key, long actions, rows that a page break cuts, section number and name in two cells of a band."""
    key = {"completed": ("", "Completed"), "on-track": ("", "On track"), "at-risk": ("", "At risk"), "off-track": ("", "Off track"), "not-started": ("", "Not started")}
    plan = Plan("buckinghamshire", "Buckinghamshire SEND Improvement Action Plan", "improvement-plan", area("Buckinghamshire", "E06000060"), ("txt", "docx", "odt", "html", "pdf"),
                date=month_when("September 2022", 2022, 9), running=("Buckinghamshire SEND Partnership", "Page {page}"), size=9)
    make = Maker(plan, 61, (2022, 9), ("sept", "sept", "endof", "dayth", "Annually"), ("names",), "; ", key, "phrase", "paras", long=True)
    plan.headline("September 2022")
    columns = [("", "ref"), ("Actions", "action"), ("Lead agency", "leads"), ("Due date", "timescale"), ("Success measure", "measures"), ("Status", "rating")]
    rows = [head(columns, fill="EDEDED")]
    for number, title in enumerate(("Community health services for children", "Waiting for diagnosis", "Confidence of families"), 1):
        section = plan.section("priority", title, str(number))
        rows.append([cell(f"Priority {number}", bold=True, fill="FFE599"), cell(title, span=5, bold=True, fill="FFE599")])
        for count in range(1, 7):
            rows.append(make.make(columns, section, dotted(number, count)))
    plan.table(rows, head=1, widths=[6, 30, 14, 9, 22, 9], repeat_after=5, torn=(4, 9), cut=1)
    return plan


def kingston():
    """A sheet for each strand; milestones as sentences that end in their dates; monitoring in a column of its own."""
    plan = Plan("kingston", "Kingston upon Thames SEND Action Plan", "action-plan", area("Kingston upon Thames", "E09000021"), ("txt", "xlsx", "docx", "html"),
                date=month_when("April 2021", 2021, 4), sheets=True)
    make = Maker(plan, 62, (2021, 4), ("daynumber", "short", "fiscal", "term"), ("names", "roles"), " / ", measures="paras", milestones="run")
    plan.headline("April 2021")
    columns = [("ID", "ref"), ("Action", "action"), ("Delivery lead", "leads"), ("Deadline", "timescale"), ("Success measures", "measures"), ("Milestones", "milestones"), ("How will we know?", "monitoring")]
    for number, title in enumerate(("Early help", "Provision", "Money"), 1):
        plan.break_page()
        plan.heading(f"Strand {number}: {title}")
        section = plan.section("workstream", title, str(number))
        rows = [head(columns, fill="BDD7EE")]
        for count in range(1, 6):
            rows.append(make.make(columns, section, dotted(number, count)))
        plan.table(rows, head=1, widths=[4, 16, 12, 9, 18, 20, 12])
    return plan


def lancashire():
    """Section leads and outcomes as lines under the heading; several tables on a page; RAG letters without a key."""
    usual = {"completed": ("blue", ""), "on-track": ("green", ""), "at-risk": ("amber", ""), "off-track": ("red", "")}
    plan = Plan("lancashire", "Lancashire Area Partnership SEND Improvement Plan", "improvement-plan", area("Lancashire", "E10000017"), ("txt", "md", "docx", "odt", "html", "pdf"),
                date=when("19 June 2025", "2025-06-19"), running=("", "{page}"))
    make = Maker(plan, 63, (2025, 6), ("day", "day", "endof", "ongoing"), ("bodies", "roles"), "lines", usual, "letter", "bullets", long=True)
    plan.headline("19 June 2025")
    plan.para("This plan follows the improvement notice. It will be read by the board every six weeks.")
    columns = [("Action", "ref+action"), ("Lead", "leads"), ("Target Date", "timescale"), ("What does success look like?", "measures"), ("Progress", "progress"), ("RAG", "rating")]
    for number, (title, outcomes) in enumerate((("Leadership and co-production", ["Children and families help to lead.", "Partners speak with one voice."]),
                                                ("Graduated response", ["Needs are met in mainstream settings.", "Staff know what to try first."]),
                                                ("Therapies and sensory support", ["Waits are short and fair."])), 1):
        plan.heading(f"Priority {number}: {title}")
        officer = person(make.people[number], make.roles[number], "dash")
        plan.labelled("Senior Responsible Officer: ", officer["text"])
        plan.para("Outcomes:")
        plan.bullets(*outcomes)
        section = plan.section("priority", title, str(number), outcomes=outcomes, leads=[officer])
        rows = [head(columns, fill="D0CECE")]
        for count in range(1, 5):
            rows.append(make.make(columns, section, dotted(number, count)))
        plan.table(rows, head=1, widths=[24, 12, 9, 20, 16, 4], cut=1)
    return plan


def east_sussex():
    """Indicators with plain baseline, target and actual columns and with dated target columns; actions under outcomes."""
    plan = Plan("east-sussex", "East Sussex SEND Strategy 2024-2027: Action Plan", "strategy-action-plan", area("East Sussex", "E10000011"), ("txt", "docx", "html", "xlsx", "pdf"))
    make = Maker(plan, 64, (2024, 1), ("season", "full", "endterm", "full"), ("roles",), " / ", measures="run")
    plan.headline("East Sussex County Council and NHS Sussex")
    columns = [("Ref", "ref"), ("Action", "action"), ("Owner", "leads"), ("By", "timescale"), ("Measure of success", "measures")]
    for number, title in enumerate(("Children get help early", "Young people prepare for adulthood"), 1):
        plan.heading(f"Outcome {number}: {title}")
        section = plan.section("outcome", title, str(number))
        rows = [head(columns)]
        for count in range(1, 5):
            rows.append(make.make(columns, section, dotted(number, count)))
        plan.table(rows, head=1, widths=[4, 22, 14, 10, 22], rules="rows")
        plan.heading(f"Indicators for outcome {number}", 2)
        if number == 1:
            rows = [[cell(x, bold=True) for x in ("Indicator", "Data source", "Baseline", "Target", "Actual")]]
            for at, values in enumerate((("Referrals that schools make before Year 2", "Case system", "31%", "45%", "38%"), ("Families who know their key worker", "Survey", "48%", "75%", ""),
                                         ("Settings with a trained lead", "Register", "112", "180", "140")), 1):
                rows.append([cell(x) for x in values])
                reading = {"target": values[3], **({"actual": values[4]} if values[4] else {})}
                _indicator(plan, section, at, measure=values[0], dataSource=values[1], baseline=values[2], readings=[reading])
            plan.table(rows, head=1, widths=[14, 8, 6, 6, 6])
        else:
            stamps = [month_when("March 2025", 2025, 3), month_when("March 2026", 2026, 3)]
            rows = [[cell(x, bold=True) for x in ("Indicator", "Frequency", "Baseline", "Target March 2025", "Actual March 2025", "Target March 2026")]]
            for at, values in enumerate((("Young people aged 16 to 25 in paid work", "Annually", "5.1%", "6%", "5.6%", "8%"), ("Supported internships", "Termly", "22", "40", "37", "60")), 1):
                rows.append([cell(x) for x in values])
                _indicator(plan, section, at, measure=values[0], frequency=values[1], baseline=values[2],
                           readings=[{"period": stamps[0], "target": values[3], "actual": values[4]}, {"period": stamps[1], "target": values[5]}])
            plan.table(rows, head=1, widths=[14, 7, 6, 7, 7, 7])
    return plan


def isle_of_wight():
    """Long cells between row rules only; rows run over pages; a footnote and a running footer in the middle of them."""
    plan = Plan("isle-of-wight", "Isle of Wight SEND and Inclusion Action Plan 2023", "action-plan", area("Isle of Wight", "E06000046"), ("txt", "docx", "html", "pdf"),
                date=when("2023", "2023"), running=("Isle of Wight Council", "SEND and Inclusion Action Plan 2023 | Page {page}"), size=10)
    make = Maker(plan, 65, (2023, 1), ("full", "by", "Quarterly", "full", "range"), ("employed", "roles"), "lines", measures="bullets", milestones="brackets-short", long=True)
    plan.headline("Isle of Wight Council and NHS Hampshire and Isle of Wight")
    columns = [("No", "ref"), ("What we are going to do", "action"), ("Who will lead", "leads"), ("By when", "timescale"), ("Milestones", "milestones"), ("Impact", "measures")]
    for letter, title in zip("AB", ("Inclusive island schools", "Care and health nearby")):
        plan.heading(f"Ambition {letter}: {title}")
        section = plan.section("other", title, letter)
        rows = [head(columns)]
        for count in range(1, 7):
            rows.append(make.make(columns, section, f"{letter}{count}"))
        plan.table(rows, head=1, widths=[4, 26, 14, 9, 24, 20], rules="rows", repeat_after=3, torn=(2,), cut=1)
    plan.para("Note: dates marked by season follow the school year of the island.")
    return plan
