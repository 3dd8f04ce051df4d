import Dispatch
import Parallelism

/// Lets parallel pieces of work through one at a time, in the order of their numbers from 0. Every
/// number must come through, and numbers must be taken up in their order (as `inParallel` of Parallelism does).
final class Turns: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: DispatchSemaphore] = [:]
  }
  private let state = Guarded(State())

  func inTurn<Result>(_ number: Int, _ work: () -> Result) -> Result {
    let semaphore: DispatchSemaphore? = state.withLock { state in
      if state.next == number { return nil }
      let semaphore = DispatchSemaphore(value: 0)
      state.waiting[number] = semaphore
      return semaphore
    }
    semaphore?.wait()
    defer {
      state.withLock { state in
        state.next += 1
        state.waiting.removeValue(forKey: state.next)?.signal()
      }
    }
    return work()
  }
}
