import DocumentModel
import JSONWriting
import RuleEngine
import TextMatching

/// SARIF 2.1.0 (OASIS): one run, one result per finding. What is known only at the end, such as the exit
/// status, stands after the results: members of an object have no order.
public struct SARIFReporter: StreamingReporter {
  private let tool: Report.Tool
  private let rules: [RuleDescription]
  private let language: Language
  /// By id of a rule: its place among the rules.
  private let indices: [String: Int]
  private var json = JSONWriter()
  /// Of the documents so far.
  private var paths: [String] = []
  private var notifications: [JSONValue] = []

  public init(tool: Report.Tool, rules: [RuleDescription], language: Language) {
    self.tool = tool
    self.rules = rules
    self.language = language
    indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public static func render(_ report: Report, language: Language) -> String {
    var reporter = SARIFReporter(tool: report.tool, rules: report.rules, language: language)
    return reporter.whole(report)
  }

  public mutating func start() -> String {
    json.openObject()
    json.write([
      (
        "$schema",
        .string(
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            + "sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
    ])
    json.openArray("runs")
    json.openObject()
    json.write([
      ("tool", .object([("driver", driver)])),
      ("language", .string(language == .vi ? "vi-VN" : "en-US")),
      ("columnKind", .string("unicodeCodePoints")),
    ])
    json.openArray("results")
    return json.take()
  }

  public mutating func piece(_ document: DocumentReport) -> String {
    let index = paths.count
    paths.append(document.path)
    for finding in document.findings { json.write(result(finding, in: document, index)) }
    for entry in document.absent { json.write(absent(entry, path: document.path, index)) }
    if case .unreadable(let error) = document.outcome {
      notifications.append(notification(error, path: document.path, index))
    }
    return json.take()
  }

  public mutating func end(_ conclusion: Report.Conclusion) -> String {
    for finding in conclusion.findings { json.write(result(finding, in: nil, 0)) }
    json.close()
    json.openArray("artifacts")
    for path in paths { json.write(.object([("location", artifactLocation(path))])) }
    json.close()
    json.write([("invocations", .array([invocation(conclusion)]))])
    json.closeAll()
    return json.take()
  }

  // MARK: The tool

  private var driver: JSONValue {
    .object([
      ("name", .string(tool.name)),
      ("version", .string(tool.version)),
      ("semanticVersion", .string(tool.version)),
      ("rules", .array(rules.map(descriptor))),
      ("properties", .object([("rulesDigest", .string(tool.rules))])),
    ])
  }

  private func descriptor(_ rule: RuleDescription) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(rule.id)), ("shortDescription", message(rule.title[language])),
    ]
    if !rule.why[language].isEmpty {
      members.append(("fullDescription", message(rule.why[language])))
    }
    members.append(
      ("defaultConfiguration", .object([("level", .string(rule.level.rawValue))])))
    members.append(
      (
        "properties",
        .object([
          ("tier", .string(rule.tier.rawValue)), ("strength", .string(rule.strength.rawValue)),
        ])
      ))
    return .object(members)
  }

  private func invocation(_ conclusion: Report.Conclusion) -> JSONValue {
    .object([
      ("executionSuccessful", .bool(conclusion.exitStatus < 2)),
      ("exitCode", .integer(Int(conclusion.exitStatus))),
      ("toolExecutionNotifications", .array(notifications)),
    ])
  }

  /// An input that could not be read.
  private func notification(_ error: InputError, path: String, _ index: Int) -> JSONValue {
    let words = [error.message[language], error.hint[language]].filter { !$0.isEmpty }
    return .object([
      ("descriptor", .object([("id", .string(error.code))])),
      ("level", .string("error")),
      ("message", message(words.joined(separator: " "))),
      (
        "locations",
        .array([
          .object([
            ("physicalLocation", .object([("artifactLocation", artifactLocation(path, index))]))
          ])
        ])
      ),
    ])
  }

  // MARK: Results

  /// What a baseline holds and its document no longer has.
  private func absent(_ entry: Baseline.Entry, path: String, _ index: Int) -> JSONValue {
    var members: [(String, JSONValue)] = [("ruleId", .string(entry.rule))]
    if let rule = indices[entry.rule] { members.append(("ruleIndex", .integer(rule))) }
    let words = entry.excerpt.isEmpty ? "" : ": “\(entry.excerpt)”"
    let text = language == .vi ? "Không còn nữa\(words)" : "No longer there\(words)"
    members += [
      ("message", message(text)),
      (
        "locations",
        .array([
          .object([
            ("physicalLocation", .object([("artifactLocation", artifactLocation(path, index))]))
          ])
        ])
      ),
      ("partialFingerprints", .object([("tdktlint/v1", .string(entry.fingerprint))])),
      ("baselineState", .string("absent")),
    ]
    return .object(members)
  }

