/// What a ZIP's central directory says of its entries and libzip does not tell (APPNOTE.TXT 4.3.12):
/// where each begins, and whether it is a symbolic link.
struct CentralDirectory {
  struct Record {
    /// From the local header to the end of the packed bytes, at least.
    var extent: Range<Int>
    var isLink: Bool
  }
  /// In the order of the directory.
  private(set) var records: [Record] = []

  /// Nil when the archive is of the 64-bit form, or its directory is not where its end says.
  init?(of bytes: UnsafeRawBufferPointer) {
    guard let end = CentralDirectory.end(of: bytes) else { return nil }
    let count = Int(bytes.little(end + 10, 2))
    var position = Int(bytes.little(end + 16, 4))
    records.reserveCapacity(count)
    for _ in 0..<count {
      guard position + 46 <= bytes.count, bytes.little(position, 4) == 0x0201_4B50 else {
        return nil
      }
      let packed = bytes.little(position + 20, 4)
      let start = bytes.little(position + 42, 4)
      guard packed != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { return nil }
      // Made on Unix, and of the file type S_IFLNK.
      let isLink = bytes[position + 5] == 3 && bytes.little(position + 40, 2) & 0xF000 == 0xA000
      let header = 30 + Int(bytes.little(position + 28, 2))
      records.append(
        Record(extent: Int(start)..<(Int(start) + header + Int(packed)), isLink: isLink))
      position +=
        46 + Int(bytes.little(position + 28, 2)) + Int(bytes.little(position + 30, 2))
        + Int(bytes.little(position + 32, 2))
    }
  }

  /// The first entry, in the order of the file, that begins inside another: packed once and listed
  /// many times, a few bytes inflate without end.
  var firstOverlap: Int? {
    let order = records.indices.sorted {
      (records[$0].extent.lowerBound, $0) < (records[$1].extent.lowerBound, $1)
    }
    var end = 0
    for index in order {
      if records[index].extent.lowerBound < end { return index }
      end = records[index].extent.upperBound
    }
    return nil
  }

  /// The end record: the last place that has its mark and a comment that reaches to the end.
  private static func end(of bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for position in stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    where bytes[position] == 0x50 && bytes.little(position, 4) == 0x0605_4B50 {
      return position
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// A little-endian number of `count` bytes; 0 when it does not lie inside.
  fileprivate func little(_ position: Int, _ count: Int) -> UInt32 {
    guard position >= 0, position + count <= self.count else { return 0 }
    return (0..<count).reduce(0) { $0 | UInt32(self[position + $1]) << (8 * UInt32($1)) }
  }
}
