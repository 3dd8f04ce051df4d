import DocumentAnalysis
import JSONWriting
import LegalKnowledge
import RuleEngine
import TextMatching

/// The JSON shapes of version 1 that `check` and `inspect` share.
package enum DocumentJSON {
  /// Everything before the findings.
  static func head(path: String, profile: DocumentReport.Profile) -> [(String, JSONValue)] {
    let date = profile.date
    return [
      ("path", .string(path)),
      ("format", .string(profile.format.rawValue)),
      ("kind", .string(profile.kind ?? "unknown")),
      ("stage", .string(profile.stage.rawValue)),
      (
        "issuer",
        .object([
          ("name", .optional(profile.issuer.name)),
          ("level", .optional(profile.issuer.level?.rawValue)),
        ])
      ),
      ("date", self.date(date)),
      ("asOf", .string(date.earliest.iso)),
      ("regime", .optional(profile.regime)),
    ]
  }

  static func date(_ date: DocumentDate) -> JSONValue {
    .object([
      ("value", .string(date.earliest.iso)), ("latest", .string(date.latest.iso)),
      ("source", .string(date.source.rawValue)),
    ])
  }

  /// The same members for an input that could not be read.
  static func emptyHead(path: String) -> [(String, JSONValue)] {
    [("path", .string(path))]
      + ["format", "kind", "stage", "issuer", "date", "asOf", "regime"].map { ($0, .null) }
  }

  static func error(_ error: InputError, _ language: Language) -> JSONValue {
    .object([
      ("code", .string(error.code)), ("message", .string(error.message[language])),
      ("hint", .string(error.hint[language])),
    ])
  }

  static func finding(_ finding: Finding, _ language: Language) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("rule", .string(finding.rule)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message[language])),
      ("basis", .array(finding.basis.map(basis))),
      ("location", location(finding.location)),
      ("excerpt", .string(finding.excerpt)),
      ("fixes", .array(finding.fixes.map { fix($0, language) })),
      ("related", .array(finding.related.map { related($0, language) })),
      ("fingerprint", .string(finding.fingerprint)),
      // Known findings are told from new ones only when a baseline is compared.
      ("baseline", .optional(finding.baseline?.rawValue)),
      ("suppression", finding.suppressed.map(suppression) ?? .null),
    ]
    if let explanation = finding.explanation {
      members.append(("explanation", ExplanationJSON.value(explanation, language)))
    }
    return .object(members)
  }

  private static func suppression(_ suppressed: Finding.Suppressed) -> JSONValue {
    .object([
      ("reason", .string(suppressed.reason)), ("owner", .optional(suppressed.owner)),
      ("expires", .optional(suppressed.expires?.iso)),
    ])
  }

  /// An entry of a baseline that its document no longer has.
  static func absent(_ entry: Baseline.Entry) -> JSONValue {
    .object([
      ("rule", .string(entry.rule)), ("fingerprint", .string(entry.fingerprint)),
      ("excerpt", .string(entry.excerpt)),
    ])
  }

  /// Null for the tool's own findings, which belong to no document.
  package static func location(_ location: Location) -> JSONValue {
    if location.part.isEmpty { return .null }
    return .object([
      ("part", .string(location.part)), ("block", .integer(location.block)),
      ("section", .optional(location.section)), ("start", .integer(location.start)),
      ("end", .integer(location.end)), ("line", .optional(location.line)),
      ("column", .optional(location.column)),
    ])
  }

  private static func basis(_ basis: Finding.Basis) -> JSONValue {
    .object([
      ("instrument", .string(basis.instrument)), ("provision", .optional(basis.provision)),
      ("verified", .string(basis.verified.rawValue)),
    ])
  }

  private static func fix(_ fix: Fix, _ language: Language) -> JSONValue {
    .object([
      ("kind", .string(fix.kind.rawValue)),
      ("description", .string(fix.description[language])),
      (
        "edits",
        .array(
          fix.edits.map { edit in
            .object([
              ("part", .string(edit.location.part)), ("block", .integer(edit.location.block)),
              ("start", .integer(edit.location.start)), ("end", .integer(edit.location.end)),
              ("text", .string(edit.text)),
            ])
          })
      ),
    ])
  }

  private static func related(_ related: Finding.Related, _ language: Language) -> JSONValue {
    .object([
      ("path", .optional(related.path)), ("location", location(related.location)),
      ("excerpt", .string(related.excerpt)), ("message", .string(related.message[language])),
    ])
  }
}
