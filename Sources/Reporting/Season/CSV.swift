/// Comma-separated values (RFC 4180) that a spreadsheet takes for text and numbers, never for
/// formulas.
struct CSV {
  enum Cell {
    case text(String)
    case number(Int)
    case empty
  }

  /// The byte order mark tells spreadsheets that it is UTF-8.
  private(set) var text = "\u{FEFF}"

  mutating func add(_ cells: [Cell]) {
    text += cells.map(CSV.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let value): String(value)
    case .text(let words): quoted(harmless(words))
    }
  }

  /// What begins like a formula gets an apostrophe before it, which spreadsheets show as plain text;
  /// wide forms of the signs count too, and a line break would begin a new cell for some.
  private static func harmless(_ words: String) -> String {
    let words = TerminalText.sanitised(words)
    guard let first = words.unicodeScalars.first(where: { $0 != " " }),
      "=+-@＝＋－＠".unicodeScalars.contains(first)
    else { return words }
    return "'" + words
  }

  private static func quoted(_ words: String) -> String {
    guard words.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return words
    }
    return "\""
      + words.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
