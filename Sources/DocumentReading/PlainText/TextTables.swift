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

  /// The tables of a file, by the index of their first line.
  /// - Parameter isTaken: whether a line already belongs to something else.
  static func all(in lines: [TextLine], isTaken: (Int) -> Bool) -> [Int: TextTable] {
    var result: [Int: TextTable] = [:]
    var index = 0
    while index < lines.count {
      let run = lines.indices[index...].prefix {
        !lines[$0].isBlank && !isTaken($0) && lines[$0].scalars.contains("\t")
      }
      guard !run.isEmpty else {
        index += 1
        continue
      }
      addTables(of: run.map { fields(of: lines[$0]) }, from: index, to: &result)
      index = run.endIndex
    }
    return result
  }

  /// Tables among lines with tabs that follow one another.
  private static func addTables(
    of rows: [[Field]], from start: Int, to result: inout [Int: TextTable]
  ) {
    let isTable = rows.contains { fields in
      let filled = fields.filter { !$0.isEmpty }
      guard filled.count > 1, filled[0].line.hasColumns else { return false }
      return filled.count > 2 || !isLabel(filled[0])
    }
    guard isTable else { return }
    let width = rows.map(\.count).max() ?? 0
    var first = 0
    for (index, row) in rows.enumerated() {
      // A line that is only indented does not belong to the tables around it.
      if row.count < width, row.count(where: { !$0.isEmpty }) < 2 {
        first = index + 1
      } else {
        result[start + first, default: TextTable(rows: [])].rows.append(row)
      }
    }
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
