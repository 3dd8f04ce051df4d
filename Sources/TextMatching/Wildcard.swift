/// Shell-like patterns: `*` stands for any characters, `?` for one scalar.
public enum Wildcard {
  public static func matches(_ text: some StringProtocol, _ glob: some StringProtocol) -> Bool {
    matches(Array(text.unicodeScalars)[...], Array(glob.unicodeScalars)[...])
  }

  private static func matches(
    _ text: ArraySlice<Unicode.Scalar>, _ glob: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var text = text
    var glob = glob
    // The last star seen and the text it is tried on: one star needs no deeper backtracking.
    var retry: (glob: ArraySlice<Unicode.Scalar>, text: ArraySlice<Unicode.Scalar>)?
    while !text.isEmpty {
      if glob.first == "*" {
        retry = (glob, text.dropFirst())
        glob = glob.dropFirst()
      } else if let first = glob.first, first == "?" || first == text.first {
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
    return glob.allSatisfy { $0 == "*" }
  }
}
