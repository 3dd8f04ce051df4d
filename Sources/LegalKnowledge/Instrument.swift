import TextMatching

/// How certain a fact is; it caps the severity of what rests on it.
public enum Verification: String, Sendable, CaseIterable, Comparable {
  /// Second-hand or from memory only: a note at most.
  case no
  /// Read in a secondary source: a warning at most.
  case secondary
  /// Read in the text of the law or an official page.
  case yes

  public static func < (a: Verification, b: Verification) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .no: 0
    case .secondary: 1
    case .yes: 2
    }
  }
}

/// A day that law gives to an instrument, and how sure we are of it.
public struct DatedFact: Sendable, Hashable {
  public var date: CivilDate
  public var verified: Verification
  public init(date: CivilDate, verified: Verification) {
    self.date = date
    self.verified = verified
  }
}

/// A type of document (tên loại): its name, its code in symbols, how it is cited.
public struct InstrumentType: Sendable, Hashable {
  public enum Family: String, Sendable, CaseIterable {
    /// Luật, nghị định, thông tư …: the symbol carries the year, `98/2023/NĐ-CP`.
    case normative
    /// Administrative papers of Decree 30/2020, Điều 7: `07/KH-UBND`.
    case administrative
    /// Party papers: `34-CT/TW`.
    case party
  }
  /// Identifier in data, for example `nghi-dinh`.
  public var id: String
  /// “Nghị định”
  public var name: String
  /// Codes in symbols, the usual one first: `NĐ`. Empty for công văn, thư công.
  public var codes: [String]
  public var families: Set<Family>
  /// Luật and Pháp lệnh are cited by name and date, without symbol and issuer
  /// (Decree 30/2020, Phụ lục I, mục II.6.a–b).
  public var isCitedByName: Bool

  public init(
    id: String, name: String, codes: [String], families: Set<Family>, isCitedByName: Bool
  ) {
    self.id = id
    self.name = name
    self.codes = codes
    self.families = families
    self.isCitedByName = isCitedByName
  }
}

/// How one instrument bears on another.
public struct Relation: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case replaces
    case amends
    case details
    case guides
  }
  public var kind: Kind
  /// Id of the other instrument.
  public var target: String
  /// Where it says so, for example “Điều 94 khoản 2”.
  public var provision: String?
  public var verified: Verification
  /// The instrument is about something else and touches the target in passing, so it is not usually
  /// cited beside it.
  public var isIncidental: Bool

  public init(
    kind: Kind, target: String, provision: String?, verified: Verification,
    isIncidental: Bool = false
  ) {
    self.kind = kind
    self.target = target
    self.provision = provision
    self.verified = verified
    self.isIncidental = isIncidental
  }
}

/// One law, decree, circular, directive …, with the dates that govern it.
public struct Instrument: Sendable, Hashable, Identifiable {
  /// The official symbol; where two instruments share one, the symbol, `@` and the date of issue.
  public var id: String
  /// Id of an `InstrumentType`.
  public var type: String
  /// Official symbol, canonical spelling: `98/2023/NĐ-CP`, `34-CT/TW`.
  public var symbol: String
  /// Official title without the type's name for those cited by symbol (“quy định chi tiết thi hành
  /// một số điều của Luật …”), with it for laws (“Luật Thi đua, khen thưởng”).
  public var title: String
  /// Whether the official wording of the title is known; else it describes the content.
  public var titleVerified: Verification
  /// Other right ways to write the title, shortened ones included.
  public var titleVariants: [String]
  /// “Chính phủ”, “Bộ trưởng Bộ Nội vụ”, “Quốc hội”.
  public var issuer: String
  /// Other right ways to name the issuer (“Bộ Nội vụ”).
  public var issuerVariants: [String]
  public var issued: DatedFact?
  /// First day of force.
  public var effective: DatedFact?
  /// Last day of force. Nil means "no end known", never "without end".
  public var ended: DatedFact?
  /// Last day of force by the instrument's own planned end, not yet certain.
  public var plannedEnd: DatedFact?
  public var relations: [Relation]
  /// What it is about, for saying which successor fits: `tdkt-law`, `tdkt-decree`, `tdkt-circular`,
  /// `local-government-law`, …; nil when no regime needs it.
  public var role: String?
  public var provisions: ProvisionMap?
  /// Short names of the sources, at least one.
  public var sources: [String]
  /// Certainty that the instrument exists with this symbol, date and issuer.
  public var verified: Verification
  /// Who signed it, where known. For showing only; a check does not load it.
  public var signer: Signer?
  /// Ids of instruments whose symbols are easily taken for this one. For showing only.
  public var lookAlikes: [String] = []
  /// Ways in which papers misquote it, as they write it. For showing only.
  public var misquotations: [String] = []

  public struct Signer: Sendable, Hashable {
    public var name: String
    public var verified: Verification
    public init(name: String, verified: Verification) {
      self.name = name
      self.verified = verified
    }
  }

  public init(
    id: String, type: String, symbol: String, title: String, titleVerified: Verification,
    titleVariants: [String], issuer: String, issuerVariants: [String], issued: DatedFact?,
    effective: DatedFact?, ended: DatedFact?, plannedEnd: DatedFact?, relations: [Relation],
    role: String?, provisions: ProvisionMap?, sources: [String], verified: Verification
  ) {
    self.id = id
    self.type = type
    self.symbol = symbol
    self.title = title
    self.titleVerified = titleVerified
    self.titleVariants = titleVariants
    self.issuer = issuer
    self.issuerVariants = issuerVariants
    self.issued = issued
    self.effective = effective
    self.ended = ended
    self.plannedEnd = plannedEnd
    self.relations = relations
    self.role = role
    self.provisions = provisions
    self.sources = sources
    self.verified = verified
  }
}

/// The articles of an instrument, as far as known.
public struct ProvisionMap: Sendable, Hashable {
  public struct Article: Sendable, Hashable {
    public var number: Int
    public var title: String
    /// Number of clauses (khoản); 0 when the article has none.
    public var clauses: Int
    /// Letters of the points (điểm) by clause number; key 0 for points directly under the article.
    /// Empty when the article's points are not recorded.
    public var points: [Int: [String]]
    /// Whether clauses and points are known to be complete.
    public var isComplete: Bool
    /// Ids of awards and subjects that the article is about (`chien-si-thi-dua-co-so`, `ho-so`).
    public var subjects: [String]
    public var verified: Verification

    public init(
      number: Int, title: String, clauses: Int, points: [Int: [String]], isComplete: Bool,
      subjects: [String], verified: Verification
    ) {
      self.number = number
      self.title = title
      self.clauses = clauses
      self.points = points
      self.isComplete = isComplete
      self.subjects = subjects
      self.verified = verified
    }
  }
  /// By number.
  public var articles: [Int: Article]
  /// The last article's number, when known.
  public var lastArticle: Int?
  /// Whether every article is in `articles`: only then may a rule say "no such article".
  public var isWhole: Bool

  public init(articles: [Int: Article], lastArticle: Int?, isWhole: Bool) {
    self.articles = articles
    self.lastArticle = lastArticle
    self.isWhole = isWhole
  }
}

/// What an instrument's standing is on a day.
public enum InstrumentStatus: Sendable, Hashable {
  case inForce
  /// Not yet; takes effect on this day.
  case notYetEffective(from: DatedFact)
  /// Out of force; this was its last day.
  case ended(last: DatedFact)
  /// The data does not say.
  case unknown
}
