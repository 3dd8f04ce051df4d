import LegalKnowledge
import RuleEngine

/// What the data says about one instrument at a moment; text and JSON are made from it.
struct InstrumentFacts {
  /// Another instrument and how it bears on this one, or this one on it.
  struct Link {
    var instrument: Instrument
    var relation: Relation
  }

  /// A stretch of time in which the instrument governs in a role.
  struct Window {
    var role: String
    var from: CivilDate
    var until: CivilDate?
  }

  let law: LegalKnowledge
  let instrument: Instrument
  let moment: LawMoment

  var standing: Standing { Standing(of: instrument, at: moment, in: law) }

  /// Its last day, when that was known.
  var end: DatedFact? { law.end(of: instrument, knownAt: moment.knownAt) }

  /// What it does to others.
  func targets(_ kind: Relation.Kind) -> [Link] {
    instrument.relations.filter { $0.kind == kind }.compactMap { relation in
      law.instrument(id: relation.target).map { Link(instrument: $0, relation: relation) }
    }
  }

  /// What others, issued by then, do to it; in order of effect.
  func sources(_ kind: Relation.Kind) -> [Link] {
    law.instruments.filter { LegalKnowledge.isKnown($0, at: moment.knownAt) }
      .flatMap { other in
        other.relations.filter { $0.kind == kind && $0.target == instrument.id }
          .map { Link(instrument: other, relation: $0) }
      }
      .sorted { start(of: $0.instrument) < start(of: $1.instrument) }
  }

  private func start(of instrument: Instrument) -> String {
    (instrument.effective ?? instrument.issued)?.date.iso ?? "9"
  }

  /// Windows of the regimes that name it, joined where one follows the other.
  var windows: [Window] {
    var result: [Window] = []
    for regime in law.regimes {
      for (role, ids) in regime.governing.sorted(by: { $0.key < $1.key })
      where ids.contains(instrument.id) {
        let last = result.lastIndex { $0.role == role }
        if let last, result[last].until?.adding(days: 1) == regime.from {
          result[last].until = regime.until
        } else {
          result.append(Window(role: role, from: regime.from, until: regime.until))
        }
      }
    }
    guard end == nil, let unknown = instrument.ended?.date else { return result }
    // The end was not known then, so the window was open.
    return result.map { window in
      var window = window
      if window.until == unknown { window.until = nil }
      return window
    }
  }
}
