import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The number that the proposal gives differs from what the list, the minutes or the draft decision
  /// hold. A proposal against its own list is `nominees/count-mismatch`.
  static let countMismatch = NativeCheck(
    across: "count-mismatch", arguments: ["stated", "found", "recipient", "file"]
  ) { context in
    let dossier = context.dossier
    // Several proposals share lists and minutes; which number is whose cannot be told.
    guard let paper = dossier.papers(.proposal).first, dossier.papers(.proposal).count == 1 else {
      return []
    }
    return dossier.papers[paper].register.counts.compactMap { count in
      guard !differsFromOwnList(count, paper, dossier) else { return nil }
      let others = [
        againstLists(count, paper, context), againstMinutes(count, context),
        againstDecision(count, context),
      ].compactMap { $0 }
      return others.isEmpty ? nil : observation(count, paper, others, context)
    }
  }

  private struct Other {
    var paper: Int
    var span: TextSpan
    var number: Int
  }

  /// Whether the proposal itself names others than it counts; then everything else would only repeat
  /// what is said of it.
  private static func differsFromOwnList(
    _ count: NomineeCount, _ paper: Int, _ dossier: Dossier
  ) -> Bool {
    let own = named(count, in: [paper], dossier)
    return !own.isEmpty && own.count != count.value
      && Set(own.map(\.nominee.key)).count != count.value
  }

  /// The list elsewhere, when the proposal itself names none of that class.
  private static func againstLists(
    _ count: NomineeCount, _ paper: Int, _ context: DossierContext
  ) -> Other? {
    let dossier = context.dossier
    guard named(count, in: [paper], dossier).isEmpty else { return nil }
    let listed = named(count, in: dossier.papers(.list), dossier)
    guard let first = listed.first else { return nil }
    let persons = Set(listed.map(\.nominee.key)).count
    // A count over all awards may mean persons or proposals.
    guard persons != count.value, !(count.awards.isEmpty && listed.count == count.value) else {
      return nil
    }
    return Other(paper: first.paper, span: first.nominee.anchor, number: persons)
  }

  /// The number that the council agreed on for the same award; minutes may give the number considered
  /// beside it, so one that agrees is enough.
  private static func againstMinutes(
    _ count: NomineeCount, _ context: DossierContext
  ) -> Other? {
    let dossier = context.dossier
    let minutes = dossier.papers(.minutes)
    let stated = minutes.flatMap { index in
      dossier.papers[index].register.counts.filter { isSame($0, count, in: dossier.papers[index]) }
        .map { Other(paper: index, span: $0.span, number: $0.value) }
    }
    if let first = stated.first {
      if stated.contains(where: { $0.number == count.value }) { return nil }
      return first
    }
    // The council's list: more proposed than were considered. Fewer may mean votes that fell short.
    guard !count.awards.isEmpty else { return nil }
    let considered = named(count, in: minutes, dossier)
    guard let first = considered.first else { return nil }
    let persons = Set(considered.map(\.nominee.key)).count
    guard persons < count.value else { return nil }
    return Other(paper: first.paper, span: first.nominee.anchor, number: persons)
  }

  /// A draft decision follows the proposal; a signed one may refuse some.
  private static func againstDecision(
    _ count: NomineeCount, _ context: DossierContext
  ) -> Other? {
    let dossier = context.dossier
    for index in dossier.papers(.decision) {
      let decision = dossier.papers[index]
      guard
        let other = decision.register.counts.first(where: { isSame($0, count, in: decision) }),
        other.value != count.value, decision.document.stage == .draft || other.value > count.value,
        !decision.register.counts.contains(where: {
          isSame($0, count, in: decision) && $0.value == count.value
        })
      else { continue }
      return Other(paper: index, span: other.span, number: other.value)
    }
    return nil
  }

  private static func named(
    _ count: NomineeCount, in papers: [Int], _ dossier: Dossier
  ) -> [Naming] {
    papers.flatMap { paper in
      dossier.papers[paper].register.nominees.filter { nominee in
        nominee.recipient == count.recipient && !nominee.key.isEmpty
          && (count.awards.isEmpty
            || nominee.awards.contains { !$0.awards.isDisjoint(with: count.awards) })
      }.map { Naming(paper: paper, nominee: $0) }
    }
  }

  private static let comrades = Pattern(known: #"đồng\s+chí"#, options: .caseless)

  /// Of the same award and class; “9 đồng chí” of minutes are those present.
  private static func isSame(
    _ a: NomineeCount, _ b: NomineeCount, in paper: Dossier.Paper
  ) -> Bool {
    !a.awards.isEmpty && a.recipient == b.recipient && !a.awards.isDisjoint(with: b.awards)
      && !comrades.matches(paper.text(a.span))
  }

  private static func observation(
    _ count: NomineeCount, _ paper: Int, _ others: [Other], _ context: DossierContext
  ) -> DossierObservation {
    DossierObservation(
      in: paper,
      Observation(
        at: count.span,
        arguments: [
          "stated": .number(count.value), "found": .number(others[0].number),
          "recipient": .localized(count.recipient.plural),
          "file": .text(context.dossier.papers[others[0].paper].fileName),
        ]),
      others: others.map { other in
        .init(
          place: DossierSpan(paper: other.paper, span: other.span),
          message: LocalizedText(
            vi: "Ở đây có \(other.number) \(count.recipient.plural.vi).",
            en: "\(other.number) \(count.recipient.plural[.en]) here."))
      })
  }
}
