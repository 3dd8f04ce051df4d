import DocumentModel

/// Takes a typed number or dash off the front of a paragraph.
///
/// Forms accepted: `I.`, `II)`, `1.`, `1)`, `1.1`, `1.1.2.`, `II.1.`, `a)`, `đ.`, `A.`, dashes and
/// bullets, `Điều 1.`, `Chương I`, `Phần II.`, `Mục 3:`. Numbers that are data (`1.500 người`,
/// `16/01/2023`, `10%`, `-5%`) stay in the text, and so does a number with nothing after it: it is
/// a cell's content, not a label.
enum LabelSplitter {
  struct Split {
    var label: ListLabel
    /// UTF-8 code units taken off: white space before the label, the label, white space after it.
    var utf8: Int
  }

  /// No label is longer than this many scalars, indentation included.
  private static let window = 64

  static func split(_ text: String) -> Split? {
    var scanner = Scanner(text.unicodeScalars.prefix(window))
    scanner.skipSpace()
    let start = scanner.position
    guard let first = scanner.current else { return nil }
    let label: ListLabel? =
      switch first {
      case _ where isDash(first): scanner.dash()
      case "0"..."9": scanner.decimal(prefix: [])
      case "Đ", "đ", "C", "c", "P", "p", "M", "m":
        scanner.named() ?? scanner.letterOrRoman(from: start)
      default: scanner.letterOrRoman(from: start)
      }
    guard let label else { return nil }
    scanner.skipSpace()
    return Split(label: label, utf8: scanner.utf8)
  }

  /// Dashes, plus signs and bullets typed at the start of a list item, the private-use glyphs of
  /// the Symbol and Wingdings fonts included.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "+", "*", "\u{2010}"..."\u{2015}", "\u{2212}", "•", "▪", "●", "○", "◦", "■", "□",
      "‣", "⁃", "✓", "➢", "➤", "❖", "◆", "\u{00B7}", "\u{F020}"..."\u{F0FF}":
      true
    default: false
    }
  }

  /// Points in the order of Vietnamese law: a b c d đ e g h …; f, j, w, z do not occur.
  private static let points: [Unicode.Scalar: Int] = Dictionary(
    uniqueKeysWithValues: "abcdđeghiklmnopqrstuvxy".unicodeScalars.enumerated().map {
      ($0.element, $0.offset + 1)
    })

  /// The place of a letter in the Vietnamese order of points, from 1; nil for f, j, w, z.
  static func pointNumber(_ letter: Unicode.Scalar) -> Int? {
    points[letter.properties.lowercaseMapping.unicodeScalars.first ?? letter]
  }

  /// The value of a Roman numeral in canonical form, up to 89; nil for anything else.
  static func romanValue(_ digits: some Sequence<Unicode.Scalar>) -> Int? {
    let values: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
    var total = 0
    var previous = 0
    var text = ""
    for digit in digits {
      guard let value = values[digit] else { return nil }
      total += value > previous ? value - 2 * previous : value
      previous = value
      text.unicodeScalars.append(digit)
    }
    return total > 0 && roman(total) == text ? total : nil
  }

  /// Upper-case Roman numeral of a positive number.
  static func roman(_ number: Int) -> String {
    let steps: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, digits) in steps {
      while rest >= value {
        result += digits
        rest -= value
      }
    }
    return result
  }
}

