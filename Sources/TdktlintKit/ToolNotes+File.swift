import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

/// What is to be known of the file a paper came in.
extension ToolNotes {
  static let ofFile: [(rule: Rule, check: NativeCheck)] = [
    convertedEncoding, convertedFile, macros, signature,
  ]

  private static let convertedEncoding = note(
    "converted-encoding",
    title: LocalizedText(
      vi: "Chữ ở mã cũ đã được chuyển sang Unicode",
      en: "Text in an old encoding was converted to Unicode"),
    why: LocalizedText(
      vi:
        "Văn bản được xét trên chữ đã chuyển mã; nếu chuyển sai thì các kết quả khác cũng sai theo.",
      en: "The paper is judged by the converted text; where that is wrong, so are other findings."),
    message: LocalizedText(
      vi:
        "{count} đoạn dùng mã {encoding}, không phải Unicode, bắt đầu từ đoạn này; chương trình đã "
        + "chuyển mã để kiểm tra. Chuyển hẳn tệp sang Unicode trước khi gửi.",
      en: "{count} paragraph(s) are in {encoding}, not in Unicode, from this one on; they were "
        + "converted for the check. Convert the file to Unicode before it is sent."),
    arguments: ["count", "encoding"]
  ) { context in
    let source = context.document.source
    for case .convertedEncoding(let encoding, let part, let block, let count) in source.remarks
    // The others are a fault of the paper, which the rule on Unicode tells.
    where encoding == .windows1258 {
      let isInBody = part == 0 && context.document.blocks.indices.contains(block)
      let length = isInBody ? context.document.blocks[block].text.utf8.count : 0
      return [
        Observation(
          at: TextSpan(block: isInBody ? block : 0, utf8: 0..<length),
          arguments: ["count": .number(count), "encoding": .text(encoding.rawValue)])
      ]
    }
    return []
  }

  private static let convertedFile = note(
    "converted-file",
    title: LocalizedText(
      vi: "Tệp được đọc qua chương trình chuyển đổi", en: "The file was read through a converter"),
    why: LocalizedText(
      vi:
        "Chuyển đổi có thể làm mất bảng, danh sách hoặc định dạng; kết quả nên được đối chiếu với "
        + "tệp gốc.",
      en: "Conversion may lose tables, lists or formatting; compare findings with the original."),
    message: LocalizedText(
      vi:
        "Tệp được đọc qua {program}; vị trí và định dạng có thể khác tệp gốc. Nếu có, hãy kiểm tra "
        + "tệp .docx.",
      en:
        "The file was read through {program}; places and formatting may differ from the original. "
        + "If there is a .docx, check that."),
    arguments: ["program"]
  ) { context in
    for case .converted(let program) in context.document.source.remarks
    where !context.document.blocks.isEmpty {
      return [
        Observation(
          at: TextSpan(block: 0, utf8: 0..<0), arguments: ["program": .text(program)])
      ]
    }
    return []
  }

  private static let macros = note(
    "macros-ignored",
    title: LocalizedText(vi: "Tệp có macro", en: "The file has macros"),
    why: LocalizedText(
      vi: "Macro không được chạy khi kiểm tra; người nhận tệp có thể bị chặn hoặc gặp rủi ro.",
      en: "Macros are not run by the check; whoever receives the file may be barred or at risk."),
    message: LocalizedText(
      vi: "Tệp chứa macro; chương trình bỏ qua, không chạy. Lưu lại dạng không có macro nếu không "
        + "cần.",
      en: "The file carries macros; they were ignored, not run. Save it without them if they are "
        + "not needed.")
  ) { context in
    remark(context) { $0 == .macros }
  }

  private static let signature = note(
    "signed",
    title: LocalizedText(vi: "Tệp có chữ ký số", en: "The file is digitally signed"),
    why: LocalizedText(
      vi: "Sửa tệp sẽ làm mất hiệu lực chữ ký số; chương trình không kiểm tra chữ ký.",
      en: "Any change to the file breaks its signature; the signature itself is not verified."),
    message: LocalizedText(
      vi: "Tệp có chữ ký số (chưa được kiểm tra); sửa tệp thì phải ký lại.",
      en: "The file carries a digital signature (not verified); if it is changed it must be signed "
        + "again.")
  ) { context in
    remark(context) { $0 == .signed }
  }

  private static func remark(
    _ context: CheckContext, _ isWanted: (SourceDocument.Remark) -> Bool
  ) -> [Observation] {
    guard context.document.source.remarks.contains(where: isWanted),
      !context.document.blocks.isEmpty
    else { return [] }
    return [Observation(at: TextSpan(block: 0, utf8: 0..<0))]
  }
}
