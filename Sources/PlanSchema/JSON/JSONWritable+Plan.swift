// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

// The order of the fields below is the order of the contract (schemas/commonplan-1.0.schema.json).

extension DocumentInfo: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("file", file)
    writer.field("mediaType", mediaType)
    writer.field("sha256", sha256)
    writer.field("pages", ifPresent: pages)
    writer.field("reader", reader)
    writer.field("readerVersion", readerVersion)
    writer.field("ocr", ocr)
    writer.endObject()
  }
}

extension PlanInfo: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("title", ifPresent: title)
    writer.field("kind", kind)
    writer.field("authority", ifPresent: authority)
    writer.field("date", ifPresent: date)
    writer.field("inspection", ifPresent: inspection)
    writer.field("ratingKey", ifPresent: ratingKey)
    writer.endObject()
  }
}

extension Authority: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("name", name)
    writer.field("gss", gss)
    writer.endObject()
  }
}

extension RatingKeyEntry: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("colour", ifPresent: colour)
    writer.field("text", text)
    writer.field("status", status)
    writer.endObject()
  }
}

extension Section: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.field("parent", ifPresent: parent)
    writer.field("kind", kind)
    writer.field("ref", ifPresent: ref)
    writer.field("title", title)
    writer.field("outcomes", ifPresent: outcomes)
    writer.field("leads", ifPresent: leads)
    writer.field("successMeasures", ifPresent: successMeasures)
    writer.field("updates", ifPresent: updates)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Action: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.field("ref", ifPresent: ref)
    writer.field("section", ifPresent: section)
    writer.field("parent", ifPresent: parent)
    writer.field("text", text)
    writer.field("leads", ifPresent: leads)
    writer.field("contributors", ifPresent: contributors)
    writer.field("group", ifPresent: group)
    writer.field("timescale", ifPresent: timescale)
    writer.field("start", ifPresent: start)
    writer.field("successMeasures", ifPresent: successMeasures)
    writer.field("milestones", ifPresent: milestones)
    writer.field("updates", ifPresent: updates)
    writer.field("rating", ifPresent: rating)
    writer.field("monitoring", ifPresent: monitoring)
    writer.field("evidence", ifPresent: evidence)
    writer.field("resources", ifPresent: resources)
    writer.field("risks", ifPresent: risks)
    if !other.isEmpty {
      writer.key("other")
      writer.beginObject()
      for field in OtherField.merged(other) {
        writer.key(escaping: field.heading)
        writer.value(field.text)
      }
      writer.endObject()
    }
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Milestone: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("text", text)
    writer.field("due", ifPresent: due)
    writer.field("rating", ifPresent: rating)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Update: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("asOf", ifPresent: asOf)
    writer.field("text", ifPresent: text)
    writer.field("rating", ifPresent: rating)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Indicator: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.field("section", ifPresent: section)
    writer.field("theme", ifPresent: theme)
    writer.field("measure", measure)
    writer.field("dataSource", ifPresent: dataSource)
    writer.field("method", ifPresent: method)
    writer.field("frequency", ifPresent: frequency)
    writer.field("baseline", ifPresent: baseline)
    writer.field("readings", ifPresent: readings)
    writer.field("rating", ifPresent: rating)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Reading: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("period", ifPresent: period)
    writer.field("target", ifPresent: target)
    writer.field("actual", ifPresent: actual)
    writer.endObject()
  }
}

extension Group: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("name", name)
    writer.field("members", ifPresent: members)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Member: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("name", ifPresent: name)
    writer.field("role", ifPresent: role)
    writer.field("part", ifPresent: part)
    writer.endObject()
  }
}

extension GlossaryEntry: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("term", term)
    writer.field("meaning", meaning)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Narrative: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("heading", ifPresent: heading)
    writer.field("text", text)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Unplaced: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("text", text)
    writer.field("reason", reason)
    writer.field("source", ifPresent: source)
    writer.endObject()
  }
}

extension Furniture: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("kind", kind)
    writer.field("text", text)
    writer.endObject()
  }
}

extension Finding: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.field("severity", severity)
    writer.field("message", message)
    if let source { writer.field("source", ifPresent: source) }
    writer.endObject()
  }
}
