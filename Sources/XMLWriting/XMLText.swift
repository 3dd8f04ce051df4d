/// Text and attributes of XML 1.0.
public enum XMLText {
  /// Character data. What XML forbids (most control characters and two noncharacters, XML 1.0
  /// section 2.2) becomes U+FFFD; a carriage return, which a parser would turn into a line feed, and
  /// C1 controls become character references. `>` is escaped for the sake of `]]>` (section 2.4).
  public static func escaped(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// ` name="value"`; white space other than spaces outlasts attribute-value normalisation.
  public static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(value, isAttribute: true))\""
  }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
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

  /// Never in need of escape: no mark-up, no control character, no lead byte of C1 controls or of
  /// the noncharacters.
  private static func isPlain(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0..<0x20, 0x7F, 0xC2, 0xEF: false
    default: true
    }
  }
}
