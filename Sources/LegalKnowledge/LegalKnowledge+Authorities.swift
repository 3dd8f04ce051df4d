// Queries on who decides, proposes, launches.

extension LegalKnowledge {
  public func actor(id: String) -> LegalActor? { authorityBook.actors.first { $0.id == id } }

  /// Who may decide on the award on `day`, every level; empty also for what the law leaves to other
  /// rules (see `deferredAuthorities`).
  public func deciders(of award: Award, on day: CivilDate) -> [Authority] {
    authorityBook.grants.filter { grant in
      grant.validity.contains(day) && grant.awards.contains(award.id)
        && exists(grant.actor, on: day)
    }.map { lowered($0, on: day) }
  }

  /// The same for bodies of one level.
  public func authority(
    for award: Award, level: BodyLevel, on day: CivilDate
  ) -> [Authority] {
    deciders(of: award, on: day).filter { actor(id: $0.actor)?.levels.contains(level) ?? false }
  }

  /// What an actor may decide on `day`.
  public func powers(of actor: LegalActor, on day: CivilDate) -> [Authority] {
    guard exists(actor.id, on: day) else { return [] }
    return authorityBook.grants.filter { $0.actor == actor.id && $0.validity.contains(day) }
      .map { lowered($0, on: day) }
  }

  /// Where the law leaves the decision to other rules.
  public func deferredAuthorities(of award: Award, on day: CivilDate) -> [DeferredAuthority] {
    authorityBook.deferred.filter {
      $0.validity.contains(day) && $0.awards.contains(award.id)
    }.map {
      var entry = $0
      entry.verified = lowered(entry.verified, on: day)
      return entry
    }
  }

  public func launchers(on day: CivilDate) -> [LaunchAuthority] {
    authorityBook.launches.filter { $0.validity.contains(day) }.map {
      var entry = $0
      entry.verified = lowered(entry.verified, on: day)
      return entry
    }
  }

  public func proposalPaths(of award: Award, on day: CivilDate) -> [ProposalPath] {
    authorityBook.proposals.filter {
      $0.validity.contains(day) && $0.awards.contains(award.id)
    }.map {
      var entry = $0
      entry.verified = lowered(entry.verified, on: day)
      return entry
    }
  }

  /// Set when the body (id of a `BodyType`) only advises and cannot decide.
  public func advisoryRole(ofBody id: String, on day: CivilDate) -> AdvisoryBody? {
    guard
      var entry = authorityBook.advisory.first(where: {
        $0.validity.contains(day) && $0.bodies.contains(id)
      })
    else { return nil }
    entry.verified = lowered(entry.verified, on: day)
    return entry
  }

  /// The vote that the award needs in a council; nil when no decree sets one, as far as known.
  public func voteThreshold(of award: Award, on day: CivilDate) -> VoteThreshold? {
    guard
      var entry = authorityBook.votes.first(where: {
        $0.validity.contains(day) && $0.awards.contains(award.id)
      })
    else { return nil }
    entry.verified = lowered(entry.verified, on: day)
    return entry
  }

  /// Who chairs the council of a level; nil where no decree says, as far as known.
  public func councilChair(of level: BodyLevel, on day: CivilDate) -> CouncilChair? {
    guard
      var entry = authorityBook.chairs.first(where: {
        $0.validity.contains(day) && $0.levels.contains(level)
      })
    else { return nil }
    entry.verified = lowered(entry.verified, on: day)
    return entry
  }

  /// Deciders whose awards need papers of their own.
  public func separateProposals(on day: CivilDate) -> [SeparateProposals] {
    authorityBook.separations.filter { $0.validity.contains(day) }
  }

  /// The change of law between the day of a dossier's proposal and the day it was received; nil when
  /// none lies between.
  public func transition(
    between day: CivilDate, receivedOn received: CivilDate
  ) -> DossierTransition? {
    authorityBook.transitions.last { (day < $0.day) != (received < $0.day) }
  }

  // MARK: Levels

  public func superior(of level: BodyLevel, on day: CivilDate) -> Superior? {
    superiors.first { $0.level == level && $0.validity.contains(day) }
  }

  public func standingBodies(of level: BodyLevel, on day: CivilDate) -> [StandingBody] {
    standingBodies.filter { $0.level == level && $0.validity.contains(day) }
  }

  private func exists(_ actor: String, on day: CivilDate) -> Bool {
    self.actor(id: actor)?.validity?.contains(day) ?? true
  }

  private func lowered(_ grant: Authority, on day: CivilDate) -> Authority {
    guard let amendment = authorityBook.amendment, day >= amendment.from else { return grant }
    var grant = grant
    grant.amendment = amendment
    grant.verified = amendment.lowered(grant.verified, on: day)
    return grant
  }

  private func lowered(_ verified: Verification, on day: CivilDate) -> Verification {
    authorityBook.amendment?.lowered(verified, on: day) ?? verified
  }
}
