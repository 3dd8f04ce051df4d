import Parallelism
import TextMatching

/// A line on a terminal that says how far a long run has come. Several threads may move it.
final class ProgressBar: Sendable {
  private let total: Int
  private let words: String
  private let write: @Sendable (String) -> Void
  private let done = Guarded(0)

  /// - Parameters:
  ///   - words: what is counted.
  ///   - write: writes to the terminal without a line break.
  init(total: Int, words: String, write: @escaping @Sendable (String) -> Void) {
    self.total = total
    self.words = words
    self.write = write
    write(ProgressBar.line(0, of: total, words))
  }

  func advance() {
    // Written under the lock, so that the bar never runs backwards.
    done.withLock { done in
      done += 1
      write(ProgressBar.line(done, of: total, words))
    }
  }

  /// Takes the line away.
  func finish() { write("\r\u{1B}[K") }

  private static let cells = 30

  /// `[#########.....................] 12/40 hồ sơ`
  static func line(_ done: Int, of total: Int, _ words: String) -> String {
    let full = total == 0 ? cells : cells * done / total
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: cells - full)
    return "\r\u{1B}[K[\(bar)] \(done)/\(total) \(words)"
  }
}
