import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A number left out: I, II, IV; 1.1, 1.3; a), c) (Decree 30/2020, Phụ lục I, mục II.6.đ).
  static let numberingGap = NativeCheck(
    name: "numbering-gap", arguments: ["label", "previous", "missing"]
  ) { context in
    guard context.numberingIsItsOwn else { return [] }
    return LabelSequence.all(in: context.document).flatMap { sequence in
      sequence.runs.flatMap { gaps(in: $0, of: sequence, context.document) }
    }
  }

  private static func gaps(
    in run: [LabelSequence.Item], of sequence: LabelSequence, _ document: RecognisedDocument
  ) -> [Observation] {
    // A list that does not begin at 1 goes on from somewhere else: nothing is known of its order.
    guard run.first?.number == 1, run.count > 1 else { return [] }
    let present = Set(sequence.items.map(\.number))
    var found: [Observation] = []
    for (previous, item) in zip(run, run.dropFirst()) {
      let missing = Array(previous.number + 1..<max(previous.number + 1, item.number))
      // A jump by many is a stray number, not an omission.
      guard (1...2).contains(missing.count), present.isDisjoint(with: missing),
        !(sequence.hasLetters && missing == [PointLetters.strokedD]),
        let label = missing.first.map({ sequence.label(for: $0, like: item.node.label) }),
        !Hidden.occurs(
          missing, of: sequence, from: previous.node.block, to: item.node.block, document)
      else { continue }
      found.append(
        Observation(
          at: LabelPlace.span(of: item.node, in: document),
          arguments: [
            "label": .text(item.node.label), "previous": .text(previous.node.label),
            "missing": .text(label),
          ],
          related: [LabelPlace.related(previous.node, in: document)]))
    }
    return found
  }

  /// A number used twice: 1.1, 1.1 (Decree 30/2020, Phụ lục I, mục II.6.đ).
  static let numberingDuplicate = NativeCheck(
    name: "numbering-duplicate", arguments: ["label", "next"]
  ) { context in
    guard context.numberingIsItsOwn else { return [] }
    return LabelSequence.all(in: context.document).flatMap { sequence in
      sequence.runs.flatMap { duplicates(in: $0, of: sequence, context.document) }
    }
  }

  private static func duplicates(
    in run: [LabelSequence.Item], of sequence: LabelSequence, _ document: RecognisedDocument
  ) -> [Observation] {
    var found: [Observation] = []
    for (index, item) in run.enumerated().dropFirst() {
      let previous = run[index - 1]
      let isRepeated =
        previous.number == item.number && (item.number > 1 || sequence.isUnmistakable)
      // Section labels keep counting; a list in the text may be taken up again.
      let isUsedBefore =
        sequence.isUnmistakable && item.number < previous.number
        && run[..<index].contains { $0.number == item.number }
      guard isRepeated || isUsedBefore,
        !isMisreadStrokedD(item, after: previous, in: run, at: index, of: sequence, document),
        // “Điều 12a” has the number of “Điều 12” and is another label.
        let first = run[..<index].last(where: {
          $0.number == item.number
            && Folding.letters($0.node.label) == Folding.letters(item.node.label)
        })
      else { continue }
      found.append(
        Observation(
          at: LabelPlace.span(of: item.node, in: document),
          arguments: [
            "label": .text(item.node.label),
            "next": .text(sequence.label(for: item.number + 1, like: item.node.label)),
          ],
          related: [LabelPlace.related(first.node, in: document)]))
    }
    return found
  }

  /// Text taken from PDF or from a web page often shows “đ)” as a second “d)”.
  private static func isMisreadStrokedD(
    _ item: LabelSequence.Item, after previous: LabelSequence.Item, in run: [LabelSequence.Item],
    at index: Int, of sequence: LabelSequence, _ document: RecognisedDocument
  ) -> Bool {
    guard sequence.style == .lowerLetter, item.number == PointLetters.strokedD - 1,
      previous.number == item.number, document.source.format == .text
    else { return false }
    return index + 1 == run.count || run[index + 1].number == PointLetters.strokedD + 1
  }
}

