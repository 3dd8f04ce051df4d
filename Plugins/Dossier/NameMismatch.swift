import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// One person or collective under two names: a report, minutes, a list or a decision names nobody
  /// whom the proposal names, but somebody whose name is a slip away.
  static let nameMismatch = NativeCheck(
    across: "name-mismatch", arguments: ["name", "other", "file"]
  ) { context in
    let dossier = context.dossier
    let reference = NamedSet(context.nominations)
    guard !reference.isEmpty else { return [] }
    let papers = dossier.papers(.minutes) + dossier.papers(.decision)
    let others = [NamedSet(reportsOf: context)] + papers.map { NamedSet(context, in: $0) }
    // A list is compared with the proposal, everything else with both.
    let proposed = NamedSet(context.nominations(in: dossier.papers(.proposal)))
    let lists = dossier.papers(.list).map { NamedSet(context, in: $0) }
    return others.flatMap { slips(from: reference, in: $0, context) }
      + lists.flatMap { slips(from: proposed, in: $0, context) }
  }

  private static func slips(
    from reference: NamedSet, in others: NamedSet, _ context: DossierContext
  ) -> [DossierObservation] {
    let lonely = reference.namings.filter { !others.keys.contains($0.nominee.key) }
    guard !lonely.isEmpty else { return [] }
    return others.namings.filter { !reference.keys.contains($0.nominee.key) }.compactMap { naming in
      guard
        let meant = lonely.first(where: { NearNames.areNear($0.nominee, naming.nominee) })
      else { return nil }
      let file = context.dossier.papers[meant.paper].fileName
      return DossierObservation(
        in: naming.paper,
        Observation(
          at: naming.nominee.anchor,
          arguments: [
            "name": .text(naming.nominee.nameText), "other": .text(meant.nominee.nameText),
            "file": .text(file),
          ]),
        others: [
          .init(
            place: DossierSpan(paper: meant.paper, span: meant.nominee.anchor),
            message: LocalizedText(
              vi: "Ở đây ghi “\(meant.nominee.nameText)”.",
              en: "“\(meant.nominee.nameText)” here."))
        ])
    }
  }
}

/// Those whom one paper, or one group of papers, names.
private struct NamedSet {
  /// One naming for each key, the first.
  let namings: [Naming]
  let keys: Set<String>
  var isEmpty: Bool { namings.isEmpty }

  init(_ nominations: [Nomination]) {
    namings = nominations.map(\.first)
    keys = Set(nominations.map(\.key))
  }

  init(_ context: DossierContext, in paper: Int) {
    self.init(context.nominations(in: [paper]))
  }

  init(reportsOf context: DossierContext) {
    let named = context.dossier.papers(.report).compactMap { index in
      context.dossier.papers[index].report?.asNominee.map { Naming(paper: index, nominee: $0) }
    }
    namings = named
    keys = Set(named.map(\.nominee.key))
  }
}
