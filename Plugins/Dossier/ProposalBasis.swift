import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A proposal that leaves out what its form asks of every proposal: the kind of commendation, the
  /// exact provision, who decides.
  static let proposalBasis = NativeCheck(
    across: "proposal-basis", arguments: ["missing"], cases: ["own-rules"]
  ) { context in
    guard
      let form = context.law.kind(id: "to-trinh")?.forms.first(where: { $0.id == "khen-thuong" }),
      let sample = context.law.sample(of: form, on: context.asOf)
    else { return [] }
    return context.dossier.papers(.proposal).compactMap { index in
      let paper = context.dossier.papers[index]
      let awards = ProposalBasis.awards(of: paper, context)
      guard let place = awards.first?.span else { return nil }
      let text = ProposalBasis.text(of: paper)
      let missing = form.sections.filter { section in
        guard ProposalBasis.isAsked(section, awards) else { return false }
        if section.id == "co-so-de-nghi" { return !ProposalBasis.citesProvision(paper) }
        return !text.contains(anyOf: section.prose + section.headings)
      }
      guard !missing.isEmpty else { return nil }
      let isUnderOwnRules = awards.allSatisfy { context.hasOwnRules($0) }
      return DossierObservation(
        in: index,
        Observation(
          at: place, case: isUnderOwnRules ? "own-rules" : nil,
          arguments: [
            "missing": .localized(
              LocalizedText(
                vi: missing.map(\.title.vi).joined(separator: "; "),
                en: missing.map { $0.title[.en] }.joined(separator: "; ")))
          ], verified: min(form.verified, sample.verified),
          bases: [Rule.Basis(instrument: sample.instrument, provision: sample.words.vi)]))
    }
  }
}

private enum ProposalBasis {
  /// Awards that the paper proposes: of its nominees, else as its subject and its counts name them.
  static func awards(of paper: Dossier.Paper, _ context: DossierContext) -> [AwardMention] {
    let own = paper.register.nominees.flatMap(\.awards)
    if !own.isEmpty { return own }
    let finder = AwardFinder(law: context.law)
    let document = paper.document
    let blocks = document.components.subject.map(\.block) + Array(document.components.body)
    for block in blocks {
      let named = finder.mentions(
        in: document.blocks[block].text, block: block, on: context.asOf)
      if !named.isEmpty { return named }
    }
    return []
  }

  private static let provision = Pattern(
    known: #"(?<!\p{L})(?:điều|khoản)\s+\d{1,3}(?!\d)"#, options: .caseless)

  /// Whether an article is named for what is proposed: “theo khoản 1 Điều 28”.
  static func citesProvision(_ paper: Dossier.Paper) -> Bool {
    own(paper).contains { provision.matches(paper.document.blocks[$0].text) }
  }

  /// Blocks below the legal bases, in tables and annexes as well.
  private static func own(_ paper: Dossier.Paper) -> [Int] {
    let document = paper.document
    let bases = Set(document.components.legalBases.filter { !$0.runsIntoBody }.map(\.span.block))
    let start = document.components.body.lowerBound
    return document.blocks.indices.filter { $0 >= start && !bases.contains($0) }
  }

  /// What it says there, in its subject and to whom.
  static func text(of paper: Dossier.Paper) -> Words {
    let document = paper.document
    return Words(
      joining: own(paper).map { document.blocks[$0].text }
        + document.components.subject.map(document.text)
        + (document.components.addressee?.bodies.map(document.text) ?? []))
  }

  /// The six kinds of Law 06/2022, Điều 8, are kinds of commendation: titles of emulation have none.
  static func isAsked(_ section: DocumentKind.Section, _ awards: [AwardMention]) -> Bool {
    switch section.id {
    case "so-luong": false
    case "loai-hinh":
      awards.contains { mention in
        mention.matches.contains { $0.award.awardClass != .emulationTitle }
      }
    default: true
    }
  }
}
