import TextMatching

// The counterpart of `TableWriter+Law.swift`: every value in the order in which it was written.

extension TableReader {
  /// - Parameter books: reads what the table does not hold.
  mutating func knowledge(
    books: @escaping @Sendable () -> LawBooks
  ) throws -> LegalKnowledge {
    var law = LegalKnowledge(
      types: try list { try $0.type() }, instruments: try list { try $0.instrument() },
      regimes: try list { try $0.regime() }, kinds: try list { try $0.kind() },
      bodyTypes: try list { try $0.bodyType() },
      territorialUnits: try list { try $0.territorialUnit() }, books: books)
    law.offices = try offices()
    return law
  }

  private mutating func offices() throws -> OfficeBook {
    var book = OfficeBook()
    book.heads = try list {
      BodyHeads(
        bodies: Set(try $0.strings()), offices: try $0.strings(), isCollective: try $0.flag())
    }
    book.deputies = try strings()
    book.abbreviations = try strings()
    book.above = Dictionary(
      try list { (try $0.place(of: BodyLevel.self), try $0.strings()) },
      uniquingKeysWith: { first, _ in first })
    book.keepsName = try strings()
    book.past = try strings()
    return book
  }

  private mutating func type() throws -> InstrumentType {
    InstrumentType(
      id: try string(), name: try string(), codes: try strings(),
      families: Set(try list { try $0.place(of: InstrumentType.Family.self) }),
      isCitedByName: try flag())
  }

  private mutating func instrument() throws -> Instrument {
    Instrument(
      id: try string(), type: try string(), symbol: try string(), title: try string(),
      titleVerified: try verification(), titleVariants: try strings(), issuer: try string(),
      issuerVariants: try strings(), issued: try optional { try $0.fact() },
      effective: try optional { try $0.fact() }, ended: try optional { try $0.fact() },
      plannedEnd: try optional { try $0.fact() }, relations: try list { try $0.relation() },
      role: try optionalString(), provisions: try optional { try $0.provisionMap() },
      sources: [], verified: try verification())
  }

  private mutating func verification() throws -> Verification {
    switch try number() {
    case 0: .no
    case 1: .secondary
    case 2: .yes
    default: throw Damaged()
    }
  }

  private mutating func day() throws -> CivilDate {
    let year = try number()
    let rest = try number()
    guard let day = CivilDate(year: year, month: rest >> 5, day: rest & 31) else { throw Damaged() }
    return day
  }

  private mutating func fact() throws -> DatedFact {
    DatedFact(date: try day(), verified: try verification())
  }

  private mutating func relation() throws -> Relation {
    Relation(
      kind: try place(of: Relation.Kind.self), target: try string(),
      provision: try optionalString(), verified: try verification(), isIncidental: try flag())
  }

  private mutating func provisionMap() throws -> ProvisionMap {
    let articles = try list { try $0.article() }
    return ProvisionMap(
      articles: Dictionary(
        articles.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first }),
      lastArticle: try optional { try $0.number() }, isWhole: try flag())
  }

  private mutating func article() throws -> ProvisionMap.Article {
    ProvisionMap.Article(
      number: try number(), title: try string(), clauses: try number(),
      points: Dictionary(
        try list { (try $0.number(), try $0.strings()) }, uniquingKeysWith: { first, _ in first }),
      isComplete: try flag(), subjects: try strings(), verified: try verification())
  }

  private mutating func text() throws -> LocalizedText {
    LocalizedText(vi: try string(), en: try string())
  }

  private mutating func regime() throws -> Regime {
    Regime(
      id: try string(), from: try day(), until: try optional { try $0.day() },
      governing: Dictionary(
        try list { (try $0.string(), try $0.strings()) }, uniquingKeysWith: { first, _ in first }),
      caution: try optional { try $0.text() }, verified: try verification())
  }

  private mutating func kind() throws -> DocumentKind {
    DocumentKind(
      id: try string(), title: try text(), typeNames: try strings(), codes: try strings(),
      subjects: try strings(),
      needs: Dictionary(
        try list {
          (try $0.place(of: ComponentID.self), try $0.place(of: DocumentKind.Need.self))
        }, uniquingKeysWith: { first, _ in first }),
      sections: try list { try $0.section() }, requiredBases: try strings(),
      forms: try list { try $0.form() }, signers: try list { try $0.signer() })
  }

  private mutating func form() throws -> DocumentForm {
    DocumentForm(
      id: try string(), title: try text(), subjects: try strings(),
      samples: try list { try $0.sample() }, sections: try list { try $0.section() },
      signers: try list { try $0.signer() }, verified: try verification())
  }

  private mutating func sample() throws -> DocumentForm.Sample {
    DocumentForm.Sample(
      instrument: try string(), annex: try optionalString(), number: try string(),
      verified: try verification())
  }

  private mutating func signer() throws -> DocumentSigner {
    DocumentSigner(
      id: try string(), title: try text(), isRequired: try flag(), phrases: try strings())
  }

  private mutating func section() throws -> DocumentKind.Section {
    DocumentKind.Section(
      id: try string(), title: try text(), isRequired: try flag(), order: try number(),
      headings: try strings(), prose: try strings(), group: try optionalString())
  }

  private mutating func bodyType() throws -> BodyType {
    BodyType(
      id: try string(), name: try string(), abbreviations: try strings(), codes: try strings(),
      level: try optional { try $0.place(of: BodyLevel.self) },
      began: try optional { try $0.fact() }, ended: try optional { try $0.fact() })
  }

  private mutating func territorialUnit() throws -> TerritorialUnit {
    TerritorialUnit(
      word: try string(), level: try place(of: BodyLevel.self),
      ended: try optional { try $0.fact() }, endedBy: try optionalString(),
      names: try strings())
  }
}
