import TextMatching

/// Markdown as GitHub and GitLab read it (CommonMark with tables).
struct Markdown {
  private(set) var text = ""

  /// Prose with what Markdown would take for markup escaped, on one line.
  static func escaped(_ words: some StringProtocol) -> String {
    var result = ""
    for character in TerminalText.sanitised(words) {
      if "\\`*_[]<>|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// An id or a template as code, whatever backticks it holds.
  static func code(_ words: some StringProtocol) -> String {
    let words = TerminalText.sanitised(words)
    guard words.contains("`") else { return "`\(words)`" }
    return "`` \(words) ``"
  }

  static func bold(_ words: some StringProtocol) -> String { "**\(escaped(words))**" }

  mutating func heading(_ level: Int, _ markup: String) {
    paragraph(String(repeating: "#", count: level) + " " + markup)
  }

  /// A line of its own, with an empty line after it.
  mutating func paragraph(_ markup: String) { text += markup + "\n\n" }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    for item in items { text += "- \(item)\n" }
    text += "\n"
  }

  /// Lines as they stand, in a fence longer than any run of backticks in them.
  mutating func block(_ lines: String, language: String = "text") {
    var longest = 0
    var run = 0
    for unit in lines.utf8 {
      run = unit == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    text += "\(fence)\(language)\n\(lines)\n\(fence)\n\n"
  }

  /// Cells are markup; bars in them must be escaped.
  mutating func table(_ head: [String], _ rows: [[String]]) {
    text += "| \(head.joined(separator: " | ")) |\n"
    text += "|" + String(repeating: "---|", count: head.count) + "\n"
    for row in rows { text += "| \(row.joined(separator: " | ")) |\n" }
    text += "\n"
  }

  /// A place that links can name, whatever the renderer makes of headings.
  mutating func anchor(_ name: String) { paragraph("<a id=\"\(name)\"></a>") }

  /// The text, with one line feed at its end.
  var finished: String {
    var text = text
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }
}
