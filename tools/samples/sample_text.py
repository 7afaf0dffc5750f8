# SPDX-License-Identifier: GPL-3.0-or-later
"""Text exports of the samples with the faults that exports of such plans have.

Dropped leading cells, words of a merged cell dealt out to its rows, HTML fragments, headers repeated after page
breaks, rows of dashes, rows torn by a page break, a last column that slid into a table of its own.
"""
from sample_data import KENT, MEDWAY_STRATEGY, MEDWAY_WSOA, NOTE, SOUTHEND, TELFORD
from writers import tear


def tabs(*cells):
    return "\t".join(cells)


def names(parties, between):
    return between.join(one["text"] for one in parties)


def medway_wsoa():
    data = MEDWAY_WSOA
    out = ["", data["title"], "", "Young people with SEND, from birth to 25", "", NOTE, "", "Introduction", ""]
    for text in data["intro"]:
        out += [text, ""]
    out += ["Areas of significant weakness that we were asked to put right:-", ""] + [f"- {text}" for text in data["bullets"]] + ["", "Governance", "",
            "The **joint board** - meets monthly and holds every service to account.", ""]
    legend = " ".join(text for _, text, _ in data["key"])
    for area in data["areas"]:
        title = " AND ".join(f"{ref}. {name}" for ref, name in zip(area["refs"], area["titles"]))
        out += [tabs(title, "Progress"), tabs("<p>Outcomes we are seeking to achieve:-</p> <ul> " + " ".join(f"<li> • {text}</li>" for text in area["outcomes"]) + " </ul>", f"<p>{legend}</p>"), ""]
        for part in area["parts"]:
            blank = "\t" * 7
            out += {"one-line": [f"Required Outcome: {part['ref']} {part['title']}{blank}"], "two-rows": [f"Required Outcome:{blank}", f"{part['ref']} {part['title']}{blank}"],
                    "after": [f"{part['ref']} Required Outcome:-{blank}", f"{part['title']}{blank}"]}[part["head"]]
            out += [tabs("Actions", "By When", "Strategic Lead/Operational Lead", "Measures of Success", *data["months"]), ""]
            for action in part["actions"]:
                row = [action["text"], action["due"]["text"], names(action.get("leads", []), " /" if len(action["text"]) % 2 else " "), " ".join(action.get("measures", [])), "", "", "", ""]
                if action.get("torn"):
                    upper, lower = tear(row)
                    lower[2], upper[2] = names(action["leads"][1:], " "), action["leads"][0]["text"] + ","
                    out += [tabs(*upper), "", tabs(*lower), tabs(*["---"] * 8)]
                else:
                    out.append(tabs(*row))
            out.append("")
    name, members = data["board"]
    out += ["Annex A – Governance Framework", "", ""]
    for member in members:
        out += member.split(" ")[0:1] + [" ".join(member.split(" ")[1:]), ""]
    out += [name, "", f"{name} Membership", "", "Performance Measures", "", tabs("Issues", "Measure", "How Measured")]
    for theme, measures in data["measures"]:
        for number, (measure, method) in enumerate(measures):
            out.append(tabs(theme if number == 0 else "", measure, method))
    out += ["", "Glossary", ""] + [tabs(*entry) for entry in data["glossary"]]
    return out


def medway_strategy():
    data = MEDWAY_STRATEGY
    out = [data["shown"], "", NOTE, "", tabs("", "Priority", "Actions", "By whom", "By When")]
    for ref, title, actions in data["priorities"]:
        words = title.split()
        half = (len(words) * 3 + 3) // 4
        for number, (text, leads, due) in enumerate(actions):
            if (ref, number) in (("2", 0), ("2", 2), ("4", 0)):
                out += [""] + (["APPENDIX 2", ""] if ref == "2" and number == 0 else [])
            first = " ".join(words[:half] if number == 0 else words[half:] if number == 1 else [])
            cells = [ref if number == 0 else "", first, text, names(leads, "/"), due["text"]]
            # an export loses the empty first cell of a row now and then
            out.append(tabs(*cells) if number != 1 or ref != "1" else "\t" + tabs(*cells[1:]))
    return out


KENT_HEAD = tabs("", "Key actions", "Timescale", "Lead officer", "Impact", "Milestones/progress", "RAG rating")


