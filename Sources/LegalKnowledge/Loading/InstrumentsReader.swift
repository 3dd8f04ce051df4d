import DataFiles

/// `<instruments>`: laws, decrees, circulars, directives with their dates and relations.
enum InstrumentsReader {
  private static let rootChildren: Set = ["instrument"]
  private static let attributes: Set = ["id", "type", "role", "verified"]
  private static let children: Set = [
    "title", "title-variant", "issuer", "issuer-variant", "issued", "effective", "until",
    "planned-end", "replaces", "amends", "details", "guides", "source",
  ]
  private static let titleAttributes: Set = ["verified"]
  private static let dateAttributes: Set = ["date", "verified"]
  private static let relationAttributes: Set = ["ref", "provision", "verified", "incidental"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    for element in root.children {
      let instrument = try instrument(element, &draft)
      try check(instrument, at: element)
      draft.instruments.append(instrument)
    }
  }

  private static func instrument(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Instrument {
    try element.expect(attributes: attributes, children: children)
    let id = try element.required("id")
    let type = try element.required("type")
    try draft.declare(id, in: "instrument", at: element)
    draft.refer(to: type, in: .type, at: element)
    guard let title = try element.single("title") else { throw element.missing("title") }
    try title.expect(attributes: titleAttributes, text: true)
    let issuers = try element.texts("issuer")
    guard let issuer = issuers.first else { throw element.missing("issuer") }
    guard issuers.count == 1 else {
      throw element.error(
        vi: "chỉ được có một <issuer>; tên khác ghi ở <issuer-variant>",
        en: "only one <issuer> is allowed; put other names in <issuer-variant>")
    }
    return Instrument(
      id: id, type: type, symbol: String(id.prefix { $0 != "@" }),
      title: try title.requiredText(), titleVerified: try title.verification(),
      titleVariants: try element.texts("title-variant"), issuer: issuer,
      issuerVariants: try element.texts("issuer-variant"), issued: try dated("issued", in: element),
      effective: try dated("effective", in: element), ended: try dated("until", in: element),
      plannedEnd: try dated("planned-end", in: element),
      relations: try relations(of: element, &draft), role: element.optional("role"),
      provisions: nil, sources: try element.sources(), verified: try element.verification())
  }

  private static func dated(_ child: String, in element: DataElement) throws -> DatedFact? {
    guard let fact = try element.single(child) else { return nil }
    try fact.expect(attributes: dateAttributes)
    return DatedFact(date: try fact.requiredDate("date"), verified: try fact.verification())
  }

  private static func relations(
    of element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [Relation] {
    var relations: [Relation] = []
    for child in element.children {
      guard let kind = Relation.Kind(rawValue: child.name) else { continue }
      try child.expect(attributes: relationAttributes)
      let target = try child.required("ref")
      draft.refer(to: target, in: .instrument, at: child)
      relations.append(
        Relation(
          kind: kind, target: target, provision: child.optional("provision"),
          verified: try child.verification(),
          isIncidental: try child.flag("incidental", default: false)))
    }
    return relations
  }

  /// An instrument's own days must stand in their natural order; a sudden end before the start is
  /// always a slip of the pen.
  private static func check(_ instrument: Instrument, at element: DataElement) throws {
    if let start = instrument.effective?.date ?? instrument.issued?.date {
      for (end, child) in [(instrument.ended, "until"), (instrument.plannedEnd, "planned-end")] {
        guard let end, end.date < start else { continue }
        throw (try element.single(child) ?? element).error(
          vi: "<\(child)> \(end.date.iso) ở trước ngày bắt đầu \(start.iso); hãy sửa một trong hai",
          en: "<\(child)> \(end.date.iso) is before the start \(start.iso); correct one of them")
      }
    }
    if let marked = instrument.id.firstIndex(of: "@") {
      let day = instrument.id[instrument.id.index(after: marked)...]
      guard let issued = instrument.issued, CivilDate(iso: day) == issued.date else {
        throw element.error(
          vi: "sau “@” trong id phải là ngày ban hành của chính văn bản ấy",
          en: "what follows \"@\" in the id must be the instrument's own day of issue")
      }
    }
    if let itself = instrument.relations.first(where: { $0.target == instrument.id }) {
      throw element.error(
        vi: "<\(itself.kind.rawValue)> trỏ về chính văn bản này",
        en: "<\(itself.kind.rawValue)> points at this very instrument")
    }
  }
}
