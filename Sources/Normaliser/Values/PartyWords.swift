// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// What single words say about whether a phrase is a person, a role or an organisation.
struct PartyWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// Names a post: a phrase that ends in one, or goes on with "of" behind one, is a role.
  static let role = PartyWord(rawValue: 1)
  /// Names a body: a phrase that ends in one is an organisation.
  static let organisation = PartyWord(rawValue: 2)
  /// A body that employs people: behind a role it is the organisation, not part of the role.
  static let employer = PartyWord(rawValue: 4)
  /// A post written as letters, or a plural that stands for people without more.
  static let standalone = PartyWord(rawValue: 8)
  /// Part of no person's name.
  static let common = PartyWord(rawValue: 16)
  /// A given name.
  static let givenName = PartyWord(rawValue: 32)
  /// A title before a person's name.
  static let title = PartyWord(rawValue: 64)
  /// Binds: a phrase neither begins nor ends with one.
  static let binder = PartyWord(rawValue: 128)
  /// Stands before a post and belongs to it.
  static let rank = PartyWord(rawValue: 256)
  /// One with its neighbour across a slash.
  static let slashPartner = PartyWord(rawValue: 512)

  /// What a word says.
  static func flags(_ key: WordKey) -> PartyWord { table[key] ?? [] }

  private static let table: WordTable<PartyWord> = {
    var entries: [WordKey: PartyWord] = [:]
    let lists: [(PartyWord, Set<WordKey>)] = [
      (.role, roles), (.organisation, organisations), (.employer, employers), (.standalone, standaloneWords),
      (.common, commonWords), (.givenName, givenNames), (.title, titles), (.binder, binders), (.rank, rankWords),
      (.slashPartner, slashPartners),
    ]
    for (flag, words) in lists {
      for word in words { entries[word, default: []].insert(flag) }
    }
    for month in Months.names { entries[WordKey(month), default: []].insert(.common) }
    return WordTable(entries)
  }()

  /// Words that name a post: a phrase that ends in one, or goes on with "of" behind one, is a role.
  private static let roles: Set<WordKey> = [
    "head", "heads", "director", "directors", "manager", "managers", "officer", "officers", "lead", "leads", "leader",
    "leaders", "chief", "commissioner", "commissioners", "coordinator", "coordinators", "co-ordinator",
    "co-ordinators", "ordinator", "ordinators", "nurse", "nurses", "senco", "sencos", "senco's", "sendco", "sendcos",
    "sencos'", "dco", "dcos", "dmo", "dsco", "dsl", "sro", "pep", "consultant", "consultants", "adviser", "advisers",
    "advisor", "advisors", "psychologist", "psychologists", "therapist", "therapists", "headteacher", "headteachers",
    "teacher", "teachers", "principal", "principals", "chair", "chairs", "chairperson", "administrator",
    "practitioner", "practitioners", "worker", "workers", "inspector", "governor", "governors", "secretary", "clerk",
    "analyst", "analysts", "representative", "representatives", "rep", "reps", "visitor", "visitors",
    "paediatrician", "paediatricians", "pediatrician", "doctor", "doctors", "gp", "gps", "councillor", "councillors",
    "executive", "executives", "accountant", "specialist", "specialists", "champion", "champions", "president",
    "ceo", "coo", "cfo", "dcs", "dass", "dph", "vsh", "sdm", "supervisor", "supervisors", "owner", "sponsor",
    "assistant", "assistants", "deputy", "navigator", "navigators", "mentor", "mentors", "tutor", "tutors",
    "trainer", "trainers", "moderator", "registrar", "superintendent", "member", "members", "parents", "carers",
    "parent", "carer", "envoy", "partner", "partners", "ep", "eps'", "ht", "hts", "solicitor", "auditor", "engineer",
    "psychiatrist", "psychiatrists", "matron", "midwife", "midwives", "geneticist", "facilitator",
    "facilitators", "holder", "planner", "planners", "caseworker", "caseworkers", "epp", "apd",
    "clinician", "clinicians", "architect", "strategist", "convenor", "convener", "pcc", "dhos", "hos", "ad", "staff",
    "professional", "professionals", "co-chair", "trustee", "trustees", "ambassador", "ambassadors", "editor",
  ]

  /// Words that name a body: a phrase that ends in one is an organisation.
  private static let organisations: Set<WordKey> = [
    "council", "councils", "ccg", "ccgs", "ccg's", "icb", "icbs", "ics", "trust", "trusts", "service", "services",
    "team", "teams", "forum", "forums", "fora", "board", "boards", "school", "schools", "college", "colleges",
    "partnership", "partnerships", "la", "las", "nhs", "pcf", "iass", "sendias", "sendiass", "group", "groups",
    "committee", "agency", "agencies", "provider", "providers", "department", "directorate", "network", "networks",
    "association", "academy", "academies", "nursery", "nurseries", "hospital", "hospitals", "university", "police",
    "commission", "commissioning", "health", "care", "education", "finance", "ltd", "limited", "healthwatch", "camhs",
    "cic", "foundation", "unit", "units", "hub", "hubs", "panel", "panels", "authority", "authorities", "borough",
    "ofsted", "dfe", "cqc", "nhse", "setting", "settings", "stp", "system", "centre", "centres", "charity",
    "federation", "consortium", "alliance", "union", "eps", "salt", "hr", "it", "ict", "legal", "procurement",
    "communications", "transport", "participation", "performance", "years", "help", "intervention", "organisation",
    "organisations", "families", "society", "cabinet", "parliament", "company", "office", "sector", "clinic",
    "surgery", "collaborative", "cooperative", "co-operative", "mat", "mats", "lpa", "ppg", "subgroup", "workstream",
    "inclusion", "improvement", "safeguarding", "youth", "family", "people", "informatics", "comms", "stakeholders",
  ]

  /// Bodies that employ people: behind a role they are its organisation, not part of it.
  private static let employers: Set<WordKey> = [
    "council", "ccg", "ccgs", "icb", "icbs", "ics", "trust", "trusts", "nhs", "stp", "college", "colleges", "school",
    "schools", "academy", "university", "police", "hospital", "ltd", "limited", "healthwatch", "nhse", "dfe", "la",
    "partnership", "cic", "foundation", "federation", "authority", "borough", "association", "system",
  ]

  /// Posts that are written as letters, and plural words that stand for people without more.
  private static let standaloneWords: Set<WordKey> = [
    "dco", "dmo", "dsco", "pep", "sro", "senco", "sencos", "sendcos", "dcs", "dph", "headteachers", "parents",
    "parent", "paediatrician", "paediatricians", "gps", "eps", "carers", "governors", "commissioners", "camhs",
    "headteacher", "psychologists", "therapists", "principals", "teachers", "vsh", "ceo", "hts",
  ]

  /// Words that no person's name consists of, besides roles and bodies.
  private static let commonWords: Set<WordKey> = [
    "all", "and", "the", "of", "for", "in", "to", "with", "from", "by", "on", "at", "public", "early", "local",
    "offer", "young", "person", "persons", "social", "special", "needs", "disability", "disabilities", "send", "sen",
    "ehc", "ehcp", "ehcps", "cyp", "lsat", "lsats", "pfa", "post", "primary", "secondary", "joint", "senior", "interim",
    "acting", "associate", "designated", "clinical", "medical", "strategic", "operational", "project", "programme",
    "quality", "assurance", "data", "business", "support", "development", "strategy", "planning", "high",
    "mental", "wellbeing", "well", "being", "transition", "transitions", "preparation", "adulthood", "autism", "speech",
    "language", "therapy", "educational", "psychology", "virtual", "alternative", "provision", "outreach", "review",
    "assessment", "placement", "placements", "adult", "adults", "children", "children's", "child", "childrens",
    "integrated", "disabled", "workforce", "training", "learning", "skills", "employment", "economy", "regional",
    "national", "county", "city", "district", "area", "north", "south", "east", "west", "central", "mid", "greater",
    "new", "community", "communities", "voluntary", "short", "breaks", "complex", "case", "cases", "home", "elective",
    "governance", "policy", "access", "admissions", "attendance", "exclusions", "behaviour", "engagement", "co",
    "production", "coproduction", "working", "task", "finish", "aiming", "strengthening", "corporate", "resources",
    "funding", "budget", "street", "road", "house",
    "tbc", "various", "everyone", "none", "n/a",
    "information", "advice", "digital", "transformation", "change", "monitoring", "compliance", "statutory", "tribunal",
    "sensory", "physical", "hearing", "visual", "impairment", "portage", "pathway", "pathways", "steering", "executive",
    "locality", "neighbourhood", "wide", "relevant", "other", "any", "each", "across", "appropriate", "named", "key",
    "relationships", "standards", "effectiveness", "achievement", "attainment", "outcomes", "shared", "best",
    "practice", "green", "amber", "red", "blue", "complete", "completed", "ongoing", "track", "started", "not",
  ]

  /// Given names that are frequent in England, for names whose other half is an English word.
  private static let givenNames: Set<WordKey> = {
    let names: [WordKey] = [
      "adam", "alan", "alex", "alice", "alison", "amanda", "amy", "andrea", "andrew", "andy", "angela", "ann", "anna",
      "anne", "annette", "anthony", "barbara", "becky", "ben", "beth", "beverley", "brian", "carol", "caroline",
      "catherine", "charlotte", "chris", "christine", "claire", "clare", "colin", "craig", "dan", "daniel", "darren",
      "dave", "david", "dawn", "dean", "debbie", "deborah", "debra", "denise", "diane", "donna", "elaine", "eleanor",
      "elizabeth", "emily", "emma", "fiona", "gail", "gareth", "gary", "gemma", "geoff", "george", "gillian", "graham",
      "hannah", "heather", "helen", "ian", "jack", "jackie", "jacqueline", "jacqui", "james", "jan", "jane", "janet",
      "janice", "jason", "jayne", "jean", "jennifer", "jenny", "jeremy", "jill", "jo", "joanna", "joanne", "john",
      "jonathan", "joanna", "joe", "judith", "julia", "julian", "julie", "karen", "kate", "katherine", "kathryn",
      "kathy", "katie", "keith", "kelly", "kerry", "kevin", "kim", "kirsty", "laura", "lauren", "lee", "lesley",
      "linda", "lindsay", "lindsey", "lisa", "liz", "lorraine", "louise", "lucy", "lynn", "lynne", "margaret", "maria",
      "marie", "mark", "martin", "mary", "matt", "matthew", "maureen", "megan", "melanie", "michael", "michelle",
      "mike", "miriam", "mohammed", "nadia", "natalie", "natasha", "neil", "nick", "nicola", "nicole", "nigel",
      "nikki", "paul", "paula", "pauline", "penny", "peter", "phil", "philip", "phillip", "rachael", "rachel",
      "rebecca", "richard", "rob", "robert", "robin", "roger", "rosemary", "russell", "ruth", "sally", "sam",
      "samantha", "sandra", "sara", "sarah", "sean", "sharon", "sheila", "shirley", "simon", "sophie", "stacey",
      "stephanie", "stephen", "steve", "steven", "stuart", "sue", "susan", "suzanne", "tanya", "teresa", "terry",
      "theresa", "thomas", "tim", "tina", "tom", "tony", "tracey", "tracy", "trevor", "valerie", "vanessa", "vicki",
      "vicky", "victoria", "wayne", "wendy", "william", "yvonne", "zoe",
    ]
    return Set(names)
  }()

  /// Titles before a person's name.
  private static let titles: Set<WordKey> = [
    "dr", "mr", "mrs", "ms", "miss", "cllr", "prof", "professor", "sir", "dame", "rev",
  ]

  /// Words that bind: a phrase neither begins nor ends with one.
  private static let binders: Set<WordKey> = [
    "and", "of", "for", "in", "the", "to", "with", "from", "at", "within", "on", "by", "or", "between", "across",
  ]

  /// Words before a post that belong to it: "Deputy Director", "Assistant Head".
  private static let rankWords: Set<WordKey> = [
    "deputy", "assistant", "associate", "interim", "acting", "joint", "senior", "corporate", "executive", "strategic",
    "group", "service", "team", "vice", "lead", "principal", "chief", "operational", "managing", "area", "co",
    "clinical", "medical", "divisional", "programme", "non", "regional", "county", "statutory", "head", "school",
  ]

  /// Words that are one with their neighbour across a slash: "Parent/Carer", "and/or", "SEN/D".
  private static let slashPartners: Set<WordKey> = [
    "parent", "parents", "carer", "carers", "child", "children", "children's", "young", "yp", "cyp", "family", "and",
    "or", "sen", "send", "d", "his", "her", "he", "she", "s", "primary", "secondary", "mainstream", "special",
    "guardian",
    "pre", "boys", "girls", "mother", "father", "son", "daughter", "w", "c", "n", "a",
  ]
}
