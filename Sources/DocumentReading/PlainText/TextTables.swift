import DocumentModel

/// A part of a line that is a block of its own.
struct TextField {
  var line: TextLine
  /// Offsets in the line.
  var range: Range<Int>
  var isEmpty: Bool { range.isEmpty }

  var scalars: ArraySlice<Unicode.Scalar> {
    let base = line.scalars.startIndex
    return line.scalars[(base + range.lowerBound)..<(base + range.upperBound)]
  }

  var string: String { String(String.UnicodeScalarView(scalars)) }
}

/// A table written as lines of tab-separated fields.
struct TextTable {
  typealias Field = TextField
  var rows: [[Field]]

  /// The table that begins at this line, and how many lines it takes; nil when there is none.
  static func starting(at index: Int, in lines: ArraySlice<TextLine>) -> (TextTable, Int)? {
    let run = lines[index...].prefix { !$0.isBlank && $0.scalars.contains("\t") }
    let rows = run.map(fields)
    // One line that is a label and its text, or an indented line, is a paragraph.
    let isTable = rows.contains { fields in
      let filled = fields.filter { !$0.isEmpty }
      return filled.count > 2 || filled.count == 2 && !isLabel(filled[0])
    }
    guard isTable else { return nil }
    var kept: [[Field]] = []
    let width = rows.map(\.count).max() ?? 0
    for row in rows {
      // A line that is only indented does not belong to the table above it.
      if row.filter({ !$0.isEmpty }).count < 2, row.count < width { break }
      kept.append(row)
    }
    return kept.isEmpty ? nil : (TextTable(rows: kept), kept.count)
  }

  private static func fields(of line: TextLine) -> [Field] {
    var result: [Field] = []
    var start = line.scalars.startIndex
    while true {
      let end = line.scalars[start...].firstIndex(of: "\t") ?? line.scalars.endIndex
      let text = line.scalars[start..<end]
      let first = text.firstIndex { !$0.isSpace } ?? end
      let last = text.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? first
      let base = line.scalars.startIndex
      result.append(Field(line: line, range: (first - base)..<(max(first, last) - base)))
      guard end < line.scalars.endIndex else { return result }
      start = end + 1
    }
  }

  /// `1.`, `a)`, `-` … before a tab.
  private static func isLabel(_ field: Field) -> Bool {
    LabelSplitter.split(field.string + " x") != nil
  }
}
