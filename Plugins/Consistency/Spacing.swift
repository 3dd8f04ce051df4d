import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Missing and needless spaces, and two words typed as one. All are mended by machine.
  static let spacing = NativeCheck(
    name: "spacing", arguments: ["words", "right", "count"],
    cases: ["missing", "before-mark", "double", "glued"]
  ) { context in
    let text = context.runningText
    var found: [Observation] = []
    for pattern in [Spacing.afterMark, Spacing.bracket] {
      for match in pattern.matches(in: text.text) {
        guard let gap = match[1], let whole = match[0], !isAddress(text.text, whole) else {
          continue
        }
        found.append(missing(at: gap, in: whole, text))
      }
    }
    for match in Spacing.beforeMark.matches(in: text.text) {
      guard let gap = match[1] else { continue }
      let words = text.text.words(match.range)
      let span = text.span(match.range)
      // “động ,phát”: the space stands on the wrong side.
      let next = match[2].map { text.span($0.upperBound..<$0.upperBound) }
      found.append(
        Observation(
          at: span, case: "before-mark",
          arguments: [
            "words": .text(words),
            "right": .text(words.replacing(" ", with: "") + (next == nil ? "" : " …")),
            "count": .number(1),
          ],
          fixes: [
            Observation.ProposedFix(
              kind: .mechanical,
              description: next == nil
                ? LocalizedText(vi: "Bỏ khoảng trắng.", en: "Drop the space.")
                : LocalizedText(
                  vi: "Chuyển khoảng trắng ra sau dấu.", en: "Move the space behind the mark."),
              edits: [(text.span(gap), "")] + (next.map { [($0, " ")] } ?? []))
          ]))
    }
    found += GluedWords(law: context.law).observations(in: text)
    return found + doubleSpaces(context.document)
  }

  private static func missing(
    at gap: Range<Int>, in whole: Range<Int>, _ text: RunningText
  ) -> Observation {
    let words = text.text.words(whole)
    let right =
      text.text.words(whole.lowerBound..<gap.lowerBound) + " "
      + text.text.words(gap.lowerBound..<whole.upperBound)
    return Observation(
      at: text.span(whole), case: "missing",
      arguments: ["words": .text(words), "right": .text(right), "count": .number(1)],
      fixes: [
        .mechanical(
          text.span(gap.lowerBound..<gap.lowerBound), " ", vi: "Thêm một khoảng trắng.",
          en: "Add a space.")
      ])
  }

  /// Inside a web or mail address marks stand without spaces.
  private static func isAddress(_ text: String, _ range: Range<Int>) -> Bool {
    let low = text.utf8Start(before: range.lowerBound, atMost: 60)
    let before = text.words(low..<range.upperBound)
    let last = before.split(separator: " ").last ?? ""
    return last.contains("://") || last.contains("@") || last.hasPrefix("www.")
  }

  /// One finding for the whole paper: they come by the dozen and none is worth a line of its own.
  private static func doubleSpaces(_ document: RecognisedDocument) -> [Observation] {
    var spans: [TextSpan] = []
    for index in document.components.subject.map(\.block) + document.components.body {
      let text = document.blocks[index].text
      guard hasDoubleSpace(text) else { continue }
      spans += Spacing.double.matches(in: text).map { TextSpan(block: index, utf8: $0.range) }
    }
    guard let first = spans.first else { return [] }
    return [
      Observation(
        at: first, case: "double",
        arguments: ["words": .text(""), "right": .text(""), "count": .number(spans.count)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Chỉ để một khoảng trắng giữa hai chữ.", en: "Leave one space between words."),
            edits: spans.map { ($0, " ") })
        ])
    ]
  }

  private static func hasDoubleSpace(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for unit in text.utf8 {
      if unit == 0x20, previous == 0x20 { return true }
      previous = unit
    }
    return false
  }
}

private enum Spacing {
  /// A comma or semicolon with a letter straight behind it; a full stop between a small letter and
  /// a capitalised word. Group 1 is the place of the missing space.
  static let afterMark = Pattern(
    known: #"\b\p{L}+(?:[,;]|(?<=\p{Ll}\p{Ll})\.(?=\p{Lu}\p{Ll}))()\p{L}+"#)
  /// A bracket straight behind a word of two letters or more.
  static let bracket = Pattern(known: #"\b\p{L}*\p{Ll}{2,}()\((?=\p{L}{2}|\d)[^\s()]*(?:\))?"#)
  /// One space between a word or number and a comma, semicolon, colon or full stop that ends
  /// something. Groups: 1 the space, 2 the mark, when the next word stands straight behind it.
  static let beforeMark = Pattern(
    known: #"(?:\p{L}{2,}|\d+|[%)”])( )(?:[,;:.](?=\h|\n|$)|([,;:])(?=\p{L}))(?!\h*[,;:./…])"#)
  static let double = Pattern(known: #"(?<=[^\h\n])  +(?=[^\h\n])"#)
}

/// “Hải Dươngvề”: a word that is two common words without a space.
private struct GluedWords {
  let law: LegalKnowledge

  func observations(in text: RunningText) -> [Observation] {
    let candidates = candidates(in: text.text)
    guard !candidates.isEmpty else { return [] }
    let words = law.vocabulary.words
    return candidates.compactMap { range -> Observation? in
      let word = text.text.words(range)
      guard let split = split(word, into: words) else { return nil }
      let middle = range.lowerBound + split.utf8.count
      let right = split + " " + text.text.words(middle..<range.upperBound)
      return Observation(
        at: text.span(range), case: "glued",
        arguments: ["words": .text(word), "right": .text(right), "count": .number(1)],
        fixes: [
          .mechanical(
            text.span(middle..<middle), " ", vi: "Tách thành “\(right)”.",
            en: "Split into “\(right)”.")
        ])
    }
  }

  /// Words with two groups of vowels parted by consonants: a Vietnamese word has but one.
  private func candidates(in text: String) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var offset = 0
    var groups = 0
    var wasVowel = false
    var length = 0
    var hasMark = false
    func close() {
      if groups == 2, hasMark, length >= 4 { result.append(start..<offset) }
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if Letters.isLetter(scalar) {
        if length == 0 { start = offset }
        length += 1
        let isVowel = GluedWords.isVowel(scalar)
        if isVowel, !wasVowel { groups += 1 }
        wasVowel = isVowel
        hasMark = hasMark || scalar.value >= 0x80
      } else {
        if length > 0 { close() }
        groups = 0
        wasVowel = false
        length = 0
        hasMark = false
      }
      offset += width
    }
    if length > 0 { close() }
    return result
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch Letters.lowercased(scalar).value {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    case 0..<0x80: false
    case 0x111: false  // đ
    default: true
    }
  }

  /// The first half, when both halves are words in exactly one way. A capital inside is a name.
  private func split(_ word: String, into words: Set<String>) -> String? {
    let scalars = Array(word.unicodeScalars)
    let inner = scalars.dropFirst()
    guard !inner.contains(where: Letters.isCapital), scalars.count >= 4 else { return nil }
    var found: String?
    for cut in 2..<(scalars.count - 1) {
      let first = String(String.UnicodeScalarView(scalars[..<cut]))
      let second = String(String.UnicodeScalarView(scalars[cut...]))
      guard words.contains(first.lowercased()), words.contains(second.lowercased()) else {
        continue
      }
      if found != nil { return nil }
      found = first
    }
    return found
  }
}
