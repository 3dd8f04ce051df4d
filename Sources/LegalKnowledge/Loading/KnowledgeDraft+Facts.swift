import DataFiles

// Checks of facts that name articles, awards and powers declared elsewhere.

extension KnowledgeDraft {
  /// An article cited as the source of a fact, and the days for which it is cited.
  struct CitedProvision {
    var reference: ProvisionReference
    var validity: Validity?
    var origin: Origin
  }

  struct PrizeMultiple {
    var of: Award.Recipient
    var recipient: Award.Recipient
    var hundredths: Int
    var verified: Verification
    var origin: Origin
  }

  mutating func note(
    _ reference: ProvisionReference, within validity: Validity?, at element: DataElement
  ) {
    citedProvisions.append(
      CitedProvision(reference: reference, validity: validity, origin: Origin(element)))
  }

  /// What a fact cites must exist where the map is whole, and be in force on the days named.
  func checkProvisions(_ instruments: [Instrument], _ places: [String: Int]) throws {
    for cited in citedProvisions {
      guard let place = places[cited.reference.instrument] else { continue }
      let instrument = instruments[place]
      try checkForce(of: instrument, cited)
      guard let map = instrument.provisions, let number = cited.reference.article else { continue }
      if let last = map.lastArticle, number > last { throw absent(cited, in: instrument.id) }
      guard let article = map.articles[number] else {
        if map.isWhole { throw absent(cited, in: instrument.id) }
        continue
      }
      guard article.isComplete else { continue }
      if let clause = cited.reference.clause, clause > article.clauses {
        throw absent(cited, in: instrument.id)
      }
      if let point = cited.reference.point,
        !(article.points[cited.reference.clause ?? 0] ?? []).contains(point)
      {
        throw absent(cited, in: instrument.id)
      }
    }
  }

  private func absent(_ cited: CitedProvision, in instrument: String) -> DataFileError {
    cited.origin.error(
      vi: "\(instrument) không có \(cited.reference.text); hãy sửa điều, khoản, điểm",
      en: "\(instrument) has no \(cited.reference.text); correct article, clause or point")
  }

  private func checkForce(of instrument: Instrument, _ cited: CitedProvision) throws {
    guard let validity = cited.validity else { return }
    if let effective = instrument.effective?.date, effective > validity.from {
      throw cited.origin.error(
        vi: "\(instrument.id) chỉ có hiệu lực từ \(effective.iso), sau from \(validity.from.iso)",
        en: "\(instrument.id) takes effect only on \(effective.iso), after from "
          + validity.from.iso)
    }
    if let ended = instrument.ended?.date, validity.until.map({ $0 > ended }) ?? true {
      throw cited.origin.error(
        vi: "\(instrument.id) hết hiệu lực sau ngày \(ended.iso); hãy ghi until không muộn hơn",
        en: "\(instrument.id) is out of force after \(ended.iso); give until no later")
    }
  }

  // MARK: Awards

  func finishedAwards() throws -> AwardBook {
    var book = awardBook
    try checkChains()
    let byClass = Dictionary(grouping: book.awards, by: \.awardClass)
    for entry in prizes {
      var rate = entry.rate
      rate.awards = expanded(rate.awards, entry.classes, byClass)
      try checkPrize(rate, against: book.prizes, at: entry.origin)
      book.prizes.append(rate)
    }
    for multiple in prizeMultiples {
      for var rate in book.prizes where rate.recipient == multiple.of && !rate.isCeiling {
        rate.awards = rate.awards.filter { id in
          book.awards.first { $0.id == id }?.recipients.contains(multiple.recipient) ?? false
        }
        guard !rate.awards.isEmpty else { continue }
        rate.recipient = multiple.recipient
        rate.hundredths = rate.hundredths * multiple.hundredths / 100
        rate.verified = min(rate.verified, multiple.verified)
        try checkPrize(rate, against: book.prizes, at: multiple.origin)
        book.prizes.append(rate)
      }
    }
    for entry in dossierParts {
      var part = entry.part
      part.awards = expanded(part.awards, entry.classes, byClass)
      try checkPart(part, against: book.dossierParts, at: entry.origin)
      book.dossierParts.append(part)
    }
    return book
  }

