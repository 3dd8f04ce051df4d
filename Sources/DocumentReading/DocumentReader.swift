import DocumentModel
import TextMatching

/// Reads a file's bytes into the document model. The form is told from the content, not from the
/// name. Nothing but the bytes is ever looked at: no network, no other file.
public enum DocumentReader {
  /// Reads one document.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path; it only words an error.
  ///   - view: the side of tracked changes to read. `SourceSegment.unit` counts what the final view
  ///     shows, so places to write to come from that one alone.
  /// - Throws: `ReadingError`, and nothing else.
  public static func read(
    _ bytes: [UInt8], name: String, limits: ReadingLimits = .init(), view: RevisionView = .final
  ) throws(ReadingError) -> SourceDocument {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(.fileBytes(limit: limits.fileBytes))
    }
    var document = try readForm(
      bytes, name: name, budget: ReadingBudget(limits: limits, view: view))
    LegacyConversion.apply(to: &document)
    LetterMending.apply(to: &document)
    return document
  }

  private static func readForm(
    _ bytes: [UInt8], name: String, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    switch ContentKind(of: bytes) {
    case .empty: throw .empty
    case .zip: return try readPackage(ZipArchive(bytes, limits: budget.limits), budget: budget)
    case .compoundFile: throw refusal(ofCompoundFile: bytes)
    case .xml: return try readXML(bytes, budget: budget)
    case .html: return try HTMLReader.read(bytes, budget: budget)
    case .webArchive: return try HTMLReader.read(webArchive: bytes, budget: budget)
    case .rtf:
      throw .unsupported(
        LocalizedText(vi: "Tệp RTF", en: "An RTF file"), converter: .office)
    case .pdf:
      throw .unsupported(
        LocalizedText(vi: "Tệp PDF", en: "A PDF file"),
        hint: LocalizedText(
          vi: "Kiểm tra tệp .docx gốc, hoặc trích chữ ra tệp .txt (pdftotext) rồi kiểm tra.",
          en: "Check the original .docx, or extract its text (pdftotext) and check that .txt."),
        converter: .pdfText)
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

  private static func readPackage(
    _ archive: ZipArchive, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    if ODFReader.isPackage(archive) { return try ODFReader.read(package: archive, budget: budget) }
    return try DocxReader.read(archive, budget: budget)
  }

  private static func readXML(
    _ bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    guard let start = Markup.start(of: bytes) else { throw .notADocument }
    if start.documentType != nil { throw .externalEntity(part: nil) }
    switch XMLForm(start) {
    case .flatOPC:
      let package = try FlatOPC(bytes, limits: budget.limits)
      return try DocxReader.read(package, format: .flatOPC, budget: budget)
    case .word2003: return try Word2003Reader.read(bytes, budget: budget)
    case .flatODF: return try ODFReader.read(flat: bytes, budget: budget)
    case .akomaNtoso: return try AkomaNtosoReader.read(bytes, budget: budget)
    case .edXML: return try readPacket(bytes, budget.limits, budget.view)
    case .other(let root):
      throw .unsupported(
        LocalizedText(
          vi: "Tệp XML, phần tử gốc <\(root)>", en: "An XML file with the root element <\(root)>"),
        hint: LocalizedText(
          vi: "Chọn tệp .docx, .odt hoặc tệp văn bản thuần (.txt).",
          en: "Choose a .docx or .odt file or a plain text file (.txt)."))
    }
  }
}

extension DocumentReader {
  /// Reads bytes as plain text whatever they look like.
  /// - Throws: `ReadingError`, and nothing else.
  public static func readPlainText(
    _ bytes: [UInt8], limits: ReadingLimits = .init()
  ) throws(ReadingError) -> SourceDocument {
    var document = try PlainTextReader.read(bytes, budget: ReadingBudget(limits: limits))
    LegacyConversion.apply(to: &document)
    LetterMending.apply(to: &document)
    return document
  }

  /// The paper of a packet: its first attached file that is a document.
  private static func readPacket(
    _ bytes: [UInt8], _ limits: ReadingLimits, _ view: RevisionView
  ) throws(ReadingError) -> SourceDocument {
    let packet = try EdXMLPacket(parsing: bytes, limits: limits)
    var first: ReadingError?
    for attachment in packet.attachments {
      do {
        var document = try read(
          try attachment.content(), name: attachment.name, limits: limits, view: view)
        document.format = .edxml
        document.transport = packet.header
        return document
      } catch {
        first = first ?? error
      }
    }
    throw first ?? .emptyPacket
  }
}

extension EdXMLPacket.Attachment {
  /// The attached file.
  /// - Throws: `ReadingError` when it is damaged, or a packet itself.
  public func content() throws(ReadingError) -> [UInt8] {
    guard let bytes else { throw .brokenAttachment(name) }
    guard !EdXMLPacket.isPacket(bytes) else { throw .packetInPacket }
    return bytes
  }
}

/// A form of document that is one XML file, told from its root element.
enum XMLForm {
  case flatOPC
  case word2003
  case flatODF
  case akomaNtoso
  /// A packet of QCVN 102:2016, or of the SOAP form before it.
  case edXML
  case other(root: String)

  init(_ start: Markup) {
    let root = start.root ?? ""
    let localName = root.split(separator: ":").last.map(String.init) ?? root
    switch localName {
    case "package" where start.rootTag.contains(FlatOPC.namespace): self = .flatOPC
    case "wordDocument" where start.rootTag.contains(Word2003Reader.namespace): self = .word2003
    case "document" where start.rootTag.contains(ODFReader.namespace): self = .flatODF
    case "akomaNtoso": self = .akomaNtoso
    case "edXML" where start.rootTag.contains("QCVN_102"),
      "edXML" where start.rootTag.contains("edxml"):
      self = .edXML
    case "Envelope" where start.rootTag.lowercased().contains("edxml"): self = .edXML
    default: self = .other(root: root)
    }
  }
}
