/// Text for people's terminals: widths, wrapping, colour, and nothing that could steer them.
public enum TerminalText {
  /// Columns a scalar takes (Unicode Standard Annex 11; the wide ranges that occur in practice).
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2FF, 0x1E00...0x1EFF: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  public static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// One line that a terminal shows as it stands: white space becomes spaces, control characters
  /// (escape sequences among them) and direction overrides become U+FFFD.
  public static func sanitised(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}":
        result.append(" ")
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A stretch of text in one style.
  package struct Piece: Equatable {
    package var text: String
    package var style: Style?

    package init(text: String, style: Style?) {
      self.text = text
      self.style = style
    }
  }

  /// Breaks pieces at spaces into lines of at most `columns`; a longer word is cut. Styles go on
  /// over line ends.
  static func wrapped(_ pieces: [Piece], columns: Int) -> [[Piece]] {
    let columns = max(columns, 10)
    var lines: [[Piece]] = [[]]
    var used = 0
    var space: Piece?
    func append(_ text: String, _ style: Style?) {
      let last = lines.count - 1
      if let end = lines[last].indices.last, lines[last][end].style == style {
        lines[last][end].text += text
      } else {
        lines[last].append(Piece(text: text, style: style))
      }
      used += width(text)
    }
    for word in words(of: pieces) {
      let length = word.reduce(0) { $0 + width($1.text) }
      if word.count == 1, word[0].text == " " {
        if used > 0 { space = word[0] }
        continue
      }
      if used > 0, used + (space == nil ? 0 : 1) + length > columns, space != nil {
        lines.append([])
        used = 0
      } else if let space {
        append(" ", space.style)
      }
      space = nil
      for piece in word {
        for scalar in piece.text.unicodeScalars {
          if used + width(scalar) > columns {
            lines.append([])
            used = 0
          }
          append(String(scalar), piece.style)
        }
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Cuts pieces into words (each of one or more pieces) and single spaces.
  private static func words(of pieces: [Piece]) -> [[Piece]] {
    var result: [[Piece]] = []
    var word: [Piece] = []
    for piece in pieces {
      var rest = piece.text[...]
      while !rest.isEmpty {
        let run = rest.prefix { $0 != " " }
        if !run.isEmpty { word.append(Piece(text: String(run), style: piece.style)) }
        rest = rest[run.endIndex...]
        let spaces = rest.prefix { $0 == " " }
        if !spaces.isEmpty {
          if !word.isEmpty { result.append(word) }
          word = []
          result.append([Piece(text: " ", style: piece.style)])
          rest = rest[spaces.endIndex...]
        }
      }
    }
    if !word.isEmpty { result.append(word) }
    return result
  }
}

/// Character attributes of a terminal (ECMA-48, SGR).
package enum Style: Sendable {
  case error
  case warning
  case note
  case heading
  case dim
  /// The words a finding points at.
  case marked

  private var codes: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .heading: "1"
    case .dim: "2"
    case .marked: "1;4"
    }
  }

  func applied(to text: String) -> String { "\u{1B}[\(codes)m\(text)\u{1B}[0m" }
}

/// A place to write styled lines.
package struct TerminalPage {
  package let columns: Int
  package let isColoured: Bool
  package private(set) var text = ""

  package init(columns: Int, isColoured: Bool) {
    self.columns = columns
    self.isColoured = isColoured
  }

  /// What has been written since the last call.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  func styled(_ piece: TerminalText.Piece) -> String {
    guard isColoured, let style = piece.style else { return piece.text }
    return style.applied(to: piece.text)
  }

  /// Writes pieces, wrapped; the first line after `first`, the others after as many spaces.
  package mutating func write(
    _ pieces: [TerminalText.Piece], first: String = "", style: Style? = nil
  ) {
    let indent = TerminalText.width(first)
    var lead = styled(TerminalText.Piece(text: first, style: style))
    for line in TerminalText.wrapped(pieces, columns: columns - indent) {
      text += lead + line.map(styled).joined() + "\n"
      lead = String(repeating: " ", count: indent)
    }
  }

  package mutating func write(_ words: String, first: String = "", style: Style? = nil) {
    write([TerminalText.Piece(text: TerminalText.sanitised(words), style: style)], first: first)
  }

  package mutating func blank() { text += "\n" }
}
