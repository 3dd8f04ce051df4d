import TextMatching
import XMLReading

// Every refusal's wording, in one place.

extension ReadingError {
  private static let saveAsDocx = LocalizedText(
    vi: "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi kiểm tra tệp đó.",
    en: "Open it in Word or LibreOffice, save it as .docx and check that file.")
  private static let fetchAgain = LocalizedText(
    vi: "Tải hoặc chép lại tệp từ nơi gửi; nếu vẫn lỗi, mở bằng Word và lưu lại dạng .docx.",
    en: "Download or copy the file again; if it still fails, open it in Word and save it as .docx.")

  static let empty = ReadingError(
    code: .empty,
    message: LocalizedText(vi: "Tệp rỗng, không có nội dung.", en: "The file is empty."),
    hint: LocalizedText(
      vi: "Kiểm tra xem đã chọn đúng tệp và tệp đã được lưu chưa.",
      en: "See whether it is the right file and was saved."))

  static let encrypted = ReadingError(
    code: .encrypted,
    message: LocalizedText(
      vi: "Tệp được bảo vệ bằng mật khẩu, không đọc được nội dung.",
      en: "The file is protected by a password and cannot be read."),
    hint: LocalizedText(
      vi: "Mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu) rồi lưu lại.",
      en: "Open it in Word, remove the password (File > Info > Protect Document) and save it."))

  static let oldWord = ReadingError(
    code: .oldWord,
    message: LocalizedText(
      vi: "Tệp Word 97-2003 (.doc) kiểu cũ, chưa đọc được trực tiếp.",
      en: "An old Word 97-2003 document (.doc), which is not read directly."),
    hint: saveAsDocx, converter: .office)

  static let notADocument = ReadingError(
    code: .notADocument,
    message: LocalizedText(
      vi: "Dữ liệu nhị phân không rõ loại, không phải văn bản.",
      en: "Binary data of no known kind, not a document."),
    hint: LocalizedText(
      vi: "Chọn tệp .docx hoặc tệp văn bản thuần (.txt) mã Unicode.",
      en: "Choose a .docx file or a plain text file (.txt) in Unicode."))

  static let notText = ReadingError(
    code: .notText,
    message: LocalizedText(
      vi: "Văn bản không ở mã Unicode, cũng không đọc được theo TCVN3, VNI hay Windows-1258.",
      en: "Text in no Unicode encoding, nor legible as TCVN3, VNI or Windows-1258."),
    hint: LocalizedText(
      vi: "Chuyển mã sang Unicode và lưu tệp ở dạng UTF-8.",
      en: "Convert it to Unicode and save it as UTF-8."))

  static let truncated = ReadingError(
    code: .truncated,
    message: LocalizedText(
      vi: "Tệp gói (ZIP: .docx, .odt) bị cắt cụt hoặc hỏng phần mục lục ở cuối.",
      en: "The package (ZIP: .docx, .odt) is cut off, or the list at its end is damaged."),
    hint: fetchAgain)

  /// A part or entry of a package that does not hold together; `detail` is short and technical.
  static func corrupt(part: String, detail: String) -> ReadingError {
    ReadingError(
      code: .corrupt,
      message: LocalizedText(
        vi: "Tệp hỏng ở phần \(part): \(detail).",
        en: "The file is damaged in its part \(part): \(detail)."),
      hint: fetchAgain)
  }

  static let plainZip = ReadingError(
    code: .notADocument,
    message: LocalizedText(
      vi: "Tệp nén ZIP thông thường, không phải văn bản .docx.",
      en: "An ordinary ZIP archive, not a .docx document."),
    hint: LocalizedText(
      vi: "Giải nén rồi kiểm tra từng văn bản bên trong.",
      en: "Unpack it and check the documents inside."))

