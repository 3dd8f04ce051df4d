import DataFiles
import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads one `<rule>`.
struct RuleReader {
  let checks: CheckCatalogue
  /// Nil: kinds and bases are taken as they stand.
  let law: LegalKnowledge?
  let depth: LoadDepth
  let isBuiltIn: Bool
  let module: String

  func read(_ element: DataElement) throws -> ModuleReader.Declared {
    try element.expect(attributes: Names.ruleAttributes, children: Names.ruleChildren)
    let name = try element.identifier("id")
    let tier = try element.required("tier", as: Tier.self)
    let strength = try element.required("strength", as: Strength.self)
    let window = try element.window()
    var parts = Parts()
    for child in element.children { try read(child, into: &parts) }
    guard let checkElement = parts.check else {
      throw element.error(
        vi: "quy tắc “\(name)” thiếu phép kiểm; hãy thêm một trong các phần tử: \(Names.checkList)",
        en: "rule \"\(name)\" has no check; add one of the elements: \(Names.checkList)")
    }
    let (check, native) = try resolve(checkElement, rule: name, fix: parts.fix)
    if let severity = try element.optional("severity", as: Severity.self) {
      guard parts.severities.isEmpty else {
        throw element.error(
          vi: "dùng thuộc tính “severity” hoặc các phần tử <severity>, không dùng cả hai",
          en: "use the attribute \"severity\" or <severity> elements, not both")
      }
      parts.severities = [(Rule.SeverityCase(level: severity), element)]
    }
    if depth == .full || !isBuiltIn {
      try verifySeverities(parts, of: native, in: element)
      try verifyMessages(parts, of: native, in: element)
      try verifyTexts(parts, tier: tier, in: element)
    }
    var rule = Rule(
      id: "\(module)/\(name)", tier: tier, strength: strength, from: window.from,
      until: window.until, severities: parts.severities.map(\.value), kinds: parts.kinds,
      stages: parts.stages, families: parts.families, bases: parts.bases, title: parts.title,
      why: parts.why,
      messages: parts.messages.mapValues(\.text), fix: parts.fix, check: check,
      examples: parts.examples, path: element.path, line: element.line)
    rule.query = native.query
    rule.query?.ruleKey = rule.id
    return ModuleReader.Declared(rule: rule, check: native)
  }

  // MARK: Children

  private struct Parts {
    var severities: [(value: Rule.SeverityCase, element: DataElement)] = []
    var hasApplies = false
    var kinds: [String] = []
    var stages: [String] = []
    var families: [String] = []
    var bases: [Rule.Basis] = []
    var title = LocalizedText(vi: "")
    var why = LocalizedText(vi: "")
    var messages: [String: (text: LocalizedText, element: DataElement)] = [:]
    var fix: Rule.FixAdvice?
    var check: DataElement?
    var examples: [Rule.Example] = []
  }

  private func read(_ child: DataElement, into parts: inout Parts) throws {
    switch child.name {
    case "severity": parts.severities.append((try severity(child), child))
    case "applies":
      if parts.hasApplies { throw child.duplicate() }
      parts.hasApplies = true
      try child.expect(attributes: Names.applies)
      parts.kinds = try kinds(child)
      parts.stages = try child.list("stages", as: Stage.self).map(\.rawValue)
      parts.families = try child.list("families", as: RecognisedKind.Family.self).map(\.rawValue)
    case "basis": parts.bases.append(try basis(child))
    case "title": try text(child, into: &parts.title)
    case "why": try text(child, into: &parts.why)
    case "message": try message(child, into: &parts.messages)
    case "fix":
      if parts.fix != nil { throw child.duplicate() }
      parts.fix = try fix(child)
    case "example": try example(child, into: &parts.examples)
    default:
      if let first = parts.check {
        throw child.error(
          vi:
            "quy tắc đã có phép kiểm <\(first.name)> ở dòng \(first.line); mỗi quy tắc một phép kiểm",
          en: "the rule has the check <\(first.name)> on line \(first.line); a rule has one check")
      }
      parts.check = child
    }
  }

