/// A paper written as text a reviewer can read, taken apart for the writers of each form.
///
/// Each line is a paragraph: blank lines are skipped, lines with tabs that follow one another are a
/// table, `**…**` is bold, `*…*` italic, lines in capitals are centred and bold.
public struct ReadablePaper {
  public struct Run {
    public var text: String
    public var isBold: Bool
    public var isItalic: Bool
  }
  public struct Paragraph {
    public var runs: [Run]
    public var isCentred: Bool
  }
  public struct Cell {
    public var paragraph: Paragraph
    public var span: Int
  }
  public enum Element {
    case paragraph(Paragraph)
    case table(rows: [[Cell]], columns: Int)
  }
  public private(set) var elements: [Element] = []

  public init(_ text: String) {
    var rows: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("\t") {
        rows.append(line)
        continue
      }
      finishTable(&rows)
      if line.contains(where: { !$0.isWhitespace }) {
        elements.append(.paragraph(ReadablePaper.paragraph(line)))
      }
    }
    finishTable(&rows)
  }

  private mutating func finishTable(_ lines: inout [Substring]) {
    guard !lines.isEmpty else { return }
    let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let width = rows.map(\.count).max() ?? 1
    let cells = rows.map { fields in
      fields.dropFirst().allSatisfy(\.isEmpty)
        ? [Cell(paragraph: ReadablePaper.paragraph(fields[0]), span: width)]
        : fields.map { Cell(paragraph: ReadablePaper.paragraph($0), span: 1) }
    }
    elements.append(.table(rows: cells, columns: width))
    lines = []
  }

  private static func paragraph(_ line: Substring) -> Paragraph {
    let text = trimmed(line)
    let isHeading = text.contains(" ") && text == text.uppercased() && text != text.lowercased()
    return Paragraph(runs: runs(text, isBold: isHeading), isCentred: isHeading)
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let start = line.drop(while: \.isWhitespace)
    return start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count)
  }

  /// Runs between emphasis marks: `**` turns bold on and off, `*` italic.
  private static func runs(_ text: Substring, isBold: Bool) -> [Run] {
    var result: [Run] = []
    var isBold = isBold
    var isItalic = false
    var pending = ""
    func finishRun() {
      guard !pending.isEmpty else { return }
      result.append(Run(text: pending, isBold: isBold, isItalic: isItalic))
      pending = ""
    }
    let usesEmphasis = text.filter { $0 == "*" }.count.isMultiple(of: 2)
    var rest = text
    while let character = rest.popFirst() {
      guard character == "*", usesEmphasis else {
        pending.append(character)
        continue
      }
      finishRun()
      if rest.first == "*" {
        rest.removeFirst()
        isBold.toggle()
      } else {
        isItalic.toggle()
      }
    }
    finishRun()
    return result
  }

  /// The body as markup: paragraphs and tables in the words of one form.
  func markup(
    paragraph: (Paragraph) -> String, table: (_ rows: [String], _ columns: Int) -> String,
    row: ([String]) -> String, cell: (_ content: String, _ span: Int) -> String
  ) -> String {
    elements.map { element in
      switch element {
      case .paragraph(let content): paragraph(content)
      case .table(let rows, let columns):
        table(
          rows.map { row($0.map { cell(paragraph($0.paragraph), $0.span) }) }, columns)
      }
    }.joined()
  }
}
