import Parallelism
import TextMatching

/// A ZIP archive that holds documents: a dossier sent as one file. Entries are only ever read into
/// memory, one at a time and when asked for; nothing is written, whatever their names say. Several
/// threads may use it.
public final class FileArchive: Sendable {
  /// The files in it, in order of name, with `/` between folders; folders and what operating systems
  /// leave behind are passed over.
  public let names: [String]
  /// By name.
  private let entries: [ZipArchive.Entry]
  private let archive: Guarded<ZipArchive>
  private let limits: ReadingLimits

  /// Opens the archive; nothing is inflated yet.
  /// - Throws: `ReadingError` when it cannot be opened or is over a limit.
  public init(_ bytes: [UInt8], limits: ReadingLimits = .init()) throws(ReadingError) {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(.fileBytes(limit: limits.fileBytes))
    }
    let archive = try ZipArchive(bytes, limits: limits.forArchive)
    entries = archive.entries.filter {
      !$0.name.hasSuffix("/") && (FileArchive.leadsOut($0.name) || !FileArchive.isLeftover($0.name))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    names = entries.map(\.name)
    self.archive = Guarded(archive)
    self.limits = limits
  }

  /// Whether the bytes are a ZIP archive and no document in a package of its own (DOCX, ODT).
  public static func isArchive(_ bytes: [UInt8], limits: ReadingLimits = .init()) -> Bool {
    guard case .zip = ContentKind(of: bytes),
      let archive = try? ZipArchive(bytes, limits: limits.forArchive)
    else { return false }
    return ["[Content_Types].xml", "_rels/.rels", "mimetype"].allSatisfy {
      archive.entry(named: $0) == nil
    }
  }

  /// Inflates one file.
  /// - Parameter index: in `names`.
  /// - Throws: `ReadingError` for a name that leads out of the archive, an archive inside it, and a
  ///   file that is damaged, under a password or over a limit; the others can still be read.
  public func bytes(of index: Int) throws(ReadingError) -> [UInt8] {
    let entry = entries[index]
    if FileArchive.leadsOut(entry.name) { throw .unsafePath }
    if entry.size > UInt64(limits.ratioFloor),
      entry.size / max(1, entry.compressedSize) > UInt64(limits.compressionRatio)
    {
      throw .tooLarge(.ratio(part: entry.name, limit: limits.compressionRatio))
    }
    // A file may be larger than a part of one, and each has a budget of its own: a large scan must
    // not keep the others from being read.
    let own = limits.forArchivedFile
    let content = try archive.withLock { archive throws(ReadingError) -> [UInt8] in
      try archive.bytes(of: entry, budget: ReadingBudget(limits: own))
    }
    if FileArchive.isArchive(content, limits: limits) { throw .nestedArchive }
    return content
  }

  /// Absolute, with a drive, or climbing above the archive's top.
  private static func leadsOut(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return parts.first?.isEmpty ?? true || parts.contains("..") || parts[0].hasSuffix(":")
  }

  /// Whether a file is one that operating systems and Word leave behind, not somebody's paper.
  /// - Parameter name: with its folders, `/` between them.
  public static func isLeftover(_ name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return name.hasPrefix("__MACOSX/") || last.hasPrefix(".") || last.hasPrefix("~$")
      || last == "Thumbs.db" || last == "desktop.ini"
  }
}

extension ReadingLimits {
  /// For the directory: one file that swells is refused by itself, not the dossier with it.
  fileprivate var forArchive: ReadingLimits {
    var limits = self
    limits.ratioFloor = .max
    return limits
  }

  fileprivate var forArchivedFile: ReadingLimits {
    var limits = self
    limits.inflatedBytesPerEntry = archivedFileBytes
    limits.inflatedBytes = archivedFileBytes
    return limits
  }
}

extension ReadingError {
  static let unsafePath = ReadingError(
    code: .corrupt,
    message: LocalizedText(
      vi: "Tên mục trong tệp nén trỏ ra ngoài tệp nén",
      en: "The entry's name leads out of the archive"),
    hint: LocalizedText(
      vi: "Nén lại hồ sơ từ thư mục gốc; không mở tệp này nếu không rõ người gửi.",
      en: "Pack the dossier anew from its folder; do not open the file if its sender is unknown."))

  public static let nestedArchive = ReadingError(
    code: .unsupportedFormat,
    message: LocalizedText(
      vi: "Tệp nén nằm trong tệp nén", en: "An archive inside the archive"),
    hint: LocalizedText(
      vi: "Giải nén rồi để các văn bản bên trong cùng thư mục hồ sơ.",
      en: "Unpack it and put the documents inside into the dossier's folder."))
}
