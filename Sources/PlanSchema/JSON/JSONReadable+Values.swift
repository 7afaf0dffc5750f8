// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

extension When: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      text: try json.required("text", of: node), edtf: try json.optional("edtf", of: node),
      ongoing: try json.optional("ongoing", of: node), recurrence: try json.optional("recurrence", of: node))
  }
}

extension Party: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      text: try json.required("text", of: node), name: try json.optional("name", of: node),
      role: try json.optional("role", of: node), organisation: try json.optional("organisation", of: node),
      part: try json.optional("part", of: node))
  }
}

extension Rating: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    self.init(
      text: try json.optional("text", of: node), colour: try json.optional("colour", of: node),
      status: try json.required("status", of: node))
  }
}

extension Source: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .object else { throw json.mismatch(node, "an object") }
    // Each item of a plan has one: its few members are gone through once, not once a field.
    self.init()
    for key in json.children(of: node) {
      let value = key + 1
      guard json.nodes[value].kind != .null else { continue }
      if page == nil, json.has(key, "page") {
        page = try Int(json, value)
      } else if box == nil, json.has(key, "box") {
        box = try json.list("box", of: node)
      } else if table == nil, json.has(key, "table") {
        table = try Int(json, value)
      } else if row == nil, json.has(key, "row") {
        row = try Int(json, value)
      } else if line == nil, json.has(key, "line") {
        line = try Int(json, value)
      } else if sheet == nil, json.has(key, "sheet") {
        sheet = try String(json, value)
      } else if fragment == nil, json.has(key, "fragment") {
        fragment = try String(json, value)
      }
    }
  }
}
