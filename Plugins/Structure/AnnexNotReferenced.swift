import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The text points to each annex it has (Decree 30/2020, Phụ lục I, mục III.1), and has each
  /// annex it points to.
  static let annexNotReferenced = NativeCheck(
    name: "annex-not-referenced", arguments: ["annex"], cases: ["unmentioned", "absent"]
  ) { context in
    guard context.hasStateForm, context.standsAlone else { return [] }
    let document = context.document
    let mentions = AnnexMentions(document)
    let annexes = document.components.annexes
    if annexes.isEmpty {
      guard let mention = mentions.own.first, !hasTail(document) else { return [] }
      return [absent(mention.span, document)]
    }
    let unmentioned = annexes.filter { !mentions.cover($0) }.map { annex in
      Observation(
        at: annex.heading, case: "unmentioned",
        arguments: ["annex": .text(document.text(annex.heading).collapsed)])
    }
    return unmentioned + absentNumbers(mentions, annexes, document)
  }

  private static func absent(_ span: TextSpan, _ document: RecognisedDocument) -> Observation {
    Observation(
      at: span, case: "absent", arguments: ["annex": .text(document.text(span).collapsed)])
  }

  /// Numbers that the text names and no annex bears; only when all annexes are numbered.
  private static func absentNumbers(
    _ mentions: AnnexMentions, _ annexes: [Annex], _ document: RecognisedDocument
  ) -> [Observation] {
    let present = annexes.compactMap { $0.number.flatMap(AnnexNumber.value) }
    guard present.count == annexes.count else { return [] }
    var seen = Set(present)
    return mentions.own.filter { mention in
      mention.numbers.contains { seen.insert($0).inserted }
    }.map { absent($0.span, document) }
  }

  /// Whether anything follows recipients and signature: tables and lists there are annexes in all
  /// but name.
  private static func hasTail(_ document: RecognisedDocument) -> Bool {
    let components = document.components
    let ends =
      (components.recipients?.lines.map(\.span.block) ?? [])
      + components.signatures.flatMap { block in
        (block.authority + [block.office, block.name].compactMap { $0 }).map(\.block)
      }
    guard let last = ends.max(), last + 1 < document.blocks.count else { return false }
    return document.blocks[(last + 1)...].contains { !$0.text.isBlank }
  }
}

/// Where the text before the annexes speaks of annexes.
private struct AnnexMentions {
  struct Mention {
    var span: TextSpan
    /// Numbers named; empty for “Phụ lục kèm theo”.
    var numbers: [Int]
    /// Whether an annex of this paper is meant, not one of an instrument it cites.
    var isOwn: Bool
  }
  private var all: [Mention] = []
  /// “danh sách kèm theo”: annexes by another name.
  private var speaksOfEnclosures = false

  var own: [Mention] { all.filter(\.isOwn) }

  func cover(_ annex: Annex) -> Bool {
    if speaksOfEnclosures || all.contains(where: \.numbers.isEmpty) { return true }
    guard let number = annex.number.flatMap(AnnexNumber.value) else { return !all.isEmpty }
    return all.contains { $0.numbers.contains(number) }
  }

  private static let pattern = Pattern(
    known: #"""
      (?i:phụ\s+lục)
      (?:\s+(?i:số\s+)?(?<numbers>\b(?:[IVX]+|\d{1,2})\b
        (?:\s*(?:,|và|-|–|đến)\s*(?:(?i:phụ\s+lục)\s+)?(?i:số\s+)?(?:[IVX]+|\d{1,2})\b)*))?
      """#, options: .extended)
  private static let enclosure = Pattern(
    known: #"(?<!ban hành )(?:kèm theo|đính kèm|gửi kèm)"#, options: .caseless)

  init(_ document: RecognisedDocument) {
    let end = document.components.annexes.map(\.blocks.lowerBound).min() ?? document.blocks.count
    for index in 0..<min(end, document.blocks.count) {
      let text = document.blocks[index].text
      if AnnexMentions.enclosure.matches(text) { speaksOfEnclosures = true }
      for match in AnnexMentions.pattern.matches(in: text) {
        let numbers = match[1].map { AnnexNumber.list(String(text[utf8Range: $0])) } ?? []
        all.append(
          Mention(
            span: TextSpan(block: index, utf8: match.range), numbers: numbers,
            isOwn: AnnexMentions.isOwn(match.range, hasNumber: !numbers.isEmpty, index, document)))
      }
    }
  }

  private static let ownWords = Pattern(
    known: #"kèm theo|đính kèm|gửi kèm|\bnày\b"#, options: .caseless)
  private static let foreignWords = Pattern(
    known:
      #"^\s*(?:của|ban hành kèm theo|kèm theo|tại)\s+(?:Luật|Nghị|Thông tư|Quyết định số|Quy|Hướng dẫn số|Công văn|Chỉ thị|Kế hoạch số|Kế hoạch của)"#,
    options: .caseless)

  private static func isOwn(
    _ range: Range<Int>, hasNumber: Bool, _ block: Int, _ document: RecognisedDocument
  ) -> Bool {
    let text = document.blocks[block].text
    let sentence = AnnexMentions.sentence(around: range, in: text)
    let isNearCitation = document.citations.contains {
      $0.span.block == block && $0.span.utf8.overlaps(sentence)
    }
    if isNearCitation { return false }
    let rest = String(text[utf8Range: range.upperBound..<sentence.upperBound])
    if foreignWords.matches(rest) { return false }
    // “tiêu chí nêu tại Phụ lục.”: of no other paper, so of this one.
    let before = String(text[utf8Range: sentence.lowerBound..<range.lowerBound])
    if pointing.matches(before), ending.matches(rest) { return true }
    let isInBrackets = text[utf8Range: 0..<range.lowerBound].unicodeScalars.last == "("
    return hasNumber || isInBrackets || ownWords.matches(rest)
  }

  private static let pointing = Pattern(
    known: #"\b(?:tại|theo|trong|ở)\s+$"#, options: .caseless)
  private static let ending = Pattern(known: #"^\s*(?:[.;,)/]|$)"#)

  /// From the last sentence mark before the range to the first after it.
  private static func sentence(around range: Range<Int>, in text: String) -> Range<Int> {
    let marks = Array(text.utf8)
    var low = range.lowerBound
    while low > 0, !isEnd(low - 1, marks) { low -= 1 }
    var high = range.upperBound
    while high < marks.count, !isEnd(high, marks) { high += 1 }
    return low..<high
  }

  private static func isEnd(_ offset: Int, _ text: [UInt8]) -> Bool {
    switch text[offset] {
    case UInt8(ascii: ";"): true
    case UInt8(ascii: "."): offset + 1 == text.count || text[offset + 1] == UInt8(ascii: " ")
    default: false
    }
  }
}

/// Numbers of annexes, Roman or Arabic.
private enum AnnexNumber {
  private static let pattern = Pattern(known: #"[IVX]+|\d+|đến|[-–]"#)

  static func value(_ text: String) -> Int? { Int(text) ?? Roman.value(text) }

  /// “I, II và IV”, “1 - 3”.
  static func list(_ text: String) -> [Int] {
    var numbers: [Int] = []
    var isRange = false
    for match in pattern.matches(in: text) {
      guard let number = value(String(text[utf8Range: match.range])) else {
        isRange = true
        continue
      }
      if isRange, let first = numbers.last, first < number { numbers += first + 1..<number }
      numbers.append(number)
      isRange = false
    }
    return numbers
  }
}
