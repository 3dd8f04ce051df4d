import DataFiles

/// `<form>` and `<signer>` of a kind.
enum FormsReader {
  private static let formChildren: Set = ["title", "subjects", "sample", "section", "signer"]

  static func forms(
    _ root: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [DocumentForm] {
    var forms: [DocumentForm] = []
    for element in root.eachChild where element.name == "form" {
      try element.expect(attributes: ["id", "verified"], children: formChildren)
      let id = try element.required("id")
      guard !forms.contains(where: { $0.id == id }) else {
        throw element.error(
          vi: "mẫu “\(id)” đã có ở trên; hãy đổi tên hoặc gộp lại",
          en: "the form \"\(id)\" stands above already; rename or merge them")
      }
      forms.append(
        DocumentForm(
          id: id, title: try element.requiredLocalized("title"),
          subjects: try element.only("subjects")?.phrases() ?? [],
          samples: try samples(element, &draft), sections: try KindReader.sections(element),
          signers: try signers(element), verified: try element.verification()))
    }
    return forms
  }

  private static func samples(
    _ form: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [DocumentForm.Sample] {
    var samples: [DocumentForm.Sample] = []
    for element in form.eachChild where element.name == "sample" {
      try element.expect(attributes: ["instrument", "annex", "number", "verified"])
      let instrument = try element.reference("instrument", to: .instrument, &draft)
      guard !samples.contains(where: { $0.instrument == instrument }) else {
        throw element.error(
          vi: "\(instrument) đã có số mẫu ở trên; hãy xoá một trong hai",
          en: "\(instrument) has a number above already; remove one")
      }
      samples.append(
        DocumentForm.Sample(
          instrument: instrument, annex: element.optional("annex"),
          number: try element.required("number"), verified: try element.verification()))
    }
    return samples
  }

  static func signers(_ parent: DataElement) throws -> [DocumentSigner] {
    var signers: [DocumentSigner] = []
    for element in parent.eachChild where element.name == "signer" {
      try element.expect(attributes: ["id", "required"], children: ["title", "phrases"])
      let id = try element.required("id")
      guard !signers.contains(where: { $0.id == id }) else {
        throw element.error(
          vi: "người ký “\(id)” đã có ở trên; hãy xoá một trong hai",
          en: "the signer \"\(id)\" stands above already; remove one")
      }
      guard let phrases = try element.only("phrases")?.phrases() else {
        throw element.missing("phrases")
      }
      signers.append(
        DocumentSigner(
          id: id, title: try element.requiredLocalized("title"),
          isRequired: try element.flag("required", default: true), phrases: phrases))
    }
    return signers
  }
}
