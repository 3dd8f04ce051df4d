import LegalKnowledge
import TextMatching

/// What the recogniser knows of instruments, prepared from the law's data for fast look-up.
/// A class, because it is large and everything that reads citations holds it.
final class CitationVocabulary: Sendable {
  let law: LegalKnowledge
  /// A type name just before a symbol, with or without “số”. Group 1: the type.
  let typeBeforeSymbol: Pattern
  /// A type name just before “ngày”. Group 1: the type.
  let typeBeforeDate: Pattern
  /// A type name just before “này”, “nêu trên”. Group 1: the type.
  let typeBeforeBackReference: Pattern
  /// Who issued it, after “của”. Group 1: the body.
  let issuer: Pattern
  /// Where a title must end. Group 2: the type of another instrument cited there.
  let titleStop: Pattern
  /// “Nghị định 98”, of normative types only. Groups: 1 type, 2 number.
  let typeAndBareNumber: Pattern
  /// The head words of instruments cited by name. Group 1: the type.
  let nameHead: Pattern
  /// Ids of the instruments cited by name that have this name; keys by `InstrumentName.key`.
  let instrumentsByName: [String: [String]]
  /// Word count of the longest name.
  let longestName: Int
  /// Ids of the laws that amend another one; their year tells them apart.
  let amendingLaws: [String]
  private let typesByName: [String: [InstrumentType]]

  init(law: LegalKnowledge) {
    self.law = law
    let names = CitationVocabulary.alternatives(law.types.map(\.name))
    let normative = CitationVocabulary.alternatives(
      law.types.filter { $0.families == [.normative] && !$0.isCitedByName }.map(\.name))
    let byName = CitationVocabulary.alternatives(law.types.filter(\.isCitedByName).map(\.name))
    typeBeforeSymbol = Pattern(
      known: #"(?<!\p{L})(\#(names))(?:\s+số\s*:?)?\s*$"#, options: .caseless)
    typeBeforeDate = Pattern(known: #"(?<!\p{L})(\#(names)),?\s+ngày\s*$"#, options: .caseless)
    typeBeforeBackReference = Pattern(known: #"(?<!\p{L})(\#(names))\s+$"#, options: .caseless)
    issuer = CitationVocabulary.issuerPattern(types: names)
    titleStop = CitationVocabulary.titleStopPattern(types: names)
    typeAndBareNumber = Pattern(
      known:
        #"(?<!\p{L})(\#(normative))\s+(?:số\s+)?(\d{1,4})(?![\p{L}\d/]|[-–.,/]\d|\s?[-–]\s?\p{Lu})"#
    )
    nameHead = Pattern(
      known:
        #"(?<!\p{L})(?<!pháp )(?<!kỷ )(?<!quy )(?<!bộ )(?<!Bộ )(?<!BỘ )(\#(byName))\s+(?=\p{L})"#,
      options: .caseless)

    var instruments: [String: [String]] = [:]
    let typesByID = Set(law.types.filter(\.isCitedByName).map(\.id))
    for instrument in law.instruments where typesByID.contains(instrument.type) {
      for name in [instrument.title] + instrument.titleVariants {
        let key = InstrumentName.key(name)
        // “… một số điều Luật …”, without “của”, is common.
        for key in Set(
          [key, key.replacing(" của luật ", with: " luật "), CitationVocabulary.initials(of: key)])
        where instruments[key]?.contains(instrument.id) != true {
          instruments[key, default: []].append(instrument.id)
        }
      }
    }
    instrumentsByName = instruments
    amendingLaws = law.instruments.filter { instrument in
      typesByID.contains(instrument.type)
        && instrument.relations.contains { $0.kind == .amends && !$0.isIncidental }
    }.map(\.id)
    longestName = instruments.keys.map { $0.split(separator: " ").count }.max() ?? 0
    var byTypeName: [String: [InstrumentType]] = [:]
    for type in law.types { byTypeName[Folding.key(type.name), default: []].append(type) }
    typesByName = byTypeName
  }

  private static func alternatives(_ names: [String]) -> String {
    let unique = Set(names).sorted {
      ($0.utf8.count, $1) > ($1.utf8.count, $0)
    }
    let alternatives = unique.map { name in
      name.split(separator: " ").map { "\\Q\($0)\\E" }.joined(separator: #"\s+"#)
    }
    // An empty list must match nothing, not everything.
    return alternatives.isEmpty ? "(?!)" : "(?:\(alternatives.joined(separator: "|")))"
  }

  /// “Luật TĐKT” for “Luật Thi đua, khen thưởng”: the type and the initials of the other words.
  private static func initials(of key: String) -> String {
    let words = key.unicodeScalars.split(separator: " ")
    guard words.count > 3, let type = words.first else { return key }
    var initials = String.UnicodeScalarView(type)
    initials.append(" ")
    initials.append(contentsOf: words.dropFirst().compactMap(\.first))
    return String(initials)
  }

  /// Whether instruments of type `a` stand above those of type `b`: the data lists normative types
  /// in that order, before all others.
  func outranks(_ a: InstrumentType, _ b: InstrumentType?) -> Bool {
    guard let b, let low = law.types.firstIndex(of: a), let high = law.types.firstIndex(of: b)
    else { return a.families == [.normative] }
    return low < high && a.families == [.normative]
  }

  /// The type with this name; the symbol decides where State and Party differ.
  func type(named name: some StringProtocol, symbol: InstrumentSymbol?) -> InstrumentType? {
    let types = typesByName[Folding.key(name)] ?? []
    guard types.count > 1, let symbol else { return types.first }
    let wanted: InstrumentType.Family = symbol.form == .party ? .party : .administrative
    return types.first { $0.codes.contains(symbol.typeCode) && $0.families.contains(wanted) }
      ?? types.first { $0.families.contains(wanted) } ?? types.first
  }

  /// The type that the symbol's code names, when only one does.
  func type(of symbol: InstrumentSymbol) -> InstrumentType? {
    let code = InstrumentSymbol.letters(symbol.typeCode)
    let types = law.types.filter { type in
      type.codes.contains { InstrumentSymbol.letters($0) == code }
        && (symbol.form == .party) == type.families.contains(.party)
    }
    if types.count == 1 { return types.first }
    let others = law.types.filter { type in
      type.codes.contains { InstrumentSymbol.letters($0) == code }
    }
    return others.count == 1 ? others.first : nil
  }

  /// Registered instruments with this symbol, spelling and separators aside.
  func instruments(symbol: InstrumentSymbol) -> [Instrument] {
    for spelling in symbol.spellings {
      let found = law.instruments(symbol: spelling)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Registered instruments with this symbol and the year that it lacks.
  func instruments(symbol: InstrumentSymbol, year: Int) -> [Instrument] {
    var symbol = symbol
    symbol.year = year
    return instruments(symbol: symbol)
  }
}
