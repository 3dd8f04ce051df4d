import Dispatch
import TextMatching

/// Does `count` pieces of work, numbered from 0, on up to `workers` threads; the results come in the
/// order of the numbers. One worker is the calling thread alone. What is left of a bound on the
/// caller's time holds for each of the threads.
public func inParallel<Result: Sendable>(
  _ count: Int, workers: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  let workers = min(workers, count)
  guard workers > 1 else { return (0..<count).map(work) }
  let next = Guarded(0)
  let results = Guarded([Result?](repeating: nil, count: count))
  let isLate = Guarded(false)
  let bound = TimeBound.share
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    let isInTime = bound.run {
      while true {
        let index = next.withLock { index in
          defer { index += 1 }
          return index
        }
        guard index < count else { return }
        let result = work(index)
        results.withLock { $0[index] = result }
      }
    }
    if !isInTime { isLate.withLock { $0 = true } }
  }
  if isLate.withLock({ $0 }) { TimeBound.end() }
  return results.withLock { $0.compactMap { $0 } }
}

/// Two pieces of work at once; the calling thread does one of them. A bound on its time holds for
/// both.
public func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Guarded<(First?, Second?)>((nil, nil))
  let isLate = Guarded(false)
  let bound = TimeBound.share
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    let isInTime = bound.run {
      if index == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    if !isInTime { isLate.withLock { $0 = true } }
  }
  if isLate.withLock({ $0 }) { TimeBound.end() }
  return results.withLock { (made: inout (First?, Second?)) in
    // Both are there: concurrentPerform returns when every iteration has.
    (made.0 ?? first(), made.1 ?? second())
  }
}
