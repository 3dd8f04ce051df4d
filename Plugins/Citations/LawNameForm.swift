import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A law's name without its comma or with wrong capitals. Each law has its own form: “Luật Thi đua,
/// Khen thưởng” is right for the law of that title.
enum LawNameForm {
  static let check = NativeCheck(
    name: "law-name-form", arguments: ["given", "expected"]
  ) { context in
    context.document.citations.compactMap { citation -> Observation? in
      guard let span = citation.titleSpan, let type = citation.type,
        context.law.type(id: type)?.isCitedByName == true,
        citation.symbol == nil || isName(citation)
      else { return nil }
      let typed = single(context.document.text(span))
      let forms = context.candidates(of: citation).compactMap { context.law.instrument(id: $0) }
        .flatMap { LawNameForm.forms(of: $0, context.law) }
      guard let expected = slip(typed, forms) else { return nil }
      return Observation(
        at: span, arguments: ["given": .text(typed), "expected": .text(expected)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Viết tên luật: \(expected).", en: "Write the law's name as \(expected)."),
            edits: [(span, expected)])
        ])
    }
  }

  /// Cited by name although a symbol is given too: the name stands at the citation's head.
  private static func isName(_ citation: Citation) -> Bool {
    citation.titleSpan?.utf8.lowerBound == citation.typeSpan?.utf8.lowerBound
  }

  /// The right form, when `typed` is none of them but has the same words as one.
  private static func slip(_ typed: String, _ forms: [String]) -> String? {
    let key = Folding.key(typed)
    guard !forms.isEmpty, !forms.contains(where: { tone($0) == tone(typed) }),
      typed != typed.uppercased()
    else { return nil }
    let words = InstrumentName.key(key)
    return forms.first { InstrumentName.key($0) == words }
  }

  /// All right forms: title, variants, and, for an amending law, the names of the law it amends.
  private static func forms(of instrument: Instrument, _ law: LegalKnowledge) -> [String] {
    let own = [instrument.title] + instrument.titleVariants
    var result = own
    for relation in instrument.relations where relation.kind == .amends {
      guard let amended = law.instrument(id: relation.target) else { continue }
      let names = [amended.title] + amended.titleVariants
      for form in own {
        for name in names where form.hasSuffix(name) {
          result += names.map { form.dropLast(name.count) + $0 }
        }
      }
    }
    return result
  }

  /// Case kept; only the place of tone marks folded.
  private static func tone(_ text: String) -> String {
    // Folding lowers case, so capitals are kept beside it.
    Folding.key(text) + "|"
      + text.split(separator: " ").map { $0.first?.isUppercase == true ? "1" : "0" }.joined()
  }

  private static func single(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
