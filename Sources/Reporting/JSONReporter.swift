import JSONWriting
import RuleEngine
import TextMatching

/// The program's own JSON, version 1.
public struct JSONReporter: StreamingReporter {
  private let tool: Report.Tool
  private let language: Language
  /// What a command adds at the end.
  private var added: [(String, JSONValue)] = []
  private var json = JSONWriter()

  public init(tool: Report.Tool, language: Language) {
    self.tool = tool
    self.language = language
  }

  /// - Parameter members: what a command adds at the end.
  public static func render(
    _ report: Report, language: Language, adding members: [(String, JSONValue)] = []
  ) -> String {
    var reporter = JSONReporter(tool: report.tool, language: language)
    reporter.added = members
    return reporter.whole(report)
  }

  public mutating func start() -> String {
    json.openObject()
    json.write([
      ("version", .integer(1)),
      (
        "tool",
        .object([
          ("name", .string(tool.name)), ("version", .string(tool.version)),
          ("rules", .string(tool.rules)),
        ])
      ),
    ])
    json.openArray("documents")
    return json.take()
  }

  public mutating func piece(_ document: DocumentReport) -> String {
    json.write(JSONReporter.document(document, language))
    return json.take()
  }

  public mutating func end(_ conclusion: Report.Conclusion) -> String {
    let summary = conclusion.summary
    json.close()
    json.write([
      ("findings", .array(conclusion.findings.map { DocumentJSON.finding($0, language) })),
      (
        "summary",
        .object([
          ("documents", .integer(summary.documents)), ("errors", .integer(summary.errors)),
          ("warnings", .integer(summary.warnings)), ("notes", .integer(summary.notes)),
          ("unreadable", .integer(summary.unreadable)),
          ("suppressed", .integer(summary.suppressed)), ("known", .integer(summary.known)),
          ("absent", .integer(summary.absent)),
        ])
      ),
    ])
    json.write(added)
    json.closeAll()
    return json.take()
  }

  private static func document(_ document: DocumentReport, _ language: Language) -> JSONValue {
    // A member of its own, there only when a copy was asked for.
    let copy = document.copy.map { [("copy", $0.json(language))] } ?? []
    switch document.outcome {
    case .read(let profile):
      let findings = profile.findings.map { DocumentJSON.finding($0, language) }
      // A member of its own, there only when the baseline holds more than the document.
      let absent = document.absent.map(DocumentJSON.absent)
      return .object(
        DocumentJSON.head(path: document.path, profile: profile)
          + [("findings", .array(findings)), ("error", .null)] + copy
          + (absent.isEmpty ? [] : [("absent", .array(absent))]))
    case .unreadable(let error):
      return .object(
        DocumentJSON.emptyHead(path: document.path)
          + [("findings", .array([])), ("error", DocumentJSON.error(error, language))] + copy)
    }
  }
}
