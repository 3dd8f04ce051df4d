import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The text says how many, and the list of the same paper has others.
  static let countMismatch = NativeCheck(
    name: "count-mismatch", arguments: ["stated", "listed", "recipient"]
  ) { context in
    let register = context.register
    guard !register.nominees.isEmpty else { return [] }
    return register.counts.compactMap { count in
      let listed = register.nominees.filter { nominee in
        nominee.recipient == count.recipient
          && (count.awards.isEmpty
            || nominee.awards.contains { !$0.awards.isDisjoint(with: count.awards) })
      }
      // Without anybody of that class listed, the list is somewhere else.
      guard !listed.isEmpty else { return nil }
      let persons = Set(listed.map(\.key)).count
      // Two persons of one name are two; a count over all awards may mean persons or proposals.
      let namesakes = Set(listed.map { "\($0.key) \($0.birthYear ?? 0)" }).count
      var possible: Set = [persons, namesakes]
      if count.awards.isEmpty { possible.insert(listed.count) }
      guard !possible.contains(count.value),
        !isPart(count, of: register.counts, whole: possible)
      else { return nil }
      return Observation(
        at: count.span,
        arguments: [
          "stated": .number(count.value), "listed": .number(persons),
          "recipient": .localized(count.recipient.plural),
        ],
        related: listed.first.map {
          [
            .init(
              span: $0.anchor,
              message: LocalizedText(vi: "Danh sách bắt đầu ở đây.", en: "The list begins here."))
          ]
        } ?? [])
    }
  }
}

extension NativeCheck {
  /// “Khối xã 05 cá nhân, khối trường học 07 cá nhân”: parts that make up the whole.
  private static func isPart(
    _ count: NomineeCount, of counts: [NomineeCount], whole: Set<Int>
  ) -> Bool {
    let parts = counts.filter { other in
      other.recipient == count.recipient && other.awards == count.awards
        && whole.allSatisfy { other.value < $0 }
    }
    return parts.count > 1 && parts.contains(count)
      && whole.contains(parts.map(\.value).reduce(0, +))
  }
}
