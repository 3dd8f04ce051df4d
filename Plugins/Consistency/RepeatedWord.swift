import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A word or a pair of words typed twice. Vietnamese doubles words on purpose (“ngành ngành”), and
  /// the end of one word may begin the next (“thành tích tích cực”), so a single word speaks only
  /// where no such reading is left.
  static let repeatedWord = NativeCheck(
    name: "repeated-word", arguments: ["words", "right"]
  ) { context in
    let text = context.runningText
    let vocabulary = context.law.vocabulary
    var found: [Observation] = []
    for match in RepeatedWord.pair.matches(in: text.text) {
      guard let first = match[1], let rest = match[2] else { continue }
      let phrase = text.text.words(first).lowercased()
      guard !vocabulary.repeatablePhrases.contains(phrase), !isOneWordTwice(phrase) else {
        continue
      }
      found.append(observation(match.range, keep: first, drop: rest, text))
    }
    for match in RepeatedWord.single.matches(in: text.text) {
      guard let first = match[1], let rest = match[2] else { continue }
      let word = text.text.words(first).lowercased()
      guard !vocabulary.reduplications.contains(word), !isName(match, text.text),
        vocabulary.functionWords.contains(word) || isPhraseEnd(match, text.text)
      else { continue }
      found.append(observation(match.range, keep: first, drop: rest, text))
    }
    return found
  }

  private static func observation(
    _ range: Range<Int>, keep: Range<Int>, drop: Range<Int>, _ text: RunningText
  ) -> Observation {
    let right = text.text.words(keep)
    return Observation(
      at: text.span(range),
      arguments: ["words": .text(text.text.words(range)), "right": .text(right)],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(vi: "Bỏ chữ lặp.", en: "Drop the repetition."),
          edits: [(text.span(drop), "")])
      ])
  }

  /// Two capitalised words alike are a name (“Ba Ba”).
  private static func isName(_ match: Pattern.Match, _ text: String) -> Bool {
    guard let rest = match[2] else { return true }
    return text.words(rest).unicodeScalars.first(where: Letters.isLetter).map(Letters.isCapital)
      ?? true
  }

  private static func isOneWordTwice(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ")
    return words.count == 2 && words[0] == words[1]
  }

  /// “thi đua đua, ”: the doubled word ends a phrase and belongs to the word before it, so it is
  /// neither a stressed word nor the start of another.
  private static func isPhraseEnd(_ match: Pattern.Match, _ text: String) -> Bool {
    let end = match.range.upperBound
    let following = text.utf8.dropFirst(end).first ?? 0x0A
    guard [0x2C, 0x3B, 0x2E, 0x0A].contains(following) else { return false }
    return !text.wordsBefore(match.range.lowerBound).isEmpty
  }
}

private enum RepeatedWord {
  /// The second time as the first, or with the first letter small.
  static let pair = Pattern(
    known: #"(?<!\p{L})((?i:\p{L}+\h\p{L}+))(\h(?-i:\1))(?!\p{L})"#)
  static let single = Pattern(known: #"(?<![\p{L}-])(\p{L}{2,})(\h\1)(?![\p{L}-])"#)
}
