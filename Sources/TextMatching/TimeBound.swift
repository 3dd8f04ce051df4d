import CSupport

/// Processor time that a piece of work may take on its thread.
///
/// Nothing is interrupted from outside. Loops over what a file holds ask `isExceeded` and stop; from
/// then on patterns match nothing, so that what still runs comes to its end soon. What it makes is
/// thrown away: no half-done answer is taken for a whole one.
public enum TimeBound {
  /// Does `work`; nil when that took longer than `limit`, or longer than a bound around this one.
  public static func run<Result>(_ limit: Duration, _ work: () -> Result) -> Result? {
    let outer = tdkt_time_bound_left()
    let wanted = max(1, limit.nanoseconds)
    let given = outer == 0 ? wanted : min(wanted, outer)
    _ = tdkt_time_bound_set(given)
    let result = work()
    let isLate = tdkt_time_bound_is_reached()
    let left = tdkt_time_bound_left()
    // What was used here has been used of the bound around it too.
    _ = tdkt_time_bound_set(outer == 0 ? 0 : max(1, outer - min(outer, given - min(given, left))))
    return isLate ? nil : result
  }

  /// Whether the bound has been passed; false where there is none.
  @inline(__always)
  public static var isExceeded: Bool { tdkt_time_bound_is_exceeded() }

  /// A bound to be shared with other threads.
  public struct Share: Sendable {
    /// Nanoseconds; 0: no bound.
    fileprivate var left: UInt64

    /// Does `work` within the bound; false when it was passed.
    public func run(_ work: () -> Void) -> Bool {
      guard left > 0 else {
        work()
        return true
      }
      let before = tdkt_time_bound_set(left)
      work()
      let isLate = tdkt_time_bound_is_reached()
      // On the thread whose bound is shared, what was used here has been used of it too.
      let used = left - min(left, tdkt_time_bound_left())
      _ = tdkt_time_bound_set(before == 0 ? 0 : max(1, before - min(before, used)))
      return !isLate
    }
  }

  /// What is left of this thread's bound.
  public static var share: Share { Share(left: tdkt_time_bound_left()) }

  /// The bound has been passed on another thread.
  public static func end() { tdkt_time_bound_end() }
}

extension Duration {
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, seconds < 1 << 32 else { return seconds < 0 ? 0 : 1 << 62 }
    return UInt64(seconds) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000
  }
}
