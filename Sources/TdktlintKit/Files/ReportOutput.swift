import Glibc

/// Where a report goes, in pieces: standard output, or a file that is made when the first piece comes.
final class ReportOutput {
  private let path: String?
  private let writeOutput: (String) -> Bool
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - path: of the file; nil: standard output.
  ///   - writeOutput: writes to standard output.
  init(path: String?, writeOutput: @escaping (String) -> Bool) {
    self.path = path
    self.writeOutput = writeOutput
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// - Throws: `UsageError` when the file cannot be written. Nobody reading standard output any more is
  ///   no error.
  func write(_ text: String) throws {
    guard let path else {
      if !text.isEmpty { _ = writeOutput(text) }
      return
    }
    if descriptor < 0 { descriptor = FileSystem.openAnew(path) }
    guard descriptor >= 0, FileSystem.write(text, to: descriptor) else {
      throw UsageError.unwritable(path)
    }
  }

  /// Ends the report; a full disk may show only here.
  func end() throws {
    guard let path, descriptor >= 0 else { return }
    let isClosed = Glibc.close(descriptor) == 0
    descriptor = -1
    if !isClosed { throw UsageError.unwritable(path) }
  }
}