  static func externalEntity(part: String?) -> ReadingError {
    let vi = part.map { "phần \($0) của tệp" } ?? "tệp XML"
    let en = part.map { "part \($0) of the file" } ?? "the XML file"
    return ReadingError(
      code: .externalEntity,
      message: LocalizedText(
        vi: "Từ chối \(vi): có khai báo DOCTYPE, có thể gọi thực thể hoặc tệp bên ngoài.",
        en: "Refused \(en): it has a DOCTYPE, which could call entities or files from outside."),
      hint: LocalizedText(
        vi: "Không mở tệp nếu không rõ nguồn gốc; lưu lại dạng .docx bằng Word hoặc LibreOffice.",
        en: "Do not open it when its origin is unclear; save it as .docx in Word or LibreOffice."))
  }

  /// A known format that is not read; `what` completes "Tệp …" and "A file of …".
  static func unsupported(
    _ what: LocalizedText, hint: LocalizedText? = nil, converter: Converter? = nil
  ) -> ReadingError {
    ReadingError(
      code: .unsupportedFormat,
      message: LocalizedText(
        vi: "\(what.vi): chưa được hỗ trợ.", en: "\(what.en): not yet supported."),
      hint: hint ?? saveAsDocx, converter: converter)
  }

  /// A part that Word would take into the text, in a format that is not read.
  static func foreignChunk(_ part: String) -> ReadingError {
    .unsupported(
      LocalizedText(
        vi: "Văn bản nhúng nội dung ở dạng khác (\(part))",
        en: "A document that takes in another of a different format (\(part))"))
  }

  static let noPage = ReadingError(
    code: .unsupportedFormat,
    message: LocalizedText(
      vi: "Tệp thư hoặc trang web lưu (MHTML) không có trang nào.",
      en: "A mail or web archive (MHTML) without a page in it."),
    hint: saveAsDocx)

  public static let emptyPacket = ReadingError(
    code: .empty,
    message: LocalizedText(
      vi: "Gói edXML không kèm văn bản nào.", en: "The edXML packet carries no document."),
    hint: LocalizedText(
      vi: "Kiểm tra gói gửi văn bản, không phải gói báo trạng thái.",
      en: "Check the packet that sends the paper, not one that reports a status."))

  static let packetInPacket = ReadingError.unsupported(
    LocalizedText(vi: "Gói edXML nằm trong gói edXML", en: "An edXML packet inside another"),
    hint: LocalizedText(
      vi: "Lưu gói bên trong thành tệp riêng rồi kiểm tra.",
      en: "Save the inner packet as a file of its own and check that."))

  static func brokenAttachment(_ name: String) -> ReadingError {
    .corrupt(part: name, detail: "Base64")
  }

  public static let tooSlow = ReadingError(
    code: .tooSlow,
    message: LocalizedText(
      vi: "Vượt giới hạn an toàn: xử lý tệp mất quá nhiều thời gian nên bị dừng.",
      en: "Over a safety limit: the file took too long and was stopped."),
    hint: LocalizedText(
      vi: "Tách văn bản thành các tệp nhỏ hơn, hoặc cho thêm thời gian bằng --time-limit GIÂY.",
      en: "Split it into smaller files, or allow more time with --time-limit SECONDS."))

  /// What was over its limit.
  enum Excess {
    case fileBytes(limit: Int)
    case entries(limit: Int)
    case inflated(part: String, limit: Int)
    case inflatedInAll(limit: Int)
    /// More bytes came than the directory says.
    case beyondClaim(part: String)
    case ratio(part: String, limit: Int)
    case depth(part: String, limit: Int)
    case blocks(limit: Int)
    case lines(limit: Int)
    case text(limit: Int)
    case tableCells(limit: Int)
    case paragraph(limit: Int)
    case textBytes(limit: Int)
    /// Attributes or namespaces of an element.
    case width(part: String, limit: Int)
    case nodes(part: String)
  }

  /// For callers that know the size before they read.
  /// - Parameter start: the first bytes, four at least.
  public static func tooLarge(
    file bytes: Int, start: [UInt8], limits: ReadingLimits
  ) -> ReadingError? {
    let isPackage = ContentKind(of: start) == .zip
    let limit = isPackage ? limits.fileBytes : min(limits.fileBytes, limits.flatBytes)
    return bytes > limit ? .tooLarge(.fileBytes(limit: limit)) : nil
  }

