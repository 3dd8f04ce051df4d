import TextMatching

/// Which rules a run asks, by patterns on their ids.
public struct RuleSelection: Sendable, Hashable {
  /// Globs; empty: every rule.
  public var only: [String]
  /// Globs; they win over `only`.
  public var skip: [String]

  public init(only: [String] = [], skip: [String] = []) {
    self.only = only
    self.skip = skip
  }

  public func includes(_ id: String) -> Bool {
    if skip.contains(where: { RuleSelection.matches(id, glob: $0) }) { return false }
    return only.isEmpty || only.contains { RuleSelection.matches(id, glob: $0) }
  }

  /// `*` stands for any characters, `/` included; `?` for one; a module's name alone for all its
  /// rules (`citations` is `citations/*`).
  public static func matches(_ id: String, glob: String) -> Bool {
    if !glob.contains("/"), !glob.contains("*"), !glob.contains("?") {
      return id.hasPrefix(glob + "/")
    }
    return Wildcard.matches(id, glob)
  }

  /// What was probably meant by a glob that no rule matches: an id, a name without its module, or a
  /// module; nil when nothing is near.
  public static func suggestion(for glob: String, among ids: [String]) -> String? {
    if let namesake = ids.first(where: { $0.hasSuffix("/" + glob) }) { return namesake }
    let modules = Set(ids.map { String($0.prefix { $0 != "/" }) }).sorted()
    return EditDistance.suggestion(for: glob, among: ids + modules)
  }
}
