import TextMatching

extension Dossier.Role {
  /// What people call a paper of this role.
  public var words: LocalizedText {
    switch self {
    case .proposal: LocalizedText(vi: "tờ trình, văn bản đề nghị", en: "proposal")
    case .list: LocalizedText(vi: "danh sách", en: "list")
    case .report: LocalizedText(vi: "báo cáo thành tích", en: "report of achievement")
    case .minutes: LocalizedText(vi: "biên bản", en: "minutes")
    case .certificate:
      LocalizedText(vi: "chứng nhận, quyết định công nhận", en: "certificate of recognition")
    case .decision: LocalizedText(vi: "quyết định khen thưởng", en: "award decision")
    case .opinion: LocalizedText(vi: "văn bản cho ý kiến", en: "opinion")
    case .publication: LocalizedText(vi: "thông báo công khai", en: "notice of publication")
    case .other: LocalizedText(vi: "văn bản khác", en: "other paper")
    case .unrecognised: LocalizedText(vi: "chưa nhận ra", en: "not recognised")
    }
  }
}
