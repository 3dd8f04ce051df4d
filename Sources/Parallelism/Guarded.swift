import CSupport
import Synchronization

/// A value that one thread at a time may touch: the standard library's `Mutex`, made known to the
/// thread sanitizer, which cannot see that lock and would take every use of the value for a race.
public struct Guarded<Value>: ~Copyable, Sendable {
  /// Its address stands for the lock: that of the value cannot be taken before the value is touched.
  private final class Name: Sendable {}

  private let mutex: Mutex<Value>
  private let name = Name()

  public init(_ value: consuming sending Value) { mutex = Mutex(value) }

  /// Does the work when no other thread has the value.
  public borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    let address = Unmanaged.passUnretained(name).toOpaque()
    return try mutex.withLock { value throws(Failure) -> sending Result in
      tdkt_lock_taken(address)
      defer { tdkt_lock_given_back(address) }
      return try body(&value)
    }
  }
}
