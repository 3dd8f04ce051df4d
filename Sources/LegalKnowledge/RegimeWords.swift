import TextMatching

extension LegalKnowledge {
  /// “Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP”: the law of a regime with those that amend it,
  /// and its decree. Nil when the data names neither.
  public func words(of regime: Regime) -> LocalizedText? {
    let groups = ["tdkt-law", "tdkt-decree"].compactMap { role -> LocalizedText? in
      let instruments = (regime.governing[role] ?? []).compactMap { instrument(id: $0) }
      guard let base = instruments.first else { return nil }
      let name = [type(id: base.type)?.name, base.symbol].compactMap { $0 }.joined(separator: " ")
      let amenders = instruments.dropFirst().map(\.symbol).joined(separator: ", ")
      guard !amenders.isEmpty else { return LocalizedText(vi: name, en: name) }
      return LocalizedText(
        vi: "\(name) (sửa đổi: \(amenders))", en: "\(name) (amended by \(amenders))")
    }
    guard !groups.isEmpty else { return nil }
    return LocalizedText(
      vi: groups.map(\.vi).joined(separator: " và "),
      en: groups.map { $0[.en] }.joined(separator: " and "))
  }
}
