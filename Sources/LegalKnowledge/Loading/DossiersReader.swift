import DataFiles

/// `<dossiers>`: the papers that a dossier must hold, by award.
enum DossiersReader {
  private static let partAttributes = DataElement.provisionAttributes
    .union(DataElement.validityAttributes).union(["paper", "awards", "classes", "verified"])

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: ["part", "source"])
    _ = try root.sources()
    for element in root.eachChild where element.name == "part" {
      try element.expect(attributes: partAttributes)
      let validity = try element.validity()
      let (awards, classes) = try element.awardChoice(&draft)
      let part = DossierPart(
        paper: try element.required("paper", as: DossierPart.Paper.self), awards: awards,
        provision: try element.provision(&draft, within: validity), validity: validity,
        verified: try element.verification())
      draft.dossierParts.append((part, classes, KnowledgeDraft.Origin(element)))
    }
  }
}
