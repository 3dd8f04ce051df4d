import Foundation

/// Unicode Vietnamese written in the codes of old fonts, as Latin-1 letters: the tables of TCVN
/// 5712:1993 (VN3) and of VNI the other way round than a reader has them.
public enum LegacyText {
  /// TCVN3 for a font that draws what is typed (`.VnTime`).
  public static func tcvn3(_ text: String) -> String {
    mapped(text) { tcvn3Codes[$0] }
  }

  /// TCVN3 for a font of capitals (`.VnTimeH`): letters with a tone are typed small.
  public static func tcvn3Capitals(_ text: String) -> String {
    mapped(text) { scalar in
      if let code = tcvn3Codes[scalar] { return code }
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first
      return small.flatMap { tcvn3Codes[$0] }
    }
  }

  public static func vni(_ text: String) -> String {
    mapped(text) { scalar in
      if let code = vniCodes[scalar] { return code }
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first
      return small.flatMap { vniCodes[$0] }?.uppercased()
    }
  }

  /// Windows-1258: tones are marks of their own; â, ê, ô, ă, ơ, ư, đ are letters.
  public static func windows1258(_ text: String) -> [UInt8] {
    let marks: [Unicode.Scalar: UInt8] = [
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    let letters: [Unicode.Scalar: UInt8] = [
      "ă": 0xE3, "Ă": 0xC3, "đ": 0xF0, "Đ": 0xD0, "ơ": 0xF5, "Ơ": 0xD5, "ư": 0xFD, "Ư": 0xDD,
      "â": 0xE2, "Â": 0xC2, "ê": 0xEA, "Ê": 0xCA, "ô": 0xF4, "Ô": 0xD4, "“": 0x93, "”": 0x94,
      "–": 0x96, "…": 0x85,
    ]
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      if let byte = letters[scalar] { return [byte] }
      var shape = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map { $0 }
      guard let tone = shape.firstIndex(where: { marks[$0] != nil }) else { return [0x3F] }
      let mark = marks[shape.remove(at: tone)] ?? 0x3F
      let letter = String(String.UnicodeScalarView(shape)).precomposedStringWithCanonicalMapping
      return windows1258(letter) + [mark]
    }
  }

  /// Normalization Form D.
  public static func decomposed(_ text: String) -> String {
    text.decomposedStringWithCanonicalMapping
  }

  /// Latin-1 text as bytes of Windows-1252.
  public static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { typographic[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let typographic: [Unicode.Scalar: UInt8] = [
    "“": 0x93, "”": 0x94, "–": 0x96, "…": 0x85, "‘": 0x91, "’": 0x92,
  ]

  private static func mapped(_ text: String, _ code: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : code($0) ?? String($0) }.joined()
  }

  private static let tcvn3Codes: [Unicode.Scalar: String] = table([
    ("à", 0xB5), ("ả", 0xB6), ("ã", 0xB7), ("á", 0xB8), ("ạ", 0xB9), ("ă", 0xA8), ("ằ", 0xBB),
    ("ẳ", 0xBC), ("ẵ", 0xBD), ("ắ", 0xBE), ("ặ", 0xC6), ("â", 0xA9), ("ầ", 0xC7), ("ẩ", 0xC8),
    ("ẫ", 0xC9), ("ấ", 0xCA), ("ậ", 0xCB), ("è", 0xCC), ("ẻ", 0xCE), ("ẽ", 0xCF), ("é", 0xD0),
    ("ẹ", 0xD1), ("ê", 0xAA), ("ề", 0xD2), ("ể", 0xD3), ("ễ", 0xD4), ("ế", 0xD5), ("ệ", 0xD6),
    ("ì", 0xD7), ("ỉ", 0xD8), ("ĩ", 0xDC), ("í", 0xDD), ("ị", 0xDE), ("ò", 0xDF), ("ỏ", 0xE1),
    ("õ", 0xE2), ("ó", 0xE3), ("ọ", 0xE4), ("ô", 0xAB), ("ồ", 0xE5), ("ổ", 0xE6), ("ỗ", 0xE7),
    ("ố", 0xE8), ("ộ", 0xE9), ("ơ", 0xAC), ("ờ", 0xEA), ("ở", 0xEB), ("ỡ", 0xEC), ("ớ", 0xED),
    ("ợ", 0xEE), ("ù", 0xEF), ("ủ", 0xF1), ("ũ", 0xF2), ("ú", 0xF3), ("ụ", 0xF4), ("ư", 0xAD),
    ("ừ", 0xF5), ("ử", 0xF6), ("ữ", 0xF7), ("ứ", 0xF8), ("ự", 0xF9), ("ỳ", 0xFA), ("ỷ", 0xFB),
    ("ỹ", 0xFC), ("ý", 0xFD), ("ỵ", 0xFE), ("đ", 0xAE), ("Ă", 0xA1), ("Â", 0xA2), ("Ê", 0xA3),
    ("Ô", 0xA4), ("Ơ", 0xA5), ("Ư", 0xA6), ("Đ", 0xA7),
  ])

  private static func table(_ pairs: [(Unicode.Scalar, UInt8)]) -> [Unicode.Scalar: String] {
    Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, String(Unicode.Scalar($0.1))) })
  }

  private static let vniCodes: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "ơ": "ô", "ư": "ö",
    ]
    // In the order none, sắc, huyền, hỏi, ngã, nặng.
    let rows: [(base: String, letters: String, marks: [String])] = [
      ("a", "áàảãạ", ["ù", "ø", "û", "õ", "ï"]), ("e", "éèẻẽẹ", ["ù", "ø", "û", "õ", "ï"]),
      ("o", "óòỏõọ", ["ù", "ø", "û", "õ", "ï"]), ("u", "úùủũụ", ["ù", "ø", "û", "õ", "ï"]),
      ("y", "ýỳỷỹ", ["ù", "ø", "û", "õ"]), ("ô", "ớờởỡợ", ["ù", "ø", "û", "õ", "ï"]),
      ("ö", "ứừửữự", ["ù", "ø", "û", "õ", "ï"]),
      ("a", "âấầẩẫậ", ["â", "á", "à", "å", "ã", "ä"]),
      ("e", "êếềểễệ", ["â", "á", "à", "å", "ã", "ä"]),
      ("o", "ôốồổỗộ", ["â", "á", "à", "å", "ã", "ä"]),
      ("a", "ăắằẳẵặ", ["ê", "é", "è", "ú", "ü", "ë"]),
    ]
    for (base, letters, marks) in rows {
      for (letter, mark) in zip(letters.unicodeScalars, marks) { table[letter] = base + mark }
    }
    return table
  }()
}
