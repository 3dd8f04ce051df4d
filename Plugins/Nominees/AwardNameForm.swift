import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An award under a name that was right at another time.
  static let awardNameForm = NativeCheck(
    name: "award-name-form", arguments: ["name", "right"]
  ) { context in
    AwardPaper.awards(context).compactMap { mention in
      guard let match = mention.matches.first, case .outdated(let old) = match.kind,
        let right = current(match.award, like: old.text, on: context.asOf)
      else { return nil }
      // On every day the paper may be of.
      let latest = context.document.date.latest
      let isCertain = old.validity.map { !$0.contains(latest) } ?? false
      let typed = context.document.text(mention.span)
      let inner = typed.unquotedRange
      let edited = TextSpan(
        block: mention.span.block,
        utf8: mention.span.utf8.lowerBound + inner.lowerBound..<mention.span.utf8.lowerBound
          + inner.upperBound)
      let words = String(typed[utf8Range: inner])
      let written = right.text.capitalised(like: words)
      return Observation(
        at: edited, arguments: ["name": .text(words), "right": .text(written)],
        isCertain: isCertain, verified: min(old.verified, right.verified),
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(vi: "Viết: \(written).", en: "Write: \(written)."),
            edits: [(edited, written)])
        ])
    }
  }

  /// The name or wording of the day that is nearest to the one typed.
  private static func current(
    _ award: Award, like old: String, on day: CivilDate
  ) -> Award.Name? {
    let now = (award.names + award.variants).filter { $0.validity?.contains(day) ?? true }
    return now.min { a, b in
      EditDistance.between(Folding.key(a.text), Folding.key(old))
        < EditDistance.between(Folding.key(b.text), Folding.key(old))
    }
  }
}

extension String {
  private static let quotes = Pattern(known: #"^\s*[“"]?(.*?)[”"]?\s*$"#)

  /// UTF-8 offsets of the words inside quotation marks around the whole.
  var unquotedRange: Range<Int> {
    String.quotes.firstMatch(in: self)?[1] ?? 0..<utf8.count
  }

  var unquoted: String { String(self[utf8Range: unquotedRange]) }

  /// With a large first letter, or in capitals, when the words it replaces are so; quotation marks
  /// around those stay.
  func capitalised(like typed: String) -> String {
    let inner = typed.unquoted
    var words = self
    if Casing.isUpper(inner) {
      words = uppercased()
    } else if Casing.startsUpper(inner), let first = words.first {
      words = first.uppercased() + words.dropFirst()
    }
    let range = typed.unquotedRange
    return typed[utf8Range: 0..<range.lowerBound] + words
      + typed[utf8Range: range.upperBound..<typed.utf8.count]
  }
}
