import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Cited as if it governed although it takes effect later. To prepare for a law is legitimate, and a
/// plan may rest on what is in force when its year begins.
enum NotYetEffective {
  static let check = NativeCheck(
    name: "not-yet-effective", arguments: ["instrument", "effectDate"],
    cases: ["legal-basis", "within-period", "elsewhere"]
  ) { context in
    context.document.citations.compactMap { citation -> Observation? in
      guard citation.isRelied, citation.antecedent == nil,
        let instrument = context.instrument(of: citation),
        let effective = instrument.effective, effective.date > context.earliest,
        // Dated after the paper: that is what is wrong with it, and said of it already.
        citation.date.map({ $0 <= context.latest }) ?? true,
        !isUnderway(instrument, context)
      else { return nil }
      let period = context.document.planYear
      if let begins = period?.firstDay, effective.date <= begins { return nil }
      let name: String
      if citation.role != .legalBasis {
        name = "elsewhere"
      } else if let ends = period?.lastDay, effective.date <= ends {
        name = "within-period"
      } else {
        name = "legal-basis"
      }
      return Observation(
        at: citation.coreSpan, case: name,
        arguments: [
          "instrument": .text(context.name(of: instrument)), "effectDate": .date(effective.date),
        ],
        isCertain: effective.date > context.latest, verified: effective.verified,
        bases: [Rule.Basis(instrument: instrument.id, provision: nil)])
    }
  }

  /// The paper is about putting the instrument into practice: its title says so.
  private static func isUnderway(_ instrument: Instrument, _ context: CheckContext) -> Bool {
    let title = Set(context.document.components.subject.map(\.block))
    return context.document.citations.contains { citation in
      title.contains(citation.span.block)
        && context.candidates(of: citation).contains(instrument.id)
    }
  }
}
