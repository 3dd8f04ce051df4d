import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Slips of the pen listed in `Rules/law/wording.xml`.
  static let term = NativeCheck(name: "term", arguments: ["words", "right"]) { context in
    TermSearch(context, kind: .slip).observations()
  }

  /// Terms the law has given up.
  static let staleTerm = NativeCheck(name: "stale-term", arguments: ["words", "right"]) { context in
    TermSearch(context, kind: .stale).observations()
  }
}

/// Finds the listed terms of one kind; names and titles of other papers are left alone.
private struct TermSearch {
  private let terms: [String: Vocabulary.Term]
  private let context: CheckContext
  private let kind: Vocabulary.Term.Kind

  init(_ context: CheckContext, kind: Vocabulary.Term.Kind) {
    self.context = context
    self.kind = kind
    terms = Dictionary(
      context.law.vocabulary.terms.filter { $0.kind == kind }.map { (Folding.key($0.wrong), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func observations() -> [Observation] {
    guard !terms.isEmpty else { return [] }
    let text = RunningText(context.document)
    let cited = CitedPlaces(context.document)
    let lower = LowercaseText(text.text)
    return terms.values.sorted { $0.wrong < $1.wrong }.flatMap { term -> [Observation] in
      if let from = term.from, context.asOf < from { return [] }
      return lower.places(of: term.wrong).compactMap { range in
        let span = text.span(range)
        guard isWrong(term, at: range, in: text.text), !cited.overlap(span) else { return nil }
        return observation(term, span, text.text.words(range))
      }
    }
  }

  private func observation(
    _ term: Vocabulary.Term, _ span: TextSpan, _ words: String
  ) -> Observation {
    let starts = words.unicodeScalars.first.map(Letters.isCapital) ?? false
    let right = starts ? term.right.prefix(1).uppercased() + term.right.dropFirst() : term.right
    // Advice, not a replacement, when the right words are no mere respelling.
    let edits = kind == .slip ? [(span: span, text: right)] : []
    return Observation(
      at: span, arguments: ["words": .text(words), "right": .text(right)],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(vi: "Viết: \(right).", en: "Write: \(right)."), edits: edits)
      ])
  }

  private func isWrong(_ term: Vocabulary.Term, at range: Range<Int>, in text: String) -> Bool {
    func stands(_ phrases: [String], before: Bool) -> Bool {
      phrases.contains { phrase in
        let count = phrase.split(separator: " ").count
        return phrase
          == (before
            ? text.wordsBefore(range.lowerBound, count: count)
            : text.wordsAfter(range.upperBound, count: count))
      }
    }
    if !term.before.isEmpty, !stands(term.before, before: true) { return false }
    if !term.after.isEmpty, !stands(term.after, before: false) { return false }
    return !stands(term.unlessBefore, before: true) && !stands(term.unlessAfter, before: false)
  }
}

/// A text in small letters of the same length, searched for phrases as whole words.
private struct LowercaseText {
  private let units: [UInt8]

  init(_ text: String) {
    var units: [UInt8] = []
    units.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        units.append(UInt8(truncatingIfNeeded: Letters.lowercased(scalar).value))
        continue
      }
      let lower = Letters.lowercased(scalar)
      // A no-break space parts words as a space does, but offsets must stay.
      let same = UTF8.width(lower) == UTF8.width(scalar) ? lower : scalar
      units.append(contentsOf: UTF8.encode(same) ?? UTF8.encodedReplacementCharacter)
    }
    self.units = units
  }

  func places(of phrase: String) -> [Range<Int>] {
    let wanted = Array(phrase.utf8)
    guard let first = wanted.first, wanted.count <= units.count else { return [] }
    var result: [Range<Int>] = []
    units.withUnsafeBufferPointer { units in
      var start = 0
      let last = units.count - wanted.count
      while start <= last {
        if units[start] == first, isBoundary(units, start - 1),
          isBoundary(units, start + wanted.count),
          wanted.indices.allSatisfy({ units[start + $0] == wanted[$0] })
        {
          result.append(start..<start + wanted.count)
          start += wanted.count
        } else {
          start += 1
        }
      }
    }
    return result
  }

  /// Whether no letter or digit has a byte here: a letter of Vietnamese begins or goes on with a byte
  /// from 0x80, and so do quotation marks and dashes, told by their first byte.
  private func isBoundary(_ units: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard units.indices.contains(index) else { return true }
    switch units[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
    case 0..<0x80: return true
    case 0xE2: return true  // “ ” – …, all of U+2000 and on
    case 0xC2: return true  // no-break space, « »
    case 0x80...0xBF:
      // The last byte of a scalar: look at its first.
      var first = index
      while first > 0, units[first] & 0xC0 == 0x80 { first -= 1 }
      return units[first] == 0xE2 || units[first] == 0xC2
    default: return false
    }
  }
}
