# SPDX-License-Identifier: GPL-3.0-or-later
"""The samples as documents and gold: the layouts that their authors drew, before any export broke them."""
from model import Cell, Plan, cell, when
from sample_data import KENT, MEDWAY_STRATEGY, MEDWAY_WSOA, NOTE, SOUTHEND, TELFORD
from sample_text import KENT_HEAD, TELFORD_HEAD, names


def entry(action, section, ref, id):
    """The gold entry of one action of the data."""
    made = {"id": id, **({"ref": ref} if ref else {}), "section": section, "text": action.get("gold_text", action["text"])}
    for name, key in (("group", "group"), ("leads", "leads"), ("contributors", "with"), ("timescale", "due"), ("successMeasures", "measures"), ("monitoring", "monitoring")):
        if action.get(key):
            made[name] = action[key]
    if action.get("milestones"):
        made["milestones"] = [{"text": text, "due": due} for text, due in action["milestones"]]
    return made


def ratings(data):
    return [{"colour": colour, "text": text, "status": status} for colour, text, status in data["key"]]


def heads(*texts):
    return [cell(text, bold=True, fill="D9E2F3") for text in texts]


def medway_wsoa():
    data = MEDWAY_WSOA
    plan = Plan("medway-wsoa", data["title"], "written-statement-of-action", {"name": "Medway", "gss": "E06000035"}, ("docx", "pdf"), date=when("April 2018", "2018-04"),
                inspection=when("December 2017", "2017-12"), key=ratings(data), running=("", "{page}"))
    plan.headline("Young people with SEND, from birth to 25", NOTE)
    plan.heading("Introduction")
    plan.para(*data["intro"], "Areas of significant weakness that we were asked to put right:-")
    plan.bullets(*data["bullets"])
    plan.heading("Governance")
    plan.para("The joint board - meets monthly and holds every service to account.")
    for area in data["areas"]:
        for ref, title in zip(area["refs"], area["titles"]):
            plan.section("weakness", title, ref, outcomes=area["outcomes"])
        plan.table([[cell(" AND ".join(f"{ref}. {title}" for ref, title in zip(area["refs"], area["titles"])), bold=True), cell("Progress", bold=True)],
                    [Cell(["Outcomes we are seeking to achieve:-"] + [f"• {text}" for text in area["outcomes"]]), Cell([text for _, text, _ in data["key"]])]], widths=[5, 2])
        for part in area["parts"]:
            section = plan.section("outcome", part["title"], part["ref"], part["ref"][0])
            rows = [[cell(f"Required Outcome: {part['ref']} {part['title']}", span=8, bold=True)], heads("Actions", "By When", "Strategic Lead/Operational Lead", "Measures of Success", *data["months"])]
            last = None
            for number, action in enumerate(part["actions"], 1):
                tall = part.get("shared", 1) if number == 1 else 1
                row = [cell(action["text"]), cell(action["due"]["text"])]
                if not action.get("shared"):
                    row += [Cell([one["text"] for one in action["leads"]], rows=tall), Cell(list(action["measures"]), rows=tall)]
                    last = action
                rows.append(row + [cell() for _ in data["months"]])
                plan.actions.append(entry({**({"leads": last["leads"], "measures": last["measures"]} if action.get("shared") else {}), **action}, section, None, f"{section}-{number}"))
            plan.table(rows, head=2, widths=[18, 8, 14, 18, 5, 5, 5, 5])
    name, members = data["board"]
    plan.heading("Annex A – Governance Framework")
    plan.para(*members)
    plan.para(name, f"{name} Membership")
    plan.groups.append({"name": name, "members": [{"name": member} for member in members]})
    plan.heading("Performance Measures")
    rows, number = [heads("Issues", "Measure", "How Measured")], 0
    for theme, measures in data["measures"]:
        for at, (measure, method) in enumerate(measures):
            number += 1
            rows.append(([cell(theme, rows=len(measures))] if at == 0 else []) + [cell(measure), cell(method)])
            plan.indicators.append({"id": f"indicator-{number}", "theme": theme, "measure": measure, "method": method})
    plan.table(rows, head=1, widths=[4, 8, 4])
    plan.heading("Glossary")
    plan.glossary = [{"term": a, "meaning": b} for a, b in data["glossary"]]
    plan.table([[cell(a), cell(b)] for a, b in data["glossary"]], widths=[2, 8])
    return plan


