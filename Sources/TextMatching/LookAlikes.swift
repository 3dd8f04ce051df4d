/// Letters of other alphabets that look like those of Vietnamese: typed on another keyboard, or taken
/// for them by a program that reads scans. Nobody sees the difference and no search finds the word.
public enum LookAlikes {
  /// A letter of a text that stands for another one.
  public struct Place: Sendable, Equatable {
    /// Ordinal among the scalars of the text, from 0.
    public var ordinal: Int
    /// The letter it stands for.
    public var letter: Unicode.Scalar
  }

  /// The letter of Vietnamese that a letter looks like, wherever it stands; nil when it looks like
  /// none, or is one.
  public static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    crossedD[scalar] ?? foreign[scalar]
  }

  /// The text with every such letter put right, without regard to the words around: for comparing.
  public static func mended(_ text: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text { result.append(letter(scalar) ?? scalar) }
    return String(result)
  }

  /// Whether a text can hold any; without looking at its words.
  public static func mayOccur(in text: String) -> Bool {
    var previous: UInt8 = 0
    for unit in text.utf8 {
      switch (previous, unit) {
      // Ð, ð, Ɖ, ɖ; then Greek and Cyrillic.
      case (0xC3, 0x90), (0xC3, 0xB0), (0xC6, 0x89), (0xC9, 0x96): return true
      case (_, 0xCE), (_, 0xCF), (_, 0xD0), (_, 0xD1): return true
      default: previous = unit
      }
    }
    return false
  }

  /// The letters that stand for others: Ð and ð anywhere, since no Vietnamese word has them; Greek
  /// and Cyrillic ones in a word that has Latin letters too. A Russian name stays what it is.
  public static func places(in text: [Unicode.Scalar]) -> [Place] {
    var result: [Place] = []
    var start = 0
    while start < text.count {
      guard isPartOfWord(text[start]) else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex { !isPartOfWord($0) } ?? text.count
      let hasLatin = text[start..<end].contains { isLatin($0) && crossedD[$0] == nil }
      for ordinal in start..<end {
        let scalar = text[ordinal]
        if let letter = crossedD[scalar] ?? (hasLatin ? foreign[scalar] : nil) {
          result.append(Place(ordinal: ordinal, letter: letter))
        }
      }
      start = end
    }
    return result
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || Letters.isLetter(scalar)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// The eth of Icelandic and the African d.
  private static let crossedD: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{D0}": "Đ", "\u{F0}": "đ", "\u{189}": "Đ", "\u{256}": "đ",
  ]

  private static let foreign: [Unicode.Scalar: Unicode.Scalar] = {
    // Cyrillic, then Greek.
    let rows: [(foreign: String, latin: String)] = [
      (
        "\u{410}\u{412}\u{415}\u{406}\u{408}\u{41A}\u{41C}\u{41D}\u{41E}\u{420}\u{405}\u{421}"
          + "\u{422}\u{425}\u{423}", "ABEIJKMHOPSCTXY"
      ),
      (
        "\u{430}\u{441}\u{435}\u{456}\u{458}\u{43E}\u{440}\u{455}\u{445}\u{443}", "aceijopsxy"
      ),
      (
        "\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39A}\u{39C}\u{39D}\u{39F}\u{3A1}\u{3A4}"
          + "\u{3A5}\u{3A7}\u{3BF}", "ABEZHIKMNOPTYXo"
      ),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (foreign, latin) in rows {
      for (from, to) in zip(foreign.unicodeScalars, latin.unicodeScalars) { table[from] = to }
    }
    return table
  }()
}
