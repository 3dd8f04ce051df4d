import DataFiles
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Reads one file of `Rules/appraisal`: `<appraisal>` with its `<condition>`s, `<manual>` checks
/// and the `<bearingless>` rules.
struct ConditionsReader {
  static let namespace = "urn:tdktlint:appraisal:1"

  let law: LegalKnowledge

  func read(_ file: DataFile, into conditions: inout AppraisalConditions) throws {
    let root = try DataElement.root(
      of: file, named: "appraisal", namespace: ConditionsReader.namespace)
    try root.expect(
      attributes: ["checked"], children: ["condition", "manual", "bearingless"])
    _ = try root.day("checked")
    for child in root.eachChild {
      switch child.name {
      case "condition":
        let entry = try entry(child)
        if conditions.entries.contains(where: { $0.id == entry.id }) { throw twice(child) }
        for effect in entry.rules {
          try verifyOnce(effect.rule, conditions, at: child)
        }
        conditions.entries.append(entry)
      case "manual":
        let entry = try manual(child)
        if conditions.manual.contains(where: { $0.id == entry.id }) { throw twice(child) }
        conditions.manual.append(entry)
      default:
        try child.expect(attributes: ["rules"])
        _ = try child.required("rules")
        conditions.bearingless.formUnion(child.list("rules"))
      }
    }
  }

  // MARK: Elements

  private func entry(_ element: DataElement) throws -> AppraisalConditions.Entry {
    try element.expect(
      attributes: ["id", "scope", "awards", "classes"],
      children: ["title", "basis", "met", "look", "needs", "rule"])
    var entry = AppraisalConditions.Entry(
      id: try element.identifier("id"),
      scope: try element.required("scope", as: AppraisalConditions.Scope.self),
      awards: try awards(element), classes: try classes(element), bases: [],
      title: LocalizedText(vi: ""), met: LocalizedText(vi: ""), look: nil, needs: [], rules: [])
    var look = LocalizedText(vi: "")
    for child in element.eachChild {
      switch child.name {
      case "title": try set(child, &entry.title)
      case "met": try set(child, &entry.met)
      case "look": try set(child, &look)
      case "basis": entry.bases.append(try basis(child))
      case "needs": entry.needs.append(try need(child, scope: entry.scope))
      default: entry.rules.append(try effect(child))
      }
    }
    try verify(entry.title, "title", of: element)
    try verify(entry.met, "met", of: element)
    if !look.vi.isEmpty || !look.en.isEmpty { try verify(look, "look", of: element) }
    if entry.rules.isEmpty, entry.needs.isEmpty {
      throw element.error(
        vi: "điều kiện “\(entry.id)” không có <rule> hay <needs>: không có gì để đối chiếu",
        en: "condition \"\(entry.id)\" has neither <rule> nor <needs>: nothing to compare")
    }
    entry.look = look.vi.isEmpty ? nil : look
    return entry
  }

  private func manual(_ element: DataElement) throws -> AppraisalConditions.ManualEntry {
    try element.expect(
      attributes: ["id", "awards", "classes", "rules"], children: ["title", "who", "basis"])
    var entry = AppraisalConditions.ManualEntry(
      id: try element.identifier("id"), awards: try awards(element),
      classes: try classes(element), bases: [], title: LocalizedText(vi: ""),
      who: LocalizedText(vi: ""), rules: element.list("rules"))
    for child in element.eachChild {
      switch child.name {
      case "title": try set(child, &entry.title)
      case "who": try set(child, &entry.who)
      default: entry.bases.append(try basis(child))
      }
    }
    try verify(entry.title, "title", of: element)
    try verify(entry.who, "who", of: element)
    return entry
  }

  private func basis(_ element: DataElement) throws -> AppraisalConditions.Basis {
    try element.expect(attributes: ["ref", "provision", "verified"])
    let reference = try element.required("ref")
    guard law.instrument(id: reference) != nil else {
      throw element.unknownInstrument(reference, law)
    }
    return AppraisalConditions.Basis(
      norm: Rule.Basis(instrument: reference, provision: element.optional("provision")),
      verified: try element.optional("verified", as: Verification.self) ?? .yes)
  }

  private func need(
    _ element: DataElement, scope: AppraisalConditions.Scope
  ) throws -> AppraisalConditions.Need {
    try element.expect(attributes: ["what", "otherwise"])
    let need = AppraisalConditions.Need(
      subject: try element.required("what", as: AppraisalConditions.Need.Subject.self),
      otherwise: try element.required("otherwise", as: AppraisalConditions.Need.Absence.self))
    let isOwn = need.subject.rawValue.hasPrefix("own-")
    if isOwn, scope == .dossier {
      throw element.error(
        vi: "“\(need.subject.rawValue)” chỉ dùng với scope=\"nominee\"",
        en: "\"\(need.subject.rawValue)\" goes with scope=\"nominee\" only")
    }
    return need
  }

  private func effect(_ element: DataElement) throws -> AppraisalConditions.RuleEffect {
    try element.expect(attributes: ["ref", "effect", "level"])
    let rule = try element.required("ref")
    guard rule.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
      throw element.error(
        vi: "“ref” là mã quy tắc như dossier/date-order, hoặc structure/*, không phải “\(rule)”",
        en: "\"ref\" is a rule id like dossier/date-order, or structure/*, not \"\(rule)\"")
    }
    return AppraisalConditions.RuleEffect(
      rule: rule, effect: try element.required("effect", as: AppraisalConditions.Effect.self),
      level: try element.optional("level", as: Severity.self) ?? .note)
  }

  // MARK: Values

  private func awards(_ element: DataElement) throws -> Set<String> {
    let ids = element.list("awards")
    for id in ids where law.award(id: id) == nil {
      throw element.bad(value: id, of: "awards", known: law.awards.map(\.id))
    }
    return Set(ids)
  }

  private func classes(_ element: DataElement) throws -> Set<Award.Class> {
    Set(try element.list("classes", as: Award.Class.self))
  }

  private func set(_ element: DataElement, _ text: inout LocalizedText) throws {
    try element.expect(attributes: [], text: true)
    if !text.set(try element.nonEmptyText(), in: element.language) { throw element.duplicate() }
  }

  private func verify(_ text: LocalizedText, _ name: String, of element: DataElement) throws {
    guard !text.vi.isEmpty, !text.en.isEmpty else {
      throw element.error(
        vi: "<\(element.name)> cần <\(name)> bằng tiếng Việt và tiếng Anh",
        en: "<\(element.name)> needs a <\(name)> in Vietnamese and in English")
    }
  }

  private func twice(_ element: DataElement) -> DataFileError {
    element.error(
      vi: "mã “\(element.optional("id") ?? "")” đã dùng ở trên; mỗi mã chỉ dùng một lần",
      en: "the id \"\(element.optional("id") ?? "")\" is used above; an id is used once")
  }

  /// A rule bears on one condition, so that a finding counts once.
  private func verifyOnce(
    _ rule: String, _ conditions: AppraisalConditions, at element: DataElement
  ) throws {
    let other = conditions.entries.first { entry in entry.rules.contains { $0.rule == rule } }
    guard let other else { return }
    throw element.error(
      vi: "quy tắc “\(rule)” đã thuộc điều kiện “\(other.id)”; mỗi quy tắc chỉ thuộc một điều kiện",
      en: "rule \"\(rule)\" belongs to the condition \"\(other.id)\" already; it counts once")
  }
}
