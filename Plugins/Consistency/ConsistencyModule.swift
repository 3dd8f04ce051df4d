import RuleEngine

/// Whether a paper agrees with itself and its text is clean: the declarations are in
/// `Rules/modules/consistency.xml`, the words in `Rules/law/wording.xml`.
public struct ConsistencyModule: RuleModule {
  public let id = "consistency"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .staleYear, .locality, .repeatedWord, .quotes, .spacing, .unicode, .tonePlacement,
      .linkLeft, .trackedChangesLeft, .commentsLeft, .placeholder,
      .sumMismatch, .overlappingBands,
    ]
  }
}
