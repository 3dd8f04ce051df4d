import DataFiles

/// The law and the kinds of papers in a form that needs no parsing, for the start of a check.
///
/// Made from the files of `Rules` by `make law-table` and kept beside them. It names the files it
/// was made from by a fingerprint of their bytes: when a file has changed since, it does not fit and
/// the files themselves are read, which is slower and just as right.
public enum LawTable {
  /// Changes with the form of the table.
  private static let version: UInt8 = 2
  private static let headerLength = 9

  /// The table of these files. Sources are left out: they are for people and never for a check.
  /// - Throws: `DataFileError`, when a file is not good.
  public static func make(from files: [DataFile]) throws -> [UInt8] {
    let law = try LegalKnowledge.load(files)
    var writer = TableWriter()
    writer.write(law)
    var bytes = [version]
    let fingerprint = fingerprint(of: files.filter(isHeld))
    for shift in stride(from: 0, through: 56, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: fingerprint >> UInt64(shift)))
    }
    return bytes + writer.finished()
  }

  /// The knowledge in `table`; nil when it was made from other files than these, or is damaged.
  public static func read(_ table: UnsafeBufferPointer<UInt8>, for files: [DataFile])
    -> LegalKnowledge?
  {
    guard table.count > headerLength, table[0] == version else { return nil }
    let made = (1..<headerLength).reduce(UInt64(0)) {
      $0 | UInt64(table[$1]) << UInt64(8 * ($1 - 1))
    }
    guard made == fingerprint(of: files.filter(isHeld)) else { return nil }
    guard var reader = try? TableReader(table, from: headerLength),
      var law = try? reader.knowledge(books: { LawBooks(reading: files) }), reader.isAtEnd
    else { return nil }
    law.lazyVocabulary = Lazily { Vocabulary(reading: files) }
    return law
  }

  /// Whether the table holds what is in the file; the others are read when somebody asks.
  static func isHeld(_ file: DataFile) -> Bool {
    guard LegalKnowledge.reads(file) else { return false }
    return file.rootName.map { !LawBooks.whollyOwned.contains($0) } ?? true
  }

  /// A number that changes when a path or a byte does. Against slips, not against malice.
  private static func fingerprint(of files: [DataFile]) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    func mix(_ bytes: UnsafeRawBufferPointer) {
      mix(UInt64(bytes.count))
      var place = 0
      while place + 8 <= bytes.count {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        place += 8
      }
      while place < bytes.count {
        mix(UInt64(bytes[place]))
        place += 1
      }
    }
    for file in files {
      Array(file.path.utf8).withUnsafeBytes(mix)
      file.bytes.withUnsafeBytes(mix)
    }
    return hash
  }
}
