/// Where a finding stands against a baseline; the values are SARIF's.
public enum BaselineState: String, Sendable, CaseIterable {
  case new
  case unchanged
}

/// Findings known at some time: later ones are told from them.
public struct Baseline: Sendable, Hashable {
  public struct Entry: Sendable, Hashable, Comparable {
    /// Of the document, relative to the baseline's folder.
    public var path: String
    public var rule: String
    public var fingerprint: String
    /// Of the finding, for people; a long one is cut.
    public var excerpt: String

    public init(path: String, rule: String, fingerprint: String, excerpt: String) {
      self.path = path
      self.rule = rule
      self.fingerprint = fingerprint
      self.excerpt = excerpt
    }

    public init(_ finding: Finding, path: String) {
      let scalars = finding.excerpt.unicodeScalars
      let excerpt =
        scalars.count <= Entry.longest
        ? finding.excerpt : String(scalars.prefix(Entry.longest - 1)) + "…"
      self.init(
        path: path, rule: finding.rule, fingerprint: finding.fingerprint, excerpt: excerpt)
    }

    /// Scalars of an excerpt.
    private static let longest = 120

    fileprivate var key: Key { Key(path: path, rule: rule, fingerprint: fingerprint) }

    public static func < (a: Entry, b: Entry) -> Bool {
      (a.path, a.rule, a.fingerprint) < (b.path, b.rule, b.fingerprint)
    }
  }

  fileprivate struct Key: Hashable {
    var path: String
    var rule: String
    var fingerprint: String
  }

  /// In order of path, rule and fingerprint.
  public let entries: [Entry]
  private let keys: Set<Key>

  public init(_ entries: some Sequence<Entry>) {
    self.entries = Set(entries).sorted()
    keys = Set(self.entries.map(\.key))
  }

  /// - Parameter path: of the finding's document, relative to the baseline's folder.
  public func state(of finding: Finding, path: String) -> BaselineState {
    let key = Key(path: path, rule: finding.rule, fingerprint: finding.fingerprint)
    return keys.contains(key) ? .unchanged : .new
  }

  /// The entries of a document that its findings no longer hold, of rules that were asked.
  public func absent(
    path: String, findings: [Finding], isAsked: (String) -> Bool
  ) -> [Entry] {
    let present = Set(findings.map { Entry($0, path: path).key })
    return entries.filter { $0.path == path && isAsked($0.rule) && !present.contains($0.key) }
  }
}
