import TextMatching

/// Why a file could not be read: what it is, and what to do about it.
public struct ReadingError: Error, Sendable, Hashable {
  /// Raw values are those of the JSON output.
  public enum Code: String, Sendable, CaseIterable {
    /// Protected by a password.
    case encrypted
    /// A binary Word document (`.doc`).
    case oldWord = "old-word"
    /// Neither a text nor any kind of document.
    case notADocument = "not-a-document"
    case empty
    /// The end of the file is missing.
    case truncated
    /// The file contradicts its own format.
    case corrupt
    /// Over one of `ReadingLimits`.
    case tooLarge = "too-large"
    /// Over the bound on time.
    case tooSlow = "too-slow"
    /// A document type declaration, which could bring entities or outside files.
    case externalEntity = "external-entity"
    /// A known format that is not read.
    case unsupportedFormat = "unsupported-format"
    /// Text, but in no Unicode encoding.
    case notText = "not-text"
    /// A program that reading it takes is not installed.
    case converterMissing = "converter-missing"
    /// That program failed.
    case conversionFailed = "conversion-failed"
    /// Pictures of pages, no text.
    case scan
    /// The bytes could not be had at all (for callers that open files).
    case unreadable
  }
  public var code: Code
  /// What it is; one line without the file's name.
  public var message: LocalizedText
  /// What to do; one line.
  public var hint: LocalizedText
  /// What could turn the file into one that is read.
  public var converter: Converter?

  public enum Converter: Sendable, Hashable {
    /// LibreOffice, into DOCX.
    case office
    /// Poppler's `pdftotext`.
    case pdfText
  }

  public init(
    code: Code, message: LocalizedText, hint: LocalizedText, converter: Converter? = nil
  ) {
    self.converter = converter
    self.code = code
    self.message = message
    self.hint = hint
  }
}
