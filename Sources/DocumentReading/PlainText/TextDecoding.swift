/// Bytes of a plain text file as scalars: UTF-8 (with or without a byte-order mark), or UTF-16 with
/// one. Nothing is guessed: a text in another encoding is refused.
enum TextDecoding {
  static func scalars(of bytes: [UInt8]) throws(ReadingError) -> [Unicode.Scalar] {
    let scalars: [Unicode.Scalar]?
    if bytes.starts(with: [0xFF, 0xFE]) {
      scalars = utf16(bytes.dropFirst(2), isLittleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      scalars = utf16(bytes.dropFirst(2), isLittleEndian: false)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      scalars = String(validating: body, as: UTF8.self).map { Array($0.unicodeScalars) }
    }
    guard let scalars, !scalars.contains(where: isBinary) else {
      throw looksBinary(bytes) ? .notADocument : .notText
    }
    return scalars
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
