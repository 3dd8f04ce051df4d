import Glibc

// Offsets inside the program count UTF-8 code units of a paragraph's NFC text: PCRE2 works in them
// and Swift's native strings answer them in constant time. They become Unicode scalars only where
// a location leaves the program.

extension String {
  /// The text between two UTF-8 offsets. Both must lie on scalar boundaries.
  public subscript(utf8Range range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return self[start..<end]
  }

  /// Where the text before an offset begins when at most `count` bytes of it are wanted: on a scalar
  /// boundary.
  public func utf8Start(before offset: Int, atMost count: Int) -> Int {
    var start = max(0, offset - count)
    var index = utf8.index(utf8.startIndex, offsetBy: start)
    while start < offset, utf8[index] & 0xC0 == 0x80 {
      index = utf8.index(after: index)
      start += 1
    }
    return start
  }

  /// Whether the bytes of `other` occur in this text: for texts that are both NFC, and many times
  /// faster than the standard library's search by characters.
  public func contains(bytesOf other: String) -> Bool {
    var text = self
    var other = other
    return text.withUTF8 { text in
      other.withUTF8 { other in
        guard let needle = other.baseAddress, !other.isEmpty else { return true }
        guard let base = text.baseAddress else { return false }
        var start = 0
        while start + other.count <= text.count,
          let found = memchr(base + start, Int32(needle[0]), text.count - start - other.count + 1)
        {
          if memcmp(found, needle, other.count) == 0 { return true }
          start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return false
      }
    }
  }

  /// How many Unicode scalars stand before the UTF-8 offset.
  public func scalarOffset(utf8 offset: Int) -> Int {
    var count = 0
    for unit in utf8.prefix(offset) where unit & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The UTF-8 offset of the scalar with this ordinal (from 0); the text's length when past its end.
  public func utf8Offset(scalar ordinal: Int) -> Int {
    var seen = 0
    for (offset, unit) in utf8.enumerated() where unit & 0xC0 != 0x80 {
      if seen == ordinal { return offset }
      seen += 1
    }
    return utf8.count
  }
}
