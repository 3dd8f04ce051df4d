import DataFiles

/// `<bodies>`: types of issuing bodies and territorial units.
enum BodiesReader {
  private static let rootChildren: Set = ["body-type", "unit", "superior", "standing", "source"]
  private static let typeAttributes: Set = [
    "id", "name", "abbreviations", "codes", "level", "began", "ended", "verified",
  ]
  private static let unitAttributes: Set = [
    "word", "level", "names", "ended", "ended-by", "verified",
  ]

  private static let superiorAttributes: Set = ["of", "is", "from", "until", "verified"]
  private static let standingAttributes = DataElement.provisionAttributes
    .union(DataElement.validityAttributes).union(["level", "body", "verified"])

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "body-type": try readType(element, &draft)
      case "unit": try readUnit(element, &draft)
      case "superior": try readSuperior(element, &draft)
      case "standing": try readStanding(element, &draft)
      default: break
      }
    }
  }

  private static func readSuperior(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: superiorAttributes)
    let superior = Superior(
      level: try element.required("of", as: BodyLevel.self),
      above: try element.required("is", as: BodyLevel.self), validity: try element.validity(),
      verified: try element.verification())
    let overlapping = draft.superiors.contains {
      $0.level == superior.level && $0.validity.overlaps(superior.validity)
    }
    guard !overlapping else {
      throw element.error(
        vi: "cấp “\(superior.level.rawValue)” đã có cấp trên khác trong cùng thời gian; "
          + "hãy sửa from hoặc until",
        en: "the level \"\(superior.level.rawValue)\" has another superior at the same time; "
          + "correct from or until")
    }
    draft.superiors.append(superior)
  }

  private static func readStanding(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: standingAttributes)
    let validity = try element.validity()
    draft.standingBodies.append(
      StandingBody(
        level: try element.required("level", as: BodyLevel.self),
        body: try element.reference("body", to: .bodyType, &draft), validity: validity,
        provision: element.optional("instrument") == nil
          ? nil : try element.provision(&draft, within: validity),
        verified: try element.verification()))
  }

  private static func readType(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: typeAttributes)
    let id = try element.required("id")
    try draft.declare(id, in: .bodyType, at: element)
    let (began, ended) = try life(element)
    draft.bodyTypes.append(
      BodyType(
        id: id, name: try element.required("name"),
        abbreviations: try element.phrases("abbreviations"), codes: element.list("codes"),
        level: try element.optional("level", as: BodyLevel.self), began: began, ended: ended))
  }

  /// The first and last day of a body; `verified` is said once for both.
  private static func life(_ element: DataElement) throws -> (DatedFact?, DatedFact?) {
    let began = try element.date("began")
    let ended = try element.date("ended")
    guard began != nil || ended != nil else {
      guard element.optional("verified") == nil else {
        throw element.error(
          vi: "có “verified” mà thiếu “began” và “ended”: hãy ghi ngày đầu hoặc ngày cuối",
          en: "\"verified\" without \"began\" or \"ended\": give the first or the last day")
      }
      return (nil, nil)
    }
    if let began, let ended, ended < began {
      throw element.error(
        vi: "ended \(ended.iso) ở trước began \(began.iso); hãy sửa một trong hai",
        en: "ended \(ended.iso) is before began \(began.iso); correct one of them")
    }
    let verified = try element.verification()
    return (
      began.map { DatedFact(date: $0, verified: verified) },
      ended.map { DatedFact(date: $0, verified: verified) }
    )
  }

  private static func readUnit(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: unitAttributes)
    let word = try element.required("word")
    let level = try element.required("level", as: BodyLevel.self)
    try draft.declare(word + " " + level.rawValue, in: .unit, at: element)
    var ended: DatedFact?
    if let day = try element.date("ended") {
      ended = DatedFact(date: day, verified: try element.verification())
    }
    let endedBy = element.optional("ended-by")
    if ended == nil, endedBy != nil || element.optional("verified") != nil {
      throw element.error(
        vi: "có “ended-by” hoặc “verified” mà thiếu “ended”: hãy ghi ngày cuối",
        en: "\"ended-by\" or \"verified\" without \"ended\": give the last day")
    }
    if let endedBy { draft.refer(to: endedBy, in: .instrument, at: element) }
    draft.territorialUnits.append(
      TerritorialUnit(
        word: word, level: level, ended: ended, endedBy: endedBy,
        names: try element.phrases("names")))
  }
}
