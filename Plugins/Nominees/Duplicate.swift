import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// One person or collective twice for one award. Two persons of one name differ in birth or unit;
  /// one person under two awards is usual.
  static let duplicate = NativeCheck(name: "duplicate", arguments: ["name", "award"]) { context in
    var seen: [String: [Nominee]] = [:]
    var found: [Observation] = []
    for nominee in context.register.nominees where !nominee.key.isEmpty {
      let earlier = seen[nominee.key, default: []].first { other in
        isSame(other, nominee)
          && other.awards.contains { award in nominee.awards.contains { $0.mayEqual(award) } }
      }
      seen[nominee.key, default: []].append(nominee)
      guard let earlier,
        let award = nominee.awards.first(where: { mention in
          earlier.awards.contains { $0.mayEqual(mention) }
        })
      else { continue }
      found.append(
        Observation(
          at: nominee.anchor,
          arguments: [
            "name": .text(nominee.nameText),
            "award": .text(award.matches[0].award.name(on: context.asOf)),
          ],
          related: [
            .init(
              span: earlier.anchor,
              message: LocalizedText(vi: "Lần ghi trước.", en: "Named here first."))
          ]))
    }
    return found
  }

  /// Whether nothing given tells them apart.
  private static func isSame(_ a: Nominee, _ b: Nominee) -> Bool {
    if let first = a.birthYear, let second = b.birthYear, first != second { return false }
    if let first = a.sex, let second = b.sex, first != second { return false }
    let units = [a.unitText, b.unitText].map(Folding.letters)
    return units[0].isEmpty || units[1].isEmpty || units[0] == units[1]
      || units[0].contains(units[1]) || units[1].contains(units[0])
  }
}
