// SPDX-License-Identifier: GPL-3.0-or-later

/// What a label in the prose stands for.
enum LabelRole: Hashable, Sendable {
  /// A field of an action or a section.
  case field(ColumnRole)
  /// Prose: reasons, background, what people said.
  case narrative
}

/// What the words of a label speak for: stems in any order, each with its weight.
///
/// A rule holds where all its words occur; a word that ends in `*` is the beginning of one, one that begins with `=` is the
/// whole label. What no rule knows says
/// nothing, and what the rules cover of the label says how far it is one.
enum LabelWords {
  struct Reading {
    var scores: [LabelRole: Double] = [:]
    /// Share of the label's words that a rule knows or that say nothing of their own.
    var coverage = 0.0
  }

  static func read(_ label: String) -> Reading {
    let words = HeadingVocabulary.words(label, limit: 24)
    guard !words.isEmpty else { return Reading() }
    var reading = Reading()
    var covered = words.map { neutral.contains($0) }
    for rule in rules {
      var places: [Int] = []
      for part in rule.words {
        guard let place = words.indices.first(where: { !places.contains($0) && part.matches(words[$0]) }) else { break }
        places.append(place)
      }
      guard places.count == rule.words.count, !rule.words[0].isAlone || words.count == 1 else { continue }
      reading.scores[rule.role] = max(reading.scores[rule.role] ?? 0, 0) + rule.weight / extra(reading, rule)
      for place in places { covered[place] = true }
    }
    reading.coverage = Double(covered.count(where: { $0 })) / Double(words.count)
    return reading
  }

  /// A second rule for the same role adds less than the first.
  private static func extra(_ reading: Reading, _ rule: Rule) -> Double {
    (reading.scores[rule.role] ?? 0) > 0 ? 3 : 1
  }

  // MARK: Rules

  private struct Part: Sendable {
    var letters: String
    var isBeginning: Bool
    /// Whether the word is all of the label.
    var isAlone = false
    func matches(_ word: String) -> Bool { isBeginning ? word.hasPrefix(letters) : word == letters }
  }

  private struct Rule: Sendable {
    var words: [Part]
    var role: LabelRole
    var weight: Double
  }

  private static let neutral: Set<String> = [
    "what", "how", "will", "we", "our", "you", "your", "us", "the", "a", "an", "to", "of", "for", "in", "by", "and",
    "is", "are", "be", "this", "that", "it", "do", "going", "families", "family", "children", "child", "young",
    "people", "parents", "carers", "now", "next", "year", "years", "months", "over", "key", "main", "area", "local",
    "partnership", "council", "these", "with", "on", "at", "they", "their", "them", "there", "from", "have", "has",
    "were", "weve", "well", "as", "so", "all", "can", "should", "must", "or", "partners", "together", "priority",
    "theme", "objective", "section", "against", "each", "make", "take", "get", "were", "plan", "send", "when", "who",
    "where", "which", "need", "needs", "want", "term", "first", "two", "three", "one", "s", "re", "ve", "ll",
  ]

  private static let rules: [Rule] = lists.flatMap { role, list in
    list.split(separator: ",").compactMap { entry in
      let words = entry.split(separator: " ")
      guard words.count > 1, let weight = words.last.flatMap({ Double($0) }) else { return nil }
      return Rule(
        words: words.dropLast().map { word in
          Part(
            letters: word.filter { $0 != "*" && $0 != "=" }, isBeginning: word.hasSuffix("*"),
            isAlone: word.hasPrefix("="))
        }, role: role, weight: weight)
    }
  }

