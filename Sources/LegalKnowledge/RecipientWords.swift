import TextMatching

extension Award.Recipient {
  /// Several of them, for messages.
  public var plural: LocalizedText {
    switch self {
    case .individual: LocalizedText(vi: "cá nhân", en: "persons")
    case .collective: LocalizedText(vi: "tập thể", en: "collectives")
    case .household: LocalizedText(vi: "hộ gia đình", en: "households")
    case .enterprise: LocalizedText(vi: "doanh nghiệp", en: "enterprises")
    case .locality: LocalizedText(vi: "địa phương", en: "localities")
    case .settlement: LocalizedText(vi: "thôn, tổ dân phố", en: "hamlets")
    case .foreign: LocalizedText(vi: "tổ chức, cá nhân nước ngoài", en: "foreign recipients")
    }
  }
}
