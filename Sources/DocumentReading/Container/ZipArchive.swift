internal import CLibZip

/// A ZIP archive in memory, read through libzip. It never leaves the task that made it.
final class ZipArchive {
  struct Entry {
    var name: String
    var index: UInt64
    /// As the central directory has it: what the writer claims.
    var size: UInt64
    var compressedSize: UInt64
    var isEncrypted: Bool
    /// A symbolic link; it is never followed.
    var isLink = false
  }
  private let archive: OpaquePointer
  /// In the order of the central directory.
  let entries: [Entry]
  private let indexByName: [String: Int]

  /// Opens the archive and holds its directory to the limits; nothing is inflated yet.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    guard let archive = ZipArchive.open(bytes) else { throw .truncated }
    var isComplete = false
    defer { if !isComplete { zip_discard(archive) } }
    var entries = try ZipArchive.directory(of: archive, limits: limits)
    if let directory = bytes.withUnsafeBytes({ CentralDirectory(of: $0) }),
      directory.records.count == entries.count
    {
      if let index = directory.firstOverlap {
        throw .corrupt(
          part: entries[index].name, detail: "chồng lên mục khác / overlapping entries")
      }
      for (index, record) in directory.records.enumerated() {
        entries[index].isLink = record.isLink
      }
    }
    var indexByName: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      // Two entries of one name: which one counts would depend on the reader.
      guard indexByName.updateValue(index, forKey: ZipArchive.key(entry.name)) == nil else {
        throw .corrupt(part: entry.name, detail: "trùng tên trong gói / duplicate entry")
      }
    }
    self.archive = archive
    self.entries = entries
    self.indexByName = indexByName
    isComplete = true
  }

  deinit { zip_discard(archive) }

  /// Part names compare without regard to ASCII case (ISO/IEC 29500-2, 6.2.2.3).
  private static func key(_ name: String) -> String { name.lowercased() }

  func entry(named name: String) -> Entry? {
    indexByName[ZipArchive.key(name)].map { entries[$0] }
  }

  private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = ByteSource.make(bytes, &error) else { return nil }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return archive
  }

  private static func directory(
    of archive: OpaquePointer, limits: ReadingLimits
  ) throws(ReadingError) -> [Entry] {
    let count = zip_get_num_entries(archive, 0)
    guard count >= 0, count <= limits.entries else {
      throw .tooLarge(.entries(limit: limits.entries))
    }
    var entries: [Entry] = []
    entries.reserveCapacity(Int(count))
    for index in 0..<UInt64(count) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { continue }
      let entry = Entry(
        name: String(cString: name), index: index, size: stat.size,
        compressedSize: stat.comp_size,
        isEncrypted: stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0
          && stat.encryption_method != ZIP_EM_NONE)
      if entry.size > UInt64(limits.ratioFloor),
        entry.size / max(1, entry.compressedSize) > UInt64(limits.compressionRatio)
      {
        throw .tooLarge(.ratio(part: entry.name, limit: limits.compressionRatio))
      }
      entries.append(entry)
    }
    return entries
  }

  /// Inflates one entry. What the directory claims is held to the budget first; then the bytes that
  /// really come are counted, whatever was claimed.
  func bytes(of entry: Entry, budget: ReadingBudget) throws(ReadingError) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    guard !entry.isLink else {
      throw .corrupt(part: entry.name, detail: "liên kết tượng trưng / symbolic link")
    }
    let limit = budget.inflatableBytes
    guard entry.size <= UInt64(limit) else {
      throw .tooLarge(budget.excess(of: entry.name))
    }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw .corrupt(part: entry.name, detail: message(zip_get_error(archive)))
    }
    defer { zip_fclose(file) }
    // One byte more than claimed, so that a lie shows.
    let capacity = Int(entry.size) + 1
    var failure: String?
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let got = zip_fread(file, buffer.baseAddress?.advanced(by: count), UInt64(capacity - count))
        if got < 0 { failure = message(zip_file_get_error(file)) }
        guard got > 0 else { break }
        count += Int(got)
      }
    }
    budget.spend(inflatedBytes: result.count)
    guard result.count < capacity else { throw .tooLarge(.beyondClaim(part: entry.name)) }
    if let failure { throw .corrupt(part: entry.name, detail: failure) }
    guard result.count == Int(entry.size) else {
      throw .corrupt(part: entry.name, detail: "sai kích thước / size mismatch")
    }
    return result
  }

  private func message(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "ZIP"
  }
}
