import DataFiles

/// `<terms>`: the words for scopes, works, qualities that criteria use.
enum TermsReader {
  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: ["term", "source"])
    _ = try root.sources()
    for element in root.eachChild where element.name == "term" {
      try element.expect(attributes: ["id"], children: ["title"])
      let id = try element.required("id")
      try draft.declare(id, in: .term, at: element)
      draft.awardBook.terms.append(
        LegalTerm(id: id, title: try element.requiredLocalized("title")))
    }
  }
}