  private func severity(_ element: DataElement) throws -> Rule.SeverityCase {
    try element.expect(attributes: Names.severity)
    let window = try element.window()
    return Rule.SeverityCase(
      level: try element.required("level", as: Severity.self),
      tier: try element.optional("tier", as: Tier.self), kinds: try kinds(element),
      stages: try element.list("stages", as: Stage.self).map(\.rawValue), from: window.from,
      until: window.until, name: element.optional("case"))
  }

  private func kinds(_ element: DataElement) throws -> [String] {
    let ids = element.list("kinds")
    guard let law else { return ids }
    for id in ids where law.kind(id: id) == nil {
      throw element.bad(value: id, of: "kinds", known: law.kinds.map(\.id))
    }
    return ids
  }

  private func basis(_ element: DataElement) throws -> Rule.Basis {
    try element.expect(attributes: Names.basis)
    let reference = try element.required("ref")
    if let law, law.instrument(id: reference) == nil {
      throw element.unknownInstrument(reference, law)
    }
    return Rule.Basis(instrument: reference, provision: element.optional("provision"))
  }

  private func text(_ element: DataElement, into target: inout LocalizedText) throws {
    guard depth == .full else { return }
    try element.expect(attributes: Names.none, text: true)
    if !target.set(try element.nonEmptyText(), in: element.language) { throw element.duplicate() }
  }

  private func message(
    _ element: DataElement,
    into messages: inout [String: (text: LocalizedText, element: DataElement)]
  ) throws {
    try element.expect(attributes: Names.message, text: true)
    var entry = messages[element.optional("case") ?? ""] ?? (LocalizedText(vi: ""), element)
    if !entry.text.set(try element.nonEmptyText(), in: element.language) {
      throw element.duplicate()
    }
    messages[element.optional("case") ?? ""] = entry
  }

  private func fix(_ element: DataElement) throws -> Rule.FixAdvice {
    try element.expect(attributes: Names.fix, children: Names.fixChildren)
    var safety = LocalizedText(vi: element.optional("safety") ?? "")
    for child in element.children {
      try child.expect(attributes: Names.none, text: true)
      if !safety.set(try child.nonEmptyText(), in: child.language) { throw child.duplicate() }
    }
    return Rule.FixAdvice(kind: try element.required("kind", as: Fix.Kind.self), safety: safety)
  }

  private func example(_ element: DataElement, into examples: inout [Rule.Example]) throws {
    guard depth == .full else { return }
    try element.expect(attributes: Names.example, text: true)
    let id = try element.identifier("id")
    if examples.contains(where: { $0.id == id }) {
      throw element.error(
        vi: "ví dụ “\(id)” đã có; mỗi mã chỉ dùng một lần trong một quy tắc",
        en: "example \"\(id)\" is given twice; an id is used once in a rule")
    }
    if let kind = element.optional("kind"), let law, law.kind(id: kind) == nil {
      throw element.bad(value: kind, of: "kind", known: law.kinds.map(\.id))
    }
    var example = Rule.Example(
      id: id, expectation: try element.required("expect", as: Rule.Example.Expectation.self),
      text: ExampleText.stripped(element.verbatimText), asOf: try element.day("as-of"),
      kind: element.optional("kind"),
      stage: try element.optional("stage", as: Stage.self)?.rawValue,
      severity: try element.optional("severity", as: Severity.self),
      isAbsence: try element.flag("absent", default: false), line: element.line)
    example.revisions.insertions = try element.integer("insertions") ?? 0
    example.revisions.deletions = try element.integer("deletions") ?? 0
    example.revisions.formatChanges = try element.integer("format-changes") ?? 0
    example.revisions.comments = try element.integer("comments") ?? 0
    example.transport = try transport(element)
    try verify(example, element)
    examples.append(example)
  }

