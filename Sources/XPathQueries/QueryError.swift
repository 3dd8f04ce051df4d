import TextMatching

/// Why an expression cannot be used.
public struct QueryError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// The expression itself is wrong.
    case faulty
    /// It used up its steps on this document.
    case exhausted
  }
  public var reason: Reason
  /// What is wrong and what to do, one line.
  public var message: LocalizedText
  /// Where in the expression, in scalars from 0; nil when it is about the whole.
  public var offset: Int?

  public init(_ reason: Reason = .faulty, vi: String, en: String, offset: Int? = nil) {
    self.reason = reason
    message = LocalizedText(vi: vi, en: en)
    self.offset = offset
  }
}

/// What an evaluation may cost. The same expression over the same document always costs the same, so
/// that a rule either runs on a document or is stopped there, on every machine.
public final class QueryBudget {
  /// One for each node looked at and each few bytes of text handled. Ordinary rules take some
  /// thousands over a paper of ten pages; this is some tenths of a second of work.
  public static let standard = 2_000_000
  /// UTF-8 units of the longest string an expression may make.
  public static let longestString = 4 << 20

  private(set) var left: Int
  private let limit: Int

  public init(steps: Int = standard) {
    left = steps
    limit = steps
  }

  /// For one rule over one document: more for a large one.
  public convenience init(for tree: QueryTree) {
    self.init(steps: QueryBudget.standard + 50 * tree.count)
  }

  public func charge(_ steps: Int) throws(QueryError) {
    left -= steps
    if left < 0 { throw exhausted }
  }

  /// For text of so many UTF-8 units.
  func charge(text units: Int) throws(QueryError) {
    try charge(1 + units / 16)
  }

  private var exhausted: QueryError {
    QueryError(
      .exhausted,
      vi: "biểu thức chạy quá lâu trên văn bản này nên bị dừng (giới hạn \(limit) bước); "
        + "hãy viết lại cho hẹp hơn",
      en: "the expression ran too long on this paper and was stopped (limit \(limit) steps); "
        + "make it narrower")
  }
}
