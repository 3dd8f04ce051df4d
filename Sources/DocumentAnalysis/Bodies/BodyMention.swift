import LegalKnowledge

/// A body named in the paper: “UBND các xã, thị trấn”, “Phòng Nội vụ huyện Minh Sơn”.
public struct BodyMention: Sendable, Hashable {
  /// From the name to the level and the proper name.
  public var span: TextSpan
  /// Id of a `BodyType`.
  public var type: String
  /// Territorial words after the name, small letters, as in the data: “xã”, “thị trấn”.
  public var units: [String]
  /// “Minh Sơn”; nil when none follows.
  public var properName: String?
  /// The level its type or its territorial word gives; nil when neither tells.
  public var level: BodyLevel?
  /// The office in front of the name: “Chủ tịch” UBND xã. The office acts then, not the body.
  public var office: TextSpan?
  /// It stands inside a citation, as the issuer of another paper or in its title.
  public var isCited: Bool

  public init(
    span: TextSpan, type: String, units: [String], properName: String?, level: BodyLevel?,
    office: TextSpan?, isCited: Bool
  ) {
    self.span = span
    self.type = type
    self.units = units
    self.properName = properName
    self.level = level
    self.office = office
    self.isCited = isCited
  }
}

extension LegalKnowledge {
  /// The unit a territorial word names before `properName`: “thành phố Huế” is of another level than
  /// “thành phố Minh Sơn”. Nil for “thành phố” alone, which may be either.
  public func territorialUnit(_ word: String, properName: String?) -> TerritorialUnit? {
    let entries = territorialUnits.filter { $0.word == word }
    guard let named = entries.first(where: { !$0.names.isEmpty }) else { return entries.first }
    guard let properName else { return nil }
    let key = BodyFinder.key(properName)
    return named.names.contains { key.hasPrefix(BodyFinder.key($0)) }
      ? named : entries.first { $0.names.isEmpty }
  }
}
