import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// In force on the paper's day, but no longer when the plan's period begins: a plan for 2024 signed
/// in December 2023 on the law of 2003.
enum ExpiresBeforePeriod {
  static let check = NativeCheck(
    name: "expires-before-period", arguments: ["instrument", "last", "period", "successor"],
    cases: ["ended", "unforeseen", "planned"]
  ) { context in
    guard let begins = context.document.planYear?.firstDay, begins > context.latest else {
      return []
    }
    return context.document.citations.compactMap { citation -> Observation? in
      guard citation.isRelied, citation.antecedent == nil,
        let instrument = context.instrument(of: citation)
      else { return nil }
      return observation(citation, instrument, begins: begins, context)
    }
  }

  private static func observation(
    _ citation: Citation, _ instrument: Instrument, begins: CivilDate, _ context: CheckContext
  ) -> Observation? {
    let ended = instrument.ended ?? instrument.plannedEnd
    // Ended before the paper's day: expired-instrument speaks.
    guard let ended, ended.date < begins, ended.date >= context.latest else { return nil }
    let successor = Successor(of: instrument, on: begins, law: context.law)
    // A replacement signed after the paper could not be known to its author.
    let isUnforeseen = successor.map { ($0.instrument.issued?.date ?? begins) > context.earliest }
    let name =
      instrument.ended == nil ? "planned" : isUnforeseen == true ? "unforeseen" : "ended"
    let advice: MessageArgument =
      successor.map { .text(FullCitation.text(of: $0.instrument, law: context.law)) }
      ?? .localized(
        LocalizedText(vi: "văn bản có hiệu lực khi ấy", en: "the instrument then in force"))
    return Observation(
      at: citation.coreSpan, case: name,
      arguments: [
        "instrument": .text(context.name(of: instrument)), "last": .date(ended.date),
        "period": .date(begins), "successor": advice,
      ],
      verified: min(ended.verified, instrument.verified), bases: successor.map { [$0.basis] },
      fixes: successor.map { [$0.fix(for: citation, old: instrument, context: context)] } ?? [])
  }
}
