import DataFiles

/// `<kind>`: one kind of document a file.
enum KindReader {
  private static let namespace = "urn:tdktlint:kinds:1"
  private static let attributes: Set = ["id", "codes", "bases"]
  private static let children: Set = [
    "title", "type-names", "subjects", "component", "section", "form", "signer", "source",
  ]
  private static let componentAttributes: Set = ["id", "need"]
  private static let sectionAttributes: Set = ["id", "required", "order", "group"]
  private static let sectionChildren: Set = ["title", "headings", "prose"]

  static func read(_ file: DataFile, into draft: inout KnowledgeDraft) throws {
    let root = try DataElement.root(
      of: file, named: "kind", namespace: namespace, allowing: ["checked"])
    try draft.noteChecked(root)
    try root.expect(attributes: attributes, children: children)
    let id = try root.required("id")
    try draft.declare(id, in: .kind, at: root)
    _ = try root.sources()
    let bases = root.list("bases")
    for role in bases { draft.refer(to: role, in: .role, at: root) }
    draft.kinds.append(
      DocumentKind(
        id: id, title: try root.requiredLocalized("title"),
        typeNames: try root.only("type-names")?.phrases() ?? [],
        codes: root.list("codes"), subjects: try root.only("subjects")?.phrases() ?? [],
        needs: try needs(root),
        sections: try sections(root), requiredBases: bases,
        forms: try FormsReader.forms(root, &draft), signers: try FormsReader.signers(root)))
  }

  private static func needs(
    _ root: DataElement
  ) throws -> [ComponentID: DocumentKind.Need] {
    var needs: [ComponentID: DocumentKind.Need] = [:]
    for element in root.eachChild where element.name == "component" {
      try element.expect(attributes: componentAttributes)
      let id = try element.required("id", as: ComponentID.self)
      let need = try element.required("need", as: DocumentKind.Need.self)
      guard needs.updateValue(need, forKey: id) == nil else {
        throw element.error(
          vi: "thành phần “\(id.rawValue)” đã có ở trên; hãy xoá một trong hai",
          en: "the component \"\(id.rawValue)\" stands above already; remove one")
      }
    }
    return needs
  }

  static func sections(_ root: DataElement) throws -> [DocumentKind.Section] {
    var sections: [DocumentKind.Section] = []
    for element in root.eachChild where element.name == "section" {
      try element.expect(attributes: sectionAttributes, children: sectionChildren)
      let id = try element.required("id")
      guard !sections.contains(where: { $0.id == id }) else {
        throw element.error(
          vi: "mục “\(id)” đã có ở trên; hãy đổi tên hoặc gộp lại",
          en: "the section \"\(id)\" stands above already; rename or merge them")
      }
      guard let headings = try element.only("headings")?.phrases() else {
        throw element.missing("headings")
      }
      sections.append(
        DocumentKind.Section(
          id: id, title: try element.requiredLocalized("title"),
          isRequired: try element.flag("required", default: false),
          order: try element.integer("order") ?? sections.count + 1, headings: headings,
          prose: try element.only("prose")?.phrases() ?? [], group: element.optional("group")))
    }
    return sections
  }
}
