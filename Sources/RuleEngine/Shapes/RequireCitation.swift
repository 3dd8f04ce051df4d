import DataFiles
import DocumentAnalysis
import LegalKnowledge
import TextMatching

extension Shape {
  /// An instrument that the paper must cite: the one that governs a matter on the paper's day
  /// (`governing`), or a named one while it is in force (`instrument`).
  static let requireCitation = Shape(element: "require-citation") { element, setting in
    let requirement = try CitationRequirement(element, setting)
    return NativeCheck(
      name: setting.rule, arguments: ["instrument"], run: requirement.observations)
  }
}

private struct CitationRequirement: Sendable {
  private static let attributes: Set<String> = ["in", "governing", "instrument"]
  private enum Place: String, CaseIterable {
    case legalBasis = "legal-basis"
    case anywhere
  }
  private enum Wanted {
    /// Role of the instruments that govern (`Rules/law/regimes.xml`); asked of kinds that list it
    /// among their bases.
    case governing(role: String)
    case named(id: String)
  }

  private let place: Place
  private let wanted: Wanted
  private let condition: SearchCondition?

  init(_ element: DataElement, _ setting: Shape.Setting) throws {
    try element.expect(
      attributes: CitationRequirement.attributes, children: [SearchCondition.element])
    place = try element.optional("in", as: Place.self) ?? .legalBasis
    condition = try SearchCondition(in: element, setting)
    switch (element.optional("governing"), element.optional("instrument")) {
    case (let role?, nil):
      if let law = setting.law { try CitationRequirement.verify(role: role, law, element) }
      wanted = .governing(role: role)
    case (nil, let id?):
      if let law = setting.law, law.instrument(id: id) == nil {
        throw element.unknownInstrument(id, law)
      }
      wanted = .named(id: id)
    default:
      throw element.error(
        vi: "<require-citation> cần governing=\"…\" (vai trò văn bản điều chỉnh) hoặc "
          + "instrument=\"…\" (một văn bản), một trong hai",
        en: "<require-citation> takes governing=\"…\" (a role) or instrument=\"…\", one of the two")
    }
  }

  private static func verify(
    role: String, _ law: LegalKnowledge, _ element: DataElement
  ) throws {
    let known = Set(law.regimes.flatMap { $0.governing.keys })
    guard !known.contains(role) else { return }
    throw element.bad(value: role, of: "governing", known: known.sorted())
  }

  func observations(_ context: CheckContext) throws(DataFileError) -> [Observation] {
    guard let anchor = anchor(in: context.document) else { return [] }
    if let condition, try !condition.holds(in: context) { return [] }
    let missing =
      switch wanted {
      case .governing(let role): missingGoverning(role, context)
      case .named(let id): missingNamed(id, context)
      }
    guard let missing else { return [] }
    let text = missing.text
    return [
      Observation(
        at: anchor, arguments: ["instrument": .text(text)], verified: missing.verified,
        fixes: [
          Observation.ProposedFix(
            kind: .proposed,
            description: place == .legalBasis
              ? LocalizedText(
                vi: "Thêm một dòng: “Căn cứ \(text);”.", en: "Add a line: “Căn cứ \(text);”.")
              : LocalizedText(vi: "Viện dẫn \(text).", en: "Cite \(text)."))
        ])
    ]
  }

  /// Before the first căn cứ, for what is missing among them: a paper without any is another rule's
  /// matter. Else behind the body.
  private func anchor(in document: RecognisedDocument) -> TextSpan? {
    guard place == .legalBasis else {
      return document.blocks.isEmpty ? nil : Anchor.endOfBody(document)
    }
    return document.components.legalBases.first {
      $0.opening == .canCu || $0.opening == .thucHien
    }.map { Anchor.start($0.span) }
  }

  /// Ids that the citations in the wanted place may stand for.
  private func cited(_ context: CheckContext) -> Set<String> {
    var ids: Set<String> = []
    for citation in context.document.citations
    where place == .anywhere || citation.role == .legalBasis {
      switch citation.resolution {
      case .instrument(let id): ids.insert(id)
      case .ambiguous(let some): ids.formUnion(some)
      case .unknown: break
      }
    }
    return ids
  }

  private typealias Missing = (text: String, verified: Verification)

  private func missingGoverning(_ role: String, _ context: CheckContext) -> Missing? {
    let law = context.law
    let days = context.document.date
    guard context.kind?.requiredBases.contains(role) == true else { return nil }
    let governing = law.governing(role: role, on: days.earliest)
    guard let main = governing.first else { return nil }
    // One of the role that does not govern is cited: the rule on its force has spoken.
    let cited = cited(context)
    let accepted = accepted(role, context)
    if cited.contains(where: { accepted.contains($0) || law.instrument(id: $0)?.role == role }) {
      return nil
    }
    // The base and, after it, what amends it and governs with it.
    let text = governing.map { FullCitation.text(of: $0, law: law) }.joined(separator: "; ")
    return (text, main.verified)
  }

  /// What governs on any possible day of the paper, or when the plan's period begins.
  private func accepted(_ role: String, _ context: CheckContext) -> Set<String> {
    let law = context.law
    var days = [context.document.date.earliest, context.document.date.latest]
    if let begins = context.document.planYear?.firstDay { days.append(begins) }
    var ids = Set(days.flatMap { law.governing(role: role, on: $0) }.map(\.id))
    // The base of an amending law counts, and the other way round.
    for id in ids {
      let amended = law.instrument(id: id)?.relations.filter { $0.kind == .amends } ?? []
      ids.formUnion(amended.map(\.target))
    }
    return ids
  }

  /// Only while it is in force on every possible day of the paper.
  private func missingNamed(_ id: String, _ context: CheckContext) -> Missing? {
    let law = context.law
    let days = context.document.date
    guard let instrument = law.instrument(id: id),
      law.status(of: instrument, on: days.earliest) == .inForce,
      law.status(of: instrument, on: days.latest) == .inForce, !cited(context).contains(id)
    else { return nil }
    return (FullCitation.text(of: instrument, law: law), instrument.verified)
  }
}
