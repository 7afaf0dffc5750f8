# SPDX-License-Identifier: GPL-3.0-or-later
"""Five condensed plans as plain data, in the project's own words.

They follow published plans in layout and in kind of fact (references, roles, months), not in wording. Names of people
are invented.
"""
from model import body, person, role, when

NOTE = "This is a condensed sample in the project's own words; it keeps the shape of the published plan, not its sentences."


def m(text, edtf, **more):
    return when(text, edtf, **more)


DCS, NURSE, HEAD025 = role("Director of Children and Adult Services"), role("Chief Nurse", "CCG"), role("Head of Disability Services 0-25")
COMMS, DCO, PARTICIPATION = role("Communications Officer"), role("Designated Clinical Officer"), role("Participation Officer")

MEDWAY_WSOA = {
    "title": "Medway Local Area Written Statement of Action April 2018",
    "key": [("blue", "Blue - Finished", "completed"), ("green", "Green – As planned", "on-track"), ("amber", "Amber - As planned; some worries", "at-risk"),
            ("red", "Red – No movement/serious worries", "off-track")],
    "intro": ["In December 2017 inspectors of two national bodies spent five days in the area. Their letter of 8th February 2018 asked the council and the CCG for a joint statement.",
              "The board reads the tables below once a month and writes the colour of each action in the column of that month."],
    "bullets": ["leaders do not act together often enough", "nobody is sure who answers for what", "plans differ too much in quality"],
    "areas": [
        {"refs": ["A", "B"], "titles": ["Leaders in the council, the CCG and schools do not steer together", "It is unclear who answers for what"],
         "outcomes": ["Council, health and school leaders take decisions in one room.", "Each task has one name beside it.", "Members of the council ask hard questions and get answers."],
         "parts": [
             {"ref": "A.1", "title": "One board carries responsibility from the front line up to the governing bodies.", "head": "one-line", "actions": [
                 {"text": "A joint board is set up, chaired in turn by the lead member and a CCG officer.", "due": m("February 2018", "2018-02"), "leads": [DCS, NURSE],
                  "measures": ["The board meets each month and senior people from all three services come."]},
                 {"text": "Membership and rules of the board are written down and agreed.", "due": m("March 2018", "2018-03"), "leads": [DCS, NURSE], "measures": ["The rules are agreed and on the Local Offer."]}]},
             {"ref": "B.1", "title": "Elected members look into SEND often enough to notice when things slip", "head": "two-rows", "actions": [
                 {"text": "The scrutiny committee hears what inspectors found.", "due": m("March 2018", "2018-03"), "leads": [DCS, HEAD025], "measures": ["The committee knows the findings."]},
                 {"text": "The committee receives a progress paper every four months.", "due": m("August 2018 November 2018 Feb 2019", "{2018-08,2018-11,2019-02}"), "leads": [DCS, HEAD025],
                  "measures": ["Members can say which actions are late and why."]},
                 {"text": "Each service brings its figures to the operational group.", "due": m("monthly", None, recurrence="monthly"), "leads": [NURSE], "measures": ["Figures arrive before the meeting."]}]}]},
        {"refs": ["C"], "titles": ["There is no strategy that partners know by heart"], "outcomes": ["A joint strategy written with families.", "People who work with children know what it asks of them."],
         "parts": [
             {"ref": "C.1", "title": "A strategy for the local area is agreed", "head": "one-line", "shared": 2, "actions": [
                 {"text": "Parents and young people join the group that drafts the strategy.", "due": m("May 2018", "2018-05"), "leads": [DCS, NURSE, body("MPCF")],
                  "measures": ["Families say that they shaped the text."]},
                 {"text": "The young people's group comments on each chapter and hears what became of its comments.", "due": m("Nov 2018", "2018-11"), "shared": True}]},
             {"ref": "C.2", "title": "Everybody hears about it", "head": "after", "actions": [
                 {"text": "A plan for news about the strategy is drawn up so that staff in schools, clinics and social work teams hear of each step while it still matters to them", "due": m("Starting May 2018", "2018-05/..", ongoing=True),
                  "leads": [COMMS, DCO], "measures": ["Staff in all services read the monthly letter and can name the next step."], "torn": 18},
                 {"text": "A page for parents goes out with each school newsletter.", "due": m("May 2018-Nov 2018", "2018-05/2018-11"), "leads": [COMMS, PARTICIPATION], "measures": ["Parents can name the aims."]}]}]}],
    "months": ["Aug 2018", "Nov 2018", "Feb 2019", "May 2019"],
    "board": ("SEND Improvement Board", ["Medway Council", "Medway Clinical Commissioning Group", "Medway Parent Carer Forum", "Mid Kent College"]),
    "measures": [("Plans and support", [("Children and young people who hold a plan", "Record Number"), ("Pupils on SEN support, school by school", "Record number by school")]),
                 ("Timeliness", [("Plans issued in twenty weeks", "Percentage"), ("Requests turned down", "Record Number")]),
                 ("Voice", [("Families who felt heard when the plan was drafted", "80%")])],
    "glossary": [("SEND", "Special Educational Needs and Disability"), ("CCG", "Clinical Commissioning Group"), ("MPCF", "Medway Parent Carer Forum"), ("EHCP", "Education Health and Care Plan")],
}

