/// The text of an example as its author meant it: the file's own indentation taken off.
enum ExampleText {
  static let opening: Unicode.Scalar = "⟦"
  static let closing: Unicode.Scalar = "⟧"

  /// Removes blank lines at both ends and the indentation that all other lines share. The first
  /// line has none of its own when the text begins right after the tag.
  static func stripped(_ raw: String) -> String {
    var lines = raw.split(separator: "\n", omittingEmptySubsequences: false)
    let startsAfterTag = lines.first.map { !isBlank($0) } ?? false
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let measured = startsAfterTag ? lines.dropFirst() : lines[...]
    let indent = measured.filter { !isBlank($0) }.map(indentation).min() ?? 0
    for index in lines.indices {
      if index == 0, startsAfterTag {
        lines[0] = lines[0].dropFirst(indentation(lines[0]))
      } else {
        lines[index] = lines[index].dropFirst(min(indent, indentation(lines[index])))
      }
      while let last = lines[index].last, last == " " || last == "\t" { lines[index].removeLast() }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether markers pair up, in order and without nesting; nil when there is none.
  static func isWellMarked(_ text: String) -> Bool? {
    var isOpen = false
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == opening {
        if isOpen { return false }
        isOpen = true
        count += 1
      } else if scalar == closing {
        if !isOpen { return false }
        isOpen = false
      }
    }
    return isOpen ? false : count == 0 ? nil : true
  }

  private static func isBlank(_ line: Substring) -> Bool {
    line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private static func indentation(_ line: Substring) -> Int {
    line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
  }
}
