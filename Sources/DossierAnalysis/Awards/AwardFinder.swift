import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds the names of awards in text. Immutable; build it once for many papers.
public struct AwardFinder: Sendable {
  private let names: AwardNames
  private let patterns: [Pattern]

  public init(law: LegalKnowledge) {
    names = AwardNames(law.awards)
    patterns = AwardFinder.patterns(for: names.phrases)
  }

  /// Every award named in a block, in reading order, the longest name at each place.
  /// - Parameter range: UTF-8 offsets in the block's text; nil for all of it.
  public func mentions(
    in text: String, block: Int, on day: CivilDate, range: Range<Int>? = nil
  ) -> [AwardMention] {
    let bounds = range ?? 0..<text.utf8.count
    var places: [Range<Int>] = []
    for pattern in patterns {
      var start = bounds.lowerBound
      while let match = pattern.firstMatch(in: text, from: start, until: bounds.upperBound) {
        places.append(match.range)
        start = match.range.upperBound
      }
    }
    // The longest at each place: “cờ thi đua của Chính phủ” rather than “cờ thi đua”.
    places.sort { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
    var result: [AwardMention] = []
    var end = 0
    for place in places where place.lowerBound >= end {
      end = place.upperBound
      let found = names.awards(named: text[utf8Range: place], on: day)
      guard !found.isEmpty else { continue }
      result.append(AwardMention(span: TextSpan(block: block, utf8: place), matches: found))
    }
    return result
  }

  /// What a text that should be the name of one award and nothing else may mean; empty when it is no
  /// name in the catalogue, nor close to one.
  public func readings(of name: some StringProtocol, on day: CivilDate) -> [AwardNames.Match] {
    names.awards(named: name, on: day)
  }

  // MARK: Pattern

  /// PCRE2 refuses a pattern of more than 64 KB of code; so many names stay well below it, however
  /// many a local pack adds.
  private static let namesInPattern = 60

  private static func patterns(for phrases: [String]) -> [Pattern] {
    let sorted = phrases.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    return stride(from: 0, to: sorted.count, by: namesInPattern).map { start in
      let alternatives = sorted[start..<min(start + namesInPattern, sorted.count)].map { phrase in
        // Spaces, and a quotation mark beside them.
        phrase.split(separator: " ").map(word).joined(separator: #"\W{1,3}"#)
      }
      return Pattern(
        known: #"(?<![\p{L}\p{N}])[“"]?(?:"# + alternatives.joined(separator: "|")
          + #")[”"]?(?![\p{L}\p{N}])"#, options: .caseless)
    }
  }

  /// A folded word as it may be typed: with the tone mark on either letter of an open oa, oe, uy.
  private static func word(_ word: Substring) -> String {
    var result = ""
    for character in word {
      if character.isLetter || character.isNumber {
        result.append(character)
      } else {
        result += "\\\(character)"
      }
    }
    for (folded, other) in tonePairs where result.hasSuffix(folded) {
      result.removeLast(folded.count)
      return result + "(?:\(folded)|\(other))"
    }
    return result
  }

  private static let tonePairs = [
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"),
    ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"), ("ùy", "uỳ"), ("úy", "uý"),
    ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
  ]
}
