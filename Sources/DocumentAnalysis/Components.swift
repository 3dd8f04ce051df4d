import LegalKnowledge

/// The components found, each with its place (Decree 30/2020, Điều 8).
public struct Components: Sendable, Hashable {
  public var nationalTitle: TextSpan?
  public var motto: TextSpan?
  /// The superior body's lines above the issuing body.
  public var superiorBody: [TextSpan] = []
  public var issuingBody: [TextSpan] = []
  public var numberSymbol: NumberSymbol?
  public var placeDate: PlaceDate?
  /// The type-name line, for example “KẾ HOẠCH”.
  public var typeName: TextSpan?
  /// Trích yếu, possibly over several blocks; “V/v …” of an official letter.
  public var subject: [TextSpan] = []
  public var addressee: Addressee?
  public var legalBases: [LegalBasis] = []
  /// Blocks of the body: after the legal bases, before Nơi nhận and the signature. Legal bases that
  /// run into the operative sentence belong to both.
  public var body: Range<Int> = 0..<0
  /// The block that closes the body (where “./.” belongs); nil when the body is empty.
  public var lastBodyBlock: Int?
  public var recipients: Recipients?
  public var signatures: [SignatureBlock] = []
  public var annexes: [Annex] = []
  /// “(Kèm theo Quyết định số …)”: an attached text, which has no number or date of its own.
  public var attachedTo: TextSpan?

  public init() {}
}

/// The line “Số: 07/KH-UBND”.
public struct NumberSymbol: Sendable, Hashable {
  /// The whole line, “Số:” included.
  public var span: TextSpan
  /// The words after “Số:”, trimmed.
  public var value: TextSpan
  /// Nil when blank or dots.
  public var number: Int?
  public var numberSpan: TextSpan
  /// What follows the first slash: `KH-UBND`, as typed.
  public var symbol: String
  public var symbolSpan: TextSpan
  public var isBlank: Bool { number == nil }

  public init(
    span: TextSpan, value: TextSpan, number: Int?, numberSpan: TextSpan, symbol: String,
    symbolSpan: TextSpan
  ) {
    self.span = span
    self.value = value
    self.number = number
    self.numberSpan = numberSpan
    self.symbol = symbol
    self.symbolSpan = symbolSpan
  }
}

/// The line “Tân Việt, ngày 15 tháng 01 năm 2024”.
public struct PlaceDate: Sendable, Hashable {
  public var span: TextSpan
  /// Empty when nothing stands before “ngày”.
  public var place: TextSpan
  /// As typed; nil when blank or dots.
  public var day: String?
  public var month: String?
  public var year: String?
  /// The date when complete and possible.
  public var date: CivilDate?
  /// “ngày … tháng … năm …” without the place.
  public var dateSpan: TextSpan

  public init(
    span: TextSpan, place: TextSpan, day: String?, month: String?, year: String?, date: CivilDate?,
    dateSpan: TextSpan
  ) {
    self.span = span
    self.place = place
    self.day = day
    self.month = month
    self.year = year
    self.date = date
    self.dateSpan = dateSpan
  }
}

/// “Kính gửi: …”
public struct Addressee: Sendable, Hashable {
  /// The words “Kính gửi”.
  public var label: TextSpan
  public var bodies: [TextSpan]

  public init(label: TextSpan, bodies: [TextSpan]) {
    self.label = label
    self.bodies = bodies
  }
}

/// One line of legal basis: “Căn cứ …;”, “Thực hiện …;”, “Theo đề nghị của …”.
public struct LegalBasis: Sendable, Hashable {
  public enum Opening: String, Sendable {
    case canCu = "can-cu"
    case thucHien = "thuc-hien"
    case theoDeNghi = "theo-de-nghi"
    /// “Xét …”, “Để …” and other lines between the bases.
    case other
  }
  public var opening: Opening
  /// The line; for a basis that runs into the operative sentence, the part that is the basis.
  public var span: TextSpan
  /// The same block goes on with the operative sentence (“…, Ủy ban nhân dân xã ban hành …”).
  public var runsIntoBody: Bool

  public init(opening: Opening, span: TextSpan, runsIntoBody: Bool) {
    self.opening = opening
    self.span = span
    self.runsIntoBody = runsIntoBody
  }
}

/// “Nơi nhận:” and its lines.
public struct Recipients: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    /// The words after the dash.
    public var span: TextSpan
    /// As typed or computed; nil when there is none.
    public var dash: String?
    public var isArchive: Bool

    public init(span: TextSpan, dash: String?, isArchive: Bool) {
      self.span = span
      self.dash = dash
      self.isArchive = isArchive
    }
  }
  /// The words “Nơi nhận:”.
  public var label: TextSpan
  public var lines: [Line]

  public init(label: TextSpan, lines: [Line]) {
    self.label = label
    self.lines = lines
  }
}

/// Authority line, office and name at the end of the paper.
public struct SignatureBlock: Sendable, Hashable {
  /// “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”, each prefix line in order; empty when there is none.
  public var authority: [TextSpan]
  /// “CHỦ TỊCH”, “PHÓ CHỦ TỊCH”.
  public var office: TextSpan?
  public var name: TextSpan?

  public init(authority: [TextSpan], office: TextSpan?, name: TextSpan?) {
    self.authority = authority
    self.office = office
    self.name = name
  }
}

/// A phụ lục that follows the signature.
public struct Annex: Sendable, Hashable {
  /// The heading “Phụ lục”, “PHỤ LỤC I”.
  public var heading: TextSpan
  /// Its number as typed (“I”, “01”); nil for a single annex.
  public var number: String?
  public var blocks: Range<Int>

  public init(heading: TextSpan, number: String?, blocks: Range<Int>) {
    self.heading = heading
    self.number = number
    self.blocks = blocks
  }
}
