import TextMatching

/// What a ZIP that is no DOCX is, told from its entries.
enum PackageKind {
  /// Whether the main part's place is that of another Office format.
  static func isForeign(mainPart: String) -> Bool {
    ["xl/", "ppt/", "visio/"].contains { mainPart.hasPrefix($0) }
  }

  static func refusal(of parts: some PackageParts, mainPart: String?) -> ReadingError {
    let main = mainPart ?? ""
    if main.hasPrefix("xl/") || parts.holds("xl/workbook.xml") {
      return .unsupported(
        LocalizedText(vi: "Bảng tính Excel (.xlsx)", en: "An Excel workbook (.xlsx)"),
        hint: pasteIntoWord)
    }
    if main.hasPrefix("ppt/") || parts.holds("ppt/presentation.xml") {
      return .unsupported(
        LocalizedText(vi: "Bản trình chiếu PowerPoint (.pptx)", en: "A PowerPoint file (.pptx)"),
        hint: pasteIntoWord)
    }
    if parts.holds("META-INF/container.xml") {
      return .unsupported(LocalizedText(vi: "Sách điện tử EPUB", en: "An EPUB book"))
    }
    if mainPart != nil || parts.holds("word/document.xml") {
      return .corrupt(
        part: mainPart ?? "_rels/.rels",
        detail: "không phải phần chính của Word / not a Word main part")
    }
    return .plainZip
  }

  private static let pasteIntoWord = LocalizedText(
    vi: "Chép phần cần kiểm tra sang một văn bản .docx.",
    en: "Copy what is to be checked into a .docx document.")
}
