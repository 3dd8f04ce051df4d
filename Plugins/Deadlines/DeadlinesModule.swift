import RuleEngine

/// Whether the dates, periods and time limits of a paper can be: the declarations are in
/// `Rules/modules/deadlines.xml`.
public struct DeadlinesModule: RuleModule {
  public let id = "deadlines"
  public let checks: [NativeCheck]

  public init() {
    checks = [
      .invalidDate, .beforeIssue, .reversedRange, .anniversaryArithmetic, .outsidePlanYear,
      .quarterMismatch, .noTimeLimit, .periodInconsistent, .latePlan, .statutorySubmission,
      .publicity,
    ]
  }
}
