import DataFiles

/// `<types>`: document types with their codes.
enum TypesReader {
  private static let children: Set = ["type", "source"]
  private static let attributes: Set = ["id", "name", "codes", "families", "cited-by-name"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: children)
    _ = try root.sources()
    for element in root.eachChild where element.name == "type" {
      try element.expect(attributes: attributes)
      let id = try element.required("id")
      try draft.declare(id, in: .type, at: element)
      let families = try element.list("families", as: InstrumentType.Family.self)
      guard !families.isEmpty else {
        _ = try element.required("families")
        continue
      }
      draft.types.append(
        InstrumentType(
          id: id, name: try element.required("name"), codes: element.list("codes"),
          families: Set(families),
          isCitedByName: try element.flag("cited-by-name", default: false)))
    }
  }
}