  private static let lists: [(LabelRole, String)] = [
    (
      .field(.action),
      "action* 1.8,activit* 1.6,what will do 2.2,what going do 2.2,were going do 1.6,what plan* do 2.2,what need* do 1.5,"
        + "how will do 1.9,what doing 1.8,how get there 2.2,whats next 1.9,what next 1.5,next step* 1.9,happen* next 1.9,"
        + "what will happen 1.8,need* happen 1.8,step* 1.1,commitments 1.3,our commit* 1.5,have commit* 1.5,promis* 1.7,pledg* 1.7,improv* focus 1.9,"
        + "how improv* 1.7,focus 0.7,focus* on 1.2,tasks 1.5,=task 1.5,deliver* 0.8,how deliver* 1.4,initiativ* 1.3,project* 0.9,"
        + "intervention* 1.3,how achiev* 1.8,make happen 2,our plan* 1.2,plans for 0.9,how address* 1.8,how tackl* 1.8,"
        + "put right 1.8,our respon* 1.3,work planned 1.7,planned 0.9,want to do 1.8,trying to do 1.7,changes make* 1.4,"
        + "changes making 1.4,we will 0.7,agreed do 1.8,agreed to 1,going change* 1.4,how make 0.9,what working on 1.6,"
        + "work on 1,start* continu* 0.5,you can expect 1.4,how going 1.2,how plan* 1.4,do about 1.2,doing about 1.2,"
        + "offer 0.4,asks 0.6"
    ),
    (
      .field(.successMeasures),
      "success* 2.2,differ* 2.1,measur* 1.7,how know 2.1,how tell 1.8,will know 1.6,you will know 0.6,will see 1.4,"
        + "notic* 1.9,good look* 2.2,look* like 1.5,impact* 1.8,benefit* 1.4,be better 1.7,be true 1.5,what change* 1.2,"
        + "what mean* 1.6,expect* see 1.8,expect* change* 1.6,what feel* 1.4,will feel 1.2,judg* 1.5,target* 1.1,"
        + "indicator* 1.3,result* 1,so that 1.2,it work* 1.2,has worked 1.8,how check* 1.2,change* see 1.6,"
        + "improvement* see 1.5,improvement* expect* 1.5,know* working 1.6,why will help 0.8"
    ),
    (
      .field(.outcome),
      "outcome* 1.7,want to see 2.6,want achiev* 2.2,aim* achiev* 1.8,trying achiev* 1.9,hope achiev* 1.9,ambition* 1.5,our aim* 1.7,"
        + "aim* 1.1,where want be 2.3,goal* 1.5,aspiration* 1.6,what want 1.3,want see 1.7,like see 1.5,objective* 1.1,"
        + "want to be true 1.4,vision 0.6"
    ),
    (
      .field(.update),
      "progress* 2,update* 1.9,did 1.9,done 1.7,so far 1.3,to date 0.9,already 1.1,have achiev* 1.4,achieved 1.2,"
        + "achievement* 1.6,latest 1.3,happened 1.7,have deliver* 1.4,highlight* 1.1,been doing 1.4,been 0.6,changed 0.8,"
        + "have made 1,where got to 1.6,are up to 1.3,what has 0.8,weve 0.8,since 0.6,delivered 1.2,completed 0.9"
    ),
    (
      .narrative,
      "told 2.4,said 2.3,say 1.5,saying 1.5,says 1.5,heard 2.1,hear 1.6,why 2.2,matter* 1.6,importan* 1.5,"
        + "background 2.3,introduction 2.3,introducing 0.8,context 2.1,about 1.3,about this 1,found 1.9,finding* 1.6,inspect* 1.5,ofsted 1.4,"
        + "vision 1.6,feedback 1.6,where now 2.3,where start* 1.6,issue* 1.6,problem* 1.6,challeng* 1.5,what know 1.5,"
        + "data 1,contact* 2.6,related 2.4,document* 1.7,download* 2.2,further 1.6,more information 2.2,glossar* 2.2,"
        + "content* 2,rationale 2.4,find out 2.4,view* 1.2,involv* 1.6,governance 1.8,read 1.4,useful 1.8,overview 2.2,"
        + "summar* 1.7,purpose 2,reason* 1.8,wrong 1.4,working well 1.8,not working 1.8,worr* 1.5,strength* 1.7,"
        + "situation 1.7,you can do 2,can you 1.6,link* 1.5,consult* 1.8,survey 1.6,scope 1.6,how written 1.8,"
        + "how developed 1.8,news 1.6,share 1,page 1.4,help* you 1,experience* 1.2,like now 2,current* 1,"
        + "what right 0.8,last update* 3,last review* 3,last modif* 3,page updat* 2.5,page review* 2.5,published 2.4,next review* 2.5,need to improve 0.5,what good 0.4,on this page 2,question* 1.4,comment* 1"
    ),
    (
      .field(.lead),
      "lead 1.8,leads 1.8,=who 2,leading 1.6,led 1.5,who lead* 1.2,responsib* 1.9,accountab* 1.7,owner* 1.8,owned 1.5,"
        + "sponsor* 1.5,who do 1.7,who doing 1.7,by who* 1.8,champion 1.2,in charge 1.8,named officer 1.4,assigned 1.5,"
        + "actioned by 1.8,chair 0.8"
    ),
    (
      .field(.timescale),
      "by when 2,=when 2,=by 2,when 1.2,when will 0.6,deadline* 2,due 1.6,date* 1,timescale* 2,timeframe* 2,time frame* 1.8,"
        + "timeline* 1.5,be done by 2.6,complet* by 2.3,completion 1.5,finish* 1.6,target date 1.8,end date 1.8,"
        + "happen by 1.8,deliver* by 2.2,achieved by 2,in place by 2"
    ),
    (.field(.start), "start* 1.5,start* date 1.2,begin* 1.6,commenc* 1.6"),
    (.field(.rating), "status 2,rag 2.1,brag 2.1,rating 1.8,rated 1.2,on track 1.5,state of 1"),
    (
      .field(.contributors),
      "partner* 1.4,support* from 1.6,supported 1.5,support* by 1.8,who help* 2.2,helped by 2,help from 2,with 0.5,=with 1.8,=support 1.4,"
        + "working with 1.9,contribut* 1.9,who else 2,involved 0.8,in partnership 1.8,who involved 2"
    ),
    (
      .field(.group),
      "board 1,forum 1.2,oversight 1.3,reports to 1.8,reporting to 1.8,overseen 1.8,steering 1.2,governed 1.6"
    ),
    (.field(.milestones), "milestone* 2.2,key step* 1.8,stage* 1.1,interim 0.8"),
    (
      .field(.monitoring),
      "monitor* 1.9,how check* 1.4,evaluat* 1.4,assur* 1.4,tracked 1.5,how track* 1.6,keep track 1.6"
    ),
    (.field(.evidence), "evidence* 1.8,how show 1"),
    (.field(.resources), "resourc* 1.9,cost* 1.8,fund* 1.6,budget* 1.6,money 1.4,investment 1.2,paid for 1.8"),
    (.field(.risks), "risk* 1.9,barrier* 1.6,mitigat* 1.6,dependenc* 1.6,get in the way 2,go wrong 2,could stop 1.8"),
    (.field(.other), "rank 1.4,horizon 1.6,category 1.4,raised 1.2,driver* 1.2,linked to 1.4"),
  ]
}
