# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Swift types of a plan's records from the JSON Schema, where each field is declared once: its name, type,
title and description. For each record: the type, how it is read from and written as JSON, and the table of its fields
that the other outputs, the review, the validator and the diff go by.
"""
import textwrap

FOLDER = "Sources/PlanSchema/Records"
# Types whose names are not those of the schema.
NAMES = {"document": "DocumentInfo", "plan": "PlanInfo"}
# Texts that are one of a few words have types of their own (Sources/PlanSchema/Choices.swift).
CHOICES = {
    ("plan", "kind"): "PlanKind", ("section", "kind"): "SectionKind", ("when", "recurrence"): "Recurrence",
    ("finding", "severity"): "Finding.Severity", ("inspection", "framework"): "InspectionFramework",
    ("inspectionPartner", "kind"): "InspectionPartner.Kind", ("inspectionArea", "kind"): "InspectionArea.Kind",
}
# What required fields are before anything is known.
DEFAULTS = {("plan", "kind"): ".other"}
# Records that others refer to by their identifiers, and the fields that do.
TABLES = {"section": "sections", "action": "actions", "indicator": "indicators"}
REFERENCES = {"section": "sections", "parent": None}
# Each item of a plan has one of these: its few members are gone through once, not once a field.
READ_IN_ONE_PASS = {"source"}
ARTICLES = {"PlanInfo": "What a plan says about itself"}


def type_name(name):
    return NAMES.get(name, name[0].upper() + name[1:])


def referred(value):
    return value["$ref"].rsplit("/", 1)[1] if "$ref" in value else None


class Field:
    def __init__(self, record, name, value, is_required):
        self.record, self.name, self.schema, self.is_required = record, name, value, is_required
        self.title, self.text = value["title"], value["description"]
        kind, target = value.get("type"), referred(value)
        self.is_list = kind == "array"
        item = value.get("items", {})
        if (record, name) in CHOICES:
            self.base = CHOICES[record, name]
        elif target:
            self.base = type_name(target)
        elif self.is_list:
            inner = referred(item)
            self.base = type_name(inner) if inner else {"string": "String", "number": "Double"}[item["type"]]
        elif kind == "object":
            self.base = "OtherField"
        elif "const" in value or kind == "boolean":
            self.base = "Bool"
        else:
            self.base = {"string": "String", "integer": "Int"}[kind]
        self.is_other = kind == "object"
        self.is_numbers = self.is_list and self.base == "Double"
        self.is_place = self.base == "Source" and record != "finding"

    @property
    def type(self):
        if self.is_numbers:
            return "[Double]?"
        if self.is_list or self.is_other:
            return f"[{self.base}]"
        return self.base if self.is_required or self.is_place else self.base + "?"

    @property
    def default(self):
        if (self.record, self.name) in DEFAULTS:
            return DEFAULTS[self.record, self.name]
        if self.type.endswith("?"):
            return "nil"
        if self.is_list or self.is_other:
            return "[]"
        return "Source()" if self.is_place else None

    def read(self):
        if self.is_place:
            return "try json.source(of: node)"
        if self.is_other:
            return f'try json.otherFields("{self.name}", of: node)'
        how = "list" if self.is_list else "required" if self.is_required else "optional"
        return f'try json.{how}("{self.name}", of: node)'

    def write(self):
        if self.is_numbers:
            return f'writer.field("{self.name}", hundredths: {self.name})'
        label = "" if self.is_required and not self.is_list else "ifPresent: "
        return f'writer.field("{self.name}", {label}{self.name})'

    def value(self):
        """The case of PlanField.Value."""
        get, set_ = f"{{ $0.{self.name} }}", f"{{ $0.{self.name} = $1 }}"
        both = f"get: {get}, set: {set_}"
        if self.name == "id" and self.record in TABLES:
            return f".identifier({get})"
        if self.name in REFERENCES and self.record in TABLES and self.base == "String":
            table = REFERENCES[self.name] or TABLES[self.record]
            return f'.reference(PlanAccess({both}), to: "{table}")'
        if (self.record, self.name) in CHOICES or self.base in ("RatingColour", "RatingStatus") or "enum" in self.schema:
            raw = "" if self.base == "String" else ".rawValue" if self.is_required else "?.rawValue"
            return f".choice {{ $0.{self.name}{raw} }}"
        if self.is_place or self.base == "Source":
            return f".source {get}"
        if self.is_other:
            return f".others(PlanAccess({both}))"
        if self.is_numbers:
            return f".box {get}"
        if self.is_list:
            return {"String": f".texts(PlanAccess({both}))", "Party": f".parties(PlanAccess({both}))"}.get(
                self.base, f".records {{ $0.{self.name}.count }}")
        simple = {
            "String": "text" if self.is_required else "optionalText", "When": "date", "Rating": "rating",
            "Authority": "authority",
        }.get(self.base)
        if simple and not (self.base in ("When", "Rating") and self.is_required):
            return f".{simple}(PlanAccess({both}))"
        if self.base in ("Int", "Bool"):
            return f".{'integer' if self.base == 'Int' else 'flag'} {get}"
        return ".records { _ in 1 }"


def wrapped(text, indent):
    lines = textwrap.wrap(text, 120 - len(indent) - 4, break_long_words=False, break_on_hyphens=False)
    return [f"{indent}/// {line}" for line in lines]


def arguments(parts, indent, before, after):
    """A call or a list of parameters, over several lines where one is too short."""
    line = indent + before + ", ".join(parts) + after
    if len(line) <= 120:
        return [line]
    lines = [indent + before.rstrip()]
    lines += textwrap.wrap(
        ", ".join(part.replace(" ", "\0") for part in parts), 118 - len(indent), break_long_words=False,
        break_on_hyphens=False)
    lines[1:] = [indent + "  " + line.replace("\0", " ") for line in lines[1:]]
    return lines + [indent + after]


def swift(name, schema):
    type_ = type_name(name)
    required = schema.get("required", [])
    fields = [Field(name, key, value, key in required) for key, value in schema["properties"].items()]
    out = [
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        "// swift-format-ignore-file",
        "// Generated by tools/embed_schema.py from schemas/commonplan-1.0.schema.json: change that, then `make schema`.",
        "", "package import JSON", "",
        *wrapped(schema["description"], ""),
        f"public struct {type_}: Hashable, Sendable {{",
    ]
    for field in fields:
        if field.base == "String" and "enum" in field.schema:
            out += [f"  /// What ``{field.name}`` may be."]
            out += arguments([f'"{word}"' for word in field.schema["enum"]], "  ", f"public static let {field.name}s = [", "]")
            out += [""]
    for field in fields:
        out += wrapped(field.text, "  ") + [f"  public var {field.name}: {field.type}"]
    out += ["", "  /// The record with its fields; what the document does not give is left out."]
    parameters = [f"{f.name}: {f.type}" + (f" = {f.default}" if f.default else "") for f in fields]
    out += arguments(parameters, "  ", "public init(", ") {")
    out += [f"    self.{f.name} = {f.name}" for f in fields]
    out += ["  }", "}", "", f"extension {type_}: JSONReadable {{"]
    out += ["  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {"]
    if name in READ_IN_ONE_PASS or not any(f.is_required for f in fields):
        out += ['    guard json.nodes[node].kind == .object else { throw json.mismatch(node, "an object") }']
    if name in READ_IN_ONE_PASS:
        out += [
            "    // Each item of a plan has one: its few members are gone through once, not once a field.",
            "    self.init()", "    for key in json.children(of: node) where json.nodes[key + 1].kind != .null {"]
        for index, field in enumerate(fields):
            read = f'try json.list("{field.name}", of: node)' if field.is_list else f"try {field.base}(json, key + 1)"
            start = "    " if index == 0 else "    } else "
            out += [f'  {start}if {field.name} == nil, json.has(key, "{field.name}") {{' if index == 0 else
                    f'      }} else if {field.name} == nil, json.has(key, "{field.name}") {{']
            out += [f"        {field.name} = {read}"]
        out += ["      }", "    }"]
    else:
        out += ["    self.init("]
        out += [f"      {f.name}: {f.read()}" + ("," if f is not fields[-1] else ")") for f in fields]
    out += ["  }", "}", "", f"extension {type_}: JSONWritable {{",
            "  package func write(to writer: inout JSONWriter) {", "    writer.beginObject()"]
    out += [f"    {f.write()}" for f in fields]
    out += ["    writer.endObject()", "  }", "}", "", f"extension {type_}: PlanRecord {{",
            "  /// The fields, in the order of the contract.", f"  package static let fields: [PlanField<{type_}>] = ["]
    for field in fields:
        may_be_empty = field.schema.get("type") == "string" and not field.schema.get("minLength") \
            and "pattern" not in field.schema and "enum" not in field.schema
        flag = "true" if field.is_required and not may_be_empty else "false"
        out += ["    PlanField("]
        text = field.text.replace("\\", "\\\\").replace('"', '\\"')
        out += [f'      "{field.name}", "{field.title}", isRequired: {flag},']
        out += [f'      "{text}",', f"      {field.value()}),"]
    out += ["  ]", "}", ""]
    return "\n".join(out)


def files(schema):
    """The generated files: path and text."""
    return {
        f"{FOLDER}/{type_name(name)}.swift": swift(name, value)
        for name, value in schema["$defs"].items() if "properties" in value
    }
