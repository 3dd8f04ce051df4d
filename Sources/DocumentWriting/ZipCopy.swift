internal import CLibZip

/// A copy of an archive with one entry's content replaced. libzip copies the other entries as they
/// stand, compressed.
enum ZipCopy {
  static func replacing(
    _ entry: UInt64, in bytes: [UInt8], with content: [UInt8]
  ) throws(WritingError) -> [UInt8] {
    let result = bytes.withUnsafeBytes { archive in
      content.withUnsafeBytes { copy(of: archive, entry, $0) }
    }
    switch result {
    case .success(let bytes): return bytes
    case .failure(let error): throw error
    }
  }

  private static func copy(
    of bytes: UnsafeRawBufferPointer, _ entry: UInt64, _ content: UnsafeRawBufferPointer
  ) -> Result<[UInt8], WritingError> {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else { return .failure(failure(&error)) }
    // Kept beyond the closing of the archive, which writes into it.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, 0, &error) else {
      zip_source_free(source)
      return .failure(failure(&error))
    }
    guard replace(entry, in: archive, with: content), zip_close(archive) == 0 else {
      let problem = failure(zip_get_error(archive))
      zip_discard(archive)
      return .failure(problem)
    }
    return contents(of: source)
  }

  /// The entry keeps its compression method and its time.
  private static func replace(
    _ entry: UInt64, in archive: OpaquePointer, with content: UnsafeRawBufferPointer
  ) -> Bool {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(archive, entry, 0, &stat) == 0,
      let source = zip_source_buffer(
        archive, content.baseAddress, zip_uint64_t(content.count), 0)
    else { return false }
    guard zip_file_replace(archive, entry, source, 0) == 0 else {
      zip_source_free(source)
      return false
    }
    let isStored = stat.valid & UInt64(ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method == 0
    return zip_set_file_compression(
      archive, entry, isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0
      && (stat.valid & UInt64(ZIP_STAT_MTIME) == 0
        || zip_file_set_mtime(archive, entry, stat.mtime, 0) == 0)
  }

  /// What has been written into a source.
  static func contents(of source: OpaquePointer) -> Result<[UInt8], WritingError> {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      return .failure(failure(zip_source_error(source)))
    }
    defer { zip_source_close(source) }
    let size = Int(stat.size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = zip_source_read(
          source, buffer.baseAddress?.advanced(by: count), zip_uint64_t(size - count))
        guard got > 0 else { break }
        count += Int(got)
      }
      isWhole = count == size
    }
    return isWhole ? .success(bytes) : .failure(failure(zip_source_error(source)))
  }

  static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> WritingError {
    .unreadable(error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "ZIP")
  }
}
