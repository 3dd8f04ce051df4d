import DataFiles

/// `<bodies>`: types of issuing bodies and territorial units.
enum BodiesReader {
  private static let rootChildren: Set = ["body-type", "unit", "source"]
  private static let typeAttributes: Set = ["id", "name", "abbreviations", "codes", "level"]
  private static let unitAttributes: Set = [
    "word", "level", "names", "ended", "ended-by", "verified",
  ]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "body-type": try readType(element, &draft)
      case "unit": try readUnit(element, &draft)
      default: break
      }
    }
  }

  private static func readType(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: typeAttributes)
    let id = try element.required("id")
    try draft.declare(id, in: .bodyType, at: element)
    draft.bodyTypes.append(
      BodyType(
        id: id, name: try element.required("name"),
        abbreviations: try element.phrases("abbreviations"), codes: element.list("codes"),
        level: try element.optional("level", as: BodyLevel.self)))
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
