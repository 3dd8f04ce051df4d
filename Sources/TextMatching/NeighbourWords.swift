extension String {
  /// The words, `count` at most, that end at a UTF-8 offset, spaces between skipped; in lower case.
  /// Empty when a mark or the start of the paragraph stands there.
  public func wordsBefore(_ offset: Int, count: Int = 1) -> String {
    let start = utf8Start(before: offset, atMost: 64)
    let scalars = Array(self[utf8Range: start..<offset].unicodeScalars)
    var index = scalars.count
    var words: [String] = []
    while words.count < count {
      while index > 0, scalars[index - 1] == " " || scalars[index - 1] == "\u{A0}" { index -= 1 }
      let end = index
      while index > 0, Letters.isLetter(scalars[index - 1]) { index -= 1 }
      if index == end { break }
      words.append(String(String.UnicodeScalarView(scalars[index..<end])))
    }
    return words.reversed().joined(separator: " ").lowercased()
  }

  /// The words, `count` at most, that begin at a UTF-8 offset, spaces before them skipped; in lower
  /// case.
  public func wordsAfter(_ offset: Int, count: Int = 1) -> String {
    var end = min(utf8.count, offset + 64)
    while end < utf8.count, utf8[utf8.index(utf8.startIndex, offsetBy: end)] & 0xC0 == 0x80 {
      end += 1
    }
    let scalars = Array(self[utf8Range: offset..<end].unicodeScalars)
    var index = 0
    var words: [String] = []
    while words.count < count {
      while index < scalars.count, scalars[index] == " " || scalars[index] == "\u{A0}" {
        index += 1
      }
      let start = index
      while index < scalars.count, Letters.isLetter(scalars[index]) { index += 1 }
      if index == start { break }
      words.append(String(String.UnicodeScalarView(scalars[start..<index])))
    }
    return words.joined(separator: " ").lowercased()
  }
}
