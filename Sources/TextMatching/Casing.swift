/// Letter case of Vietnamese words.
public enum Casing {
  /// At least two letters, none of them small.
  public static func isUpper(_ text: some StringProtocol) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if Letters.isSmall(scalar) { return false }
      if Letters.isCapital(scalar) { letters += 1 }
    }
    return letters >= 2
  }

  public static func startsUpper(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.first(where: Letters.isLetter).map(Letters.isCapital) ?? false
  }

  public static func startsLower(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.first.map(Letters.isSmall) ?? false
  }

  /// First letter large, the others small.
  public static func capitalised(_ word: some StringProtocol) -> String {
    guard let first = word.first else { return "" }
    return first.uppercased() + word.dropFirst().lowercased()
  }

  /// A person's name: two to six words, each with a large first letter, no digits or marks; a
  /// degree or rank in front is skipped. All capitals will do.
  public static func isPersonName(_ text: String) -> Bool {
    var words = text.split { $0 == " " || $0 == "\u{A0}" }
    while let first = words.first, first.hasSuffix("."), first.count <= 7 { words.removeFirst() }
    guard (2...6).contains(words.count) else { return false }
    return words.allSatisfy { word in
      startsUpper(word)
        && word.unicodeScalars.allSatisfy {
          Letters.isLetter($0) || $0 == "-" || $0 == "'" || $0 == "’"
        } && (isUpper(word) || word.count == 1 || !isUpper(word.dropFirst()))
    }
  }
}
