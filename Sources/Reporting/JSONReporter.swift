import JSONWriting
import RuleEngine
import TextMatching

/// The program's own JSON, version 1.
public enum JSONReporter {
  /// - Parameter members: what a command adds at the end.
  public static func render(
    _ report: Report, language: Language, adding members: [(String, JSONValue)] = []
  ) -> String {
    let summary = report.summary
    let value = JSONValue.object(
      [
        ("version", .integer(1)),
        (
          "tool",
          .object([
            ("name", .string(report.tool.name)), ("version", .string(report.tool.version)),
            ("rules", .string(report.tool.rules)),
          ])
        ),
        ("documents", .array(report.documents.map { document($0, language) })),
        ("findings", .array(report.findings.map { DocumentJSON.finding($0, language) })),
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
      ] + members)
    return value.serialised() + "\n"
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
