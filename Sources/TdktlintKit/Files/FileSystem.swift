import DocumentReading
import Glibc
import Reporting
import TextMatching

/// Files and folders, by POSIX calls: reading bytes and listing names is all that is needed.
enum FileSystem {
  enum Kind {
    case file
    case folder
    case other
  }

  /// Nil when nothing is there or it may not be looked at.
  static func kind(of path: String, followsLinks: Bool = true) -> Kind? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether two paths lead to the same file, under whatever names.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`; nil when it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Where a path leads when all links are followed; nil when nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// All bytes of a file, a pipe or a device, at most `limit` and one more, so that a reader sees
  /// that it was too large.
  static func bytes(of path: String, limit: Int) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, limit: limit)
  }

  /// All bytes of a document; one that is too large is not even begun.
  static func document(_ path: String, limits: ReadingLimits) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > limits.flatBytes {
      var start = [UInt8](repeating: 0, count: 4)
      let count = start.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, 4, 0) }
      let size = Int(status.st_size)
      if count == 4,
        let error = ReadingError.tooLarge(file: size, start: start, limits: limits)
      {
        throw InputError(error)
      }
    }
    return try bytes(from: descriptor, limit: limits.fileBytes)
  }

  static func bytes(from descriptor: Int32, limit: Int) throws(InputError) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    // One byte over the size, so that the end is seen without growing the array.
    var room = min(max(expected, 65_535), limit) + 1
    while bytes.count <= limit {
      var problem: Int32 = 0
      let before = bytes.count
      let wanted = min(room, limit + 1 - before)
      bytes.append(contentsOf: repeatElement(0, count: wanted))
      let count = bytes.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        while true {
          let count = Glibc.read(descriptor, base + before, wanted)
          if count >= 0 { return count }
          if errno != EINTR {
            problem = errno
            return 0
          }
        }
      }
      bytes.removeLast(wanted - count)
      if problem != 0 { throw failure(problem) }
      if count == 0 { break }
      room = room > count ? room - count : 65_536
    }
    return bytes
  }

  /// Writes a whole file. False, with errno set, when it could not.
  static func write(_ text: String, to path: String) -> Bool {
    let descriptor = openAnew(path)
    guard descriptor >= 0 else { return false }
    let written = write(text, to: descriptor)
    return close(descriptor) == 0 && written
  }

  /// A descriptor that writes to an empty file; negative when there can be none.
  static func openAnew(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  }

  /// Writes a new file; false, with errno set, when it could not or one is there already. What was
  /// begun and could not be finished is taken away again.
  static func create(_ path: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = bytes.withUnsafeBytes { write($0, to: descriptor) }
    let problem = errno
    let isClosed = close(descriptor) == 0
    if isWritten, isClosed { return true }
    if !isWritten { errno = problem }
    let cause = errno
    unlink(path)
    errno = cause
    return false
  }

  /// Makes a folder and those above it; true when it is there in the end.
  static func makeFolder(_ path: String) -> Bool {
    if kind(of: path) == .folder { return true }
    let parts = path.split(separator: "/")
    guard !parts.isEmpty else { return false }
    let parent = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    if parts.count > 1, !makeFolder(parent) { return false }
    return mkdir(path, 0o777) == 0 || kind(of: path) == .folder
  }

  private static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let count = Glibc.write(descriptor, base + done, buffer.count - done)
      if count >= 0 { done += count } else if errno != EINTR { return false }
    }
    return true
  }

  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  static func failure(_ code: Int32) -> InputError {
    switch code {
    case ENOENT, ENOTDIR:
      InputError(
        code: "not-found",
        message: LocalizedText(vi: "Không có tệp hay thư mục này.", en: "No such file or folder."),
        hint: LocalizedText(vi: "Kiểm tra lại đường dẫn.", en: "Check the path."))
    case EACCES, EPERM:
      InputError(
        code: "unreadable",
        message: LocalizedText(
          vi: "Không có quyền đọc tệp.", en: "The file may not be read by this user."),
        hint: LocalizedText(vi: "Cấp quyền đọc rồi thử lại.", en: "Grant read access and retry."))
    default:
      InputError(
        code: "unreadable",
        message: LocalizedText(
          vi: "Không đọc được tệp (\(String(cString: strerror(code)))).",
          en: "The file cannot be read (\(String(cString: strerror(code))))."),
        hint: LocalizedText(
          vi: "Chép tệp sang nơi khác rồi thử lại.", en: "Copy it elsewhere and retry."))
    }
  }
}
