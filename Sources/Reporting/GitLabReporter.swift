import DataFiles
import JSONWriting
import RuleEngine
import TextMatching

/// GitLab's code quality report: an array with an issue a finding, those that are set aside left out.
/// GitLab itself tells new issues from those of the target branch.
public struct GitLabReporter: StreamingReporter {
  private let language: Language
  private var json = JSONWriter()

  public init(language: Language) { self.language = language }

  public static func render(_ report: Report, language: Language) -> String {
    var reporter = GitLabReporter(language: language)
    return reporter.whole(report)
  }

  public mutating func start() -> String {
    json.openArray()
    return json.take()
  }

  public mutating func piece(_ document: DocumentReport) -> String {
    for issue in issues(of: document) { json.write(issue) }
    return json.take()
  }

  /// GitLab requires a path; what belongs to no document is at the root.
  public mutating func end(_ conclusion: Report.Conclusion) -> String {
    for finding in conclusion.findings {
      let part = finding.location.part
      json.write(issue(finding, path: part.isEmpty ? "." : part))
    }
    json.closeAll()
    return json.take()
  }

  private func issues(of document: DocumentReport) -> [JSONValue] {
    switch document.outcome {
    case .read(let profile):
      profile.findings.filter { $0.suppressed == nil }.map { issue($0, path: document.path) }
    case .unreadable(let error):
      [
        issue(
          error.words(in: language), rule: "tool/\(error.code)", severity: "blocker",
          identity: error.code, path: document.path, line: nil)
      ]
    }
  }

  private func issue(_ finding: Finding, path: String) -> JSONValue {
    let line = finding.location.line
    let place = line == nil ? " (\(finding.location.words(in: language)))" : ""
    return issue(
      finding.message[language] + place, rule: finding.rule,
      severity: GitLabReporter.name(of: finding.severity), identity: finding.fingerprint,
      path: path, line: line)
  }

  /// - Parameters:
  ///   - identity: tells the issue from others of the file. The fingerprint joins it with the path,
  ///     because GitLab keeps one issue a fingerprint and two papers may hold the same fault.
  ///   - line: nil for a package, which has none; GitLab requires one, so it is the first.
  private func issue(
    _ description: String, rule: String, severity: String, identity: String, path: String,
    line: Int?
  ) -> JSONValue {
    let path = RepositoryPath.plain(path)
    return .object([
      ("description", .string(description)), ("check_name", .string(rule)),
      ("fingerprint", .string(SHA256.hex(of: "\(path)\0\(identity)".utf8))),
      ("severity", .string(severity)),
      (
        "location",
        .object([
          ("path", .string(path)), ("lines", .object([("begin", .integer(line ?? 1))])),
        ])
      ),
    ])
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
