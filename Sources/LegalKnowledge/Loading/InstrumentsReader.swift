import DataFiles

/// `<instruments>`: laws, decrees, circulars, directives with their dates and relations.
enum InstrumentsReader {
  private static let rootChildren: Set = ["instrument"]
  private static let attributes: Set = ["id", "type", "role", "verified"]
  private static let children: Set = [
    "title", "title-variant", "issuer", "issuer-variant", "issued", "effective", "until",
    "planned-end", "replaces", "amends", "details", "guides", "source",
    "signer", "look-alike", "misquoted",
  ]
  private static let titleAttributes: Set = ["verified"]
  private static let dateAttributes: Set = ["date", "verified"]
  private static let lookAlikeAttributes: Set = ["ref"]
  private static let relationAttributes: Set = ["ref", "provision", "verified", "incidental"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    for element in root.eachChild {
      let instrument = try instrument(element, &draft)
      try check(instrument, at: element)
      if draft.isReadingLocal {
        draft.localOrigins.append((draft.instruments.count, KnowledgeDraft.Origin(element)))
      }
      draft.instruments.append(instrument)
    }
  }

  private static func instrument(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Instrument {
    try element.expect(attributes: attributes, children: children)
    let id = try element.required("id")
    let type = try element.required("type")
    try draft.declare(id, in: .instrument, at: element)
    draft.refer(to: type, in: .type, at: element)
    // An empty title or issuer means "not read yet"; both are refused below.
    var result = Instrument(
      id: id, type: type, symbol: String(id.prefix { $0 != "@" }), title: "", titleVerified: .no,
      titleVariants: [], issuer: "", issuerVariants: [], issued: nil, effective: nil, ended: nil,
      plannedEnd: nil, relations: [], role: element.optional("role"), provisions: nil, sources: [],
      verified: try element.verification())
    for child in element.eachChild { try read(child, into: &result, &draft) }
    if result.title.isEmpty { throw element.missing("title") }
    if result.issuer.isEmpty { throw element.missing("issuer") }
    if result.sources.isEmpty { throw element.withoutSource() }
    return result
  }

  private static func read(
    _ child: DataElement, into instrument: inout Instrument, _ draft: inout KnowledgeDraft
  ) throws {
    switch child.name {
    case "title":
      guard instrument.title.isEmpty else { throw child.repeated() }
      try child.expect(attributes: titleAttributes, text: true)
      instrument.title = try child.requiredText()
      instrument.titleVerified = try child.verification()
    case "title-variant": instrument.titleVariants.append(try child.plainText())
    case "issuer":
      guard instrument.issuer.isEmpty else { throw child.repeated() }
      instrument.issuer = try child.plainText()
    case "issuer-variant": instrument.issuerVariants.append(try child.plainText())
    case "issued": instrument.issued = try dated(child, instead: instrument.issued)
    case "effective": instrument.effective = try dated(child, instead: instrument.effective)
    case "until": instrument.ended = try dated(child, instead: instrument.ended)
    case "planned-end": instrument.plannedEnd = try dated(child, instead: instrument.plannedEnd)
    case "source": instrument.sources.append(try child.plainText())
    case "signer":
      guard instrument.signer == nil else { throw child.repeated() }
      try child.expect(attributes: titleAttributes, text: true)
      instrument.signer = Instrument.Signer(
        name: try child.requiredText(), verified: try child.verification())
    case "look-alike":
      try child.expect(attributes: lookAlikeAttributes)
      let other = try child.required("ref")
      draft.refer(to: other, in: .instrument, at: child)
      guard other != instrument.id, !instrument.lookAlikes.contains(other) else {
        throw child.error(
          vi: "<look-alike> phải trỏ về một văn bản khác, mỗi văn bản một lần; hãy sửa “ref”",
          en: "<look-alike> must point at another instrument, each once; correct \"ref\"")
      }
      instrument.lookAlikes.append(other)
    case "misquoted": instrument.misquotations.append(try child.plainText())
    default: try readRelation(child, into: &instrument, &draft)
    }
  }

  private static func dated(_ child: DataElement, instead earlier: DatedFact?) throws -> DatedFact {
    guard earlier == nil else { throw child.repeated() }
    try child.expect(attributes: dateAttributes)
    return DatedFact(date: try child.requiredDate("date"), verified: try child.verification())
  }

  private static func readRelation(
    _ child: DataElement, into instrument: inout Instrument, _ draft: inout KnowledgeDraft
  ) throws {
    guard let kind = Relation.Kind(rawValue: child.name) else { return }
    try child.expect(attributes: relationAttributes)
    let target = try child.required("ref")
    draft.refer(to: target, in: .instrument, at: child)
    guard target != instrument.id else {
      throw child.error(
        vi: "<\(child.name)> trỏ về chính văn bản này; hãy sửa “ref”",
        en: "<\(child.name)> points at this very instrument; correct \"ref\"")
    }
    instrument.relations.append(
      Relation(
        kind: kind, target: target, provision: child.optional("provision"),
        verified: try child.verification(),
        isIncidental: try child.flag("incidental", default: false)))
  }

  /// An instrument's own days must stand in their natural order; a sudden end before the start is
  /// always a slip of the pen.
  private static func check(_ instrument: Instrument, at element: DataElement) throws {
    if let start = instrument.effective?.date ?? instrument.issued?.date {
      for (end, child) in [(instrument.ended, "until"), (instrument.plannedEnd, "planned-end")] {
        guard let end, end.date < start else { continue }
        throw (element.child(child) ?? element).error(
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
  }
}
