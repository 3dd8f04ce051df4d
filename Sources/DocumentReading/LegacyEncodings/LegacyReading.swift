import DocumentModel
import TextMatching

/// One way to take text whose letters are all of Latin-1: as it stands, or as one of the old codes.
enum LegacyReading: CaseIterable {
  case unicode
  case tcvn3
  case vni

  init(_ encoding: LegacyEncoding) {
    self =
      switch encoding {
      case .tcvn3: .tcvn3
      case .vni: .vni
      case .windows1258: .unicode
      }
  }

  /// The text in Unicode, scalar for scalar.
  func text(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    switch self {
    case .unicode: scalars
    case .tcvn3: scalars.map { TCVN3.letter($0) ?? $0 }
    case .vni: VNI.converted(scalars)
    }
  }

  /// How well the text reads as Vietnamese: words with letters beyond ASCII that are syllables, less
  /// those that are none.
  func score(_ scalars: [Unicode.Scalar]) -> Int {
    LegacyReading.score(of: text(scalars))
  }

  static func score(of scalars: [Unicode.Scalar]) -> Int {
    var score = 0
    var word: [Unicode.Scalar] = []
    func finish() {
      defer { word.removeAll(keepingCapacity: true) }
      guard word.contains(where: { !$0.isASCII }) else { return }
      // Quotation marks and the like beside a word are none of its letters.
      while let last = word.last, isMark(last) { word.removeLast() }
      let letters = word.drop(while: isMark)
      // One letter may be anything in any code.
      guard letters.count > 1, letters.contains(where: { !$0.isASCII }) else { return }
      let text = Normalisation.nfc(String(String.UnicodeScalarView(letters))).text
      score += VietnameseSyllable.isValid(text) ? 1 : -1
    }
    for scalar in scalars {
      if isPartOfWord(scalar) { word.append(scalar) } else { finish() }
    }
    finish()
    return score
  }

  /// Letters, and whatever an old code has letters for.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xA1...0x24F, 0x300...0x36F, 0x1EA0...0x1EFF: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0xA1...0xBF).contains(scalar.value)
  }

  /// Whether a letter beyond ASCII stands beside an ASCII one, so that it is part of a word and no
  /// sign of its own.
  static func hasWordBeyondASCII(_ scalars: [Unicode.Scalar]) -> Bool {
    func isPlain(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      return (0x41...0x5A).contains(scalars[index].value)
        || (0x61...0x7A).contains(scalars[index].value)
    }
    return scalars.indices.contains {
      scalars[$0].value > 0xA0 && (isPlain($0 - 1) || isPlain($0 + 1))
    }
  }

  /// A letter that only Vietnamese in Unicode has; it tells such text from that of the old codes.
  static func isUnicodeVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102...0x1B0, 0x1EA0...0x1EF9, 0x300...0x323: true
    default: false
    }
  }

  /// A line of a font that draws capitals, when nothing tells its font: no small ASCII letter, and
  /// codes of small letters among capitals, as no other line has them (“HO¹CH”, “ñY”). A code after
  /// one capital may begin a word in small letters: one such word (“Sè: 12/KH-UBND”) says nothing.
  static func looksCapital(_ scalars: [Unicode.Scalar]) -> Bool {
    var evidence = 0
    var capitals = 0
    var hasSmallCode = false
    var isMixed = false
    func finish() {
      if hasSmallCode { evidence += isMixed || capitals > 1 ? 2 : min(capitals, 1) }
      (capitals, hasSmallCode, isMixed) = (0, false, false)
    }
    for scalar in scalars {
      switch scalar.value {
      case 0x61...0x7A: return false
      case 0x41...0x5A:
        capitals += 1
        isMixed = isMixed || hasSmallCode
      // Capitals with codes of their own, then small letters.
      case 0xA1...0xA7: break
      case 0xA8...0xFF: hasSmallCode = true
      default: finish()
      }
    }
    finish()
    return evidence >= 2
  }

  static func capitals(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { scalar in
      let mapped = scalar.properties.uppercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
  }
}

extension LegacyEncoding {
  /// The code a font was made for, and whether it draws small letters as capitals.
  static func of(font: String) -> (encoding: LegacyEncoding, isCapital: Bool)? {
    guard let first = font.utf8.first, first == 0x2E || first | 0x20 == 0x76 else { return nil }
    let name = font.lowercased()
    if name.hasPrefix(".vn") {
      return (.tcvn3, font.hasSuffix("H") || name == font && font.hasSuffix("h"))
    }
    return name.hasPrefix("vni-") ? (.vni, false) : nil
  }
}
