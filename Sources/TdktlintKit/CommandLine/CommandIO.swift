import CSupport
import Glibc

/// What a command may touch of the outside besides the files it is given.
public struct CommandIO {
  /// Writes to standard output; false when nobody reads it any more.
  public var writeOutput: (String) -> Bool
  /// Writes a line to standard error.
  public var writeError: (String) -> Void
  public var isOutputTerminal: Bool
  /// Columns of a text report.
  public var columns: Int
  /// Writes to standard error as it is, for progress; nil when that is no terminal.
  public var writeProgress: (@Sendable (String) -> Void)?

  public init(
    writeOutput: @escaping (String) -> Bool, writeError: @escaping (String) -> Void,
    isOutputTerminal: Bool, columns: Int, writeProgress: (@Sendable (String) -> Void)? = nil
  ) {
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.isOutputTerminal = isOutputTerminal
    self.columns = columns
    self.writeProgress = writeProgress
  }

  /// The process's own streams. A reader that goes away (`| head`) ends the output, not the process.
  public static func process() -> CommandIO {
    signal(SIGPIPE, SIG_IGN)
    let terminal = Int(tdkt_terminal_columns(1))
    let asked = getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 0
    // https://no-color.org: set and not empty means no colour.
    let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let columns = asked > 0 ? asked : terminal > 0 ? terminal : 100
    var progress: (@Sendable (String) -> Void)?
    if isatty(2) == 1 {
      progress = { text in _ = FileSystem.write(text, to: 2) }
    }
    return CommandIO(
      writeOutput: { FileSystem.write($0, to: 1) },
      writeError: { _ = FileSystem.write($0 + "\n", to: 2) },
      isOutputTerminal: isatty(1) == 1 && !isPlain, columns: min(max(columns, 40), 200),
      writeProgress: progress)
  }
}
