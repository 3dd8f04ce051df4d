import XMLReading

/// Characters given by font and code (`w:sym`, 17.3.3.30).
enum WordSymbol {
  /// Those of the font Symbol that papers use have a character of their own; any other private-use
  /// code is kept. What no text may hold (XML 1.0, 2.2) is U+FFFD.
  static func scalar(of node: XMLNode) -> Unicode.Scalar {
    let code = node.attribute("char").flatMap { UInt32($0, radix: 16) } ?? 0
    if code == 0xF02D { return "-" }
    if node.attribute("font")?.lowercased() == "symbol", let known = symbolFont[code & 0xFF],
      code & 0xFF00 == 0xF000 || code <= 0xFF
    {
      return known
    }
    guard code >= 0x20, code & 0xFFFE != 0xFFFE else { return "\u{FFFD}" }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  /// By the encoding of the font, which is Adobe's.
  private static let symbolFont: [UInt32: Unicode.Scalar] = [
    0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xDE: "⇒",
  ]
}
