import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge

/// An award that a paper proposes or confers, whoever is to have it.
struct ProposedAward {
  /// Index in `Dossier.papers`.
  var paper: Int
  var span: TextSpan
  /// What its name may mean, never empty.
  var awards: [Award]

  /// Those of a paper's nominees and of its counts (“05 cá nhân”), each place once, in reading order.
  static func all(in paper: Int, of dossier: Dossier, _ law: LegalKnowledge) -> [ProposedAward] {
    let register = dossier.papers[paper].register
    var seen: Set<TextSpan> = []
    var found: [ProposedAward] = []
    func add(_ ids: Set<String>, at span: TextSpan) {
      let awards = ids.sorted().compactMap { law.award(id: $0) }
      guard !awards.isEmpty, seen.insert(span).inserted else { return }
      found.append(ProposedAward(paper: paper, span: span, awards: awards))
    }
    for nominee in register.nominees {
      for mention in nominee.awards { add(mention.awards, at: mention.span) }
    }
    let named = Set(found.flatMap(\.awards).map(\.id))
    for count in register.counts where named.isDisjoint(with: count.awards) {
      add(count.awards, at: count.span)
    }
    return found.sorted {
      ($0.span.block, $0.span.utf8.lowerBound) < ($1.span.block, $1.span.utf8.lowerBound)
    }
  }
}

extension LegalKnowledge {
  /// Ids of the actors who decide on an award, whichever of its readings is meant; empty when the
  /// readings differ.
  func deciders(of proposed: ProposedAward, on day: CivilDate) -> Set<String> {
    let sets = proposed.awards.map { Set(deciders(of: $0, on: day).map(\.actor)) }
    guard let first = sets.first, sets.allSatisfy({ $0 == first }) else { return [] }
    return first
  }
}
