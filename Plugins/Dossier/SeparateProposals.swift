import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Awards of deciders that need papers of their own, in one proposal.
  static let separateProposals = NativeCheck(
    across: "separate-proposals", arguments: ["first", "second"]
  ) { context in
    let dossier = context.dossier
    let rules = context.law.separateProposals(on: context.asOf)
    let proposals = dossier.papers(.proposal)
    return proposals.flatMap { proposal -> [DossierObservation] in
      // Of several proposals it is not known to which of them a list belongs.
      let papers = [proposal] + (proposals.count == 1 ? dossier.papers(.list) : [])
      let proposed = papers.flatMap { ProposedAward.all(in: $0, of: dossier, context.law) }
      return rules.compactMap { rule in
        let decided = proposed.compactMap { award -> (award: ProposedAward, actor: String)? in
          let actors = context.law.deciders(of: award, on: context.asOf)
          guard actors.count == 1, let actor = actors.first, rule.actors.contains(actor) else {
            return nil
          }
          return (award, actor)
        }
        guard let first = decided.first,
          let other = decided.first(where: { $0.actor != first.actor })
        else { return nil }
        func title(_ actor: String) -> MessageArgument {
          .localized(context.law.actor(id: actor)?.title ?? LocalizedText(vi: actor, en: actor))
        }
        return DossierObservation(
          in: other.award.paper,
          Observation(
            at: other.award.span,
            arguments: ["first": title(first.actor), "second": title(other.actor)],
            verified: rule.verified),
          others: [
            .init(
              place: DossierSpan(paper: first.award.paper, span: first.award.span),
              message: LocalizedText(
                vi: "Thuộc thẩm quyền của người khác.", en: "Another decides on this one."))
          ])
      }
    }
  }
}
