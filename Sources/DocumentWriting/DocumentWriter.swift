import DocumentModel
import DocumentReading

/// Writes a document's bytes with some of its text changed; everything else stays as it is, byte
/// for byte.
public enum DocumentWriter {
  public struct Result: Sendable {
    public var bytes: [UInt8]
    /// The corrections that were not made, by their index.
    public var refused: [Int: CorrectionObstacle]
  }

  /// Makes corrections in the main part of a document.
  /// - Parameters:
  ///   - corrections: of overlapping ones the earliest is made.
  ///   - bytes: the whole file that `document` was read from.
  /// - Throws: `WritingError`, and nothing else.
  public static func applying(
    _ corrections: [Correction], to bytes: [UInt8], of document: SourceDocument,
    limits: ReadingLimits = .init()
  ) throws(WritingError) -> Result {
    do {
      switch document.format {
      case .text: return PlainTextWriter(try TextFilePlaces(bytes)).apply(corrections, to: document)
      case .docx:
        let places = try DocxTextPlaces(bytes, limits: limits)
        return try DocxWriter(places, package: bytes).apply(corrections, to: document)
      case .flatOPC, .word2003, .odt, .edxml, .akn, .html, .pdf, .doc:
        throw WritingError.unsupportedFormat
      }
    } catch let error as WritingError {
      throw error
    } catch let error as ReadingError {
      throw .unreadable(error.message.vi)
    } catch {
      throw .unreadable("\(error)")
    }
  }
}
