import Glibc

/// Looks over the bytes of a document before libxml2 does: it compares the attributes of an element
/// with each other before it tells anybody of them, so that a wide one would hold it for hours.
enum TagScan {
  /// Bytes that the shortest attribute takes: ` a=""`.
  private static let shortest = 5

  /// Whether some element of XML may have more attributes than the limit.
  ///
  /// No attribute's value has a `<`, so that only what lies between two of them need be counted, and
  /// only where that is long.
  static func hasWideElement(xml bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    var start = next(0x3C, in: bytes, from: 0)
    while start < bytes.count {
      let end = next(0x3C, in: bytes, from: start + 1)
      if end - start > limit * shortest, isElement(bytes, at: start),
        attributes(in: bytes, from: start, to: end) > limit
      {
        return true
      }
      start = end
    }
    return false
  }

  /// The same for a page, where a value may have any character.
  static func hasWideElement(html bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    var start = next(0x3C, in: bytes, from: 0)
    while start < bytes.count {
      guard isElement(bytes, at: start) else {
        start = next(0x3C, in: bytes, from: start + 1)
        continue
      }
      var count = 0
      var isSpaced = false
      var index = start + 1
      while index < bytes.count, bytes[index] != 0x3E {
        switch bytes[index] {
        case 0x22, 0x27: index = next(bytes[index], in: bytes, from: index + 1)
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F:
          isSpaced = true
          index += 1
          continue
        default: if isSpaced { count += 1 }
        }
        isSpaced = false
        index += 1
      }
      if count > limit { return true }
      start = next(0x3C, in: bytes, from: index)
    }
    return false
  }

  private static func isElement(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    return ![0x21, 0x3F, 0x2F].contains(bytes[start + 1])
  }

  /// Values in quotation marks up to the end of the tag.
  private static func attributes(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    var index = start
    while index < end, bytes[index] != 0x3E {
      if bytes[index] == 0x22 || bytes[index] == 0x27 {
        index = next(bytes[index], in: bytes, from: index + 1)
        count += 1
      }
      index += 1
    }
    return count
  }

  private static func next(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// The character encodings that are read: those in which the marks of XML are single ASCII bytes, and
/// UTF-16. In any other the bytes do not show what they hold.
enum XMLEncoding {
  /// Nil when the document may be parsed, else the name of the encoding.
  static func refused(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(4)
    if head.elementsEqual([0, 0, 0, 0x3C]) || head.elementsEqual([0x3C, 0, 0, 0]) {
      return "UTF-32"
    }
    if head.elementsEqual([0x4C, 0x6F, 0xA7, 0x94]) { return "EBCDIC" }
    guard head.starts(with: [0x3C, 0x3F]) || head.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return nil
    }
    let declaration = String(
      decoding: bytes.prefix(256).prefix { $0 != 0x3E }, as: UTF8.self)
    guard let name = declaration.firstRange(of: "encoding").map({ declaration[$0.upperBound...] })
    else { return nil }
    let quoted = name.drop { $0 != "\"" && $0 != "'" }.dropFirst()
    let encoding = quoted.prefix { $0 != "\"" && $0 != "'" }.lowercased()
    let known = ["utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-", "windows-", "cp125"]
    return encoding.isEmpty || known.contains(where: encoding.hasPrefix) ? nil : encoding
  }
}
