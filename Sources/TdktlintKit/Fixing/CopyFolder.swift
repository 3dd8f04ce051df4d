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
    let own = CopyFolder.resolved(path)
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
      let (folder, name) = CopyFolder.split(file)
      if let own, own == CopyFolder.resolved(folder) {
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
    let missing = try copies.filter { target, bytes in
      guard FileSystem.kind(of: target, followsLinks: false) != nil else { return true }
      let there = try? FileSystem.bytes(of: target, limit: bytes.count)
      guard there == bytes else {
        throw UsageError(
          vi:
            "--fix-to: đã có tệp khác ở “\(target)”; không ghi đè, hãy xoá tệp ấy hoặc chọn thư mục "
            + "khác",
          en: "--fix-to: another file is at \"\(target)\" and is not overwritten; remove it or "
            + "choose another folder")
      }
      return false
    }
    for (target, bytes) in missing {
      guard FileSystem.makeFolder(CopyFolder.split(target).folder),
        FileSystem.create(target, bytes)
      else {
        throw UsageError(
          vi: "--fix-to: không ghi được “\(target)” (\(String(cString: strerror(errno))))",
          en: "--fix-to: cannot write \"\(target)\" (\(String(cString: strerror(errno))))")
      }
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// Without links and dots; nil when nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let raw = realpath(path, nil) else { return nil }
    defer { free(raw) }
    return String(cString: raw)
  }
}
