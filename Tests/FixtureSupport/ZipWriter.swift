/// Writes small ZIP archives for tests, hostile ones included: every field that a reader might
/// trust can be set to something else than the truth.
public struct ZipWriter {
  public struct Entry {
    public var name: String
    /// As they stand in the archive.
    public var stored: [UInt8]
    /// Before compression.
    public private(set) var content: [UInt8] = []
    /// 0 stored, 8 deflated.
    public var method: UInt16
    /// What the directory claims.
    public var size: UInt32
    public var crc: UInt32
    /// Bit 0: encrypted.
    public var flags: UInt16 = 0x0800
    /// The directory says it is a symbolic link.
    public var isLink = false
    /// Listed in the directory with the bytes of the entry before it, none of its own.
    public var sharesBytes = false

    /// An honest entry.
    public init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
      self.name = name
      self.content = content
      stored = isDeflated ? Deflate.stored(content) : content
      method = isDeflated ? 8 : 0
      size = UInt32(content.count)
      crc = CRC32.of(content)
    }

    public init(_ name: String, text: String) { self.init(name, Array(text.utf8)) }

    /// Deflated runs of one byte among bytes that stand as they are, all of it honest.
    public init(_ name: String, pieces: [Deflate.Piece]) {
      self.name = name
      stored = Deflate.pieces(pieces)
      method = 8
      size = UInt32(pieces.reduce(0) { $0 + $1.count })
      crc = CRC32.of(pieces)
    }

    /// A deflated run of one byte, with whatever size the directory shall claim.
    public init(_ name: String, repeating byte: UInt8, count: Int, claiming size: UInt32) {
      self.name = name
      stored = Deflate.repeating(byte, count: count)
      method = 8
      self.size = size
      crc = 0
    }
  }

  public static func archive(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    var offset: UInt32 = 0
    for entry in entries {
      if !entry.sharesBytes {
        offset = UInt32(bytes.count)
        bytes.append(little: 0x0403_4B50 as UInt32)
        appendShared(entry, to: &bytes)
        bytes += entry.name.utf8
        bytes += entry.stored
      }
      directory.append(little: 0x0201_4B50 as UInt32)
      directory.append(little: (entry.isLink ? 0x0314 : 20) as UInt16)
      appendShared(entry, to: &directory)
      directory += [UInt8](repeating: 0, count: 6)
      directory.append(little: (entry.isLink ? 0xA1FF_0000 : 0) as UInt32)
      directory.append(little: offset)
      directory += entry.name.utf8
    }
    let start = UInt32(bytes.count)
    bytes += directory
    bytes.append(little: 0x0605_4B50 as UInt32)
    bytes += [0, 0, 0, 0]
    bytes.append(little: UInt16(entries.count))
    bytes.append(little: UInt16(entries.count))
    bytes.append(little: UInt32(directory.count))
    bytes.append(little: start)
    bytes += [0, 0]
    return bytes
  }

  /// The fields that local headers and the directory have alike.
  private static func appendShared(_ entry: Entry, to bytes: inout [UInt8]) {
    bytes.append(little: 20 as UInt16)
    bytes.append(little: entry.flags)
    bytes.append(little: entry.method)
    bytes.append(little: 0x5821_0000 as UInt32)  // 1 January 2024
    bytes.append(little: entry.crc)
    bytes.append(little: UInt32(entry.stored.count))
    bytes.append(little: entry.size)
    bytes.append(little: UInt16(entry.name.utf8.count))
    bytes.append(little: 0 as UInt16)
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}

/// DEFLATE streams (RFC 1951) that need no compressor.
public enum Deflate {
  /// The content in blocks that are not compressed.
  public static func stored(_ content: [UInt8], isLast: Bool = true) -> [UInt8] {
    var result: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      result.append(rest.isEmpty && isLast ? 1 : 0)
      result.append(little: UInt16(block.count))
      result.append(little: ~UInt16(block.count))
      result += block
    } while !rest.isEmpty
    return result
  }

  /// Content in parts, each packed in its own way.
  public enum Piece {
    case bytes([UInt8])
    case run(UInt8, count: Int)

    public static func text(_ text: String) -> Piece { .bytes(Array(text.utf8)) }

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .run(_, let count): count
      }
    }
  }

  public static func pieces(_ pieces: [Piece]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      switch piece {
      case .bytes(let bytes): result += stored(bytes, isLast: isLast)
      case .run(let byte, let count):
        result += repeating(byte, count: count, isLast: false) + stored([], isLast: isLast)
      }
    }
    return result
  }

  /// One byte, many times: fixed codes, the longest match again and again (258 bytes in 13 bits).
  public static func repeating(_ byte: UInt8, count: Int, isLast: Bool = true) -> [UInt8] {
    var bits = BitWriter()
    bits.write(isLast ? 0b1 : 0b0, count: 1)
    bits.write(0b01, count: 2)  // fixed codes
    precondition(byte < 144 && count > 0)
    bits.writeCode(UInt32(0x30 + UInt32(byte)), count: 8)
    for _ in 0..<((count - 1) / 258) {
      bits.writeCode(0b1100_0101, count: 8)  // length 258
      bits.writeCode(0, count: 5)  // distance 1
    }
    for _ in 0..<((count - 1) % 258) { bits.writeCode(UInt32(0x30 + UInt32(byte)), count: 8) }
    bits.writeCode(0, count: 7)  // end of block
    if isLast { return bits.bytes }
    // An empty block that is not compressed: what follows begins with a byte.
    bits.write(0, count: 3)
    return bits.bytes + [0, 0, 0xFF, 0xFF]
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 8

    /// Least significant bit first.
    mutating func write(_ value: UInt32, count: Int) {
      for bit in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
        used += 1
      }
    }

    /// Huffman codes go most significant bit first.
    mutating func writeCode(_ code: UInt32, count: Int) {
      for bit in stride(from: count - 1, through: 0, by: -1) { write(code >> bit & 1, count: 1) }
    }
  }
}

enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 { of([.bytes(bytes)]) }

  static func of(_ pieces: [Deflate.Piece]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var crc: UInt32 = 0xFFFF_FFFF
      for piece in pieces {
        switch piece {
        case .bytes(let bytes):
          for byte in bytes { crc = crc &>> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)] }
        case .run(let byte, var left):
          let byte = UInt32(byte)
          while left > 0 {
            crc = crc &>> 8 ^ table[Int((crc ^ byte) & 0xFF)]
            left &-= 1
          }
        }
      }
      return ~crc
    }
  }
}