  private func checkPart(
    _ part: DossierPart, against others: [DossierPart], at origin: Origin
  ) throws {
    for other in others where other.paper == part.paper && other.validity.overlaps(part.validity) {
      guard let twice = part.awards.first(where: other.awards.contains) else { continue }
      throw origin.error(
        vi: "“\(twice)” đã có “\(part.paper.rawValue)” trong cùng thời gian; hãy xoá một trong hai",
        en: "\"\(twice)\" has \"\(part.paper.rawValue)\" at the same time already; remove one")
    }
  }

  private func expanded(
    _ ids: [String], _ classes: Set<Award.Class>, _ byClass: [Award.Class: [Award]]
  ) -> [String] {
    var all = ids
    for group in Award.Class.allCases where classes.contains(group) {
      all += byClass[group, default: []].map(\.id).filter { !all.contains($0) }
    }
    return all
  }

  private func checkPrize(
    _ rate: PrizeRate, against others: [PrizeRate], at origin: Origin
  ) throws {
    for other in others
    where other.recipient == rate.recipient && other.validity.overlaps(rate.validity) {
      guard let twice = rate.awards.first(where: other.awards.contains) else { continue }
      throw origin.error(
        vi: "“\(twice)” đã có mức thưởng cho “\(rate.recipient.rawValue)” trong cùng thời gian; "
          + "hãy xoá một trong hai",
        en: "\"\(twice)\" has a prize for \"\(rate.recipient.rawValue)\" at the same time already; "
          + "remove one")
    }
  }

  /// An award cannot lie below itself; only its own repetition may be asked for.
  private func checkChains() throws {
    var below: [String: Set<String>] = [:]
    for award in awardBook.awards {
      below[award.id] = Set(award.standards.flatMap(\.previousAwards)).subtracting([award.id])
    }
    for (index, award) in awardBook.awards.enumerated() {
      var seen: Set<String> = []
      var front = Array(below[award.id, default: []])
      while let id = front.popLast() {
        guard seen.insert(id).inserted else { continue }
        front += below[id, default: []].filter { !seen.contains($0) }
      }
      guard seen.contains(award.id) else { continue }
      throw awardOrigins[index].error(
        vi: "“\(award.id)” đòi chính nó qua các danh hiệu trước; hãy sửa <previous>",
        en: "\"\(award.id)\" asks for itself through earlier awards; correct <previous>")
    }
  }

  // MARK: Powers

  func finishedAuthorities() throws -> AuthorityBook {
    var book = authorityBook
    let byClass = Dictionary(grouping: awardBook.awards, by: \.awardClass)
    for entry in grants {
      var grant = entry.grant
      grant.awards = expanded(grant.awards, entry.classes, byClass)
      try checkGrant(grant, against: book, at: entry.origin)
      book.grants.append(grant)
    }
    book.proposals = proposals.map { entry in
      var path = entry.path
      path.awards = expanded(path.awards, entry.classes, byClass)
      return path
    }
    return book
  }

  private func checkGrant(
    _ grant: Authority, against book: AuthorityBook, at origin: Origin
  ) throws {
    let actor = book.actors.first { $0.id == grant.actor }
    if let validity = actor?.validity, outlasts(grant.validity, validity) {
      throw origin.error(
        vi: "“\(grant.actor)” không tồn tại suốt thời gian này; hãy sửa from hoặc until",
        en: "\"\(grant.actor)\" does not exist all that time; correct from or until")
    }
    for other in book.grants
    where other.actor == grant.actor && other.validity.overlaps(grant.validity) {
      guard let twice = grant.awards.first(where: other.awards.contains) else { continue }
      throw origin.error(
        vi: "“\(grant.actor)” đã có thẩm quyền với “\(twice)” trong cùng thời gian; "
          + "hãy xoá một trong hai",
        en: "\"\(grant.actor)\" has the power over \"\(twice)\" at the same time already; "
          + "remove one")
    }
  }

  private func outlasts(_ inner: Validity, _ outer: Validity) -> Bool {
    if inner.from < outer.from { return true }
    guard let end = outer.until else { return false }
    return inner.until.map { $0 > end } ?? true
  }
}
