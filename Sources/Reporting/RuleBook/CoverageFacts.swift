import LegalKnowledge
import TextMatching

/// Facts of the data by the provision they cite: criteria, authority, proposals, terms, papers of
/// dossiers, prizes.
struct CoverageFacts {
  private(set) var byInstrument: [String: [CitedPlaces.Place: [LocalizedText]]] = [:]

  init(_ law: LegalKnowledge) {
    for award in law.awards {
      for standard in award.standards { add(standard, of: award) }
    }
    add(law.authorityBook, law)
    for term in law.calendarBook.terms {
      add(
        LocalizedText(vi: "thời hạn: \(term.title.vi)", en: "time limit: \(term.title[.en])"),
        at: term.provision)
    }
    for part in law.awardBook.dossierParts {
      add(LocalizedText(vi: "giấy tờ của hồ sơ", en: "papers of a dossier"), at: part.provision)
    }
    for prize in law.awardBook.prizes {
      add(LocalizedText(vi: "mức tiền thưởng", en: "sums of prizes"), at: prize.provision)
    }
  }

  private mutating func add(_ words: LocalizedText, at provision: ProvisionReference) {
    guard let article = provision.article else { return }
    let place = CitedPlaces.Place(article: article, clause: provision.clause)
    var facts = byInstrument[provision.instrument, default: [:]][place] ?? []
    guard !facts.contains(words) else { return }
    facts.append(words)
    byInstrument[provision.instrument, default: [:]][place] = facts
  }

  /// How many conditions a route has, and how many of them people must judge.
  private mutating func add(_ standard: AwardStandard, of award: Award) {
    let name = award.names.last?.text ?? award.id
    for route in standard.routes {
      let leaves = route.criteria.flatMap(\.flattened).filter { criterion in
        switch criterion {
        case .all, .any: false
        default: true
        }
      }
      let judged = leaves.filter { if case .quality = $0 { true } else { false } }.count
      let point = route.provision.point
      let place = point.map { LocalizedText(vi: ", điểm \($0)", en: ", point \($0)") }
      add(
        LocalizedText(
          vi: "tiêu chuẩn “\(name)”\(place?.vi ?? ""): \(leaves.count) điều kiện"
            + (judged > 0 ? ", \(judged) do người đánh giá" : ""),
          en: "criteria of “\(name)”\(place?[.en] ?? ""): \(leaves.count) condition"
            + (leaves.count == 1 ? "" : "s") + (judged > 0 ? ", \(judged) for people to judge" : "")
        ), at: route.provision)
    }
  }

  private mutating func add(_ book: AuthorityBook, _ law: LegalKnowledge) {
    func title(_ id: String) -> LocalizedText {
      law.actor(id: id)?.title ?? LocalizedText(vi: id, en: id)
    }
    for grant in book.grants {
      let actor = title(grant.actor)
      add(
        LocalizedText(vi: "thẩm quyền: \(actor.vi)", en: "authority: \(actor[.en])"),
        at: grant.provision)
    }
    for deferred in book.deferred {
      add(
        LocalizedText(
          vi: "luật giao: \(deferred.title.vi)", en: "left by the law: \(deferred.title[.en])"),
        at: deferred.provision)
    }
    for launch in book.launches {
      for actor in launch.actors.map(title) {
        add(
          LocalizedText(vi: "phát động: \(actor.vi)", en: "launches: \(actor[.en])"),
          at: launch.provision)
      }
    }
    for path in book.proposals {
      add(LocalizedText(vi: "đường trình", en: "path of proposals"), at: path.provision)
    }
    for body in book.advisory {
      add(LocalizedText(vi: "cơ quan tư vấn", en: "advisory bodies"), at: body.provision)
    }
    for vote in book.votes {
      add(
        LocalizedText(vi: "tỷ lệ phiếu \(vote.percent)%", en: "vote of \(vote.percent)%"),
        at: vote.provision)
    }
  }
}