extension CheckContext {
  /// An amending paper quotes articles and points with the numbers of another text.
  fileprivate var numberingIsItsOwn: Bool {
    guard hasStateForm else { return false }
    let title = document.components.subject.map { document.text($0) }
    return !Words(joining: title).contains("sửa đổi")
  }
}

extension LabelSequence {
  /// `number` written as the label of this sequence it stands beside: `III.`, `1.3.`, `c)`.
  func label(for number: Int, like sample: String) -> String {
    let marks = sample.unicodeScalars.reversed().prefix {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    let closing = marks.reversed().text
    return stem(for: number, like: sample) + closing
  }

  /// The label's words without its closing mark.
  func stem(for number: Int, like sample: String = "") -> String {
    switch style {
    case .upperRoman: return Roman.numeral(number)
    case .lowerRoman: return Roman.numeral(number).lowercased()
    case .lowerLetter: return PointLetters.letter(at: number) ?? String(number)
    case .upperLetter: return (PointLetters.letter(at: number) ?? String(number)).uppercased()
    case .decimal:
      // `II.3` keeps the Roman numeral of its sample.
      let parts = sample.split(separator: ".").dropLast()
      let lead = parts.count == prefix.count ? parts.map(String.init) : prefix.map(String.init)
      return (lead + [String(number)]).joined(separator: ".")
    case .article, .division:
      let word = sample.unicodeScalars.prefix { $0.properties.isAlphabetic }
      let isRoman = sample.unicodeScalars.dropFirst(word.count)
        .contains { "IVX".unicodeScalars.contains($0) }
      return word.text + " " + (isRoman ? Roman.numeral(number) : String(number))
    case .dash, .other: return String(number)
    }
  }
}

/// Where a finding about a label points: at the heading's words, since the label is outside the
/// block's text.
enum LabelPlace {
  static func span(of node: OutlineNode, in document: RecognisedDocument) -> TextSpan {
    TextSpan(block: node.block, utf8: node.title)
  }

  static func related(
    _ node: OutlineNode, in document: RecognisedDocument
  ) -> Observation.RelatedSpan {
    Observation.RelatedSpan(
      span: span(of: node, in: document),
      message: LocalizedText(vi: "“\(node.label)” ở đây", en: "“\(node.label)” is here"))
  }
}

/// Numbers that stand in the text although they are no labels of the outline.
private enum Hidden {
  /// Whether one of the missing labels is written somewhere between the two blocks: its paragraph
  /// was joined to another in extraction, or it stands in a table.
  static func occurs(
    _ missing: [Int], of sequence: LabelSequence, from first: Int, to last: Int,
    _ document: RecognisedDocument
  ) -> Bool {
    let stems = missing.map { escaped(sequence.stem(for: $0, like: sequence.items[0].node.label)) }
      .joined(separator: "|")
    // At the start of a paragraph any closing mark will do; inside one only a label's own.
    guard
      let pattern = try? Pattern(
        #"^\s*(?:\#(stems))\s*(?:[.):/,\s–-]|$)|[\s;.,:(“"](?:\#(stems))[.)](?:\s|\p{L})"#)
    else { return true }
    return (first...max(first, last)).contains { block in
      guard document.blocks.indices.contains(block) else { return false }
      let words = document.blocks[block].text
      if block == first || block == last { return pattern.matches(words) }
      return pattern.matches(document.blocks[block].label.map { "\($0.text) \(words)" } ?? words)
    }
  }

  /// The stem as a pattern: the dot of `1.2` is the only character that means something else.
  private static func escaped(_ stem: String) -> String {
    stem.split(separator: ".", omittingEmptySubsequences: false).joined(separator: #"\."#)
  }
}

enum Roman {
  private static let values: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  static func numeral(_ value: Int) -> String {
    var rest = value
    var result = ""
    for (amount, letters) in values {
      while rest >= amount {
        result += letters
        rest -= amount
      }
    }
    return result
  }

  /// The value of `IV`; nil for anything that is not a Roman numeral in its usual form.
  static func value(_ numeral: String) -> Int? {
    let letters = numeral.uppercased()
    return (1...60).first { self.numeral($0) == letters }
  }
}
