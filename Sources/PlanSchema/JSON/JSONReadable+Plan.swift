// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

extension CanonicalPlan: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    let version: String = try json.required("schemaVersion", of: node)
    self.init(document: try json.required("document", of: node))
    schemaVersion = version
    plan = try json.required("plan", of: node)
    sections = try json.list("sections", of: node)
    actions = try json.list("actions", of: node)
    indicators = try json.list("indicators", of: node)
    groups = try json.list("groups", of: node)
    glossary = try json.list("glossary", of: node)
    narrative = try json.list("narrative", of: node)
    unplaced = try json.list("unplaced", of: node)
    furniture = try json.list("furniture", of: node)
    findings = try json.list("findings", of: node)
  }
}

extension DocumentInfo: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      file: try json.required("file", of: node), mediaType: try json.required("mediaType", of: node),
      sha256: try json.required("sha256", of: node), pages: try json.optional("pages", of: node),
      reader: try json.required("reader", of: node), readerVersion: try json.required("readerVersion", of: node),
      ocr: try json.required("ocr", of: node))
  }
}

extension PlanInfo: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init()
    title = try json.optional("title", of: node)
    kind = try json.required("kind", of: node)
    authority = try json.optional("authority", of: node)
    date = try json.optional("date", of: node)
    inspection = try json.optional("inspection", of: node)
    ratingKey = try json.list("ratingKey", of: node)
  }
}

extension Authority: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(name: try json.required("name", of: node), gss: try json.required("gss", of: node))
  }
}

extension RatingKeyEntry: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      colour: try json.optional("colour", of: node), text: try json.required("text", of: node),
      status: try json.required("status", of: node))
  }
}

extension Section: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      id: try json.required("id", of: node), parent: try json.optional("parent", of: node),
      kind: try json.required("kind", of: node), ref: try json.optional("ref", of: node),
      title: try json.required("title", of: node), outcomes: try json.list("outcomes", of: node),
      leads: try json.list("leads", of: node), successMeasures: try json.list("successMeasures", of: node),
      updates: try json.list("updates", of: node), source: try json.source(of: node))
  }
}

extension Action: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      id: try json.required("id", of: node), text: try json.required("text", of: node),
      source: try json.source(of: node))
    ref = try json.optional("ref", of: node)
    section = try json.optional("section", of: node)
    parent = try json.optional("parent", of: node)
    leads = try json.list("leads", of: node)
    contributors = try json.list("contributors", of: node)
    group = try json.optional("group", of: node)
    timescale = try json.optional("timescale", of: node)
    start = try json.optional("start", of: node)
    successMeasures = try json.list("successMeasures", of: node)
    milestones = try json.list("milestones", of: node)
    updates = try json.list("updates", of: node)
    rating = try json.optional("rating", of: node)
    monitoring = try json.optional("monitoring", of: node)
    evidence = try json.optional("evidence", of: node)
    resources = try json.optional("resources", of: node)
    risks = try json.optional("risks", of: node)
    other = try Action.furtherColumns(json, node)
  }

  /// The object that holds an action's further columns, in the order of the file.
  private static func furtherColumns(_ json: JSONDocument, _ node: Int) throws(JSONError) -> [OtherField] {
    guard let columns = json.member("other", of: node), json.nodes[columns].kind != .null else { return [] }
    guard json.nodes[columns].kind == .object else { throw json.mismatch(columns, "an object") }
    var fields: [OtherField] = []
    for key in json.children(of: columns) {
      fields.append(OtherField(heading: json.text(key), text: try String(json, key + 1)))
    }
    return fields
  }
}

extension Milestone: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      text: try json.required("text", of: node), due: try json.optional("due", of: node),
      rating: try json.optional("rating", of: node), source: try json.source(of: node))
  }
}

extension Update: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .object else { throw json.mismatch(node, "an object") }
    self.init(
      asOf: try json.optional("asOf", of: node), text: try json.optional("text", of: node),
      rating: try json.optional("rating", of: node), source: try json.source(of: node))
  }
}

extension Indicator: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      id: try json.required("id", of: node), measure: try json.required("measure", of: node),
      source: try json.source(of: node))
    section = try json.optional("section", of: node)
    theme = try json.optional("theme", of: node)
    dataSource = try json.optional("dataSource", of: node)
    method = try json.optional("method", of: node)
    frequency = try json.optional("frequency", of: node)
    baseline = try json.optional("baseline", of: node)
    readings = try json.list("readings", of: node)
    rating = try json.optional("rating", of: node)
  }
}

extension Reading: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .object else { throw json.mismatch(node, "an object") }
    self.init(
      period: try json.optional("period", of: node), target: try json.optional("target", of: node),
      actual: try json.optional("actual", of: node))
  }
}

extension Group: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      name: try json.required("name", of: node), members: try json.list("members", of: node),
      source: try json.source(of: node))
  }
}

extension Member: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .object else { throw json.mismatch(node, "an object") }
    self.init(
      name: try json.optional("name", of: node), role: try json.optional("role", of: node),
      part: try json.optional("part", of: node))
  }
}

extension GlossaryEntry: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      term: try json.required("term", of: node), meaning: try json.required("meaning", of: node),
      source: try json.source(of: node))
  }
}

extension Narrative: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      heading: try json.optional("heading", of: node), text: try json.required("text", of: node),
      source: try json.source(of: node))
  }
}

extension Unplaced: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      text: try json.required("text", of: node), reason: try json.required("reason", of: node),
      source: try json.source(of: node))
  }
}

extension Furniture: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(kind: try json.required("kind", of: node), text: try json.required("text", of: node))
  }
}

extension Finding: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      id: try json.required("id", of: node), severity: try json.required("severity", of: node),
      message: try json.required("message", of: node), source: try json.optional("source", of: node))
  }
}
