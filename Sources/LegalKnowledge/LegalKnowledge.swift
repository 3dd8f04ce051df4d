import DataFiles
import TextMatching

/// The dated law and the kinds of papers, immutable and shared by all documents of a run.
///
/// Built from the files of `Rules/law` and `Rules/kinds`; it answers what governs on a day and
/// never guesses: what the data does not hold is nil or `.unknown`.
public struct LegalKnowledge: Sendable {
  public let types: [InstrumentType]
  public let instruments: [Instrument]
  public let regimes: [Regime]
  public let kinds: [DocumentKind]
  public let bodyTypes: [BodyType]
  public let territorialUnits: [TerritorialUnit]
  /// Heads of bodies, short forms, words that show a level.
  public internal(set) var offices = OfficeBook()
  public let awardBook: AwardBook
  public let authorityBook: AuthorityBook
  public let calendarBook: CalendarBook
  public let superiors: [Superior]
  public let standingBodies: [StandingBody]

  let awardsByID: [String: Int]
  private let instrumentsByID: [String: Int]
  private let instrumentsBySymbol: [String: [Int]]
  private let successorsByID: [String: [Int]]
  private let amendersByID: [String: [Int]]
  private let kindsByID: [String: Int]

  init(
    types: [InstrumentType], instruments: [Instrument], regimes: [Regime], kinds: [DocumentKind],
    bodyTypes: [BodyType], territorialUnits: [TerritorialUnit],
    awardBook: AwardBook = AwardBook(), authorityBook: AuthorityBook = AuthorityBook(),
    calendarBook: CalendarBook = CalendarBook(), superiors: [Superior] = [],
    standingBodies: [StandingBody] = []
  ) {
    self.types = types
    self.instruments = instruments
    self.regimes = regimes
    self.kinds = kinds
    self.bodyTypes = bodyTypes
    self.territorialUnits = territorialUnits
    self.awardBook = awardBook
    self.authorityBook = authorityBook
    self.calendarBook = calendarBook
    self.superiors = superiors
    self.standingBodies = standingBodies
    awardsByID = Dictionary(
      awardBook.awards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byID: [String: Int] = [:]
    var bySymbol: [String: [Int]] = [:]
    var successors: [String: [Int]] = [:]
    var amenders: [String: [Int]] = [:]
    for (index, instrument) in instruments.enumerated() {
      byID[instrument.id] = index
      bySymbol[LegalKnowledge.symbolKey(instrument.symbol), default: []].append(index)
      for relation in instrument.relations {
        switch relation.kind {
        case .replaces: successors[relation.target, default: []].append(index)
        case .amends:
          if !relation.isIncidental { amenders[relation.target, default: []].append(index) }
        case .details, .guides: break
        }
      }
    }
    instrumentsByID = byID
    instrumentsBySymbol = bySymbol
    successorsByID = successors
    amendersByID = amenders
    kindsByID = Dictionary(
      kinds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Symbols compare without case and white space; every dash is a hyphen; `Đ`-look-alikes are Đ.
  public static func symbolKey(_ symbol: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(symbol.utf8.count)
    for scalar in symbol.unicodeScalars {
      switch scalar {
      case "A"..."Z": key.append(UInt8(truncatingIfNeeded: scalar.value) + 0x20)
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}": break
      case "\u{0}"..."\u{7F}": key.append(UInt8(truncatingIfNeeded: scalar.value))
      case "Đ", "đ", "Ð", "ð", "Ɖ", "ɖ": key.append(contentsOf: "đ".utf8)
      case "\u{2010}"..."\u{2015}", "\u{2212}": key.append(UInt8(ascii: "-"))
      default:
        if !scalar.properties.isWhitespace {
          key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  // MARK: Instruments

  public func instrument(id: String) -> Instrument? {
    instrumentsByID[id].map { instruments[$0] }
  }

  /// All instruments with this symbol: two different Chỉ thị 34-CT/TW exist.
  public func instruments(symbol: String) -> [Instrument] {
    instrumentsBySymbol[LegalKnowledge.symbolKey(symbol), default: []].map { instruments[$0] }
  }

  public func type(id: String) -> InstrumentType? { types.first { $0.id == id } }

  /// Its standing on `day`.
  public func status(of instrument: Instrument, on day: CivilDate) -> InstrumentStatus {
    if let ended = instrument.ended, day > ended.date { return .ended(last: ended) }
    if let effective = instrument.effective {
      return day < effective.date ? .notYetEffective(from: effective) : .inForce
    }
    if let issued = instrument.issued, day < issued.date { return .unknown }
    return .unknown
  }

  /// Instruments that replaced it, in order of effect.
  public func successors(of instrument: Instrument) -> [Instrument] {
    successorsByID[instrument.id, default: []].map { instruments[$0] }
      .sorted { ($0.effective?.date.iso ?? "9") < ($1.effective?.date.iso ?? "9") }
  }

  /// Follows replacements until one is in force on `day`; nil when the chain does not reach one.
  public func successor(of instrument: Instrument, inForceOn day: CivilDate) -> Instrument? {
    var seen: Set<String> = [instrument.id]
    var front = [instrument]
    while !front.isEmpty {
      let next = front.flatMap { successors(of: $0) }.filter { seen.insert($0.id).inserted }
      if let found = next.first(where: { status(of: $0, on: day) == .inForce }) { return found }
      front = next
    }
    return nil
  }

  /// Instruments that amend it and are in force on `day`; incidental amendments are left out.
  public func amenders(of instrument: Instrument, inForceOn day: CivilDate) -> [Instrument] {
    amendersByID[instrument.id, default: []].map { instruments[$0] }
      .filter { status(of: $0, on: day) == .inForce }
  }

  // MARK: Regimes and kinds

  public func regime(on day: CivilDate) -> Regime? {
    regimes.first { $0.from <= day && day <= ($0.until ?? day) }
  }

  /// Instruments that govern the role on `day`, from the regime's table.
  public func governing(role: String, on day: CivilDate) -> [Instrument] {
    (regime(on: day)?.governing[role] ?? []).compactMap { instrument(id: $0) }
  }

  public func kind(id: String) -> DocumentKind? { kindsByID[id].map { kinds[$0] } }
}
