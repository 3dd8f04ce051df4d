import TextMatching

/// The days on which a fact holds, both ends included.
public struct Validity: Sendable, Hashable {
  public var from: CivilDate
  /// Last day; nil when no end is known.
  public var until: CivilDate?

  public init(from: CivilDate, until: CivilDate?) {
    self.from = from
    self.until = until
  }

  public func contains(_ day: CivilDate) -> Bool {
    from <= day && until.map { day <= $0 } ?? true
  }

  /// Whether some day lies in both.
  public func overlaps(_ other: Validity) -> Bool {
    let startsBeforeEnd = until.map { other.from <= $0 } ?? true
    let endsAfterStart = other.until.map { from <= $0 } ?? true
    return startsBeforeEnd && endsAfterStart
  }
}

/// A place in an instrument, as a fact cites it.
public struct ProvisionReference: Sendable, Hashable {
  /// Id of an `Instrument`.
  public var instrument: String
  public var article: Int?
  public var clause: Int?
  public var point: String?

  public init(instrument: String, article: Int?, clause: Int? = nil, point: String? = nil) {
    self.instrument = instrument
    self.article = article
    self.clause = clause
    self.point = point
  }

  /// “Điều 23 khoản 2 điểm a”; empty when not even the article is known.
  public var text: String {
    var parts: [String] = []
    if let article { parts.append("Điều \(article)") }
    if let clause { parts.append("khoản \(clause)") }
    if let point { parts.append("điểm \(point)") }
    return parts.joined(separator: " ")
  }
}

/// An amendment whose text has not been read: from its first day, facts of the earlier text are
/// still told, but with less certainty and with the regime's caution.
public struct UnreadAmendment: Sendable, Hashable {
  public var from: CivilDate
  /// Id of the amending instrument.
  public var by: String
  /// The most that a fact of the earlier text is worth from that day.
  public var verified: Verification

  public init(from: CivilDate, by: String, verified: Verification) {
    self.from = from
    self.by = by
    self.verified = verified
  }

  /// What a certainty is worth on `day`.
  public func lowered(_ verified: Verification, on day: CivilDate) -> Verification {
    day < from ? verified : min(verified, self.verified)
  }
}

/// A word of the data that people read: a scope, a kind of work, a quality of a collective.
public struct LegalTerm: Sendable, Hashable, Identifiable {
  public var id: String
  public var title: LocalizedText

  public init(id: String, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}
