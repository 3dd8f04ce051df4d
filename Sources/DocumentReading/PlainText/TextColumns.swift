/// A letterhead or signature block whose two columns were put on the same lines by tabs or spaces.
/// It becomes a table of one row and two cells, as such blocks are written in Word.
struct TextColumns {
  private(set) var left: [TextField] = []
  private(set) var right: [TextField] = []

  /// The block that begins at this line, and how many lines it takes; nil when there is none.
  static func starting(at index: Int, in lines: ArraySlice<TextLine>) -> (TextColumns, Int)? {
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
      return true
    }
    guard !line.hasColumns, !line.isBlank else { return false }
    let whole = TextField(line: line, range: line.content)
    if isRightOnly(line) {
      right.append(whole)
      return true
    }
    // The list of recipients is longer than the signer's titles.
    let isRecipient = line.label?.style == .dash
    guard isRecipient, left.contains(where: { LineLook.opens($0.string) }) else { return false }
    left.append(whole)
    return true
  }

  private func isRightOnly(_ line: TextLine) -> Bool {
    guard !line.hasColumns, let column = right.map(TextColumns.column).min() else { return false }
    let isTabbed = right.contains { $0.line.scalars.contains("\t") }
    return isTabbed && line.scalars.first == "\t" || line.indent >= max(column - 8, 16)
  }

  /// Where a field stands, tabs going to every eighth column.
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
