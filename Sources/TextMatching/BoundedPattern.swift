/// A pattern from a rule file. Every attempt to match has a limit of steps and memory, and reaching
/// it is an error rather than “no match”: silence would hide what the rule was written to find.
public struct BoundedPattern: Sendable {
  /// Steps of one attempt (pcre2api, `pcre2_set_match_limit`): some milliseconds.
  public static let stepLimit = 500_000
  /// UTF-8 units of the longest pattern taken.
  public static let longest = 4_000

  /// As written.
  public let source: String
  private let pattern: Pattern

  /// Letters match both cases unless `isCaseSensitive`; `^` and `$` match at line breaks too.
  /// - Throws: `Pattern.CompileError` when the pattern is not well formed or too long.
  public init(_ source: String, isCaseSensitive: Bool) throws(Pattern.CompileError) {
    guard source.utf8.count <= BoundedPattern.longest else {
      throw Pattern.CompileError(
        message: "pattern is longer than \(BoundedPattern.longest) bytes",
        offset: BoundedPattern.longest, code: 0)
    }
    let options: Pattern.Options = isCaseSensitive ? .multiline : [.multiline, .caseless]
    self.source = source
    pattern = try Pattern(source, options: options, isBounded: true)
  }

  /// All matches, left to right, not overlapping; empty matches advance by one scalar.
  /// - Throws: `StepLimitError` when an attempt used up its steps.
  public func matches(
    in text: String, atMost most: Int = .max
  ) throws(StepLimitError) -> [Pattern.Match] {
    try pattern.boundedMatches(in: text, atMost: most)
  }

  /// The number of the group with this name.
  public func group(named name: String) -> Int? { pattern.group(named: name) }

  /// Tries the pattern on texts made to bring out catastrophic backtracking: a text it fits, with
  /// each piece repeated and an end that it cannot fit.
  /// - Throws: `StepLimitError` when one of them uses up the steps of an attempt.
  public func tryOut() throws(StepLimitError) {
    for text in PatternTrial.subjects(for: source) { _ = try matches(in: text, atMost: 1) }
  }
}

/// An attempt to match used up its steps.
public struct StepLimitError: Error, Sendable, Hashable {
  public init() {}
}
