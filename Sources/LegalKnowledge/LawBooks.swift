import DataFiles
import Parallelism

/// What is known of awards, powers, days and levels: long, and asked for by few of the rules, so a
/// check reads it only when one asks.
struct LawBooks: Sendable {
  var awards = AwardBook()
  var authorities = AuthorityBook()
  var calendar = CalendarBook()
  var superiors: [Superior] = []
  var standingBodies: [StandingBody] = []
  private let awardsByID: [String: Int]

  init(
    awards: AwardBook = AwardBook(), authorities: AuthorityBook = AuthorityBook(),
    calendar: CalendarBook = CalendarBook(), superiors: [Superior] = [],
    standingBodies: [StandingBody] = []
  ) {
    self.awards = awards
    self.authorities = authorities
    self.calendar = calendar
    self.superiors = superiors
    self.standingBodies = standingBodies
    awardsByID = Dictionary(
      awards.awards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the books among built-in files, without the checks against other files: they were good
  /// when the table of the law was made from them, so nothing can fail here.
  init(reading files: [DataFile]) {
    var draft = KnowledgeDraft()
    for file in files where LegalKnowledge.isLaw(file.path) {
      guard let root = file.rootName, LawBooks.roots.contains(root) else { continue }
      try? LegalKnowledge.readLaw(file, into: &draft)
    }
    self.init(
      awards: (try? draft.finishedAwards()) ?? AwardBook(),
      authorities: (try? draft.finishedAuthorities()) ?? AuthorityBook(),
      calendar: draft.calendarBook, superiors: draft.superiors,
      standingBodies: draft.standingBodies)
  }

  /// Roots of the files that hold nothing else.
  static let whollyOwned: Set = [
    "awards", "terms", "prizes", "authorities", "dossiers", "calendars", "wording",
  ]

  /// `<bodies>` has levels and standing bodies beside the types of bodies.
  private static let roots = whollyOwned.subtracting(["wording"]).union(["bodies"])

  func award(id: String) -> Award? { awardsByID[id].map { awards.awards[$0] } }
}

extension LegalKnowledge {
  /// With everything read already.
  init(
    types: [InstrumentType], instruments: [Instrument], regimes: [Regime], kinds: [DocumentKind],
    bodyTypes: [BodyType], territorialUnits: [TerritorialUnit], awardBook: AwardBook,
    authorityBook: AuthorityBook, calendarBook: CalendarBook, superiors: [Superior],
    standingBodies: [StandingBody]
  ) {
    let books = LawBooks(
      awards: awardBook, authorities: authorityBook, calendar: calendarBook, superiors: superiors,
      standingBodies: standingBodies)
    self.init(
      types: types, instruments: instruments, regimes: regimes, kinds: kinds, bodyTypes: bodyTypes,
      territorialUnits: territorialUnits, books: { books })
  }
}

/// A value made when it is first asked for, once, on whatever thread asks.
final class Lazily<Value: Sendable>: Sendable {
  private let made: Guarded<Value?>
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    made = Guarded(nil)
    self.make = make
  }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
