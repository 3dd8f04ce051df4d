import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An award proposed with fewer votes of all members than its decree asks for.
  static let voteThreshold = NativeCheck(
    across: "vote-threshold", arguments: ["agreed", "members", "share", "award"]
  ) { context in
    let law = context.law
    let councils = CouncilMinutes.all(in: context.dossier)
    var failed: [String: [DossierObservation]] = [:]
    var passed: Set<String> = []
    for council in councils {
      for ballot in council.minutes.ballots {
        guard let (award, threshold) = context.threshold(of: ballot, in: council) else { continue }
        let votes = ballot.votes
        let key = "\(ballot.nominee ?? "")\u{1F}\(award.id)"
        guard let members = [council.minutes.members?.value, votes.total].compactMap({ $0 }).max(),
          members > 0
        else { continue }
        // Whether votes in writing are among those counted is not always said: they count here.
        let agreed = min(members, votes.agreed + council.votesInWriting(of: members))
        if agreed * 100 >= threshold.percent * members {
          passed.insert(key)
          continue
        }
        // Of those present alone enough may seem to be there: that is the usual mistake.
        failed[key, default: []].append(
          DossierObservation(
            in: council.paper,
            Observation(
              at: votes.span,
              arguments: [
                "agreed": .number(agreed), "members": .number(members),
                "share": .number(threshold.percent), "award": .text(award.name(on: context.asOf)),
              ], verified: threshold.verified,
              bases: [
                Rule.Basis(
                  instrument: threshold.provision.instrument, provision: threshold.provision.text)
              ])))
      }
    }
    // A council further up that reached the share settles it.
    return failed.filter { !passed.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}

extension DossierContext {
  /// What the award of a result needs in this council; nil when the paper leaves the award open, no
  /// decree sets a share, or it is set for another council.
  fileprivate func threshold(
    of ballot: Minutes.Ballot, in council: CouncilMinutes
  ) -> (Award, VoteThreshold)? {
    let days = [asOf] + (council.minutes.date.map { [$0] } ?? [])
    let found = ballot.awards.sorted().compactMap { law.award(id: $0) }.map { award in
      (award, days.map { law.voteThreshold(of: award, on: $0) })
    }
    guard let (award, thresholds) = found.first, let threshold = thresholds.first ?? nil,
      found.allSatisfy({ $0.1.first??.percent == threshold.percent })
    else { return nil }
    var result = threshold
    // Where the law changed between the meeting and the proposal, the less certain text counts.
    result.verified = thresholds.map { $0?.verified ?? .no }.min() ?? .no
    guard
      threshold.council == "hoi-dong-cap-trinh" || council.level == .province
        || council.level == .central
    else { return nil }
    return (award, result)
  }
}