  /// The header of a packet in which the example is the attached paper; nil when it is in none.
  private func transport(_ element: DataElement) throws -> TransportHeader? {
    var header = TransportHeader()
    let parts = element.optional("packet-number")?.split(separator: "/", maxSplits: 1) ?? []
    header.number = parts.first.map(String.init)
    header.notation = parts.count == 2 ? String(parts[1]) : nil
    header.date = try element.day("packet-date")?.iso
    header.subject = element.optional("packet-subject")
    header.issuer = element.optional("packet-issuer")
    return header == TransportHeader() ? nil : header
  }

  private func verify(_ example: Rule.Example, _ element: DataElement) throws {
    if example.text.isEmpty {
      throw element.error(vi: "ví dụ không có chữ", en: "the example has no text")
    }
    let marked = ExampleText.isWellMarked(example.text)
    if marked == false {
      throw element.error(
        vi: "dấu ⟦ và ⟧ không khớp thành cặp trong ví dụ",
        en: "the markers ⟦ and ⟧ do not pair up in the example")
    }
    switch (example.expectation, example.isAbsence, marked != nil) {
    case (.fail, false, false):
      throw element.error(
        vi: "ví dụ phải báo lỗi cần ⟦…⟧ quanh chỗ sai, hoặc absent=\"yes\" khi lỗi là sự vắng mặt",
        en: "an example that fails needs ⟦…⟧ around the place, or absent=\"yes\" for an absence")
    case (.fail, true, true):
      throw element.error(
        vi: "ví dụ về sự vắng mặt (absent=\"yes\") không mang dấu ⟦…⟧",
        en: "an example of an absence (absent=\"yes\") carries no ⟦…⟧")
    case (.pass, _, true), (.pass, true, _):
      throw element.error(
        vi: "ví dụ phải im lặng (pass) không mang dấu ⟦…⟧ hay absent",
        en: "an example that passes carries neither ⟦…⟧ nor absent")
    default: break
    }
  }

  // MARK: The check