def medway_strategy():
    data = MEDWAY_STRATEGY
    plan = Plan("medway-strategy", data["title"], "strategy-action-plan", {"name": "Medway", "gss": "E06000035"}, ("docx", "pdf"), running=(data["running"], ""))
    plan.say("title", data["shown"])
    plan.para(NOTE)
    rows = [heads("", "Priority", "Actions", "By whom", "By When")]
    for ref, title, actions in data["priorities"]:
        section = plan.section("priority", title, ref)
        for number, (text, leads, due) in enumerate(actions, 1):
            rows.append(([cell(ref, rows=len(actions)), cell(title, rows=len(actions))] if number == 1 else []) + [cell(text), cell(names(leads, "/")), cell(due["text"])])
            plan.actions.append(entry({"text": text, "leads": leads, "due": due}, section, None, f"{section}-{number}"))
    plan.table(rows, head=1, widths=[1, 8, 18, 10, 6], rules="none")
    return plan


def kent():
    data = KENT
    plan = Plan("kent", data["title"], "written-statement-of-action", {"name": "Kent", "gss": "E10000016"}, ("docx",), inspection=data["inspection"], key=ratings(data), running=("", "{page}"))
    plan.headline(NOTE)
    plan.heading("Introduction")
    plan.para(*data["intro"])
    plan.heading("Workstreams")
    plan.para("Key to RAG rating;", *(text for _, text, _ in data["key"]))
    for letter, stream, officer, areas in data["streams"]:
        parent = plan.section("workstream", stream, letter, leads=[officer])
        for number, area in enumerate(areas):
            section = plan.section("weakness", area["title"], area["ref"], parent, area["outcomes"])
            first = [[cell(letter, rows=2, bold=True), cell(stream, bold=True)], [cell(f"Senior responsible officer: {officer['text']}")]] if number == 0 else []
            plan.table(first + [[cell(area["ref"], bold=True), Cell([f"Area of Weakness: {area['title']}", "Outcomes:"] + [f"- {text}" for text in area["outcomes"]])]], widths=[1, 16])
            plan.para("Note: families help to shape everything below")
            rows = [heads(*KENT_HEAD.split("\t"))]
            for action in area["actions"]:
                count = len(action["milestones"])
                dues = action.get("due_rows", [action["due"]["text"]])
                row = [cell(action["ref"], rows=count), cell(action["text"], rows=count), Cell(list(dues), rows=count), cell(names(action["leads"], " / "), rows=count), Cell(list(action["measures"]), rows=count)]
                for at, (text, _) in enumerate(action["milestones"]):
                    rows.append((row if at == 0 else []) + [cell(text), cell()])
                plan.actions.append(entry(action, section, action["ref"], action["ref"]))
            plan.table(rows, head=1, widths=[3, 16, 8, 10, 16, 20, 5])
            if area["indicators"]:
                kent_indicators(plan, section, area["indicators"])
    plan.heading("Glossary of Acronyms")
    terms = data["glossary"]
    half = (len(terms) + 1) // 2
    plan.table([[cell(text) for text in (*terms[at], *(terms[half + at] if half + at < len(terms) else ("", "")))] for at in range(half)], widths=[2, 6, 2, 6])
    plan.glossary = [{"term": a, "meaning": b} for a, b in terms]
    name, members = data["board"]
    plan.heading(name)
    plan.table([[cell(f"{who} ({part})" if part else who), cell(what)] for who, part, what in members], widths=[4, 10])
    plan.groups.append({"name": name, "members": [{**({"name": who} if who else {}), "role": what, **({"part": part} if part else {})} for who, part, what in members]})
    plan.heading("Task and Finish Workstreams")
    rows = [heads("Workstream", "Senior Responsible Officer", "Action leads", "Contributors")]
    for team, officer, leads, others in data["teams"]:
        rows.append([cell(team), cell(officer), Cell(list(leads)), Cell(list(others))])
        parts = [("Senior Responsible Officer", [officer]), ("Action leads", leads), ("Contributors", others)]
        plan.groups.append({"name": team, "members": [{"role": one, "part": part} for part, found in parts for one in found]})
    plan.table(rows, head=1)
    return plan


