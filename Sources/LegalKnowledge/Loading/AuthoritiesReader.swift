import DataFiles

/// `<authorities>`: who decides, launches, proposes, advises.
enum AuthoritiesReader {
  private static let rootChildren: Set = [
    "actor", "grant", "deferred", "launch", "propose", "advisory", "vote", "chair",
    "separate", "transition", "amended", "source",
  ]
  private static let shared = DataElement.provisionAttributes
    .union(DataElement.validityAttributes).union(["verified"])
  private static let actorAttributes: Set = ["id", "levels", "collective", "from", "until"]
  private static let grantAttributes = shared.union(["actors", "awards", "classes"])
  private static let deferredAttributes = shared.union(["awards"])
  private static let launchAttributes = shared.union(["actors", "scope"])
  private static let proposeAttributes = shared.union(["actors", "steps", "awards", "classes"])
  private static let voteAttributes = shared.union(["awards", "percent", "council"])
  private static let advisoryAttributes = shared.union(["bodies"])
  private static let chairAttributes = shared.union(["levels", "actor"])
  private static let separateAttributes = shared.union(["actors"])
  private static let transitionAttributes = DataElement.provisionAttributes
    .union(["received-before", "favours-newer", "verified"])

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "actor": try readActor(element, &draft)
      case "grant": try readGrant(element, &draft)
      case "deferred": try readDeferred(element, &draft)
      case "launch": try readLaunch(element, &draft)
      case "propose": try readProposal(element, &draft)
      case "advisory": try readAdvisory(element, &draft)
      case "vote": try readVote(element, &draft)
      case "chair": try readChair(element, &draft)
      case "separate": try readSeparate(element, &draft)
      case "transition": try readTransition(element, &draft)
      case "amended":
        draft.authorityBook.amendment = try element.readAmendment(
          &draft, space: .authorityAmendment)
      default: break
      }
    }
  }

  private static func readActor(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: actorAttributes, children: ["title"])
    let id = try element.required("id")
    try draft.declare(id, in: .actor, at: element)
    _ = try element.required("levels")
    draft.authorityBook.actors.append(
      LegalActor(
        id: id, title: try element.requiredLocalized("title"),
        levels: Set(try element.list("levels", as: BodyLevel.self)),
        isCollective: try element.flag("collective", default: false),
        validity: try element.optionalValidity()))
  }

  private static func readGrant(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: grantAttributes, children: ["delegation"])
    let validity = try element.validity()
    let awards = try element.awardChoice(&draft)
    let provision = try element.provision(&draft, within: validity)
    for actor in try element.references("actors", to: .actor, &draft) {
      let grant = Authority(
        actor: actor, awards: awards.ids, provision: provision, validity: validity,
        verified: try element.verification(), delegation: try element.localized("delegation"))
      draft.grants.append((grant, awards.classes, KnowledgeDraft.Origin(element)))
    }
  }

  private static func readDeferred(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: deferredAttributes, children: ["title"])
    let validity = try element.validity()
    draft.authorityBook.deferred.append(
      DeferredAuthority(
        awards: try element.references("awards", to: .award, &draft),
        provision: try element.provision(&draft, within: validity), validity: validity,
        title: try element.requiredLocalized("title"), verified: try element.verification()))
  }

  private static func readLaunch(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: launchAttributes)
    let validity = try element.validity()
    draft.authorityBook.launches.append(
      LaunchAuthority(
        actors: try element.references("actors", to: .actor, &draft),
        scope: try element.reference("scope", to: .term, &draft),
        provision: try element.provision(&draft, within: validity), validity: validity,
        verified: try element.verification()))
  }

  private static func readProposal(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: proposeAttributes)
    let validity = try element.validity()
    let awards = try element.awardChoice(&draft)
    let path = ProposalPath(
      proposers: try element.references("actors", to: .actor, &draft),
      steps: try element.references("steps", to: .actor, &draft), awards: awards.ids,
      provision: try element.provision(&draft, within: validity), validity: validity,
      verified: try element.verification())
    draft.proposals.append((path, awards.classes))
  }

  private static func readAdvisory(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: advisoryAttributes)
    let validity = try element.validity()
    draft.authorityBook.advisory.append(
      AdvisoryBody(
        bodies: try element.references("bodies", to: .bodyType, &draft),
        provision: try element.provision(&draft, within: validity), validity: validity,
        verified: try element.verification()))
  }

  private static func readVote(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: voteAttributes)
    let percent = try element.requiredPositive("percent")
    guard percent <= 100 else {
      throw element.error(
        vi: "tỷ lệ \(percent) vượt quá toàn bộ; hãy ghi từ 1 đến 100",
        en: "\(percent) per cent is more than all; give 1 to 100")
    }
    let validity = try element.validity()
    let vote = VoteThreshold(
      awards: try element.references("awards", to: .award, &draft), percent: percent,
      council: try element.reference("council", to: .term, &draft),
      provision: try element.provision(&draft, within: validity), validity: validity,
      verified: try element.verification())
    for other in draft.authorityBook.votes where other.validity.overlaps(validity) {
      guard let twice = vote.awards.first(where: other.awards.contains) else { continue }
      throw element.error(
        vi: "“\(twice)” đã có tỷ lệ phiếu trong cùng thời gian; hãy xoá một trong hai",
        en: "\"\(twice)\" has a threshold at the same time already; remove one")
    }
    draft.authorityBook.votes.append(vote)
  }

  private static func readChair(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: chairAttributes)
    _ = try element.required("levels")
    let validity = try element.validity()
    draft.authorityBook.chairs.append(
      CouncilChair(
        levels: Set(try element.list("levels", as: BodyLevel.self)),
        actor: try element.reference("actor", to: .actor, &draft),
        provision: try element.provision(&draft, within: validity), validity: validity,
        verified: try element.verification()))
  }

  private static func readSeparate(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: separateAttributes)
    let validity = try element.validity()
    draft.authorityBook.separations.append(
      SeparateProposals(
        actors: try element.references("actors", to: .actor, &draft),
        provision: try element.provision(&draft, within: validity), validity: validity,
        verified: try element.verification()))
  }

  private static func readTransition(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: transitionAttributes)
    let day = try element.requiredDate("received-before")
    let others = draft.authorityBook.transitions
    guard !others.contains(where: { $0.day == day }) else {
      throw element.error(
        vi: "chuyển tiếp ngày \(day.iso) đã có ở trên; hãy xoá một trong hai",
        en: "the transition of \(day.iso) stands above already; remove one")
    }
    let transition = DossierTransition(
      day: day, favoursNewer: try element.flag("favours-newer", default: false),
      provision: try element.provision(&draft, within: nil),
      verified: try element.verification())
    draft.authorityBook.transitions = (others + [transition]).sorted { $0.day < $1.day }
  }
}