  private func resolve(
    _ element: DataElement, rule: String, fix: Rule.FixAdvice?
  ) throws -> (Rule.Check, NativeCheck) {
    if let shape = Shape.all[element.name] {
      let setting = Shape.Setting(
        rule: rule, law: law, fix: fix, isTrusted: isBuiltIn && depth == .check)
      return (.shape(element.name), try shape.compile(element, setting))
    }
    try element.expect(attributes: Names.check)
    let wanted = element.optional("native") ?? rule
    let slash = wanted.firstIndex(of: "/")
    let owner = slash.map { String(wanted[..<$0]) } ?? module
    let name = slash.map { String(wanted[wanted.index(after: $0)...]) } ?? wanted
    if let found = checks.check(module: owner, name: name) {
      return (.native(module: owner, name: name), found)
    }
    let full = "\(owner)/\(name)"
    let near = EditDistance.suggestion(for: full, among: checks.fullNames)
    throw element.error(
      vi: "chương trình không có phép kiểm “\(full)”" + (near.map { "; có phải “\($0)”?" } ?? ""),
      en: "the program has no check \"\(full)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  // MARK: Wholeness

  private func verifySeverities(
    _ parts: Parts, of check: NativeCheck, in rule: DataElement
  ) throws {
    var isTotal = false
    var covered: Set<String> = []
    for (value, element) in parts.severities {
      if isTotal {
        throw element.error(
          vi: "mức này không bao giờ được dùng vì mức không điều kiện ở trên đã nhận hết",
          en: "this level is never used: the unconditional one above takes everything")
      }
      try verifyCase(value.name, of: check, element)
      let isPlain =
        value.kinds.isEmpty && value.stages.isEmpty && value.from == nil && value.until == nil
      if isPlain, let name = value.name { covered.insert(name) } else if isPlain { isTotal = true }
    }
    if isTotal || (!check.cases.isEmpty && covered == check.cases) { return }
    throw rule.error(
      vi: "chưa có mức nghiêm trọng cho mọi trường hợp; "
        + "hãy thêm một <severity level=\"…\"/> không điều kiện ở cuối",
      en: "no severity for every case; end with an unconditional <severity level=\"…\"/>")
  }

  private func verifyCase(
    _ name: String?, of check: NativeCheck, _ element: DataElement
  ) throws {
    guard let name, !check.cases.contains(name) else { return }
    throw element.bad(value: name, of: "case", known: check.cases.sorted())
  }

  private func verifyMessages(
    _ parts: Parts, of check: NativeCheck, in rule: DataElement
  ) throws {
    let needed = check.cases.subtracting(parts.messages.keys)
    if parts.messages[""] == nil, check.cases.isEmpty || !needed.isEmpty {
      throw rule.error(
        vi: needed.isEmpty
          ? "thiếu <message xml:lang=\"vi\">"
          : "thiếu <message> cho trường hợp: \(needed.sorted().joined(separator: ", "))",
        en: needed.isEmpty
          ? "<message xml:lang=\"vi\"> is missing"
          : "no <message> for the case: \(needed.sorted().joined(separator: ", "))")
    }
    for (name, entry) in parts.messages.sorted(by: { $0.key < $1.key }) {
      try verifyCase(name.isEmpty ? nil : name, of: check, entry.element)
      if entry.text.vi.isEmpty {
        throw entry.element.error(
          vi: "thiếu <message xml:lang=\"vi\"> bên cạnh bản tiếng Anh",
          en: "<message xml:lang=\"vi\"> is missing beside the English one")
      }
      for text in [entry.text.vi, entry.text.en] {
        try verifyTemplate(text, of: check, entry.element)
      }
    }
  }

  private func verifyTemplate(
    _ text: String, of check: NativeCheck, _ element: DataElement
  ) throws {
    guard let template = MessageTemplate(text) else {
      throw element.error(
        vi: "dấu { } trong thông báo không khớp thành cặp",
        en: "the braces { } of the message do not pair up")
    }
    let offered = check.arguments.union(MessageTemplate.common)
    for name in template.arguments where !offered.contains(name) {
      let near = EditDistance.suggestion(for: name, among: offered.sorted())
      let list = offered.sorted().joined(separator: ", ")
      throw element.error(
        vi: "phép kiểm không cho giá trị {\(name)}"
          + (near.map { "; có phải {\($0)}?" } ?? "; được dùng: \(list)"),
        en: "the check offers no {\(name)}"
          + (near.map { "; did you mean {\($0)}?" } ?? "; allowed: \(list)"))
    }
  }

  private func verifyTexts(_ parts: Parts, tier: Tier, in rule: DataElement) throws {
    if parts.title.vi.isEmpty {
      throw rule.error(
        vi: "thiếu <title xml:lang=\"vi\">", en: "<title xml:lang=\"vi\"> is missing")
    }
    if tier == .law || tier == .decree || tier == .circular, parts.bases.isEmpty {
      throw rule.error(
        vi: "quy tắc bậc “\(tier.rawValue)” phải có <basis ref=\"…\"/>",
        en: "a rule of tier \"\(tier.rawValue)\" needs a <basis ref=\"…\"/>")
    }
    guard isBuiltIn else { return }
    if parts.title.en.isEmpty || parts.messages.values.contains(where: { $0.text.en.isEmpty }) {
      throw rule.error(
        vi: "quy tắc dựng sẵn phải có tên và thông báo bằng tiếng Anh (xml:lang=\"en\")",
        en: "a built-in rule needs its title and messages in English (xml:lang=\"en\")")
    }
    for expectation in Rule.Example.Expectation.allCases
    where !parts.examples.contains(where: { $0.expectation == expectation }) {
      throw rule.error(
        vi: "quy tắc dựng sẵn cần ít nhất một ví dụ expect=\"\(expectation.rawValue)\"",
        en: "a built-in rule needs at least one example with expect=\"\(expectation.rawValue)\"")
    }
  }
}
