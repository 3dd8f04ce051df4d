import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// One nominee in units of one type that cannot be the same.
  static let unitMismatch = NativeCheck(
    across: "unit-mismatch", arguments: ["name", "unit", "other", "file"]
  ) { context in
    compared(context) { one, other in
      guard let unit = one.nominee.unit, other.nominee.unit != nil,
        !UnitNames.mayAgree(one.nominee.unitText, other.nominee.unitText)
      else { return nil }
      return Difference(
        span: unit, otherSpan: other.nominee.unit ?? other.nominee.anchor,
        own: ("unit", one.nominee.unitText), other: other.nominee.unitText)
    }
  }

  /// One nominee for awards that have nothing in common.
  static let awardMismatch = NativeCheck(
    across: "award-mismatch", arguments: ["name", "award", "other", "file"]
  ) { context in
    compared(context) { one, other in
      let own = one.nominee.awards.filter { !$0.matches.isEmpty }
      let theirs = other.nominee.awards.filter { !$0.matches.isEmpty }
      guard let first = own.first, let second = theirs.first,
        !own.contains(where: { award in theirs.contains { $0.mayEqual(award) } })
      else { return nil }
      return Difference(
        span: first.span, otherSpan: second.span,
        own: ("award", context.name(of: first, in: one.paper)),
        other: context.name(of: second, in: other.paper))
    }
  }

  private struct Difference {
    var span: TextSpan
    var otherSpan: TextSpan
    var own: (argument: String, words: String)
    var other: String
  }

  /// Compares how reports, lists, minutes and decisions speak of each nominee with how the proposal
  /// does; of those whom it leaves to the list, with how the list does.
  private static func compared(
    _ context: DossierContext, _ differ: (Naming, Naming) -> Difference?
  ) -> [DossierObservation] {
    let dossier = context.dossier
    let proposals = dossier.papers(.proposal)
    let lists = dossier.papers(.list)
    var found: [DossierObservation] = []
    // Everybody of that name in the papers that propose: a person may be proposed twice over.
    let references = context.nominations(in: proposals + lists)
    let others = speaking(context)
    for nomination in references where !isShared(nomination) {
      let proposed = merged(nomination, in: proposals)
      let listed = merged(nomination, in: lists)
      guard let first = proposed ?? listed else { continue }
      var rest = others[nomination.key] ?? []
      if proposed != nil, let listed { rest.append(listed) }
      for other in rest where isSamePerson(first, other) {
        guard let difference = differ(other, first) else { continue }
        let file = dossier.papers[first.paper].fileName
        found.append(
          DossierObservation(
            in: other.paper,
            Observation(
              at: difference.span,
              arguments: [
                "name": .text(other.nominee.nameText),
                difference.own.argument: .text(difference.own.words),
                "other": .text(difference.other), "file": .text(file),
              ]),
            others: [
              .init(
                place: DossierSpan(paper: first.paper, span: difference.otherSpan),
                message: LocalizedText(
                  vi: "Ở đây ghi: \(difference.other).", en: "Here: \(difference.other)."))
            ]))
      }
    }
    return found
  }

  /// The namings of reports, minutes and decisions by key, one for each paper.
  private static func speaking(_ context: DossierContext) -> [String: [Naming]] {
    let dossier = context.dossier
    var result: [String: [Naming]] = [:]
    for paper in dossier.papers(.report) {
      guard let nominee = dossier.papers[paper].report?.asNominee else { continue }
      result[nominee.key, default: []].append(Naming(paper: paper, nominee: nominee))
    }
    for paper in dossier.papers(.minutes) + dossier.papers(.decision) {
      for nomination in context.nominations(in: [paper]) where !isShared(nomination) {
        if let naming = merged(nomination, in: [paper]) {
          result[nomination.key, default: []].append(naming)
        }
      }
    }
    return result
  }

  /// One naming with the awards of all namings in these papers.
  private static func merged(_ nomination: Nomination, in papers: [Int]) -> Naming? {
    let namings = nomination.namings.filter { papers.contains($0.paper) }
    guard var result = namings.first else { return nil }
    for naming in namings.dropFirst() {
      result.nominee.awards += naming.nominee.awards
      if result.nominee.unit == nil, naming.paper == result.paper {
        result.nominee.unit = naming.nominee.unit
        result.nominee.unitText = naming.nominee.unitText
      }
    }
    return result
  }

  /// Two of one name: which is meant cannot be told.
  private static func isShared(_ nomination: Nomination) -> Bool {
    let births = Set(nomination.namings.compactMap(\.nominee.birthYear))
    if births.count > 1 { return true }
    return nomination.namings.contains { one in
      nomination.namings.contains { other in
        one.paper == other.paper && one.nominee.anchor != other.nominee.anchor
          && !one.nominee.unitText.isEmpty && !other.nominee.unitText.isEmpty
          && !UnitNames.agree(one.nominee.unitText, other.nominee.unitText)
      }
    }
  }

  private static func isSamePerson(_ a: Naming, _ b: Naming) -> Bool {
    guard let first = a.nominee.birthYear, let second = b.nominee.birthYear else { return true }
    return first == second
  }
}
