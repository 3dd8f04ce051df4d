import DataFiles

/// `<offices>`: heads of bodies, short forms, words that show a level.
enum OfficesReader {
  private static let rootChildren: Set = [
    "source", "heads", "deputies", "abbreviations", "above", "keeps-name", "past",
  ]
  private static let headsAttributes: Set = ["bodies", "offices", "collective"]
  private static let aboveAttributes: Set = ["level"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    _ = try root.sources()
    for element in root.eachChild {
      switch element.name {
      case "heads": try readHeads(element, &draft)
      case "above": try readAbove(element, &draft)
      default: break
      }
    }
    draft.offices.deputies += try phrases("deputies", of: root)
    draft.offices.abbreviations += try phrases("abbreviations", of: root)
    draft.offices.keepsName += try phrases("keeps-name", of: root)
    draft.offices.past += try phrases("past", of: root)
  }

  private static func phrases(_ name: String, of root: DataElement) throws -> [String] {
    try root.only(name)?.phrases() ?? []
  }

  private static func readHeads(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: headsAttributes)
    _ = try element.required("bodies")
    _ = try element.required("offices")
    let bodies = element.list("bodies")
    for body in bodies {
      try draft.declare(body, in: .heads, at: element)
      draft.refer(to: body, in: .bodyType, at: element)
    }
    draft.offices.heads.append(
      BodyHeads(
        bodies: Set(bodies), offices: try element.phrases("offices"),
        isCollective: try element.flag("collective", default: false)))
  }

  private static func readAbove(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: aboveAttributes, text: true)
    let level = try element.required("level", as: BodyLevel.self)
    try draft.declare(level.rawValue, in: .above, at: element)
    draft.offices.above[level] = try element.phrasesOfText()
  }
}
