import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The last line names the archive (Decree 30/2020, Phụ lục I, mục II.9.d).
  static let missingArchiveLine = NativeCheck(name: "missing-archive-line") { context in
    guard let list = RecipientList(context), !list.lines.contains(where: list.isArchive) else {
      return []
    }
    let fix = Observation.ProposedFix(
      kind: .proposed,
      description: LocalizedText(
        vi: "Thêm dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”.",
        en: "Add the last line “- Lưu: VT, <drafting unit>.”."))
    return [Observation(at: list.end, fixes: [fix])]
  }

  /// The archive line begins with the records office, VT (the same place).
  static let archiveLineForm = NativeCheck(name: "archive-line-form") { context in
    guard let list = RecipientList(context),
      let line = list.lines.last(where: { $0.isArchive })
    else { return [] }
    return archiveForm.matches(list.text(line)) ? [] : [Observation(at: line.span)]
  }

  private static let archiveForm = Pattern(
    known: #"^\s*lưu\s*(?:tại)?\s*[:,;.]?\s*(?:VT|V\.T|văn\s+thư|hồ\s+sơ\s+cá\s+nhân)(?!\p{L})"#,
    options: .caseless)
}
