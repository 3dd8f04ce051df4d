import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// Finds what a person means by a symbol or a name.
struct LawLookup {
  let law: LegalKnowledge
  /// The day whose names of awards count.
  let day: CivilDate

  /// Every instrument with the symbol, or the award with the name.
  /// - Throws: `UsageError`, with what was probably meant.
  func entries(for name: String) throws -> [LawEntry] {
    let instruments = instruments(named: name)
    if !instruments.isEmpty { return instruments.map(LawEntry.instrument) }
    let awards = law.awards(named: name, on: day)
    let exact = awards.filter { if case .near = $0.kind { false } else { true } }
    if !exact.isEmpty { return exact.map { .award($0.award) } }
    if let award = law.award(id: name) { return [.award(award)] }
    throw unknown(name, near: awards)
  }

  private func instruments(named name: String) -> [Instrument] {
    if let instrument = law.instrument(id: name) { return [instrument] }
    let bare = withoutType(name)
    let found = law.instruments(symbol: bare)
    if !found.isEmpty { return found }
    let key = Folding.key(name)
    return law.instruments.filter { instrument in
      ([instrument.title] + instrument.titleVariants).contains { Folding.key($0) == key }
    }
  }

  /// “Nghị định số 98/2023/NĐ-CP” → “98/2023/NĐ-CP”
  private func withoutType(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let first = words.firstIndex(where: { $0.utf8.contains(where: isDigit) }) else {
      return name
    }
    let lead = Folding.key(words[..<first].joined(separator: " "))
    let isLead = law.types.contains {
      lead == Folding.key($0.name) || lead == Folding.key($0.name + " số")
    }
    return isLead || lead == Folding.key("số") ? words[first...].joined(separator: " ") : name
  }

  private func isDigit(_ unit: UInt8) -> Bool { (0x30...0x39).contains(unit) }

  private func unknown(_ name: String, near: [AwardNames.Match]) -> UsageError {
    var suggestion = near.first?.award.name(on: day)
    if suggestion == nil {
      let names = law.awards.flatMap { $0.names + $0.variants }.map(\.text)
      suggestion = EditDistance.suggestion(for: withoutType(name), among: symbols + names)
    }
    return UsageError(
      vi: "dữ liệu không có văn bản hay danh hiệu “\(name)”"
        + (suggestion.map { "; có phải “\($0)”?" } ?? "; xem tdktlint law list"),
      en: "no instrument or award \"\(name)\" in the data"
        + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint law list"))
  }

  private var symbols: [String] { law.instruments.map(\.symbol) }
}
