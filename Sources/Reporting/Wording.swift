import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import RuleEngine
import TextMatching

// Words for the values that people read in several formats.

extension Severity {
  public var words: LocalizedText {
    switch self {
    case .error: LocalizedText(vi: "lỗi", en: "error")
    case .warning: LocalizedText(vi: "cảnh báo", en: "warning")
    case .note: LocalizedText(vi: "lưu ý", en: "note")
    }
  }

  var symbol: String {
    switch self {
    case .error: "✖"
    case .warning: "▲"
    case .note: "●"
    }
  }

  var style: Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension Stage {
  var words: LocalizedText {
    switch self {
    case .draft: LocalizedText(vi: "dự thảo", en: "draft")
    case .issued: LocalizedText(vi: "đã ban hành", en: "issued")
    }
  }
}

extension DocumentDate {
  /// What the as-of date was taken from.
  public var reason: LocalizedText {
    switch source {
    case .placeDate:
      LocalizedText(vi: "ngày ghi trên văn bản", en: "the date on the paper")
    case .placeDatePartial:
      LocalizedText(vi: "dòng ngày tháng chưa ghi đủ", en: "its date line is incomplete")
    case .meeting: LocalizedText(vi: "ngày họp ghi trong biên bản", en: "the day of the meeting")
    case .citations:
      LocalizedText(
        vi: "ngày của văn bản mới nhất được viện dẫn", en: "date of the newest instrument cited")
    case .planYear: LocalizedText(vi: "năm của kế hoạch", en: "the year the plan is for")
    case .option: LocalizedText(vi: "theo --as-of", en: "given by --as-of")
    case .metadata: LocalizedText(vi: "thuộc tính của tệp", en: "properties of the file")
    case .today:
      LocalizedText(
        vi: "hôm nay, vì văn bản không cho biết ngày", en: "today: the paper tells no date")
    }
  }
}

extension CivilDate {
  /// 15/01/2024 in Vietnamese, 2024-01-15 in English.
  public func text(in language: Language) -> String { language == .vi ? vietnamese : iso }
}

extension Finding.Basis {
  /// “Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (hiệu lực từ 05/03/2020)”
  public func text(in language: Language) -> String {
    var words = name
    if let provision { words += ", \(provision)" }
    let window: String? =
      switch (from, until) {
      case (let from?, let until?):
        language == .vi
          ? "hiệu lực từ \(from.vietnamese) đến \(until.vietnamese)"
          : "in force \(from.iso) to \(until.iso)"
      case (let from?, nil):
        language == .vi ? "hiệu lực từ \(from.vietnamese)" : "in force from \(from.iso)"
      case (nil, let until?):
        language == .vi ? "hết hiệu lực sau \(until.vietnamese)" : "in force until \(until.iso)"
      case (nil, nil): nil
      }
    let certainty: String? =
      switch verified {
      case .yes: nil
      case .secondary:
        language == .vi ? "theo nguồn thứ cấp" : "from a secondary source"
      case .no: language == .vi ? "chưa kiểm chứng" : "unverified"
      }
    let remarks = [window, certainty].compactMap { $0 }.joined(separator: "; ")
    return remarks.isEmpty ? words : "\(words) (\(remarks))"
  }
}
