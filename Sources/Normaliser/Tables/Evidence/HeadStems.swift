// SPDX-License-Identifier: GPL-3.0-or-later

/// What the words of a head say one by one, in whatever order they stand.
///
/// A phrase of the vocabulary names a role; a stem only leans to one. "Difference it will make" and "what difference this
/// has made" share the stem that tells them from "difference in cost".
enum HeadStems {
  /// How strongly a head's words lean to each role, 0 to 1.
  static func leanings(_ words: [String]) -> [ColumnRole: Double] {
    guard !words.isEmpty, words.count <= HeadingVocabulary.mostWords else { return [:] }
    var doubts: [ColumnRole: Double] = [:]
    var known: [ColumnRole: Int] = [:]
    var joints = 0
    for word in words {
      if FunctionWords.contains(word) || joiners.contains(word) || word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        joints += 1
      }
      for (role, weight) in roles(of: word) {
        doubts[role, default: 1] *= 1 - weight
        known[role, default: 0] += 1
      }
    }
    return doubts.reduce(into: [:]) { leanings, entry in
      // Words that say nothing either way count half: a head of strangers with one stem is a weaker sign.
      let strangers = Double(max(0, words.count - joints - (known[entry.key] ?? 0)))
      leanings[entry.key] = (1 - entry.value) * (1 - strangers / (strangers + 3) * 0.7)
    }
  }

  /// The roles that a word leans to.
  private static func roles(of word: String) -> [(ColumnRole, Double)] {
    var prefix = Substring(word)
    while prefix.utf8.count >= 2 {
      if let found = byStem[String(prefix)] {
        return found.filter { prefix.utf8.count == word.utf8.count || !$0.isWhole }.map { ($0.role, $0.weight) }
      }
      prefix = prefix.dropLast()
    }
    return []
  }

  private static let joiners: Set<String> = [
    "we", "it", "you", "us", "how", "what", "key", "main", "current", "expected",
  ]

  private struct Stem {
    var role: ColumnRole
    var weight: Double
    /// Whether the word must end where the stem does.
    var isWhole: Bool
  }

  private static let byStem: [String: [Stem]] = {
    var byStem: [String: [Stem]] = [:]
    for (role, list) in lists {
      for entry in list.split(separator: " ") {
        let parts = entry.split(separator: ":")
        guard parts.count == 2, let weight = Int(String(parts[1])) else { continue }
        let isWhole = parts[0].hasSuffix(".")
        byStem[String(isWhole ? parts[0].dropLast() : parts[0]), default: []].append(
          Stem(role: role, weight: Double(weight) / 100, isWhole: isWhole))
      }
    }
    return byStem
  }()

  /// Stems with their weights in hundredths; a point says that the word ends there.
  private static let lists: [(ColumnRole, String)] = [
    (
      .section,
      "priorit:80 theme:90 workstream:90 strand:85 pillar:85 objective:80 aim.:75 aims.:75 ambition:80 weakness:90 "
        + "recommend:80 concern:60 goal:70 proposal:80 domain:60 area:55 areas:55 programme:55 finding:60"
    ),
    (.outcome, "outcome:70 vision:60 aspiration:70"),
    (.reference, "ref.:95 refs.:90 reference:95 number:75 no.:70 id.:85 ids.:85 item:40 num.:80 numb.:80"),
    (
      .action,
      "action:90 actions:90 activit:85 task:80 tasks:80 step:50 steps:50 intervention:70 initiative:65 do.:55 doing:55 "
        + "undertake:60 project:50 work.:35 improvement:35 requirement:35 happen:50 commitment:50"
    ),
    (
      .lead,
      "lead:90 leads:90 leading:60 owner:92 owned:80 owns:80 respons:85 account:75 officer:70 who.:70 whom.:92 whos.:70 "
        + "actionee:92 sponsor:85 sro.:98 actioned:80 assign:85 person:55 manager:55 director:50 executive:45 responsible:88 hands:40 "
        + "champion:60 holder:60"
    ),
    (
      .contributors,
      "support:65 partner:80 contribut:90 involv:70 help:75 stakeholder:85 agenc:60 colleague:60 alongside:70"
    ),
    (.group, "group:65 board:70 forum:80 governance:80 committee:80 oversight:70 panel:50"),
    (.start, "start:85 begin:80 commenc:90"),
    (
      .timescale,
      "when.:65 date:60 dates:60 deadline:98 due.:90 timescale:98 timeframe:98 time.:60 complet:50 finish:85 end.:55 "
        + "timeline:92 timing:92 by.:35 target:25 schedule:60 until:70 delivered:30"
    ),
    (
      .successMeasures,
      "success:88 impact:75 differ:88 benefit:80 outcome:50 better:60 change:45 changed:50 result:65 intended:50 criteria:60 "
        + "good.:45 improved:40 gain:45 value:25 see.:55 notice:55"
    ),
    (.milestones, "milestone:97 stage:60 stages:65 interim:55 checkpoint:80"),
    (
      .update,
      "update:95 progress:82 position:70 news:70 comment:75 latest:60 narrative:80 note:45 notes:55 commentar:85 highlight:70 "
        + "achiev:45 done.:50 far.:45 follow:78 followup:85 happened:50"
    ),
    (.rating, "rag.:98 brag.:98 bragg.:98 rating:95 rated:85 status:88 colour:70 confidence:50 ragb.:95"),
    (.monitoring, "monitor:92 evaluat:80 assur:70 know.:60 check:50 scrutin:60 quality:30 measured:45 track:35"),
    (.evidence, "evidenc:95 proof:60 assurance:25 demonstrat:45"),
    (.resources, "resourc:95 cost:88 costs:88 budget:92 fund:90 capacit:75 financ:80 invest:60 money:75"),
    (.risks, "risk:95 risks:95 mitigat:85 depend:80 barrier:90 challeng:60 blocker:85 obstacle:85 constraint:75"),
    (.theme, "theme:60"),
    (.measure, "measure:60 measures:60 indicator:95 kpi:97 metric:95"),
    (.dataSource, "source:75 data.:75 dataset:80"),
    (.method, "method:80 calculat:85 unit:75 units:75 formula:85"),
    (.frequency, "frequen:95 often:90 cycle:55"),
    (.baseline, "baseline:98 base.:50 starting:50"),
    (.target, "target:85 targets:85 trajector:90 ambition:30 goal:30"),
    (.actual, "actual:97 actuals:97 outturn:97 current:40 latest:55 performance:50 achieved:50 result:40"),
    (.memberName, "name:75 member:80 attend:60 represent:60 person:45 people:50"),
    (.memberRole, "role:80 title:60 post.:65 position:45 organisation:65 agenc:40 job.:75 service:35 designation:85"),
    (.term, "term.:80 terms.:80 acronym:98 abbreviat:98 initials:80 word.:50 words.:50 phrase:60"),
    (.meaning, "mean:92 definition:97 explan:80 stand:60 full.:50 descri:50"),
  ]
}
