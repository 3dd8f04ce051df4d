import Glibc

/// Writes files that an option asks for. A file that is there is never overwritten: it may hold
/// somebody's work. One with the very bytes that would be written is left as it is, so that a run can
/// be repeated.
struct NewFiles {
  /// The option that asks, for messages.
  let option: String

  /// Writes all files, their folders too or, when one may not be written, none.
  /// - Throws: `UsageError`.
  func write(_ files: [(target: String, bytes: [UInt8])]) throws {
    let missing = try files.filter { target, bytes in
      guard FileSystem.kind(of: target, followsLinks: false) != nil else { return true }
      let there = try? FileSystem.bytes(of: target, limit: bytes.count)
      guard there == bytes else {
        throw UsageError(
          vi:
            "\(option): đã có tệp khác ở “\(target)”; không ghi đè, hãy xoá tệp ấy hoặc chọn thư mục "
            + "khác",
          en: "\(option): another file is at \"\(target)\" and is not overwritten; remove it or "
            + "choose another folder")
      }
      return false
    }
    for (target, bytes) in missing {
      guard FileSystem.makeFolder(Paths.split(target).folder), FileSystem.create(target, bytes)
      else {
        throw UsageError(
          vi: "\(option): không ghi được “\(target)” (\(String(cString: strerror(errno))))",
          en: "\(option): cannot write \"\(target)\" (\(String(cString: strerror(errno))))")
      }
    }
  }
}
