import DocumentModel
import TextMatching

/// Reads a document of another format inside a package (`w:altChunk`, 17.17.2): programs that make a
/// DOCX out of a web page often leave it to Word to read the page.
enum DocxChunks {
  /// - Returns: nil when there is nothing in it.
  /// - Throws: `ReadingError` for a format that is not read here: without it the paper is not whole.
  static func read(
    _ bytes: [UInt8], part: String, isNested: Bool, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument? {
    do throws(ReadingError) {
      switch ContentKind(of: bytes) {
      case .html: return try HTMLReader.read(bytes, budget: budget)
      case .webArchive: return try HTMLReader.read(webArchive: bytes, budget: budget)
      case .zip where !isNested:
        return try DocxReader.read(
          ZipArchive(bytes, limits: budget.limits), isNested: true, budget: budget)
      case .xml where isPage(part), .other where isPage(part):
        return try HTMLReader.read(bytes, budget: budget)
      case .other: return try PlainTextReader.read(bytes, budget: budget)
      case .empty: return nil
      default: throw ReadingError.foreignChunk(part)
      }
    } catch {
      guard error.code == .empty else { throw error }
      return nil
    }
  }

  private static func isPage(_ part: String) -> Bool {
    [".htm", ".html", ".xhtml"].contains(where: part.lowercased().hasSuffix)
  }
}

extension Table {
  /// The same table in a part that has so many blocks and tables before it.
  func shifted(blocks: Int, tables: Int, parent outer: Int?) -> Table {
    var table = self
    table.blocks = self.blocks.lowerBound + blocks..<self.blocks.upperBound + blocks
    table.parent = parent.map { $0 + tables } ?? outer
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        let range = table.rows[row].cells[cell].blocks
        table.rows[row].cells[cell].blocks = range.lowerBound + blocks..<range.upperBound + blocks
      }
    }
    return table
  }
}
