/// A place in a text file as editors show it.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// From 1.
  public var line: Int
  /// From 1, counting Unicode scalars.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a UTF-8 offset in a text whose lines end in LF, CR LF or CR.
  public init(utf8 offset: Int, in text: some Collection<UInt8>) {
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for unit in text.prefix(offset) {
      if unit == 0x0A {
        if previous != 0x0D { line += 1 }
        column = 1
      } else if unit == 0x0D {
        line += 1
        column = 1
      } else if unit & 0xC0 != 0x80 {
        column += 1
      }
      previous = unit
    }
    self.init(line: line, column: column)
  }

  public static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
