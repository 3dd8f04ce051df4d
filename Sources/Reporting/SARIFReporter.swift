import DocumentModel
import JSONWriting
import RuleEngine
import TextMatching

/// SARIF 2.1.0 (OASIS): one run, one result per finding.
public struct SARIFReporter {
  private let report: Report
  private let language: Language
  private let indices: [String: Int]

  public static func render(_ report: Report, language: Language) -> String {
    SARIFReporter(report, language).log.serialised() + "\n"
  }

  private init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
    indices = Dictionary(
      report.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var log: JSONValue {
    .object([
      (
        "$schema",
        .string(
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            + "sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    .object([
      ("tool", .object([("driver", driver)])),
      ("language", .string(language == .vi ? "vi-VN" : "en-US")),
      ("columnKind", .string("unicodeCodePoints")),
      ("invocations", .array([invocation])),
      (
        "artifacts",
        .array(report.documents.map { .object([("location", artifactLocation($0.path))]) })
      ),
      ("results", .array(results)),
    ])
  }

  // MARK: The tool

  private var driver: JSONValue {
    .object([
      ("name", .string(report.tool.name)),
      ("version", .string(report.tool.version)),
      ("semanticVersion", .string(report.tool.version)),
      ("rules", .array(report.rules.map(descriptor))),
      ("properties", .object([("rulesDigest", .string(report.tool.rules))])),
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

  private var invocation: JSONValue {
    var notifications: [JSONValue] = []
    for (index, document) in report.documents.enumerated() {
      guard case .unreadable(let error) = document.outcome else { continue }
      let words = [error.message[language], error.hint[language]].filter { !$0.isEmpty }
      notifications.append(
        .object([
          ("descriptor", .object([("id", .string(error.code))])),
          ("level", .string("error")),
          ("message", message(words.joined(separator: " "))),
          (
            "locations",
            .array([
              .object([
                (
                  "physicalLocation",
                  .object([("artifactLocation", artifactLocation(document.path, index))])
                )
              ])
            ])
          ),
        ]))
    }
    return .object([
      ("executionSuccessful", .bool(report.exitStatus < 2)),
      ("exitCode", .integer(Int(report.exitStatus))),
      ("toolExecutionNotifications", .array(notifications)),
    ])
  }

  // MARK: Results

  private var results: [JSONValue] {
    report.documents.enumerated().flatMap { index, document in
      document.findings.map { result($0, in: document, index) }
        + document.absent.map { absent($0, path: document.path, index) }
    } + report.findings.map { result($0, in: nil, 0) }
  }

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
