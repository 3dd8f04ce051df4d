/// Where the lines of a plain text file stand in its bytes, for whoever writes a copy with some of
/// them changed. Lines count as in the document model.
package struct TextFilePlaces {
  package enum Encoding: Sendable {
    case utf8
    case utf16(isLittleEndian: Bool)
  }
  package var encoding: Encoding
  /// Bytes of the byte-order mark.
  package var markBytes: Int
  /// The file's text, byte-order mark left out.
  package var scalars: [Unicode.Scalar]
  /// The scalars of each line, line ends left out; the first is line 1.
  package var lines: [Range<Int>]

  /// - Throws: `ReadingError`, and nothing else.
  package init(_ bytes: [UInt8]) throws(ReadingError) {
    scalars = try TextDecoding.scalars(of: bytes)
    lines = TextLine.lines(of: scalars).map { $0.scalars.startIndex..<$0.scalars.endIndex }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16(isLittleEndian: bytes[0] == 0xFF)
      markBytes = 2
    } else {
      encoding = .utf8
      markBytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }

  /// A text in the file's encoding.
  package func encoded(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text {
      switch encoding {
      case .utf8: UTF8.encode(scalar).map { result.append(contentsOf: $0) }
      case .utf16(let isLittleEndian):
        for unit in UTF16.encode(scalar) ?? .init() {
          let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
          result += isLittleEndian ? pair.reversed() : pair
        }
      }
    }
    return result
  }
}
