import DocumentModel
import TextMatching

/// Reads a file's bytes into the document model. The form is told from the content, not from the
/// name. Nothing but the bytes is ever looked at: no network, no other file.
public enum DocumentReader {
  /// Reads one document.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path; it only words an error.
  /// - Throws: `ReadingError`, and nothing else.
  public static func read(
    _ bytes: [UInt8], name: String, limits: ReadingLimits = .init()
  ) throws(ReadingError) -> SourceDocument {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(.fileBytes(limit: limits.fileBytes))
    }
    let budget = ReadingBudget(limits: limits)
    switch ContentKind(of: bytes) {
    case .empty: throw .empty
    case .zip:
      return try DocxReader.read(ZipArchive(bytes, limits: limits), budget: budget)
    case .compoundFile: throw refusal(ofCompoundFile: bytes)
    case .xml: throw refusal(ofXML: bytes)
    case .html:
      throw .unsupported(
        LocalizedText(
          vi: "Trang HTML\(hasWordName(name) ? " mang đuôi tệp Word" : "")",
          en: "An HTML page\(hasWordName(name) ? " under a Word file name" : "")"))
    case .webArchive:
      throw .unsupported(
        LocalizedText(
          vi: "Trang web lưu kèm ảnh (MHTML)\(hasWordName(name) ? " mang đuôi tệp Word" : "")",
          en: "A web archive (MHTML)\(hasWordName(name) ? " under a Word file name" : "")"))
    case .rtf: throw .unsupported(LocalizedText(vi: "Tệp RTF", en: "An RTF file"))
    case .pdf:
      throw .unsupported(
        LocalizedText(vi: "Tệp PDF", en: "A PDF file"),
        hint: LocalizedText(
          vi: "Kiểm tra tệp .docx gốc, hoặc trích chữ ra tệp .txt (pdftotext) rồi kiểm tra.",
          en: "Check the original .docx, or extract its text (pdftotext) and check that .txt."))
    case .image(let kind):
      throw .unsupported(
        LocalizedText(vi: "Ảnh \(kind)", en: "A \(kind) image"),
        hint: LocalizedText(
          vi: "Ảnh chụp, bản quét không đọc được; dùng tệp .docx gốc hoặc nhận dạng chữ (OCR).",
          en: "Scans and photographs are not read; use the original .docx or run OCR first."))
    case .archive(let kind):
      throw .unsupported(
        LocalizedText(vi: "Tệp nén \(kind)", en: "A \(kind) archive"),
        hint: LocalizedText(
          vi: "Giải nén rồi kiểm tra từng văn bản bên trong.",
          en: "Unpack it and check the documents inside."))
    case .other: return try PlainTextReader.read(bytes, budget: budget)
    }
  }

  private static func hasWordName(_ name: String) -> Bool {
    [".doc", ".docx", ".docm", ".dot", ".dotx"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func refusal(ofCompoundFile bytes: [UInt8]) -> ReadingError {
    switch CompoundFile.content(of: bytes) {
    case .encryptedPackage: .encrypted
    case .word: .oldWord
    case .other:
      .unsupported(
        LocalizedText(
          vi: "Tệp OLE không phải Word (có thể là Excel, PowerPoint 97-2003 hoặc thư Outlook)",
          en: "An OLE file other than Word (perhaps Excel or PowerPoint 97-2003, or Outlook mail)"))
    }
  }

  private static func refusal(ofXML bytes: [UInt8]) -> ReadingError {
    guard let start = Markup.start(of: bytes) else { return .notADocument }
    if start.documentType != nil { return .externalEntity(part: nil) }
    let root = start.root ?? ""
    let localName = root.split(separator: ":").last.map(String.init) ?? root
    return switch localName {
    case "package":
      .unsupported(
        LocalizedText(
          vi: "Tệp XML của Word dạng Flat OPC", en: "A Word XML file (Flat OPC)"))
    case "wordDocument":
      .unsupported(LocalizedText(vi: "Tệp XML của Word 2003", en: "A Word 2003 XML file"))
    case "document" where start.rootTag.contains("opendocument"):
      .unsupported(
        LocalizedText(vi: "Tệp ODF phẳng (.fodt)", en: "A flat ODF file (.fodt)"))
    case "akomaNtoso":
      .unsupported(LocalizedText(vi: "Tệp Akoma Ntoso", en: "An Akoma Ntoso file"))
    default:
      .unsupported(
        LocalizedText(
          vi: "Tệp XML, phần tử gốc <\(root)>", en: "An XML file with the root element <\(root)>"),
        hint: LocalizedText(
          vi: "Chọn tệp .docx hoặc tệp văn bản thuần (.txt).",
          en: "Choose a .docx file or a plain text file (.txt)."))
    }
  }
}
