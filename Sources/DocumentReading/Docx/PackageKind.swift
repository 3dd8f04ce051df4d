import TextMatching

/// What a ZIP that is no DOCX is, told from its entries.
enum PackageKind {
  /// Whether the main part's place is that of another Office format.
  static func isForeign(mainPart: String) -> Bool {
    ["xl/", "ppt/", "visio/"].contains { mainPart.hasPrefix($0) }
  }

  static func refusal(of archive: ZipArchive, mainPart: String?) -> ReadingError {
    let main = mainPart ?? ""
    if main.hasPrefix("xl/") || archive.entry(named: "xl/workbook.xml") != nil {
      return .unsupported(
        LocalizedText(vi: "Bảng tính Excel (.xlsx)", en: "An Excel workbook (.xlsx)"),
        hint: pasteIntoWord)
    }
    if main.hasPrefix("ppt/") || archive.entry(named: "ppt/presentation.xml") != nil {
      return .unsupported(
        LocalizedText(vi: "Bản trình chiếu PowerPoint (.pptx)", en: "A PowerPoint file (.pptx)"),
        hint: pasteIntoWord)
    }
    if archive.entry(named: "content.xml") != nil, archive.entry(named: "mimetype") != nil {
      return .unsupported(
        LocalizedText(
          vi: "Tệp OpenDocument (.odt, .ods, .odp)", en: "An OpenDocument file (.odt, .ods, .odp)"))
    }
    if archive.entry(named: "META-INF/container.xml") != nil {
      return .unsupported(LocalizedText(vi: "Sách điện tử EPUB", en: "An EPUB book"))
    }
    if mainPart != nil || archive.entry(named: "word/document.xml") != nil {
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
