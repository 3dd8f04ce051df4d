import Configuration
import DataFiles
import RuleEngine
import TextMatching

/// A document's baseline, and the name it has there.
struct DocumentBaseline: Sendable {
  var baseline: Baseline
  /// Relative to the baseline's folder.
  var path: String
}

/// The baselines of a run, each read once.
struct BaselineStore {
  struct Opened: Sendable {
    var baseline: Baseline
    /// Absolute.
    var folder: String
    /// As named.
    var path: String
  }

  private let current: String
  private(set) var opened: [Opened] = []
  private var byPath: [String: Int] = [:]

  init(current: String) { self.current = current }

  /// The number in `opened` of a baseline.
  /// - Parameter place: where a configuration names it; nil: the command line does.
  /// - Throws: `DataFileError`, `UsageError`.
  mutating func open(_ path: String, namedAt place: DataFileError? = nil) throws -> Int {
    let absolute = Paths.absolute(path, from: current)
    if let number = byPath[absolute] { return number }
    guard FileSystem.kind(of: path) != nil else { throw BaselineStore.missing(path, place) }
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.bytes(of: path, limit: 16 << 20)
    } catch {
      throw DataFileError(path: path, line: 1, message: error.message)
    }
    opened.append(
      Opened(
        baseline: try BaselineFile.baseline(parsing: bytes, path: path),
        folder: Paths.folder(of: absolute), path: path))
    byPath[absolute] = opened.count - 1
    return opened.count - 1
  }

  private static func missing(_ path: String, _ place: DataFileError?) -> any Error {
    let words = LocalizedText(
      vi: "không có tệp baseline “\(path)”; tạo bằng --write-baseline \(path)",
      en: "no baseline \"\(path)\"; make it with --write-baseline \(path)")
    guard var error = place else {
      return UsageError(vi: "--baseline: \(words.vi)", en: "--baseline: \(words.en)")
    }
    error.message = words
    return error
  }
}
