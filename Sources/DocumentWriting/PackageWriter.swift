internal import CLibZip

/// A new package: entries, deflated, in the order given. The same entries give the same bytes.
public enum PackageWriter {
  public struct Entry: Sendable {
    /// Path inside the package: `word/document.xml`.
    public var name: String
    public var content: [UInt8]

    public init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// - Throws: `WritingError.unreadable`, when the library refuses.
  public static func package(_ entries: [Entry]) throws(WritingError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ZipCopy.failure(&error)
    }
    // Kept beyond the closing of the archive, which writes into it.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw ZipCopy.failure(&error)
    }
    // The library reads the contents when it closes the archive.
    let buffers = entries.map { entry in
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(entry.content.count, 1), alignment: 1)
      buffer.copyBytes(from: entry.content)
      return buffer
    }
    defer { for buffer in buffers { buffer.deallocate() } }
    for (entry, buffer) in zip(entries, buffers) {
      guard add(entry, buffer, to: archive) else {
        let problem = ZipCopy.failure(zip_get_error(archive))
        zip_discard(archive)
        throw problem
      }
    }
    guard zip_close(archive) == 0 else {
      let problem = ZipCopy.failure(zip_get_error(archive))
      zip_discard(archive)
      throw problem
    }
    switch ZipCopy.contents(of: source) {
    case .success(let bytes): return bytes
    case .failure(let problem): throw problem
    }
  }

  /// 1 January 2024 in MS-DOS form: a package does not tell when it was made.
  private static let date = UInt16((2024 - 1980) << 9 | 1 << 5 | 1)

  private static func add(
    _ entry: Entry, _ buffer: UnsafeMutableRawBufferPointer, to archive: OpaquePointer
  ) -> Bool {
    guard
      let source = zip_source_buffer(
        archive, buffer.baseAddress, zip_uint64_t(entry.content.count), 0)
    else { return false }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let place = zip_uint64_t(index)
    return zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 0) == 0
      && zip_file_set_dostime(archive, place, 0, date, 0) == 0
  }
}
