import Configuration
import DataFiles
import TextMatching

/// A configuration and the folder that its patterns are relative to.
struct FoundConfiguration: Sendable {
  var configuration: Configuration
  /// Absolute.
  var folder: String
}

/// Finds the configuration of each input: the nearest `.tdktlint.yml` upward, looked for once in
/// each folder.
struct ConfigurationFinder {
  enum Choice {
    case nearest
    /// `--config FILE`, for every input.
    case file(String)
    /// `--no-config`
    case none
  }

  private let choice: Choice
  let current: String
  /// In the order found.
  private(set) var found: [FoundConfiguration] = []
  /// By absolute folder; nil: there is none from there upward.
  private var byFolder: [String: Int?] = [:]

  init(_ choice: Choice, current: String) {
    self.choice = choice
    self.current = current
  }

  /// The number in `found` of the configuration for an input; nil: there is none.
  /// - Throws: `DataFileError` for a faulty file, `UsageError` for one that is not there.
  mutating func configuration(for input: Input) throws -> Int? {
    try configuration(at: input == .standardInput ? "." : input.path + "/..")
  }

  /// The same for whatever lies in a folder.
  mutating func configuration(at folder: String) throws -> Int? {
    switch choice {
    case .none: return nil
    case .file(let path):
      if found.isEmpty {
        guard FileSystem.kind(of: path) != nil else {
          throw UsageError(
            vi: "--config: không có tệp “\(path)”", en: "--config: no file \"\(path)\"")
        }
        try load(path, absolute: Paths.absolute(path, from: current))
      }
      return 0
    case .nearest:
      return try nearest(to: Paths.absolute(folder, from: current))
    }
  }

  private mutating func nearest(to folder: String) throws -> Int? {
    if let known = byFolder[folder] { return known }
    let absolute = (folder == "/" ? "/" : folder + "/") + Configuration.fileName
    let result: Int?
    if FileSystem.kind(of: absolute) == .file {
      result = try load(Paths.shown(absolute, from: current), absolute: absolute)
    } else {
      result = folder == "/" ? nil : try nearest(to: Paths.folder(of: folder))
    }
    byFolder[folder] = .some(result)
    return result
  }

  @discardableResult
  private mutating func load(_ path: String, absolute: String) throws -> Int {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.bytes(of: path, limit: 1 << 20)
    } catch {
      throw DataFileError(path: path, line: 1, message: error.message)
    }
    let base = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    found.append(
      FoundConfiguration(
        configuration: try Configuration(parsing: bytes, path: path, base: base),
        folder: Paths.folder(of: absolute)))
    return found.count - 1
  }
}
