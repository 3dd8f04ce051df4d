import DataFiles
import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// What stands directly beside a phrase, and makes it meant or not.
struct Neighbours: Sendable {
  static let attributes: Set<String> = ["before", "after", "unless-before", "unless-after"]

  let before: [Side]
  let after: [Side]
  let unlessBefore: [Side]
  let unlessAfter: [Side]

  struct Side: Sendable {
    let key: String
    let count: Int
    init(_ phrase: String) {
      key = Folding.key(phrase)
      count = phrase.split(separator: " ").count
    }
  }

  init(_ element: DataElement) throws {
    func sides(_ name: String) throws -> [Side] { try element.phrases(name).map(Side.init) }
    before = try sides("before")
    after = try sides("after")
    unlessBefore = try sides("unless-before")
    unlessAfter = try sides("unless-after")
  }

  /// Whether the words at a UTF-8 range of `text` are meant.
  func allow(_ range: Range<Int>, in text: String) -> Bool {
    func stands(_ sides: [Side], before: Bool) -> Bool {
      sides.contains { side in
        let words =
          before
          ? text.wordsBefore(range.lowerBound, count: side.count)
          : text.wordsAfter(range.upperBound, count: side.count)
        return Folding.key(words) == side.key
      }
    }
    if !before.isEmpty, !stands(before, before: true) { return false }
    if !after.isEmpty, !stands(after, before: false) { return false }
    return !stands(unlessBefore, before: true) && !stands(unlessAfter, before: false)
  }
}

/// Finds phrases and patterns in a paper, less the exceptions: the ground of every shape that looks
/// for words.
struct TextSearch: Sendable {
  /// Attributes of the shape's element that say where and how to look.
  static let attributes = TextScope.attributes.union(["capitals", "cited"])
  /// Attributes of an element that gives phrases.
  static let phraseAttributes = Neighbours.attributes
  static let children: Set<String> = ["phrase", "pattern", "except", "except-pattern"]

  struct Phrase: Sendable {
    var folded: FoldedPhrase
    var neighbours: Neighbours
    /// First and last as-of date on which it is looked for.
    var from: CivilDate?
    var until: CivilDate?
  }

  struct Found: Sendable {
    var span: TextSpan
    /// Index of the phrase that was found; nil for a pattern.
    var phrase: Int?
  }

  enum Capitals: String, CaseIterable { case same, any }
  private enum Cited: String, CaseIterable { case skip, search }

  var phrases: [Phrase]
  var patterns: [RulePattern]
  var exceptPhrases: [FoldedPhrase]
  var exceptPatterns: [RulePattern]
  let scope: TextScope
  let isCaseSensitive: Bool
  /// Whether the names and titles of cited papers are left alone.
  let skipsCited: Bool

  /// Reads where and how to look from the shape's element, and the children named above from it.
  /// - Parameter skipsCited: what holds when the element does not say.
  init(_ element: DataElement, skipsCited: Bool = true, _ setting: Shape.Setting) throws {
    scope = try TextScope(element)
    isCaseSensitive = try element.optional("capitals", as: Capitals.self) == .same
    self.skipsCited =
      try element.optional("cited", as: Cited.self).map { $0 == .skip } ?? skipsCited
    phrases = []
    patterns = []
    exceptPhrases = []
    exceptPatterns = []
    for child in element.eachChild {
      switch child.name {
      case "phrase":
        try child.expect(attributes: TextSearch.phraseAttributes, text: true)
        let neighbours = try Neighbours(child)
        phrases += try child.phrasesOfText().map {
          Phrase(folded: FoldedPhrase($0), neighbours: neighbours)
        }
      case "pattern":
        try child.expect(attributes: Names.none, text: true)
        patterns.append(try RulePattern(child, isCaseSensitive: isCaseSensitive, setting))
      case "except":
        try child.expect(attributes: Names.none, text: true)
        exceptPhrases += try child.phrasesOfText().map { FoldedPhrase($0) }
      case "except-pattern":
        try child.expect(attributes: Names.none, text: true)
        exceptPatterns.append(try RulePattern(child, isCaseSensitive: isCaseSensitive, setting))
      default: break
      }
    }
  }

  /// Refuses a search for nothing.
  func verify(in element: DataElement) throws {
    guard phrases.isEmpty, patterns.isEmpty else { return }
    throw element.error(
      vi: "<\(element.name)> cần ít nhất một <phrase> hoặc <pattern>",
      en: "<\(element.name)> needs a <phrase> or a <pattern>")
  }