PEP, SENM, LOO, PCM = role("PEP"), role("SEN manager"), role("Local Offer Officer"), role("Partnership Commissioning Manager")
HEAD_025 = role("Head of 0-25 Integrated Service")
MEDWAY_STRATEGY = {
    "title": "Send Strategy Joint Action Plan", "shown": "Appendix 2 – Send Strategy Joint Action Plan", "running": "APPENDIX 2",
    "priorities": [
        ("1", "Notice needs at every age and help families before they reach a crisis", [
            ("Start a trial of training in schools on the signs of special needs, led by outreach teachers and by therapists.", [HEAD_025, role("DCO"), role("Provider leads")], m("February 2020", "2020-02")),
            ("Look again at what is offered to parents around the time of a diagnosis.", [role("DCO"), body("Social Care")], m("December 2019", "2019-12")),
            ("Use team meetings around the child wherever a pupil may lose a school place.", [HEAD_025, role("Head of Early Help")], m("ongoing", None, ongoing=True))]),
        ("2", "See to it that nurseries, schools and colleges teach children with SEND well so that they belong and achieve", [
            ("Share what twenty Medway schools have learned about inclusion at a conference.", [role("School Improvement Manager")], m("September 2019", "2019-09")),
            ("Pair schools so that each has its work on SEND reviewed by another.", [role("School Improvement Manager"), role("Principal Educational Psychologist")], m("August 2020", "2020-08")),
            ("Check a sample of plans with health and social care.", [HEAD_025, role("DCO"), SENM], m("Bi monthly /ongoing", None, ongoing=True, recurrence="bimonthly")),
            ("Rewrite the form of the plan and train those who give advice for it.", [SENM], m("April 2019", "2019-04"))]),
        ("3", "Have enough places and services close to home", [
            ("Open more places in resourced provision, first of all for autism.", [HEAD_025], m("September 2022", "2022-09")),
            ("Publish a statement on short breaks after talking to carers.", [role("Short Breaks Manager"), HEAD_025], m("January 2020", "2020-01"))]),
        ("4", "Help young people to grow into adults who live as freely as they can", [
            ("Write a protocol for the move to adult services that all partners sign.", [PEP], m("December 2019", "2019-12")),
            ("Find more employers who take on interns.", [PEP, body("colleges"), body("Partnership commissioning")], m("September 2020 and ongoing", "2020-09/..", ongoing=True)),
            ("Ask families every term how the directory could be better.", [LOO, body("MPCF"), role("participation officer")], m("June 2019", "2019-06"))])],
}

