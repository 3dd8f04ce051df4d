import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A dossier under way when the law changed: which law it follows, and why.
  static let transition = NativeCheck(
    across: "transition", arguments: ["day", "received"], cases: ["older", "newer", "unknown"]
  ) { context in
    let dossier = context.dossier
    guard let day = dossier.day,
      let index = dossier.papers(.proposal).first ?? dossier.papers.indices.first
    else { return [] }
    let document = dossier.papers[index].document
    let place =
      document.date.span ?? document.components.typeName ?? TextSpan(block: 0, utf8: 0..<0)
    func said(
      _ name: String, _ transition: DossierTransition, _ received: LocalizedText
    ) -> [DossierObservation] {
      [
        DossierObservation(
          in: index,
          Observation(
            at: place, case: name,
            arguments: ["day": .date(transition.day), "received": .localized(received)],
            verified: transition.verified,
            bases: [
              Rule.Basis(
                instrument: transition.provision.instrument, provision: transition.provision.text)
            ]))
      ]
    }
    let written: Set<DocumentDate.Source> = [.placeDate, .meeting, .metadata]
    let last =
      dossier.papers.map(\.document.date).filter { written.contains($0.source) }.map(\.latest)
      .max() ?? day
    guard let received = dossier.received else {
      // Papers on both sides of a change, and nobody says when the dossier came in.
      guard let transition = context.law.transition(between: day, receivedOn: last) else {
        return []
      }
      return said("unknown", transition, LocalizedText(vi: "", en: ""))
    }
    let words = LocalizedText(vi: received.vietnamese, en: received.iso)
    if let transition = context.law.transition(between: day, receivedOn: received) {
      return said(received < transition.day ? "older" : "newer", transition, words)
    }
    // Received before, and worked on after.
    guard let transition = context.law.transition(between: last, receivedOn: received),
      received < transition.day
    else { return [] }
    return said("older", transition, words)
  }
}
