import Glibc

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

  /// The bytes of a module file without its `<example>` elements; only their line breaks stay.
  /// Examples are most of a file, and leaving them out halves the time a check needs to start. Only
  /// for built-in files, which tests read in full: a comment that holds the tag would mislead it.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    let opening = Array("<example ".utf8)
    let closing = Array("</example>".utf8)
    return bytes.withUnsafeBufferPointer { source in
      var result: [UInt8] = []
      result.reserveCapacity(source.count / 2)
      var kept = 0
      while let start = find(opening, in: source, from: kept),
        let last = find(closing, in: source, from: start)
      {
        result.append(contentsOf: source[kept..<start])
        kept = last + closing.count
        var index = start
        while let line = find([UInt8(ascii: "\n")], in: source, from: index), line < kept {
          result.append(UInt8(ascii: "\n"))
          index = line + 1
        }
      }
      result.append(contentsOf: source[kept...])
      return result
    }
  }

  /// Offset of the first `word` at or after `start`.
  private static func find(
    _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    while index + word.count <= bytes.count,
      let found = memchr(base + index, Int32(word[0]), bytes.count - index)
    {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if index + word.count <= bytes.count, memcmp(base + index, word, word.count) == 0 {
        return index
      }
      index += 1
    }
    return nil
  }
}
