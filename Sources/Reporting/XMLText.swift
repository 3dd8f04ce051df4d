/// Text and attributes of XML 1.0.
enum XMLText {
  /// Character data. What XML forbids (most control characters and two noncharacters, XML 1.0
  /// section 2.2) becomes U+FFFD; a carriage return, which a parser would turn into a line feed, and
  /// C1 controls become character references. `>` is escaped for the sake of `]]>` (section 2.4).
  static func escaped(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// ` name="value"`; white space other than spaces outlasts attribute-value normalisation.
  static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(value, isAttribute: true))\""
  }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t" where !isAttribute, "\n" where !isAttribute: result.append(scalar)
      case "\t", "\n", "\r", "\u{7F}"..."\u{9F}":
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\u{00}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
