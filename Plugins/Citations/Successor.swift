import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// What takes the place of an instrument that is out of force.
struct Successor {
  let instrument: Instrument
  /// The norm that put the old one out of force.
  let basis: Rule.Basis

  /// The one in force on `day`; for an amending law whose own successor is not recorded, that of
  /// the law it amended, with which it fell.
  init?(of old: Instrument, on day: CivilDate, law: LegalKnowledge) {
    var found = law.successor(of: old, inForceOn: day)
    if found == nil {
      let amended = old.relations.filter { $0.kind == .amends && !$0.isIncidental }
      found =
        amended.lazy.compactMap { law.instrument(id: $0.target) }
        .compactMap { law.successor(of: $0, inForceOn: day) }.first
    }
    guard let found else { return nil }
    instrument = found
    // The clause is that of the instrument which replaced it directly.
    let direct = law.successors(of: old).first ?? found
    let relation = direct.relations.first { $0.kind == .replaces && $0.target == old.id }
    basis = Rule.Basis(instrument: direct.id, provision: relation?.provision)
  }

  /// “Thay bằng …”, with the words to put in where that is a plain exchange.
  func fix(for citation: Citation, old: Instrument, context: CheckContext)
    -> Observation.ProposedFix
  {
    let law = context.law
    let text = FullCitation.text(of: instrument, law: law)
    let isCited = context.shared(CitedBases.init).ids.contains(instrument.id)
    let isAmending = old.relations.contains { $0.kind == .amends }
    if isCited || isAmending {
      return Observation.ProposedFix(
        kind: .proposed,
        description: LocalizedText(
          vi: "Bỏ viện dẫn này; văn bản đang điều chỉnh là \(text).",
          en: "Drop this citation; what governs now is \(text)."))
    }
    // Article numbers differ between the old and the new, and a short form would point nowhere.
    let isPlain =
      citation.provisions.isEmpty && citation.definesShortForm == nil
      && citation.antecedent == nil && citation.typeSpan != nil
    return Observation.ProposedFix(
      kind: .proposed,
      description: LocalizedText(vi: "Thay bằng: \(text).", en: "Replace with: \(text)."),
      edits: isPlain ? [(citation.coreSpan, text)] : [])
  }
}

/// The instruments that a paper's legal bases may be, found once for all citations.
private struct CitedBases: Sendable {
  let ids: Set<String>

  init(_ context: CheckContext) {
    ids = Set(
      context.document.citations.lazy.filter { $0.role == .legalBasis }
        .flatMap { context.candidates(of: $0) })
  }
}
