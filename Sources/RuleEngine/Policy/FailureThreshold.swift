/// The lowest severity that makes a check fail.
public enum FailureThreshold: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error
  case never

  public func isReached(by severity: Severity) -> Bool {
    switch self {
    case .note: severity >= .note
    case .warning: severity >= .warning
    case .error: severity >= .error
    case .never: false
    }
  }

  /// The stricter one is less.
  public static func < (a: FailureThreshold, b: FailureThreshold) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    case .never: 3
    }
  }
}
