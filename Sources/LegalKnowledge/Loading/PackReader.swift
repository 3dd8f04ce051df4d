import DataFiles

/// `<pack>`: what a local regulation adds.
enum PackReader {
  private static let attributes: Set = [
    "id", "instrument", "level", "territory", "from", "until", "verified",
  ]
  private static let children: Set = ["title", "source", "deadline", "members", "requirement"]
  private static let place = ["article", "clause", "point", "verified"]
  private static let deadlineAttributes = Set(
    place + [
      "id", "tightens", "yearly", "years-after", "days", "days-before", "working-days",
      "working-days-before",
    ])
  private static let membersAttributes = Set(place + ["award", "of", "percent", "count"])
  private static let requirementAttributes = Set(place + ["id", "value"])
  private static let titled: Set = ["title"]
  private static let deadlineChildren: Set = ["title", "about"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: attributes, children: children)
    let id = try root.required("id")
    try draft.declare(id, in: .pack, at: root)
    let instrument = try root.required("instrument")
    draft.refer(to: instrument, in: .instrument, at: root)
    let from = try root.requiredDate("from")
    let until = try root.date("until")
    if let until, until < from {
      throw root.error(
        vi: "until \(until.iso) ở trước from \(from.iso); hãy sửa một trong hai",
        en: "until \(until.iso) is before from \(from.iso); correct one of them")
    }
    var entry = KnowledgeDraft.PackEntry(
      pack: LocalPack(
        id: id, title: try root.requiredLocalized("title"), instrument: instrument,
        level: try root.required("level", as: BodyLevel.self),
        territory: try root.required("territory"), validity: Validity(from: from, until: until),
        deadlines: [], tightenings: [], requirements: [], sources: try root.sources(),
        verified: try root.verification()),
      origin: KnowledgeDraft.Origin(root))
    for child in root.eachChild {
      switch child.name {
      case "deadline": try readDeadline(child, into: &entry, &draft)
      case "members": try readMembers(child, into: &entry)
      case "requirement": try readRequirement(child, into: &entry, &draft)
      default: break
      }
    }
    draft.packs.append(entry)
  }

  private static func readDeadline(
    _ element: DataElement, into entry: inout KnowledgeDraft.PackEntry,
    _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: deadlineAttributes, children: deadlineChildren)
    let id = try element.required("id")
    try draft.declare(id, in: .packFact, at: element)
    entry.pack.deadlines.append(
      LocalPack.Deadline(
        id: id, title: try element.requiredLocalized("title"), rule: try rule(element),
        tightens: element.optional("tightens"), subjects: try subjects(element),
        provision: try provision(element, entry),
        verified: try element.verification()))
    entry.deadlineOrigins.append(KnowledgeDraft.Origin(element))
  }

  /// `<about>hồ sơ | tổng kết năm</about>`: phrases that must all stand in one paragraph; several
  /// such elements are alternatives.
  private static func subjects(_ element: DataElement) throws -> [[String]] {
    try element.eachChild.filter { $0.name == "about" }.map { try $0.phrases() }
  }

  private static func rule(_ element: DataElement) throws -> StatutoryTerm.Rule {
    var rules: [StatutoryTerm.Rule] = []
    if let raw = element.optional("yearly") {
      guard let day = CivilDate(iso: "2024-" + raw) else {
        throw element.error(
          vi: "“yearly” phải là tháng-ngày như 12-10, không phải “\(raw)”",
          en: "\"yearly\" must be month-day like 12-10, not \"\(raw)\"")
      }
      rules.append(
        .yearly(
          month: day.month, day: day.day, yearsAfter: try element.integer("years-after") ?? 0))
    }
    if let days = try count(element, "days") { rules.append(.days(days)) }
    if let days = try count(element, "days-before") { rules.append(.daysBefore(days)) }
    if let days = try count(element, "working-days") { rules.append(.workingDays(days)) }
    if let days = try count(element, "working-days-before") {
      rules.append(.workingDaysBefore(days))
    }
    guard let rule = rules.first, rules.count == 1 else {
      throw element.error(
        vi: "<deadline> cần đúng một trong: yearly, days, days-before, working-days, "
          + "working-days-before",
        en: "<deadline> takes exactly one of yearly, days, days-before, working-days, "
          + "working-days-before")
    }
    return rule
  }

  private static func readMembers(
    _ element: DataElement, into entry: inout KnowledgeDraft.PackEntry
  ) throws {
    try element.expect(attributes: membersAttributes)
    let percent = try count(element, "percent")
    let number = try count(element, "count")
    let amount: Criterion.Members.Amount
    switch (percent, number) {
    case (let percent?, nil) where percent <= 100: amount = .percent(percent)
    case (nil, let number?): amount = .count(number)
    default:
      throw element.error(
        vi: "<members> cần đúng một trong: percent (từ 1 đến 100), count",
        en: "<members> takes exactly one of percent (1 to 100), count")
    }
    entry.pack.tightenings.append(
      LocalPack.Tightening(
        award: try element.required("award"),
        members: Criterion.Members(award: element.optional("of"), amount: amount),
        provision: try provision(element, entry), verified: try element.verification()))
    entry.tighteningOrigins.append(KnowledgeDraft.Origin(element))
  }

  private static func readRequirement(
    _ element: DataElement, into entry: inout KnowledgeDraft.PackEntry,
    _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: requirementAttributes, children: titled)
    let id = try element.required("id")
    try draft.declare(id, in: .packFact, at: element)
    entry.pack.requirements.append(
      LocalPack.Requirement(
        id: id, title: try element.requiredLocalized("title"),
        value: try count(element, "value"), provision: try provision(element, entry),
        verified: try element.verification()))
  }

  private static func provision(
    _ element: DataElement, _ entry: KnowledgeDraft.PackEntry
  ) throws -> ProvisionReference {
    ProvisionReference(
      instrument: entry.pack.instrument, article: try count(element, "article"),
      clause: try count(element, "clause"), point: element.optional("point"))
  }

  /// A whole number from 1; nil when absent.
  private static func count(_ element: DataElement, _ attribute: String) throws -> Int? {
    guard let value = try element.integer(attribute) else { return nil }
    guard value > 0 else {
      throw element.error(vi: "“\(attribute)” phải từ 1", en: "\"\(attribute)\" must be 1 or more")
    }
    return value
  }
}
