import LegalKnowledge

/// A mention of a legal instrument, with its typed parts.
public struct Citation: Sendable, Hashable {
  /// What the sentence does with the instrument.
  public enum Role: String, Sendable {
    /// In a line of legal basis.
    case legalBasis = "legal-basis"
    /// Invoked as governing: “theo …”, “quy định tại …”, “thực hiện …”.
    case governing
    /// To be implemented or prepared for: “triển khai Luật …”.
    case implementing
    /// Named inside another instrument's title: not a citation of its own.
    case withinTitle = "within-title"
    /// The award history of a nominee and other facts of the past.
    case history
    case mention
  }

  /// A part of the instrument: article, clause, point.
  public struct Provision: Sendable, Hashable {
    public var span: TextSpan
    public var article: Int?
    public var clause: Int?
    public var point: String?

    public init(span: TextSpan, article: Int?, clause: Int?, point: String?) {
      self.span = span
      self.article = article
      self.clause = clause
      self.point = point
    }
  }

  /// How surely the instrument was found in the data.
  public enum Resolution: Sendable, Hashable {
    /// Symbol, or name with date or year, names one registered instrument. The id is kept even if
    /// another part of the citation disagrees with it.
    case instrument(String)
    /// Several registered instruments fit; the parts given do not decide.
    case ambiguous([String])
    /// Nothing registered fits.
    case unknown
  }

  /// The whole citation: from the type name (or a provision before it) to its last part.
  public var span: TextSpan
  public var role: Role
  /// Index into `Components.legalBases` for citations there.
  public var basis: Int?
  /// Id of an `InstrumentType`, when the type is named or clear from the symbol.
  public var type: String?
  public var typeSpan: TextSpan?
  /// As typed, for example “13/CT- UBND”; nil when cited by name.
  public var symbol: String?
  public var symbolSpan: TextSpan?
  public var date: CivilDate?
  public var dateSpan: TextSpan?
  /// The year of “Luật … năm 2022”, or of an incomplete date.
  public var year: Int?
  /// As typed, without “của”.
  public var issuer: String?
  public var issuerSpan: TextSpan?
  /// As typed, without “về”, “về việc” and quotation marks; for laws, the name with “Luật”.
  public var title: String?
  public var titleSpan: TextSpan?
  public var provisions: [Provision]
  public var resolution: Resolution
  /// Whether this is the first citation of its instrument in the paper.
  public var isFirst: Bool
  /// “(sau đây gọi là Nghị định 98)” defined here; the words between the quotation marks.
  public var definesShortForm: String?
  /// “Luật này”, “Nghị định nêu trên”, a defined short form: index of the citation it stands for.
  public var antecedent: Int?

  public init(
    span: TextSpan, role: Role, basis: Int? = nil, type: String? = nil, typeSpan: TextSpan? = nil,
    symbol: String? = nil, symbolSpan: TextSpan? = nil, date: CivilDate? = nil,
    dateSpan: TextSpan? = nil, year: Int? = nil, issuer: String? = nil,
    issuerSpan: TextSpan? = nil, title: String? = nil, titleSpan: TextSpan? = nil,
    provisions: [Provision] = [], resolution: Resolution = .unknown, isFirst: Bool = true,
    definesShortForm: String? = nil, antecedent: Int? = nil
  ) {
    self.span = span
    self.role = role
    self.basis = basis
    self.type = type
    self.typeSpan = typeSpan
    self.symbol = symbol
    self.symbolSpan = symbolSpan
    self.date = date
    self.dateSpan = dateSpan
    self.year = year
    self.issuer = issuer
    self.issuerSpan = issuerSpan
    self.title = title
    self.titleSpan = titleSpan
    self.provisions = provisions
    self.resolution = resolution
    self.isFirst = isFirst
    self.definesShortForm = definesShortForm
    self.antecedent = antecedent
  }
}

/// A date written in the text.
public struct DateMention: Sendable, Hashable {
  public var span: TextSpan
  public var day: Int?
  public var month: Int?
  public var year: Int?
  /// The date when complete and possible.
  public var date: CivilDate?

  public init(span: TextSpan, day: Int?, month: Int?, year: Int?, date: CivilDate?) {
    self.span = span
    self.day = day
    self.month = month
    self.year = year
    self.date = date
  }
}

/// What the user said that recognition must follow.
public struct AnalysisOptions: Sendable {
  /// Id of a `DocumentKind`; nil: recognise.
  public var kind: String?
  public var stage: Stage?
  public var asOf: CivilDate?
  /// Today, the latest day a paper without a date can have.
  public var today: CivilDate

  public init(
    kind: String? = nil, stage: Stage? = nil, asOf: CivilDate? = nil, today: CivilDate
  ) {
    self.kind = kind
    self.stage = stage
    self.asOf = asOf
    self.today = today
  }
}