  static func tooLarge(_ excess: Excess) -> ReadingError {
    let what =
      switch excess {
      case .fileBytes(let limit):
        LocalizedText(
          vi: "tệp lớn hơn \(limit >> 20) MB", en: "the file is larger than \(limit >> 20) MB")
      case .entries(let limit):
        LocalizedText(
          vi: "gói chứa hơn \(limit) mục", en: "the package has more than \(limit) entries")
      case .inflated(let part, let limit):
        LocalizedText(
          vi: "phần \(part) bung ra quá \(limit >> 20) MB",
          en: "part \(part) inflates to more than \(limit >> 20) MB")
      case .inflatedInAll(let limit):
        LocalizedText(
          vi: "các phần bung ra tất cả quá \(limit >> 20) MB",
          en: "its parts inflate to more than \(limit >> 20) MB in all")
      case .beyondClaim(let part):
        LocalizedText(
          vi: "phần \(part) bung ra nhiều hơn kích thước tệp khai báo, giống bom nén",
          en: "part \(part) inflates to more than the file claims, like a zip bomb")
      case .ratio(let part, let limit):
        LocalizedText(
          vi: "phần \(part) nén quá \(limit) lần, giống bom nén",
          en: "part \(part) is compressed more than \(limit) times, like a zip bomb")
      case .depth(let part, let limit):
        LocalizedText(
          vi: "phần \(part) lồng nhau quá \(limit) cấp",
          en: "part \(part) nests deeper than \(limit) levels")
      case .blocks(let limit):
        LocalizedText(vi: "có hơn \(limit) đoạn", en: "it has more than \(limit) paragraphs")
      case .lines(let limit):
        LocalizedText(vi: "có hơn \(limit) dòng", en: "it has more than \(limit) lines")
      case .text(let limit):
        LocalizedText(vi: "có hơn \(limit) ký tự", en: "it has more than \(limit) characters")
      case .tableCells(let limit):
        LocalizedText(vi: "có hơn \(limit) ô bảng", en: "it has more than \(limit) table cells")
      case .paragraph(let limit):
        LocalizedText(
          vi: "có một đoạn dài hơn \(limit) ký tự",
          en: "it has a paragraph longer than \(limit) characters")
      case .textBytes(let limit):
        LocalizedText(
          vi: "văn bản thuần, HTML hay XML lớn hơn \(limit >> 20) MB",
          en: "a text, HTML or XML larger than \(limit >> 20) MB")
      case .width(let part, let limit):
        LocalizedText(
          vi: "phần \(part) có phần tử mang quá \(limit) thuộc tính",
          en: "part \(part) has an element with more than \(limit) attributes")
      case .nodes(let part):
        LocalizedText(
          vi: "phần \(part) có quá nhiều phần tử XML",
          en: "part \(part) has too many XML elements")
      }
    return ReadingError(
      code: .tooLarge,
      message: LocalizedText(
        vi: "Vượt giới hạn an toàn: \(what.vi).", en: "Over a safety limit: \(what.en)."),
      hint: LocalizedText(
        vi: "Tách văn bản thành các tệp nhỏ hơn; không mở tệp nếu không rõ nguồn gốc.",
        en: "Split it into smaller files; do not open it when its origin is unclear."))
  }

  /// The same failure of an XML part, in a reader's words.
  init(_ error: XMLError, part: String) {
    switch error.reason {
    case .documentType: self = .externalEntity(part: part)
    case .tooDeep(let limit): self = .tooLarge(.depth(part: part, limit: limit))
    case .tooWide(let limit): self = .tooLarge(.width(part: part, limit: limit))
    case .tooManyNodes: self = .tooLarge(.nodes(part: part))
    case .tooMuchText(let limit): self = .tooLarge(.text(limit: limit))
    case .textTooLong(let limit): self = .tooLarge(.paragraph(limit: limit / 4))
    case .tooSlow: self = .tooSlow
    case .tooLong(let limit): self = .tooLarge(.inflated(part: part, limit: limit))
    case .empty: self = .corrupt(part: part, detail: "rỗng / empty")
    case .malformed(let words):
      self = .corrupt(part: part, detail: "XML, dòng/line \(error.line): \(words)")
    }
  }
}
