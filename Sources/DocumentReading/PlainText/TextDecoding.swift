import DocumentModel

/// Bytes of a text as scalars: UTF-8 or UTF-16, with a byte-order mark or without; else one of the
/// single-byte codes of Vietnamese, if the text reads as Vietnamese in it.
enum TextDecoding {
  struct Decoded {
    var scalars: [Unicode.Scalar]
    /// What it was, when it was not Unicode.
    var encoding: LegacyEncoding?
    /// Whether it was UTF-16 without a mark, and then whether the low byte came first.
    var unmarkedUTF16: Bool?
  }

  /// Plain text.
  static func text(of bytes: [UInt8]) throws(ReadingError) -> Decoded {
    if let decoded = try unicode(bytes) { return decoded }
    guard let found = singleByte(bytes) else { throw .notText }
    guard let encoding = found.encoding else { throw .notText }
    return Decoded(scalars: found.convert(), encoding: encoding)
  }

  /// A page, whose fonts may say more: text of the old fonts is left as Latin-1.
  /// - Parameter declared: the `charset` it names, in small letters.
  static func text(
    of bytes: [UInt8], declared: String?
  ) throws(ReadingError) -> Decoded {
    if let decoded = try unicode(bytes) { return decoded }
    if declared == "windows-1258" || declared == "cp1258",
      let scalars = WindowsCodePage.scalars1258(bytes)
    {
      return Decoded(scalars: scalars, encoding: .windows1258)
    }
    let found = singleByte(bytes)
    if let found, found.encoding == .windows1258 {
      return Decoded(scalars: found.scalars, encoding: .windows1258)
    }
    let latin = ["windows-1252", "iso-8859-1", "latin1", "x-user-defined", "us-ascii"]
    guard found?.encoding != nil || declared.map(latin.contains) ?? false,
      let scalars = WindowsCodePage.scalars1252(bytes)
    else { throw .notText }
    return Decoded(scalars: scalars)
  }

  // MARK: Unicode

  /// Nil when the bytes are in no form of Unicode.
  private static func unicode(_ bytes: [UInt8]) throws(ReadingError) -> Decoded? {
    let marked: [Unicode.Scalar]?
    if bytes.starts(with: [0xFF, 0xFE]) {
      marked = utf16(bytes.dropFirst(2), isLittleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      marked = utf16(bytes.dropFirst(2), isLittleEndian: false)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      marked = String(validating: body, as: UTF8.self).map { Array($0.unicodeScalars) }
    }
    if let marked, !marked.contains(where: isBinary) {
      guard !isScrambled(marked) else { throw .notText }
      return Decoded(scalars: marked)
    }
    if let decoded = unmarkedUTF16(bytes) { return decoded }
    if looksBinary(bytes) { throw .notADocument }
    return nil
  }

  /// UTF-16 without a mark: in the right byte order nearly all of it is what Vietnamese text is made
  /// of; in the wrong one, as in any other file, hardly any is.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Decoded? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    for isLittleEndian in [true, false] {
      let sample = bytes.prefix(4096)
      guard let scalars = utf16(sample, isLittleEndian: isLittleEndian) else { continue }
      let usual = scalars.count(where: isUsual)
      // A third and more of it is ASCII: spaces, digits, most consonants.
      guard usual * 50 >= scalars.count * 49,
        scalars.count(where: \.isASCII) * 3 >= scalars.count,
        let all = utf16(bytes[...], isLittleEndian: isLittleEndian), !all.contains(where: isBinary)
      else { continue }
      return Decoded(scalars: all, unmarkedUTF16: isLittleEndian)
    }
    return nil
  }

  /// Mostly Chinese characters: another encoding after the mark of UTF-16, its bytes taken in pairs.
  private static func isScrambled(_ scalars: [Unicode.Scalar]) -> Bool {
    let sample = scalars.prefix(4096)
    return sample.count(where: { (0x2E80...0xD7FF).contains($0.value) }) * 2 > sample.count
  }

  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x1B0, 0x300...0x323, 0x1EA0...0x1EF9,
      0x2010...0x2026:
      true
    default: false
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [Unicode.Scalar]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self).map { Array($0.unicodeScalars) }
  }

  // MARK: Single bytes

  private struct SingleByteText {
    /// As Windows-1258 has them when that is the encoding, else as Windows-1252 has them.
    var scalars: [Unicode.Scalar]
    var encoding: LegacyEncoding?

    /// Line by line, and column by column of a line, so that what is in a font of capitals comes
    /// out as such.
    func convert() -> [Unicode.Scalar] {
      guard let encoding, encoding != .windows1258 else { return scalars }
      let reading = LegacyReading(encoding)
      var result: [Unicode.Scalar] = []
      result.reserveCapacity(scalars.count)
      var start = 0
      while start < scalars.count {
        let end = scalars.indices[start...].first(where: endsField) ?? scalars.count
        let field = Array(scalars[start..<end])
        let letters = reading.text(field)
        result +=
          encoding == .tcvn3 && LegacyReading.looksCapital(field)
          ? LegacyReading.capitals(letters) : letters
        if end < scalars.count { result.append(scalars[end]) }
        start = end + 1
      }
      return result
    }

    /// A line end, a tab, or the first of the spaces that part columns.
    private func endsField(_ index: Int) -> Bool {
      switch scalars[index] {
      case "\n", "\r", "\t": true
      case " ": index + 3 <= scalars.count && scalars[index..<(index + 3)].allSatisfy { $0 == " " }
      default: false
      }
    }
  }

  /// Bytes looked at to tell the encoding.
  private static let sample = 100_000

  /// The encoding in which the text reads best as Vietnamese; none when it reads best, or as well, in
  /// Windows-1252.
  private static func singleByte(_ bytes: [UInt8]) -> SingleByteText? {
    let sample = bytes.prefix(sample)
    guard let western = WindowsCodePage.scalars1252(sample) else { return nil }
    var best: (encoding: LegacyEncoding?, score: Int) = (nil, LegacyReading.score(of: western))
    for encoding in LegacyEncoding.allCases {
      let scalars =
        encoding == .windows1258
        ? WindowsCodePage.scalars1258(sample) : LegacyReading(encoding).text(western)
      let score = scalars.map { LegacyReading.score(of: $0) } ?? 0
      if score >= 2, score > best.score { best = (encoding, score) }
    }
    let all =
      best.encoding == .windows1258
      ? WindowsCodePage.scalars1258(bytes) : WindowsCodePage.scalars1252(bytes)
    return all.map { SingleByteText(scalars: $0, encoding: best.encoding) }
  }

  // MARK: Binary data

  /// Control characters that no text has; tab, line ends, form feed and the old end-of-file mark do
  /// occur.
  private static func isBinary(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1A, 0x20...0x7E: false
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Control bytes in a sample: a text in an old encoding has none.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(65_536).contains { isBinary(Unicode.Scalar($0)) }
  }
}
