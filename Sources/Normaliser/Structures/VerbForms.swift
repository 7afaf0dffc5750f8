// SPDX-License-Identifier: GPL-3.0-or-later

/// What the form of a statement says: that something will be done, was done, or will be so.
enum StatementForm: Hashable, Sendable {
  /// "train staff", "We will train staff", "Developing a pathway".
  case future
  /// "We have trained staff", "Two clinics opened".
  case past
  /// "Fewer families wait", "Plans are on time".
  case state
  /// None of these: a title, a name.
  case none
}

/// Tells the form of a statement by its first words.
enum VerbForms {
  static func form(_ text: String) -> StatementForm {
    var words = HeadingVocabulary.words(text, limit: 14)[...]
    // "Working together, we will …", "By June 2024 we will …", "In the autumn term, open …"
    if let will = words.firstIndex(of: "will"), will > 0,
      ["we", "council", "partnership", "icb"].contains(words[will - 1])
    {
      return .future
    }
    if words.first == "to" { words = words.dropFirst() }
    while let first = words.first, adverbs.contains(first) || first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      words = words.dropFirst()
    }
    guard let first = words.first else { return .none }
    if first == "we" || first == "weve" || first == "were" || first == "well" { return ours(words, first) }
    if quantifiers.contains(first) { return .state }
    if bases.contains(first) { return .future }
    if first.hasSuffix("ing"), isGerund(first) { return .future }
    if words.dropFirst().prefix(9).contains(where: { pastMarks.contains($0) }) { return .past }
    if first.hasSuffix("ed"), first.utf8.count > 4 { return .past }
    if words.dropFirst().prefix(9).contains(where: { stateVerbs.contains($0) }) { return .state }
    if words.dropFirst().prefix(7).contains(where: { $0.hasSuffix("ed") && $0.utf8.count > 4 }) { return .past }
    return .none
  }

  private static func ours(_ words: ArraySlice<String>, _ first: String) -> StatementForm {
    let rest = words.dropFirst().prefix(3)
    if first == "well" || rest.contains("will") || rest.contains("going") || rest.contains("plan") { return .future }
    if first == "weve" || rest.contains("have") || rest.contains("did") || rest.contains("been") { return .past }
    if rest.contains(where: { ["are", "want", "need", "aim", "continue", "intend"].contains($0) }) || first == "were" {
      return .future
    }
    if let verb = rest.first, verb.hasSuffix("ed") { return .past }
    if let verb = rest.first, bases.contains(verb) { return .future }
    return .state
  }

  private static func isGerund(_ word: String) -> Bool {
    let stem = String(word.dropLast(3))
    if bases.contains(stem) || bases.contains(stem + "e") { return true }
    // "planning", "setting"
    let bytes = Array(stem.utf8)
    guard bytes.count > 2, bytes[bytes.count - 1] == bytes[bytes.count - 2] else { return false }
    return bases.contains(String(stem.dropLast()))
  }

  private static let adverbs: Set<String> = [
    "jointly", "fully", "further", "also", "then", "first", "regularly", "better", "clearly", "formally", "quickly",
    "please", "and", "not", "always", "co", "re",
  ]
  private static let quantifiers: Set<String> = [
    "fewer", "more", "all", "every", "each", "no", "nobody", "everyone", "most", "less", "nine", "eight", "seven",
    "half", "families", "children", "parents", "schools", "young", "pupils", "four", "five", "ninety", "everybody",
    "carers", "people", "our", "there", "waiting", "nurseries", "staff", "professionals",
  ]
  private static let pastMarks: Set<String> = [
    "have", "has", "was", "were", "been", "had", "did", "now", "opened", "launched", "began", "held", "met", "took",
  ]
  private static let stateVerbs: Set<String> = [
    "is", "are", "will", "feel", "feels", "know", "knows", "say", "says", "can", "get", "gets", "receive", "have",
    "falls", "fall", "rise", "rises", "stays", "stay", "improve", "improves", "experience", "understand", "see",
    "increase", "increases", "reduce", "reduces", "go", "goes", "leave", "do", "does",
  ]
  /// Verbs that actions begin with.
  private static let bases: Set<String> = Set(
    ("accelerate accept act adapt add address adopt advertise advise agree align allocate analyse answer appoint apply "
      + "arrange ask assess assign assist attend audit award base begin benchmark bid book bring broaden build buy "
      + "calculate call capture carry celebrate challenge change chase check clarify clear close coach collate collect "
      + "combine come commission communicate compare complete conduct confirm connect consider consolidate construct "
      + "consult contact continue contribute convene coordinate cover create cut deal decide define deliver demonstrate "
      + "deploy describe design determine develop devise direct discuss display distribute divert document double draft "
      + "draw drive educate embed employ empower enable encourage end engage enhance enrol ensure equip establish "
      + "evaluate examine expand explain explore extend facilitate feed fill finalise find finish fix focus follow "
      + "formalise form fund gather give go grow guarantee guide halve hand harmonise have hear help highlight hire hold "
      + "host identify implement improve include increase inform initiate inspect install integrate introduce invest "
      + "investigate invite involve issue join keep launch lead learn lend let level lift link list listen lobby look "
      + "lower maintain make manage map mark match measure meet mend mentor merge minimise mobilise model moderate "
      + "monitor move name negotiate nominate note obtain offer open operate optimise order organise outline overhaul "
      + "oversee own partner pause pay phone pilot place plan plant pool post prepare present prevent print prioritise "
      + "procure produce progress promote propose protect provide publicise publish purchase pursue put raise reach read "
      + "reaffirm realign rebuild recommission record recruit recycle redesign redevelop reduce refine refresh "
      + "register reinforce relaunch release remind remodel remove renew reopen reorganise repair replace report request "
      + "require research reshape resolve resource respond restore restructure retain rethink return revamp review revise "
      + "reward rewrite ring roll run sample scale schedule scope score screen scrutinise secure see seek select sell send "
      + "separate serve set settle shadow shape share shift shorten show sign signpost simplify sit speak speed spend "
      + "split standardise start stop streamline strengthen submit subscribe supply support survey sustain switch tackle "
      + "take talk target teach tell tender terminate test tighten track trade train transfer transform translate trial "
      + "trim triage try turn undertake unify update upgrade upload use utilise validate visit wait welcome widen "
      + "withdraw work write").split(separator: " ").map(String.init))
}