KENT = {
    "title": "Kent Local Area SEND Written Statement of Action", "inspection": m("between 28 January 2019 and 1 February 2019", "2019-01-28/2019-02-01"),
    "intro": ["Two inspectorates examined the local area of Kent between 28 January 2019 and 1 February 2019. This statement says what partners will do about nine weaknesses; the sample keeps three of them."],
    "key": [("green", "Green – milestone met", "completed"), ("amber", "Amber – milestone still ahead, but on track", "on-track"), ("red", "Red – milestone missed", "off-track")],
    "streams": [
        ("A", "Parents as partners", person("Jo Abbey", "Director of Education", "dash"), [
            {"ref": "1", "title": "Many parents doubt that their children's needs can be met nearby.", "outcomes": ["Families know what is on offer and where.", "Staff can explain the offer in plain words."],
             "actions": [
                 {"ref": "1.1", "text": "Find a new way of working with families so that they shape the strategy.", "due": m("July 2019", "2019-07"), "leads": [role("Head of SEN")],
                  "measures": ["Families feel that they are asked in good time.", "What parents worry about is answered in the strategy."],
                  "milestones": [("Family engagement officer starts work (May 2019).", m("May 2019", "2019-05")), ("First survey of parents closed, then one every half year (June 2019).", m("June 2019", "2019-06")),
                                 ("Answers studied and a starting figure set. (August 2019)", m("August 2019", "2019-08")), ("Strategy out for comment (December 2019).", m("December 2019", "2019-12"))]},
                 {"ref": "1.2", "text": "Staff from health, schools and the council visit parent groups to answer questions.", "due": m("September 2019 and ongoing", "2019-09/..", ongoing=True), "leads": [role("SEND Family Engagement Officer")],
                  "measures": ["Parents get answers on the subjects they picked."],
                  "milestones": [("Groups list their subjects (July 2019).", m("July 2019", "2019-07")), ("Visits begin (from September 2019).", m("from September 2019", "2019-09/..", ongoing=True))]},
                 {"ref": "1.3", "text": "Offer the parent award to schools. See whether it works.", "due": m("January 2020 July 2020", "{2020-01,2020-07}"), "due_rows": ["January 2020", "July 2020"], "leads": [role("SEND Inclusion Project Manager")],
                  "measures": ["Schools reach the standard and talk to parents more clearly."],
                  "milestones": [("Money set aside for a first group of schools (August 2019).", m("August 2019", "2019-08")), ("First schools meet the standard (July 2020).", m("July 2020", "2020-07"))], "break_before": True}],
             "indicators": [
                 {"measure": "More parents say that they trust the area's schools.", "source": "Parental surveys", "often": "Six-monthly", "baseline": "Set after the first survey (September 2019)",
                  "periods": [m("Dec 2019", "2019-12"), m("June 2020", "2020-06"), m("Dec 2020", "2020-12")], "targets": ["Up by 20%*", "Up by 40%", "Up by 60%"], "own": True},
                 {"measure": "The new directory is read more often.", "source": "Web statistics", "often": "Six-monthly", "baseline": "810 (in one year)",
                  "periods": [m("Dec 2019", "2019-12"), m("June 2020", "2020-06"), m("Dec 2020", "2020-12")], "targets": ["1600", "3200", "6400"]},
                 {"measure": "More pupils with plans attend mainstream schools.", "source": "Synergy", "often": "Termly", "baseline": "45%",
                  "periods": [m("Autumn 2019", "2019-23"), m("Spring 2020", "2020-21"), m("Summer 2020", "2020-22")], "targets": ["47%", "49%", "51%"], "own": True}]},
            {"ref": "2", "title": "Families have little say when services are planned.", "outcomes": ["Families sit where plans are made."],
             "actions": [
                 {"ref": "2.1", "text": "Four parent forums and a county group are formed.", "due": m("July 2019", "2019-07"), "leads": [role("SEND Family Engagement Officer")], "measures": ["Each district is represented."],
                  "milestones": [("Forums advertised (April 2019)", m("April 2019", "2019-04")), ("County group meets every two months from May 2019.", m("from May 2019", "2019-05/..", ongoing=True))]}],
             "indicators": []}]),
        ("B", "Schools that include", person("Sam Pike", "Head of SEN Assessment", "dash"), [
            {"ref": "3", "title": "Some schools are slow to welcome children with SEND.", "outcomes": ["Fewer children are turned away."],
             "actions": [
                 {"ref": "3.1", "text": "Reviewers visit schools and write down what works.", "due": m("Commencing from April 2020", "2020-04/..", ongoing=True), "leads": [role("SEND Inclusion Project Manager"), body("TEP")],
                  "measures": ["Schools act on what reviewers advise."], "milestones": [("Reviewers trained (January 2020)", m("January 2020", "2020-01")), ("First ten visits by March 2020.", m("by March 2020", "2020-03"))]}],
             "indicators": []}])],
    "glossary": [("CCG", "Clinical Commissioning Group"), ("CYP", "Children and Young People"), ("DCO", "Designated Clinical Officer"), ("SEN", "Special Educational Needs"), ("TEP", "The Education People")],
    "board": ("SEND Improvement Board", [("Jo Abbey", "Chair", "Director of Education, KCC"), ("Ren Dyer", None, "Chief Nurse, West Kent CCG"), ("Ali Frost", None, "Headteacher rep"), ("", None, "Two parents, names to follow")]),
    "teams": [("A) Parents as partners", "Director of Education", ["SEND Family Engagement Officer", "SEND Compliance Manager"], ["Parents", "Healthwatch rep"]),
              ("B) Schools that include", "Head of SEN Assessment", ["SEND Inclusion Project Manager"], ["Headteachers", "SENCo reps"])],
}

