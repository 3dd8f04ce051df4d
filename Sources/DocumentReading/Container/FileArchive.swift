import TextMatching

/// A ZIP archive that holds documents: a dossier sent as one file. Entries are only ever read into
/// memory; nothing is written, whatever their names say.
public enum FileArchive {
  public struct File: Sendable {
    /// As in the archive, with `/` between folders.
    public var name: String
    public var bytes: Result<[UInt8], ReadingError>
  }

  /// Whether the bytes are a ZIP archive and no document in a package of its own (DOCX, ODT).
  public static func isArchive(_ bytes: [UInt8], limits: ReadingLimits = .init()) -> Bool {
    guard case .zip = ContentKind(of: bytes), let archive = try? ZipArchive(bytes, limits: limits)
    else { return false }
    return ["[Content_Types].xml", "_rels/.rels", "mimetype"].allSatisfy {
      archive.entry(named: $0) == nil
    }
  }

  /// The files in the archive, in order of name; folders and what operating systems leave behind are
  /// passed over.
  ///
  /// An entry whose name leads out of the archive, an archive inside it, and one that cannot be read
  /// are answers too; the others are all there.
  /// - Throws: `ReadingError` when the archive itself cannot be opened or is over a limit.
  public static func files(
    in bytes: [UInt8], limits: ReadingLimits = .init()
  ) throws(ReadingError) -> [File] {
    let archive = try ZipArchive(bytes, limits: limits)
    let entries = archive.entries.filter {
      !$0.name.hasSuffix("/") && (leadsOut($0.name) || !isLeftover($0.name))
    }.sorted { $0.name < $1.name }
    return entries.map { entry in
      guard !leadsOut(entry.name) else {
        return File(name: entry.name, bytes: .failure(.unsafePath))
      }
      do throws(ReadingError) {
        // A budget for each: one large scan must not keep the others from being read.
        let budget = ReadingBudget(limits: limits)
        let content = try archive.bytes(of: entry, budget: budget)
        if isArchive(content, limits: limits) { throw .nestedArchive }
        return File(name: entry.name, bytes: .success(content))
      } catch {
        return File(name: entry.name, bytes: .failure(error))
      }
    }
  }

  /// Absolute, with a drive, or climbing above the archive's top.
  private static func leadsOut(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return parts.first?.isEmpty ?? true || parts.contains("..") || parts[0].hasSuffix(":")
  }

  private static func isLeftover(_ name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return name.hasPrefix("__MACOSX/") || last.hasPrefix(".") || last.hasPrefix("~$")
      || last == "Thumbs.db" || last == "desktop.ini"
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

  static let nestedArchive = ReadingError(
    code: .unsupportedFormat,
    message: LocalizedText(
      vi: "Tệp nén nằm trong tệp nén", en: "An archive inside the archive"),
    hint: LocalizedText(
      vi: "Giải nén rồi để các văn bản bên trong cùng thư mục hồ sơ.",
      en: "Unpack it and put the documents inside into the dossier's folder."))
}
