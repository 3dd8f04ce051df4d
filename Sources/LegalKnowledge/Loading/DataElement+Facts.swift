import DataFiles
import TextMatching

// Values that the files on awards, powers and days share.

extension DataElement {
  static let validityAttributes: Set = ["from", "until"]
  static let provisionAttributes: Set = ["instrument", "article", "clause", "point"]

  /// `from`, which must be there, and `until`.
  func validity() throws -> Validity {
    let from = try requiredDate("from")
    let until = try date("until")
    if let until, until < from {
      throw error(
        vi: "until \(until.iso) ở trước from \(from.iso); hãy sửa một trong hai",
        en: "until \(until.iso) is before from \(from.iso); correct one of them")
    }
    return Validity(from: from, until: until)
  }

  /// The window, or nil when neither end is given; an open beginning is the first day there is.
  func optionalValidity() throws -> Validity? {
    guard optional("from") != nil || optional("until") != nil else { return nil }
    if optional("from") != nil { return try validity() }
    guard let until = try date("until") else { return nil }
    return Validity(from: .distantPast, until: until)
  }

  /// `instrument`, `article`, `clause`, `point`, noted for the check against the instrument's map.
  func provision(
    _ draft: inout KnowledgeDraft, within validity: Validity?
  ) throws -> ProvisionReference {
    let instrument = try required("instrument")
    draft.refer(to: instrument, in: .instrument, at: self)
    let reference = ProvisionReference(
      instrument: instrument, article: try positive("article"), clause: try positive("clause"),
      point: optional("point"))
    draft.note(reference, within: validity, at: self)
    return reference
  }

  /// A whole number from 1; nil when absent.
  func positive(_ attribute: String) throws -> Int? {
    guard let value = try integer(attribute) else { return nil }
    guard value > 0 else {
      throw error(vi: "“\(attribute)” phải từ 1", en: "\"\(attribute)\" must be 1 or more")
    }
    return value
  }

  func requiredPositive(_ attribute: String) throws -> Int {
    _ = try required(attribute)
    return try positive(attribute) ?? 1
  }

  /// Ids of the attribute, each noted as a reference; at least one.
  func references(
    _ attribute: String, to space: KnowledgeDraft.Reference.Space, _ draft: inout KnowledgeDraft
  ) throws -> [String] {
    _ = try required(attribute)
    return optionalReferences(attribute, to: space, &draft)
  }

  func optionalReferences(
    _ attribute: String, to space: KnowledgeDraft.Reference.Space, _ draft: inout KnowledgeDraft
  ) -> [String] {
    let names = list(attribute)
    for name in names { draft.refer(to: name, in: space, at: self) }
    return names
  }

  func reference(
    _ attribute: String, to space: KnowledgeDraft.Reference.Space, _ draft: inout KnowledgeDraft
  ) throws -> String {
    let name = try required(attribute)
    draft.refer(to: name, in: space, at: self)
    return name
  }

  /// `awards` and `classes`, at least one of the two.
  func awardChoice(
    _ draft: inout KnowledgeDraft
  ) throws -> (ids: [String], classes: Set<Award.Class>) {
    let ids = optionalReferences("awards", to: .award, &draft)
    let classes = try list("classes", as: Award.Class.self)
    guard !ids.isEmpty || !classes.isEmpty else {
      throw error(
        vi: "<\(name)> phải có “awards” hoặc “classes”",
        en: "<\(name)> needs \"awards\" or \"classes\"")
    }
    return (ids, Set(classes))
  }

  /// `4.5` in hundredths: 450.
  func hundredths(_ attribute: String) throws -> Int {
    let raw = try required(attribute)
    var value = 0
    var decimals: Int?
    for unit in raw.utf8 {
      if unit == UInt8(ascii: "."), decimals == nil, value > 0 || raw.utf8.first != unit {
        decimals = 0
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit), value < 1_000_000,
        decimals ?? 0 < 2
      {
        value = value * 10 + Int(unit - UInt8(ascii: "0"))
        if let count = decimals { decimals = count + 1 }
      } else {
        value = 0
        break
      }
    }
    guard value > 0, decimals != 0 else {
      throw error(
        vi: "“\(attribute)” phải là số dương có nhiều nhất hai chữ số lẻ, như 4.5, "
          + "không phải “\(raw)”",
        en: "\"\(attribute)\" must be a positive number with at most two decimals, like 4.5, "
          + "not \"\(raw)\"")
    }
    switch decimals ?? 0 {
    case 0: return value * 100
    case 1: return value * 10
    default: return value
    }
  }

  /// `<amended from="…" by="…" verified="…"/>`, at most one in all files of the kind.
  func readAmendment(
    _ draft: inout KnowledgeDraft, space: KnowledgeDraft.Space
  ) throws -> UnreadAmendment {
    try expect(attributes: ["from", "by", "verified"])
    try draft.declare("amended", in: space, at: self)
    return UnreadAmendment(
      from: try requiredDate("from"), by: try reference("by", to: .instrument, &draft),
      verified: try verification())
  }
}

extension CivilDate {
  static let distantPast = CivilDate(dayNumber: -719_162)
}
