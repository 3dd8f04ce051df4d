import RuleEngine

/// A finding that a dossier must have: `dossier/vote-arithmetic bien-ban.docx "8/9"`, or with the
/// level before the paper: `dossier/vote-threshold N bien-ban.docx "7/9"`. The words are those of the
/// finding's place; `""` for something absent.
public struct DossierExpectation: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var rule: String
  /// Nil: any.
  public var severity: Severity?
  public var paper: String
  public var excerpt: String

  init(_ finding: Finding, in paper: String) {
    (rule, severity, self.paper, excerpt) = (finding.rule, finding.severity, paper, finding.excerpt)
  }

  /// Nil when the line is of another form.
  init?(_ line: String) {
    guard let open = line.firstIndex(of: "\""), let close = line.lastIndex(of: "\""),
      open < close, line[line.index(after: close)...].trimmed.isEmpty
    else { return nil }
    excerpt = String(line[line.index(after: open)..<close])
    var words = line[..<open].trimmed.split(separator: " ")
    guard words.count > 1, words[0].contains("/") else { return nil }
    rule = String(words.removeFirst())
    if words.count > 1, let level = Self.letters[String(words[0])] {
      severity = level
      words.removeFirst()
    }
    paper = words.joined(separator: " ")
  }

  private static let letters = ["E": Severity.error, "W": .warning, "N": .note]

  public var description: String {
    let letter = Self.letters.first { $0.value == severity }.map { $0.key + " " } ?? ""
    return "\(rule) \(letter)\(paper) \"\(excerpt)\""
  }

  func matches(_ found: DossierExpectation) -> Bool {
    rule == found.rule && paper == found.paper && excerpt == found.excerpt
      && (severity == nil || severity == found.severity)
  }

  public static func < (a: DossierExpectation, b: DossierExpectation) -> Bool {
    (a.paper, a.rule, a.excerpt) < (b.paper, b.rule, b.excerpt)
  }
}

/// What was found in a dossier against what was expected.
public struct DossierComparison: Sendable {
  /// Errors and warnings that nobody expected.
  public private(set) var gained: [DossierExpectation] = []
  /// Findings expected and not made.
  public private(set) var lost: [DossierExpectation] = []

  init(expected: [DossierExpectation], found: [DossierExpectation]) {
    lost = expected
    for finding in found.sorted() {
      if let index = lost.firstIndex(where: { $0.matches(finding) }) {
        lost.remove(at: index)
      } else if finding.severity != .note {
        gained.append(finding)
      }
    }
  }

  /// Lines for people: `-` lost, `+` gained; empty when all is as expected.
  public var report: [String] {
    lost.sorted().map { "- \($0)" } + gained.map { "+ \($0)" }
  }
}
