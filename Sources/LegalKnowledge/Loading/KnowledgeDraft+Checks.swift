import DataFiles
import TextMatching

// Checks that need more than one element: names used and declared apart, windows of time.

extension KnowledgeDraft {
  func checkReferences(to places: [String: Int]) throws {
    let knownTypes = Set(types.map(\.id))
    let knownRoles = Set(instruments.compactMap(\.role))
    let knownAwards = Set(awardBook.awards.map(\.id))
    let knownTerms = Set(awardBook.terms.map(\.id))
    let knownActors = Set(authorityBook.actors.map(\.id))
    let knownBodies = Set(bodyTypes.map(\.id))
    for reference in references {
      switch reference.space {
      case .instrument where places[reference.name] == nil:
        throw dangling(
          reference, vi: "văn bản", en: "instrument", among: instruments.map(\.id))
      case .type where !knownTypes.contains(reference.name):
        throw dangling(reference, vi: "tên loại", en: "type", among: types.map(\.id))
      case .role where !knownRoles.contains(reference.name):
        throw dangling(reference, vi: "vai trò", en: "role", among: knownRoles.sorted())
      case .award where !knownAwards.contains(reference.name):
        throw dangling(reference, vi: "danh hiệu", en: "award", among: knownAwards.sorted())
      case .term where !knownTerms.contains(reference.name):
        throw dangling(reference, vi: "từ", en: "term", among: knownTerms.sorted())
      case .actor where !knownActors.contains(reference.name):
        throw dangling(reference, vi: "chủ thể", en: "actor", among: knownActors.sorted())
      case .bodyType where !knownBodies.contains(reference.name):
        throw dangling(
          reference, vi: "loại cơ quan", en: "body type", among: knownBodies.sorted())
      default: break
      }
    }
  }

  private func dangling(
    _ reference: Reference, vi: String, en: String, among known: [String]
  ) -> DataFileError {
    let suggestion = EditDistance.suggestion(for: reference.name, among: known)
    return reference.origin.error(
      vi: "không có \(vi) “\(reference.name)” trong dữ liệu"
        + (suggestion.map { "; có phải “\($0)”?" } ?? "; hãy khai báo hoặc sửa lại"),
      en: "no \(en) \"\(reference.name)\" in the data"
        + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "; declare it or correct the name"))
  }

  /// By first day; refuses windows that overlap, and instruments that govern outside their force.
  func orderedRegimes(instruments places: [String: Int]) throws -> [Regime] {
    let ordered = regimes.sorted { $0.regime.from < $1.regime.from }
    for (earlier, later) in zip(ordered, ordered.dropFirst()) {
      guard let until = earlier.regime.until, until < later.regime.from else {
        let end = earlier.regime.until?.iso ?? "…"
        throw later.origin.error(
          vi: "bắt đầu \(later.regime.from.iso), chồng lên khoảng \(earlier.regime.from.iso) – "
            + "\(end) tại \(earlier.origin.path):\(earlier.origin.line); hãy sửa from hoặc until",
          en: "starts \(later.regime.from.iso) and overlaps the window \(earlier.regime.from.iso) "
            + "to \(end) at \(earlier.origin.path):\(earlier.origin.line); correct from or until")
      }
    }
    for entry in ordered { try checkForce(entry, places) }
    return ordered.map(\.regime)
  }

  private func checkForce(
    _ entry: (regime: Regime, origin: Origin), _ places: [String: Int]
  ) throws {
    let regime = entry.regime
    for id in regime.governing.values.joined() {
      guard let place = places[id] else { continue }
      let instrument = instruments[place]
      if let effective = instrument.effective?.date, effective > regime.from {
        throw entry.origin.error(
          vi: "\(id) chỉ có hiệu lực từ \(effective.iso), sau ngày đầu \(regime.from.iso)",
          en: "\(id) takes effect only on \(effective.iso), after the first day \(regime.from.iso)"
        )
      }
      if let ended = instrument.ended?.date, ended < regime.until ?? .distantFuture {
        throw entry.origin.error(
          vi: "\(id) hết hiệu lực sau ngày \(ended.iso), trước ngày cuối của khoảng này",
          en: "\(id) is out of force after \(ended.iso), before the last day of this window")
      }
    }
  }
}

extension CivilDate {
  fileprivate static let distantFuture = CivilDate(dayNumber: 2_932_896)
}
