import LegalKnowledge
import TextMatching

// Words for the values of awards and bodies.

extension Award.Class {
  public var words: LocalizedText {
    switch self {
    case .emulationTitle: LocalizedText(vi: "danh hiệu thi đua", en: "emulation title")
    case .order: LocalizedText(vi: "huân chương", en: "order")
    case .medal: LocalizedText(vi: "huy chương", en: "medal")
    case .honour: LocalizedText(vi: "danh hiệu vinh dự nhà nước", en: "state honorary title")
    case .prize: LocalizedText(vi: "giải thưởng", en: "prize")
    case .remembranceMedal: LocalizedText(vi: "kỷ niệm chương", en: "remembrance medal")
    case .certificateOfMerit: LocalizedText(vi: "bằng khen", en: "certificate of merit")
    case .commendationPaper: LocalizedText(vi: "giấy khen", en: "commendation paper")
    }
  }
}

extension Award.Recipient {
  public var words: LocalizedText {
    switch self {
    case .individual: LocalizedText(vi: "cá nhân", en: "individual")
    case .collective: LocalizedText(vi: "tập thể", en: "collective")
    case .household: LocalizedText(vi: "hộ gia đình", en: "household")
    case .enterprise: LocalizedText(vi: "doanh nghiệp", en: "enterprise")
    case .locality: LocalizedText(vi: "địa phương", en: "locality")
    case .settlement: LocalizedText(vi: "thôn, tổ dân phố", en: "settlement")
    case .foreign: LocalizedText(vi: "người, tổ chức nước ngoài", en: "foreigners")
    }
  }
}

extension AwardStandard.Cycle {
  public var words: LocalizedText {
    switch self {
    case .yearly: LocalizedText(vi: "hằng năm", en: "yearly")
    case .everyThreeYears: LocalizedText(vi: "3 năm một lần", en: "every three years")
    case .everyFiveYears: LocalizedText(vi: "5 năm một lần", en: "every five years")
    }
  }
}

extension BodyLevel {
  public var words: LocalizedText {
    switch self {
    case .commune: LocalizedText(vi: "cấp xã", en: "commune")
    case .district: LocalizedText(vi: "cấp huyện", en: "district")
    case .province: LocalizedText(vi: "cấp tỉnh", en: "province")
    case .central: LocalizedText(vi: "trung ương", en: "central")
    case .department: LocalizedText(vi: "sở, ngành", en: "department")
    case .office: LocalizedText(vi: "phòng", en: "office")
    case .unit: LocalizedText(vi: "đơn vị", en: "unit")
    case .party: LocalizedText(vi: "cơ quan Đảng", en: "Party body")
    case .massOrganisation: LocalizedText(vi: "đoàn thể", en: "mass organisation")
    }
  }
}
