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
  public var awardBook: AwardBook { books.value.awards }
  public var authorityBook: AuthorityBook { books.value.authorities }
  public var calendarBook: CalendarBook { books.value.calendar }
  public var superiors: [Superior] { books.value.superiors }
  public var standingBodies: [StandingBody] { books.value.standingBodies }

  /// Words that rules on wording need; read when one asks.
  public var vocabulary: Vocabulary { lazyVocabulary.value }
  var lazyVocabulary = Lazily { Vocabulary() }

  /// Local regulations loaded beside the law.
  public internal(set) var packs: [LocalPack] = []
  /// The files it was read from; empty when it was loaded for a check.
  public internal(set) var checkedFiles: [CheckedFile] = []

  let books: Lazily<LawBooks>
  private let instrumentsByID: [String: Int]
  private let instrumentsBySymbol: [String: [Int]]
  private let successorsByID: [String: [Int]]
  private let amendersByID: [String: [Int]]
  private let kindsByID: [String: Int]

  init(
    types: [InstrumentType], instruments: [Instrument], regimes: [Regime], kinds: [DocumentKind],
    bodyTypes: [BodyType], territorialUnits: [TerritorialUnit],
    books: @escaping @Sendable () -> LawBooks = { LawBooks() }
  ) {
    self.types = types
    self.instruments = instruments
    self.regimes = regimes
    self.kinds = kinds
    self.bodyTypes = bodyTypes
    self.territorialUnits = territorialUnits
    self.books = Lazily(books)
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
    if let key = plainSymbolKey(symbol) { return key }
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

  /// The key of a symbol of ASCII and Đ alone, as nearly all are; nil for others.
  private static func plainSymbolKey(_ symbol: String) -> String? {
    var units = symbol.utf8.makeIterator()
    var key: [UInt8] = []
    key.reserveCapacity(symbol.utf8.count)
    while let unit = units.next() {
      switch unit {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(unit + 0x20)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
      case 0..<0x80: key.append(unit)
      case 0xC4:
        guard let next = units.next(), next == 0x90 || next == 0x91 else { return nil }
        key.append(0xC4)
        key.append(0x91)
      default: return nil
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

  /// Its standing on `day`, as known on `known` (nil: as the data knows it).
  ///
  /// An instrument issued later is not known yet, and neither is an end that an instrument issued
  /// later brought about. An end whose author the data does not name counts as known.
  public func status(
    of instrument: Instrument, on day: CivilDate, knownAt known: CivilDate? = nil
  ) -> InstrumentStatus {
    if let known, let issued = instrument.issued?.date, issued > known { return .unknown }
    if let ended = end(of: instrument, knownAt: known), day > ended.date {
      return .ended(last: ended)
    }
    if let effective = instrument.effective {
      return day < effective.date ? .notYetEffective(from: effective) : .inForce
    }
    return .unknown
  }

  /// Its last day of force, when that was known on `known` (nil: as the data knows it).
  public func end(of instrument: Instrument, knownAt known: CivilDate?) -> DatedFact? {
    guard let known else { return instrument.ended }
    let authors = successors(of: instrument).compactMap { $0.issued?.date }
    return authors.isEmpty || authors.contains { $0 <= known } ? instrument.ended : nil
  }

  /// Instruments that replaced it, in order of effect.
  public func successors(
    of instrument: Instrument, knownAt known: CivilDate? = nil
  ) -> [Instrument] {
    successorsByID[instrument.id, default: []].map { instruments[$0] }
      .filter { LegalKnowledge.isKnown($0, at: known) }
      .sorted { ($0.effective?.date.iso ?? "9") < ($1.effective?.date.iso ?? "9") }
  }

  /// Whether it had been issued by then; one without a day of issue always counts as known.
  public static func isKnown(_ instrument: Instrument, at known: CivilDate?) -> Bool {
    guard let known, let issued = instrument.issued?.date else { return true }
    return issued <= known
  }

  /// Follows replacements until one is in force on `day`; nil when the chain does not reach one.
  public func successor(
    of instrument: Instrument, inForceOn day: CivilDate, knownAt known: CivilDate? = nil
  ) -> Instrument? {
    var seen: Set<String> = [instrument.id]
    var front = [instrument]
    while !front.isEmpty {
      let next = front.flatMap { successors(of: $0, knownAt: known) }
        .filter { seen.insert($0.id).inserted }
      if let found = next.first(where: { status(of: $0, on: day, knownAt: known) == .inForce }) {
        return found
      }
      front = next
    }
    return nil
  }

  /// Instruments that amend it and are in force on `day`; incidental amendments are left out.
  public func amenders(
    of instrument: Instrument, inForceOn day: CivilDate, knownAt known: CivilDate? = nil
  ) -> [Instrument] {
    amendersByID[instrument.id, default: []].map { instruments[$0] }
      .filter { status(of: $0, on: day, knownAt: known) == .inForce }
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
