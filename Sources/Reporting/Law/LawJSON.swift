import JSONWriting
import LegalKnowledge
import RuleEngine
import TextMatching

/// Something the law knows by a name.
public enum LawEntry: Sendable {
  case instrument(Instrument)
  case award(Award)
}

/// The law as JSON, version 1.
public enum LawJSON {
  /// `instruments`: id, symbol, name, standing.
  public static func list(
    _ instruments: [Instrument], at moment: LawMoment, law: LegalKnowledge
  ) -> String {
    page(
      moment,
      [
        (
          "instruments",
          .array(
            instruments.map { instrument in
              .object([
                ("id", .string(instrument.id)), ("type", .string(instrument.type)),
                ("name", .string(law.displayName(of: instrument))),
                ("title", .string(instrument.title)), ("role", .optional(instrument.role)),
                ("standing", .string(Standing(of: instrument, at: moment, in: law).code)),
              ])
            })
        )
      ])
  }

  /// `instruments` and `awards`, in full.
  public static func show(_ entries: [LawEntry], at moment: LawMoment, law: LegalKnowledge)
    -> String
  {
    var instruments: [JSONValue] = []
    var awards: [JSONValue] = []
    for entry in entries {
      switch entry {
      case .instrument(let instrument):
        instruments.append(
          json(InstrumentFacts(law: law, instrument: instrument, moment: moment)))
      case .award(let award): awards.append(json(award, on: moment.asOf, law))
      }
    }
    return page(moment, [("instruments", .array(instruments)), ("awards", .array(awards))])
  }

  /// `facts` that nobody has read at their source, `files` by the day they were last checked.
  public static func review(_ review: LawReview) -> String {
    JSONValue.object([
      ("version", .integer(1)), ("today", .string(review.today.iso)),
      (
        "facts",
        .array(
          review.facts.map { fact in
            .object([
              ("subject", .string(fact.subject)), ("fact", .string(fact.what.vi)),
              ("verified", .string(fact.verified.rawValue)),
            ])
          })
      ),
      (
        "files",
        .array(
          review.files.map { file in
            .object([
              ("path", .string(file.path)), ("checked", .optional(file.checked?.iso)),
              ("isOld", .bool(review.isOld(file))),
            ])
          })
      ),
    ]).serialised() + "\n"
  }

  private static func page(_ moment: LawMoment, _ rest: [(String, JSONValue)]) -> String {
    JSONValue.object(
      [
        ("version", .integer(1)), ("asOf", .string(moment.asOf.iso)),
        ("knownAt", .optional(moment.knownAt?.iso)),
      ] + rest
    ).serialised() + "\n"
  }

  // MARK: Instruments

  private static func json(_ facts: InstrumentFacts) -> JSONValue {
    let instrument = facts.instrument
    return .object([
      ("id", .string(instrument.id)), ("type", .string(instrument.type)),
      ("symbol", .string(instrument.symbol)),
      ("name", .string(facts.law.displayName(of: instrument))),
      ("title", .string(instrument.title)),
      ("titleVerified", .string(instrument.titleVerified.rawValue)),
      ("issuer", .string(instrument.issuer)), ("standing", .string(facts.standing.code)),
      ("issued", json(instrument.issued)), ("effective", json(instrument.effective)),
      ("until", json(facts.end)), ("plannedEnd", json(instrument.plannedEnd)),
      ("replacedBy", json(facts.sources(.replaces))), ("amendedBy", json(facts.sources(.amends))),
      ("detailedBy", json(facts.sources(.details))), ("guidedBy", json(facts.sources(.guides))),
      ("replaces", json(facts.targets(.replaces))), ("amends", json(facts.targets(.amends))),
      ("details", json(facts.targets(.details))), ("guides", json(facts.targets(.guides))),
      (
        "provisions",
        instrument.provisions.map { map in
          .object([
            ("recorded", .integer(map.articles.count)), ("last", .optional(map.lastArticle)),
            ("isWhole", .bool(map.isWhole)),
          ])
        } ?? .null
      ),
      (
        "governs",
        .array(
          facts.windows.map { window in
            .object([
              ("role", .string(window.role)), ("from", .string(window.from.iso)),
              ("until", .optional(window.until?.iso)),
            ])
          })
      ),
      ("verified", .string(instrument.verified.rawValue)),
      ("sources", .array(instrument.sources.map(JSONValue.string))),
    ])
  }

  private static func json(_ fact: DatedFact?) -> JSONValue {
    guard let fact else { return .null }
    return .object([
      ("date", .string(fact.date.iso)), ("verified", .string(fact.verified.rawValue)),
    ])
  }

  private static func json(_ links: [InstrumentFacts.Link]) -> JSONValue {
    .array(
      links.map { link in
        .object([
          ("id", .string(link.instrument.id)),
          ("provision", .optional(link.relation.provision)),
          ("verified", .string(link.relation.verified.rawValue)),
        ])
      })
  }

  // MARK: Awards

  private static func json(_ award: Award, on day: CivilDate, _ law: LegalKnowledge) -> JSONValue {
    let standard = law.criteria(of: award, on: day)
    let criteria = CriterionText(law: law, day: day, language: .vi)
    return .object([
      ("id", .string(award.id)), ("name", .string(award.name(on: day))),
      ("class", .string(award.awardClass.rawValue)),
      (
        "recipients",
        .array(
          Award.Recipient.allCases.filter(award.recipients.contains).map {
            .string($0.rawValue)
          })
      ),
      ("provision", standard.map { json($0.provision) } ?? .null),
      (
        "routes",
        .array(
          (standard?.routes ?? []).map { route in
            .object([
              ("provision", json(route.provision)),
              ("criteria", .array(criteria.lines(route.criteria).map { .string($0.words) })),
              ("verified", .string(route.verified.rawValue)),
            ])
          })
      ),
      ("isComplete", .bool(standard?.isComplete ?? false)),
      ("verified", .optional(standard?.verified.rawValue)),
      ("amendedBy", .optional(standard?.amendment?.by)),
      (
        "deciders",
        .array(
          law.deciders(of: award, on: day).map { power in
            .object([
              ("actor", .string(power.actor)), ("provision", json(power.provision)),
              ("title", .optional(law.actor(id: power.actor)?.title.vi)),
              ("verified", .string(power.verified.rawValue)),
            ])
          })
      ),
      ("previous", .array(law.previous(in: award, on: day).map { .string($0.id) })),
      ("next", .array(law.next(after: award, on: day).map { .string($0.id) })),
      ("sources", .array(award.sources.map(JSONValue.string))),
    ])
  }

  private static func json(_ reference: ProvisionReference) -> JSONValue {
    .object([("instrument", .string(reference.instrument)), ("place", .string(reference.text))])
  }
}
