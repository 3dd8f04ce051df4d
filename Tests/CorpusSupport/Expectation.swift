import RuleEngine

/// One finding that a careful appraiser would make, or would let pass.
public struct Expectation: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// It must be found.
    case must
    /// It may be found; nobody would call it a false alarm.
    case may
    /// It is true and is not found; the reason says why.
    case miss(reason: String)
  }
  /// `citations/expired-instrument`
  public var rule: String
  public var severity: Severity
  /// The words it lands on; empty for something absent.
  public var excerpt: String
  public var kind: Kind
}

/// What a finding and an expectation are compared by.
public struct Verdict: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var rule: String
  public var severity: Severity
  public var excerpt: String

  public init(rule: String, severity: Severity, excerpt: String) {
    self.rule = rule
    self.severity = severity
    self.excerpt = excerpt
  }

  public init(_ finding: Finding) {
    self.init(rule: finding.rule, severity: finding.severity, excerpt: finding.excerpt)
  }

  public init(_ expectation: Expectation) {
    self.init(
      rule: expectation.rule, severity: expectation.severity, excerpt: expectation.excerpt)
  }

  public var module: String { String(rule.prefix { $0 != "/" }) }

  /// As a line of a sidecar.
  public var description: String {
    let letter =
      switch severity {
      case .error: "E"
      case .warning: "W"
      case .note: "N"
      }
    return excerpt.isEmpty ? "\(rule) \(letter)" : "\(rule) \(letter) ⟦\(excerpt)⟧"
  }

  public static func < (a: Verdict, b: Verdict) -> Bool {
    (a.rule, a.excerpt, a.severity.rawValue) < (b.rule, b.excerpt, b.severity.rawValue)
  }
}
