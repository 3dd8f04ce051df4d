import Glibc
import Reporting
import TextMatching

/// The folder that copies go to. A file there is never overwritten: it may hold somebody's work. One
/// with the very bytes that would be written is left as it is, so that a run can be repeated.
struct CopyFolder {
  private let path: String
  /// Input path → path of its copy.
  private let targets: [String: String]

  /// - Parameter operands: as on the command line; below a folder among them paths are kept.
  /// - Throws: `UsageError` when a copy would have no name, or the place of an original or of
  ///   another copy.
  init(_ path: String, operands: [String], inputs: [Input]) throws {
    self.path = path
    if let kind = FileSystem.kind(of: path), kind != .folder {
      throw UsageError(
        vi: "--fix-to: “\(path)” không phải thư mục", en: "--fix-to: \"\(path)\" is no folder")
    }
    let own = FileSystem.resolved(path)
    let folders = operands.filter { FileSystem.kind(of: $0) == .folder }
    var targets: [String: String] = [:]
    var owners: [String: String] = [:]
    for input in inputs {
      guard case .file(let file) = input else {
        if case .missing = input { continue }
        throw UsageError(
          vi: "--fix-to: bản sao của đầu vào chuẩn (-) không có tên; hãy nêu tên tệp",
          en: "--fix-to: a copy of standard input (-) would have no name; name a file")
      }
      let (folder, name) = Paths.split(file)
      if let own, own == FileSystem.resolved(folder) {
        throw UsageError(
          vi: "--fix-to: “\(path)” là thư mục của “\(file)”; hãy chọn thư mục khác để tệp gốc "
            + "không bị ghi đè",
          en: "--fix-to: \"\(path)\" is the folder of \"\(file)\"; choose another, so that no "
            + "original is overwritten")
      }
      let base = folders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        .first { file.hasPrefix($0) }
      let relative = base.map { String(file.dropFirst($0.count)) } ?? name
      let target = path.hasSuffix("/") ? path + relative : "\(path)/\(relative)"
      if let other = owners.updateValue(file, forKey: target) {
        throw UsageError(
          vi: "--fix-to: bản sao của “\(other)” và “\(file)” trùng tên “\(target)”; hãy chạy riêng "
            + "từng tệp",
          en: "--fix-to: the copies of \"\(other)\" and \"\(file)\" would both be "
            + "\"\(target)\"; run them one by one")
      }
      targets[file] = target
    }
    self.targets = targets
  }

  func target(of input: Input) -> String? { targets[input.path] }

  /// Writes all copies or, when one may not be written, none.
  func write(_ copies: [(target: String, bytes: [UInt8])]) throws {
    try NewFiles(option: "--fix-to").write(copies)
  }
}
