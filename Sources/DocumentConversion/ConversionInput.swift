import DocumentReading

/// Whether a file is worth starting another program for: a look at the frame of its format, which
/// takes no time, where the program takes seconds to say the same.
enum ConversionInput {
  /// A compound file (MS-CFB 2.2): byte order, size of sectors, and a directory that lies inside.
  static func holdsTogether(compoundFile bytes: [UInt8]) -> Bool {
    guard bytes.count >= 1536, bytes[28] == 0xFE, bytes[29] == 0xFF else { return false }
    let shift = Int(bytes[30]) | Int(bytes[31]) << 8
    guard shift == 9 || shift == 12 else { return false }
    let directory = (0..<4).reduce(0) { $0 | Int(bytes[48 + $1]) << (8 * $1) }
    return (directory + 1) << shift < bytes.count
  }

  /// RTF is one group, from the first brace to the last.
  static func isWhole(rtf bytes: [UInt8]) -> Bool {
    bytes.last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// The end of a PDF (ISO 32000-1, 7.5.5), wherever it stands: readers bear with more after it, but a
  /// file that was cut has none.
  static func isWhole(pdf bytes: [UInt8]) -> Bool {
    let mark = Array("%%EOF".utf8)
    guard bytes.count >= mark.count else { return false }
    for start in stride(from: bytes.count - mark.count, through: 0, by: -1)
    where bytes[start] == mark[0] && bytes[start...].starts(with: mark) {
      return true
    }
    return false
  }
}
