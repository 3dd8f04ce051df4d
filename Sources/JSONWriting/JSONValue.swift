/// A JSON value whose objects keep the order they were written in.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  public static func == (a: JSONValue, b: JSONValue) -> Bool { a.serialised() == b.serialised() }

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  public static func optional(_ number: Int?) -> JSONValue {
    number.map(JSONValue.integer) ?? .null
  }

  /// RFC 8259 text, two spaces an indentation step; empty arrays and objects on one line.
  public func serialised() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// The same on one line without spaces, for JSON Lines.
  public func line() -> String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// - Parameter indent: steps of indentation; nil: all on one line.
  func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .string(let value): JSONValue.write(value, to: &text)
    case .array(let values):
      JSONValue.writeList(values, "[", "]", to: &text, indent: indent) { value, text in
        value.write(to: &text, indent: indent.map { $0 + 1 })
      }
    case .object(let members):
      JSONValue.writeList(members, "{", "}", to: &text, indent: indent) { member, text in
        JSONValue.write(member.0, to: &text)
        text += indent == nil ? ":" : ": "
        member.1.write(to: &text, indent: indent.map { $0 + 1 })
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, indent: Int?,
    each: (Element, inout String) -> Void
  ) {
    text += open
    if elements.isEmpty {
      text += close
      return
    }
    let margin = indent.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
    let step = indent == nil ? "" : "  "
    var separator = ""
    for element in elements {
      text += separator
      text += margin
      text += step
      each(element, &text)
      separator = ","
    }
    text += margin
    text += close
  }

  /// A string in quotation marks.
  static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Control characters must be escaped; the line separators break naive line readers.
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
