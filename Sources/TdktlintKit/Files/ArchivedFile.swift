import DocumentReading
import Reporting

/// A file inside a ZIP archive that is kept open while its files are read.
public struct ArchivedFile: Sendable {
  let archive: FileArchive
  /// Place among the archive's names.
  let index: Int
  /// As shown in reports: `a.zip!/b.docx`.
  public let path: String

  func content() throws(InputError) -> [UInt8] {
    do {
      return try archive.bytes(of: index)
    } catch {
      throw InputError(error)
    }
  }
}

extension ArchivedFile: Hashable {
  public static func == (a: ArchivedFile, b: ArchivedFile) -> Bool {
    a.archive === b.archive && a.index == b.index
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
  }
}
