import DataFiles

/// `<prizes>`: multiples of the base salary, in the scales of one decree after another.
enum PrizesReader {
  private static let scaleAttributes: Set = ["instrument", "from", "until", "rounding"]
  private static let prizeAttributes: Set = [
    "part", "awards", "classes", "recipient", "factor", "ceiling", "verified",
  ]

  private struct Scale {
    var element: DataElement
    var instrument: String
    var validity: Validity
    var rounding: Int
    /// Articles by the name of the part.
    var articles: [String: ProvisionReference]
  }

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(
      attributes: DataElement.noNames, children: ["scale", "prize", "multiple", "source"])
    _ = try root.sources()
    var scales: [Scale] = []
    for element in root.eachChild where element.name == "scale" {
      scales.append(try scale(element, &draft))
    }
    for element in root.eachChild {
      switch element.name {
      case "prize": try readPrize(element, scales, &draft)
      case "multiple": try readMultiple(element, &draft)
      default: break
      }
    }
  }

  private static func scale(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Scale {
    try element.expect(attributes: scaleAttributes, children: ["part"])
    let validity = try element.validity()
    let instrument = try element.reference("instrument", to: .instrument, &draft)
    var articles: [String: ProvisionReference] = [:]
    for child in element.eachChild {
      try child.expect(attributes: ["id", "article"])
      let reference = ProvisionReference(
        instrument: instrument, article: try child.requiredPositive("article"))
      draft.note(reference, within: validity, at: child)
      let id = try child.required("id")
      guard articles.updateValue(reference, forKey: id) == nil else {
        throw child.error(
          vi: "phần “\(id)” đã có ở trên; hãy xoá một trong hai",
          en: "the part \"\(id)\" stands above already; remove one")
      }
    }
    return Scale(
      element: element, instrument: instrument, validity: validity,
      rounding: try element.requiredPositive("rounding"), articles: articles)
  }

  private static func readPrize(
    _ element: DataElement, _ scales: [Scale], _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: prizeAttributes)
    let part = try element.required("part")
    let awards = element.optionalReferences("awards", to: .award, &draft)
    let classes = try element.list("classes", as: Award.Class.self)
    guard !awards.isEmpty || !classes.isEmpty else {
      throw element.error(
        vi: "<prize> phải có “awards” hoặc “classes”",
        en: "<prize> needs \"awards\" or \"classes\"")
    }
    let recipient = try element.required("recipient", as: Award.Recipient.self)
    let factor = try element.hundredths("factor")
    let isCeiling = try element.flag("ceiling", default: false)
    let verified = try element.verification()
    let known = scales.flatMap(\.articles.keys)
    guard scales.isEmpty || known.contains(part) else {
      throw element.bad(value: part, of: "part", known: Array(Set(known)).sorted())
    }
    for scale in scales {
      guard let provision = scale.articles[part] else { continue }
      let rate = PrizeRate(
        awards: awards, recipient: recipient, hundredths: factor, isCeiling: isCeiling,
        provision: provision, validity: scale.validity, rounding: scale.rounding,
        verified: verified)
      draft.prizes.append((rate, Set(classes), KnowledgeDraft.Origin(element)))
    }
  }

  private static func readMultiple(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws {
    try element.expect(attributes: ["of", "recipient", "factor", "verified"])
    draft.prizeMultiples.append(
      KnowledgeDraft.PrizeMultiple(
        of: try element.required("of", as: Award.Recipient.self),
        recipient: try element.required("recipient", as: Award.Recipient.self),
        hundredths: try element.hundredths("factor"), verified: try element.verification(),
        origin: KnowledgeDraft.Origin(element)))
  }
}
