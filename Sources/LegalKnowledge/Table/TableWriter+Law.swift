import TextMatching

// What a table holds, in the order in which `TableReader` reads it.

extension TableWriter {
  mutating func write(_ law: LegalKnowledge) {
    list(law.types) { $0.write($1) }
    list(law.instruments) { $0.write($1) }
    list(law.regimes) { $0.write($1) }
    list(law.kinds) { $0.write($1) }
    list(law.bodyTypes) { $0.write($1) }
    list(law.territorialUnits) { $0.write($1) }
    write(law.offices)
  }

  private mutating func write(_ book: OfficeBook) {
    list(book.heads) { writer, heads in
      writer.strings(heads.bodies.sorted())
      writer.strings(heads.offices)
      writer.flag(heads.isCollective)
    }
    strings(book.deputies)
    strings(book.abbreviations)
    list(BodyLevel.allCases.filter { book.above[$0] != nil }) { writer, level in
      writer.place(level)
      writer.strings(book.above[level] ?? [])
    }
    strings(book.keepsName)
    strings(book.past)
  }

  private mutating func write(_ type: InstrumentType) {
    string(type.id)
    string(type.name)
    strings(type.codes)
    list(InstrumentType.Family.allCases.filter(type.families.contains)) { $0.place($1) }
    flag(type.isCitedByName)
  }

  private mutating func write(_ instrument: Instrument) {
    string(instrument.id)
    string(instrument.type)
    string(instrument.symbol)
    string(instrument.title)
    place(instrument.titleVerified)
    strings(instrument.titleVariants)
    string(instrument.issuer)
    strings(instrument.issuerVariants)
    for fact in [
      instrument.issued, instrument.effective, instrument.ended, instrument.plannedEnd,
    ] { optional(fact) { $0.write($1) } }
    list(instrument.relations) { $0.write($1) }
    string(optional: instrument.role)
    optional(instrument.provisions) { $0.write($1) }
    place(instrument.verified)
  }

  private mutating func write(_ day: CivilDate) {
    number(day.year)
    number(day.month << 5 | day.day)
  }

  private mutating func write(_ fact: DatedFact) {
    write(fact.date)
    place(fact.verified)
  }

  private mutating func write(_ relation: Relation) {
    place(relation.kind)
    string(relation.target)
    string(optional: relation.provision)
    place(relation.verified)
    flag(relation.isIncidental)
  }

  private mutating func write(_ map: ProvisionMap) {
    list(map.articles.values.sorted { $0.number < $1.number }) { $0.write($1) }
    optional(map.lastArticle) { $0.number($1) }
    flag(map.isWhole)
  }

  private mutating func write(_ article: ProvisionMap.Article) {
    number(article.number)
    string(article.title)
    number(article.clauses)
    list(article.points.sorted { $0.key < $1.key }) {
      $0.number($1.key)
      $0.strings($1.value)
    }
    flag(article.isComplete)
    strings(article.subjects)
    place(article.verified)
  }

  private mutating func write(_ text: LocalizedText) {
    string(text.vi)
    string(text.en)
  }

  private mutating func write(_ regime: Regime) {
    string(regime.id)
    write(regime.from)
    optional(regime.until) { $0.write($1) }
    list(regime.governing.sorted { $0.key < $1.key }) {
      $0.string($1.key)
      $0.strings($1.value)
    }
    optional(regime.caution) { $0.write($1) }
    place(regime.verified)
  }

  private mutating func write(_ kind: DocumentKind) {
    string(kind.id)
    write(kind.title)
    strings(kind.typeNames)
    strings(kind.codes)
    strings(kind.subjects)
    list(kind.needs.sorted { $0.key.rawValue < $1.key.rawValue }) {
      $0.place($1.key)
      $0.place($1.value)
    }
    list(kind.sections) { $0.write($1) }
    strings(kind.requiredBases)
    list(kind.forms) { $0.write($1) }
    list(kind.signers) { $0.write($1) }
  }

  private mutating func write(_ form: DocumentForm) {
    string(form.id)
    write(form.title)
    strings(form.subjects)
    list(form.samples) { $0.write($1) }
    list(form.sections) { $0.write($1) }
    list(form.signers) { $0.write($1) }
    place(form.verified)
  }

  private mutating func write(_ sample: DocumentForm.Sample) {
    string(sample.instrument)
    string(optional: sample.annex)
    string(sample.number)
    place(sample.verified)
  }

  private mutating func write(_ signer: DocumentSigner) {
    string(signer.id)
    write(signer.title)
    flag(signer.isRequired)
    strings(signer.phrases)
  }

  private mutating func write(_ section: DocumentKind.Section) {
    string(section.id)
    write(section.title)
    flag(section.isRequired)
    number(section.order)
    strings(section.headings)
    strings(section.prose)
    string(optional: section.group)
  }

  private mutating func write(_ type: BodyType) {
    string(type.id)
    string(type.name)
    strings(type.abbreviations)
    strings(type.codes)
    optional(type.level) { $0.place($1) }
    optional(type.began) { $0.write($1) }
    optional(type.ended) { $0.write($1) }
  }

  private mutating func write(_ unit: TerritorialUnit) {
    string(unit.word)
    place(unit.level)
    optional(unit.ended) { $0.write($1) }
    string(optional: unit.endedBy)
    strings(unit.names)
  }
}
