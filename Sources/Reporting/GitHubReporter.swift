import RuleEngine
import TextMatching

/// Workflow commands of GitHub Actions, one a line: an annotation a finding, at its place in the file.
/// GitHub shows few, so findings that are set aside or known take none.
public struct GitHubReporter: StreamingReporter {
  private let language: Language

  public init(language: Language) { self.language = language }

  public static func render(_ report: Report, language: Language) -> String {
    var reporter = GitHubReporter(language: language)
    return reporter.whole(report)
  }

  public func start() -> String { "" }

  public func piece(_ document: DocumentReport) -> String {
    lines(of: document).map { $0 + "\n" }.joined()
  }

  public func end(_ conclusion: Report.Conclusion) -> String {
    conclusion.findings.map { finding in
      let part = finding.location.part
      return line(finding, path: part.isEmpty ? nil : part) + "\n"
    }.joined()
  }

  private func lines(of document: DocumentReport) -> [String] {
    switch document.outcome {
    case .read(let profile):
      profile.findings.filter(\.isActive).map { line($0, path: document.path) }
    case .unreadable(let error):
      [
        command(
          "error",
          [("file", RepositoryPath.plain(document.path)), ("title", "tool/\(error.code)")],
          error.words(in: language))
      ]
    }
  }

  private func line(_ finding: Finding, path: String?) -> String {
    var properties: [(String, String)] = []
    var message = finding.message[language]
    if let path {
      properties.append(("file", RepositoryPath.plain(path)))
      properties += place(finding.location)
      if finding.location.line == nil {
        message += " (\(finding.location.words(in: language)))"
      }
    }
    properties.append(("title", finding.rule))
    let remarks = finding.remarks(in: language).map(\.line)
    return command(
      GitHubReporter.name(of: finding.severity), properties,
      ([message] + remarks).joined(separator: "\n"))
  }

  /// GitHub takes columns only for a stretch of one line. A package has no lines; the annotation is
  /// then on the file.
  private func place(_ location: Location) -> [(String, String)] {
    guard let line = location.line else { return [] }
    let endLine = location.endLine ?? line
    guard endLine == line else { return [("line", "\(line)"), ("endLine", "\(endLine)")] }
    let columns = [("col", location.column), ("endColumn", location.endColumn)]
    return [("line", "\(line)")]
      + columns.compactMap { name, value in value.map { (name, "\($0)") } }
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  // MARK: Form

  private func command(
    _ name: String, _ properties: [(String, String)], _ message: String
  ) -> String {
    let list = properties.map { "\($0)=\(GitHubReporter.escaped($1, isProperty: true))" }
    return "::\(name) \(list.joined(separator: ","))::"
      + GitHubReporter.escaped(message, isProperty: false)
  }

  /// Per cent signs and line ends are escaped everywhere; colons and commas, which part the command,
  /// in properties. Other control characters would reach the log and its readers' terminals.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result += TerminalText.sanitised(String(scalar))
      }
    }
    return result
  }
}
