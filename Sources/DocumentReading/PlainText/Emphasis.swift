/// Markdown's emphasis marks in text that came through a converter: `**…**` and `*…*`.
enum Emphasis {
  /// Emphasis is not longer than this many scalars.
  private static let reach = 1000

  /// Ordinals of the marks, ascending. A lone `*`, a bullet and `(*)` are not emphasis.
  static func marks(in text: [Unicode.Scalar]) -> [Int] {
    guard text.contains("*") else { return [] }
    var marks: [Int] = []
    var index = 0
    while index < text.count {
      guard text[index] == "*" else {
        index += 1
        continue
      }
      let width = index + 1 < text.count && text[index + 1] == "*" ? 2 : 1
      if let close = closing(of: width, from: index, in: text) {
        marks += index..<(index + width)
        marks += close..<(close + width)
      }
      index += width
    }
    return marks.sorted()
  }

  /// Where the mark that opens at `start` is closed. An opening mark stands before a character, a
  /// closing one after it.
  private static func closing(of width: Int, from start: Int, in text: [Unicode.Scalar]) -> Int? {
    let first = start + width
    guard first < text.count, isInner(text[first]), !isWordBefore(start, in: text) else {
      return nil
    }
    var index = first + 1
    while index + width <= min(text.count, start + reach) {
      let isMark = text[index..<(index + width)].allSatisfy { $0 == "*" }
      let isLonger = index + width < text.count && text[index + width] == "*"
      if isMark, !isLonger || width == 2, isInner(text[index - 1]) { return index }
      index += isMark ? width : 1
    }
    return nil
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isSpace && scalar != "*" && scalar != ")"
  }

  private static func isWordBefore(_ index: Int, in text: [Unicode.Scalar]) -> Bool {
    index > 0 && (text[index - 1].properties.isAlphabetic || text[index - 1] == "*")
  }
}
