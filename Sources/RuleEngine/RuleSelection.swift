/// Which rules a run asks, by patterns on their ids.
public struct RuleSelection: Sendable {
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
    return matches(Array(id.utf8)[...], Array(glob.utf8)[...])
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ glob: ArraySlice<UInt8>) -> Bool {
    var text = text
    var glob = glob
    // The last star seen and the text it is tried on: one star needs no deeper backtracking.
    var retry: (glob: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while !text.isEmpty {
      if glob.first == UInt8(ascii: "*") {
        retry = (glob, text.dropFirst())
        glob = glob.dropFirst()
      } else if let first = glob.first, first == UInt8(ascii: "?") || first == text.first {
        glob = glob.dropFirst()
        text = text.dropFirst()
      } else if let saved = retry {
        glob = saved.glob.dropFirst()
        text = saved.text
        retry = (saved.glob, saved.text.dropFirst())
      } else {
        return false
      }
    }
    return glob.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
