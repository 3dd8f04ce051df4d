/// The directory of an OLE compound file (MS-CFB 2.6), as far as needed to say what it holds.
enum CompoundFile {
  enum Content {
    /// A new Office document under a password (MS-OFFCRYPTO 2.3).
    case encryptedPackage
    case word
    case other
  }

  /// Directory entries are 128 bytes at offsets that are multiples of 128: name in UTF-16LE, its
  /// length in bytes (end mark included) at 64. Looking at each such place needs no sector chain and
  /// works on a file that was cut.
  static func content(of bytes: [UInt8]) -> Content {
    let encrypted = directoryName("EncryptedPackage")
    let word = directoryName("WordDocument")
    var result = Content.other
    var entry = 512
    while entry + 128 <= bytes.count {
      if isEntry(encrypted, at: entry, of: bytes) { return .encryptedPackage }
      if isEntry(word, at: entry, of: bytes) { result = .word }
      entry += 128
    }
    return result
  }

  private static func directoryName(_ name: String) -> [UInt8] {
    name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func isEntry(_ name: [UInt8], at offset: Int, of bytes: [UInt8]) -> Bool {
    bytes[offset] == name[0] && Int(bytes[offset + 64]) == name.count + 2
      && bytes[offset..<(offset + name.count)].elementsEqual(name)
  }
}