NB, CM, ML, LG = person("Nell Brook"), person("Cai Mott"), person("Max Lark"), person("Lou Garner")
TELFORD = {
    "title": "SEND Action Plan June 2022",
    "priorities": [
        ("To give each pupil with SEND good teaching so that progress is quick, both in mainstrean and special scbools.", [
            {"ref": "1", "text": "To write a strategy for the local area with families.", "group": "Aiming High Board", "leads": [body("All partner agencies")], "with": [body("IASS"), role("Health and social care reps")],
             "measures": ["A strategy that families know and trust."], "monitoring": "The strategy covers 2022 - 2025", "due": m("Sep-22", "2022-09"),
             "jan": "Charter has gone to the directors, who will sign it in", "jan2": "the spring after a last round of comments.", "june": "Charter signed. Selt evaluation is in draft."},
            {"ref": "1.1", "text": "To run courses and a conference each year on autism, speech and mental health.", "group": "Workforce Development", "leads": [NB, CM], "with": [role("SEND team leads")],
             "measures": ["1a Results rise at the end of each key stage.", "1i Fewer exclusions."], "monitoring": "Monthly count of courses and of replies to the questionnaire.", "due": m("Oct-22", "2022-10"),
             "jan": "A conference is planned for October.", "june": "Speakers for October have been booked."},
            {"ref": "1.2", "text": "To help Telford schools keep pupils with autism who are close to exclusion.", "group": "Workforce Development", "leads": [CM, ML, role("LSAT Lead")], "with": [body("BSAT"), body("Primary & Secondary schools")],
             "measures": ["80 % of schools trained by December. 70 % have an autism lead."], "monitoring": "a) whole school training for all schools (i) one lead in each school with the next level of training", "due": m("Jul-22", "2022-07"),
             "jan": "Target met, trainig now goes to", "jan2": "colleges as well."},
            {"ref": "1.3", "text": "To shape a model of help for SENCOs and teachers. Including: • a review tool • visits each term", "gold_text": "To shape a model of help for SENCOs and teachers. Including: a review tool visits each term", "group": "Workforce Development",
             "leads": [ML, role("LSAT Lead")], "with": [body("Schools")], "measures": ["All schools that buy the service plan their SEND work once a year."], "due": m("твс", None), "jan": "Pilots run in three schools."}]),
        ("To talk and listen to families so that help comes earlv and feels right.", [
            {"ref": "2.1", "text": "To rearrange the Local Offer by area of need.", "group": "Local Offer group", "leads": [LG, role("SC SDM")], "with": [body("PODS"), body("YP forum")],
             "measures": ["1g Parents feel more confident."], "monitoring": "Feedback each half term.", "due": m("Jun-21", "2021-06"), "jan": "New look is being built and will open in the", "jan2": "Spring Term.", "june": "Home pages are ready."},
            {"ref": "2.2", "text": "To hear from more young people through the SOS Group.", "group": "Local Offer group", "leads": [LG], "with": [body("IASS")], "measures": ["Young people join the board."], "monitoring": "Minutes of the group.",
             "due": m("Sep-21", "2021-09"), "june": "The group meets face to face again."},
            {"ref": "2.3", "text": "To meet parents at workshops on SEN support.", "group": "Local Offer group", "leads": [NB, role("DCO")], "with": [body("PODS")], "measures": ["2a Parents receive timely answers."], "due": m("Monthly", None, recurrence="monthly"),
             "jan": "Workshops are full."}])],
}