  /// What is found, in reading order; of two finds one inside the other, the longer.
  func found(in context: CheckContext) throws(DataFileError) -> [Found] {
    let document = context.document
    let spans = scope.spans(in: document)
    if let spans, spans.isEmpty { return [] }
    var found = phraseFinds(context)
    found += try patternFinds(document, spans)
    if let spans {
      let byBlock = Dictionary(grouping: spans, by: \.block)
      found.removeAll { find in
        byBlock[find.span.block]?.contains { $0.covers(find.span) } != true
      }
    }
    if found.isEmpty { return [] }
    if skipsCited {
      let cited = Dictionary(grouping: document.citations.map(\.span), by: \.block)
      found.removeAll { find in
        cited[find.span.block]?.contains { $0.utf8.overlaps(find.span.utf8) } ?? false
      }
    }
    found = try withoutExceptions(found, context)
    return TextSearch.longest(found)
  }

  private func phraseFinds(_ context: CheckContext) -> [Found] {
    let asked = phrases.indices.filter {
      (phrases[$0].from ?? context.asOf) <= context.asOf
        && context.asOf <= (phrases[$0].until ?? context.asOf)
    }
    guard !asked.isEmpty else { return [] }
    let (text, folded) = (context.runningText, context.foldedText)
    return folded.places(of: asked.map { phrases[$0].folded }).compactMap { index, range in
      let phrase = phrases[asked[index]]
      guard phrase.neighbours.allow(range, in: text.text) else { return nil }
      if isCaseSensitive,
        !TextSearch.haveSameCapitals(text.text[utf8Range: range], phrase.folded.text)
      {
        return nil
      }
      return Found(span: text.span(range), phrase: asked[index])
    }
  }

  private func patternFinds(
    _ document: RecognisedDocument, _ spans: [TextSpan]?
  ) throws(DataFileError) -> [Found] {
    guard !patterns.isEmpty else { return [] }
    let spans = spans ?? document.wholeBlocks
    var found: [Found] = []
    for pattern in patterns {
      found += try pattern.matches(in: document, spans: spans).map {
        Found(span: $0.span(of: $0.match.range), phrase: nil)
      }
    }
    return found
  }

  /// Drops what lies inside an exception.
  private func withoutExceptions(
    _ found: [Found], _ context: CheckContext
  ) throws(DataFileError) -> [Found] {
    guard !found.isEmpty, !exceptPhrases.isEmpty || !exceptPatterns.isEmpty else { return found }
    var excused: [TextSpan] = []
    if !exceptPhrases.isEmpty {
      let (text, folded) = (context.runningText, context.foldedText)
      excused += folded.places(of: exceptPhrases).map { text.span($0.range) }
    }
    let blocks = Set(found.map(\.span.block))
    let paragraphs = context.document.wholeBlocks.filter { blocks.contains($0.block) }
    for pattern in exceptPatterns {
      excused += try pattern.matches(in: context.document, spans: paragraphs).map {
        $0.span(of: $0.match.range)
      }
    }
    let byBlock = Dictionary(grouping: excused, by: \.block)
    return found.filter { find in
      byBlock[find.span.block]?.contains { $0.covers(find.span) } != true
    }
  }

  private static func longest(_ found: [Found]) -> [Found] {
    let ordered = found.sorted {
      ($0.span.block, $0.span.utf8.lowerBound, -$0.span.utf8.upperBound)
        < ($1.span.block, $1.span.utf8.lowerBound, -$1.span.utf8.upperBound)
    }
    var kept: [Found] = []
    for find in ordered where kept.last.map({ !$0.span.covers(find.span) }) ?? true {
      kept.append(find)
    }
    return kept
  }

  private static func haveSameCapitals(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    func capitals(_ text: some StringProtocol) -> [Bool] {
      text.unicodeScalars.filter(Letters.isLetter).map(Letters.isCapital)
    }
    return capitals(a) == capitals(b)
  }
}

extension TextSpan {
  func covers(_ other: TextSpan) -> Bool {
    block == other.block && utf8.lowerBound <= other.utf8.lowerBound
      && other.utf8.upperBound <= utf8.upperBound
  }
}

extension RecognisedDocument {
  /// Every paragraph with words, whole.
  var wholeBlocks: [TextSpan] {
    blocks.indices.compactMap { index in
      let text = blocks[index].text
      return text.isEmpty ? nil : TextSpan(block: index, utf8: 0..<text.utf8.count)
    }
  }
}
