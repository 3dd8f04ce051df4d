import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

// Words for what a rule declares.

extension Tier {
  var name: LocalizedText {
    switch self {
    case .fact: LocalizedText(vi: "sự kiện", en: "fact")
    case .law: LocalizedText(vi: "luật", en: "law")
    case .decree: LocalizedText(vi: "nghị định", en: "decree")
    case .circular: LocalizedText(vi: "thông tư", en: "circular")
    case .local: LocalizedText(vi: "quy định của địa phương, đơn vị", en: "local regulation")
    case .practice: LocalizedText(vi: "thông lệ", en: "practice")
    }
  }

  /// What such a rule rests on, and what that does to its level.
  var meaning: LocalizedText {
    switch self {
    case .fact:
      LocalizedText(
        vi: "dựa vào lịch, số học, danh mục văn bản hoặc chỗ văn bản tự mâu thuẫn",
        en: "rests on the calendar, arithmetic, the registry, or a paper contradicting itself")
    case .law, .decree, .circular:
      LocalizedText(
        vi: "dựa vào quy phạm nêu ở phần căn cứ; mức không vượt độ chắc chắn của quy phạm ấy",
        en: "rests on the norm named as its basis; no graver than that norm is certain")
    case .local:
      LocalizedText(
        vi: "dựa vào quy chế riêng của địa phương, đơn vị",
        en: "rests on a locality's or a unit's own regulation")
    case .practice:
      LocalizedText(
        vi: "dựa vào điều các cơ quan thường làm, nên không quá mức cảnh báo",
        en: "rests on what offices expect, so it is a warning at most")
    }
  }
}

extension Strength {
  var name: LocalizedText {
    switch self {
    case .mandatory: LocalizedText(vi: "bắt buộc", en: "mandatory")
    case .conditional: LocalizedText(vi: "có điều kiện", en: "conditional")
    case .recommended: LocalizedText(vi: "khuyến nghị", en: "recommended")
    }
  }
}

extension Fix.Kind {
  var words: LocalizedText {
    switch self {
    case .mechanical:
      LocalizedText(
        vi: "máy sửa được, giữ nguyên nghĩa", en: "mechanical: the meaning stays")
    case .proposed:
      LocalizedText(
        vi: "chỉ đề xuất, người có trách nhiệm quyết định", en: "proposed: a person decides")
    }
  }
}

extension RecognisedKind.Family {
  var words: LocalizedText {
    switch self {
    case .administrative: LocalizedText(vi: "hành chính", en: "administrative")
    case .party: LocalizedText(vi: "của Đảng", en: "of the Party")
    case .massOrganisation:
      LocalizedText(vi: "của Mặt trận, đoàn thể", en: "of the Front and mass organisations")
    case .normative: LocalizedText(vi: "quy phạm pháp luật", en: "normative")
    }
  }
}

extension Explanation.Cap.Reason {
  /// In JSON.
  var code: String {
    switch self {
    case .practice: "practice"
    case .strength(let strength): strength.rawValue
    case .facts(let verified): "facts-\(verified.rawValue)"
    case .uncertainDay: "uncertain-day"
    case .window: "window"
    case .norm(let verified): "norm-\(verified.rawValue)"
    case .noNormInForce: "no-norm-in-force"
    case .amendedUnseen: "amended-unseen"
    }
  }

  var words: LocalizedText {
    switch self {
    case .practice:
      LocalizedText(
        vi: "quy tắc thuộc bậc thông lệ", en: "the rule is one of practice")
    case .strength(.conditional):
      LocalizedText(vi: "quy phạm có điều kiện", en: "the norm is conditional")
    case .strength(.recommended):
      LocalizedText(vi: "quy phạm chỉ khuyến nghị", en: "the norm only recommends")
    case .strength(.mandatory): LocalizedText(vi: "quy phạm bắt buộc", en: "the norm binds")
    case .facts(let verified):
      LocalizedText(
        vi: "dữ kiện đã dùng: \(verified.words.vi)", en: "facts used: \(verified.words[.en])")
    case .uncertainDay:
      LocalizedText(
        vi: "không đúng với mọi ngày có thể của văn bản",
        en: "it does not hold on every possible day of the paper")
    case .window:
      LocalizedText(
        vi: "quy tắc không áp dụng cho mọi ngày có thể của văn bản",
        en: "the rule does not cover every possible day of the paper")
    case .norm(let verified):
      LocalizedText(vi: "quy phạm: \(verified.words.vi)", en: "the norm: \(verified.words[.en])")
    case .noNormInForce:
      LocalizedText(
        vi: "không quy phạm nào đã khai báo có hiệu lực vào ngày xét",
        en: "none of the declared norms was in force on the day")
    case .amendedUnseen:
      LocalizedText(
        vi: "quy phạm đã được sửa đổi bởi văn bản chưa được đọc",
        en: "the norm has been amended by a text that has not been read")
    }
  }
}

extension Rule.SeverityCase {
  /// “trường hợp legal-basis; Kế hoạch, Tờ trình; dự thảo; từ 01/01/2024”; empty when none.
  func conditions(_ law: LegalKnowledge?, in language: Language) -> String {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    let kinds = self.kinds.map { law?.kind(id: $0)?.title[language] ?? $0 }
    let stages = self.stages.map { Stage(rawValue: $0)?.words[language] ?? $0 }
    return [
      name.map { said("trường hợp “\($0)”", "case “\($0)”") },
      kinds.isEmpty ? nil : kinds.joined(separator: ", "),
      stages.isEmpty ? nil : stages.joined(separator: ", "),
      DayWindow(from: from, until: until).words(in: language),
      tier.map { said("bậc: ", "tier: ") + $0.name[language] },
    ].compactMap { $0 }.joined(separator: "; ")
  }
}

/// The days of something that may be open at either end.
struct DayWindow {
  var from: CivilDate?
  var until: CivilDate?

  /// “từ 01/01/2024 đến 30/06/2025”; nil when open at both ends.
  func words(in language: Language) -> String? {
    let words = [
      from.map { (language == .vi ? "từ " : "from ") + $0.text(in: language) },
      until.map { (language == .vi ? "đến " : "to ") + $0.text(in: language) },
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