  private func result(
    _ finding: Finding, in document: DocumentReport?, _ index: Int
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [("ruleId", .string(finding.rule))]
    if let rule = indices[finding.rule] { members.append(("ruleIndex", .integer(rule))) }
    members += [
      ("level", .string(finding.severity.rawValue)),
      ("message", message(finding.message[language])),
    ]
    if let document {
      members.append(
        (
          "locations",
          .array([
            location(finding.location, path: document.path, index, excerpt: finding.excerpt)
          ])
        ))
      if !finding.related.isEmpty {
        members.append(
          ("relatedLocations", .array(finding.related.map { related($0, document.path, index) })))
      }
    } else if !finding.location.part.isEmpty {
      members.append(("locations", .array([toolLocation(finding.location)])))
    }
    members.append(
      ("partialFingerprints", .object([("tdktlint/v1", .string(finding.fingerprint))])))
    if let state = finding.baseline { members.append(("baselineState", .string(state.rawValue))) }
    if let suppressed = finding.suppressed {
      members.append(("suppressions", .array([suppression(suppressed)])))
    }
    members += [
      ("properties", properties(finding))
    ]
    return .object(members)
  }

  /// By somebody outside the document: SARIF, 3.35.
  private func suppression(_ suppressed: Finding.Suppressed) -> JSONValue {
    var properties: [(String, JSONValue)] = []
    if let owner = suppressed.owner { properties.append(("owner", .string(owner))) }
    if let day = suppressed.expires { properties.append(("expires", .string(day.iso))) }
    return .object([
      ("kind", .string("external")), ("status", .string("accepted")),
      ("justification", .string(suppressed.reason)), ("properties", .object(properties)),
    ])
  }

  /// A place in a file that is no document of the run: a configuration.
  private func toolLocation(_ location: Location) -> JSONValue {
    var physical = [("artifactLocation", artifactLocation(location.part))]
    if let region = region(location, "") { physical.append(("region", region)) }
    return .object([("physicalLocation", .object(physical))])
  }

  private func location(
    _ location: Location, path: String, _ index: Int?, excerpt: String, words: String? = nil
  ) -> JSONValue {
    var physical = [("artifactLocation", artifactLocation(path, index))]
    if let region = region(location, excerpt) { physical.append(("region", region)) }
    var members: [(String, JSONValue)] = [("physicalLocation", .object(physical))]
    if location.line == nil {
      members.append(("logicalLocations", .array([logicalLocation(location)])))
    }
    if let words { members.append(("message", message(words))) }
    members.append(("properties", place(location)))
    return .object(members)
  }

  private func related(_ other: Finding.Related, _ path: String, _ index: Int) -> JSONValue {
    location(
      other.location, path: other.path ?? path, other.path == nil ? index : nil,
      excerpt: other.excerpt, words: other.message[language])
  }

  /// Lines and columns exist in text input only.
  private func region(_ location: Location, _ excerpt: String) -> JSONValue? {
    guard let line = location.line else { return nil }
    var members: [(String, JSONValue)] = [("startLine", .integer(line))]
    if let column = location.column {
      members.append(("startColumn", .integer(column)))
      if let endLine = location.endLine, let endColumn = location.endColumn {
        members += [("endLine", .integer(endLine)), ("endColumn", .integer(endColumn))]
      }
    }
    if !excerpt.isEmpty { members.append(("snippet", message(excerpt))) }
    return .object(members)
  }

  /// A place in a package: part, section and paragraph.
  private func logicalLocation(_ location: Location) -> JSONValue {
    let steps = [location.part, location.section, "p\(location.block)"].compactMap { $0 }
    return .object([
      ("name", .string(location.section ?? "p\(location.block)")),
      ("fullyQualifiedName", .string(steps.joined(separator: "#"))),
      ("kind", .string("element")),
    ])
  }

  private func place(_ location: Location) -> JSONValue {
    .object([
      ("part", .string(location.part)), ("block", .integer(location.block)),
      ("start", .integer(location.start)), ("end", .integer(location.end)),
      ("section", .optional(location.section)),
    ])
  }

  private func properties(_ finding: Finding) -> JSONValue {
    .object([
      ("excerpt", .string(finding.excerpt)),
      ("basis", .array(finding.basis.map { .string($0.text(in: language)) })),
      ("fixes", .array(finding.fixes.map { .string($0.description[language]) })),
    ])
  }

  // MARK: Small shapes

  private func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  private func artifactLocation(_ path: String, _ index: Int? = nil) -> JSONValue {
    var members: [(String, JSONValue)] = [("uri", .string(ArtifactURI.reference(path)))]
    if let index { members.append(("index", .integer(index))) }
    return .object(members)
  }
}
