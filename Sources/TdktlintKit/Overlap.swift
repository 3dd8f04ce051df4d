import Dispatch
import Synchronization

/// Runs two independent pieces of work at the same time and waits for both: at the start of a run,
/// loading the law and reading the first document take about as long.
func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws -> First, _ second: @Sendable () -> Second
) throws -> (First, Second) {
  let firstResult = Mutex<Result<First, any Error>?>(nil)
  let secondResult = Mutex<Second?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { try first() }
      firstResult.withLock { $0 = result }
    } else {
      let result = second()
      secondResult.withLock { $0 = result }
    }
  }
  let done = firstResult.withLock { $0 } ?? Result { try first() }
  return (try done.get(), secondResult.withLock { $0 } ?? second())
}
