#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the samples of inspection reports, and the plan that answers one of them. Every word of them is invented.

    generate_reports.py [SAMPLES]      default: samples/ of this repository
"""
import pathlib
import sys

import office_writers
import pdf_writer
from model import Plan, cell

ROOT = pathlib.Path(__file__).resolve().parents[2]

EFFECTIVE = [
    "Portage workers visit families soon after a need is noticed. Parents say that this gave them confidence in the first "
    "months.",
    "Special schools lend their specialists to mainstream schools. Teachers put what they learn into practice at once.",
    "The parent carer forum sits on every board that decides about money. Its members shape contracts before they are signed.",
    "Nurses for children with complex health conditions plan discharges from hospital well, with schools at the table.",
]
BETTER = [
    "Waiting for the communication clinic takes more than a year in the north of the county. Families hear little meanwhile.",
    "Records of children in alternative provision are kept in three places, so that nobody can say who attends full time.",
    "Young people learn about supported employment late. Few leave school with a placement that fits what they can do.",
    "Annual reviews are held, but amended plans come back months later.",
]
CHANGES = [
    "Since the last inspection, two directors and the lead for commissioning have changed, and one post stood empty for a year.",
    "The board meets every six weeks. Its chair has led services for children in another county.",
    "Four in ten children with a plan go to a special school, more than in similar places.",
    "A new school for autistic children opened in the spring, and another one is being built in the south.",
    "The number of requests for an assessment has doubled in four years, while the team that makes them has not grown.",
    "Health visitors moved to a new employer at the turn of the year, with new computers and old rounds.",
    "The county is large, and its buses are few: some children sit in a taxi for an hour and a half each morning.",
    "Families with more than one child who needs help told of different answers to the same question.",
]
PLACES = {
    "Shropshire": ("Shropshire Council", "NHS Shropshire, Telford and Wrekin ICB", "www.shropshire.example", "www.stw.example"),
    "Northumberland": (
        "Northumberland County Council", "NHS North East and North Cumbria ICB", "www.northumberland.example",
        "www.northeast.example"),
}


def front(name, area, dates, previous, outcome, following, changes=0, size=10):
    plan = Plan(name, f"Area SEND inspection of {area} Local Area Partnership", "inspection-report", {"name": area},
                ("docx", "pdf"), landscape=False, size=size,
                running=("", f"Area SEND inspection report: {area} Local Area Partnership   {{page}}"))
    plan.headline()
    plan.labelled("Inspection dates: ", dates)
    plan.labelled("Dates of previous inspection: ", previous)
    plan.heading("Inspection outcome")
    plan.para(outcome, *following)
    council, board, *_ = PLACES[area]
    plan.heading("Information about the local area partnership")
    plan.para(f"{council} and {board} plan and pay for services for children and young people with SEND in the area.",
              "The council pays for places in two pupil referral units and with a handful of independent providers.")
    plan.para(*CHANGES[:changes])
    plan.heading("What is it like to be a child or young person with SEND in this area?")
    plan.para(
        "Where a child lives decides how long the family waits. In the towns, help begins within weeks; in the villages, some "
        "children start school before anyone has spoken with their parents.",
        "Once a specialist knows a child, the work is warm and careful. Young people spoke of adults who remembered what they "
        "had asked for, and who came back with an answer.",
        "Moving on is harder. Young people who turn sixteen meet new teams, new forms and long silences, and their parents "
        "become the people who hold everything together.")
    plan.heading("What is the area partnership doing that is effective?")
    plan.bullets(*EFFECTIVE)
    plan.heading("What does the area partnership need to do better?")
    plan.bullets(*BETTER)
    return plan


def back(plan, area):
    council, board, site, health = PLACES[area]
    plan.heading("Local area partnership details")
    plan.table([
        [cell("Local authority", bold=True), cell("Integrated care board", bold=True)],
        [cell(council), cell(board)],
        [cell("Rowan Ashdale, Director of Children’s Services"), cell("Mirren Okoro, Chief Executive")],
        [cell(site), cell(health)],
        [cell(["The Council House", "1 Invented Square", "AB1 2CD"]), cell(["Health House", "2 Made Up Lane", "AB3 4EF"])],
    ], widths=[1, 1])
    plan.heading("Information about this inspection")
    plan.para("This inspection was made under the framework for inspections of local areas. Inspectors met children, young "
              "people, their families and those who work with them.")
    plan.heading("Inspection team", 2)
    plan.table([
        [cell("Ofsted", bold=True), cell("Care Quality Commission", bold=True)],
        [cell("Tamsin Hollowell, Ofsted HMI Lead inspector"), cell("Idris Penhale, CQC Lead inspector")],
        [cell("Corin Batley, Ofsted Inspector"), cell("Noor Estrand, CQC inspector")],
    ], widths=[1, 1])
    plan.para("If you are not happy with the inspection or the report, you can complain to Ofsted.")


# So much is told that the first row of the table goes over the end of a page.
CHANGED = 7
SIZE = 14


def shropshire():
    plan = front(
        "shropshire-report", "Shropshire", "3 to 7 November 2025", "27 to 31 January 2020",
        "There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of "
        "children and young people with special educational needs and/or disabilities (SEND). These must be put right urgently.",
        ["A monitoring inspection will take place within about 18 months.",
         "HMCI asks the partnership to write a priority action plan (area SEND) for the areas named below."], changes=CHANGED, size=SIZE)
    council, board, *_ = PLACES["Shropshire"]
    both = f"{council} and {board}"
    plan.heading("Areas for priority action")
    plan.table([
        [cell("Responsible body", bold=True), cell("Areas for priority action", bold=True)],
        [cell(both), cell([
            "Leaders should shorten the wait for the communication clinic, first of all in the north of the county. They should "
            "also see to it that each family who waits has one named person to call, that this person rings at least once a "
            "month, and that what families say is brought to the board, which has so far had no figures about them. Schools "
            "should be told in writing what they can do for a child before the clinic's first appointment, and who pays for it."])],
        [cell(council), cell([
            "Leaders should know where each child in alternative provision is taught, for how many hours, and how well. This "
            "includes:", "one register that school, council and provider share",
            "a visit to each provider twice a year"])],
        [cell(both), cell([
            "Leaders should begin planning for adulthood in Year 9, so that supported employment, travel and friendships are "
            "part of every review."])],
    ], widths=[1, 2], cut=1)
    plan.heading("Areas for improvement")
    plan.table([
        [cell("Areas for improvement", bold=True)],
        [cell("Council officers should send amended plans within four weeks of the annual review.")],
        [cell("Commissioners should tell parents, in plain words and in one place, which short breaks there are.")],
    ])
    back(plan, "Shropshire")
    return plan


def northumberland():
    plan = front(
        "northumberland-report", "Northumberland", "9 to 13 March 2026", "1 to 5 October 2018",
        "The partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with "
        "special educational needs and/or disabilities (SEND). The partners must work together to improve them.",
        ["The next full area SEND inspection will be within about three years.",
         "Ofsted and the Care Quality Commission ask the partnership to bring its strategic plan up to date."])
    plan.heading("Areas for improvement")
    plan.table([
        [cell("Areas for improvement", bold=True)],
        [cell("The partnership should make sure that speech and language therapy reaches the coast as it reaches the towns.")],
        [cell("Leaders of schools and health should agree who carries out what an education, health and care plan asks for.")],
        [cell("The partnership should ask young people over eighteen what became of them, and learn from it.")],
    ])
    back(plan, "Northumberland")
    return plan


def answer():
    plan = Plan("shropshire-plan", "Shropshire Local Area Priority Action Plan", "priority-action-plan", {"name": "Shropshire"},
                ("docx",), size=9)
    plan.headline("Our answer to the area SEND inspection of 3 to 7 November 2025")
    head = [cell(text, bold=True) for text in ("Ref", "Action", "Lead", "By when", "Success measure", "RAG")]
    parts = [
        ("Priority 1: The wait for the communication clinic", [
            ("1.1", "Open a second communication clinic in the north of the county", "Head of Children’s Commissioning, ICB",
             "June 2026", "Nobody waits longer than 18 weeks", "Amber"),
            ("1.2", "Give each waiting family a named person who rings monthly", "Family Support Manager, Shropshire Council",
             "March 2026", "Nine in ten families know whom to call", "Green")]),
        ("Priority 2: Oversight of alternative provision", [
            ("2.1", "Set up one register of children in alternative provision, with their hours",
             "Head of Inclusion, Shropshire Council", "April 2026", "The register is right in each monthly check", "Green"),
            ("2.2", "Visit each provider twice a year", "Head of Inclusion, Shropshire Council", "December 2026",
             "All providers are visited by December", "Red")]),
    ]
    for title, actions in parts:
        plan.heading(title)
        plan.table([head] + [[cell(text) for text in action] for action in actions], head=1, widths=[1, 5, 4, 2, 4, 1])
    return plan


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    writers = {"docx": office_writers.docx, "pdf": pdf_writer.pdf}
    for plan in (shropshire(), northumberland(), answer()):
        for form in plan.formats:
            writers[form](plan, folder / f"{plan.name}.{form}")


if __name__ == "__main__":
    main()
