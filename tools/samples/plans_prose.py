# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluation plans without tables: headings, numbered paragraphs and labelled lines."""
from maker import Maker, month_when
from model import Plan, when
from plans_tables import area, dotted

PROSE = ("txt", "md", "docx", "odt", "html", "pdf")


def _facts(make, plan, section, ref, kinds):
    """One action's facts as words: the cells of a row that is never drawn."""
    cells = make.make([("", kind) for kind in kinds], section, ref)
    between = " " if make.between == "lines" else make.between
    return [(between if kind == "leads" else " ").join(one.lines) for kind, one in zip(kinds, cells)]


def torbay():
    """Numbered paragraphs, each followed by lines with bold labels."""
    plan = Plan("torbay", "Torbay SEND Improvement Plan", "improvement-plan", area("Torbay", "E06000027"), PROSE, date=month_when("April 2022", 2022, 4),
                inspection=month_when("November 2021", 2021, 11), landscape=False, size=10, running=("Torbay SEND Improvement Plan", "Page {page}"))
    make = Maker(plan, 31, (2022, 4), ("full", "by", "endof", "full", "fiscal", "ongoing"), ("roles",), " / ", measures="run")
    plan.headline("April 2022")
    plan.heading("Why we have written this plan")
    plan.para("In November 2021 inspectors came back to the area. They saw progress in two places and too little in two others.",
              "This plan is short on purpose. It says what will change, who answers for it and when it will be done.")
    for number, title in enumerate(("Joint commissioning that families can see", "Earlier help in every neighbourhood"), 1):
        plan.heading(f"Objective {number}: {title}")
        section = plan.section("objective", title, str(number))
        plan.para(f"Partners agreed this objective after listening to {40 + 7 * number} families in the spring.")
        for count in range(1, 5):
            ref = dotted(number, count)
            action, leads, due, measure = _facts(make, plan, section, ref, ("action", "leads", "timescale", "measures"))
            plan.para(f"{ref} {action}")
            plan.labelled("Lead: ", leads)
            plan.labelled("By when: ", due)
            plan.labelled("Success measure: ", measure)
    plan.heading("How to reach us")
    plan.para("Write to the partnership's programme office if you need this plan in another format.")
    return plan


def bexley():
    """Numbered paragraphs with everything in one line."""
    plan = Plan("bexley", "London Borough of Bexley SEND Action Plan 2024", "action-plan", area("Bexley", "E09000004"), ("txt", "md", "docx", "html", "pdf"),
                date=when("2024", "2024"), landscape=False, size=10)
    make = Maker(plan, 32, (2024, 1), ("short", "season", "dayth", "Quarterly", "short"), ("roles",), " / ", measures="run")
    plan.headline()
    plan.para("Four ambitions were agreed by the partnership. Actions are numbered within each of them.")
    for number, title in enumerate(("Children are included in their local school", "Health needs are met without delay", "Young people move on with confidence"), 1):
        plan.heading(f"Priority {number} - {title}")
        section = plan.section("priority", title, str(number))
        for count in range(1, 4):
            ref = dotted(number, count)
            action, leads, due, measure = _facts(make, plan, section, ref, ("action", "leads", "timescale", "measures"))
            plan.para(f"{ref} {action} Lead: {leads}. By when: {due}. Success measure: {measure}")
    return plan


def surrey():
    """Bulleted actions without references; owner and due date in brackets-free lines under each, labels divided by a bar."""
    plan = Plan("surrey", "Inclusion Strategy Action Plan", "strategy-action-plan", area("Surrey", "E10000030"), ("txt", "md", "docx", "odt", "html"),
                landscape=False, size=10, date=month_when("January 2023", 2023, 1))
    make = Maker(plan, 33, (2023, 1), ("full", "daynumber", "term", "Annually"), ("brackets",), "; ", measures="run")
    plan.headline("Surrey County Council, January 2023")
    for title in ("Theme 1: Belonging", "Theme 2: Skills and knowledge", "Theme 3: Partnership"):
        word, name = title.split(": ")
        plan.heading(title)
        section = plan.section("theme", name, word.split()[1])
        for _ in range(3):
            action, leads, due, resource = _facts(make, plan, section, None, ("action", "leads", "timescale", "resources"))
            plan.para(f"Action: {action}")
            plan.para(f"Owner: {leads} | Due date: {due} | Resources: {resource}")
    return plan
