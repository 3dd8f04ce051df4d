/// Forms of Vietnamese text that compare equal although typed differently.
public enum Folding {
  /// Lower case, tone marks of open oa, oe, uy on one letter (hoà → hòa), every dash a hyphen,
  /// every quotation mark `"`, white space collapsed and trimmed.
  ///
  /// Two places of the tone mark are both right (Decree 30/2020 itself mixes them), so names and
  /// phrases are compared in this form. Offsets are not preserved.
  public static func key(_ text: some StringProtocol) -> String {
    string(of: scalars(text))
  }

  /// `key` without any white space or punctuation: for "the same words, however spaced".
  public static func letters(_ text: some StringProtocol) -> String {
    string(of: scalars(text).filter { Letters.isLetter($0) || Letters.isDigit($0) })
  }

  private static func scalars(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if Letters.isSpace(scalar) {
        isSpacePending = !result.isEmpty
        continue
      }
      if isSpacePending {
        result.append(" ")
        isSpacePending = false
      }
      result.append(folded(scalar))
    }
    foldTones(&result)
    return result
  }

  /// Lower case, every dash a hyphen, every quotation mark straight. One scalar for one.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212: "-"
    case 0x201C...0x201E, 0xAB, 0xBB, 0x2033: "\""
    case 0x2018, 0x2019, 0x2032: "'"
    default: Letters.lowercased(scalar)
    }
  }

  private static func string(of scalars: [Unicode.Scalar]) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(scalars.count * 2)
    for scalar in scalars {
      if scalar.value < 0x80 {
        units.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        units.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// Moves the tone mark of an open syllable in oa, oe, uy to its first vowel; the number of scalars
  /// stays.
  static func foldTones(_ result: inout [Unicode.Scalar]) {
    for index in result.indices.dropFirst() {
      let first = result[index - 1]
      guard first == "o" || first == "u", result[index].value >= 0x80 else { continue }
      let isOpen = index + 1 == result.count || !Letters.isLetter(result[index + 1])
      guard isOpen, let pair = movedTone(first, result[index]) else { continue }
      if first == "u", index >= 2, result[index - 2] == "q" { continue }  // quý: u belongs to q
      result[index - 1] = pair.0
      result[index] = pair.1
    }
  }

  private typealias Pair = (Unicode.Scalar, Unicode.Scalar)

  private static func movedTone(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Pair? {
    first == "o" ? movedToneAfterO(second) : movedToneAfterU(second)
  }

  private static func movedToneAfterO(_ second: Unicode.Scalar) -> Pair? {
    switch second {
    case "à": ("ò", "a")
    case "á": ("ó", "a")
    case "ả": ("ỏ", "a")
    case "ã": ("õ", "a")
    case "ạ": ("ọ", "a")
    case "è": ("ò", "e")
    case "é": ("ó", "e")
    case "ẻ": ("ỏ", "e")
    case "ẽ": ("õ", "e")
    case "ẹ": ("ọ", "e")
    default: nil
    }
  }

  private static func movedToneAfterU(_ second: Unicode.Scalar) -> Pair? {
    switch second {
    case "ỳ": ("ù", "y")
    case "ý": ("ú", "y")
    case "ỷ": ("ủ", "y")
    case "ỹ": ("ũ", "y")
    case "ỵ": ("ụ", "y")
    default: nil
    }
  }
}
