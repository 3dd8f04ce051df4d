extension StringProtocol {
  /// Whether it holds nothing but white space.
  public var isBlank: Bool { unicodeScalars.allSatisfy(Letters.isSpace) }

  /// White space, no-break spaces included, collapsed to single spaces and trimmed; case kept.
  public var collapsed: String {
    unicodeScalars.split(whereSeparator: Letters.isSpace)
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}

extension String {
  /// UTF-8 range without the white space at both ends.
  public var trimmedUTF8: Range<Int> {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !Letters.isSpace($0) }),
      let last = scalars.lastIndex(where: { !Letters.isSpace($0) })
    else { return 0..<0 }
    let low = utf8.distance(from: startIndex, to: first)
    return low..<utf8.distance(from: startIndex, to: scalars.index(after: last))
  }
}
