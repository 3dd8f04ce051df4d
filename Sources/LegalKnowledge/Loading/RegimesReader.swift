import DataFiles

/// `<regimes>`: which instruments govern in which window of time.
enum RegimesReader {
  private static let rootChildren: Set = ["regime"]
  private static let attributes: Set = ["id", "from", "until", "verified"]
  private static let children: Set = ["governs", "caution", "source"]
  private static let governsAttributes: Set = ["role", "refs"]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: DataElement.noNames, children: rootChildren)
    for element in root.eachChild {
      try element.expect(attributes: attributes, children: children)
      _ = try element.sources()
      let from = try element.requiredDate("from")
      let until = try element.date("until")
      if let until, until < from {
        throw element.error(
          vi: "until \(until.iso) ở trước from \(from.iso); hãy sửa một trong hai",
          en: "until \(until.iso) is before from \(from.iso); correct one of them")
      }
      let regime = Regime(
        id: try element.required("id"), from: from, until: until,
        governing: try governing(element, &draft), caution: try element.localized("caution"),
        verified: try element.verification())
      draft.regimes.append((regime, KnowledgeDraft.Origin(element)))
    }
  }

  private static func governing(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [String: [String]] {
    var governing: [String: [String]] = [:]
    for child in element.eachChild where child.name == "governs" {
      try child.expect(attributes: governsAttributes)
      let role = try child.required("role")
      _ = try child.required("refs")
      let ids = child.list("refs")
      draft.refer(to: role, in: .role, at: child)
      for id in ids { draft.refer(to: id, in: .instrument, at: child) }
      guard governing.updateValue(ids, forKey: role) == nil else {
        throw child.error(
          vi: "vai trò “\(role)” đã có ở trên; ghi mọi văn bản trong một “refs”",
          en: "the role \"\(role)\" stands above already; put all instruments in one \"refs\"")
      }
    }
    guard !governing.isEmpty else { throw element.missing("governs") }
    return governing
  }
}
