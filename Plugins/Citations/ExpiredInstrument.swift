import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// An instrument out of force on the paper's day is a legal basis or is invoked as governing.
/// What is implemented, mentioned or part of an award's history may well be old.
enum ExpiredInstrument {
  static let check = NativeCheck(
    name: "expired-instrument", arguments: ["instrument", "last", "successor"],
    cases: ["replaced", "ended", "planned"]
  ) { context in
    context.document.citations.compactMap { citation -> Observation? in
      guard citation.isRelied, citation.antecedent == nil,
        let instrument = context.instrument(of: citation)
      else { return nil }
      return observation(citation, instrument, context)
    }
  }

  private static func observation(
    _ citation: Citation, _ instrument: Instrument, _ context: CheckContext
  ) -> Observation? {
    let ended = instrument.ended ?? instrument.plannedEnd
    guard let ended, ended.date < context.latest else { return nil }
    let isPlanned = instrument.ended == nil
    let successor = Successor(of: instrument, on: context.latest, law: context.law)
    var observation = Observation(
      at: citation.coreSpan,
      case: isPlanned ? "planned" : successor == nil ? "ended" : "replaced",
      arguments: [
        "instrument": .text(context.name(of: instrument)), "last": .date(ended.date),
        "successor": .text(
          successor.map { FullCitation.text(of: $0.instrument, law: context.law) } ?? ""),
      ],
      isCertain: ended.date < context.earliest && !isPlanned,
      verified: min(ended.verified, instrument.verified))
    if let successor {
      observation.bases = [successor.basis]
      observation.fixes = [successor.fix(for: citation, old: instrument, context: context)]
    }
    return observation
  }
}