/// Reads label forms off the front of a text; a method that returns nil may have moved on.
private struct Scanner {
  private let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: some Sequence<Unicode.Scalar>) { scalars = Array(text) }

  var current: Unicode.Scalar? { peek(0) }
  var utf8: Int { scalars[..<position].reduce(0) { $0 + UTF8.width($1) } }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < scalars.count ? scalars[index] : nil
  }

  mutating func skipSpace() {
    while let scalar = current, scalar.isSpace { position += 1 }
  }

  private func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<position]))
  }

  /// The first scalar that is not white space, at or after the current one.
  private var following: Unicode.Scalar? {
    scalars[position...].first { !$0.isSpace }
  }

  /// White space stands here, with text after it.
  private var isSeparated: Bool {
    (current?.isSpace ?? false) && following != nil
  }

  /// A word stands here without a space: `1.Mục đích`. A single letter before a dot is an initial.
  private var isGluedWord: Bool {
    guard let first = current, first.properties.isAlphabetic, let second = peek(1) else {
      return false
    }
    return second.properties.isAlphabetic || second.isSpace
  }

  mutating func dash() -> ListLabel? {
    let start = position
    position += 1
    guard let next = following else { return nil }
    let isGlued = current.map { !$0.isSpace } ?? false
    if LabelSplitter.isDash(next) { return nil }
    if isGlued, !next.properties.isAlphabetic, !"“\"‘'([«".unicodeScalars.contains(next) {
      return nil
    }
    return ListLabel(text: text(from: start), origin: .typed, style: .dash)
  }

  private mutating func number(digits limit: Int) -> Int? {
    let start = position
    while let digit = current, ("0"..."9").contains(digit) { position += 1 }
    guard position > start, position - start <= limit else { return nil }
    return Int(text(from: start))
  }

  /// `1.`, `1)`, `1.1`, `1.1.`; with a Roman prefix `II.1.`.
  mutating func decimal(prefix: [Int], from origin: Int? = nil) -> ListLabel? {
    let start = origin ?? position
    var numbers = prefix
    guard let first = number(digits: 3) else { return nil }
    numbers.append(first)
    while current == ".", let digit = peek(1), ("0"..."9").contains(digit) {
      position += 1
      guard let next = number(digits: 2), numbers.count < 9 else { return nil }
      numbers.append(next)
    }
    let isDeep = numbers.count > 1
    switch current {
    case ".":
      position += 1
      guard isSeparated || isGluedWord else { return nil }
    case ")":
      position += 1
      guard !isDeep, isSeparated || isGluedWord else { return nil }
    case "/" where !isDeep:
      position += 1
      guard isSeparated, following?.properties.isAlphabetic == true else { return nil }
    default:
      // 1.1 Mục tiêu, but not 1.5 triệu
      guard isDeep, isSeparated, let next = following,
        next.properties.isUppercase || "“\"".unicodeScalars.contains(next)
      else { return nil }
    }
    return ListLabel(
      text: text(from: start), origin: .typed, style: .decimal, numbers: numbers)
  }

  mutating func letterOrRoman(from start: Int) -> ListLabel? {
    position = start
    return roman() ?? lowerRoman(from: start) ?? letter(from: start)
  }

  private mutating func roman() -> ListLabel? {
    let start = position
    while let digit = current, "IVX".unicodeScalars.contains(digit) { position += 1 }
    guard position > start, let value = LabelSplitter.romanValue(scalars[start..<position]) else {
      return nil
    }
    switch current {
    case ".":
      position += 1
      if let digit = current, ("0"..."9").contains(digit) {
        return decimal(prefix: [value], from: start)
      }
      guard isSeparated || isGluedWord, following.map(isInitial) != true else { return nil }
    case ")":
      position += 1
      guard isSeparated || isGluedWord else { return nil }
    case "/":
      position += 1
      guard isSeparated, following?.properties.isAlphabetic == true else { return nil }
    default: return nil
    }
    return ListLabel(text: text(from: start), origin: .typed, style: .upperRoman, numbers: [value])
  }

  /// `ii)`, `iv)`; a single letter is a point of the Vietnamese order.
  private mutating func lowerRoman(from start: Int) -> ListLabel? {
    position = start
    while let digit = current, "ivx".unicodeScalars.contains(digit) { position += 1 }
    let digits = scalars[start..<position].compactMap { digit -> Unicode.Scalar? in
      digit.properties.uppercaseMapping.unicodeScalars.first
    }
    guard digits.count > 1, let value = LabelSplitter.romanValue(digits), current == ")" else {
      return nil
    }
    position += 1
    guard isSeparated || isGluedWord else { return nil }
    return ListLabel(text: text(from: start), origin: .typed, style: .lowerRoman, numbers: [value])
  }

  private mutating func letter(from start: Int) -> ListLabel? {
    position = start
    guard let letter = current, isPointLetter(letter) else { return nil }
    let isLower = letter.properties.isLowercase
    position += 1
    switch current {
    case ")":
      position += 1
      guard isSeparated || (isLower && isGluedWord) else { return nil }
    case ".":
      // Not an initial: "V. A. Lênin".
      position += 1
      guard isSeparated, let next = following,
        next.properties.isAlphabetic || "“\"".unicodeScalars.contains(next), !isInitial(next)
      else { return nil }
    case "/":
      position += 1
      guard isSeparated, following?.properties.isAlphabetic == true else { return nil }
    default: return nil
    }
    return ListLabel(
      text: text(from: start), origin: .typed, style: isLower ? .lowerLetter : .upperLetter,
      numbers: LabelSplitter.pointNumber(letter).map { [$0] } ?? [])
  }

  private func isPointLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "đ", "Đ": true
    default: false
    }
  }

  private func isInitial(_ scalar: Unicode.Scalar) -> Bool {
    guard let index = scalars[position...].firstIndex(of: scalar), index + 1 < scalars.count else {
      return false
    }
    return scalars[index + 1] == "."
  }

  /// `Điều 1.`; `Chương I`, `Phần I`, `Mục 1` alone or before a dot or colon.
  mutating func named() -> ListLabel? {
    let start = position
    while let scalar = current, scalar.properties.isAlphabetic { position += 1 }
    let word = text(from: start).lowercased()
    let isArticle = word == "điều"
    guard isArticle || word == "chương" || word == "phần" || word == "mục", isSeparated else {
      return nil
    }
    skipSpace()
    let digits = position
    var value: Int?
    if !isArticle, current.map({ "IVXL".unicodeScalars.contains($0) }) ?? false {
      while let digit = current, "IVXL".unicodeScalars.contains(digit) { position += 1 }
      value = LabelSplitter.romanValue(scalars[digits..<position])
    } else {
      value = number(digits: 3)
      // Articles inserted later: Điều 12a.
      if isArticle, let letter = current, ("a"..."z").contains(letter) || letter == "đ" {
        position += 1
      }
    }
    guard let value else { return nil }
    let isAlone = following == nil
    if current == "." || current == ":" {
      position += 1
      guard current == nil || isSeparated || isGluedWord || following == nil else { return nil }
    } else if isArticle || !isAlone {
      return nil
    }
    return ListLabel(
      text: text(from: start), origin: .typed, style: isArticle ? .article : .division,
      numbers: [value])
  }
}
