import CSupport
import Synchronization

/// A value that one thread at a time may touch: the standard library's `Mutex`, made known to the
/// thread sanitizer, which cannot see that lock and would take every use of the value for a race.
public struct Guarded<Value>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>

  public init(_ value: consuming sending Value) { mutex = Mutex(value) }

  /// Does the work when no other thread has the value.
  public borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try mutex.withLock { value throws(Failure) -> sending Result in
      withUnsafeMutablePointer(to: &value) { tdkt_lock_taken($0) }
      defer { withUnsafeMutablePointer(to: &value) { tdkt_lock_given_back($0) } }
      return try body(&value)
    }
  }
}
