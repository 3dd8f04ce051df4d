/// How a file breaks its lines.
///
/// Text extracted from PDF breaks lines at a column; text typed or exported otherwise has one line a
/// paragraph. A line that begins with a small letter goes on from the one above, so such pairs show
/// whether there is a column and where.
struct Wrapping {
  /// Length of the longest line that is known to be broken; 0 when lines are not broken.
  let column: Int
  /// No line is much longer than the column. Where some are (a web address, a stretch that was
  /// typed), a full line says little, and only an unmistakable continuation is joined.
  let isSteady: Bool

  /// Lines shorter than this part of the column are not full.
  private static let fullness = 0.75

  init(lines: [TextLine]) {
    var column = 0
    var broken = 0
    var previous: TextLine?
    let lines = lines.filter { $0.role != .blank && !$0.hasColumns }
    for line in lines {
      if let above = previous, above.role == .text, line.role == .text, line.label == nil,
        LineLook.start(of: line.contentScalars) == .lower,
        !LineLook.endsSentence(above.contentScalars)
      {
        broken += 1
        column = max(column, above.length)
      }
      previous = line
    }
    // One or two may be slips of the typist.
    self.column =
      broken >= 3 || broken > 0 && broken * 4 >= lines.count { $0.role == .text } ? column : 0
    isSteady = lines.allSatisfy { Double($0.length) <= 1.25 * Double(column) }
  }

  func isFull(_ line: TextLine) -> Bool {
    column > 0 && Double(line.length) >= Wrapping.fullness * Double(column)
  }

  /// Whether `line` goes on from the line above it.
  /// - Parameter isApart: blank lines lie between, other than those around a page end.
  func continues(_ line: TextLine, from above: TextLine, isApart: Bool) -> Bool {
    guard line.role != .link, above.role != .link else { return false }
    let isOpen = !LineLook.endsSentence(above.contentScalars)
    if line.role == .alone || above.role == .alone {
      // A heading in capitals that takes two lines.
      return LineLook.isCapitals(line.bare) && LineLook.isCapitals(above.bare) && !isApart
        && line.label == nil && isOpen && isSteady && isFull(above)
    }
    let start = LineLook.start(of: line.bare.unicodeScalars)
    if let label = line.label {
      // "… phát triển kinh tế" / "- xã hội năm 2023": a dash inside a sentence.
      let rest = LabelSplitter.split(line.bare).map { line.bare.utf8.dropFirst($0.utf8) }
      let isInside = rest.flatMap { String($0) }.map { isDashInside($0) } ?? false
      return label.style == .dash && isInside && isOpen && !isApart && isFull(above)
    }
    if LineLook.opens(line.bare) { return false }
    switch start {
    case .lower: return isOpen ? column > 0 || !isApart : isFull(above)
    case .other: return isOpen && !isApart && isFull(above)
    case .upper:
      return isOpen && !isApart && isFull(above) && isSteady && line.indent < above.indent + 3
    }
  }

  private func isDashInside(_ rest: String) -> Bool {
    guard let first = rest.unicodeScalars.first else { return false }
    return first.properties.isLowercase || ("0"..."9").contains(first)
  }
}
