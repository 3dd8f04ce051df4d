/// VNI-Windows, the code of the `VNI-…` fonts: a base letter and a mark that is a letter of Latin-1,
/// the mark's capital after a capital.
enum VNI {
  /// The same text in Unicode, scalar for scalar: what a mark adds stays a combining mark where one
  /// letter would be shorter, so that Normalization Form C makes the letter and every scalar keeps
  /// its place.
  static func converted(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = scalars
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let mark = index + 1 < scalars.count ? small(scalars[index + 1]) : nil,
        let pair = pairs[Pair(base: small(scalar), mark: mark)]
      {
        result[index] = isCapital(scalar) ? capital(pair.base) : pair.base
        result[index + 1] = pair.mark
        index += 2
        continue
      }
      if let letter = singles[small(scalar)] {
        result[index] = isCapital(scalar) ? capital(letter) : letter
      }
      index += 1
    }
    return result
  }

  private struct Pair: Hashable {
    var base: Unicode.Scalar
    var mark: Unicode.Scalar
  }

  private static let singles: [Unicode.Scalar: Unicode.Scalar] = [
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
  ]

  /// By base letter and mark, both small: the base as it comes out and the combining mark.
  private static let pairs: [Pair: (base: Unicode.Scalar, mark: Unicode.Scalar)] = {
    // sắc, huyền, hỏi, ngã, nặng
    let tones: [Unicode.Scalar] = ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"]
    let circumflex: Unicode.Scalar = "\u{302}"
    let breve: Unicode.Scalar = "\u{306}"
    var table: [Pair: (base: Unicode.Scalar, mark: Unicode.Scalar)] = [:]
    func add(_ base: Unicode.Scalar, _ marks: String, shaped: Unicode.Scalar) {
      for (mark, tone) in zip(marks.unicodeScalars, tones) {
        table[Pair(base: base, mark: mark)] = (shaped, tone)
      }
    }
    for base in "aeouy".unicodeScalars { add(base, "ùøûõï", shaped: base) }
    add("ô", "ùøûõï", shaped: "ơ")
    add("ö", "ùøûõï", shaped: "ư")
    let hats: [(Unicode.Scalar, Unicode.Scalar)] = [("a", "â"), ("e", "ê"), ("o", "ô")]
    for (base, shaped) in hats {
      add(base, "áàåãä", shaped: shaped)
      table[Pair(base: base, mark: "â")] = (base, circumflex)
    }
    add("a", "éèúüë", shaped: "ă")
    table[Pair(base: "a", mark: "ê")] = ("a", breve)
    return table
  }()

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { small(scalar) != scalar }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(scalar.value + 32) ?? scalar
    default: scalar
    }
  }

  private static func capital(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
  }
}
