// Queries on titles and commendations.

extension LegalKnowledge {
  public var awards: [Award] { awardBook.awards }

  public func award(id: String) -> Award? { books.value.award(id: id) }

  /// See `AwardNames.awards(named:on:)`; where many names are looked up, keep an `AwardNames`.
  public func awards(named name: some StringProtocol, on day: CivilDate) -> [AwardNames.Match] {
    AwardNames(awardBook.awards).awards(named: name, on: day)
  }

  public func term(id: String) -> LegalTerm? { awardBook.terms.first { $0.id == id } }

  /// What the law asks for on `day`; nil when the data does not reach that day. After an amendment
  /// that has not been read, the earlier text with lowered certainty and `amendment` set.
  public func criteria(of award: Award, on day: CivilDate) -> AwardStandard? {
    guard var standard = award.standards.last(where: { $0.validity.contains(day) }) else {
      return nil
    }
    tighten(&standard, of: award, on: day)
    guard let amendment = awardBook.amendment, day >= amendment.from else { return standard }
    standard.amendment = amendment
    standard.verified = amendment.lowered(standard.verified, on: day)
    for index in standard.routes.indices {
      standard.routes[index].verified = min(standard.routes[index].verified, standard.verified)
    }
    return standard
  }

  /// Puts the stricter shares of local regulations in place of the law's.
  private func tighten(_ standard: inout AwardStandard, of award: Award, on day: CivilDate) {
    for pack in packs where pack.validity.contains(day) {
      for tightening in pack.tightenings where tightening.award == award.id {
        for index in standard.routes.indices {
          standard.routes[index].criteria = standard.routes[index].criteria.map {
            $0.tightened(by: tightening)
          }
        }
      }
    }
  }

  /// The article on the award, on `day`.
  public func article(
    for award: Award, on day: CivilDate
  ) -> (provision: ProvisionReference, article: ProvisionMap.Article?)? {
    guard let provision = criteria(of: award, on: day)?.provision else { return nil }
    let map = instrument(id: provision.instrument)?.provisions
    return (provision, provision.article.flatMap { map?.articles[$0] })
  }

  /// Awards that this one asks for first.
  public func previous(in award: Award, on day: CivilDate) -> [Award] {
    (criteria(of: award, on: day)?.previousAwards ?? []).compactMap { self.award(id: $0) }
  }

  /// Awards that ask for this one first.
  public func next(after award: Award, on day: CivilDate) -> [Award] {
    awards.filter { criteria(of: $0, on: day)?.previousAwards.contains(award.id) ?? false }
  }

  // MARK: Money

  public func baseSalary(on day: CivilDate) -> BaseSalary? {
    calendarBook.salaries.first { $0.validity.contains(day) }
  }

  /// What goes with the award when it is decided on `day`; nil when rate or salary is not known. A
  /// household's rate is that of an individual, multiplied as the scale says.
  public func prize(
    of award: Award, recipient: Award.Recipient, decidedOn day: CivilDate
  ) -> PrizeAmount? {
    let rate = awardBook.prizes.first {
      $0.recipient == recipient && $0.validity.contains(day) && $0.awards.contains(award.id)
    }
    guard let rate, let salary = baseSalary(on: day) else { return nil }
    return PrizeAmount(rate: rate, baseSalary: salary)
  }
}
