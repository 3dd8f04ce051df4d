import DocumentReading
import TextMatching

extension ReadingError {
  private static let fetchAgain = LocalizedText(
    vi: "Tải hoặc chép lại tệp từ nơi gửi; nếu vẫn lỗi, dùng tệp .docx gốc.",
    en: "Download or copy the file again; if it still fails, use the original .docx.")

  static let cutOff = ReadingError(
    code: .truncated,
    message: LocalizedText(
      vi: "Tệp RTF hoặc PDF bị cắt cụt, thiếu phần cuối.",
      en: "The RTF or PDF file is cut off: its end is missing."),
    hint: fetchAgain)

  static let damagedOldWord = ReadingError(
    code: .corrupt,
    message: LocalizedText(
      vi: "Tệp Word 97-2003 (.doc) hỏng: phần khung của tệp không khớp.",
      en: "The old Word file (.doc) is damaged: its frame does not hold together."),
    hint: fetchAgain)

  static let officeMissing = ReadingError(
    code: .converterMissing,
    message: LocalizedText(
      vi: "Tệp Word 97-2003 (.doc) hoặc RTF: cần LibreOffice để đọc, máy này chưa có.",
      en: "An old Word (.doc) or RTF file: reading it takes LibreOffice, which is not installed."),
    hint: LocalizedText(
      vi: "Cài LibreOffice (gói libreoffice-writer), hoặc mở tệp bằng Word và lưu dạng .docx.",
      en: "Install LibreOffice (package libreoffice-writer), or save it as .docx in Word."))

  static let pdfTextMissing = ReadingError(
    code: .converterMissing,
    message: LocalizedText(
      vi: "Tệp PDF: cần pdftotext để lấy chữ, máy này chưa có.",
      en: "A PDF file: its text is taken out with pdftotext, which is not installed."),
    hint: LocalizedText(
      vi: "Cài gói poppler-utils, hoặc kiểm tra tệp .docx gốc.",
      en: "Install the package poppler-utils, or check the original .docx."))

  static let scan = ReadingError(
    code: .scan,
    message: LocalizedText(
      vi: "Tệp PDF chỉ có ảnh quét, không có lớp chữ.",
      en: "The PDF holds scanned pictures only; it has no text layer."),
    hint: LocalizedText(
      vi: "Dùng tệp .docx gốc, hoặc nhận dạng chữ (OCR) rồi kiểm tra lại.",
      en: "Use the original .docx, or run OCR on it and check the result."))

  static let encryptedPDF = ReadingError(
    code: .encrypted,
    message: LocalizedText(
      vi: "Tệp PDF được bảo vệ bằng mật khẩu, không đọc được nội dung.",
      en: "The PDF is protected by a password and cannot be read."),
    hint: LocalizedText(
      vi: "Kiểm tra tệp .docx gốc, hoặc bỏ mật khẩu của tệp PDF.",
      en: "Check the original .docx, or remove the password of the PDF."))

  static let noTemporaryFolder = ReadingError(
    code: .unreadable,
    message: LocalizedText(
      vi: "Không ghi được tệp tạm để chuyển đổi.",
      en: "No temporary file could be written for the conversion."),
    hint: LocalizedText(
      vi: "Kiểm tra chỗ trống và quyền ghi của thư mục tạm (biến TMPDIR).",
      en: "Check the space and permissions of the temporary folder (variable TMPDIR)."))

  static func conversionFailed(program: String, isTimeout: Bool) -> ReadingError {
    ReadingError(
      code: .conversionFailed,
      message: isTimeout
        ? LocalizedText(
          vi: "\(program) chạy quá lâu nên đã bị dừng, không chuyển đổi được tệp.",
          en: "\(program) took too long and was stopped; the file was not converted.")
        : LocalizedText(
          vi: "\(program) không chuyển đổi được tệp; tệp có thể hỏng hoặc có mật khẩu.",
          en: "\(program) could not convert the file; it may be damaged or protected."),
      hint: LocalizedText(
        vi: "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi kiểm tra tệp đó.",
        en: "Open it in Word or LibreOffice, save it as .docx and check that file."))
  }
}
