# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws actions from the topics and shows them in columns: cells for the document, facts for gold, in one step."""
import random

from content import FIRST, GROUPS, LAST, MORE, ORGS, ROLES, TOPICS
from model import Cell, MONTHS, body, cell, date, later, person, rating, role, when


class Maker:
    """Everything that varies from plan to plan: its seed, its first month, how it writes dates, people and ratings."""

    def __init__(self, plan, seed, start, dates=("full",), parties=("roles",), between=" / ", key=None, shown="word",
                 measures="bullets", milestones="brackets", long=False):
        self.plan, self.rng, self.start = plan, random.Random(seed), start
        self.dates, self.parties, self.between = dates, parties, between
        self.key, self.shown, self.measures, self.milestones, self.long = key or {}, shown, measures, milestones, long
        self.topics = list(TOPICS)
        self.rng.shuffle(self.topics)
        self.counts, self.worded, self.number, self.drawn = {}, {}, 0, 0
        self.people = [f"{a} {b}" for a, b in zip(self.rng.sample(FIRST, len(FIRST)), self.rng.sample(LAST, len(LAST)))]
        self.roles, self.orgs = self.rng.sample(ROLES, len(ROLES)), self.rng.sample(ORGS, len(ORGS))

    # --- what an action is about ---

    def next_topic(self):
        topic = self.topics[self.number % len(self.topics)]
        self.number += 1
        drawn = self.rng.randrange(2)
        # the second time round a topic is worded the other way
        wording = 1 - self.worded[topic["key"]] if topic["key"] in self.worded else drawn
        self.worded[topic["key"]] = wording
        return topic, topic["do"][wording]

    def due(self, months=None, style=None):
        year, month = later(*self.start, self.rng.randrange(3, 20) if months is None else months)
        style = style or self.dates[self.drawn % len(self.dates)]
        self.drawn += 1
        return date(style, year, month, self.rng.randrange(10, 28))

    def party(self, style):
        if style == "names":
            return person(self.rng.choice(self.people))
        if style == "roles":
            return role(self.rng.choice(self.roles))
        if style == "bodies":
            return body(self.rng.choice(self.orgs))
        if style == "employed":
            return role(self.rng.choice(self.roles), self.rng.choice(["LA", "ICB", "NHS"]))
        pick = self.rng.randrange(len(self.people))
        return person(self.people[pick], self.roles[pick % len(self.roles)], style)

    def some(self, count, styles=None):
        styles, found = styles or self.parties, []
        while len(found) < count:
            one = self.party(styles[len(found) % len(styles)])
            if one not in found:
                found.append(one)
        return found

    def party_cell(self, parties, between=None):
        between = between or self.between
        texts = [one["text"] for one in parties]
        return Cell(texts) if between == "lines" else cell(between.join(texts))

    def rate(self, status=None, shown=None):
        """A rating through the plan's key {status: (colour, words)}; `shown` says what the cell shows of it."""
        shown = shown or self.shown
        status = status or self.rng.choice(list(self.key))
        colour, words = self.key[status]
        if shown == "fill":
            return Cell([], fill=colour), rating(status, colour)
        if shown == "symbol":
            return cell(words.split()[0]), rating(status, None, words.split()[0])
        if shown == "phrase":
            return cell(words), rating(status, None, words)
        text = {"letter": colour[0].upper(), "word": colour.capitalize(), "upper": colour.upper()}[shown]
        return cell(text, fill=colour), rating(status, colour, text)

    # --- one action in columns ---

    def make(self, columns, section=None, ref=None, parent=None, leads=None, text=None, skip=(), label=None, shared=None):
        """Cells by column, and the gold entry appended to the plan. `skip` columns stay empty; `shared` holds merged values."""
        topic, words = self.next_topic()
        words = text or words
        if self.long:
            words = " ".join([words] + self.rng.sample(MORE, self.rng.choice([1, 2])))
        self.counts[section] = self.counts.get(section, 0) + 1
        entry = {"id": ref or f"{section or 'action'}-{self.counts[section]}"}
        if ref:
            entry["ref"] = ref
        if section:
            entry["section"] = section
        if parent:
            entry["parent"] = parent
        entry["text"] = words
        cells = []
        for heading, kind in columns:
            if heading in skip:
                cells.append(cell())
                continue
            cells.append(self.column(heading, kind, topic, words, ref, entry, leads, label, shared or {}))
        self.plan.actions.append(entry)
        return cells

    def column(self, heading, kind, topic, words, ref, entry, leads, label, shared):
        if isinstance(kind, str) and kind in shared:  # a merged cell: its value belongs to this action too, its words stand elsewhere
            entry.update(shared[kind])
            return None
        if kind == "ref":
            return cell(label or ref)
        if kind == "action":
            return cell(words)
        if kind == "ref+action":
            return cell(f"{label or ref} {words}")
        if kind in ("leads", "strategic", "operational"):
            found = leads or self.some(self.rng.choice([1, 2, 2] if kind == "leads" else [1]))
            entry["leads"] = entry.get("leads", []) + found
            return self.party_cell(found)
        if kind == "contributors":
            between = ", " if self.between == " / " else self.between
            # after a comma a body would read as the employer of the role before it
            entry["contributors"] = self.some(self.rng.choice([2, 3]), ("bodies",) if between == ", " else ("bodies", "roles"))
            return self.party_cell(entry["contributors"], between)
        if kind == "group":
            entry["group"] = self.rng.choice(GROUPS)
            return cell(entry["group"])
        if kind == "timescale":
            entry["timescale"] = self.due()
            return cell(entry["timescale"]["text"])
        if kind == "start":
            entry["start"] = self.due(self.rng.randrange(0, 3), self.dates[0])
            return cell(entry["start"]["text"])
        if kind == "measures":
            if self.measures == "run":
                entry["successMeasures"] = [" ".join(one + "." for one in topic["measures"])]
                return cell(entry["successMeasures"][0])
            entry["successMeasures"] = [one + "." for one in topic["measures"]]
            return Cell(list(entry["successMeasures"]), bullets=self.measures == "bullets")
        if kind == "milestones":
            return self.milestone_cell(topic, entry)
        if kind == "progress":
            entry["updates"] = entry.get("updates", []) + [{"text": topic["progress"][0]}]
            return cell(topic["progress"][0])
        if isinstance(kind, tuple):
            return self.dated(kind, topic, entry)
        if kind == "rating":
            shown, entry["rating"] = self.rate()
            return shown
        if kind in ("monitoring", "evidence", "resources", "risks"):
            source = {"monitoring": "monitor", "resources": "resource", "risks": "risk"}.get(kind, kind)
            entry[kind] = topic[source] + "." if kind != "resources" else topic[source]
            return cell(entry[kind])
        value = self.rng.choice(OTHER[heading]) if heading in OTHER else topic["evidence"]
        entry.setdefault("other", {})[heading] = value
        return cell(value)

    def steps(self, topic, month=2):
        """The topic's milestones, each with a date three months after the one before."""
        for number, step in enumerate(topic["steps"]):
            year, at = later(*self.start, month + 3 * number + self.rng.randrange(2))
            yield step, year, at

    def milestone_cell(self, topic, entry):
        entry["milestones"], lines = [], []
        for step, year, at in self.steps(topic):
            due = date("short" if self.milestones == "brackets-short" else "full", year, at)
            text = {"brackets": f"{step} ({due['text']})", "brackets-short": f"{step} ({due['text']}).", "colon": f"{due['text']}: {step}",
                    "run": f"{step} by {due['text']}."}[self.milestones]
            if self.milestones == "run":
                due = when(f"by {due['text']}", due["edtf"])
            entry["milestones"].append({"text": text, "due": due})
            lines.append(text)
        return cell(" ".join(lines)) if self.milestones == "run" else Cell(lines, bullets=True)

    def dated(self, kind, topic, entry):
        """("update", When), ("rag", When) and ("milestone", When): a column under a date."""
        what, at = kind[0], kind[1]
        if what == "update":
            text = topic["progress"][min(len(entry.get("updates", [])), 1)]
            entry["updates"] = entry.get("updates", []) + [{"asOf": at, "text": text}]
            return cell(text)
        if what == "rag":
            if len(kind) > 2 and kind[2] == "blank":
                return cell()
            shown, value = self.rate()
            entry["updates"] = entry.get("updates", []) + [{"asOf": at, "rating": value}]
            return shown
        done = len(entry.get("milestones", []))
        if done >= len(topic["steps"]):
            return cell()
        text = topic["steps"][done] + "."
        entry["milestones"] = entry.get("milestones", []) + [{"text": text, "due": at}]
        return cell(text)


OTHER = {"Priority rank": ["High", "Medium", "Low"], "Link to Code of Practice": ["Chapter 6", "Chapter 9", "Chapter 4"],
         "Theme": ["Voice", "Quality", "Sufficiency"],
         "Inspection finding": ["Finding 2", "Finding 4", "Finding 5"], "Locality": ["North", "South", "All localities"]}


def head(columns, **dress):
    return [cell(heading, bold=True, **dress) for heading, _ in columns]


def month_when(text, year, month):
    return when(text, f"{year}-{month:02}")
