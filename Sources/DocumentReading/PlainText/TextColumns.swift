/// A letterhead or signature block whose two columns were put on the same lines by tabs or spaces.
/// It becomes a table of one row and two cells, as such blocks are written in Word.
struct TextColumns {
  private(set) var left: [TextField] = []
  private(set) var right: [TextField] = []
  /// Where the right column begins; tabs going to every eighth column.
  private var rightColumn = Int.max
  private var isTabbed = false
  private var hasRecipients = false

  /// The blocks of a file, by the index of their first line, and how many lines each takes.
  static func all(in lines: [TextLine]) -> [Int: (columns: TextColumns, count: Int)] {
    var result: [Int: (columns: TextColumns, count: Int)] = [:]
    var index = 0
    while index < lines.count {
      let found = starting(at: index, in: lines)
      result[index] = found
      index += found?.count ?? 1
    }
    return result
  }

  /// The block that begins at this line; nil when there is none.
  private static func starting(at index: Int, in lines: [TextLine]) -> (
    columns: TextColumns, count: Int
  )? {
    guard let (first, second) = parts(of: lines[index]),
      LineLook.isLetterheadPart(first.string) || LineLook.isLetterheadPart(second.string)
    else { return nil }
    var result = TextColumns()
    var end = index
    var next = index
    while next < lines.endIndex, result.take(lines[next]) {
      end = next + 1
      if let last = result.right.last, LineLook.isPlaceAndDate(last.string) { break }
      next = end
      while next < lines.endIndex, lines[next].isBlank, next - end < gapLines { next += 1 }
      // Below a blank line only the signer's name, far to the right, still belongs here.
      if next > end, next < lines.endIndex, !result.isRightOnly(lines[next]) { break }
    }
    return (result, end - index)
  }

  /// The space left for a signature.
  private static let gapLines = 8

  /// Takes a line in when it belongs to the block.
  private mutating func take(_ line: TextLine) -> Bool {
    if let (first, second) = TextColumns.parts(of: line) {
      left.append(first)
      right.append(second)
      rightColumn = min(rightColumn, TextColumns.column(second))
      isTabbed = isTabbed || line.scalars.contains("\t")
      hasRecipients = hasRecipients || LineLook.opens(first.string)
      return true
    }
    guard !line.hasColumns, !line.isBlank else { return false }
    let whole = TextField(line: line, range: line.content)
    if isRightOnly(line) {
      right.append(whole)
      return true
    }
    // The list of recipients is longer than the signer's titles.
    guard hasRecipients, line.label?.style == .dash else { return false }
    left.append(whole)
    return true
  }

  private func isRightOnly(_ line: TextLine) -> Bool {
    guard !line.hasColumns, !right.isEmpty else { return false }
    return isTabbed && line.scalars.first == "\t" || line.indent >= max(rightColumn - 8, 16)
  }

  private static func column(_ field: TextField) -> Int {
    field.line.scalars.prefix(field.range.lowerBound).reduce(0) { column, scalar in
      scalar == "\t" ? (column / 8 + 1) * 8 : column + 1
    }
  }

  /// The two parts of a line that a wide gap parts; nil for one or more than two.
  private static func parts(of line: TextLine) -> (TextField, TextField)? {
    guard line.hasColumns, let gap = TextLine.gap(in: line.contentScalars),
      TextLine.gap(in: line.contentScalars[gap.upperBound...]) == nil
    else { return nil }
    let base = line.scalars.startIndex
    return (
      TextField(line: line, range: line.content.lowerBound..<(gap.lowerBound - base)),
      TextField(line: line, range: (gap.upperBound - base)..<line.content.upperBound)
    )
  }
}
