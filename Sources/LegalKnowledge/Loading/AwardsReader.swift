import DataFiles

/// `<awards>`: titles of emulation and forms of commendation.
enum AwardsReader {
  private static let rootChildren: Set = ["award", "amended"]
  private static let attributes: Set = [
    "id", "class", "series", "rank", "recipients", "posthumous",
  ]
  private static let children: Set = ["name", "variant", "standard", "source"]
  private static let nameAttributes: Set = ["quoted", "from", "until", "verified"]
  private static let standardAttributes = DataElement.provisionAttributes
    .union(DataElement.validityAttributes).union(["cycle", "complete", "verified"])
  private static let standardChildren = CriteriaReader.names.union(["route"])
  private static let routeAttributes: Set = ["clause", "point", "recipients", "verified"]
  private static let routeChildren = CriteriaReader.names.union(["remark"])

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    for element in root.eachChild {
      if element.name == "amended" {
        draft.awardBook.amendment = try element.readAmendment(&draft, space: .awardAmendment)
      } else {
        let award = try award(element, &draft)
        draft.awardBook.awards.append(award)
        draft.awardOrigins.append(KnowledgeDraft.Origin(element))
      }
    }
  }

  private static func award(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Award {
    try element.expect(attributes: attributes, children: children)
    let id = try element.required("id")
    try draft.declare(id, in: .award, at: element)
    let series = element.optional("series")
    let rank = try element.positive("rank")
    if let rank {
      guard let series else {
        throw element.error(
          vi: "có “rank” mà thiếu “series”: hãy ghi tên chung của các hạng",
          en: "\"rank\" without \"series\": give the name that the ranks share")
      }
      try draft.declare("\(series) \(rank)", in: .awardRank, at: element)
    }
    _ = try element.required("recipients")
    var result = Award(
      id: id, awardClass: try element.required("class", as: Award.Class.self), series: series,
      rank: rank, recipients: Set(try element.list("recipients", as: Award.Recipient.self)),
      isPosthumous: element.optional("posthumous") == nil
        ? nil : try element.flag("posthumous", default: false),
      names: [], variants: [], standards: [], sources: try element.sources())
    for child in element.eachChild {
      switch child.name {
      case "name": result.names.append(try name(child))
      case "variant": result.variants.append(try name(child))
      case "standard": try add(standard(child, of: result, &draft), to: &result, at: child)
      default: break
      }
    }
    if result.names.isEmpty { throw element.missing("name") }
    try checkNames(of: result, at: element)
    return result
  }

  private static func name(_ element: DataElement) throws -> Award.Name {
    try element.expect(attributes: nameAttributes, text: true)
    return Award.Name(
      text: try element.requiredText(), isQuoted: try element.flag("quoted", default: false),
      validity: try element.optionalValidity(),
      verified: try element.optional("verified", as: Verification.self) ?? .yes)
  }

  private static func checkNames(of award: Award, at element: DataElement) throws {
    for (index, name) in award.names.enumerated() {
      for later in award.names.dropFirst(index + 1) {
        guard let first = name.validity, let second = later.validity, !first.overlaps(second)
        else {
          throw element.error(
            vi: "“\(name.text)” và “\(later.text)” cùng là tên chính thức trong một thời gian; "
              + "hãy ghi from, until, hoặc dùng <variant>",
            en: "\"\(name.text)\" and \"\(later.text)\" are both official names at one time; "
              + "give from and until, or use <variant>")
        }
      }
    }
  }

  private static func add(
    _ standard: AwardStandard, to award: inout Award, at element: DataElement
  ) throws {
    if let other = award.standards.first(where: { $0.validity.overlaps(standard.validity) }) {
      throw element.error(
        vi: "tiêu chuẩn này chồng lên khoảng bắt đầu \(other.validity.from.iso); "
          + "hãy sửa from hoặc until",
        en: "this standard overlaps the window that starts \(other.validity.from.iso); "
          + "correct from or until")
    }
    award.standards.append(standard)
  }

  private static func standard(
    _ element: DataElement, of award: Award, _ draft: inout KnowledgeDraft
  ) throws -> AwardStandard {
    try element.expect(attributes: standardAttributes, children: standardChildren)
    let validity = try element.validity()
    let provision = try element.provision(&draft, within: validity)
    let verified = try element.verification()
    let common = try CriteriaReader.read(in: element, &draft)
    var routes: [AwardStandard.Route] = []
    for child in element.eachChild where child.name == "route" {
      routes.append(
        try route(child, of: award, provision, common, verified, &draft))
    }
    if routes.isEmpty, !common.isEmpty {
      routes.append(
        AwardStandard.Route(
          provision: provision, recipients: [], criteria: common, remark: nil, verified: verified))
    }
    return AwardStandard(
      validity: validity, provision: provision,
      cycle: try element.optional("cycle", as: AwardStandard.Cycle.self), routes: routes,
      isComplete: try element.flag("complete", default: true), verified: verified)
  }

  private static func route(
    _ element: DataElement, of award: Award, _ article: ProvisionReference,
    _ common: [Criterion], _ verified: Verification, _ draft: inout KnowledgeDraft
  ) throws -> AwardStandard.Route {
    try element.expect(attributes: routeAttributes, children: routeChildren)
    let recipients = Set(try element.list("recipients", as: Award.Recipient.self))
    if let stranger = recipients.subtracting(award.recipients).map(\.rawValue).min() {
      throw element.error(
        vi: "cách này dành cho “\(stranger)”, không có trong “recipients” của <award>; "
          + "hãy sửa một trong hai",
        en: "this route is for \"\(stranger)\", whom the <award>'s \"recipients\" leave out; "
          + "correct one of them")
    }
    var provision = article
    provision.clause = try element.positive("clause") ?? article.clause
    provision.point = element.optional("point")
    draft.note(provision, within: nil, at: element)
    let criteria = common + (try CriteriaReader.read(in: element, &draft))
    let remark = try element.localized("remark")
    guard !criteria.isEmpty || remark != nil else {
      throw element.error(
        vi: "<route> không có điều kiện nào; hãy thêm điều kiện hoặc <remark>",
        en: "<route> states nothing; add a criterion or a <remark>")
    }
    return AwardStandard.Route(
      provision: provision, recipients: recipients, criteria: criteria, remark: remark,
      verified: try element.optional("verified", as: Verification.self) ?? verified)
  }
}