def kent_indicators(plan, section, items):
    plan.heading("How success will be measured", 2)
    rows = [heads("Measures/indicators of success", "Data source", "Frequency", "Baseline") + [cell("Targets and actuals", span=3, bold=True), cell("RAG rating", bold=True)]]
    for number, item in enumerate(items, 1):
        stack = ([[at["text"] for at in item["periods"]]] if item.get("own") else []) + [["Target"] * 3, item["targets"], ["Actual"] * 3]
        for at, line in enumerate(stack):
            first = [cell(item[key], rows=len(stack)) for key in ("measure", "source", "often", "baseline")] if at == 0 else []
            rows.append(first + [cell(text) for text in line] + ([cell(rows=len(stack))] if at == 0 else []))
        plan.indicators.append({"id": f"{section}.i{number}", "section": section, "measure": item["measure"], "dataSource": item["source"], "frequency": item["often"], "baseline": item["baseline"],
                                "readings": [{"period": at, "target": target} for at, target in zip(item["periods"], item["targets"])]})
    plan.table(rows, head=1, widths=[14, 8, 7, 10, 7, 7, 7, 4])
    plan.para("*: Figures are looked at again each year.")


def telford():
    data = TELFORD
    plan = Plan("telford", data["title"], "action-plan", {"name": "Telford and Wrekin", "gss": "E06000020"}, ("docx", "xlsx"), date=when("June 2022", "2022-06"))
    plan.headline(NOTE)
    rows = [heads(*TELFORD_HEAD, "Position Statement June 2022")]
    for number, (title, actions) in enumerate(data["priorities"], 1):
        section = plan.section("priority", title, id=f"P{number}")
        for at, action in enumerate(actions):
            january = " ".join(text for text in (action.get("jan"), action.get("jan2")) if text)
            rows.append(([cell(title, rows=len(actions))] if at == 0 else []) + [cell(action["ref"]), cell(action["text"]), cell(action["group"]), cell(names(action["leads"], " / ")), cell(names(action["with"], ", ")),
                        cell(" ".join(action["measures"])), cell(action.get("monitoring", "")), cell(action["due"]["text"]), cell(january), cell(action.get("june", ""))])
            made = entry(action, section, action["ref"], action["ref"])
            updates = [{"asOf": stamp, "text": text} for stamp, text in ((when("January 2022", "2022-01"), january), (when("June 2022", "2022-06"), action.get("june"))) if text]
            plan.actions.append({**made, "updates": updates} if updates else made)
    plan.table(rows, head=1, widths=[10, 5, 14, 10, 10, 10, 14, 14, 6, 14, 14])
    return plan


def southend():
    data = SOUTHEND
    plan = Plan("southend", data["title"], "strategy-action-plan", {"name": "Southend-on-Sea", "gss": "E06000033"}, ("docx", "pdf", "scan.pdf"))
    plan.say("title", data["shown"])
    plan.para(NOTE)
    for ref, title, actions in data["proposals"]:
        plan.heading(f"Proposal {ref}:")
        plan.para(title)
        section = plan.section("proposal", title, ref)
        rows = [heads("Action", "Outcomes", "Lead", "Timescale", "Progress report")]
        for number, text, outcomes, leads, due, progress, *_ in actions:
            rows.append([cell(f"{number} {text}"), Cell(list(outcomes)), cell(names(leads, " / ")), cell(due["text"] if due else ""), cell(progress)])
            made = entry({"text": text, "leads": leads, "due": due, "measures": outcomes}, section, number, number)
            plan.actions.append({**made, "updates": [{"text": progress}]})
        plan.table(rows, head=1, widths=[14, 12, 12, 6, 16])
    return plan


PLANS = {"medway-wsoa": medway_wsoa, "medway-strategy": medway_strategy, "kent": kent, "telford": telford, "southend": southend}
