/// Forms of Vietnamese text that compare equal although typed differently.
public enum Folding {
  /// Lower case, tone marks of open oa, oe, uy on one letter (hoà → hòa), every dash a hyphen,
  /// every quotation mark `"`, white space collapsed and trimmed.
  ///
  /// Two places of the tone mark are both right (Decree 30/2020 itself mixes them), so names and
  /// phrases are compared in this form. Offsets are not preserved.
  public static func key(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !scalars.isEmpty
        continue
      }
      if pendingSpace {
        scalars.append(" ")
        pendingSpace = false
      }
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}": scalars.append("-")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}", "\u{2033}":
        scalars.append("\"")
      case "\u{2018}", "\u{2019}", "\u{2032}": scalars.append("'")
      default: scalars.append(scalar)
      }
    }
    return String(foldingTones(scalars))
  }

  /// `key` without any white space or punctuation: for "the same words, however spaced".
  public static func letters(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        key(text).unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// Moves the tone mark of an open syllable in oa, oe, uy to its first vowel.
  private static func foldingTones(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var result = Array(text)
    guard result.count > 1 else { return text }
    for index in 1..<result.count {
      let first = result[index - 1]
      guard first == "o" || first == "u" else { continue }
      let isOpen =
        index + 1 == result.count || !result[index + 1].properties.isAlphabetic
      guard isOpen, let pair = movedTones[first]?[result[index]] else { continue }
      if first == "u", index >= 2, result[index - 2] == "q" { continue }  // quý: u belongs to q
      result[index - 1] = pair.0
      result[index] = pair.1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return view
  }

  private typealias Scalar = Unicode.Scalar
  private static let movedTones: [Scalar: [Scalar: (Scalar, Scalar)]] = [
    "o": [
      "à": ("ò", "a"), "á": ("ó", "a"), "ả": ("ỏ", "a"), "ã": ("õ", "a"), "ạ": ("ọ", "a"),
      "è": ("ò", "e"), "é": ("ó", "e"), "ẻ": ("ỏ", "e"), "ẽ": ("õ", "e"), "ẹ": ("ọ", "e"),
    ],
    "u": [
      "ỳ": ("ù", "y"), "ý": ("ú", "y"), "ỷ": ("ủ", "y"), "ỹ": ("ũ", "y"), "ỵ": ("ụ", "y"),
    ],
  ]
}
