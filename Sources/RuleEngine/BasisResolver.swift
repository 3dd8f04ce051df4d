import LegalKnowledge
import TextMatching

/// Turns declared bases into norms as they stand on a day.
struct BasisResolver: Sendable {
  let law: LegalKnowledge
  let asOf: CivilDate
  /// The day whose law governs what the paper is part of; nil: that of the paper.
  var governed: CivilDate?

  /// The declared bases that were not out of force on the day: a rule may name the old and the new
  /// decree and shows the one of the paper's time.
  func governing(_ declared: [Rule.Basis]) -> [Finding.Basis] {
    declared.compactMap { basis in
      guard let instrument = law.instrument(id: basis.instrument) else { return nil }
      switch law.status(of: instrument, on: asOf) {
      case .notYetEffective, .ended: return nil
      case .inForce, .unknown: return law.norm(basis, of: instrument)
      }
    }
  }

  /// Bases that a check chose itself, whatever their standing.
  func chosen(_ bases: [Rule.Basis]) -> [Finding.Basis] {
    bases.compactMap { basis in
      law.instrument(id: basis.instrument).map { law.norm(basis, of: $0) }
    }
  }

  /// What to say when one of the bases has been amended by a text that the data does not hold, and
  /// the regime of the day warns of it; nil otherwise.
  func caution(for bases: [Finding.Basis]) -> LocalizedText? {
    let day = governed ?? asOf
    guard let caution = law.regime(on: day)?.caution else { return nil }
    let isAmended = bases.contains { basis in
      guard let instrument = law.instrument(id: basis.instrument) else { return false }
      return !law.amenders(of: instrument, inForceOn: day).isEmpty
    }
    return isAmended ? caution : nil
  }
}

extension LegalKnowledge {
  /// As people say it: “Nghị định 30/2020/NĐ-CP”, “Luật Thi đua, khen thưởng 06/2022/QH15”.
  public func displayName(of instrument: Instrument) -> String {
    let type = type(id: instrument.type)
    if type?.isCitedByName == true { return "\(instrument.title) \(instrument.symbol)" }
    return type.map { "\($0.name) \(instrument.symbol)" } ?? instrument.symbol
  }

  /// A declared basis with its window of force; nil when the data does not hold the instrument.
  public func norm(_ basis: Rule.Basis) -> Finding.Basis? {
    instrument(id: basis.instrument).map { norm(basis, of: $0) }
  }

  func norm(_ basis: Rule.Basis, of instrument: Instrument) -> Finding.Basis {
    Finding.Basis(
      instrument: instrument.id, name: displayName(of: instrument),
      provision: basis.provision, from: instrument.effective?.date,
      until: instrument.ended?.date,
      verified: min(instrument.verified, instrument.effective?.verified ?? instrument.verified))
  }
}
