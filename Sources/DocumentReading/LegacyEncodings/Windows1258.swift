/// Windows code pages 1252 and 1258: single bytes as scalars. In 1258 tones are combining marks after
/// their letter.
enum WindowsCodePage {
  /// - Returns: nil for a byte that the code page leaves undefined.
  static func scalars1258(_ bytes: some Collection<UInt8>) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let scalar = vietnamese[byte] ?? western(byte) else { return nil }
      if [0x8A, 0x8E, 0x9A, 0x9E].contains(byte) { return nil }
      result.append(scalar)
    }
    return result
  }

  /// - Returns: nil for a byte that the code page leaves undefined.
  static func scalars1252(_ bytes: some Collection<UInt8>) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let scalar = western(byte) else { return nil }
      result.append(scalar)
    }
    return result
  }

  /// Where 1258 differs from 1252.
  private static let vietnamese: [UInt8: Unicode.Scalar] = [
    0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}",
    0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
  ]

  private static func western(_ byte: UInt8) -> Unicode.Scalar? {
    (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// 0x80–0x9F of 1252.
  private static let high: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