GM, ADV = role("Group Manager SEN and Inclusion"), role("SEN Adviser")
SOUTHEND = {
    "title": "SEN Strategy Action Plan", "shown": "SEN Strategy Action Plan:",
    "proposals": [
        ("1", "Early help - We will step in early so that a child's barriers to learning stay small and parents need to explain their story only once in Southend.", [
            ("1.1", "Draw up one assessment that all services use when a need is first noticed", ["One early help assessment is used in Southend and staff are trained to use it"], [role("Group Manager Early Intervention"), body("EP Service"), body("Early Years"), body("Health")], m("Jan-14", "2014-01"),
             "A working party has agreed the form. The council's ICT team is turning it into an online version."),
            ("1.2", "Bring in the new plan in place of the statement, as the law will require", ["Plans and systems are ready when the law changes"], [GM, role("Health and Social Care Managers")], m("Sep-14", "2014-09"),
             "A project board with six groups is at work.")]),
        ("2", "\"Ask us first\" - We will plan with parents and carers and give them a say over how support is paid for.", [
            ("2.1", "Try out personal budgets with a small group of families", ["Trial finished and evaluated"], [GM, role("Managers in Health and Social Care")], m("Aug-15", "2015-08"), "Staff visited a pathfinder. A group with parents plans the trial."),
            ("2.2", "Tell families what is on offer locally and what to do if they are unhappy with it", ["Local offer is online and kept up to date"], [role("Parent Partnership Officer")], m("Apr-14", "2014-04"), "Two meetings with parents have taken place."),
            ("2.3", "Give guidance to nurseries on how to spot and meet needs", ["Nurseries are judged good or better"], [role("Early Years Team leader"), ADV, role("Speech and Language Therapists")], m("Sep-14", "2014-09"), "Courses are running for all settings.", "noise")]),
        ("3", "We will use money well and publish what it achieved.", [
            ("3.1", "Set targets and report on them every year", ["The strategy group reads figures each quarter"], [GM, role("data manager")], m("Jan 2014 and Annually", "2014-01", recurrence="annual"), "The first report goes to cabinet in March 2014."),
            ("3.2", "Ask schools to review their own provision", ["Reviews are done and governors see them"], [ADV, body("Governor Services")], m("Annually", None, recurrence="annual"), "A toolkit is on trial in some schools."),
            ("3.3", "Buy services together with health where that saves money or time", ["Families can choose a personal budget"], [GM, role("Health Commissioner")], None, "A joint group has begun its work.")])],
}
