import TextMatching

/// Units of nominees, as papers name them: one paper may name the unit alone, another the body above
/// it too.
public enum UnitNames {
  /// Whether two names may be those of one unit; nil when a paper names none.
  public static func agree(_ one: String, _ other: String) -> Bool? {
    if one == other, !one.isEmpty { return true }
    let (one, other) = (Folding.letters(one), Folding.letters(other))
    guard !one.isEmpty, !other.isEmpty else { return nil }
    return one.contains(bytesOf: other) || other.contains(bytesOf: one)
  }
}
