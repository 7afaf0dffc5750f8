// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

extension When: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("text", text)
    writer.field("edtf", ifPresent: edtf)
    writer.field("ongoing", ifPresent: ongoing)
    writer.field("recurrence", ifPresent: recurrence)
    writer.endObject()
  }
}

extension Party: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("text", text)
    writer.field("name", ifPresent: name)
    writer.field("role", ifPresent: role)
    writer.field("organisation", ifPresent: organisation)
    writer.field("part", ifPresent: part)
    writer.endObject()
  }
}

extension Rating: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("text", ifPresent: text)
    writer.field("colour", ifPresent: colour)
    writer.field("status", status)
    writer.endObject()
  }
}

extension Source: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("page", ifPresent: page)
    if let box, !box.isEmpty {
      writer.key("box")
      writer.value(hundredths: box)
    }
    writer.field("table", ifPresent: table)
    writer.field("row", ifPresent: row)
    writer.field("line", ifPresent: line)
    writer.field("sheet", ifPresent: sheet)
    writer.field("fragment", ifPresent: fragment)
    writer.endObject()
  }
}