def kent():
    data = KENT
    out = ["", "", data["title"], "", NOTE, "", "Introduction", ""]
    for text in data["intro"]:
        out += [text, ""]
    out += ["Workstreams", "", "Key to RAG rating;", ""]
    for _, text, _ in data["key"]:
        out += [text, ""]
    for letter, stream, officer, areas in data["streams"]:
        for number, area in enumerate(areas):
            if number == 0:
                out += [tabs(letter, stream), tabs("", f"Senior responsible officer: {officer['text']}")]
            out += [tabs(area["ref"], f"<p>Area of Weakness: {area['title']}</p> <p>Outcomes:</p> " + " ".join(f"- {text}" for text in area["outcomes"])), "",
                    "Note: families help to shape everything below", "", KENT_HEAD]
            for action in area["actions"]:
                if action.get("break_before"):
                    out += ["", KENT_HEAD]
                dues = action.get("due_rows", [action["due"]["text"]])
                measures = action["measures"]
                for at in range(max(len(action["milestones"]), len(measures))):
                    step = action["milestones"][at][0] if at < len(action["milestones"]) else ""
                    out.append(tabs(action["ref"] if at == 0 else "", action["text"] if at == 0 else "", dues[at] if at < len(dues) else "", names(action["leads"], " / ") if at == 0 else "",
                                    measures[at] if at < len(measures) else "", step, ""))
            out.append("")
            if area["indicators"]:
                out += ["How success will be measured", "", tabs("Measures/indicators of success", "Data source", "Frequency", "Baseline", "Targets and actuals", "", "", "RAG rating")]
                for item in area["indicators"]:
                    first = [item["measure"], item["source"], item["often"], item["baseline"]]
                    rows = ([[at["text"] for at in item["periods"]]] if item.get("own") else []) + [["Target"] * 3, item["targets"], ["Actual"] * 3]
                    for count, row in enumerate(rows):
                        out.append(tabs(*(first if count == 0 else [""] * 4), *row, ""))
                out += ["", "*: Figures are looked at again each year.", ""]
    glossary = data["glossary"]
    half = (len(glossary) + 1) // 2
    out += ["Glossary of Acronyms", ""] + [tabs(*glossary[at], *(glossary[half + at] if half + at < len(glossary) else ("", ""))) for at in range(half)]
    name, members = data["board"]
    out += ["", name, ""] + [tabs(f"{who} ({part})" if part else who, what) for who, part, what in members]
    out += ["", "Task and Finish Workstreams", "", tabs("Workstream", "Senior Responsible Officer", "Action leads", "Contributors")]
    out += [tabs(team, officer, " ".join(leads), " ".join(others)) for team, officer, leads, others in data["teams"]]
    return out


TELFORD_HEAD = ("Priority", "Reference", "Delivery Objectives", "Task and Finish Group", "Lead", "Group members", "Measures of Success", "Monitoring and Evaluation", "Timeframe", "Position Statement January 2022")


def telford():
    data = TELFORD
    out = [data["title"], "", NOTE, "", tabs(*TELFORD_HEAD)]
    for number, (title, actions) in enumerate(data["priorities"]):
        words = title.split()
        for at, action in enumerate(actions):
            # OCR reads the tall priority cell where its middle is
            spot = " ".join(words[:-3]) if at == len(actions) - 2 else " ".join(words[-3:]) if at == len(actions) - 1 else ""
            out.append(tabs(spot, action["ref"], action["text"], action["group"], names(action["leads"], " / "), names(action["with"], ", "), " ".join(action["measures"]), action.get("monitoring", ""), action["due"]["text"], action.get("jan", "")))
        out += ["", tabs("", "Position Statement June 2022")] + [tabs(action.get("jan2", ""), action.get("june", "")) for action in actions] + [""]
        if number == 0:
            out += [tabs(*TELFORD_HEAD)]
    return out


def southend():
    data = SOUTHEND
    out = ["", "", data["shown"], "", NOTE, ""]
    head = tabs("Action", "Outcomes", "Lead", "Timescale", "Progress report")
    for ref, title, actions in data["proposals"]:
        out += [f"Proposal {ref}:", "", title, "", head]
        for ref, text, outcomes, leads, due, progress, *noise in actions:
            lead = names(leads, " / ")
            if noise:
                out += [""]
                lead = "ଔ ∿ " + lead
            out.append(tabs(f"{ref} {text}", " ".join(outcomes), lead, due["text"] if due else "", progress))
            if noise:
                out.append(tabs("---", "---", "---", "---", "---"))
        out.append("")
    return out


TEXTS = {"medway-wsoa": medway_wsoa, "medway-strategy": medway_strategy, "kent": kent, "telford": telford, "southend": southend}
