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
}
