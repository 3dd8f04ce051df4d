import TextMatching

/// Levels of bodies that issue papers; raw values are those of the JSON output.
public enum BodyLevel: String, Sendable, CaseIterable {
  case commune = "xa"
  case district = "huyen"
  case province = "tinh"
  case central = "trung-uong"
  /// Sở and others under a provincial committee.
  case department = "so"
  /// Phòng and others under a district or commune committee.
  case office = "phong"
  /// Schools, hospitals, enterprises, centres.
  case unit = "don-vi"
  case party = "dang"
  /// Front and mass organisations.
  case massOrganisation = "doan-the"
}

/// A type of issuing body: how its name begins, its abbreviation, its level.
public struct BodyType: Sendable, Identifiable {
  public var id: String
  /// “Ủy ban nhân dân”
  public var name: String
  /// “UBND”; several when usage varies.
  public var abbreviations: [String]
  /// Codes at the end of a symbol: `UBND` in `07/KH-UBND`.
  public var codes: [String]
  /// The level, when the type alone decides it; nil when the place does (`UBND xã`).
  public var level: BodyLevel?
  /// First day; nil when not known.
  public var began: DatedFact?
  /// Last day; nil when it still exists or is not known to have ended.
  public var ended: DatedFact?

  public init(
    id: String, name: String, abbreviations: [String], codes: [String], level: BodyLevel?,
    began: DatedFact? = nil, ended: DatedFact? = nil
  ) {
    self.id = id
    self.name = name
    self.abbreviations = abbreviations
    self.codes = codes
    self.level = level
    self.began = began
    self.ended = ended
  }
}

/// A word that names a territorial level (“xã”, “huyện”), with the days on which it existed.
public struct TerritorialUnit: Sendable {
  /// Lower case, “thị trấn”.
  public var word: String
  public var level: BodyLevel
  /// Last day on which such a unit existed; nil when it still does or is not known to have ended.
  public var ended: DatedFact?
  /// Id of the instrument that ended it.
  public var endedBy: String?
  /// Proper names for which the word has this level, when the word alone does not tell
  /// (“thành phố” Hải Phòng is a province-level city, “thành phố” Minh Sơn was of district level);
  /// empty when the word decides, or when this entry is the rule and another lists its exceptions.
  public var names: [String]

  public init(
    word: String, level: BodyLevel, ended: DatedFact?, endedBy: String?, names: [String] = []
  ) {
    self.word = word
    self.level = level
    self.ended = ended
    self.endedBy = endedBy
    self.names = names
  }
}
