import DataFiles
import LegalKnowledge
import TextMatching

/// How much of the declarations is kept.
public enum LoadDepth: Sendable {
  /// What a check needs: titles, reasons and examples are left unread, for a quick start.
  case check
  /// Everything, everything verified: for listing, reports that describe rules, tests, and files
  /// that are not built in.
  case full
}

/// Reads one file of `Rules/modules`.
struct ModuleReader {
  static let namespace = "urn:tdktlint:rules:1"
  /// The program's own messages go under this id; no file may take it.
  static let reservedID = "tool"

  let checks: CheckCatalogue
  /// Nil: kinds and bases are taken as they stand.
  let law: LegalKnowledge?
  let depth: LoadDepth
  /// Built-in rules must carry examples, English and reasons whatever their tier.
  let isBuiltIn: Bool

  struct Module: Sendable {
    var id: String
    var version: String
    var path: String
    var line: Int
    var rules: [Declared]
  }

  /// A rule and the logic found or compiled for it.
  struct Declared: Sendable {
    var rule: Rule
    var check: NativeCheck
  }

  func read(_ file: DataFile) throws -> Module {
    var file = file
    if depth == .check, isBuiltIn { file.bytes = ExampleText.removed(from: file.bytes) }
    let root = try DataElement.root(of: file, named: "module", namespace: ModuleReader.namespace)
    try root.expect(attributes: Names.moduleAttributes, children: Names.moduleChildren)
    let id = try identifier(root, "id")
    if id == ModuleReader.reservedID {
      throw root.error(
        vi: "mã mô-đun “tool” dành riêng cho chương trình; hãy đặt mã khác",
        en: "the module id \"tool\" is reserved for the program; choose another")
    }
    let version = try root.required("version")
    var rules: [Declared] = []
    var lines: [String: Int] = [:]
    for element in root.children {
      let reader = RuleReader(
        checks: checks, law: law, depth: depth, isBuiltIn: isBuiltIn, module: id)
      let declared = try reader.read(element)
      let rule = declared.rule
      if let first = lines.updateValue(rule.line, forKey: rule.id) {
        throw element.error(
          vi: "quy tắc “\(rule.id)” đã khai báo ở dòng \(first); mỗi mã chỉ dùng một lần",
          en: "rule \"\(rule.id)\" is already declared on line \(first); an id is used once")
      }
      rules.append(declared)
    }
    return Module(id: id, version: version, path: file.path, line: root.line, rules: rules)
  }

  /// Lower-case letters, digits and single hyphens.
  private func identifier(_ element: DataElement, _ attribute: String) throws -> String {
    try element.identifier(attribute)
  }
}

/// The compiled-in checks by module and name.
struct CheckCatalogue {
  let modules: [String: [String: NativeCheck]]

  init(_ modules: [any RuleModule]) {
    var result: [String: [String: NativeCheck]] = [:]
    for module in modules {
      for check in module.checks { result[module.id, default: [:]][check.name] = check }
    }
    self.modules = result
  }

  func check(module: String, name: String) -> NativeCheck? { modules[module]?[name] }

  /// `structure/missing-title`, sorted.
  var fullNames: [String] {
    modules.flatMap { module, checks in checks.keys.map { "\(module)/\($0)" } }.sorted()
  }
}

/// Attribute and element names of the format, made once.
enum Names {
  static let none: Set<String> = []
  static let moduleAttributes: Set<String> = ["id", "version"]
  static let moduleChildren: Set<String> = ["rule"]
  static let ruleAttributes: Set<String> = ["id", "tier", "strength", "severity", "from", "until"]
  static let ruleChildren: Set<String> = Set(Shape.all.keys).union([
    "severity", "applies", "basis", "title", "why", "message", "fix", "check", "example",
  ])
  /// The elements that can be a rule's check, for messages.
  static let checkList = (["check"] + Shape.all.keys.sorted()).map { "<\($0)>" }
    .joined(separator: ", ")
  static let severity: Set<String> = [
    "level", "tier", "kinds", "stages", "from", "until", "case",
  ]
  static let applies: Set<String> = ["kinds", "stages", "families"]
  static let basis: Set<String> = ["ref", "provision"]
  static let message: Set<String> = ["case"]
  static let fix: Set<String> = ["kind", "safety"]
  static let fixChildren: Set<String> = ["safety"]
  static let check: Set<String> = ["native"]
  static let example: Set<String> = [
    "id", "expect", "as-of", "kind", "stage", "severity", "absent", "insertions", "deletions",
    "format-changes", "comments", "packet-number", "packet-date", "packet-subject",
    "packet-issuer",
  ]
}

extension DataElement {
  /// The attribute as a day; nil when absent.
  public func day(_ attribute: String) throws -> CivilDate? {
    guard let raw = optional(attribute) else { return nil }
    if let date = CivilDate(iso: raw) { return date }
    throw error(
      vi: "“\(attribute)” phải là một ngày có thật dạng 2024-01-31, không phải “\(raw)”",
      en: "\"\(attribute)\" must be a real day like 2024-01-31, not \"\(raw)\"")
  }

  /// Both ends of a window, in order.
  func window() throws -> (from: CivilDate?, until: CivilDate?) {
    let from = try day("from")
    let until = try day("until")
    if let from, let until, until < from {
      throw error(
        vi: "“until” (\(until.iso)) trước “from” (\(from.iso)); hãy đổi lại",
        en: "\"until\" (\(until.iso)) is before \"from\" (\(from.iso)); swap them")
    }
    return (from, until)
  }

  /// A reference to an instrument that the data does not hold.
  public func unknownInstrument(_ id: String, _ law: LegalKnowledge) -> DataFileError {
    let near = EditDistance.suggestion(for: id, among: law.instruments.map(\.id))
    return error(
      vi: "văn bản “\(id)” không có trong Rules/law"
        + (near.map { "; có phải “\($0)”?" } ?? "; hãy khai báo văn bản ấy trước"),
      en: "instrument \"\(id)\" is not in Rules/law"
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; declare it there first"))
  }
}
