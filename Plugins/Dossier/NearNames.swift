import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import TextMatching

/// Names of one person or body typed in two ways, as opposed to two of them.
enum NearNames {
  /// Whether one name is probably a slip for the other: a wrong or missing mark, one letter, one
  /// middle name left out. Two names that are equal are not near.
  static func areNear(_ a: Nominee, _ b: Nominee) -> Bool {
    if let first = a.birthYear, let second = b.birthYear, first != second { return false }
    guard a.recipient == b.recipient || a.recipient == nil || b.recipient == nil else {
      return false
    }
    if !a.awards.isEmpty, !b.awards.isEmpty,
      !a.awards.contains(where: { one in b.awards.contains { one.mayEqual($0) } })
    {
      return false
    }
    return areNear(
      a.nameText, b.nameText, arePersons: (a.recipient ?? b.recipient) == .individual)
  }

  static func areNear(_ a: String, _ b: String, arePersons: Bool) -> Bool {
    let first = words(a)
    let second = words(b)
    guard first != second, first.count > 1, second.count > 1 else { return false }
    if first.count == second.count {
      return differBySlip(first, second, arePersons: arePersons)
    }
    // “Nguyễn Văn An” and “Nguyễn An”; a body's shorter name is often its usual one.
    guard arePersons, abs(first.count - second.count) == 1 else { return false }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    guard short.first == long.first, short.last == long.last, short.count > 1 else { return false }
    return long.indices.contains { index in
      var rest = long
      rest.remove(at: index)
      return rest == short
    }
  }

  private static func differBySlip(_ a: [String], _ b: [String], arePersons: Bool) -> Bool {
    let pairs = zip(a, b).filter { $0 != $1 }
    // Numbers and single letters tell bodies apart: Thôn 1, Thôn 2; Tổ A, Tổ B.
    if !arePersons {
      let isTelling = pairs.contains { one, other in
        one.count < 3 || other.count < 3 || one.contains(where: \.isNumber)
          || other.contains(where: \.isNumber)
      }
      if isTelling { return false }
    }
    if pairs.allSatisfy({ Unmarked.text($0) == Unmarked.text($1) }) { return true }
    // One word with one letter wrong; two such words are another name.
    guard pairs.count == 1, let (one, other) = pairs.first else { return false }
    return EditDistance.between(one, other) == 1 && min(one.count, other.count) > 2
  }

  private static func words(_ name: String) -> [String] {
    Folding.key(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// Vietnamese letters without their marks: nguyễn → nguyen, đỗ → do.
enum Unmarked {
  static func text(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(base[scalar] ?? scalar) }
    return String(result)
  }

  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    let rows = [
      "aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự",
      "yỳýỷỹỵ", "dđ", "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "EÈÉẺẼẸÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ",
      "UÙÚỦŨỤƯỪỨỬỮỰ", "YỲÝỶỸỴ", "DĐ",
    ]
    var map: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      for scalar in scalars.dropFirst() { map[scalar] = scalars[0] }
    }
    return map
  }()
}

/// Names of units as papers write them, in full or in short.
enum UnitNames {
  /// Whether two names may be of one unit, or of a unit and a part of it. Only names of one type of
  /// unit (“Phòng …”, “Trường …”) are said to differ.
  static func mayAgree(_ a: String, _ b: String) -> Bool {
    guard let type = words(a).first, let other = words(b).first else { return true }
    return agree(a, b) || Folding.key(type) != Folding.key(other)
  }

  /// Whether one name holds the other, abbreviations compared by their letters: “Phòng GD&ĐT”, “VP
  /// HĐND và UBND xã”.
  static func agree(_ a: String, _ b: String) -> Bool {
    let first = words(a)
    let second = words(b)
    guard !first.isEmpty, !second.isEmpty else { return false }
    let one = Set(first.map { Folding.key($0) })
    let two = Set(second.map { Folding.key($0) })
    if one.isSubset(of: two) || two.isSubset(of: one) { return true }
    guard (first + second).contains(where: isShort) else { return false }
    let short = initials(first)
    let other = initials(second)
    return isWithin(short, other) || isWithin(other, short)
  }

  private static func words(_ name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(String.init).filter {
      $0 != "&" && Folding.key($0) != "và"
    }
  }

  /// Two capital letters or more: an abbreviation.
  private static func isShort(_ word: String) -> Bool {
    word.count > 1 && Casing.isUpper(word)
  }

  private static func initials(_ words: [String]) -> [Unicode.Scalar] {
    words.flatMap { word -> [Unicode.Scalar] in
      let letters = Unmarked.text(word.uppercased()).unicodeScalars.filter(Letters.isLetter)
      return isShort(word) ? Array(letters) : Array(letters.prefix(1))
    }
  }

  /// Whether all of `part` stand in `whole` in the same order.
  private static func isWithin(_ part: [Unicode.Scalar], _ whole: [Unicode.Scalar]) -> Bool {
    var rest = part[...]
    for scalar in whole where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
